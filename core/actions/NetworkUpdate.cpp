// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/NetworkUpdate.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

namespace weavemap::actions {

namespace {

/// Puts a record where its id belongs, in place of the one before, or takes that away. Returns the one before.
template <class Record, class Id>
std::optional<Record> put(std::vector<Record>& records, Id id, const std::optional<Record>& now)
{
    const auto at =
        std::lower_bound(records.begin(), records.end(), id, [](const Record& r, Id wanted) { return r.id < wanted; });
    const bool stands = at != records.end() && at->id == id;
    std::optional<Record> before = stands ? std::optional(*at) : std::nullopt;
    if (stands && now)
        *at = *now;
    else if (stands)
        records.erase(at);
    else if (now)
        records.insert(at, *now);
    return before;
}

} // namespace

void TouchedRows::add(const store::ChangeSet& changes)
{
    for (const store::ChangedRow& row : changes.rows(store::Table::person))
        people.push_back(PersonId{row.id});
    for (const store::ChangedRow& row : changes.rows(store::Table::tie))
        ties.push_back(TieId{row.id});
}

Result<sna::LiveCounts> liveCounts(const NetworkData& data, const graph::NetworkOptions& options, const RunContext& run)
{
    graph::NetworkOptions undirected = options;
    undirected.direction = graph::GraphSnapshot::Direction::undirected;
    return sna::LiveCounts::of(std::make_shared<const graph::GraphSnapshot>(
                                   graph::networkSnapshot(data.people, data.ties, data.overlays, undirected)),
                               run);
}

Result<> updateNetwork(NetworkData& data, sna::LiveCounts& counts, store::Records& records, const TouchedRows& touched,
                       const graph::NetworkOptions& options)
{
    std::vector<Tie> written;
    for (const TieId id : touched.ties) {
        WEAVEMAP_ASSIGN(const std::optional<Tie> now, records.ties.find(id));
        if (const auto before = put(data.ties, id, now); before && graph::isInNetwork(*before, options))
            counts.removeTie(before->a, before->b);
        if (now)
            written.push_back(*now);
    }
    bool somebodyCame = false;
    for (const PersonId id : touched.people) {
        WEAVEMAP_ASSIGN(const std::optional<Person> now, records.people.find(id));
        put(data.people, id, now);
        if (!now || !graph::isInNetwork(*now, options)) {
            counts.removePerson(id);
        } else if (!counts.contains(id)) {
            counts.addPerson(id);
            somebodyCame = true;
        }
    }
    // Whoever comes into the network may have brought ties that stood before.
    for (const Tie& tie : somebodyCame ? data.ties : written)
        if (graph::isInNetwork(tie, options))
            counts.addTie(tie.a, tie.b);
    return {};
}

NetworkFigures figuresOfCounts(const NetworkData& data, const sna::LiveCounts& counts,
                               const graph::NetworkOptions& options)
{
    NetworkFigures result;
    result.network = options;
    result.network.direction = graph::GraphSnapshot::Direction::undirected;
    result.coverage = coverageOf(data, options.on);
    result.staleTies = staleTiesOf(data, options);
    result.figures.revision = options.revision;
    result.figures.ids = counts.ids();
    result.figures.vertices = static_cast<std::uint32_t>(result.figures.ids.size());
    result.figures.undirected = counts.figures();
    return result;
}

} // namespace weavemap::actions
