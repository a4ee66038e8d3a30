// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/MapMarks.h"

#include <string>
#include <unordered_map>
#include <utility>

#include "core/actions/NamesSaid.h"

namespace weavemap::actions {

namespace {

using FieldValues = std::unordered_map<PersonId, std::string>;

bool isField(const std::string& labelBy) { return !labelBy.empty() && labelBy != kLabelTies && labelBy != kLabelSize; }

void addRings(MapData& map, const MapSource& source, const FieldValues& values, const std::vector<PersonId>& ids)
{
    std::unordered_map<std::string, std::size_t> counts;
    for (const PersonId id : ids)
        if (const auto found = values.find(id); found != values.end())
            ++counts[found->second];
    map.ringLegend = assignColours({counts.begin(), counts.end()}, source.ringColours, map.ringBy);
    std::unordered_map<std::string_view, int> colours;
    for (const ColourValue& value : map.ringLegend)
        colours.emplace(value.value, value.colour);
    for (MapPerson& person : map.people)
        if (const auto found = values.find(person.id); found != values.end()) {
            person.ring = found->second;
            person.ringColour = colours.at(found->second);
        }
}

void addNamesSaid(MapData& map, const NameFinder& finder, const std::string& field, const std::string& value)
{
    if (value.empty() || map.namesSaid.contains(value))
        return;
    if (auto said = namesSaid(finder, field, value); !said.empty())
        map.namesSaid.emplace(value, std::move(said));
}

} // namespace

void addMarks(MapData& map, const MapSource& source, const MapQuestion& question, const std::vector<PersonId>& ids)
{
    map.ringBy = question.ringBy;
    map.labelBy = question.labelBy;
    map.kinds = question.kinds;
    const bool hasLabels = isField(map.labelBy);
    if (map.ringBy.empty() && !hasLabels)
        return;
    const NameFinder finder(source.data.people);
    if (!map.ringBy.empty()) {
        addRings(map, source, valuesOfField(source.data, map.ringBy), ids);
        for (const ColourValue& value : map.ringLegend)
            addNamesSaid(map, finder, map.ringBy, value.value);
    }
    if (!hasLabels)
        return;
    const FieldValues values = valuesOfField(source.data, map.labelBy);
    for (MapPerson& person : map.people)
        if (const auto found = values.find(person.id); found != values.end()) {
            person.label = found->second;
            addNamesSaid(map, finder, map.labelBy, person.label);
        }
}

} // namespace weavemap::actions
