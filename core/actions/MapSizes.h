// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/actions/Figures.h"
#include "core/actions/MapData.h"

namespace weavemap::actions {

/// What the discs of a map are sized by: one measure's value of each person of a network.
struct MapSizes
{
    std::string measure;
    std::uint64_t network = 0;                       ///< `networkKey` of the network they were computed from
    double bound = 0.0;                              ///< of an estimate, on the measure's scale of 0 to 1; 0: exact
    std::vector<std::pair<PersonId, double>> values; ///< by id; finite

    double of(PersonId person) const;                  ///< 0 where there is none
    std::optional<double> find(PersonId person) const; ///< nothing where they are not in the network
};

/// A number that is the same for equal networks: the same people, joined by the same ties with the same weights.
/// Measures of two networks of one key are equal, so they need not be computed again. O(people + ties).
std::uint64_t networkKey(const NetworkData& data, const graph::NetworkOptions& options);

/// A node measure of `core/sna` over one snapshot; 0 where it is not defined or not finite. Errors: cancelled,
/// unknownMeasure.
Result<std::vector<double>> measureOf(const graph::GraphSnapshot& network, const std::string& measure,
                                      const RunContext& run);

/// Computes the sizes; betweenness that is dear as an estimate where `precision` allows. Pure; any thread. Errors:
/// cancelled, unknownMeasure.
Result<MapSizes> mapSizes(const NetworkData& data, const graph::NetworkOptions& options, const std::string& measure,
                          Precision precision = Precision::exact, const RunContext& run = {});

/// The same from figures that were computed of `data` already, estimates included; nothing where they do not hold the
/// measure.
std::optional<MapSizes> sizesIn(const NetworkFigures& figures, const NetworkData& data, const std::string& measure);

/// Gives the people of a map these sizes; who has none gets the smallest. Organizations keep theirs: how many people
/// they stand for.
void applySizes(MapData& map, const MapSizes& sizes);

} // namespace weavemap::actions
