// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "ui/paint/MapPicture.h"

namespace weavemap::ui {

/// Rows of px, from `top` to `bottom`; nothing where they are the same.
struct ChangedRows
{
    double top = 0, bottom = 0;

    bool isEmpty() const { return !(top < bottom); }
    void add(double first, double last);
};

/// Where hulls and fog of two pictures of the same view differ, with room for their edges; nothing where all may. Who
/// moves a person changes the outline and the fog around them only. O(pieces of the outlines + fog).
std::optional<ChangedRows> changedGround(const MapPicture& before, const MapPicture& now);

} // namespace weavemap::ui
