// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/MapTool.h"

namespace weavemap::ui {

/// Click chooses, with Shift adds; a drag from a person moves the chosen ones, a drag from the ground draws a rubber
/// band.
class SelectTool : public MapTool
{
public:
    void press(MapToolHost& host, const MapPointer& at) override;
    void move(MapToolHost& host, const MapPointer& at) override;
    void release(MapToolHost& host, const MapPointer& at) override;
    bool cancel(MapToolHost& host) override;
    void forget() override;
    void paint(QPainter& painter, const MapToolHost& host, const Theme& theme) const override;

private:
    enum class Doing { nothing, pressedPerson, dragging, banding };

    Doing m_doing = Doing::nothing;
    MapPointer m_start;
    MapPointer m_last;
    std::vector<std::uint32_t> m_before;
};

} // namespace weavemap::ui
