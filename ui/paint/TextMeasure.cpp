// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/TextMeasure.h"

#include <algorithm>
#include <cmath>

#include <QFont>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QPen>

#include "ui/paint/MapPicture.h"

namespace weavemap::ui {

namespace {

int wholePx(float px) { return std::max(1, static_cast<int>(std::lround(px))); }

QFont fontOf(const QString& family, float px, bool bold)
{
    QFont font(family);
    font.setPixelSize(wholePx(px));
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

double scaleOf(float px) { return static_cast<double>(px) / wholePx(px); }

} // namespace

double textWidth(const QString& text, const QString& family, float px, bool bold)
{
    return QFontMetricsF(fontOf(family, px, bold)).horizontalAdvance(text) * scaleOf(px);
}

QStringList wrapText(const QString& text, const QString& family, float px, double width)
{
    const QFontMetricsF metrics(fontOf(family, px, false));
    const double most = width / scaleOf(px);
    QStringList lines;
    QString line;
    for (const QString& word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QString longer = line.isEmpty() ? word : line + QLatin1Char(' ') + word;
        if (!line.isEmpty() && metrics.horizontalAdvance(longer) > most) {
            lines.append(line);
            line = word;
        } else {
            line = longer;
        }
    }
    if (!line.isEmpty())
        lines.append(line);
    return lines;
}

PictureText makeText(const QString& text, QPointF baseline, const QString& family, float px, bool bold)
{
    PictureText out;
    out.text = text;
    out.baseline = baseline;
    out.px = px;
    out.bold = bold;
    const double size = static_cast<double>(px);
    out.box = QRectF(baseline.x(), baseline.y() - kAscent * size, textWidth(text, family, px, bold),
                     (kAscent + kDescent) * size);
    return out;
}

void paintText(QPainter& painter, const PictureText& text, const QString& family)
{
    if (text.text.isEmpty())
        return;
    const QFont font = fontOf(family, text.px, text.bold);
    const double scale = scaleOf(text.px);
    painter.save();
    painter.translate(text.baseline);
    if (scale != 1.0)
        painter.scale(scale, scale);
    if (text.haloWidth > 0 && text.halo.alpha() > 0) {
        QPainterPath outline;
        outline.addText(QPointF(0, 0), font, text.text);
        painter.strokePath(outline, QPen(text.halo, static_cast<double>(text.haloWidth) / scale, Qt::SolidLine,
                                         Qt::RoundCap, Qt::RoundJoin));
    }
    painter.setFont(font);
    painter.setPen(text.color);
    painter.drawText(QPointF(0, 0), text.text);
    painter.restore();
}

} // namespace weavemap::ui
