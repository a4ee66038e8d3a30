// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PaintParts.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>

#include "ui/base/Icons.h"

namespace weavemap::ui {

namespace {

constexpr double kPillPad = 10, kPillGap = 5, kPillIcon = 14;

} // namespace

void paintAvatar(QPainter* painter, const QRectF& rect, const QString& initials, int group, Heard heard,
                 const Theme& theme)
{
    const double diameter = std::min(rect.width(), rect.height());
    const QPointF centre = rect.center();
    const QColor surface = theme.color(ColorRole::surface);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (heard == Heard::yes) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.avatarFill(group));
        painter->drawEllipse(centre, diameter / 2, diameter / 2);
    } else {
        constexpr double kEdge = 1.25;
        painter->setPen(QPen(theme.hollowEdge(group, surface), kEdge));
        painter->setBrush(surface);
        painter->drawEllipse(centre, (diameter - kEdge) / 2, (diameter - kEdge) / 2);
    }
    QFont letters = font(TextStyle::baseBold);
    letters.setPixelSize(std::max(6, static_cast<int>(std::lround(diameter * 0.335))));
    painter->setFont(letters);
    painter->setPen(theme.avatarInk(group));
    // Capitals look centred when their own height is, not the line's.
    const QFontMetricsF metrics(letters);
    const double baseline = centre.y() + metrics.capHeight() / 2;
    painter->drawText(QPointF(centre.x() - metrics.horizontalAdvance(initials) / 2, baseline), initials);
    painter->restore();
}

void paintDot(QPainter* painter, const QPointF& centre, double radius, int group, Heard heard, const Theme& theme)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (heard == Heard::yes) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.group(group));
        painter->drawEllipse(centre, radius, radius);
    } else {
        constexpr double kEdge = 1.25;
        const QColor surface = theme.color(ColorRole::surface);
        painter->setPen(QPen(theme.hollowEdge(group, surface), kEdge));
        painter->setBrush(blend(surface, theme.group(group), 0.16));
        painter->drawEllipse(centre, radius - kEdge / 2, radius - kEdge / 2);
    }
    painter->restore();
}

QColor toneInk(Tone tone, const Theme& theme)
{
    switch (tone) {
    case Tone::neutral:
        return theme.color(ColorRole::text);
    case Tone::accent:
        return theme.color(ColorRole::accent);
    case Tone::danger:
        return theme.color(ColorRole::danger);
    case Tone::warning:
        return theme.color(ColorRole::warning);
    case Tone::good:
        return theme.color(ColorRole::good);
    }
    return theme.color(ColorRole::text);
}

QColor toneGround(Tone tone, const Theme& theme)
{
    switch (tone) {
    case Tone::neutral:
        return theme.color(ColorRole::sunken);
    case Tone::accent:
        return theme.color(ColorRole::accentSoft);
    case Tone::danger:
        return theme.color(ColorRole::dangerSoft);
    case Tone::warning:
        return theme.color(ColorRole::warningSoft);
    case Tone::good:
        return theme.color(ColorRole::goodSoft);
    }
    return theme.color(ColorRole::sunken);
}

QSizeF pillSize(const PillText& pill)
{
    const QFontMetricsF metrics(font(TextStyle::second));
    double width = 2 * kPillPad + metrics.horizontalAdvance(pill.text);
    if (!pill.suffix.isEmpty())
        width += kPillGap + metrics.horizontalAdvance(pill.suffix);
    if (!pill.icon.isEmpty())
        width += kPillIcon + kPillGap - 2;
    return {std::ceil(width), static_cast<double>(size::kPill)};
}

QRectF paintPill(QPainter* painter, const QPointF& topLeft, const PillText& pill, const Theme& theme)
{
    const QRectF rect(topLeft, pillSize(pill));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(toneGround(pill.tone, theme));
    painter->drawRoundedRect(rect, rect.height() / 2, rect.height() / 2);
    painter->restore();
    QRectF content = rect.adjusted(kPillPad, 0, -kPillPad, 0);
    if (!pill.icon.isEmpty()) {
        const QRectF square(content.left() - 2, rect.center().y() - kPillIcon / 2, kPillIcon, kPillIcon);
        paintIcon(painter, pill.icon, toneInk(pill.tone, theme), square);
        content.setLeft(square.right() + kPillGap);
    }
    const double used =
        paintText(painter, content.adjusted(0, 0, 4, 0), pill.text, TextStyle::second, toneInk(pill.tone, theme));
    content.setLeft(content.left() + used + kPillGap);
    if (!pill.suffix.isEmpty())
        paintText(painter, content.adjusted(0, 0, 4, 0), pill.suffix, TextStyle::second, theme.color(ColorRole::muted));
    return rect;
}

void paintFocusRing(QPainter* painter, const QRectF& rect, double radius, const Theme& theme)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme.color(ColorRole::focus), 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(rect.adjusted(-3, -3, 3, 3), radius + 3, radius + 3);
    painter->restore();
}

double paintText(QPainter* painter, const QRectF& rect, const QString& text, TextStyle style, const QColor& color,
                 Qt::Alignment alignment)
{
    if (text.isEmpty() || rect.width() <= 0)
        return 0;
    const QFont face = font(style);
    const QFontMetricsF metrics(face);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, rect.width());
    painter->save();
    painter->setFont(face);
    painter->setPen(color);
    painter->drawText(rect, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
    painter->restore();
    return metrics.horizontalAdvance(shown);
}

} // namespace weavemap::ui
