// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/CanvasLabel.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>

#include "ui/base/ThemeController.h"
#include "ui/widgets/PaintParts.h"

namespace weavemap::ui {

namespace {
constexpr int kPad = 4;
constexpr double kVeil = 0.86;
} // namespace

CanvasLabel::CanvasLabel(TextStyle style, QWidget* parent) : QLabel(parent), m_style(style)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void CanvasLabel::setTextStyle(TextStyle style)
{
    if (style == m_style)
        return;
    m_style = style;
    update();
}

QSize CanvasLabel::sizeHint() const
{
    const double words = QFontMetricsF(ui::font(m_style)).horizontalAdvance(text());
    return {static_cast<int>(std::ceil(words)) + 2 * kPad + 1, lineHeight(m_style) + 2};
}

QStringList CanvasLabel::linesWithin(int width) const
{
    const QFontMetricsF metrics(ui::font(m_style));
    const QString between = QStringLiteral(" · ");
    QStringList lines;
    for (const QString& part : text().split(between)) {
        if (!lines.isEmpty() && metrics.horizontalAdvance(lines.back() + between + part) <= width - 2 * kPad)
            lines.back() += between + part;
        else
            lines.append(part);
    }
    return lines;
}

QSize CanvasLabel::sizeWithin(int width) const
{
    const QSize hint = sizeHint();
    if (hint.width() <= width)
        return hint;
    const QFontMetricsF metrics(ui::font(m_style));
    const QStringList lines = linesWithin(width);
    double widest = 0;
    for (const QString& line : lines)
        widest = std::max(widest, metrics.horizontalAdvance(line));
    return {std::min(width, static_cast<int>(std::ceil(widest)) + 2 * kPad + 1),
            static_cast<int>(lines.size()) * lineHeight(m_style) + 2};
}

void CanvasLabel::paintEvent(QPaintEvent*)
{
    if (text().isEmpty())
        return;
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(ColorRole::canvas, kVeil));
    painter.drawRoundedRect(rect(), 4, 4);
    const QStringList lines = linesWithin(width());
    const double each = height() / static_cast<double>(lines.size());
    for (qsizetype i = 0; i < lines.size(); ++i)
        paintText(&painter, QRectF(kPad, each * static_cast<double>(i), width() - 2 * kPad, each), lines[i], m_style,
                  theme.color(ColorRole::muted), Qt::AlignRight);
}

} // namespace weavemap::ui
