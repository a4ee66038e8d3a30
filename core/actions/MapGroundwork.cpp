// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/MapGroundwork.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>

#include "core/actions/FoundGroups.h"
#include "core/actions/MapFilters.h"

namespace weavemap::actions {

namespace {

std::vector<ColourValue> legendOf(const MapSource& source, const FieldValues& values, const std::vector<PersonId>& ids,
                                  const std::unordered_set<PersonId>& heard)
{
    std::unordered_map<std::string, std::size_t> counts, heardOf;
    for (const PersonId id : ids) {
        const std::string& value = valueOf(values, id);
        if (value.empty())
            continue;
        ++counts[value];
        if (heard.contains(id))
            ++heardOf[value];
    }
    auto legend = assignColours({counts.begin(), counts.end()}, source.colours, source.colourBy);
    for (ColourValue& value : legend)
        value.heard = heardOf[value.value];
    return legend;
}

/// The legend of another date in the order and the colours of the anchor's.
std::vector<ColourValue> inOrderOf(std::vector<ColourValue> anchor, std::vector<ColourValue> legend)
{
    std::unordered_map<std::string_view, const ColourValue*> here;
    for (const ColourValue& value : legend)
        here.emplace(value.value, &value);
    for (ColourValue& value : anchor) {
        const auto same = here.find(value.value);
        value.people = same == here.end() ? 0 : same->second->people;
        value.heard = same == here.end() ? 0 : same->second->heard;
        if (same != here.end())
            here.erase(same);
    }
    std::copy_if(legend.begin(), legend.end(), std::back_inserter(anchor),
                 [&here](const ColourValue& value) { return here.contains(value.value); });
    return anchor;
}

/// More areas than this nobody tells apart; the values of fewest people share the last one.
constexpr int kMostAreas = 40;

/// The group of each person for areas and circle: their value, also one that has no colour of its own.
std::vector<int> valueGroups(const Groundwork& work, const std::vector<PersonId>& ids)
{
    std::unordered_map<std::string, int> numbers;
    for (const ColourValue& value : work.legend)
        numbers.emplace(value.value, std::min(static_cast<int>(numbers.size()), kMostAreas - 1));
    std::vector<int> groups;
    for (const PersonId id : ids) {
        const auto number = numbers.find(valueOf(work.values, id));
        groups.push_back(number == numbers.end() ? -1 : number->second);
    }
    return groups;
}

/// Who is heard from only after the date shown is not heard from on it, and is told apart by that.
Hearing hearingOf(const MapSource& source, const graph::GraphSnapshot& network, Date on)
{
    Hearing hearing = Hearing::nobodyYet;
    for (const auto& contact : source.contactsLater.empty() ? source.data.contacts : source.contactsLater) {
        if (!contact.lastHeard || network.indexOf(contact.person) >= network.vertexCount())
            continue;
        if (contact.lastHeard->localDate() > on.addMonths(-12))
            return Hearing::somebody;
        hearing = Hearing::nobodyLately;
    }
    return hearing;
}

} // namespace

const std::string& valueOf(const FieldValues& values, PersonId person)
{
    static const std::string none;
    const auto found = values.find(person);
    return found == values.end() ? none : found->second;
}

Result<Groundwork> groundworkOf(const MapSource& source, const MapQuestion& question, const RunContext& run)
{
    Groundwork work;
    graph::NetworkOptions options = question.network;
    options.direction = graph::GraphSnapshot::Direction::undirected;
    if (question.compare) {
        work.comparison = compareDates(source.data, options, options.on, *question.compare);
        work.network = networkOfEither(source.data, *work.comparison);
    } else {
        work.network = graph::networkSnapshot(source.data.people, source.data.ties, source.data.overlays, options);
    }
    for (const auto& contact : source.data.contacts)
        if (isHeardFrom(contact, options.on))
            work.heard.insert(contact.person);
    work.hearing = hearingOf(source, work.network, options.on);
    work.isFoundInTies = source.colourBy == kFoundGroups;
    // Groups are those of the date that places come from.
    if (work.isFoundInTies || std::any_of(question.filters.begin(), question.filters.end(),
                                          [](const MapFilter& filter) { return filter.field == kFoundGroups; })) {
        WEAVEMAP_ASSIGN(work.found, foundGroups(source.data, anchorOf(question).network, run));
    }
    if (work.isFoundInTies)
        work.values = work.found;
    else if (!source.colourBy.empty())
        work.values = valuesOfField(source.data, source.colourBy);
    work.legend = legendOf(source, work.values, work.network.ids(), work.heard);
    if (asksElsewhen(question)) {
        options.on = anchorOf(question).network.on;
        const graph::GraphSnapshot anchor =
            graph::networkSnapshot(source.data.people, source.data.ties, source.data.overlays, options);
        work.legend = inOrderOf(legendOf(source, work.values, anchor.ids(), {}), std::move(work.legend));
    }
    for (const ColourValue& value : work.legend)
        work.colours.emplace(value.value, value.colour);
    work.style = question.style;
    work.groups = groupsOf(work, work.network);
    return work;
}

std::vector<bool> shownBy(const NetworkData& data, const MapQuestion& question, const Groundwork& work)
{
    const std::vector<PersonId>& ids = work.network.ids();
    std::vector<bool> shown(ids.size(), true);
    for (const MapFilter& filter : question.filters) {
        if (isTieField(filter.field))
            continue;
        const FieldValues values =
            filter.field == kFoundGroups ? work.found : filterValues(data, question.network, filter.field);
        const std::unordered_set<std::string> kept(filter.values.begin(), filter.values.end());
        for (std::size_t v = 0; v < ids.size(); ++v)
            if (!kept.contains(valueOf(values, ids[v])))
                shown[v] = false;
    }
    return shown;
}

std::vector<std::pair<std::string, std::size_t>> groupCounts(const Groundwork& work)
{
    if (work.found.empty())
        return {};
    std::map<std::string, std::size_t> counts;
    for (const PersonId person : work.network.ids())
        ++counts[valueOf(work.found, person)];
    return {counts.begin(), counts.end()};
}

std::vector<int> groupsOf(const Groundwork& work, const graph::GraphSnapshot& network)
{
    if (work.style == layout::Style::areas || work.style == layout::Style::circle)
        return valueGroups(work, network.ids());
    std::vector<int> groups;
    if (work.isFoundInTies && work.values.size() * 5 < network.vertexCount() * std::size_t{4})
        return std::vector<int>(network.vertexCount(), -1); // many groups: setting a few of them apart would mislead
    groups.reserve(network.vertexCount());
    for (const PersonId id : network.ids()) {
        const auto colour = work.colours.find(valueOf(work.values, id));
        groups.push_back(colour == work.colours.end() || colour->second == kOtherColour ? -1 : colour->second);
    }
    return groups;
}

MapQuestion anchorOf(MapQuestion question)
{
    question.network.on = question.anchor.value_or(question.network.on);
    question.compare.reset();
    return question;
}

bool asksElsewhen(const MapQuestion& question)
{
    return question.compare || (question.anchor && *question.anchor != question.network.on);
}

} // namespace weavemap::actions
