// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/Theme.h"

#include <algorithm>
#include <cmath>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include "ui/base/Fonts.h"

namespace weavemap::ui {

namespace {

QJsonObject tokens()
{
    loadResources();
    QFile file(QStringLiteral(":/styles/tokens.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the colours are missing from the program");
    return QJsonDocument::fromJson(file.readAll()).object();
}

QColor readColor(const QJsonValue& value)
{
    const QColor color(value.toString());
    if (!color.isValid())
        qFatal("a colour in tokens.json cannot be read");
    return color;
}

template <std::size_t N>
void readList(const QJsonValue& value, std::array<QColor, N>& into)
{
    const QJsonArray list = value.toArray();
    for (std::size_t i = 0; i < N; ++i)
        into[i] = readColor(list.at(static_cast<qsizetype>(i)));
}

/// Relative luminance after WCAG 2.1.
double luminance(const QColor& color)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QString tokenName(ColorRole role)
{
    static const QStringList kNames{
        QStringLiteral("window"),    QStringLiteral("surface"),      QStringLiteral("sunken"),
        QStringLiteral("raised"),    QStringLiteral("canvas"),       QStringLiteral("border"),
        QStringLiteral("control"),   QStringLiteral("text"),         QStringLiteral("muted"),
        QStringLiteral("accent"),    QStringLiteral("accent_soft"),  QStringLiteral("on_accent"),
        QStringLiteral("focus"),     QStringLiteral("danger"),       QStringLiteral("danger_soft"),
        QStringLiteral("warning"),   QStringLiteral("warning_soft"), QStringLiteral("good"),
        QStringLiteral("good_soft"), QStringLiteral("fog"),          QStringLiteral("note_highlight")};
    return kNames.at(static_cast<int>(role));
}

QColor blend(const QColor& ground, const QColor& ink, double share)
{
    const double t = std::clamp(share, 0.0, 1.0);
    const auto mix = [t](float a, float b) { return static_cast<float>(a + (b - a) * t); };
    return QColor::fromRgbF(mix(ground.redF(), ink.redF()), mix(ground.greenF(), ink.greenF()),
                            mix(ground.blueF(), ink.blueF()));
}

Theme::Theme(ThemeKind kind) : m_kind(kind)
{
    const QString section = kind == ThemeKind::dark ? QStringLiteral("dark") : QStringLiteral("light");
    const QJsonObject values = tokens().value(section).toObject();
    for (int i = 0; i < kColorRoleCount; ++i)
        m_roles[static_cast<std::size_t>(i)] = readColor(values.value(tokenName(static_cast<ColorRole>(i))));
    readList(values.value(QStringLiteral("groups")), m_groups);
    readList(values.value(QStringLiteral("measure")), m_measure);
    if (kind == ThemeKind::print) {
        for (const ColorRole role : {ColorRole::window, ColorRole::canvas})
            m_roles[static_cast<std::size_t>(role)] = m_roles[static_cast<std::size_t>(ColorRole::surface)];
    }
}

const Theme& Theme::light()
{
    static const Theme theme(ThemeKind::light);
    return theme;
}

const Theme& Theme::dark()
{
    static const Theme theme(ThemeKind::dark);
    return theme;
}

const Theme& Theme::print()
{
    static const Theme theme(ThemeKind::print);
    return theme;
}

const Theme& Theme::of(ThemeKind kind)
{
    switch (kind) {
    case ThemeKind::light:
        return light();
    case ThemeKind::dark:
        return dark();
    case ThemeKind::print:
        return print();
    }
    return light();
}

QColor Theme::color(ColorRole role, double opacity) const
{
    QColor result = color(role);
    result.setAlphaF(static_cast<float>(std::clamp(opacity, 0.0, 1.0)));
    return result;
}

QColor Theme::group(int index) const
{
    if (index < 0 || index >= kGroupCount)
        return color(ColorRole::control);
    return m_groups[static_cast<std::size_t>(index)];
}

QColor Theme::groupText(int index) const { return blend(group(index), color(ColorRole::text), isDark() ? 0.15 : 0.34); }

QColor Theme::avatarFill(int index, const QColor& ground) const
{
    return blend(ground, group(index), isDark() ? 0.26 : 0.16);
}

QColor Theme::avatarInk(int index) const { return blend(group(index), color(ColorRole::text), 0.35); }

QColor Theme::hollowEdge(int index, const QColor& ground) const { return blend(ground, group(index), 0.62); }

QColor Theme::measure(double share) const
{
    if (std::isnan(share))
        return color(ColorRole::sunken);
    const double at = std::clamp(share, 0.0, 1.0) * (kMeasureSteps - 1);
    const auto low = static_cast<std::size_t>(std::min(std::floor(at), kMeasureSteps - 2.0));
    return blend(m_measure[low], m_measure[low + 1], at - static_cast<double>(low));
}

QColor Theme::change(double share) const
{
    const double t = std::clamp(share, -1.0, 1.0);
    return blend(color(ColorRole::surface), group(t < 0 ? 3 : 2), std::abs(t));
}

double Theme::contrast(const QColor& a, const QColor& b)
{
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

QColor Theme::textOn(const QColor& ground)
{
    const double l = luminance(ground);
    const double onWhite = 1.05 / (l + 0.05);
    const double onBlack = (l + 0.05) / 0.05;
    return onWhite >= onBlack ? QColor(Qt::white) : QColor(Qt::black);
}

QColor Theme::fogFull() const { return color(ColorRole::fog, isDark() ? 0.13 : 0.20); }

QColor Theme::shadowTight() const
{
    QColor ink = isDark() ? QColor(Qt::black) : color(ColorRole::text);
    ink.setAlphaF(isDark() ? 0.40F : 0.06F);
    return ink;
}

QColor Theme::shadowWide() const
{
    QColor ink = isDark() ? QColor(Qt::black) : color(ColorRole::text);
    ink.setAlphaF(isDark() ? 0.45F : 0.08F);
    return ink;
}

} // namespace weavemap::ui
