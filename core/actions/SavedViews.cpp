// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/SavedViews.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <utility>

#include "core/actions/EditNetwork.h"
#include "core/actions/StylePlaces.h"
#include "core/base/Text.h"

namespace weavemap::actions {

namespace {

Result<MapView> savedView(store::Records& records, ViewId id)
{
    WEAVEMAP_ASSIGN(const auto views, savedViews(records));
    const auto found = std::find_if(views.begin(), views.end(), [id](const MapView& view) { return view.id == id; });
    if (found == views.end())
        return fail(ErrorCode::notFound, {"view", id.toString()});
    return *found;
}

/// Gives the views this order, without gaps.
Result<> putInOrder(store::Records& records, const std::vector<MapView>& views)
{
    // The map itself stays in front of them.
    int order = 1;
    for (MapView view : views) {
        view.order = order++;
        WEAVEMAP_TRY(records.views.update(view));
    }
    return {};
}

/// Recorded and computed places of one view as those of another.
Result<> copyPlaces(store::Records& records, ViewId from, ViewId to)
{
    WEAVEMAP_ASSIGN(std::vector<MapPosition> places, records.views.positions(from));
    WEAVEMAP_ASSIGN(const auto computed, records.views.computedPositions(from));
    for (const ComputedPosition& place : computed)
        places.push_back({to, place.person, place.x, place.y, false});
    for (MapPosition& place : places) {
        place.view = to;
        WEAVEMAP_TRY(records.views.setPosition(place));
    }
    return {};
}

/// Puts beside the places of who is shown those of everybody else: filters bring them back, and so do other days.
Result<> addWhoIsNotShown(store::Records& records, const MapQuestion& question, std::vector<MapPosition>& places)
{
    WEAVEMAP_ASSIGN(const ViewId from, placesOf(records, question));
    if (!from)
        return {};
    WEAVEMAP_ASSIGN(const auto moved, records.views.positions(from));
    WEAVEMAP_ASSIGN(const auto computed, records.views.computedPositions(from));
    // On another date the rows are closed up for it, and some stand beside contacts of then: those are no places to
    // keep.
    if (question.date || question.compare) {
        std::unordered_set<PersonId> kept;
        for (const MapPosition& place : moved)
            kept.insert(place.person);
        for (const ComputedPosition& place : computed)
            kept.insert(place.person);
        std::erase_if(places, [&kept](const MapPosition& place) { return kept.contains(place.person); });
    }
    std::unordered_set<PersonId> shown;
    for (const MapPosition& place : places)
        shown.insert(place.person);
    for (const MapPosition& place : moved)
        if (shown.insert(place.person).second)
            places.push_back(place);
    for (const ComputedPosition& place : computed)
        if (shown.insert(place.person).second)
            places.push_back({{}, place.person, place.x, place.y, false});
    return {};
}

} // namespace

Result<ViewId> saveView(store::Records& records, std::string_view name, const MapQuestion& question,
                        const ViewLook& look, std::vector<MapPosition> places)
{
    MapView view;
    view.name = trimmed(name);
    view.settings = viewSettings(question, look);
    WEAVEMAP_ASSIGN(const auto views, savedViews(records));
    for (const MapView& other : views)
        view.order = std::max(view.order, other.order + 1);
    WEAVEMAP_ASSIGN(const ViewId id, records.views.insert(std::move(view)));
    WEAVEMAP_TRY(addWhoIsNotShown(records, question, places));
    MapQuestion saved = question;
    saved.view = id;
    WEAVEMAP_TRY(movePeople(records, saved, std::move(places)));
    return id;
}

Result<> updateView(store::Records& records, ViewId id, const MapQuestion& question, const ViewLook& look,
                    std::vector<MapPosition> places)
{
    WEAVEMAP_ASSIGN(MapView view, savedView(records, id));
    view.settings = viewSettings(question, look);
    WEAVEMAP_TRY(records.views.update(view));
    if (question.view != id || question.date || question.compare)
        WEAVEMAP_TRY(addWhoIsNotShown(records, question, places));
    MapQuestion saved = question;
    saved.view = id;
    return movePeople(records, saved, std::move(places));
}

Result<> renameView(store::Records& records, ViewId id, std::string_view name)
{
    WEAVEMAP_ASSIGN(MapView view, savedView(records, id));
    view.name = trimmed(name);
    return records.views.update(view);
}

Result<> setViewCaption(store::Records& records, ViewId id, std::string_view caption)
{
    WEAVEMAP_ASSIGN(MapView view, savedView(records, id));
    view.settings = withCaption(view.settings, trimmed(caption));
    return records.views.update(view);
}

Result<ViewId> duplicateView(store::Records& records, ViewId id, std::string_view name)
{
    WEAVEMAP_ASSIGN(MapView copy, savedView(records, id));
    copy.id = {};
    copy.name = trimmed(name);
    WEAVEMAP_ASSIGN(const ViewId made, records.views.insert(copy));
    WEAVEMAP_TRY(copyPlaces(records, id, made));
    WEAVEMAP_ASSIGN(const auto beside, placesBeside(records, id));
    for (const MapView& view : beside) {
        WEAVEMAP_ASSIGN(const ViewId other, placesBesideMade(records, made, view));
        WEAVEMAP_TRY(copyPlaces(records, view.id, other));
    }
    // Right behind the first one.
    WEAVEMAP_ASSIGN(auto views, savedViews(records));
    const auto at = [&](ViewId wanted) {
        return std::find_if(views.begin(), views.end(), [wanted](const MapView& view) { return view.id == wanted; });
    };
    const MapView moved = *at(made);
    views.erase(at(made));
    views.insert(std::next(at(id)), moved);
    WEAVEMAP_TRY(putInOrder(records, views));
    return made;
}

Result<> deleteView(store::Records& records, ViewId id)
{
    WEAVEMAP_TRY(savedView(records, id));
    WEAVEMAP_ASSIGN(const auto beside, placesBeside(records, id));
    for (const MapView& view : beside)
        WEAVEMAP_TRY(records.views.remove(view.id));
    return records.views.remove(id);
}

Result<> reorderView(store::Records& records, ViewId id, int by)
{
    WEAVEMAP_TRY(savedView(records, id));
    WEAVEMAP_ASSIGN(auto views, savedViews(records));
    const auto found = std::find_if(views.begin(), views.end(), [id](const MapView& view) { return view.id == id; });
    const auto from = found - views.begin();
    const auto to = std::clamp<std::ptrdiff_t>(from + by, 0, static_cast<std::ptrdiff_t>(views.size()) - 1);
    const MapView moved = *found;
    views.erase(found);
    views.insert(views.begin() + to, moved);
    return to == from ? Result<>() : putInOrder(records, views);
}

} // namespace weavemap::actions
