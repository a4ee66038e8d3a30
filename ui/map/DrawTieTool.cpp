// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/DrawTieTool.h"

#include <utility>

#include <QPainter>

#include "ui/base/Theme.h"

namespace weavemap::ui {

void DrawTieTool::press(MapToolHost& host, const MapPointer& at)
{
    m_from = host.canEdit() ? at.person : -1;
    m_last = at;
    if (m_from >= 0)
        host.select({static_cast<std::uint32_t>(m_from)});
}

void DrawTieTool::move(MapToolHost& host, const MapPointer& at)
{
    m_last = at;
    if (m_from >= 0)
        host.refreshOverlay();
}

void DrawTieTool::release(MapToolHost& host, const MapPointer& at)
{
    const int from = std::exchange(m_from, -1);
    if (from >= 0 && at.person >= 0 && at.person != from)
        host.drawTie(static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(at.person), at.px);
    host.refreshOverlay();
}

bool DrawTieTool::cancel(MapToolHost& host)
{
    const bool drawing = std::exchange(m_from, -1) >= 0;
    if (drawing)
        host.refreshOverlay();
    return drawing;
}

void DrawTieTool::paint(QPainter& painter, const MapToolHost& host, const Theme& theme) const
{
    if (m_from >= 0)
        paintLine(painter, host, theme, static_cast<std::uint32_t>(m_from),
                  m_last.person == m_from ? -1 : m_last.person, m_last.px);
}

void DrawTieTool::paintLine(QPainter& painter, const MapToolHost& host, const Theme& theme, std::uint32_t from, int to,
                            QPointF px)
{
    const bool target = to >= 0;
    const QPointF end = target ? host.personAtPx(static_cast<std::uint32_t>(to)) : px;
    painter.setPen(QPen(theme.color(ColorRole::accent), 2, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(host.personAtPx(from), end);
    if (target) {
        const double radius = host.radiusOf(static_cast<std::uint32_t>(to)) + 3.5;
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(end, radius, radius);
    }
}

} // namespace weavemap::ui
