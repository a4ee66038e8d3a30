// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/domain/Ids.h"
#include "ui/paint/MapInput.h"

namespace weavemap::ui {

/// The circle that is on the screen, and where the view came from.
struct CircleShown
{
    std::vector<PersonId> centres; ///< whose it is; nobody: there is none
    int steps = 0;
    bool isFramed = false;             ///< the view is still the one that was made for it
    std::optional<MapViewport> before; ///< the view to go back to
    bool wasFitted = false;            ///< and whether that one showed everybody
};

} // namespace weavemap::ui
