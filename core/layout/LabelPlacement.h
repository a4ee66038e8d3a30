// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/layout/Geometry.h"

namespace weavemap::layout {

/// A text that wants to stand beside a disc.
struct Label
{
    /// The disc it names. It need not be among the discs of `LabelScene`.
    Disc anchor;
    /// Size of the text as measured, in the units of the anchor.
    double width = 0.0;
    double height = 0.0;
    /// Greater comes first; equal ones in the order given.
    double importance = 0.0;
    /// What must be said in any case: where no spot is free, the text stands where it covers least.
    enum class Room { free, anyCase } room = Room::free;
    /// The way that leads out of a ring of people: the text stands on this side of its disc, where room is free.
    /// (0, 0): any side will do.
    Point outward = {};
};

/// A line that is there already, such as a leader line of a label placed before.
struct LabelLine
{
    Point from, to;
};

/// What labels must keep clear of and stay within.
struct LabelScene
{
    /// Labels lie wholly inside; an empty rectangle means no bounds.
    Rect bounds;
    std::span<const Disc> discs;
    /// Cards, captions and texts that are there already.
    std::span<const Rect> obstacles;
    std::span<const LabelLine> lines = {};
};

struct LabelOptions
{
    /// Distance between a disc and its label.
    double gap = 4.0;
    /// Distance kept between labels, and from labels to other discs and obstacles.
    double clearance = 1.5;
    /// Distance kept between a label and another at its side, and above or below it, in heights of the label: closer
    /// ones read as one line, or as two lines of one name.
    double beside = 0.0;
    double lines = 0.0;
    /// Whether a label that finds no room at that distance is left out, or stands as near as `clearance` allows.
    enum class Apart { always, wherePossible } apart = Apart::always;
    /// At most so many labels are placed.
    std::size_t limit = SIZE_MAX;
};

/// Where a label went.
enum class LabelSpot : std::uint8_t {
    right,
    left,
    below,
    above,
    belowRight,
    aboveRight,
    belowLeft,
    aboveLeft, ///< touching distance
    leader,    ///< farther out, with a leader line
};

struct PlacedLabel
{
    /// Index into the labels given.
    std::size_t label = 0;
    Rect box;
    LabelSpot spot = LabelSpot::right;
    /// The leader line from the disc's edge to the box; both ends the same point where there is none.
    Point leaderFrom;
    Point leaderTo;

    bool hasLeader() const { return spot == LabelSpot::leader; }
};

/// Places labels as `placeLabels` does, some after others: those of a later call keep clear of all before.
class LabelPlacer
{
public:
    /// `frame`: about where labels will be; cells are cut from it. O(discs).
    LabelPlacer(const LabelScene& scene, const Rect& frame, const LabelOptions& options = {});
    ~LabelPlacer();
    LabelPlacer(const LabelPlacer&) = delete;
    LabelPlacer& operator=(const LabelPlacer&) = delete;

    /// At most `limit` of these. About O(labels).
    std::vector<PlacedLabel> place(std::span<const Label> labels, std::size_t limit);

private:
    class Taken;
    Rect m_bounds;
    LabelOptions m_options;
    std::unique_ptr<Taken> m_taken;
};

/// Places labels in order of importance at the first free one of eight spots around their disc, sooner at one that no
/// other disc is nearer to than their own, then at the same spots 16, 30 and 46 units farther out with a leader line,
/// which meets no other. A label that would lie on a disc, an obstacle, another label or beyond the bounds anywhere is
/// left out, but for those of `Room::anyCase`: they lie within the bounds wherever these are large enough, sooner on
/// discs than on obstacles, and never on a label that was placed before where any spot is without one. Labels that are
/// not finite, or empty, are left out too.
///
/// Pure: the same input gives the same output; the result is in the order of placing. About O(discs + labels).
std::vector<PlacedLabel> placeLabels(std::span<const Label> labels, const LabelScene& scene,
                                     const LabelOptions& options = {});

} // namespace weavemap::layout
