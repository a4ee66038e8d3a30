// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Pill.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>

#include "ui/base/ThemeController.h"

namespace weavemap::ui {

namespace {
constexpr int kLeastWidth = 60;
}

Pill::Pill(const PillText& pill, QWidget* parent) : QLabel(parent)
{
    // Narrower where there is no room: a need of many words does not widen the page it stands on.
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setPill(pill);
}

void Pill::setPill(const PillText& pill)
{
    m_pill = pill;
    // The label's own text is what assistive software reads.
    setText(pill.suffix.isEmpty() ? pill.text : QStringLiteral("%1 %2").arg(pill.text, pill.suffix));
    syncToolTip();
    updateGeometry();
    update();
}

PillText Pill::shown() const
{
    PillText fitting = m_pill;
    const double missing = pillSize(m_pill).width() - width();
    if (missing > 0) {
        const QFontMetricsF metrics(ui::font(TextStyle::second));
        const double room = std::floor(metrics.horizontalAdvance(m_pill.text) - missing);
        fitting.text = metrics.elidedText(m_pill.text, Qt::ElideRight, std::max(0.0, room));
    }
    return fitting;
}

void Pill::syncToolTip()
{
    if (pillSize(m_pill).width() <= width())
        setToolTip({});
    else // what was typed is never taken for rich text
        setToolTip(text().contains(QLatin1Char('<')) ? text().toHtmlEscaped() : text());
}

QSize Pill::sizeHint() const { return pillSize(m_pill).toSize(); }

QSize Pill::minimumSizeHint() const { return sizeHint().boundedTo({kLeastWidth, size::kPill}); }

void Pill::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    syncToolTip();
}

void Pill::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (!isEnabled())
        painter.setOpacity(0.45);
    paintPill(&painter, QPointF(0, (height() - size::kPill) / 2.0), shown(), currentTheme());
}

} // namespace weavemap::ui
