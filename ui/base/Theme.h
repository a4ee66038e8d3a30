// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <vector>

#include <QColor>

namespace weavemap::ui {

/// Which set of colours. `print` is light with a white window and canvas: for pages, whatever the screen shows.
enum class ThemeKind { light, dark, print };

/// What a colour is for. No colour is written anywhere else.
enum class ColorRole {
    window,
    surface,
    sunken,
    raised,
    canvas,
    border,
    control,
    text,
    muted,
    accent,
    accentSoft,
    onAccent,
    focus,
    danger,
    dangerSoft,
    warning,
    warningSoft,
    good,
    goodSoft,
    fog,
    noteHighlight,
};
inline constexpr int kColorRoleCount = static_cast<int>(ColorRole::noteHighlight) + 1;
/// Colours for values of an attribute. A value keeps its index for good; -1 means "other", in control grey.
inline constexpr int kGroupCount = 8;
inline constexpr int kOtherGroup = -1;
inline constexpr int kMeasureSteps = 7;

/// `ink` laid over `ground` with the strength `share` (0 to 1), in sRGB as a painter does it. The result is opaque.
QColor blend(const QColor& ground, const QColor& ink, double share);

/// Every colour of the program, read once from the tokens that are compiled in. An immutable value, safe from any
/// thread once `loadResources()` has run.
class Theme
{
public:
    static const Theme& light();
    static const Theme& dark();
    static const Theme& print();
    static const Theme& of(ThemeKind kind);

    ThemeKind kind() const { return m_kind; }
    bool isDark() const { return m_kind == ThemeKind::dark; }

    QColor color(ColorRole role) const { return m_roles[static_cast<std::size_t>(role)]; }
    /// `color(role)` at `opacity` (0 to 1).
    QColor color(ColorRole role, double opacity) const;

    /// The colour of group `index` (0 to 7); control grey for any other index.
    QColor group(int index) const;
    /// Its name as text: with 34 % ink in light, 15 % in dark; 4.5 and more on every ground.
    QColor groupText(int index) const;
    /// The disc of an avatar: 16 % (dark 26 %) of the colour over `ground`.
    QColor avatarFill(int index, const QColor& ground) const;
    QColor avatarFill(int index) const { return avatarFill(index, color(ColorRole::surface)); }
    /// The initials on it: the colour with 35 % ink.
    QColor avatarInk(int index) const;
    /// A hollow disc (not heard from): 1.25 px edge at 62 % of the colour.
    QColor hollowEdge(int index, const QColor& ground) const;

    /// A point on the path of measures, `share` 0 (lowest) to 1 (highest), clamped; NaN gives sunken (no value).
    QColor measure(double share) const;
    const std::array<QColor, kMeasureSteps>& measureSteps() const { return m_measure; }
    /// A two-sided change: -1 group 4, 0 surface, 1 group 3.
    QColor change(double share) const;
    /// Black or white, whichever contrasts more with `ground`.
    static QColor textOn(const QColor& ground);
    /// How clearly two colours stand apart: 1 to 21, after WCAG 2.1.
    static double contrast(const QColor& a, const QColor& b);

    /// Fog at its full strength: fog colour at 20 % (dark 13 %).
    QColor fogFull() const;
    /// Shadow of what floats over the map: the tight one and the wide one.
    QColor shadowTight() const;
    QColor shadowWide() const;

private:
    explicit Theme(ThemeKind kind);

    ThemeKind m_kind;
    std::array<QColor, kColorRoleCount> m_roles;
    std::array<QColor, kGroupCount> m_groups;
    std::array<QColor, kMeasureSteps> m_measure;
};

/// The token name of a role ("accent_soft"), as it stands in tokens.json and the stylesheet.
QString tokenName(ColorRole role);

} // namespace weavemap::ui
