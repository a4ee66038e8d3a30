// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/actions/Figures.h"
#include "core/actions/NamesSaid.h"
#include "core/base/PeakMemory.h"
#include "core/exchange/CsvWriter.h"

namespace weavemap::actions {

namespace {

using Json = nlohmann::ordered_json;

constexpr double kLargestExact = 9007199254740992.0; // 2^53

/// Whole numbers without a decimal point, as counts are read; what is not finite is null.
Json number(double value)
{
    if (!std::isfinite(value))
        return nullptr;
    if (value == std::floor(value) && std::abs(value) < kLargestExact)
        return static_cast<std::int64_t>(value);
    return value;
}

Json numbers(const std::vector<double>& values)
{
    Json list = Json::array();
    for (const double value : values)
        list.push_back(number(value));
    return list;
}

std::vector<std::string> printedIds(const NetworkFigures& figures, const NetworkData& data, IdsAs ids)
{
    std::unordered_map<PersonId, const Person*> people;
    for (const Person& person : data.people)
        people.emplace(person.id, &person);
    std::vector<std::string> printed;
    for (const PersonId id : figures.figures.ids) {
        const auto found = people.find(id);
        const Person* const person = found == people.end() ? nullptr : found->second;
        printed.push_back(person ? printedId(*person, ids) : id.toString());
    }
    return printed;
}

Json scalar(const sna::Value& value)
{
    if (const auto* const plain = std::get_if<double>(&value))
        return number(*plain);
    if (const auto* const list = std::get_if<sna::NumberList>(&value))
        return numbers(list->values);
    if (const auto* const named = std::get_if<sna::NamedNumbers>(&value)) {
        Json object = Json::object();
        for (const auto& [name, entry] : named->values)
            object[name] = number(entry);
        return object;
    }
    return nullptr;
}

Json section(const sna::FigureSection& figures, const std::vector<std::string>& ids)
{
    Json scalars = Json::object(), nodes = Json::object(), edges = Json::object();
    for (const auto& [key, value] : figures.scalars)
        scalars[key] = scalar(value);
    for (const auto& [key, values] : figures.nodes)
        nodes[key] = numbers(values);
    for (const auto& [key, values] : figures.edges) {
        Json list = Json::array();
        for (const sna::EdgeValue& edge : values) {
            Json row = Json::array({ids[edge.source], ids[edge.target]});
            if (edge.value)
                row.push_back(number(*edge.value));
            list.push_back(std::move(row));
        }
        edges[key] = std::move(list);
    }
    return Json{{"scalars", std::move(scalars)}, {"nodes", std::move(nodes)}, {"edges", std::move(edges)}};
}

/// Communities as value and membership together: `{"unweighted": {...}, "weighted": {...}}`, what there is of them.
Json modularity(const sna::FigureSection& figures)
{
    Json json = Json::object();
    const auto put = [&figures, &json](const char* form, const std::string& suffix) {
        const auto value = figures.number("modularity" + suffix);
        const auto* const groups = figures.perNode("community" + suffix);
        if (value && groups)
            json[form] = Json{{"value", number(*value)}, {"membership", numbers(*groups)}};
    };
    put("unweighted", "");
    put("weighted", "_weighted");
    return json;
}

std::string_view setName(TieSet set)
{
    switch (set) {
    case TieSet::awareness:
        return "awareness";
    case TieSet::exchange:
        return "exchange";
    case TieSet::collaboration:
        return "collaboration";
    case TieSet::all:
        return "all";
    }
    return {};
}

std::string plainNumber(double value)
{
    if (!std::isfinite(value))
        return {};
    char text[32];
    const auto [end, error] = std::to_chars(text, text + sizeof text, value);
    return error == std::errc() ? std::string(text, end) : std::string();
}

} // namespace

std::string printedId(const Person& person, IdsAs ids)
{
    const bool isNamed = person.consent == ShowConsent::byName || person.consent == ShowConsent::unset;
    if (ids == IdsAs::name && isNamed)
        return person.name;
    const bool isSource = ids == IdsAs::source && !person.sourceId.empty();
    if (isSource && (isNamed || NameFinder({person}).within(person.sourceId).empty()))
        return person.sourceId;
    return person.id.toString();
}

std::string figuresJson(const NetworkFigures& figures, const NetworkData& data, IdsAs ids, Timing timing)
{
    const std::vector<std::string> printed = printedIds(figures, data, ids);
    Json sections = Json::object();
    sections["undirected"] = section(figures.figures.undirected, printed);
    if (figures.figures.directed)
        sections["directed"] = section(*figures.figures.directed, printed);
    Json json = Json::object();
    json["on"] = figures.network.on.toIso();
    json["ties"] = setName(figures.network.set);
    json["stale_ties"] = figures.staleTies;
    json["coverage"] = Json{{"heard_from", figures.coverage.heard},
                            {"members", figures.coverage.members},
                            {"share", number(figures.coverage.share())}};
    json["nodes"] = printed;
    json["sections"] = std::move(sections);
    json["modularity"] = modularity(figures.figures.undirected);
    if (timing == Timing::printed)
        json["seconds"] = figures.figures.seconds;
    if (timing == Timing::printed)
        json["peak_memory_mb"] = number(peakMemoryMb());
    // Names come from outside: bytes that are not UTF-8 must not end the program.
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string figuresCsv(const NetworkFigures& figures, const NetworkData& data, IdsAs ids)
{
    const std::vector<std::string> printed = printedIds(figures, data, ids);
    std::vector<std::string> header{"id"};
    std::vector<const std::vector<double>*> columns;
    const auto addSection = [&header, &columns](const sna::FigureSection& part, const std::string& prefix) {
        for (const auto& [key, values] : part.nodes) {
            header.push_back(prefix + key);
            columns.push_back(&values);
        }
    };
    addSection(figures.figures.undirected, "");
    if (figures.figures.directed)
        addSection(*figures.figures.directed, "directed.");
    exchange::CsvWriter writer(std::move(header));
    for (std::size_t i = 0; i < printed.size(); ++i) {
        std::vector<std::string> row{printed[i]};
        for (const auto* const column : columns)
            row.push_back(plainNumber((*column)[i]));
        writer.addRow(row);
    }
    return writer.text();
}

} // namespace weavemap::actions
