// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/StylePlaces.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/actions/EditNetwork.h"

namespace weavemap::actions {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kPlacesOf = "placesOf"; ///< key: the view whose places these are
constexpr const char* kStyle = "style";       ///< key: `styleKey`
constexpr std::string_view kRings = "around:";

struct Kept
{
    std::string view, style;
};

/// What a view keeps; empty where it is none of these.
Kept keptBy(const MapView& view)
{
    // Most views are others: those are told without reading them.
    if (view.settings.find(kPlacesOf) == std::string::npos)
        return {};
    const Json object = Json::parse(view.settings, nullptr, false);
    const auto text = [&](const char* key) {
        const auto found = object.is_object() ? object.find(key) : object.end();
        const std::string* const value =
            object.is_object() && found != object.end() ? found->get_ptr<const std::string*>() : nullptr;
        return value ? *value : std::string();
    };
    return {text(kPlacesOf), text(kStyle)};
}

/// As it is read again: a field's name may hold bytes that are no text.
std::string asStored(const std::string& style)
{
    return Json::parse(Json(style).dump(-1, ' ', false, Json::error_handler_t::replace)).get<std::string>();
}

Result<ViewId> keep(store::Records& records, ViewId view, const std::string& style)
{
    MapView made;
    made.name = kMapItself;
    made.settings =
        Json{{kPlacesOf, view.toString()}, {kStyle, style}}.dump(-1, ' ', false, Json::error_handler_t::replace);
    return records.views.insert(std::move(made));
}

Result<ViewId> baseOf(store::Records& records, const MapQuestion& question)
{
    return question.view ? Result<ViewId>(question.view) : mainView(records);
}

} // namespace

std::string styleKey(const MapQuestion& question)
{
    switch (question.style) {
    case layout::Style::clusters:
        return {};
    case layout::Style::distances:
        return "distances";
    case layout::Style::rings:
        return std::string(kRings) + question.around.toString();
    case layout::Style::areas:
        return "groups:" + question.colourBy;
    case layout::Style::circle:
        return "circle:" + question.colourBy;
    }
    return {};
}

bool keepsPlaces(const MapView& view) { return !keptBy(view).view.empty(); }

Result<std::vector<MapView>> placesBeside(store::Records& records, ViewId view)
{
    WEAVEMAP_ASSIGN(auto views, records.views.all());
    std::erase_if(views, [base = view.toString()](const MapView& other) { return keptBy(other).view != base; });
    return views;
}

Result<ViewId> placesOf(store::Records& records, const MapQuestion& question)
{
    WEAVEMAP_ASSIGN(const ViewId base, baseOf(records, question));
    const std::string style = asStored(styleKey(question));
    if (!base || style.empty())
        return base;
    WEAVEMAP_ASSIGN(const auto beside, placesBeside(records, base));
    for (const MapView& view : beside)
        if (keptBy(view).style == style)
            return view.id;
    return ViewId{};
}

Result<> readPlaces(store::Records& records, MapQuestion question, MapSource& source)
{
    WEAVEMAP_ASSIGN(ViewId view, placesOf(records, question));
    if (view) {
        WEAVEMAP_ASSIGN(source.recorded, records.views.positions(view));
        WEAVEMAP_ASSIGN(source.computed, records.views.computedPositions(view));
    }
    if (!question.view || !source.recorded.empty() || !source.computed.empty())
        return {};
    question.view = {};
    WEAVEMAP_ASSIGN(view, placesOf(records, question));
    if (!view)
        return {};
    WEAVEMAP_ASSIGN(source.computed, records.views.computedPositions(view));
    WEAVEMAP_ASSIGN(const auto moved, records.views.positions(view));
    std::unordered_map<PersonId, std::size_t> known;
    for (std::size_t i = 0; i < source.computed.size(); ++i)
        known.emplace(source.computed[i].person, i);
    for (const MapPosition& place : moved) {
        const auto found = known.find(place.person);
        ComputedPosition& there =
            found != known.end() ? source.computed[found->second] : source.computed.emplace_back();
        there.person = place.person;
        there.x = place.x;
        there.y = place.y;
    }
    source.areFromMap = !source.computed.empty();
    return {};
}

Result<ViewId> placesMade(store::Records& records, const MapQuestion& question)
{
    WEAVEMAP_ASSIGN(const ViewId known, placesOf(records, question));
    if (known)
        return known;
    ViewId base = question.view;
    if (!base) {
        WEAVEMAP_ASSIGN(base, mainViewMade(records));
    }
    const std::string style = styleKey(question);
    if (style.empty())
        return base;
    return keep(records, base, style);
}

Result<ViewId> placesBesideMade(store::Records& records, ViewId view, const MapView& like)
{
    return keep(records, view, keptBy(like).style);
}

Result<> movePeople(store::Records& records, const MapQuestion& question, std::vector<MapPosition> places)
{
    if (places.empty())
        return {};
    WEAVEMAP_ASSIGN(const ViewId view, placesMade(records, question));
    for (MapPosition& place : places)
        place.view = view;
    return movePeople(records, std::span<const MapPosition>(places));
}

Result<> forgetOtherRings(store::Records& records, const MapQuestion& question)
{
    if (question.style != layout::Style::rings)
        return {};
    WEAVEMAP_ASSIGN(const ViewId base, baseOf(records, question));
    WEAVEMAP_ASSIGN(const auto beside, placesBeside(records, base));
    for (const MapView& view : beside) {
        const std::string style = keptBy(view).style;
        if (!style.starts_with(kRings) || style == asStored(styleKey(question)))
            continue;
        WEAVEMAP_ASSIGN(const auto moved, records.views.positions(view.id));
        if (moved.empty())
            WEAVEMAP_TRY(records.views.replaceComputedPositions(view.id, {}));
    }
    return {};
}

} // namespace weavemap::actions
