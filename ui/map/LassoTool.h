// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPolygonF>

#include "ui/map/MapTool.h"

namespace weavemap::ui {

/// A line drawn around people chooses them; with Shift it adds them. A click chooses as everywhere.
class LassoTool : public MapTool
{
public:
    void press(MapToolHost& host, const MapPointer& at) override;
    void move(MapToolHost& host, const MapPointer& at) override;
    void release(MapToolHost& host, const MapPointer& at) override;
    bool cancel(MapToolHost& host) override;
    void forget() override;
    Qt::CursorShape cursor() const override { return Qt::CrossCursor; }
    void paint(QPainter& painter, const MapToolHost& host, const Theme& theme) const override;

private:
    bool m_drawing = false;
    QPolygonF m_line; ///< px, open: its ends are joined
    std::vector<std::uint32_t> m_before;
};

} // namespace weavemap::ui
