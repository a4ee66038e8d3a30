// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/MiniMap.h"

#include <algorithm>

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapModel.h"

namespace weavemap::ui {

namespace {

constexpr QSize kSize(150, 112);
constexpr double kPad = 8;
constexpr double kDot = 2;
constexpr double kFrame = 1.5;

QColor colourOf(const MapPerson& person, const MapInput& input)
{
    const bool grouped = person.group >= 0 && person.group < static_cast<int>(input.groups.size());
    return input.style.colors.group(grouped ? input.groups[static_cast<std::size_t>(person.group)].colour : -1);
}

} // namespace

MiniMap::MiniMap(MapCanvas& canvas) : Card(Kind::floating, Padding::normal, &canvas), m_canvas(canvas)
{
    setObjectName(QStringLiteral("miniMap"));
    setAccessibleName(tr("The whole map, small"));
    setCursor(Qt::PointingHandCursor);
    hide();
}

QSize MiniMap::sizeHint() const { return kSize; }

QRectF MiniMap::field() const { return QRectF(rect()).adjusted(kPad, kPad, -kPad, -kPad); }

QPointF MiniMap::toField(QPointF map) const
{
    const QRectF room = field();
    const double scale = std::min(room.width() / m_bounds.width(), room.height() / m_bounds.height());
    return room.center() + (map - m_bounds.center()) * scale;
}

void MiniMap::refresh()
{
    m_dots = {};
    if (isVisible())
        draw();
}

void MiniMap::showEvent(QShowEvent* event)
{
    Card::showEvent(event);
    if (m_dots.isNull())
        draw();
}

void MiniMap::draw()
{
    const MapInput& input = m_canvas.model().input();
    m_bounds = mapBounds(input);
    if (m_bounds.width() <= 0 || m_bounds.height() <= 0)
        m_bounds = QRectF(m_bounds.center() - QPointF(1, 1), QSizeF(2, 2));
    const double ratio = devicePixelRatioF();
    m_dots = QImage(kSize * ratio, QImage::Format_ARGB32_Premultiplied);
    m_dots.setDevicePixelRatio(ratio);
    m_dots.fill(Qt::transparent);
    QPainter painter(&m_dots);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (const MapPerson& person : input.people)
        if (!person.hidden) {
            painter.setBrush(colourOf(person, input));
            painter.drawEllipse(toField(person.at), kDot, kDot);
        }
    painter.end();
    update();
}

void MiniMap::paintEvent(QPaintEvent* event)
{
    Card::paintEvent(event);
    QPainter painter(this);
    painter.drawImage(0, 0, m_dots);
    const QRectF seen = m_canvas.seen();
    const QRectF whole = field().adjusted(-3, -3, 3, 3);
    const QRectF frame = QRectF(toField(seen.topLeft()), toField(seen.bottomRight())).intersected(whole);
    if (frame.isEmpty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(currentTheme().color(ColorRole::accent), kFrame));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(frame, 3, 3);
}

void MiniMap::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        moveViewTo(event->position());
}

void MiniMap::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        moveViewTo(event->position());
}

void MiniMap::moveViewTo(QPointF px)
{
    const QRectF room = field();
    const double scale = std::min(room.width() / m_bounds.width(), room.height() / m_bounds.height());
    m_canvas.centreOn(m_bounds.center() + (px - room.center()) / scale);
}

} // namespace weavemap::ui
