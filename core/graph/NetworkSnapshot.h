// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "core/base/Date.h"
#include "core/domain/Person.h"
#include "core/domain/Tie.h"
#include "core/graph/GraphSnapshot.h"

namespace weavemap::graph {

/// Whose ties are looked at. Member figures are over members; the others count only when asked for.
enum class Population { members, membersAndStaff, everybody };

/// Whether ties that nobody confirmed for 18 months count.
enum class StaleTies { counted, leftOut };

/// Which network is meant: every figure and map says these.
struct NetworkOptions
{
    TieSet set = TieSet::exchange;
    Date on;
    Population population = Population::members;
    StaleTies stale = StaleTies::counted;
    GraphSnapshot::Direction direction = GraphSnapshot::Direction::undirected;
    std::uint64_t revision = 0; ///< of the data, handed on to the snapshot

    bool operator==(const NetworkOptions&) const = default;
};

/// Whether a person is one of the vertices: of the population, joined and not left or archived on the date.
bool isInNetwork(const Person& person, const NetworkOptions& options);

/// Whether a tie is one of the edges, whatever its ends: of the set, open on the date, not stale where those are left
/// out.
bool isInNetwork(const Tie& tie, const NetworkOptions& options);

/// The network of a tie set on a date. Vertices are the people of the population who are here on the date, in the order
/// given. Undirected: one edge for each tie between two of them, with its weight. Directed: one arc for each ordered
/// pair that an overlay of such a tie states, the weights of its overlays (of any kind and topic) summed. Pure;
/// O(people + ties + overlays) and the sort of the edges. Any thread.
GraphSnapshot networkSnapshot(std::span<const Person> people, std::span<const Tie> ties,
                              std::span<const Overlay> overlays, const NetworkOptions& options);

} // namespace weavemap::graph
