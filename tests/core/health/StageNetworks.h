// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/graph/GraphSnapshot.h"

/// Networks that are made to be of a stage, to hold a reading of stages against. Their parameters were set before
/// there was anything to read them with; whoever changes one changes what the reading has been judged by.
namespace weavemap::test {

enum class Shape { scattered, hubAndSpoke, multiHub, corePeriphery, twoHalves, random };
inline constexpr Shape kShapes[] = {Shape::scattered,     Shape::hubAndSpoke, Shape::multiHub,
                                    Shape::corePeriphery, Shape::twoHalves,   Shape::random};
inline constexpr std::uint32_t kSizes[] = {20, 40, 80, 200};

const char* nameOf(Shape shape);

struct StageNetwork
{
    graph::GraphSnapshot graph; ///< undirected, members only
    /// The hub, the hubs, the core, or who holds the halves together; ascending, empty where nobody stands out.
    std::vector<std::uint32_t> centre;
};

/// A network of `n` people, the same for the same seed. People stand in an order drawn by lot.
///
/// scattered: groups of 1 to 5, none linked; a chain within each, every further pair of it with chance 0.5.
/// hubAndSpoke: one person tied to each other with a chance drawn from 0.75 to 0.95, the rest hanging on one of the
///   spokes; 0.1 n to 0.4 n further ties between spokes drawn by lot.
/// multiHub: 3 + n/40 hubs in a ring, other pairs of hubs with chance 0.7; everybody else tied to a hub of their own,
///   with chance 0.4 to a second and with 0.1 to a third; 0.3 n further ties, seven in ten of them within one hub's
///   people.
/// corePeriphery: a core of 12 to 22 % (at least five) in a ring, its other pairs with a chance drawn from 0.7 to 0.9;
///   everybody else tied to one of it, with chance 0.5 to a second, with 0.2 to a third; 0.1 n ties in the rim.
/// twoHalves: n - 1 people in two parts, the smaller one 40 to 50 %, each a random tree and further ties by lot up to
///   five a person; the last one tied to two to four of each part.
/// random: ties by lot, three to six a person (mean drawn).
///
/// Precondition: n at least 12.
StageNetwork stageNetwork(Shape shape, std::uint32_t n, std::uint64_t seed);

/// What a call log knows of a network: those called tell all their ties, nobody else any.
struct CalledNetwork
{
    graph::GraphSnapshot graph; ///< the same people, the ties with an end that was called
    std::vector<std::uint8_t> called;
};

/// `share` of the people, to the nearest whole person, drawn by lot.
CalledNetwork callSome(const graph::GraphSnapshot& graph, double share, std::uint64_t seed);

/// The network with a staff person behind the members, tied to `share` of them, drawn by lot.
struct StaffedNetwork
{
    graph::GraphSnapshot graph; ///< n + 1 people
    std::vector<std::uint8_t> isStaff;
};
StaffedNetwork addStaff(const graph::GraphSnapshot& members, double share, std::uint64_t seed);

} // namespace weavemap::test
