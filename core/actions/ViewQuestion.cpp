// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/ViewQuestion.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/actions/StylePlaces.h"
#include "core/base/Id.h"

namespace weavemap::actions {

namespace {

using Json = nlohmann::ordered_json;
using graph::Population;

constexpr std::array kTies{std::pair{TieSet::awareness, "awareness"}, std::pair{TieSet::exchange, "exchange"},
                           std::pair{TieSet::collaboration, "collaboration"}, std::pair{TieSet::all, "all"}};
constexpr std::array kWhose{std::pair{Population::members, "members"},
                            std::pair{Population::membersAndStaff, "membersAndStaff"},
                            std::pair{Population::everybody, "everybody"}};
constexpr std::array kNodes{std::pair{MapQuestion::Nodes::people, "people"},
                            std::pair{MapQuestion::Nodes::organizations, "organizations"}};
constexpr std::array kKinds{std::pair{MapQuestion::Kinds::together, "together"},
                            std::pair{MapQuestion::Kinds::apart, "apart"}};
constexpr std::array kInitials{std::pair{MapQuestion::Initials::none, "none"},
                               std::pair{MapQuestion::Initials::onDiscs, "onDiscs"}};
constexpr std::array kMapColours{std::pair{MapQuestion::Colours::window, "window"},
                                 std::pair{MapQuestion::Colours::print, "print"},
                                 std::pair{MapQuestion::Colours::grey, "grey"}};
constexpr int kMostMonths = 1200;

constexpr std::array kStyles{std::pair{layout::Style::clusters, "clusters"},
                             std::pair{layout::Style::distances, "distances"},
                             std::pair{layout::Style::rings, "around"}, std::pair{layout::Style::areas, "groups"},
                             std::pair{layout::Style::circle, "circle"}};

constexpr std::array<std::pair<const char*, std::optional<bool> ViewLook::*>, 3> kLook{
    {{"hulls", &ViewLook::hulls}, {"fog", &ViewLook::fog}, {"names", &ViewLook::names}}};

template <class T, std::size_t N>
std::string nameOf(const std::array<std::pair<T, const char*>, N>& names, T value)
{
    for (const auto& [known, name] : names)
        if (known == value)
            return name;
    return {};
}

const std::string* textIn(const Json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() ? found->get_ptr<const std::string*>() : nullptr;
}

template <class T, std::size_t N>
void readName(const std::array<std::pair<T, const char*>, N>& names, const Json& object, const char* key, T& value)
{
    const std::string* const text = textIn(object, key);
    for (const auto& [known, name] : names)
        if (text && *text == name)
            value = known;
}

std::optional<Date> dateIn(const Json& object, const char* key)
{
    const std::string* const text = textIn(object, key);
    const auto date = text ? Date::parseIso(*text) : Result<Date>(Date());
    return text && date ? std::optional(*date) : std::nullopt;
}

std::vector<MapFilter> filtersIn(const Json& list)
{
    std::vector<MapFilter> filters;
    for (const Json& entry : list) {
        const std::string* const field = entry.is_object() ? textIn(entry, "field") : nullptr;
        const auto values = entry.is_object() ? entry.find("values") : entry.end();
        if (!field || field->empty() || values == entry.end() || !values->is_array())
            continue;
        MapFilter filter{*field, {}};
        for (const Json& value : *values)
            if (const auto* const text = value.get_ptr<const std::string*>())
                filter.values.push_back(*text);
        if (!filter.values.empty())
            filters.push_back(std::move(filter));
    }
    return filters;
}

} // namespace

std::string viewSettings(const MapQuestion& question, const ViewLook& look)
{
    Json filters = Json::array();
    for (const MapFilter& filter : question.filters)
        filters.push_back(Json{{"field", filter.field}, {"values", filter.values}});
    Json object{{"ties", nameOf(kTies, question.network.set)},
                {"whose", nameOf(kWhose, question.network.population)},
                {"colourBy", question.colourBy},
                {"sizeBy", question.sizeBy},
                {"ringBy", question.ringBy},
                {"labelBy", question.labelBy},
                {"nodes", nameOf(kNodes, question.nodes)},
                {"kinds", nameOf(kKinds, question.kinds)},
                {"initials", nameOf(kInitials, question.initials)},
                {"colours", nameOf(kMapColours, question.colours)},
                {"conveningMonths", question.conveningMonths},
                {"filters", std::move(filters)},
                {"layout", nameOf(kStyles, question.style)}};
    if (question.around)
        object["around"] = question.around.toString();
    if (question.date)
        object["date"] = question.date->toIso();
    if (question.compare)
        object["compare"] = question.compare->toIso();
    if (!look.caption.empty())
        object["caption"] = look.caption;
    if (look.board)
        object["board"] = true;
    for (const auto& [key, member] : kLook)
        if (look.*member)
            object[key] = *(look.*member);
    return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

ViewLook viewLook(std::string_view settings)
{
    ViewLook look;
    const Json object = Json::parse(settings, nullptr, false);
    if (!object.is_object())
        return look;
    const auto flag = [&](const char* key) {
        const auto found = object.find(key);
        const bool* const value = found != object.end() ? found->get_ptr<const bool*>() : nullptr;
        return value ? std::optional(*value) : std::nullopt;
    };
    if (const std::string* const caption = textIn(object, "caption"))
        look.caption = *caption;
    look.board = flag("board").value_or(false);
    for (const auto& [key, member] : kLook)
        look.*member = flag(key);
    return look;
}

std::string withCaption(std::string_view settings, std::string_view caption)
{
    Json object = Json::parse(settings, nullptr, false);
    if (!object.is_object())
        object = Json::object();
    object.erase("caption");
    if (!caption.empty())
        object["caption"] = caption;
    return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

MapQuestion withViewSettings(MapQuestion question, std::string_view settings)
{
    const Json object = Json::parse(settings, nullptr, false);
    if (!object.is_object())
        return question;
    readName(kTies, object, "ties", question.network.set);
    readName(kWhose, object, "whose", question.network.population);
    if (const std::string* const colour = textIn(object, "colourBy"))
        question.colourBy = *colour;
    if (const std::string* const size = textIn(object, "sizeBy"))
        question.sizeBy = *size;
    readName(kStyles, object, "layout", question.style);
    if (const std::string* const around = textIn(object, "around"))
        if (const auto id = parseIdValue(*around))
            question.around = PersonId{*id};
    if (const std::string* const ring = textIn(object, "ringBy"))
        question.ringBy = *ring;
    if (const std::string* const label = textIn(object, "labelBy"))
        question.labelBy = *label;
    readName(kNodes, object, "nodes", question.nodes);
    readName(kKinds, object, "kinds", question.kinds);
    readName(kInitials, object, "initials", question.initials);
    readName(kMapColours, object, "colours", question.colours);
    if (const auto months = object.find("conveningMonths"); months != object.end() && months->is_number_integer())
        question.conveningMonths =
            static_cast<int>(std::clamp<std::int64_t>(months->get<std::int64_t>(), 0, kMostMonths));
    if (const auto filters = object.find("filters"); filters != object.end() && filters->is_array())
        question.filters = filtersIn(*filters);
    question.date = dateIn(object, "date");
    question.compare = dateIn(object, "compare");
    return question;
}

Result<MapView> findView(store::Records& records, std::string_view text)
{
    WEAVEMAP_ASSIGN(auto views, records.views.all());
    std::erase_if(views, keepsPlaces);
    auto found = std::find_if(views.begin(), views.end(), [text](const MapView& view) { return view.name == text; });
    if (found == views.end())
        found = std::find_if(views.begin(), views.end(),
                             [text](const MapView& view) { return view.id.toString() == text; });
    if (found == views.end())
        return fail(ErrorCode::notFound, {"view", std::string(text)});
    return std::move(*found);
}

} // namespace weavemap::actions
