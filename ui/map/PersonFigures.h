// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/Ids.h"

namespace weavemap::ui {

struct FiguresResult;

/// The three figures of a person in the inspector.
struct PersonFigures
{
    bool known = false; ///< whether the person is in the network that the figures are of
    int inTouch = 0;    ///< people with a tie to them
    int regions = 0;    ///< different regions among those
    double reach = 0;   ///< share of everybody else within two steps, 0 to 1

    bool operator==(const PersonFigures&) const = default;
};

/// From the network that the figures are of. O(ties).
PersonFigures personFigures(const FiguresResult& result, PersonId person);

} // namespace weavemap::ui
