// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/actions/NetworkData.h"
#include "core/domain/Ids.h"
#include "core/graph/NetworkSnapshot.h"

namespace weavemap::ui {

/// The three figures of a person in the inspector.
struct PersonFigures
{
    bool known = false; ///< whether the person is in the network that the figures are of
    int inTouch = 0;    ///< people with a tie to them
    int regions = 0;    ///< different regions among those
    double reach = 0;   ///< share of everybody else within two steps, 0 to 1

    bool operator==(const PersonFigures&) const = default;
};

/// From a network of one date: of `figures.network`, or of the map. O(people + ties).
PersonFigures personFigures(const actions::NetworkData& data, const graph::NetworkOptions& network, PersonId person);

} // namespace weavemap::ui
