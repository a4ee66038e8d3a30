// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/actions/Figures.h"
#include "core/actions/NetworkData.h"
#include "core/base/Result.h"
#include "core/graph/NetworkSnapshot.h"
#include "core/sna/LiveCounts.h"
#include "core/store/ChangeSet.h"
#include "core/store/Records.h"

namespace weavemap::actions {

/// The people and ties of which an edit wrote something, in any order, and whether it touched who was heard from.
struct TouchedRows
{
    std::vector<PersonId> people;
    std::vector<TieId> ties;
    bool contacts = false;

    std::size_t count() const { return people.size() + ties.size(); }
    bool isEmpty() const { return count() == 0 && !contacts; }
    void add(const store::ChangeSet& changes);
    void add(const TouchedRows& others);
};

/// Counts of ties, pieces and triangles of the network that `options` mean, to be kept up. Errors: cancelled.
Result<sna::LiveCounts> liveCounts(const NetworkData& data, const graph::NetworkOptions& options,
                                   const RunContext& run = {});

/// How many rows and ties bringing the touched ones in handles, at most: those of people who come or go count, too.
/// Where that is much, reading anew is quicker. O(touched), and O(ties) where somebody comes.
std::size_t updateSize(const NetworkData& data, const sna::LiveCounts& counts, const TouchedRows& touched);

/// Brings people, ties and their counts to what `records` say of the touched ones now; all others stay as they are. One
/// query for each, where reading the file anew takes a million; one for all contacts. Organizations, attributes and
/// overlays stay as they were read: nothing in `figuresOfCounts` rests on them. `counts` must be of `data` and
/// `options`, and `data` read for their date. Polls for each row. Errors: cancelled, which leaves both halfway.
Result<> updateNetwork(NetworkData& data, sna::LiveCounts& counts, store::Records& records, const TouchedRows& touched,
                       const graph::NetworkOptions& options, const RunContext& run = {});

/// The figures that follow from counts: those of `sna::LiveCounts::figures`, coverage and stale ties. The rest is
/// missing; `carryOver` fills it in. Pure; O(people + ties).
NetworkFigures figuresOfCounts(const NetworkData& data, const sna::LiveCounts& counts,
                               const graph::NetworkOptions& options);

} // namespace weavemap::actions
