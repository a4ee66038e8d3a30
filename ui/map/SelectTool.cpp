// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/SelectTool.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "ui/base/Theme.h"

namespace weavemap::ui {

namespace {
constexpr double kDragAfterPx = 4;

bool contains(const std::vector<std::uint32_t>& people, int person)
{
    return std::find(people.begin(), people.end(), static_cast<std::uint32_t>(person)) != people.end();
}

} // namespace

void SelectTool::press(MapToolHost& host, const MapPointer& at)
{
    m_start = m_last = at;
    m_before = host.selection();
    const bool add = at.modifiers.testFlag(Qt::ShiftModifier) || at.modifiers.testFlag(Qt::ControlModifier);
    if (at.person < 0) {
        m_doing = Doing::banding;
        if (!add)
            host.select({});
        return;
    }
    m_doing = Doing::pressedPerson;
    const auto person = static_cast<std::uint32_t>(at.person);
    std::vector<std::uint32_t> chosen = m_before;
    if (add && contains(chosen, at.person))
        chosen.erase(std::find(chosen.begin(), chosen.end(), person));
    else if (add)
        chosen.push_back(person);
    else if (!contains(chosen, at.person))
        chosen = {person};
    host.select(std::move(chosen));
}

void SelectTool::move(MapToolHost& host, const MapPointer& at)
{
    const QPointF way = at.px - m_start.px;
    if (m_doing == Doing::pressedPerson && host.canEdit() && std::abs(way.x()) + std::abs(way.y()) > kDragAfterPx)
        m_doing = Doing::dragging;
    if (m_doing == Doing::dragging)
        host.dragBy(at.map - m_last.map);
    m_last = at;
    if (m_doing == Doing::banding) {
        auto chosen = host.peopleIn(QRectF(m_start.px, at.px).normalized());
        if (at.modifiers.testFlag(Qt::ShiftModifier))
            for (const std::uint32_t person : m_before)
                if (!contains(chosen, static_cast<int>(person)))
                    chosen.push_back(person);
        host.select(std::move(chosen));
        host.refreshOverlay();
    }
}

void SelectTool::release(MapToolHost& host, const MapPointer& at)
{
    const bool clicked = QRectF(m_start.px, at.px).normalized().width() < kDragAfterPx &&
                         QRectF(m_start.px, at.px).normalized().height() < kDragAfterPx;
    if (m_doing == Doing::dragging) {
        host.dropDrag();
    } else if (m_doing == Doing::pressedPerson && clicked && at.person >= 0 && at.modifiers == Qt::NoModifier) {
        host.select({static_cast<std::uint32_t>(at.person)});
    } else if (m_doing == Doing::banding && clicked && at.tie >= 0) {
        host.selectTie(at.tie);
    }
    m_doing = Doing::nothing;
    host.refreshOverlay();
}

bool SelectTool::cancel(MapToolHost& host)
{
    if (m_doing == Doing::nothing)
        return false;
    if (m_doing == Doing::dragging)
        host.dragBy(m_start.map - m_last.map);
    else
        host.select(m_before);
    m_doing = Doing::nothing;
    host.refreshOverlay();
    return true;
}

void SelectTool::forget()
{
    m_doing = Doing::nothing;
    m_before.clear();
}

void SelectTool::paint(QPainter& painter, const MapToolHost&, const Theme& theme) const
{
    if (m_doing != Doing::banding || m_start.px == m_last.px)
        return;
    painter.setPen(QPen(theme.color(ColorRole::accent), 1));
    painter.setBrush(theme.color(ColorRole::accent, 0.08));
    painter.drawRect(QRectF(m_start.px, m_last.px).normalized());
}

} // namespace weavemap::ui
