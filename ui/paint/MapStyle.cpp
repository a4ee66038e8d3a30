// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/MapStyle.h"

#include "ui/base/Theme.h"

namespace weavemap::ui {

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
    return colors;
}

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto s = static_cast<float>(share);
    QColor out = QColor::fromRgbF(a.redF() + (b.redF() - a.redF()) * s, a.greenF() + (b.greenF() - a.greenF()) * s,
                                  a.blueF() + (b.blueF() - a.blueF()) * s);
    out.setAlpha(a.alpha());
    return out;
}

QColor groupTextColor(const MapColors& colors, int colour)
{
    return mixed(colors.group(colour), colors.text, colors.scheme == MapScheme::light ? 0.34 : 0.15);
}

} // namespace weavemap::ui
