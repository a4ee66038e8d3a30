// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/Rows.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "core/layout/OverlapRemoval.h"
#include "core/layout/PieceLayout.h"
#include "core/layout/WorkGraph.h"

namespace weavemap::layout {

namespace {

constexpr std::size_t kMostLarge = 64;
constexpr std::size_t kLargeSize = 8;
constexpr std::size_t kLongestLine = 5;
constexpr double kSmallTie = 36.0;
constexpr double kBetweenPieces = 34.0;
constexpr double kCanvasWidth = 1000.0; ///< px, as `Placement` says
constexpr double kCanvasHeight = 760.0;
constexpr double kAreaReach =
    78.0; ///< px from a person to the edge of a group's area, in a window that leaves little room
constexpr double kManyPeople = 500.0; ///< from here on discs and areas are drawn smaller
constexpr double kTighter = 0.75;
constexpr double kBeyondAnyRow = 1e9; ///< between people whose places a hostile file gave

/// The people of a chain from one end to the other; empty where the piece is no chain.
std::vector<std::uint32_t> chainOf(const graph::GraphSnapshot& graph, std::span<const std::uint32_t> people)
{
    if (people.size() > kLongestLine)
        return {};
    std::uint32_t end = 0;
    bool hasEnd = false;
    for (const std::uint32_t v : people) {
        if (graph.degree(v) > 2)
            return {};
        if (graph.degree(v) == 1 && !hasEnd) {
            end = v;
            hasEnd = true;
        }
    }
    if (!hasEnd)
        return {};
    std::vector<std::uint32_t> chain{end};
    std::uint32_t from = end;
    while (chain.size() < people.size()) {
        const std::uint32_t here = chain.back();
        for (const std::uint32_t next : graph.neighbours(here)) {
            if (next != from) {
                chain.push_back(next);
                break;
            }
        }
        from = here;
    }
    return chain;
}

double radiusOf(const RowInput& input, std::uint32_t v) { return static_cast<double>(input.radii[v]); }

int groupOf(const RowInput& input, std::uint32_t v)
{
    const int group = input.groups.empty() ? 0 : input.groups[v];
    return group < 0 ? INT32_MAX : group;
}

/// Appends pieces in rows from `top` down; gives the bottom.
double layRows(const RowInput& input, std::span<const std::vector<std::uint32_t>> pieces, double top, Team& team,
               RowBlock& block)
{
    const double between = input.scale.people * kBetweenPieces;
    double x = 0.0, rowTop = top, rowHeight = 0.0;
    for (const std::vector<std::uint32_t>& people : pieces) {
        std::vector<Point> at = smallPiece(input, people, team);
        Rect box{at[0].x, at[0].y, 0.0, 0.0};
        for (Point& p : at)
            p = {input.scale.people * p.x, input.scale.people * p.y};
        for (std::size_t i = 0; i < at.size(); ++i) {
            const double r = radiusOf(input, people[i]);
            box = box.united({at[i].x - r, at[i].y - r, 2.0 * r, 2.0 * r});
        }
        if (x > 0.0 && x + box.width > input.width) {
            x = 0.0;
            rowTop += rowHeight + 0.5 * between;
            rowHeight = 0.0;
        }
        for (std::size_t i = 0; i < at.size(); ++i) {
            block.people.push_back(people[i]);
            block.at.push_back({x + at[i].x - box.x, rowTop + at[i].y - box.y});
        }
        x += box.width;
        block.width = std::max(block.width, x);
        x += between;
        rowHeight = std::max(rowHeight, box.height);
    }
    return rowTop + rowHeight;
}

} // namespace

RowScale rowScale(const Rect& bounds, std::size_t people)
{
    const double unit = std::max(bounds.width / kCanvasWidth, bounds.height / kCanvasHeight);
    const double crowd = std::sqrt(std::min(1.0, kManyPeople / std::max(1.0, static_cast<double>(people))));
    RowScale scale;
    scale.words = std::max(1.0, unit);
    scale.people = std::max(1.0, kTighter * unit * crowd);
    scale.clear = std::max(kAreaGap, kAreaReach * unit * crowd);
    return scale;
}

PieceSorts sortPieces(const graph::GraphSnapshot& graph)
{
    PieceSorts sorts;
    std::vector<std::vector<std::uint32_t>> pieces = piecesOf(graph);
    const std::size_t largest = pieces.empty() ? 0 : pieces[0].size();
    const std::size_t enough = std::max<std::size_t>(3, std::min(kLargeSize, (largest + 3) / 4));
    for (std::vector<std::uint32_t>& piece : pieces) {
        if (piece.size() == 1)
            sorts.isolates.push_back(piece[0]);
        else if (piece.size() >= enough && sorts.large.size() < kMostLarge)
            sorts.large.push_back(std::move(piece));
        else
            sorts.small.push_back(std::move(piece));
    }
    std::sort(sorts.isolates.begin(), sorts.isolates.end());
    return sorts;
}

std::vector<Point> smallPiece(const RowInput& input, std::span<const std::uint32_t> people, Team& team)
{
    std::vector<Point> result(people.size());
    if (people.size() < 2)
        return result;
    if (const std::vector<std::uint32_t> chain = chainOf(input.graph, people); !chain.empty()) {
        double x = 0.0;
        for (std::size_t i = 0; i < chain.size(); ++i) {
            if (i > 0)
                x += std::max(kSmallTie, radiusOf(input, chain[i - 1]) + radiusOf(input, chain[i]) + 16.0);
            const auto place = std::lower_bound(people.begin(), people.end(), chain[i]) - people.begin();
            result[static_cast<std::size_t>(place)] = {x, 0.0};
        }
        for (Point& p : result)
            p.x -= 0.5 * x;
        return result;
    }
    const WorkGraph piece = inducedGraph(input.graph, people);
    std::vector<float> radii;
    for (const std::uint32_t v : people)
        radii.push_back(input.radii[v]);
    Positions at;
    (void)layoutPiece({piece, radii, {}, 1.3F, input.seed}, team, {}, {}, at); // never cancelled: small
    float length = 0.0F;
    for (std::uint32_t v = 0; v < piece.size(); ++v) {
        for (const std::uint32_t u : piece.neighbours(v)) {
            const float dx = at.x[v] - at.x[u], dy = at.y[v] - at.y[u];
            length += std::sqrt(dx * dx + dy * dy);
        }
    }
    float factor = static_cast<float>(kSmallTie) * static_cast<float>(piece.targets.size()) / std::max(length, 1e-3F);
    for (std::uint32_t v = 0; v < piece.size(); ++v) {
        at.x[v] *= factor;
        at.y[v] *= factor;
    }
    factor = crowding(radii, 2.0F * kDiscGap, at) * 1.001F;
    for (std::uint32_t v = 0; v < piece.size(); ++v)
        result[v] = {static_cast<double>(at.x[v] * factor), static_cast<double>(at.y[v] * factor)};
    return result;
}

RowBlock rowsOf(const RowInput& input, std::span<const std::vector<std::uint32_t>> small,
                std::span<const std::uint32_t> isolates, Team& team)
{
    RowBlock block;
    const double caption = input.scale.words * kCaptionHeight, gap = input.scale.words * kAreaGap;
    double y = 0.0;
    if (!small.empty()) {
        std::vector<std::vector<std::uint32_t>> ordered(small.begin(), small.end());
        // Small ones first: rows of equal pieces look tidy. Within a size by group.
        std::stable_sort(ordered.begin(), ordered.end(), [&](const auto& a, const auto& b) {
            return a.size() != b.size() ? a.size() < b.size() : groupOf(input, a[0]) < groupOf(input, b[0]);
        });
        y = layRows(input, ordered, caption, team, block) + gap;
    }
    if (!isolates.empty()) {
        std::vector<std::uint32_t> ordered(isolates.begin(), isolates.end());
        std::stable_sort(ordered.begin(), ordered.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return groupOf(input, a) < groupOf(input, b); });
        y += caption;
        double largest = 0.0;
        for (const std::uint32_t v : ordered)
            largest = std::max(largest, radiusOf(input, v));
        const double pitch = std::max(input.scale.people * kRowPitch, 2.0 * largest + 10.0);
        const auto columns = static_cast<std::size_t>(std::max(1.0, (input.width - 2.0 * largest) / pitch + 1.0));
        for (std::size_t i = 0; i < ordered.size(); ++i) {
            const std::size_t column = i % columns, row = i / columns;
            const double x = largest + pitch * static_cast<double>(column);
            block.people.push_back(ordered[i]);
            block.at.push_back({x, y + largest + pitch * static_cast<double>(row)});
            block.width = std::max(block.width, x + largest);
        }
        const std::size_t lastRow = (ordered.size() - 1) / columns;
        y += 2.0 * largest + pitch * static_cast<double>(lastRow);
    } else if (!small.empty()) {
        y -= gap;
    }
    block.height = y;
    if (!block.people.empty())
        block.width = std::max(block.width, input.scale.words * kCaptionWidth);
    return block;
}

RowPitch rowPitch(std::span<const std::uint32_t> people, std::span<const Point> at)
{
    std::vector<double> across;
    for (const std::uint32_t v : people)
        across.push_back(at[v].x);
    std::sort(across.begin(), across.end());
    // Those under each other stand at one place across; whoever the hand moved stands anywhere.
    std::map<long long, std::pair<int, double>> gaps; // of that many whole units: how often, and exactly
    for (std::size_t i = 1; i < across.size(); ++i) {
        const double between = across[i] - across[i - 1];
        if (between >= 0.9 * kRowPitch && between < kBeyondAnyRow)
            gaps.try_emplace(std::llround(between), 0, between).first->second.first += 1;
    }
    RowPitch pitch;
    for (const auto& [units, gap] : gaps)
        if (gap.first > pitch.times)
            pitch = {std::max(gap.second, kRowPitch), gap.first};
    return pitch;
}

Point cornerFor(double width, double height, std::span<const Disc> around, const Rect& bounds, double clear)
{
    if (around.empty())
        return {0.0, 0.0};
    const double left = std::max(bounds.right() - width, bounds.x);
    double top = bounds.bottom() - height;
    for (const Disc& disc : around) {
        if (disc.x + disc.radius + clear > left)
            top = std::max(top, disc.y + disc.radius + clear);
    }
    return {left, top};
}

} // namespace weavemap::layout
