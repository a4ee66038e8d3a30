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
    Qt::CursorShape cursor() const override { return Qt::CrossCursor; }
    void paint(QPainter& painter, const MapToolHost& host, const Theme& theme) const override;

private:
    int m_from = -1;
    MapPointer m_last;
};

} // namespace weavemap::ui
