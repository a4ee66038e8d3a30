// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/actions/Figures.h"
#include "core/actions/NamesSaid.h"
#include "core/base/PeakMemory.h"
#include "core/exchange/CsvWriter.h"

namespace weavemap::actions {

namespace {

constexpr double kLargestExact = 9007199254740992.0; // 2^53

/// Appends a finite number so that it is read back as the same one; whole ones without a decimal point, as counts are
/// read.
void append(std::string& text, double value)
{
    char digits[32];
    const bool isWhole = value == std::floor(value) && std::abs(value) < kLargestExact;
    const auto [end, error] = isWhole ? std::to_chars(digits, digits + sizeof digits, static_cast<std::int64_t>(value))
                                      : std::to_chars(digits, digits + sizeof digits, value);
    if (error == std::errc())
        text.append(digits, end);
}

/// Writes JSON as it comes, one entry a line: a document that is built first takes many times the memory and the time
/// where there are millions of figures.
class JsonWriter
{
public:
    void open(char bracket)
    {
        m_text.push_back(bracket);
        ++m_depth;
        m_isFirst = true;
    }
    void close(char bracket)
    {
        --m_depth;
        if (!m_isFirst)
            newLine();
        m_text.push_back(bracket);
        m_isFirst = false;
    }
    /// In front of each entry of a list.
    void item()
    {
        if (!m_isFirst)
            m_text.push_back(',');
        m_isFirst = false;
        newLine();
    }
    /// In front of each value of an object.
    void key(std::string_view name)
    {
        item();
        string(name);
        m_text += ": ";
    }
    void string(std::string_view text)
    {
        const bool isPlain =
            std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; });
        // Names come from outside: bytes that are not UTF-8 must not end the program.
        m_text += isPlain ? '"' + std::string(text) + '"'
                          : nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    }
    /// What is not finite is null.
    void number(double value)
    {
        if (std::isfinite(value))
            append(m_text, value);
        else
            m_text += "null";
    }
    void numbers(const std::vector<double>& values)
    {
        open('[');
        for (const double value : values) {
            item();
            number(value);
        }
        close(']');
    }
    void value(std::string_view name, std::string_view text)
    {
        key(name);
        string(text);
    }
    void value(std::string_view name, double figure)
    {
        key(name);
        number(figure);
    }
    void lineBreak() { m_text.push_back('\n'); }
    std::string take() { return std::move(m_text); }

private:
    void newLine()
    {
        m_text.push_back('\n');
        m_text.append(m_depth, ' ');
    }

    std::string m_text;
    std::size_t m_depth = 0;
    bool m_isFirst = true;
};

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

void writeScalar(JsonWriter& json, const sna::Value& value)
{
    if (const auto* const list = std::get_if<sna::NumberList>(&value))
        return json.numbers(list->values);
    if (const auto* const named = std::get_if<sna::NamedNumbers>(&value)) {
        json.open('{');
        for (const auto& [name, entry] : named->values)
            json.value(name, entry);
        return json.close('}');
    }
    const auto* const plain = std::get_if<double>(&value);
    json.number(plain ? *plain : sna::kUndefined);
}

void writeEdges(JsonWriter& json, const std::vector<sna::EdgeValue>& edges, const std::vector<std::string>& ids)
{
    json.open('[');
    for (const sna::EdgeValue& edge : edges) {
        json.item();
        json.open('[');
        for (const std::uint32_t end : {edge.source, edge.target}) {
            json.item();
            json.string(ids[end]);
        }
        if (edge.value) {
            json.item();
            json.number(*edge.value);
        }
        json.close(']');
    }
    json.close(']');
}

void writeSection(JsonWriter& json, const sna::FigureSection& figures, const std::vector<std::string>& ids)
{
    json.open('{');
    json.key("scalars");
    json.open('{');
    for (const auto& [key, value] : figures.scalars) {
        json.key(key);
        writeScalar(json, value);
    }
    json.close('}');
    json.key("nodes");
    json.open('{');
    for (const auto& [key, values] : figures.nodes) {
        json.key(key);
        json.numbers(values);
    }
    json.close('}');
    json.key("edges");
    json.open('{');
    for (const auto& [key, values] : figures.edges) {
        json.key(key);
        writeEdges(json, values, ids);
    }
    json.close('}');
    json.close('}');
}

/// Communities as value and membership together: `{"unweighted": {...}, "weighted": {...}}`, what there is of them.
void writeModularity(JsonWriter& json, const sna::FigureSection& figures)
{
    json.open('{');
    const auto put = [&figures, &json](const char* form, const std::string& suffix) {
        const auto value = figures.number("modularity" + suffix);
        const auto* const groups = figures.perNode("community" + suffix);
        if (!value || !groups)
            return;
        json.key(form);
        json.open('{');
        json.value("value", *value);
        json.key("membership");
        json.numbers(*groups);
        json.close('}');
    };
    put("unweighted", "");
    put("weighted", "_weighted");
    json.close('}');
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
    JsonWriter json;
    json.open('{');
    json.value("on", figures.network.on.toIso());
    json.value("ties", setName(figures.network.set));
    json.value("stale_ties", static_cast<double>(figures.staleTies));
    json.key("coverage");
    json.open('{');
    json.value("heard_from", static_cast<double>(figures.coverage.heard));
    json.value("members", static_cast<double>(figures.coverage.members));
    json.value("share", figures.coverage.share());
    json.close('}');
    json.key("nodes");
    json.open('[');
    for (const std::string& id : printed) {
        json.item();
        json.string(id);
    }
    json.close(']');
    json.key("sections");
    json.open('{');
    json.key("undirected");
    writeSection(json, figures.figures.undirected, printed);
    if (figures.figures.directed) {
        json.key("directed");
        writeSection(json, *figures.figures.directed, printed);
    }
    json.close('}');
    json.key("modularity");
    writeModularity(json, figures.figures.undirected);
    if (timing == Timing::printed) {
        json.key("seconds");
        json.open('{');
        for (const auto& [key, seconds] : figures.figures.seconds)
            json.value(key, seconds);
        json.close('}');
        json.value("peak_memory_mb", peakMemoryMb());
    }
    json.close('}');
    json.lineBreak();
    return json.take();
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
