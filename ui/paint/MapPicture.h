// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include <QColor>
#include <QImage>
#include <QLineF>
#include <QPainterPath>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <QRgb>
#include <QString>
#include <QStringList>
#include <QTransform>

#include "ui/paint/MapInput.h"

namespace weavemap::ui {

/// A person as drawn. Colours are opaque and already mixed, so that a disc looks the same on every back end.
struct PictureDisc
{
    QPointF at;
    float radius = 0;
    float edgeWidth = 0;       ///< 0: no edge
    float gap = 0;             ///< width of the ring in canvas colour around the disc
    float ringWidth = 0;       ///< outer ring of the second attribute; 0: none
    std::uint8_t ringArcs = 1; ///< pieces the ring is cut into, another number for each value
    std::uint8_t mark = 0;     ///< sign of the group on the disc, where colours are not enough; 0: none
    QRgb sign = 0;             ///< its colour
    QRgb fill = 0;
    QRgb edge = 0;
    QRgb ring = 0;
    MapShape shape = MapShape::disc;
    std::uint32_t person = 0; ///< index into MapInput::people
};

/// Marks around a disc, below or above it: glow and rings.
struct PictureRing
{
    QPointF at;
    float radius = 0;
    float width = 0;
    QColor color;
};

/// How many pieces the ring of a colour index is cut into; -1 ("other") is cut the finest.
constexpr std::uint8_t ringArcsOf(int colour)
{
    const int place = colour < kFirstShade ? colour : colour - kFirstShade;
    return static_cast<std::uint8_t>(place < 0 ? 12 : place + 1);
}
/// The sign of a colour index where colours are not enough; the first has none.
constexpr std::uint8_t markOf(int colour) { return static_cast<std::uint8_t>(colour < 0 ? 0 : colour); }

/// A straight, flat-capped piece of a tie. Pieces of one tie in one class follow each other and share end points.
struct TieSegment
{
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

/// Pieces of one look. Classes are drawn in the order of the list; inside a class overlaps follow 1 - (1 - a)^n.
struct TieClass
{
    QRgb color = 0; ///< opaque
    float alpha = 1;
    float width = 1;
    std::uint32_t begin = 0; ///< pieces [begin, end) of MapPicture::segments
    std::uint32_t end = 0;
};

struct PictureArrow
{
    QPointF tip, left, right;
    QColor color;
};

struct PictureHull
{
    QPainterPath path; ///< closed pieces, px
    QColor fill;       ///< translucent
    QColor edge;
    float edgeWidth = 1;
    int group = -1;
};

/// The coverage veil of one hull: its field as a small image, and what the outlines in vector files are made from.
struct PictureFog
{
    QImage strength; ///< Format_Grayscale8: what of `most`, drawn smoothly into `target`, cut to the hull
    QRectF target;
    QColor color;
    double most = 0;        ///< opacity at full strength
    int hull = -1;          ///< index into MapPicture::hulls
    std::size_t ground = 0; ///< index of its hull in MapPicture::ground
};

enum class TextRole { label, initials, groupName, groupCount, areaCaption };

/// One line of text, measured once without hinting. `px` is the font's pixel size in picture px.
struct PictureText
{
    QString text;
    QPointF baseline; ///< left end
    QRectF box;
    float px = 12;
    bool bold = false;
    QColor color;
    QColor halo; ///< alpha 0: none
    float haloWidth = 0;
    TextRole role = TextRole::label;
    std::int64_t person = -1; ///< index into MapInput::people, for labels
};

struct PictureLeader
{
    QLineF line;
    QColor color;
    float width = 1;
    std::int64_t person = -1; ///< whose label it leads to
};

/// What a legend row shows; the legend card and the page draw the same samples through `LegendSample`.
enum class LegendKind {
    group,
    shade, ///< a class of the measure coloured by
    sizes,
    heard,
    notHeard,
    workTogether,
    exchange,
    aware,
    stale,
    staffGuess,
    secondGroup,
    fresh,
    lost,
    kept,
    joined,
    left,
    untied,
    heading, ///< words alone
    staff,
    outside,
    organization,
    convening,
    attended,
    strengths,
    direction,
    kindNames,
    kindAdvice,
    kindLearned,
    kindIntroduced,
    kindShared
};
struct LegendEntry
{
    LegendKind kind = LegendKind::group;
    QString text;
    QString shortText; ///< for a row of samples below a page; empty: the same
    int count = -1;    ///< -1: none
    QColor color;
    int group = -1; ///< index into MapInput::groups, from `kFirstShade` on into its shades: for clicks
    int mark = 0;   ///< `PictureDisc::mark`, or `ringArcs` of a ring
    bool operator==(const LegendEntry&) const = default;
};

struct MapLegend
{
    QString title;
    std::vector<LegendEntry> values; ///< colour values with counts
    std::vector<LegendEntry> rows;   ///< sizes, hollow, tie kinds, dash: only what is on the map
};

/// Hulls and fog before they are placed in px: slow to compute and the same at every zoom, so pictures share it.
struct MapGround;

/// The map as a value: everything measured, placed and coloured, in px of the canvas (1 px is 1/96 inch on paper). Two
/// back ends read it and nothing else draws. Immutable once built; share it between threads freely.
struct MapPicture
{
    MapViewport viewport;
    QColor canvas;
    QString fontFamily;

    std::vector<PictureHull> hulls;
    std::vector<PictureFog> fog;
    std::vector<PictureRing> guides; ///< of steps round one person, under everything but hulls and fog
    std::vector<TieSegment> segments;
    std::vector<TieClass> ties;
    std::size_t lowTies = 0; ///< so many of the first classes are no ties of what is chosen: those lie on top
    std::vector<PictureArrow> arrows;
    std::vector<PictureRing> glows; ///< under the discs
    std::vector<PictureDisc> discs; ///< in drawing order
    std::size_t lowDiscs = 0;       ///< so many of the first lie under the ties: who is dimmed cuts none that is lit
    std::vector<PictureRing> rings; ///< over the discs
    std::vector<PictureLeader> leaders;
    std::vector<PictureText> texts;

    MapLegend legend;
    QStringList caption; ///< tie set, date, coverage, filter, who is left out: always shown, on every export
    int leftOut = 0;     ///< people who asked not to be shown
    int dimmed = 0;      ///< people outside the circle or hover
    int unnamed = 0;     ///< people in view whose name found no room
    std::shared_ptr<const MapGround> ground;
    QTransform groundToPixels;

    /// The person whose disc is at a point or within `slack` px of its edge, nearest first; -1: nobody. Logarithmic.
    std::int64_t personAt(QPointF px, double slack = 3) const;
    /// The people whose discs' centres are inside, as indices into MapInput::people, ascending.
    std::vector<std::uint32_t> peopleIn(const QRectF& px) const;
    /// The same within a closed line (even-odd rule).
    std::vector<std::uint32_t> peopleIn(const QPolygonF& px) const;
    /// The tie drawn within `slack` px of a point, as an index into MapInput::ties; -1: none. Linear in ties.
    std::int64_t tieAt(QPointF px, double slack = 4) const;

    /// The line of a tie (an index into MapInput::ties), in px from its first person to its second; empty where it is
    /// not drawn. Linear in ties.
    QPainterPath tiePath(std::uint32_t tie) const;

    struct HitIndex;
    std::shared_ptr<const HitIndex> hits; ///< made by the builder
};

} // namespace weavemap::ui
