// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QColor>
#include <QString>

#include "ui/paint/ShownName.h"

namespace weavemap::ui {

class Theme;

enum class MapScheme { light, dark };
/// Board view: discs of one size, because a map that leaves the office does not rank people.
enum class MapSizes { byMeasure, same };
/// `everyone`: who finds no room for their initials or code beside their disc has them on it, smaller.
enum class MapLabels { none, fitting, all, everyone };
enum class MapArrows { onHover, always, never };

/// The colour index of the lowest class of a measure: below it are those of groups.
inline constexpr int kFirstShade = 100;
inline constexpr int kMostShades = 4;

/// The colours a picture is made of, as plain values; the caller takes them from the theme.
struct MapColors
{
    MapScheme scheme = MapScheme::light;
    QColor canvas;
    QColor text; ///< ink: labels, selection ring
    QColor muted;
    QColor border;
    QColor control; ///< "other" group and people without a value
    QColor accent;
    QColor focus;
    QColor fog;
    QColor good;                ///< new ties when two dates are compared
    QColor danger;              ///< lost ties
    std::vector<QColor> groups; ///< the eight group colours in their fixed order
    std::vector<QColor> shades; ///< of the classes of a measure, the lowest first
    bool isGrey = false;        ///< for printers without colour: groups carry marks as well

    bool operator==(const MapColors&) const = default;
    /// The colour of a group's colour index, from `kFirstShade` on of a shade; `control` for an index that is not there
    /// (other, none).
    const QColor& group(int colour) const
    {
        if (colour >= kFirstShade)
            return colour - kFirstShade < static_cast<int>(shades.size())
                       ? shades[static_cast<std::size_t>(colour - kFirstShade)]
                       : control;
        return colour >= 0 && colour < static_cast<int>(groups.size()) ? groups[static_cast<std::size_t>(colour)]
                                                                       : control;
    }
};

/// How a map is drawn, apart from what it shows. A comparable value.
struct MapStyle
{
    MapColors colors;
    MapSizes sizes = MapSizes::byMeasure;
    MapLabels labels = MapLabels::fitting;
    MapArrows arrows = MapArrows::onHover;
    NamesPolicy names = NamesPolicy::full;
    MapPurpose purpose = MapPurpose::screen;
    bool initials = false; ///< on discs that are large enough
    bool kinds = false;    ///< the kinds of a tie as lines side by side
    bool hulls = true;
    bool fog = true; ///< drawn only with hulls and while no circle is shown
    QString fontFamily = QStringLiteral("Noto Sans");

    bool operator==(const MapStyle&) const = default;
};

/// The colours of a theme.
MapColors mapColors(const Theme& theme);
/// The same without any hue: groups are steps of grey between canvas and ink, told apart by marks as well.
MapColors greyColors(const MapColors& colors);
/// `a` with `share` (0 to 1) of `b` in it, in sRGB; alpha of `a`.
QColor mixed(const QColor& a, const QColor& b, double share);
/// Canvas colour or ink, whichever stands out more from a fill.
const QColor& inkOn(const MapColors& colors, const QColor& fill);
/// A group's colour as text: light 34 % ink, dark 15 %.
QColor groupTextColor(const MapColors& colors, int colour);

} // namespace weavemap::ui
