// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/CanvasLabel.h"

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
    paintText(&painter, QRectF(rect()).adjusted(kPad, 0, -kPad, 0), text(), m_style, theme.color(ColorRole::muted),
              Qt::AlignRight);
}

} // namespace weavemap::ui
