// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/FiguresStrip.h"

#include <utility>

#include <QPainter>

#include "ui/base/ThemeController.h"
#include "ui/widgets/PaintParts.h"

namespace weavemap::ui {

FiguresStrip::FiguresStrip(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("figuresStrip"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FiguresStrip::setFigures(std::vector<Figure> figures, const QString& note)
{
    m_figures = std::move(figures);
    if (std::exchange(m_note, note) != note)
        updateGeometry();
    QStringList words;
    for (const Figure& figure : m_figures)
        words.append(QStringLiteral("%1 %2").arg(figure.value, figure.words));
    if (!m_note.isEmpty())
        words.append(m_note);
    setAccessibleName(words.join(QStringLiteral(", ")));
    setVisible(!m_figures.empty());
    update();
}

void FiguresStrip::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.isDark() ? theme.color(ColorRole::raised) : theme.color(ColorRole::sunken));
    painter.drawRoundedRect(rect(), radius::kButton, radius::kButton);
    if (m_figures.empty())
        return;
    const double share = (width() - 14.0) / static_cast<double>(m_figures.size());
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        const QRectF cell(14 + share * static_cast<double>(i), 9, share - 8, 48);
        paintText(&painter, QRectF(cell.left(), cell.top(), cell.width(), 28), m_figures[i].value, TextStyle::figure,
                  theme.color(ColorRole::text));
        paintText(&painter, QRectF(cell.left(), cell.top() + 29, cell.width(), 18), m_figures[i].words,
                  TextStyle::second, theme.color(ColorRole::muted));
    }
    paintText(&painter, QRectF(14, 60, width() - 28.0, 18), m_note, TextStyle::caption, theme.color(ColorRole::muted));
}

} // namespace weavemap::ui
