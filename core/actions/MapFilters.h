// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/actions/MapData.h"
#include "core/actions/NetworkData.h"
#include "core/graph/NetworkSnapshot.h"

/// What a `MapFilter` may be about besides the fields of people: what is known of them in the network ("is:..."), and
/// their ties ("tie:...", which hides ties and nobody).
namespace weavemap::actions {

/// "is:heard" (year, before, never) and "is:tied" (none, few: 1 or 2, some: 3 to 9, many).
std::vector<std::string> knownFields();
/// "tie:depth" (unknown, aware, talked, exchange, rely), "tie:together" (never, past, now), "tie:contact" (unknown,
/// yearly, eachTerm, monthly, weekly), "tie:direction" (none, names, advice, learnedFrom, introduced, sharedResource).
std::vector<std::string> tieFields();
bool isKnownField(std::string_view field);
bool isTieField(std::string_view field);

/// What each person has of a field: `valuesOfField`, or what is known of them; nothing of `kFoundGroups`, which take
/// longer. Pure; O(people + ties).
std::unordered_map<PersonId, std::string> filterValues(const NetworkData& data, const graph::NetworkOptions& network,
                                                       std::string_view field);

/// The ties that filters of tie fields hide; a tie with several directions passes by any of them. Without such filters
/// nothing is looked at.
class TieFilters
{
public:
    TieFilters(const NetworkData& data, const std::vector<MapFilter>& filters);

    bool any() const { return !m_filters.empty(); }
    bool keeps(const Tie& tie) const;

private:
    std::vector<MapFilter> m_filters;
    std::unordered_map<TieId, std::vector<std::string>> m_directions;
};

/// The values of a tie field with how many ties of the network have them, in the order of `tieFields`; those of none
/// are left out. Pure; O(ties + overlays).
std::vector<std::pair<std::string, std::size_t>>
valuesOfTies(const NetworkData& data, const graph::NetworkOptions& network, std::string_view field);

} // namespace weavemap::actions
