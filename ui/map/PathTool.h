// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/MapTool.h"

namespace weavemap::ui {

/// Two people, one click each: the ends of a path.
class PathTool : public MapTool
{
public:
    void press(MapToolHost& host, const MapPointer& at) override
    {
        if (at.person >= 0)
            host.choosePathEnd(static_cast<std::uint32_t>(at.person));
    }
    void move(MapToolHost&, const MapPointer&) override {}
    void release(MapToolHost&, const MapPointer&) override {}
    bool cancel(MapToolHost&) override { return false; }
    Qt::CursorShape cursor() const override { return Qt::PointingHandCursor; }
};

} // namespace weavemap::ui
