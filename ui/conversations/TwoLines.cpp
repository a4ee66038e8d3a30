// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/TwoLines.h"

#include <utility>

#include <QColor>
#include <QFontMetricsF>
#include <QPainter>

#include "ui/widgets/PaintParts.h"

namespace weavemap::ui {

namespace {

/// As many whole words of `text` as fit into `room`; at least one.
QString beginning(const QString& text, const QFontMetricsF& metrics, double room)
{
    qsizetype end = text.indexOf(QLatin1Char(' '));
    for (qsizetype next = end; next >= 0; next = text.indexOf(QLatin1Char(' '), next + 1)) {
        if (metrics.horizontalAdvance(text.left(next)) > room)
            break;
        end = next;
    }
    // One long word is no better in two lines.
    return end < 0 || metrics.horizontalAdvance(text.left(end)) > room ? QString() : text.left(end);
}

} // namespace

void TwoLines::setText(const QString& text, qsizetype needed)
{
    m_text = text;
    m_needed = needed;
}

bool TwoLines::fit(double width)
{
    const QFontMetricsF metrics(ui::font(m_style));
    const QString needed = m_needed < 0 ? m_text : m_text.left(m_needed);
    const bool wasBroken = isBroken();
    m_first = metrics.horizontalAdvance(needed) > width ? beginning(m_text, metrics, width) : QString();
    return isBroken() != wasBroken;
}

void TwoLines::paint(QPainter* painter, const QRectF& line, const QColor& ink, Struck struck) const
{
    const auto put = [&](const QRectF& at, const QString& words) {
        const double taken = paintText(painter, at, words, m_style, ink);
        if (struck == Struck::no)
            return;
        painter->setPen(QPen(ink, 1));
        painter->drawLine(QPointF(at.left(), at.center().y() + 1), QPointF(at.left() + taken, at.center().y() + 1));
    };
    if (!isBroken()) {
        put(line, m_text);
        return;
    }
    put(line, m_first);
    put(line.translated(0, line.height()), m_text.mid(m_first.size()).trimmed());
}

} // namespace weavemap::ui
