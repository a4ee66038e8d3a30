// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/MapTool.h"

namespace weavemap::ui {

/// A drag from one person to another draws a tie; the canvas opens the chooser at the drop.
class DrawTieTool : public MapTool
{
public:
    void press(MapToolHost& host, const MapPointer& at) override;
    void move(MapToolHost& host, const MapPointer& at) override;
    void release(MapToolHost& host, const MapPointer& at) override;
    bool cancel(MapToolHost& host) override;
    void forget() override { m_from = -1; }
    Qt::CursorShape cursor() const override { return Qt::CrossCursor; }
    void paint(QPainter& painter, const MapToolHost& host, const Theme& theme) const override;
    /// The line to somebody, or to a place where `to` is nobody (-1): as the mouse draws it, and the keyboard.
    static void paintLine(QPainter& painter, const MapToolHost& host, const Theme& theme, std::uint32_t from, int to,
                          QPointF px);

private:
    int m_from = -1;
    MapPointer m_last;
};

} // namespace weavemap::ui
