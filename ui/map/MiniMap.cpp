// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/MiniMap.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

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
    if (person.shade >= 0 && person.shade < static_cast<int>(input.shades.size()))
        return input.style.colors.group(input.shades[static_cast<std::size_t>(person.shade)].colour);
    const bool grouped = person.group >= 0 && person.group < static_cast<int>(input.groups.size());
    return input.style.colors.group(grouped ? input.groups[static_cast<std::size_t>(person.group)].colour : -1);
}

/// Dots in device pixels, copied to the nearest half pixel: a map of many thousands opens its minimap with the first
/// step of the view. Where one of the same colour lies already, another would add nothing.
class Dots
{
public:
    Dots(QImage& image, double radius) : m_painter(&image), m_radius(radius), m_width(2 * image.width())
    {
        m_last.resize(static_cast<std::size_t>(m_width) * static_cast<std::size_t>(2 * image.height()), 0);
    }

    void add(QPointF at, QRgb color)
    {
        const int x = static_cast<int>(std::lround(2 * at.x())), y = static_cast<int>(std::lround(2 * at.y()));
        if (x < 0 || y < 0 || x >= m_width)
            return;
        const auto cell = static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width) + static_cast<std::size_t>(x);
        if (cell >= m_last.size() || std::exchange(m_last[cell], color) == color)
            return;
        QImage& dot = m_dots[color][static_cast<std::size_t>(2 * (y % 2) + x % 2)];
        if (dot.isNull())
            dot = drawn(color, QPointF(x % 2, y % 2) / 2);
        m_painter.drawImage(x / 2 - half(), y / 2 - half(), dot);
    }

private:
    int half() const { return static_cast<int>(std::ceil(m_radius)) + 1; }
    QImage drawn(QRgb color, QPointF shift) const
    {
        QImage dot(2 * half() + 1, 2 * half() + 1, QImage::Format_ARGB32_Premultiplied);
        dot.fill(Qt::transparent);
        QPainter painter(&dot);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor::fromRgb(color));
        painter.drawEllipse(QPointF(half(), half()) + shift, m_radius, m_radius);
        return dot;
    }

    QPainter m_painter;
    double m_radius;
    int m_width; ///< in half pixels
    std::vector<QRgb> m_last;
    std::map<QRgb, std::array<QImage, 4>> m_dots;
};

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
    m_dots.fill(Qt::transparent);
    {
        Dots dots(m_dots, kDot * ratio);
        for (const MapPerson& person : input.people)
            if (!person.hidden && std::isfinite(person.at.x()))
                dots.add(toField(person.at) * ratio, colourOf(person, input).rgb());
    }
    m_dots.setDevicePixelRatio(ratio);
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
