// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/graph/GraphSnapshot.h"
#include "core/sna/Figures.h"

namespace weavemap::sna {

/// Ties, pieces and triangles of an undirected network, kept up as people and ties come and go: made from a snapshot
/// once, then updated for each edit. Gives at any time what the measures give of a snapshot of the same people and
/// ties.
///
/// Edits do not poll: the dearest is about one search of the smaller pieces that it joins or parts. Whoever makes many
/// polls between them.
///
/// A value; a copy shares the rows of the snapshot. One owner at a time. People whom it does not hold and ties that are
/// there already, or not there, change nothing.
class LiveCounts
{
public:
    /// Nobody.
    LiveCounts() = default;
    /// Precondition: `snapshot` is undirected and its ids ascend, each once. As dear as `triangles` and `components`.
    /// Errors: cancelled.
    static Result<LiveCounts> of(std::shared_ptr<const graph::GraphSnapshot> snapshot, const RunContext& context);

    bool contains(PersonId person) const;
    bool hasTie(PersonId one, PersonId other) const;
    /// 0 also for those whom it does not hold.
    std::size_t degree(PersonId person) const;
    std::size_t people() const { return m_slotOf.size(); }
    std::size_t ties() const { return m_ties; }

    /// Somebody without a tie. O(people) to make room.
    void addPerson(PersonId person);
    /// With their ties. O(the degrees of their contacts), O(people) to close the gap, and one search from all contacts
    /// until no more than one part of it goes on.
    void removePerson(PersonId person);
    /// O(degrees), and as many steps as the one of two pieces that it joins with fewer people has ties. False where
    /// nothing changed.
    bool addTie(PersonId one, PersonId other);
    /// O(degrees), and a search from both ends until they meet or the cheaper side is seen whole.
    bool removeTie(PersonId one, PersonId other);

    /// Everybody, ascending: the order of every list in `figures`.
    std::vector<PersonId> ids() const;
    /// Under the keys of the registry: edges, density, degree, degree_mean, isolates; component, components,
    /// component_sizes; triangles, triangles_total, clustering_local, transitivity_global. O(people).
    FigureSection figures() const;

private:
    using Slot = std::uint32_t;
    using Row = std::vector<Slot>;
    static constexpr Slot kNone = static_cast<Slot>(-1);

    Slot slotOf(PersonId person) const;
    /// Neighbours, ascending.
    std::span<const Slot> row(Slot slot) const;
    Row& ownRow(Slot slot);
    void countTriangles(Slot a, Slot b, std::uint64_t change);
    void relabel(std::span<const Slot> slots, std::uint32_t to);
    std::uint32_t newMarks(std::size_t count);
    Row pieceOf(Slot slot);
    void part(std::span<const Slot> ends);
    bool removeTieAt(Slot a, Slot b);

    std::shared_ptr<const graph::GraphSnapshot> m_base;
    std::unordered_map<Slot, Row> m_changedRows;     ///< in place of those of the snapshot
    std::vector<std::pair<PersonId, Slot>> m_slotOf; ///< ascending
    std::vector<std::uint64_t> m_triangles;          ///< by slot, as the next
    std::vector<std::uint32_t> m_piece;
    std::vector<std::uint32_t> m_pieceSize; ///< by label of a piece
    std::vector<std::uint32_t> m_seen;      ///< by slot: the mark of the last search that came by
    std::uint32_t m_lastMark = 0;
    std::size_t m_ties = 0;
};

} // namespace weavemap::sna
