// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/ViewQuestion.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

namespace weavemap::actions {

namespace {

using Json = nlohmann::ordered_json;
using graph::Population;

constexpr std::array kTies{std::pair{TieSet::awareness, "awareness"}, std::pair{TieSet::exchange, "exchange"},
                           std::pair{TieSet::collaboration, "collaboration"}, std::pair{TieSet::all, "all"}};
constexpr std::array kWhose{std::pair{Population::members, "members"},
                            std::pair{Population::membersAndStaff, "membersAndStaff"},
                            std::pair{Population::everybody, "everybody"}};

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

std::string viewSettings(const MapQuestion& question)
{
    Json filters = Json::array();
    for (const MapFilter& filter : question.filters)
        filters.push_back(Json{{"field", filter.field}, {"values", filter.values}});
    Json object{{"ties", nameOf(kTies, question.network.set)},
                {"whose", nameOf(kWhose, question.network.population)},
                {"colourBy", question.colourBy},
                {"sizeBy", question.sizeBy},
                {"filters", std::move(filters)}};
    if (question.date)
        object["date"] = question.date->toIso();
    if (question.compare)
        object["compare"] = question.compare->toIso();
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
    if (const auto filters = object.find("filters"); filters != object.end() && filters->is_array())
        question.filters = filtersIn(*filters);
    question.date = dateIn(object, "date");
    question.compare = dateIn(object, "compare");
    return question;
}

Result<MapView> findView(store::Records& records, std::string_view text)
{
    WEAVEMAP_ASSIGN(auto views, records.views.all());
    auto found = std::find_if(views.begin(), views.end(), [text](const MapView& view) { return view.name == text; });
    if (found == views.end())
        found = std::find_if(views.begin(), views.end(),
                             [text](const MapView& view) { return view.id.toString() == text; });
    if (found == views.end())
        return fail(ErrorCode::notFound, {"view", std::string(text)});
    return std::move(*found);
}

} // namespace weavemap::actions
