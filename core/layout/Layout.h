// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/graph/GraphSnapshot.h"
#include "core/layout/Geometry.h"

namespace weavemap::layout {

/// How firmly a person stands where `LayoutOptions::initial` puts them.
enum class Hold : std::uint8_t {
    unplaced, ///< no place yet; the entry in `initial` is ignored
    placed,   ///< put there by an earlier layout
    pinned,   ///< put there by the user; no function of this file moves it
};

/// The disc radius of a person for whom no radius is given.
inline constexpr double kDefaultRadius = 9.0;

/// How people are arranged. Small pieces and people without ties stand in rows in every style.
enum class Style : std::uint8_t {
    clusters,  ///< people with many ties between them together; groups, where there are any, stand apart
    distances, ///< the way between two people is as long as the number of ties between them
    rings,     ///< round one person: the k-th ring holds whom k ties lead to
    areas,     ///< one area per group, areas with many ties between them side by side
    circle,    ///< everybody on one circle, group by group, so that few ties cross
};

/// Nobody, where a vertex is meant.
inline constexpr std::uint32_t kNobody = UINT32_MAX;

/// Wishes for a layout. Every vector is empty or has one entry per vertex.
struct LayoutOptions
{
    std::uint64_t seed = 1;
    Style style = Style::clusters;
    /// Whom rings are drawn round; where that is nobody of a large piece, all stand as clusters. Rings of a person
    /// whose piece is not the only large one leave the others beside them as clusters.
    std::uint32_t centre = kNobody;
    /// Width to height that the whole picture should have; 0.2 to 5.
    double aspect = 1000.0 / 760.0;
    /// Group of each vertex, such as the index of their region; below 0 is none. Members of one group are drawn
    /// together and groups stand apart, so that hulls can be painted round them. Empty: ties alone decide. Distances
    /// and rings do not use them.
    std::vector<int> groups;
    /// Radius of each disc in map units; discs never touch.
    std::vector<double> radii;
    /// Where vertices stand and how firmly. Positions that are not finite count as unplaced.
    std::vector<Point> initial;
    std::vector<Hold> holds;
};

/// A part of the picture that gets a caption of its own.
struct Area
{
    enum class Kind : std::uint8_t {
        mainPieces,  ///< the large connected pieces; no caption
        smallGroups, ///< "Small groups on their own · pieces"
        isolates,    ///< "No known tie yet · people"
    };

    Kind kind = Kind::mainPieces;
    /// Around the discs of the area, without the caption.
    Rect box;
    /// A strip kept free above `box`, starting at its left side; empty for the main pieces. Text may grow to the right.
    Rect caption;
    std::uint32_t pieces = 0;
    std::uint32_t people = 0;

    bool operator==(const Area&) const = default;
};

/// Where everybody stands. One map unit is one pixel where about 150 people fill a canvas of 1000 x 760; the picture's
/// sides grow with the square root of the number of people, its density stays.
struct Placement
{
    std::vector<Point> at; ///< one per vertex, always finite
    /// In the order of `Area::Kind`; only areas that hold somebody.
    std::vector<Area> areas;
    /// Around all discs and captions.
    Rect bounds;

    bool operator==(const Placement&) const = default;
};

/// Gets the positions so far, a few times during a layout, from the thread that runs it. Only the large pieces have
/// meaningful places then.
using FrameCallback = std::function<void(std::span<const Point>)>;

/// Lays out the whole network from the seed: multilevel force-directed with Barnes-Hut repulsion (Hu 2005, "Efficient
/// and high quality force-directed graph drawing"), then sparse stress (Ortmann, Klimenta, Brandes 2016,
/// doi:10.1007/978-3-319-50106-2_2), then contacts are gathered (`Gathering.h`) and overlaps removed; other styles
/// start from that. Large pieces are packed by shape; smaller ones and people without ties stand in rows at the bottom
/// right. `pinned` people stay, all others are placed anew around them.
///
/// Directed graphs are laid out as their undirected form. Weights are not used. The same bits for the same input at any
/// number of threads and on any machine with IEEE arithmetic. O((n + m) log n) time, O(n + m) memory.
/// Errors: `cancelled`; `invalidArgument` (name of the option) where a vector has another length than the graph has
/// vertices. Any thread.
Result<Placement> layoutNetwork(const graph::GraphSnapshot& graph, const LayoutOptions& options,
                                const RunContext& context = {}, const FrameCallback& onFrame = {});

/// Finds places for the `unplaced` people only; all others stay exactly where they are. A new person comes to a free
/// spot near the middle of their contacts (of their own group where groups have areas); one without placed contacts
/// joins the row of isolates or small groups. On rings and on a circle the others of the large pieces make room, in the
/// order they are in, and whoever is another number of steps from the centre now changes rings. With
/// nobody placed this is `layoutNetwork`. Errors and promises as there. O(n + m) plus O(k) per new person.
Result<Placement> placeAdded(const graph::GraphSnapshot& graph, const LayoutOptions& options,
                             const RunContext& context = {});

/// Improves a layout that is there, moving people as little as needed: every placed person is held by a spring to where
/// they stood, overlaps are removed, unplaced people are added, rows are put in order. Whoever stands among strangers
/// comes back to their group, or to their contacts (`Strays.h`). `pinned` people stay.
/// Errors and promises as `layoutNetwork`.
Result<Placement> tidyUp(const graph::GraphSnapshot& graph, const LayoutOptions& options,
                         const RunContext& context = {}, const FrameCallback& onFrame = {});

/// The areas and bounds of positions that come from somewhere else, such as a saved view, or after a drag. People who
/// were dragged away from the rows do not stretch a row's box. `radii` as in the options. O(n + m). Precondition: `at`
/// has one finite entry per vertex.
Placement describe(const graph::GraphSnapshot& graph, std::vector<Point> at, std::span<const double> radii = {});

} // namespace weavemap::layout
