// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/exchange/ImportedNetwork.h"

struct XML_ParserStruct;

namespace weavemap::exchange {

/// One pass over a GraphML text with expat; fills an ImportedNetwork. Used once, on one thread.
class GraphMlParser
{
public:
    GraphMlParser(std::string path, const ReadOptions& options);
    ~GraphMlParser();
    GraphMlParser(const GraphMlParser&) = delete;
    GraphMlParser& operator=(const GraphMlParser&) = delete;

    Result<ImportedNetwork> parse(std::string_view utf8, const RunContext& run);

private:
    enum class Owner { node, edge };
    /// What the text being read is for.
    enum class Capture { none, keyDefault, data, description };

    struct Key
    {
        std::size_t column = 0;
        bool isGraphics = false; ///< yEd's drawing data: no attribute, but it holds the label
        std::optional<std::string> fallback;
    };

    /// An open node, edge or hyperedge.
    struct Item
    {
        Owner owner = Owner::node;
        std::size_t depth = 0;
        std::size_t person = TieEnd::kByText;
        bool wantsDefaults = true;
        bool isHyperedge = false;
        bool isRejected = false;
        std::size_t ends = 0; ///< of a hyperedge
        ImportedTie tie;
        std::vector<std::size_t> filled; ///< columns that have a value of their own
    };

    struct Graph
    {
        bool isDirected = false;
        std::size_t depth = 0;
    };

    using Attributes = std::map<std::string_view, std::string_view>;

    void onStart(std::string_view element, const char** attributes);
    void onEnd(std::string_view element);
    void onText(std::string_view text);
    void stop(Error error);
    void stopTooLarge(std::size_t limit, const char* unit);
    void stopMalformed(std::string what);

    void startKey(const Attributes& attributes);
    void startGraph(const Attributes& attributes);
    void startNode(const Attributes& attributes);
    void startEdge(const Attributes& attributes);
    void startHyperedge();
    void startData(const Attributes& attributes);
    void endCapture();
    void endItem();
    void endEdge(Item& item);

    Item* openItem();
    void begin(Capture capture);
    std::size_t columnOf(Owner owner, const std::string& name);
    std::size_t personOf(std::string_view id);
    void setAttribute(Item& item, std::size_t column, const std::string& value);
    std::size_t line() const;

    Result<> feed(std::string_view utf8, const RunContext& run);
    void finish();
    bool idsOnlyCount(std::optional<std::size_t> nameColumn, std::optional<std::size_t> labelColumn) const;

    static void startHandler(void* self, const char* name, const char** attributes);
    static void endHandler(void* self, const char* name);
    static void textHandler(void* self, const char* text, int length);
    static void doctypeHandler(void* self, const char* name, const char* systemId, const char* publicId, int internal);

    std::string m_path;
    const ReadOptions& m_options;
    XML_ParserStruct* m_parser = nullptr;
    std::optional<Error> m_error;
    ImportedNetwork m_network;

    std::size_t m_depth = 0;
    std::size_t m_topGraphs = 0;
    std::string m_topGraphId;
    std::vector<Graph> m_graphs;
    std::vector<Item> m_items;

    std::map<std::pair<Owner, std::string>, Key> m_keys;
    std::map<std::pair<Owner, std::string>, std::size_t> m_columns;
    std::map<Owner, std::vector<const Key*>> m_defaults;
    std::vector<std::pair<Owner, Key*>> m_openKeys; ///< those of the <key> being read
    std::optional<std::size_t> m_weightColumn;

    std::unordered_map<std::string, std::size_t> m_people;
    std::vector<std::size_t> m_declaredIn;  ///< beside people: the last top graph with the node; 0: implied
    std::vector<std::string> m_drawnLabels; ///< beside people: from drawing data
    std::size_t m_budget = 0;               ///< bytes that attributes may still take

    Capture m_capture = Capture::none;
    std::size_t m_captureDepth = 0;
    std::string m_captured;
    const Key* m_dataKey = nullptr;
    bool m_inDrawnLabel = false;
};

} // namespace weavemap::exchange
