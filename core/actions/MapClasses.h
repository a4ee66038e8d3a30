// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"

namespace weavemap::actions {

struct MapData;
struct MapQuestion;
struct MapSizes;
struct MapSource;

/// What people are coloured or ringed by where that is no field but a node measure: "measure:degree".
std::string measureField(std::string_view measure);
/// The measure of such a field; empty where it is a field of people.
std::string_view measureIn(std::string_view field);

/// People whose values lie from one value to another, both included.
struct MeasureClass
{
    double from = 0.0;
    double to = 0.0;
    std::size_t people = 0; ///< on the map
    bool operator==(const MeasureClass&) const = default;
};

inline constexpr std::size_t kMostClasses = 4;

/// A measure in few classes, the lowest first.
struct MeasureClasses
{
    std::string measure;
    double bound = 0.0; ///< of values that are an estimate (`MapSizes::bound`)
    std::vector<MeasureClass> classes;

    /// The first class that reaches up to a value; -1 where there is none.
    int of(double value) const;
};

/// Classes of about as many people of the network each; equal values are in one class, so that there may be fewer. No
/// counts of people on a map. O(people log people).
MeasureClasses classesOf(const MapSizes& sizes);

/// The measures that a question colours and rings by, each once.
std::vector<std::string> classMeasures(const MapQuestion& question);

/// Computes what a question colours and rings by, and gives the people of its map their classes. Errors: cancelled,
/// unknownMeasure.
Result<> addClasses(MapData& map, const MapSource& source, const MapQuestion& question, const RunContext& run);

/// Gives the people of a map the classes of what they are coloured and ringed by, from those of `known` that are of
/// these measures; people who are not in the network of the values have none. Organizations have none.
void applyClasses(MapData& map, const std::vector<const MapSizes*>& known);

} // namespace weavemap::actions
