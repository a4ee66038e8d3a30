// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/MapNodes.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/actions/NamesSaid.h"
#include "core/layout/FreeSpots.h"

namespace weavemap::actions {

namespace {

constexpr double kLeastRadius = 9.0;
constexpr double kLargestRadius = 22.0;
constexpr double kConveningRadius = 10.0;
constexpr double kClearance = 4.0;

/// Puts the discs of a map in the order of their ids, and their ties with them.
void sortById(MapData& map)
{
    std::vector<std::uint32_t> order(map.people.size());
    for (std::uint32_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return map.people[a].id < map.people[b].id; });
    std::vector<MapPerson> people;
    std::vector<std::uint32_t> place(order.size());
    people.reserve(order.size());
    for (const std::uint32_t from : order) {
        place[from] = static_cast<std::uint32_t>(people.size());
        people.push_back(std::move(map.people[from]));
    }
    map.people = std::move(people);
    for (MapTie& tie : map.ties) {
        tie.a = place[tie.a];
        tie.b = place[tie.b];
    }
    std::stable_sort(map.ties.begin(), map.ties.end(), [](const MapTie& a, const MapTie& b) { return a.id < b.id; });
}

template <class Indices>
layout::Point middleOf(const MapData& map, const Indices& people)
{
    layout::Point middle;
    for (const std::uint32_t at : people) {
        middle.x += map.people[at].at.x;
        middle.y += map.people[at].at.y;
    }
    const auto count = static_cast<double>(std::max<std::size_t>(people.size(), 1));
    return {middle.x / count, middle.y / count};
}

double radiusOf(std::size_t people)
{
    return std::min(kLargestRadius, kLeastRadius + 2.0 * static_cast<double>(people) / 3.0);
}

/// The value that most of these people have, of several as frequent the first by text.
std::string usualValue(const MapData& map, const std::vector<std::uint32_t>& people)
{
    std::map<std::string, std::size_t> counts;
    for (const std::uint32_t at : people)
        ++counts[map.people[at].value];
    std::string usual;
    std::size_t most = 0;
    for (const auto& [value, count] : counts)
        if (count > most) {
            usual = value;
            most = count;
        }
    return usual;
}

MapPerson organizationDisc(const MapData& map, const Organization& organization,
                           const std::vector<std::uint32_t>& people)
{
    MapPerson disc;
    disc.id = PersonId{organization.id.value};
    disc.name = organization.name;
    disc.node = MapNode::organization;
    disc.consent = ShowConsent::notShown;
    disc.value = usualValue(map, people);
    disc.size = static_cast<double>(people.size());
    for (const std::uint32_t at : people) {
        const MapPerson& person = map.people[at];
        if (person.consent != ShowConsent::notShown)
            disc.consent = ShowConsent::byName;
        disc.heardFrom = disc.heardFrom || person.heardFrom;
        if (person.value == disc.value)
            disc.colour = person.colour;
        disc.people.push_back(person.id);
    }
    std::sort(disc.people.begin(), disc.people.end());
    return disc;
}

/// One line for each two discs.
std::vector<MapTie> tiesBetween(const MapData& map, const std::vector<std::uint32_t>& discOf, RolledUp& sums)
{
    std::map<std::pair<std::uint32_t, std::uint32_t>, MapTie> lines;
    for (const MapTie& tie : map.ties) {
        const auto ends = std::minmax(discOf[tie.a], discOf[tie.b]);
        if (ends.first == ends.second) {
            ++sums.inside;
            continue;
        }
        ++sums.across;
        const auto [found, isNew] = lines.try_emplace(ends);
        MapTie& line = found->second;
        if (isNew) {
            line = tie;
            line.a = ends.first;
            line.b = ends.second;
            line.forward = line.backward = false;
            line.overlays = 0;
        }
        line.id = std::min(line.id, tie.id);
        line.depth = std::max(line.depth, tie.depth);
        line.collaboration = std::max(line.collaboration, tie.collaboration);
        if (line.change != tie.change)
            line.change = DateChange::kept; // some are on both dates, or some came and some went
        line.stale = line.stale && tie.stale;
        line.staffGuess = line.staffGuess && tie.staffGuess;
        line.bothSaid = line.bothSaid || tie.bothSaid;
        ++line.count;
        line.weight = static_cast<double>(line.count);
    }
    std::vector<MapTie> ties;
    ties.reserve(lines.size());
    for (auto& [ends, line] : lines)
        ties.push_back(line);
    return ties;
}

/// Over the discs that are there now.
std::vector<ColourValue> recounted(std::vector<ColourValue> legend, const std::vector<MapPerson>& discs)
{
    std::unordered_map<std::string_view, ColourValue*> known;
    for (ColourValue& value : legend) {
        value.people = value.heard = 0;
        known.emplace(value.value, &value);
    }
    for (const MapPerson& disc : discs)
        if (const auto found = known.find(disc.value); found != known.end()) {
            ++found->second->people;
            found->second->heard += disc.heardFrom ? 1 : 0;
        }
    std::erase_if(legend, [](const ColourValue& value) { return value.people == 0; });
    return legend;
}

} // namespace

std::size_t peopleOn(const MapData& map)
{
    if (map.rolledUp)
        return map.rolledUp->people + map.rolledUp->standsFor;
    return static_cast<std::size_t>(std::count_if(map.people.begin(), map.people.end(),
                                                  [](const auto& disc) { return disc.node == MapNode::person; }));
}

std::size_t tiesOn(const MapData& map)
{
    if (map.rolledUp)
        return map.rolledUp->across + map.rolledUp->inside;
    return static_cast<std::size_t>(
        std::count_if(map.ties.begin(), map.ties.end(), [](const MapTie& tie) { return !tie.attended; }));
}

Result<> readConvenings(store::Records& records, const MapQuestion& question, MapSource& source)
{
    if (question.conveningMonths <= 0)
        return {};
    const Date to = question.network.on, from = to.addMonths(-question.conveningMonths);
    WEAVEMAP_ASSIGN(source.convenings, records.convenings.all());
    // What somebody keeps to themselves is on no map.
    std::erase_if(source.convenings, [&](const Convening& convening) {
        return convening.on <= from || convening.on > to || convening.confidentiality == Confidentiality::onlyMe;
    });
    WEAVEMAP_ASSIGN(source.attendance, records.convenings.attendance());
    std::erase_if(source.attendance, [](const Attendance& attendance) { return !attendance.came; });
    return {};
}

void rollUp(MapData& map, const MapSource& source)
{
    RolledUp sums;
    std::map<OrganizationId, std::vector<std::uint32_t>> members;
    layout::FreeSpots spots;
    std::unordered_map<PersonId, OrganizationId> organizationOf;
    for (const Person& person : source.data.people)
        if (person.organization)
            organizationOf.emplace(person.id, person.organization);
    std::unordered_map<OrganizationId, const Organization*> known;
    for (const Organization& organization : source.data.organizations)
        known.emplace(organization.id, &organization);

    std::vector<MapPerson> discs;
    std::vector<std::uint32_t> discOf(map.people.size(), 0);
    for (std::uint32_t i = 0; i < map.people.size(); ++i) {
        const auto found = organizationOf.find(map.people[i].id);
        if (found != organizationOf.end() && known.contains(found->second)) {
            members[found->second].push_back(i);
            continue;
        }
        discOf[i] = static_cast<std::uint32_t>(discs.size());
        MapPerson alone = map.people[i];
        alone.size = 1.0;
        spots.take(layout::Disc{alone.at.x, alone.at.y, kLeastRadius});
        discs.push_back(std::move(alone));
    }
    sums.people = discs.size();
    // The largest stand where their people do; smaller ones give way.
    std::vector<std::pair<OrganizationId, const std::vector<std::uint32_t>*>> bySize;
    for (const auto& [id, people] : members)
        bySize.emplace_back(id, &people);
    std::stable_sort(bySize.begin(), bySize.end(),
                     [](const auto& a, const auto& b) { return a.second->size() > b.second->size(); });
    for (const auto& [id, people] : bySize) {
        MapPerson disc = organizationDisc(map, *known.at(id), *people);
        disc.at = spots.nearest(middleOf(map, *people), radiusOf(people->size()), kClearance);
        spots.take(layout::Disc{disc.at.x, disc.at.y, radiusOf(people->size())});
        for (const std::uint32_t at : *people)
            discOf[at] = static_cast<std::uint32_t>(discs.size());
        sums.standsFor += people->size();
        discs.push_back(std::move(disc));
    }
    sums.organizations = members.size();
    map.ties = tiesBetween(map, discOf, sums);
    map.people = std::move(discs);
    for (MapPerson& disc : map.people)
        disc.ties = 0;
    map.largestSize = 1.0;
    for (const MapTie& tie : map.ties) {
        ++map.people[tie.a].ties;
        ++map.people[tie.b].ties;
    }
    const NameFinder finder(source.data.people);
    for (const MapPerson& disc : map.people) {
        map.largestSize = std::max(map.largestSize, disc.size);
        if (disc.node == MapNode::organization)
            if (auto said = namesSaid(finder, "organization", disc.name); !said.empty())
                map.namesSaid.emplace(disc.name, std::move(said));
    }
    map.legend = recounted(std::move(map.legend), map.people);
    map.sizeBy.clear();
    map.rolledUp = sums;
    sortById(map);
}

void addConvenings(MapData& map, const MapSource& source, const MapQuestion& question)
{
    map.conveningMonths = question.conveningMonths;
    if (source.convenings.empty() || question.conveningMonths <= 0)
        return;
    std::unordered_map<PersonId, std::uint32_t> discOf;
    layout::FreeSpots spots;
    for (std::uint32_t i = 0; i < map.people.size(); ++i) {
        const MapPerson& disc = map.people[i];
        spots.take(layout::Disc{disc.at.x, disc.at.y, radiusOf(disc.people.size())});
        if (disc.node == MapNode::person)
            discOf.emplace(disc.id, i);
        for (const PersonId person : disc.people)
            discOf.emplace(person, i);
    }
    std::unordered_map<ConveningId, std::vector<const Attendance*>> came;
    for (const Attendance& attendance : source.attendance)
        if (discOf.contains(attendance.person))
            came[attendance.convening].push_back(&attendance);
    const NameFinder finder(source.data.people);
    for (const Convening& convening : source.convenings) {
        const auto found = came.find(convening.id);
        if (found == came.end())
            continue;
        MapPerson disc;
        disc.id = PersonId{convening.id.value};
        disc.name = convening.title;
        disc.node = MapNode::convening;
        disc.consent = ShowConsent::byName;
        disc.heardFrom = true;
        disc.mayLeave = convening.confidentiality == Confidentiality::shareable;
        std::map<std::uint32_t, std::uint32_t> lines;
        std::vector<std::uint32_t> around;
        for (const Attendance* const attendance : found->second) {
            const std::uint32_t at = discOf.at(attendance->person);
            around.push_back(at);
            disc.people.push_back(attendance->person);
            const auto [line, isNew] = lines.emplace(at, static_cast<std::uint32_t>(map.ties.size()));
            if (isNew) {
                MapTie tie;
                tie.id = TieId{attendance->id.value};
                tie.a = at;
                tie.b = static_cast<std::uint32_t>(map.people.size());
                tie.attended = true;
                map.ties.push_back(tie);
            }
            ++map.ties[line->second].count;
        }
        std::sort(disc.people.begin(), disc.people.end());
        disc.at = spots.nearest(middleOf(map, around), kConveningRadius, kClearance);
        spots.take(layout::Disc{disc.at.x, disc.at.y, kConveningRadius});
        if (auto said = finder.within(disc.name); !said.empty())
            map.namesSaid.emplace(disc.name, std::move(said));
        ++map.convenings;
        map.people.push_back(std::move(disc));
    }
    sortById(map);
}

} // namespace weavemap::actions
