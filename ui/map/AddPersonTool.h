// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/MapTool.h"

namespace weavemap::ui {

/// A click on the ground adds a person there; a click on a person chooses them.
class AddPersonTool : public MapTool
{
public:
    void press(MapToolHost& host, const MapPointer& at) override
    {
        if (at.person >= 0)
            host.select({static_cast<std::uint32_t>(at.person)});
        else if (host.canEdit())
            host.addPerson(at.map, at.px);
    }
    void move(MapToolHost&, const MapPointer&) override {}
    void release(MapToolHost&, const MapPointer&) override {}
    bool cancel(MapToolHost&) override { return false; }
    Qt::CursorShape cursor() const override { return Qt::CrossCursor; }
};

} // namespace weavemap::ui
