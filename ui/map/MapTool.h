// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <Qt>

class QPainter;

namespace weavemap::ui {

class Theme;

/// Where the pointer is, in px of the canvas and in map units, and what is under it.
struct MapPointer
{
    QPointF px;
    QPointF map;
    int person = -1; ///< index into MapInput::people
    int tie = -1;    ///< index into MapInput::ties
    Qt::KeyboardModifiers modifiers;
};

/// What a tool may ask of the canvas. The canvas hands it on to whoever changes the file; a tool alters nothing itself.
class MapToolHost
{
public:
    virtual ~MapToolHost() = default;
    virtual const std::vector<std::uint32_t>& selection() const = 0;
    virtual void select(std::vector<std::uint32_t> people) = 0;
    virtual void selectTie(int tie) = 0;
    virtual std::vector<std::uint32_t> peopleIn(const QRectF& px) const = 0;
    virtual std::vector<std::uint32_t> peopleIn(const QPolygonF& px) const = 0; ///< within a closed line
    virtual QPointF personAtPx(std::uint32_t person) const = 0;                 ///< the middle of a disc, in px
    virtual double radiusOf(std::uint32_t person) const = 0;                    ///< px
    virtual bool canEdit() const = 0;
    virtual void dragBy(QPointF map) = 0; ///< moves the selection on the screen
    virtual void dropDrag() = 0;          ///< stores where it stands now
    virtual void drawTie(std::uint32_t from, std::uint32_t to, QPointF px) = 0;
    virtual void addPerson(QPointF map, QPointF px) = 0;
    virtual void choosePathEnd(std::uint32_t person) = 0;
    virtual void refreshOverlay() = 0;
};

/// What the mouse does on the map. One tool is active at a time; it lives as long as the canvas.
class MapTool
{
public:
    virtual ~MapTool() = default;
    virtual void press(MapToolHost& host, const MapPointer& at) = 0;
    virtual void move(MapToolHost& host, const MapPointer& at) = 0;
    virtual void release(MapToolHost& host, const MapPointer& at) = 0;
    /// Escape, another tool, or the window lost the mouse. True where something was under way.
    virtual bool cancel(MapToolHost& host) = 0;
    /// The file is closed: whatever was under way is about people who are not there any more.
    virtual void forget() {}
    virtual Qt::CursorShape cursor() const { return Qt::ArrowCursor; }
    /// Over the map, in px.
    virtual void paint(QPainter&, const MapToolHost&, const Theme&) const {}
};

} // namespace weavemap::ui
