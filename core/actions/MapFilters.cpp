// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/MapFilters.h"

#include <algorithm>
#include <array>
#include <span>
#include <unordered_set>

namespace weavemap::actions {

namespace {

constexpr std::string_view kKnown = "is:";
constexpr std::string_view kTie = "tie:";

constexpr std::array<std::string_view, 5> kDepths{"unknown", "aware", "talked", "exchange", "rely"};
constexpr std::array<std::string_view, 3> kTogether{"never", "past", "now"};
constexpr std::array<std::string_view, 5> kContacts{"unknown", "yearly", "eachTerm", "monthly", "weekly"};
constexpr std::array<std::string_view, 6> kDirections{"none",        "names",      "advice",
                                                      "learnedFrom", "introduced", "sharedResource"};

template <class Enum>
std::string codeOf(std::span<const std::string_view> codes, Enum value)
{
    return std::string(codes[static_cast<std::size_t>(value)]);
}

std::unordered_map<TieId, std::vector<std::string>> directionsOf(const NetworkData& data)
{
    std::unordered_map<TieId, std::vector<std::string>> directions;
    for (const Overlay& overlay : data.overlays)
        directions[overlay.tie].push_back(std::string(kDirections[static_cast<std::size_t>(overlay.kind) + 1]));
    return directions;
}

std::vector<std::string> valuesOf(const Tie& tie, std::string_view field,
                                  const std::unordered_map<TieId, std::vector<std::string>>& directions)
{
    if (field == "tie:depth")
        return {codeOf(kDepths, tie.depth)};
    if (field == "tie:together")
        return {codeOf(kTogether, tie.collaboration)};
    if (field == "tie:contact")
        return {codeOf(kContacts, tie.contact)};
    const auto found = directions.find(tie.id);
    return found == directions.end() ? std::vector<std::string>{std::string(kDirections.front())} : found->second;
}

std::unordered_map<PersonId, std::string> heardValues(const NetworkData& data, Date on)
{
    std::unordered_map<PersonId, std::string> values;
    for (const Person& person : data.people)
        values.emplace(person.id, "never");
    for (const store::ContactSummary& contact : data.contacts)
        if (isHeardFrom(contact, on))
            values[contact.person] = "year";
        else if (contact.lastHeard)
            values[contact.person] = "before";
    return values;
}

std::unordered_map<PersonId, std::string> tiedValues(const NetworkData& data, const graph::NetworkOptions& network)
{
    std::unordered_map<PersonId, int> ties;
    for (const Person& person : data.people)
        if (graph::isInNetwork(person, network))
            ties.emplace(person.id, 0);
    for (const Tie& tie : data.ties) {
        const auto a = ties.find(tie.a), b = ties.find(tie.b);
        if (a == ties.end() || b == ties.end() || !graph::isInNetwork(tie, network))
            continue;
        ++a->second;
        ++b->second;
    }
    std::unordered_map<PersonId, std::string> values;
    for (const auto& [person, count] : ties)
        values.emplace(person, count == 0 ? "none" : count < 3 ? "few" : count < 10 ? "some" : "many");
    return values;
}

} // namespace

std::vector<std::string> knownFields() { return {"is:heard", "is:tied"}; }

std::vector<std::string> tieFields() { return {"tie:depth", "tie:together", "tie:contact", "tie:direction"}; }

bool isKnownField(std::string_view field) { return field.starts_with(kKnown); }

bool isTieField(std::string_view field) { return field.starts_with(kTie); }

std::unordered_map<PersonId, std::string> filterValues(const NetworkData& data, const graph::NetworkOptions& network,
                                                       std::string_view field)
{
    if (field == "is:heard")
        return heardValues(data, network.on);
    if (field == "is:tied")
        return tiedValues(data, network);
    return valuesOfField(data, field);
}

TieFilters::TieFilters(const NetworkData& data, const std::vector<MapFilter>& filters)
{
    const std::vector<std::string> fields = tieFields();
    for (const MapFilter& filter : filters)
        if (std::find(fields.begin(), fields.end(), filter.field) != fields.end())
            m_filters.push_back(filter);
    if (std::any_of(m_filters.begin(), m_filters.end(),
                    [](const MapFilter& filter) { return filter.field == "tie:direction"; }))
        m_directions = directionsOf(data);
}

bool TieFilters::keeps(const Tie& tie) const
{
    return std::all_of(m_filters.begin(), m_filters.end(), [&](const MapFilter& filter) {
        const std::vector<std::string> has = valuesOf(tie, filter.field, m_directions);
        return std::any_of(has.begin(), has.end(), [&filter](const std::string& value) {
            return std::find(filter.values.begin(), filter.values.end(), value) != filter.values.end();
        });
    });
}

std::vector<std::pair<std::string, std::size_t>>
valuesOfTies(const NetworkData& data, const graph::NetworkOptions& network, std::string_view field)
{
    std::span<const std::string_view> codes;
    if (field == "tie:depth")
        codes = kDepths;
    else if (field == "tie:together")
        codes = kTogether;
    else if (field == "tie:contact")
        codes = kContacts;
    else if (field == "tie:direction")
        codes = kDirections;
    std::unordered_set<PersonId> here;
    for (const Person& person : data.people)
        if (graph::isInNetwork(person, network))
            here.insert(person.id);
    const auto directions = directionsOf(data);
    std::unordered_map<std::string, std::size_t> counts;
    for (const Tie& tie : data.ties) {
        if (codes.empty() || !graph::isInNetwork(tie, network) || !here.contains(tie.a) || !here.contains(tie.b))
            continue;
        std::vector<std::string> has = valuesOf(tie, field, directions);
        std::sort(has.begin(), has.end());
        has.erase(std::unique(has.begin(), has.end()), has.end());
        for (const std::string& value : has)
            ++counts[value];
    }
    std::vector<std::pair<std::string, std::size_t>> values;
    for (const std::string_view code : codes)
        if (const auto found = counts.find(std::string(code)); found != counts.end())
            values.emplace_back(found->first, found->second);
    return values;
}

} // namespace weavemap::actions
