// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QStringList>

#include "core/domain/Ids.h"
#include "core/domain/Person.h"
#include "core/domain/Tie.h"
#include "ui/paint/MapStyle.h"

namespace weavemap::ui {

/// Member, organization, convening, staff, somebody outside the network: all of the same area.
enum class MapShape { disc, square, diamond, shield, triangle };
/// Whether a shape stands for one person.
constexpr bool isPerson(MapShape shape) { return shape != MapShape::square && shape != MapShape::diamond; }
/// Which part of the layout somebody stands in; hulls and fog are drawn over the network only. `tiedElsewhere` is on
/// pages alone: somebody whose ties all lead to people who are not on it.
enum class MapArea { network, smallPiece, tiedElsewhere, isolate };
/// A directed overlay as drawn: from a to b, back, both ways, or none.
enum class MapDirection { none, aToB, bToA, both };
/// What became of a tie, or of a person, when two dates are compared.
enum class MapTieChange { none, fresh, lost, kept };
/// Kinds of a tie that are lines of their own where kinds stand side by side (`MapStyle::kinds`).
enum class MapKind { depth, workTogether, names, advice, learnedFrom, introduced, sharedResource };
/// What stands beside a disc: the name, a value of a field, or a figure, which never leaves the office.
enum class MapLabelBy { name, value, figure };

/// A person of the file whose name some words say, on the map or not.
struct MapSaidName
{
    QString name;
    ShowConsent consent = ShowConsent::unset;
    int codeNumber = 0; ///< 0: nobody of the file, such as an address that nobody here has
    bool operator==(const MapSaidName&) const = default;
};

/// One person of the map, where the layout put them (map units).
struct MapPerson
{
    PersonId id;
    QString name;
    QString initials;   ///< "AR"; made from the name where empty
    int codeNumber = 0; ///< for P-014; 0: the rank of the id among the people of this input
    PersonKind kind = PersonKind::member;
    MapShape shape = MapShape::disc;
    MapArea place = MapArea::network;
    QPointF at;
    int group = -1;  ///< index into MapInput::groups; -1: no value
    int second = -1; ///< second attribute: index into MapInput::seconds, drawn as an outer ring; -1: none
    int shade = -1;  ///< class of a measure in the place of a group: index into MapInput::shades; -1: none
    int label = -1;  ///< index into MapInput::labels; -1: none
    int people = 0;  ///< that an organization or convening stands for
    std::vector<MapSaidName> says = {}; ///< whose names the name of an organization or convening says
    double size = 0;                    ///< value of the size measure, 0 and up; not finite counts as 0
    ShowConsent consent = ShowConsent::unset;
    MapTieChange change = MapTieChange::none; ///< joined, left or stayed
    bool heardFrom = true;                    ///< in the last 12 months
    bool untied = false; ///< stands in the network, as on the days of their ties, and has none on the date shown
    bool pinned = false;
    bool mayLeave = true; ///< false: on no page, such as a convening that is for the office alone
    bool hidden = false;  ///< filtered away: not drawn, nor their ties; still in counts that the caller states
    bool operator==(const MapPerson&) const = default;
};

inline constexpr float kLeastStrength = 0.7F;
inline constexpr float kMostStrength = 3.2F;

/// One tie between people given by index into MapInput::people.
struct MapTie
{
    TieId id;
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    TieDepth depth = TieDepth::exchange;
    Collaboration collaboration = Collaboration::never;
    MapDirection direction = MapDirection::none;
    MapTieChange change = MapTieChange::none;
    bool stale = false;      ///< not confirmed for 18 months: dashed
    bool staffGuess = false; ///< no better evidence than a guess: dotted
    bool bothSaid = false;
    bool attended = false;   ///< no tie, but who came to a convening: counts nowhere
    std::uint32_t count = 0; ///< ties that this line stands for, between organizations; else 0
    float strength = 1;      ///< factor of the width: a weight or count, from `kLeastStrength` to `kMostStrength`
    /// Directions by kind: bit 2k from a to b, bit 2k+1 back, k counted from `MapKind::names`.
    std::uint16_t kinds = 0;
    bool operator==(const MapTie&) const = default;

    MapDirection directionOf(MapKind kind) const
    {
        const unsigned at = 2U * (static_cast<unsigned>(kind) - static_cast<unsigned>(MapKind::names));
        const bool forward = (kinds >> at & 1U) != 0, back = (kinds >> (at + 1) & 1U) != 0;
        return forward ? (back ? MapDirection::both : MapDirection::aToB)
                       : (back ? MapDirection::bToA : MapDirection::none);
    }
};

/// Words from the file, and whose names they say: where they leave, those are shown as the people are (`LeavingWords`).
struct MapWords
{
    QString text;
    std::vector<MapSaidName> says = {};
    bool operator==(const MapWords&) const = default;
};

/// A filter that is on: only people with one of these values are on the map.
struct MapFilterWords
{
    MapWords field; ///< as in a sentence: "region"
    std::vector<MapWords> values;
    bool operator==(const MapFilterWords&) const = default;
};

/// A value of the colour attribute, in the legend's order.
struct MapGroup
{
    QString name;
    int colour = 0;  ///< index of the group colours; -1: "other", in control grey
    int members = 0; ///< people with this value on the map; of a value that filters hide altogether, all of them
    int heard = 0;   ///< of them, heard from in 12 months
    /// What one person alone has in a column of their own, such as an address: leaves only where their name does.
    bool personal = false;
    std::vector<MapSaidName> says = {}; ///< whose names the value says
    bool operator==(const MapGroup&) const = default;
};

/// A caption over the rows of small pieces or of people without a drawn tie (map units, left end of the baseline). It
/// counts what is drawn of them, and is not there where that is nothing.
struct MapAreaCaption
{
    MapArea place = MapArea::isolate;
    QPointF at;
    bool operator==(const MapAreaCaption&) const = default;
};

/// The rings of a map round one person, or its one circle (map units).
struct MapRings
{
    bool areThere = false; ///< everybody stands by their steps from one person: groups are scattered, and have no areas
    bool isCircle = false; ///< everybody stands on one circle: names are outside it
    QPointF centre;
    std::vector<double> radii; ///< of the k-th ring at k - 1
    bool operator==(const MapRings&) const = default;
};

/// What is chosen and pointed at; indices into MapInput::people.
struct MapFocus
{
    std::vector<std::uint32_t> selected;
    int hovered = -1;
    int keyboard = -1;
    int circle = -1;                       ///< the person whose circle is shown
    std::vector<std::uint32_t> circleWith; ///< those whose circle it is, too
    int circleSteps = 0;                   ///< 1 to 3
    std::vector<std::uint32_t> path;       ///< a path that is lit, from person to person; all others step back
    std::int64_t hoveredTie = -1;          ///< index into MapInput::ties
    bool operator==(const MapFocus&) const = default;
};

/// What the caption says; finished sentences' parts in the user's language, empty parts are left out.
struct MapCaption
{
    QString nodes;    ///< what discs are counted, where that is not people: "12 organizations and 5 people"
    QString ties;     ///< "332 exchange ties, members only"
    QString date;     ///< "15 Oct 2026"
    QString coverage; ///< "heard from 96 of 142 (68 %)"
    QString filter;   ///< "23 people hidden by filters"
    bool operator==(const MapCaption&) const = default;
};

/// All that a picture is made from: plain values, no session, no database. Cheap to move, safe to hand to any thread.
struct MapInput
{
    std::vector<MapPerson> people;
    std::vector<MapTie> ties;
    std::vector<MapGroup> groups;
    std::vector<MapGroup> shades; ///< classes of the measure coloured by, the lowest first; then there are no groups
    std::vector<MapGroup> seconds;
    bool areSecondsFigures = false; ///< they are classes of a measure
    std::vector<MapGroup> labels;   ///< what people are labelled by in the place of their names
    MapLabelBy labelBy = MapLabelBy::name;
    QString labelTitle;      ///< what the labels say, as in a sentence: "role"
    bool tellsHeard = true;  ///< false: nobody was heard from, so that this tells nobody apart and is not drawn
    bool isRolledUp = false; ///< organizations stand in the place of people
    int conveningMonths = 0; ///< whose convenings are on the map; 0: none are
    std::vector<MapAreaCaption> areas;
    MapRings rings;
    double discRoom = 0; ///< map units a px, from which on discs would lie on each other (`discRoomOf`); 0: none would
    MapFocus focus;
    MapStyle style;
    MapCaption caption;
    std::vector<MapFilterWords> filters; ///< what a page says of them; the screen has chips
    QString colourTitle;                 ///< legend title: "Region"
    QString noGroup;                     ///< who is in none of the groups, in the legend; empty: "No value"
    QString sizeTitle;                   ///< "Go-between"; empty: no size row in the legend
    QString secondTitle;                 ///< what the rings say: "Role"
    QString strengthTitle;               ///< what widths say beside the kinds: "Weight"; empty: nothing
    bool operator==(const MapInput&) const = default;

    /// Whether somebody is drawn as heard from: full, their name in ink.
    bool isFull(const MapPerson& person) const { return person.heardFrom || !tellsHeard; }
    /// Whether groups have areas.
    bool hasHulls() const { return style.hulls && !rings.areThere; }
};

/// The window onto the map: `size` in px, `centre` in map units stands in its middle, `scale` px a unit. `zoom` is
/// relative to the fitted view (1): discs and widths follow its square root, text does not grow.
struct MapViewport
{
    QSizeF size{800, 600};
    QPointF centre;
    double scale = 1;
    double zoom = 1;
    double unit = 1;               ///< map units that 1 px takes at the fitted zoom: hulls and fog are measured in it
    std::vector<QRectF> obstacles; ///< floating cards in px: no label is put under them
    bool operator==(const MapViewport&) const = default;

    QPointF toPixels(QPointF map) const
    {
        return (map - centre) * scale + QPointF(size.width() / 2, size.height() / 2);
    }
    QPointF toMap(QPointF pixels) const
    {
        return (pixels - QPointF(size.width() / 2, size.height() / 2)) / scale + centre;
    }
};

/// Room that `mapBounds` leaves around the middle of a disc for hulls, in map units.
inline constexpr double kRoomForHulls = 44;
/// A handful of people does not fill the canvas with discs.
inline constexpr double kLargestMapScale = 1.6;

/// The viewport that shows all of `bounds` (map units) inside `clear`, the part of the canvas free of floating cards.
/// An empty bounds is shown at scale 1.
MapViewport fittedViewport(const QRectF& bounds, QSizeF size, const QRectF& clear, double largest = kLargestMapScale);
/// Bounds of everybody not hidden, with room for discs, hulls and captions around them.
QRectF mapBounds(const MapInput& input);

} // namespace weavemap::ui
