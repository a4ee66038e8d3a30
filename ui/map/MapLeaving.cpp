// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/MapLeaving.h"

#include "ui/map/MapCanvas.h"
#include "ui/map/MapModel.h"
#include "ui/models/MapInputs.h"

namespace weavemap::ui {

MapInput litInput(const MapCanvas& canvas)
{
    const MapModel& model = canvas.model();
    MapInput input = model.input();
    input.focus = {};
    for (const PersonId centre : canvas.circleCentres()) {
        const int at = model.indexOf(centre);
        if (at >= 0 && input.focus.circle < 0)
            input.focus.circle = at;
        else if (at >= 0)
            input.focus.circleWith.push_back(static_cast<std::uint32_t>(at));
    }
    input.focus.circleSteps = input.focus.circle < 0 ? 0 : canvas.circleSteps();
    for (const PersonId person : canvas.path())
        if (const int at = model.indexOf(person); at >= 0)
            input.focus.path.push_back(static_cast<std::uint32_t>(at));
    return input;
}

MapPage pageOf(const MapCanvas& canvas, const QString& network, const QString& caption)
{
    const MapModel& model = canvas.model();
    MapPage page = mapPage(*model.data(), network);
    // Where nobody knows whose names it says, as after somebody was erased, it stays here.
    const auto source = model.source();
    if (!caption.isEmpty() && source)
        page.caption = captionWords(caption, source->data.people);
    return page;
}

} // namespace weavemap::ui
