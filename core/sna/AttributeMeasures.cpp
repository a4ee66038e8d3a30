// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/AttributeMeasures.h"

#include <cmath>
#include <cstdint>
#include <optional>

#include "core/sna/Figures.h"

namespace weavemap::sna {

namespace {

/// Calls visit(source, target) for each arc; for an undirected tie both ways.
template <class Visit>
void forEachArc(const graph::GraphSnapshot& snapshot, const Visit& visit)
{
    for (std::uint32_t v = 0; v < snapshot.vertexCount(); ++v)
        for (const std::uint32_t w : snapshot.neighbours(v))
            visit(v, w);
}

/// Pearson's correlation over pairs, in two passes.
template <class Pairs>
double correlation(const Pairs& forEachPair)
{
    double count = 0.0, sumX = 0.0, sumY = 0.0;
    forEachPair([&](double x, double y) {
        count += 1.0;
        sumX += x;
        sumY += y;
    });
    if (count == 0.0)
        return kUndefined;
    const double meanX = sumX / count, meanY = sumY / count;
    double xx = 0.0, yy = 0.0, xy = 0.0;
    forEachPair([&](double x, double y) {
        xx += (x - meanX) * (x - meanX);
        yy += (y - meanY) * (y - meanY);
        xy += (x - meanX) * (y - meanY);
    });
    // Values that are all the same leave a variance of rounding errors at most.
    const double roundOff = 1e-24 * count;
    if (xx <= roundOff * (meanX * meanX + 1e-300) || yy <= roundOff * (meanY * meanY + 1e-300))
        return kUndefined;
    return xy / std::sqrt(xx * yy);
}

} // namespace

double TieMix::index() const
{
    const double all = external + internal;
    return all > 0.0 ? (external - internal) / all : kUndefined;
}

Result<TieMix> tieMix(const graph::GraphSnapshot& snapshot, const NodeAttribute& attribute, const RunContext& context)
{
    if (context.cancelled())
        return fail(ErrorCode::cancelled);
    struct Sides
    {
        double external = 0.0;
        double internal = 0.0;
    };
    std::map<std::string, Sides> groups;
    TieMix mix;
    forEachArc(snapshot, [&](std::uint32_t v, std::uint32_t w) {
        const std::string &a = attribute.values[v], &b = attribute.values[w];
        if (a.empty() || b.empty() || (!snapshot.isDirected() && w < v))
            return;
        if (a == b) {
            mix.internal += 1.0;
            groups[a].internal += 1.0;
        } else {
            mix.external += 1.0;
            groups[a].external += 1.0;
            groups[b].external += 1.0;
        }
    });
    for (const auto& [name, sides] : groups)
        mix.indexByGroup[name] = (sides.external - sides.internal) / (sides.external + sides.internal);
    return mix;
}

double categoricalAssortativity(const graph::GraphSnapshot& snapshot, const NodeAttribute& attribute)
{
    struct Ends
    {
        double out = 0.0;
        double in = 0.0;
    };
    std::map<std::string, Ends> groups;
    double arcs = 0.0, same = 0.0;
    forEachArc(snapshot, [&](std::uint32_t v, std::uint32_t w) {
        const std::string &a = attribute.values[v], &b = attribute.values[w];
        if (a.empty() || b.empty())
            return;
        arcs += 1.0;
        same += a == b ? 1.0 : 0.0;
        groups[a].out += 1.0;
        groups[b].in += 1.0;
    });
    if (arcs == 0.0)
        return kUndefined;
    double chance = 0.0; // exact in whole numbers up to 2^53
    for (const auto& [name, ends] : groups)
        chance += ends.out * ends.in;
    if (chance == arcs * arcs)
        return kUndefined;
    chance /= arcs * arcs;
    return (same / arcs - chance) / (1.0 - chance);
}

double numericAssortativity(const graph::GraphSnapshot& snapshot, const NodeAttribute& attribute)
{
    return correlation([&](const auto& take) {
        forEachArc(snapshot, [&](std::uint32_t v, std::uint32_t w) {
            const std::optional<double>&a = attribute.numbers[v], &b = attribute.numbers[w];
            if (a && b)
                take(*a, *b);
        });
    });
}

double degreeAssortativity(const graph::GraphSnapshot& snapshot)
{
    return correlation([&](const auto& take) {
        forEachArc(snapshot, [&](std::uint32_t v, std::uint32_t w) { take(snapshot.degree(v), snapshot.inDegree(w)); });
    });
}

double attributeModularity(const graph::GraphSnapshot& snapshot, const NodeAttribute& attribute)
{
    std::map<std::string, double> ends;
    double inside = 0.0, arcs = 0.0;
    forEachArc(snapshot, [&](std::uint32_t v, std::uint32_t w) {
        arcs += 1.0;
        inside += attribute.values[v] == attribute.values[w] ? 1.0 : 0.0;
        ends[attribute.values[v]] += 1.0;
    });
    if (arcs == 0.0)
        return kUndefined;
    double chance = 0.0;
    for (const auto& [name, count] : ends)
        chance += (count / arcs) * (count / arcs);
    return inside / arcs - chance;
}

double bipartiteDensity(const graph::GraphSnapshot& snapshot, const NodeAttribute& attribute)
{
    std::map<std::string, double> sizes;
    for (const std::string& value : attribute.values)
        sizes[value] += 1.0;
    bool crosses = true;
    forEachArc(snapshot, [&](std::uint32_t v, std::uint32_t w) {
        crosses = crosses && attribute.values[v] != attribute.values[w];
    });
    if (sizes.size() != 2 || sizes.contains("") || !crosses)
        return kUndefined;
    return static_cast<double>(snapshot.edgeCount()) / (sizes.begin()->second * sizes.rbegin()->second);
}

} // namespace weavemap::sna
