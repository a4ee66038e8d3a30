// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/MapClasses.h"

#include <algorithm>
#include <utility>

#include "core/actions/MapData.h"
#include "core/actions/MapSizes.h"

namespace weavemap::actions {

namespace {

constexpr std::string_view kMeasure = "measure:";

const MapSizes* sizesOf(const std::vector<const MapSizes*>& known, std::string_view measure)
{
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const MapSizes* sizes) { return sizes->measure == measure; });
    return found == known.end() ? nullptr : *found;
}

/// Of each person of the map their class, written where `place` says; counts people in the classes.
std::optional<MeasureClasses> classed(MapData& map, const MapSizes* sizes, int MapPerson::*place)
{
    for (MapPerson& person : map.people)
        person.*place = -1;
    if (sizes == nullptr || map.rolledUp)
        return std::nullopt;
    MeasureClasses classes = classesOf(*sizes);
    for (MapPerson& person : map.people) {
        const auto value = sizes->find(person.id);
        if (person.node != MapNode::person || !value)
            continue;
        person.*place = classes.of(*value);
        ++classes.classes[static_cast<std::size_t>(person.*place)].people;
    }
    return classes;
}

} // namespace

std::string measureField(std::string_view measure) { return std::string(kMeasure).append(measure); }

std::string_view measureIn(std::string_view field)
{
    return field.starts_with(kMeasure) ? field.substr(kMeasure.size()) : std::string_view();
}

int MeasureClasses::of(double value) const
{
    const auto found = std::find_if(classes.begin(), classes.end(),
                                    [value](const MeasureClass& one) { return value <= one.to; });
    return found == classes.end() ? static_cast<int>(classes.size()) - 1 : static_cast<int>(found - classes.begin());
}

MeasureClasses classesOf(const MapSizes& sizes)
{
    MeasureClasses result{sizes.measure, sizes.bound, {}};
    std::vector<double> values;
    values.reserve(sizes.values.size());
    for (const auto& [person, value] : sizes.values)
        values.push_back(value);
    std::sort(values.begin(), values.end());
    for (auto begin = values.begin(); begin != values.end();) {
        // An even share of who is left; people of one value go to the side on which most of them are.
        const auto classesLeft = static_cast<std::ptrdiff_t>(kMostClasses - result.classes.size());
        const auto target = begin + std::max<std::ptrdiff_t>((values.end() - begin) / classesLeft, 1);
        const auto [low, high] = std::equal_range(begin, values.end(), *(target - 1));
        const auto end = low != begin && classesLeft > 1 && high - target > target - low ? low : high;
        result.classes.push_back({*begin, *(end - 1), 0});
        begin = end;
    }
    return result;
}

std::vector<std::string> classMeasures(const MapQuestion& question)
{
    std::vector<std::string> measures;
    for (const std::string* field : {&question.colourBy, &question.ringBy}) {
        const std::string_view measure = measureIn(*field);
        if (!measure.empty() && std::find(measures.begin(), measures.end(), measure) == measures.end())
            measures.emplace_back(measure);
    }
    return measures;
}

Result<> addClasses(MapData& map, const MapSource& source, const MapQuestion& question, const RunContext& run)
{
    std::vector<MapSizes> computed;
    for (const std::string& measure : classMeasures(question)) {
        WEAVEMAP_ASSIGN(MapSizes sizes, mapSizes(source.data, question.network, measure, Precision::exact, run));
        computed.push_back(std::move(sizes));
    }
    std::vector<const MapSizes*> known;
    for (const MapSizes& sizes : computed)
        known.push_back(&sizes);
    applyClasses(map, known);
    return {};
}

void applyClasses(MapData& map, const std::vector<const MapSizes*>& known)
{
    map.colourClasses = classed(map, sizesOf(known, measureIn(map.colourBy)), &MapPerson::shade);
    map.ringClasses = classed(map, sizesOf(known, measureIn(map.ringBy)), &MapPerson::ringShade);
}

} // namespace weavemap::actions
