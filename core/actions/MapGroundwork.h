// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/actions/Colours.h"
#include "core/actions/MapData.h"
#include "core/actions/MapDates.h"
#include "core/graph/GraphSnapshot.h"

namespace weavemap::actions {

using FieldValues = std::unordered_map<PersonId, std::string>;

/// The empty text where the person has none.
const std::string& valueOf(const FieldValues& values, PersonId person);

/// Everything about a network before positions: shared by showing and tidying up.
struct Groundwork
{
    graph::GraphSnapshot network;             ///< where two dates are compared, of either
    std::optional<DateComparison> comparison; ///< where two dates are compared
    FieldValues values;
    bool isFoundInTies = false; ///< the values are groups found in the ties
    FieldValues found;          ///< those groups, where people are coloured or filtered by them
    std::vector<ColourValue> legend;
    std::unordered_map<std::string, int> colours;
    std::unordered_set<PersonId> heard;
    Hearing hearing = Hearing::somebody;
    layout::Style style = layout::Style::clusters;
    std::vector<int> groups; ///< of each vertex; -1: none, or one of the many small ones
};

/// On another date than the anchor's the legend holds the values of both, in the order of the anchor's, so that it
/// stands still while the date moves. O(people + ties), and the time of `foundGroups` where they are asked for. Error:
/// cancelled.
Result<Groundwork> groundworkOf(const MapSource& source, const MapQuestion& question, const RunContext& run);

/// Whether each vertex passes all filters of the question.
std::vector<bool> shownBy(const NetworkData& data, const MapQuestion& question, const Groundwork& work);

/// How many people of the network are in each group found, and in none of them (""); empty where nobody asks for them.
std::vector<std::pair<std::string, std::size_t>> groupCounts(const Groundwork& work);

/// The group of each vertex, as in `Groundwork::groups`.
std::vector<int> groupsOf(const Groundwork& work, const graph::GraphSnapshot& network);

/// The question about the date that places come from; itself where it asks about no other.
MapQuestion anchorOf(MapQuestion question);

/// Whether it asks about another date than the one that places come from, or about two.
bool asksElsewhen(const MapQuestion& question);

} // namespace weavemap::actions
