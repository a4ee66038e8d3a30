// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/RunContext.h"
#include "core/graph/GraphSnapshot.h"
#include "core/layout/Geometry.h"
#include "core/layout/Team.h"

namespace weavemap::layout {

/// Distance between two people of a row, and between rows, for discs of the default radius.
inline constexpr double kRowPitch = 30.0;
/// Height of the strip that a caption stands in, and the least width kept for it.
inline constexpr double kCaptionHeight = 36.0;
inline constexpr double kCaptionWidth = 190.0;
/// Distance from the rows to everything else, and between the two kinds of rows.
inline constexpr double kAreaGap = 34.0;

/// How rows are laid beside a picture of some size: the larger it is, the smaller it is shown, and words and the areas
/// round groups are not.
struct RowScale
{
    double words = 1.0;      ///< factor of what captions need
    double people = 1.0;     ///< factor of the distances in a row
    double clear = kAreaGap; ///< map units from the rows to everything else
};

/// The scale for rows beside `people` who fill `bounds`.
RowScale rowScale(const Rect& bounds, std::size_t people);

/// Connected pieces by how they are drawn.
struct PieceSorts
{
    std::vector<std::vector<std::uint32_t>> large; ///< largest first
    std::vector<std::vector<std::uint32_t>> small; ///< of two and more, largest first
    std::vector<std::uint32_t> isolates;           ///< ascending
};

/// Large is the largest piece if it has three people at least, and what has eight people or a quarter of the largest
/// piece, three at least; at most 64 pieces. `graph` is undirected.
PieceSorts sortPieces(const graph::GraphSnapshot& graph);

/// People in rows, relative to the top left corner of the block: small pieces first, isolates under them, a caption
/// strip above each.
struct RowBlock
{
    std::vector<std::uint32_t> people;
    std::vector<Point> at;
    double width = 0.0;
    double height = 0.0;
};

struct RowInput
{
    const graph::GraphSnapshot& graph;
    std::span<const float> radii;
    std::span<const int> groups; ///< empty or one per vertex: rows go by group, those without one last
    double width = 240.0;        ///< rows are not longer than this, unless one piece is
    std::uint64_t seed = 1;
    RowScale scale = {};
};

/// Positions of a small connected piece round (0, 0): a line where it is a chain of up to five, else a small drawing.
std::vector<Point> smallPiece(const RowInput& input, std::span<const std::uint32_t> people, Team& team);

/// Block of the rows; empty where there is nobody. O(people).
RowBlock rowsOf(const RowInput& input, std::span<const std::vector<std::uint32_t>> small,
                std::span<const std::uint32_t> isolates, Team& team);

/// How far apart people in a row stand.
struct RowPitch
{
    double between = kRowPitch;
    int times = 0; ///< how often that distance is there; 0: nowhere
};

/// The distance that is there most often, the least of several, `kRowPitch` at least: whoever the hand moved does not
/// count. O(n log n).
RowPitch rowPitch(std::span<const std::uint32_t> people, std::span<const Point> at);

/// Around the discs of the largest cluster of `people` that stand near each other: a row, without those who were
/// dragged away from it. `people` is not empty. O(n log n).
Rect clusterBox(std::span<const std::uint32_t> people, std::span<const Point> at, std::span<const float> radii);

/// Top left corner for a block: at the bottom right of `around`'s discs, in the free corner under them where there is
/// one, `clear` from each of them.
Point cornerFor(double width, double height, std::span<const Disc> around, const Rect& bounds, double clear);

} // namespace weavemap::layout
