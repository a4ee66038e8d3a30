// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/GraphMlParser.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include <expat.h>

#include "core/base/Text.h"
#include "core/exchange/CellValue.h"
#include "core/exchange/HeaderWords.h"

namespace weavemap::exchange {

namespace {

constexpr std::size_t kChunk = std::size_t{1} << 18;

std::string_view localName(std::string_view name)
{
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view valueOf(const std::map<std::string_view, std::string_view>& attributes, std::string_view name)
{
    const auto found = attributes.find(name);
    return found == attributes.end() ? std::string_view() : found->second;
}

/// n0, n1, ...: what igraph and graph-tool number their nodes with.
bool isCounterId(std::string_view id)
{
    return id.size() > 1 && id[0] == 'n' &&
           std::all_of(id.begin() + 1, id.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

GraphMlParser::GraphMlParser(std::string path, const ReadOptions& options)
    : m_path(std::move(path)), m_options(options), m_parser(XML_ParserCreate("UTF-8")),
      m_budget(options.limits.fileBytes)
{
    XML_SetUserData(m_parser, this);
    XML_SetElementHandler(m_parser, &startHandler, &endHandler);
    XML_SetCharacterDataHandler(m_parser, &textHandler);
    XML_SetStartDoctypeDeclHandler(m_parser, &doctypeHandler);
}

GraphMlParser::~GraphMlParser() { XML_ParserFree(m_parser); }

void GraphMlParser::startHandler(void* self, const char* name, const char** attributes)
{
    static_cast<GraphMlParser*>(self)->onStart(localName(name), attributes);
}

void GraphMlParser::endHandler(void* self, const char* name)
{
    static_cast<GraphMlParser*>(self)->onEnd(localName(name));
}

void GraphMlParser::textHandler(void* self, const char* text, int length)
{
    static_cast<GraphMlParser*>(self)->onText({text, static_cast<std::size_t>(length)});
}

void GraphMlParser::doctypeHandler(void* self, const char*, const char*, const char*, int)
{
    auto* parser = static_cast<GraphMlParser*>(self);
    parser->stop(Error(ErrorCode::forbiddenXml, {parser->m_path}));
}

Result<ImportedNetwork> GraphMlParser::parse(std::string_view utf8, const RunContext& run)
{
    WEAVEMAP_TRY(feed(utf8, run));
    if (m_topGraphs == 0)
        return fail(ErrorCode::nothingToImport, {m_path});
    finish();
    run.progress(1.0);
    return std::move(m_network);
}

Result<> GraphMlParser::feed(std::string_view utf8, const RunContext& run)
{
    const std::size_t reportStep = utf8.size() / 50 + 1;
    std::size_t nextReport = reportStep;
    std::size_t at = 0;
    do {
        if (run.cancelled())
            return fail(ErrorCode::cancelled);
        const std::string_view chunk = utf8.substr(at, kChunk);
        at += chunk.size();
        const auto status =
            XML_Parse(m_parser, chunk.data(), static_cast<int>(chunk.size()), at >= utf8.size() ? 1 : 0);
        if (m_error)
            return fail(std::move(*m_error));
        if (status != XML_STATUS_OK)
            return fail(ErrorCode::malformedFile,
                        {m_path, std::to_string(line()), XML_ErrorString(XML_GetErrorCode(m_parser))});
        // One tag that never ends would be scanned again with every chunk.
        const auto parsed = static_cast<std::size_t>(std::max<XML_Index>(0, XML_GetCurrentByteIndex(m_parser)));
        if (at > parsed && at - parsed > 4 * m_options.limits.cellBytes + kChunk)
            return fail(ErrorCode::fileTooLarge, {m_path, std::to_string(m_options.limits.cellBytes), "cellBytes"});
        if (at >= nextReport) {
            run.progress(static_cast<double>(at) / static_cast<double>(utf8.size()));
            nextReport += reportStep;
        }
    } while (at < utf8.size());
    return {};
}

std::size_t GraphMlParser::line() const { return static_cast<std::size_t>(XML_GetCurrentLineNumber(m_parser)); }

void GraphMlParser::stop(Error error)
{
    if (!m_error)
        m_error = std::move(error);
    XML_StopParser(m_parser, XML_FALSE);
}

void GraphMlParser::stopTooLarge(std::size_t limit, const char* unit)
{
    stop(Error(ErrorCode::fileTooLarge, {m_path, std::to_string(limit), unit}));
}

void GraphMlParser::stopMalformed(std::string what)
{
    stop(Error(ErrorCode::malformedFile, {m_path, std::to_string(line()), std::move(what)}));
}

void GraphMlParser::onStart(std::string_view element, const char** attributes)
{
    if (m_error)
        return;
    if (++m_depth > m_options.limits.elementDepth)
        return stopTooLarge(m_options.limits.elementDepth, "elementDepth");
    if (m_depth == 1 && element != "graphml")
        return stop(Error(ErrorCode::unknownFormat, {m_path}));
    if (m_capture != Capture::none) {
        m_inDrawnLabel = m_inDrawnLabel || element == "NodeLabel";
        return;
    }
    Attributes named;
    for (; *attributes != nullptr; attributes += 2)
        named.emplace(attributes[0], attributes[1]);
    Item* const item = openItem();
    if (element == "key")
        startKey(named);
    else if (element == "default" && !m_openKeys.empty())
        begin(Capture::keyDefault);
    else if (element == "graph")
        startGraph(named);
    else if (element == "node")
        startNode(named);
    else if (element == "edge")
        startEdge(named);
    else if (element == "hyperedge")
        startHyperedge();
    else if (element == "endpoint" && item != nullptr)
        ++item->ends;
    else if (element == "data")
        startData(named);
    else if (element == "desc" && item != nullptr && !item->isHyperedge)
        begin(Capture::description);
}

void GraphMlParser::onEnd(std::string_view element)
{
    if (m_error)
        return;
    if (m_capture != Capture::none) {
        m_inDrawnLabel = m_inDrawnLabel && element != "NodeLabel";
        if (m_depth == m_captureDepth)
            endCapture();
    } else if (element == "key") {
        m_openKeys.clear();
    } else if (!m_items.empty() && m_items.back().depth == m_depth) {
        endItem();
    } else if (!m_graphs.empty() && m_graphs.back().depth == m_depth) {
        m_graphs.pop_back();
    }
    --m_depth;
}

void GraphMlParser::onText(std::string_view text)
{
    if (m_error || m_capture == Capture::none)
        return;
    if (m_capture == Capture::data && m_dataKey->isGraphics && !m_inDrawnLabel)
        return;
    if (m_captured.size() + text.size() > m_options.limits.cellBytes)
        return stopTooLarge(m_options.limits.cellBytes, "cellBytes");
    m_captured.append(text);
}

void GraphMlParser::begin(Capture capture)
{
    m_capture = capture;
    m_captureDepth = m_depth;
    m_captured.clear();
    m_inDrawnLabel = false;
}

/// The node or edge that the element just opened is a child of.
GraphMlParser::Item* GraphMlParser::openItem()
{
    return !m_items.empty() && m_items.back().depth + 1 == m_depth ? &m_items.back() : nullptr;
}

void GraphMlParser::startKey(const Attributes& attributes)
{
    const std::string id(valueOf(attributes, "id"));
    const std::string_view scope = valueOf(attributes, "for");
    const bool isDrawing = attributes.contains("yfiles.type");
    std::string name(valueOf(attributes, "attr.name"));
    if (name.empty())
        name = id;
    m_openKeys.clear();
    for (const Owner owner : {Owner::node, Owner::edge}) {
        const bool isFor = scope.empty() || scope == "all" || scope == (owner == Owner::node ? "node" : "edge");
        if (!isFor || id.empty())
            continue;
        Key key;
        key.isGraphics = isDrawing;
        if (!isDrawing)
            key.column = columnOf(owner, name);
        const auto [stored, isNew] = m_keys.try_emplace({owner, id}, key);
        if (!isNew)
            return stopMalformed("<key id=\"" + id + "\">");
        m_openKeys.emplace_back(owner, &stored->second);
    }
}

std::size_t GraphMlParser::columnOf(Owner owner, const std::string& name)
{
    auto& columns = owner == Owner::node ? m_network.personColumns : m_network.tieColumns;
    const auto [found, isNew] = m_columns.try_emplace({owner, name}, columns.size());
    if (isNew) {
        columns.push_back(name);
        if (columns.size() > m_options.limits.columns)
            stopTooLarge(m_options.limits.columns, "columns");
        if (owner == Owner::edge && !m_weightColumn && plainHeader(name) == "weight")
            m_weightColumn = found->second;
    }
    return found->second;
}

void GraphMlParser::startGraph(const Attributes& attributes)
{
    if (m_graphs.empty()) {
        ++m_topGraphs;
        m_topGraphId = valueOf(attributes, "id");
    }
    const bool isDirected = valueOf(attributes, "edgedefault") == "directed";
    m_graphs.push_back({isDirected, m_depth});
    m_network.directed = m_network.directed || isDirected;
}

std::size_t GraphMlParser::personOf(std::string_view id)
{
    const auto [found, isNew] = m_people.try_emplace(std::string(id), m_network.people.size());
    if (isNew) {
        ImportedPerson person;
        person.sourceId = found->first;
        person.line = line();
        m_network.people.push_back(std::move(person));
        m_declaredIn.push_back(0);
        m_drawnLabels.emplace_back();
        if (m_network.people.size() + m_network.ties.size() > m_options.limits.rows)
            stopTooLarge(m_options.limits.rows, "rows");
    }
    return found->second;
}

void GraphMlParser::startNode(const Attributes& attributes)
{
    const std::string_view id = valueOf(attributes, "id");
    if (id.empty() || m_graphs.empty())
        return stopMalformed("<node>");
    Item item;
    item.owner = Owner::node;
    item.depth = m_depth;
    item.person = personOf(id);
    std::size_t& declaredIn = m_declaredIn[item.person];
    item.wantsDefaults = declaredIn == 0;
    if (declaredIn == 0)
        m_network.people[item.person].line = line();
    if (declaredIn == m_topGraphs)
        m_network.notices.push_back({line(), Error(ErrorCode::duplicateId, {std::string(id)})});
    declaredIn = m_topGraphs;
    m_items.push_back(std::move(item));
}

void GraphMlParser::startEdge(const Attributes& attributes)
{
    if (m_graphs.empty())
        return stopMalformed("<edge>");
    Item item;
    item.owner = Owner::edge;
    item.depth = m_depth;
    item.tie.line = line();
    const std::string_view source = valueOf(attributes, "source"), target = valueOf(attributes, "target");
    if (source.empty() || target.empty()) {
        item.isRejected = true;
        m_network.rejected.push_back({line(), Error(ErrorCode::missingEnd, {source.empty() ? "source" : "target"})});
    } else {
        item.tie.source.person = personOf(source);
        item.tie.target.person = personOf(target);
        const std::string_view said = valueOf(attributes, "directed");
        item.tie.directed = said.empty() ? m_graphs.back().isDirected : said == "true" || said == "1";
        item.tie.topic = m_topGraphId;
    }
    m_items.push_back(std::move(item));
}

void GraphMlParser::startHyperedge()
{
    Item item;
    item.owner = Owner::edge;
    item.depth = m_depth;
    item.isHyperedge = true;
    item.tie.line = line();
    m_items.push_back(std::move(item));
}

void GraphMlParser::startData(const Attributes& attributes)
{
    const Item* const item = openItem();
    if (item == nullptr || item->isHyperedge)
        return;
    const std::string id(valueOf(attributes, "key"));
    const auto key = m_keys.find({item->owner, id});
    if (key == m_keys.end())
        return stopMalformed("<data key=\"" + id + "\">");
    m_dataKey = &key->second;
    begin(Capture::data);
}

void GraphMlParser::setAttribute(Item& item, std::size_t column, const std::string& value)
{
    auto& values = item.owner == Owner::node ? m_network.people[item.person].attributes : item.tie.attributes;
    const std::size_t grown = column >= values.size() ? column + 1 - values.size() : 0;
    const std::size_t cost = grown * sizeof(std::string) + value.size();
    if (cost > m_budget)
        return stopTooLarge(m_options.limits.fileBytes, "fileBytes");
    m_budget -= cost;
    if (grown > 0)
        values.resize(column + 1);
    values[column] = value;
    item.filled.push_back(column);
}

void GraphMlParser::endCapture()
{
    const Capture capture = std::exchange(m_capture, Capture::none);
    if (capture == Capture::keyDefault) {
        for (const auto& [owner, key] : m_openKeys) {
            if (!key->fallback && !key->isGraphics)
                m_defaults[owner].push_back(key);
            key->fallback = m_captured;
        }
        return;
    }
    Item& item = m_items.back();
    if (capture == Capture::description)
        setAttribute(item, columnOf(item.owner, "desc"), m_captured);
    else if (!m_dataKey->isGraphics)
        setAttribute(item, m_dataKey->column, m_captured);
    else if (item.owner == Owner::node && m_drawnLabels[item.person].empty())
        m_drawnLabels[item.person] = trimmed(m_captured);
}

void GraphMlParser::endItem()
{
    Item item = std::move(m_items.back());
    m_items.pop_back();
    if (item.isHyperedge) {
        m_network.rejected.push_back({item.tie.line, Error(ErrorCode::hyperedge, {std::to_string(item.ends)})});
        return;
    }
    if (item.wantsDefaults) {
        for (const Key* key : m_defaults[item.owner])
            if (std::find(item.filled.begin(), item.filled.end(), key->column) == item.filled.end())
                setAttribute(item, key->column, *key->fallback);
    }
    if (item.owner == Owner::edge && !item.isRejected && !m_error)
        endEdge(item);
}

void GraphMlParser::endEdge(Item& item)
{
    ImportedTie& tie = item.tie;
    if (m_weightColumn && *m_weightColumn < tie.attributes.size()) {
        auto weight = parseWeight(tie.attributes[*m_weightColumn], '\0');
        if (!weight) {
            m_network.rejected.push_back({tie.line, std::move(weight.error())});
            return;
        }
        tie.weight = *weight;
    }
    if (m_options.direction != TieDirection::asTheFileSays)
        tie.directed = m_options.direction == TieDirection::directed;
    m_network.ties.push_back(std::move(tie));
    if (m_network.people.size() + m_network.ties.size() > m_options.limits.rows)
        stopTooLarge(m_options.limits.rows, "rows");
}

bool GraphMlParser::idsOnlyCount(std::optional<std::size_t> nameColumn, std::optional<std::size_t> labelColumn) const
{
    if (!nameColumn || !labelColumn)
        return false;
    std::unordered_set<std::string_view> names;
    return std::all_of(m_network.people.begin(), m_network.people.end(), [&](const ImportedPerson& person) {
        return isCounterId(*person.sourceId) && *nameColumn < person.attributes.size() &&
               !person.attributes[*nameColumn].empty() && names.insert(person.attributes[*nameColumn]).second;
    });
}

void GraphMlParser::finish()
{
    const auto columnNamed = [&](std::string_view name) {
        std::optional<std::size_t> column;
        for (std::size_t at = 0; at < m_network.personColumns.size() && !column; ++at)
            if (plainHeader(m_network.personColumns[at]) == name)
                column = at;
        return column;
    };
    const auto labelColumn = columnNamed("label"), nameColumn = columnNamed("name");
    const auto emailColumn = columnNamed("email");
    const bool usesNames = idsOnlyCount(nameColumn, labelColumn);
    for (std::size_t at = 0; at < m_network.people.size(); ++at) {
        ImportedPerson& person = m_network.people[at];
        const auto value = [&person](std::optional<std::size_t> column) {
            return column && *column < person.attributes.size() ? person.attributes[*column] : std::string();
        };
        if (usesNames)
            person.sourceId = value(nameColumn);
        for (const std::string& candidate :
             {value(labelColumn), value(nameColumn), m_drawnLabels[at], *person.sourceId})
            if (trimmed(person.name).empty())
                person.name = candidate;
        person.email = trimmed(value(emailColumn));
        if (!person.email.empty() && person.email.find('@') == std::string::npos)
            m_network.notices.push_back({person.line, Error(ErrorCode::badEmail, {std::exchange(person.email, {})})});
    }
    const auto implied = std::count(m_declaredIn.begin(), m_declaredIn.end(), std::size_t{0});
    if (implied > 0)
        m_network.notices.push_back({0, Error(ErrorCode::impliedPeople, {std::to_string(implied)})});
    bool anyDirected = false;
    for (ImportedTie& tie : m_network.ties) {
        tie.source.text = *m_network.people[tie.source.person].sourceId;
        tie.target.text = *m_network.people[tie.target.person].sourceId;
        if (m_topGraphs < 2)
            tie.topic.clear();
        anyDirected = anyDirected || tie.directed;
    }
    if (m_options.direction != TieDirection::asTheFileSays)
        m_network.directed = m_options.direction == TieDirection::directed;
    m_network.directed = m_network.directed || anyDirected;
    for (std::size_t column = 0; column < m_network.tieColumns.size(); ++column)
        if (column != m_weightColumn)
            m_network.furtherTieColumns.push_back(column);
    m_network.facts.format = "graphml";
    m_network.facts.columns = m_network.personColumns;
    m_network.statedPeople = m_network.people.size();
    m_network.statedTies = m_network.ties.size();
}

} // namespace weavemap::exchange
