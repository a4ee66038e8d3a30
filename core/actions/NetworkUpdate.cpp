// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/NetworkUpdate.h"

#include <algorithm>
#include <iterator>
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

/// All ties with an end among some people.
std::vector<Tie> tiesOf(const NetworkData& data, std::vector<PersonId> people)
{
    std::vector<Tie> found;
    if (people.empty())
        return found;
    std::sort(people.begin(), people.end());
    const auto isOne = [&people](PersonId id) { return std::binary_search(people.begin(), people.end(), id); };
    std::copy_if(data.ties.begin(), data.ties.end(), std::back_inserter(found),
                 [&isOne](const Tie& tie) { return isOne(tie.a) || isOne(tie.b); });
    return found;
}

} // namespace

void TouchedRows::add(const store::ChangeSet& changes)
{
    for (const store::ChangedRow& row : changes.rows(store::Table::person))
        people.push_back(PersonId{row.id});
    for (const store::ChangedRow& row : changes.rows(store::Table::tie))
        ties.push_back(TieId{row.id});
    contacts = contacts || changes.touches(store::Table::conversation) || changes.touches(store::Table::participant);
}

void TouchedRows::add(const TouchedRows& others)
{
    people.insert(people.end(), others.people.begin(), others.people.end());
    ties.insert(ties.end(), others.ties.begin(), others.ties.end());
    contacts = contacts || others.contacts;
}

Result<sna::LiveCounts> liveCounts(const NetworkData& data, const graph::NetworkOptions& options, const RunContext& run)
{
    graph::NetworkOptions undirected = options;
    undirected.direction = graph::GraphSnapshot::Direction::undirected;
    return sna::LiveCounts::of(std::make_shared<const graph::GraphSnapshot>(
                                   graph::networkSnapshot(data.people, data.ties, data.overlays, undirected)),
                               run);
}

std::size_t updateSize(const NetworkData& data, const sna::LiveCounts& counts, const TouchedRows& touched)
{
    std::size_t size = touched.count();
    std::vector<PersonId> newcomers;
    for (const PersonId id : touched.people) {
        size += counts.degree(id);
        if (!counts.contains(id))
            newcomers.push_back(id);
    }
    return size + tiesOf(data, std::move(newcomers)).size();
}

Result<> updateNetwork(NetworkData& data, sna::LiveCounts& counts, store::Records& records, const TouchedRows& touched,
                       const graph::NetworkOptions& options, const RunContext& run)
{
    std::vector<Tie> came;
    for (const TieId id : touched.ties) {
        if (run.cancelled())
            return fail(ErrorCode::cancelled);
        WEAVEMAP_ASSIGN(const std::optional<Tie> now, records.ties.find(id));
        if (const auto before = put(data.ties, id, now); before && graph::isInNetwork(*before, options))
            counts.removeTie(before->a, before->b);
        if (now)
            came.push_back(*now);
    }
    std::vector<PersonId> newcomers;
    for (const PersonId id : touched.people) {
        if (run.cancelled())
            return fail(ErrorCode::cancelled);
        WEAVEMAP_ASSIGN(const std::optional<Person> now, records.people.find(id));
        put(data.people, id, now);
        if (!now || !graph::isInNetwork(*now, options)) {
            counts.removePerson(id);
        } else if (!counts.contains(id)) {
            counts.addPerson(id);
            newcomers.push_back(id);
        }
    }
    // Whoever comes into the network may have brought ties that stood before.
    const std::vector<Tie> brought = tiesOf(data, std::move(newcomers));
    came.insert(came.end(), brought.begin(), brought.end());
    for (const Tie& tie : came) {
        if (run.cancelled())
            return fail(ErrorCode::cancelled);
        if (graph::isInNetwork(tie, options))
            counts.addTie(tie.a, tie.b);
    }
    if (touched.contacts) {
        if (run.cancelled())
            return fail(ErrorCode::cancelled);
        WEAVEMAP_ASSIGN(data.contacts, records.conversations.contacts(endOfDay(options.on)));
    }
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
