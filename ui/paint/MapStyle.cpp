// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/MapStyle.h"

#include "ui/base/Theme.h"

namespace weavemap::ui {

namespace {
/// The lowest class stands out from the canvas; what is paler on the theme's path of measures would not.
constexpr double kLeastShade = 0.45;
} // namespace

MapColors mapColors(const Theme& theme)
{
    MapColors colors;
    colors.scheme = theme.isDark() ? MapScheme::dark : MapScheme::light;
    colors.canvas = theme.color(ColorRole::canvas);
    colors.text = theme.color(ColorRole::text);
    colors.muted = theme.color(ColorRole::muted);
    colors.border = theme.color(ColorRole::border);
    colors.control = theme.color(ColorRole::control);
    colors.accent = theme.color(ColorRole::accent);
    colors.focus = theme.color(ColorRole::focus);
    colors.fog = theme.color(ColorRole::fog);
    colors.good = theme.color(ColorRole::good);
    colors.danger = theme.color(ColorRole::danger);
    for (int group = 0; group < kGroupCount; ++group)
        colors.groups.push_back(theme.group(group));
    for (int shade = 0; shade < kMostShades; ++shade)
        colors.shades.push_back(theme.measure(kLeastShade + (1 - kLeastShade) * shade / (kMostShades - 1)));
    return colors;
}

MapColors greyColors(const MapColors& colors)
{
    MapColors grey = colors;
    grey.isGrey = true;
    const auto step = [&colors](double ink) {
        const int level = qGray(mixed(colors.canvas, colors.text, ink).rgb());
        return QColor(level, level, level);
    };
    // Neighbours in the order of colours are far apart; the palest still stands out from the canvas.
    constexpr double kInk[] = {1.0, 0.5, 0.75, 0.38, 0.88, 0.44, 0.62, 0.56};
    grey.groups.clear();
    for (const double ink : kInk)
        grey.groups.push_back(step(ink));
    // Of a measure, more ink is more.
    for (int shade = 0; shade < static_cast<int>(grey.shades.size()); ++shade)
        grey.shades[static_cast<std::size_t>(shade)] = step(0.4 + 0.6 * shade / (kMostShades - 1));
    grey.canvas = step(0);
    grey.text = step(1);
    for (QColor* color :
         {&grey.muted, &grey.border, &grey.control, &grey.accent, &grey.focus, &grey.fog, &grey.good, &grey.danger}) {
        const int level = qGray(color->rgb());
        *color = QColor(level, level, level);
    }
    grey.good = grey.text;
    return grey;
}

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto s = static_cast<float>(share);
    QColor out = QColor::fromRgbF(a.redF() + (b.redF() - a.redF()) * s, a.greenF() + (b.greenF() - a.greenF()) * s,
                                  a.blueF() + (b.blueF() - a.blueF()) * s);
    out.setAlpha(a.alpha());
    return out;
}

const QColor& inkOn(const MapColors& colors, const QColor& fill)
{
    return Theme::contrast(colors.canvas, fill) > Theme::contrast(colors.text, fill) ? colors.canvas : colors.text;
}

QColor groupTextColor(const MapColors& colors, int colour)
{
    return mixed(colors.group(colour), colors.text, colors.scheme == MapScheme::light ? 0.34 : 0.15);
}

} // namespace weavemap::ui
