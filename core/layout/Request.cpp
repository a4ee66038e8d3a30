// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/Request.h"

#include <algorithm>
#include <cmath>

namespace weavemap::layout {

namespace {

constexpr double kFarthest = 1e7;
constexpr float kLargestRadius = 1000.0F;

bool isUsable(const Point& p)
{
    // Comparisons are false for what is not a number.
    return p.x >= -kFarthest && p.x <= kFarthest && p.y >= -kFarthest && p.y <= kFarthest;
}

} // namespace

Result<Request> Request::of(const graph::GraphSnapshot& graph, const LayoutOptions& options)
{
    const std::size_t n = graph.vertexCount();
    const auto wrong = [n](std::size_t size) { return size != 0 && size != n; };
    if (wrong(options.groups.size()))
        return fail(ErrorCode::invalidArgument, {"groups", std::to_string(options.groups.size())});
    if (wrong(options.radii.size()))
        return fail(ErrorCode::invalidArgument, {"radii", std::to_string(options.radii.size())});
    if (wrong(options.initial.size()))
        return fail(ErrorCode::invalidArgument, {"initial", std::to_string(options.initial.size())});
    if (wrong(options.holds.size()))
        return fail(ErrorCode::invalidArgument, {"holds", std::to_string(options.holds.size())});
    Request request;
    request.m_graph = &graph;
    if (graph.isDirected())
        request.m_own = graph.undirected();
    request.m_options = &options;
    request.m_aspect = options.aspect >= 0.2 ? std::min(options.aspect, 5.0) : (options.aspect > 0.0 ? 0.2 : 1.3);
    request.m_radii.assign(n, static_cast<float>(kDefaultRadius));
    for (std::size_t v = 0; v < options.radii.size(); ++v) {
        const auto radius = static_cast<float>(options.radii[v]);
        if (radius >= 0.0F)
            request.m_radii[v] = std::min(radius, kLargestRadius);
    }
    request.m_holds.assign(n, Hold::unplaced);
    if (!options.initial.empty()) {
        for (std::size_t v = 0; v < options.holds.size(); ++v) {
            if (isUsable(options.initial[v]))
                request.m_holds[v] = options.holds[v];
        }
    }
    return request;
}

bool Request::holdsAny(Hold hold) const { return std::find(m_holds.begin(), m_holds.end(), hold) != m_holds.end(); }

std::vector<float> Request::radiiOf(std::span<const std::uint32_t> people) const
{
    std::vector<float> result;
    result.reserve(people.size());
    for (const std::uint32_t v : people)
        result.push_back(m_radii[v]);
    return result;
}

std::vector<int> Request::groupsOf(std::span<const std::uint32_t> people) const
{
    std::vector<int> result;
    if (m_options->groups.empty())
        return result;
    result.reserve(people.size());
    for (const std::uint32_t v : people)
        result.push_back(m_options->groups[v]);
    return result;
}

void placeRows(const Request& request, const PieceSorts& sorts, Team& team, std::vector<Point>& at,
               std::vector<char>& isSet)
{
    std::vector<Disc> discs;
    Rect bounds;
    for (std::uint32_t v = 0; v < at.size(); ++v) {
        if (!isSet[v])
            continue;
        const double r = request.radius(v);
        const Rect box{at[v].x - r, at[v].y - r, 2.0 * r, 2.0 * r};
        bounds = discs.empty() ? box : bounds.united(box);
        discs.push_back(request.discOf(v, at[v]));
    }
    std::vector<std::vector<std::uint32_t>> small;
    std::vector<std::uint32_t> isolates;
    std::size_t people = 0;
    for (const std::vector<std::uint32_t>& piece : sorts.small) {
        if (std::none_of(piece.begin(), piece.end(), [&](std::uint32_t v) { return isSet[v] != 0; })) {
            small.push_back(piece);
            people += 2 * piece.size();
        }
    }
    for (const std::uint32_t v : sorts.isolates) {
        if (!isSet[v]) {
            isolates.push_back(v);
            ++people;
        }
    }
    if (people == 0)
        return;
    const RowScale scale = rowScale(bounds, discs.size());
    const double square = std::sqrt(static_cast<double>(people)) * scale.people * kRowPitch;
    RowInput input = request.rowInput(std::max({270.0, 0.3 * bounds.width, 1.6 * square}));
    input.scale = scale;
    const RowBlock block = rowsOf(input, small, isolates, team);
    const Point corner = cornerFor(block.width, block.height, discs, bounds, scale.clear);
    for (std::size_t i = 0; i < block.people.size(); ++i) {
        at[block.people[i]] = {corner.x + block.at[i].x, corner.y + block.at[i].y};
        isSet[block.people[i]] = 1;
    }
}

} // namespace weavemap::layout
