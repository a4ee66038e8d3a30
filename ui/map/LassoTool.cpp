// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/LassoTool.h"

#include <unordered_set>

#include <QPainter>

#include "ui/base/Theme.h"

namespace weavemap::ui {

namespace {
constexpr double kStepPx = 3;  ///< a corner for each so many
constexpr double kClickPx = 4; ///< a smaller line is a click
} // namespace

void LassoTool::press(MapToolHost& host, const MapPointer& at)
{
    m_drawing = true;
    m_before = host.selection();
    m_line = QPolygonF{{at.px}};
}

void LassoTool::move(MapToolHost& host, const MapPointer& at)
{
    if (!m_drawing || (at.px - m_line.back()).manhattanLength() < kStepPx)
        return;
    m_line.append(at.px);
    host.refreshOverlay();
}

void LassoTool::release(MapToolHost& host, const MapPointer& at)
{
    if (!m_drawing)
        return;
    m_drawing = false;
    m_line.append(at.px);
    const QRectF drawn = m_line.boundingRect();
    std::vector<std::uint32_t> chosen;
    if (drawn.width() >= kClickPx || drawn.height() >= kClickPx)
        chosen = host.peopleIn(m_line);
    else if (at.person >= 0)
        chosen = {static_cast<std::uint32_t>(at.person)};
    if (at.modifiers.testFlag(Qt::ShiftModifier)) {
        std::unordered_set<std::uint32_t> known(chosen.begin(), chosen.end());
        for (const std::uint32_t person : m_before)
            if (known.insert(person).second)
                chosen.push_back(person);
    }
    m_line.clear();
    m_before.clear();
    host.select(std::move(chosen));
    host.refreshOverlay();
}

bool LassoTool::cancel(MapToolHost& host)
{
    const bool drawing = m_drawing;
    forget();
    if (drawing)
        host.refreshOverlay();
    return drawing;
}

void LassoTool::forget()
{
    m_drawing = false;
    m_line.clear();
    m_before.clear();
}

void LassoTool::paint(QPainter& painter, const MapToolHost&, const Theme& theme) const
{
    if (!m_drawing || m_line.size() < 2)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(ColorRole::accent, 0.08));
    painter.drawPolygon(m_line);
    painter.setPen(QPen(theme.color(ColorRole::accent), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(m_line);
}

} // namespace weavemap::ui
