// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/NetworkSnapshot.h"

#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace weavemap::graph {

bool isInNetwork(const Person& person, const NetworkOptions& options)
{
    if (!person.isHereOn(options.on))
        return false;
    switch (person.kind) {
    case PersonKind::member:
        return true;
    case PersonKind::staff:
        return options.population != Population::members;
    case PersonKind::outside:
        return options.population == Population::everybody;
    }
    return false;
}

bool isInNetwork(const Tie& tie, const NetworkOptions& options)
{
    return belongsTo(tie, options.set) && tie.isOpenOn(options.on) &&
           (options.stale == StaleTies::counted || !tie.isStaleOn(options.on));
}

GraphSnapshot networkSnapshot(std::span<const Person> people, std::span<const Tie> ties,
                              std::span<const Overlay> overlays, const NetworkOptions& options)
{
    std::vector<PersonId> ids;
    std::unordered_map<PersonId, std::uint32_t> indexOf;
    for (const Person& person : people)
        if (isInNetwork(person, options) && indexOf.emplace(person.id, static_cast<std::uint32_t>(ids.size())).second)
            ids.push_back(person.id);

    const bool directed = options.direction == GraphSnapshot::Direction::directed;
    std::vector<Edge> edges;
    std::unordered_set<TieId> open;
    for (const Tie& tie : ties) {
        if (!isInNetwork(tie, options))
            continue;
        const auto a = indexOf.find(tie.a), b = indexOf.find(tie.b);
        if (a == indexOf.end() || b == indexOf.end())
            continue;
        if (directed)
            open.insert(tie.id);
        else
            edges.push_back({a->second, b->second, tie.weight});
    }
    if (directed) {
        for (const Overlay& overlay : overlays) {
            const auto from = indexOf.find(overlay.from), to = indexOf.find(overlay.to);
            if (open.contains(overlay.tie) && from != indexOf.end() && to != indexOf.end())
                edges.push_back({from->second, to->second, overlay.weight});
        }
    }
    const auto count = static_cast<std::uint32_t>(ids.size());
    return GraphSnapshot(options.direction, count, edges, std::move(ids), options.revision);
}

} // namespace weavemap::graph
