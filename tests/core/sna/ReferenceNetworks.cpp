// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReferenceNetworks.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>

namespace weavemap::test {

namespace fs = std::filesystem;

namespace {

std::string wholeFile(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw std::runtime_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::optional<double> numberOf(const std::string& text)
{
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

} // namespace

std::vector<std::vector<std::string>> readCsv(const fs::path& path)
{
    const std::string text = wholeFile(path);
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> row;
    std::string cell;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c == '"' && i + 1 < text.size() && text[i + 1] == '"')
                cell += text[++i];
            else if (c == '"')
                quoted = false;
            else
                cell += c;
        } else if (c == '"') {
            quoted = true;
        } else if (c == ',' || c == '\n') {
            row.push_back(std::move(cell));
            cell.clear();
            if (c == '\n') {
                rows.push_back(std::move(row));
                row.clear();
            }
        } else {
            cell += c;
        }
    }
    if (quoted || !row.empty() || !cell.empty())
        throw std::runtime_error("does not end with a line: " + path.string());
    return rows;
}

graph::GraphSnapshot ReferenceNetwork::snapshot() const
{
    using Direction = graph::GraphSnapshot::Direction;
    return graph::GraphSnapshot(directed ? Direction::directed : Direction::undirected,
                                static_cast<std::uint32_t>(ids.size()), rows);
}

std::vector<fs::path> referenceFolders()
{
    std::map<std::string, fs::path> found;
    const char* given = std::getenv("WEAVEMAP_REFERENCE");
    const fs::path beside = fs::path(WEAVEMAP_SOURCE_DIR) / ".." / "shared" / "reference";
    for (const fs::path& base : {(given != nullptr && *given != '\0' ? fs::path(given) : beside) / "networks",
                                 fs::path(WEAVEMAP_TEST_DATA) / "reference"}) {
        if (!fs::is_directory(base))
            continue;
        for (const auto& entry : fs::directory_iterator(base))
            if (fs::exists(entry.path() / "expected.json"))
                found.emplace(entry.path().filename().string(), entry.path());
    }
    std::vector<fs::path> folders;
    for (const auto& [name, path] : found)
        folders.push_back(path);
    return folders;
}

ReferenceNetwork readReference(const fs::path& folder)
{
    ReferenceNetwork network;
    network.name = folder.filename().string();
    network.expected = nlohmann::json::parse(wholeFile(folder / "expected.json"));
    const nlohmann::json meta = nlohmann::json::parse(wholeFile(folder / "meta.json"));
    network.directed = meta.at("directed").get<bool>();
    network.weighted = meta.at("weighted").get<bool>();

    const auto nodes = readCsv(folder / "nodes.csv");
    std::map<std::string, std::uint32_t> index;
    for (std::size_t i = 1; i < nodes.size(); ++i) {
        index.emplace(nodes[i].at(0), static_cast<std::uint32_t>(network.ids.size()));
        network.ids.push_back(nodes[i].at(0));
    }
    for (const auto& column : meta.at("node_attributes")) {
        sna::NodeAttribute attribute;
        attribute.name = column.at("name").get<std::string>();
        const auto place = std::find(nodes[0].begin(), nodes[0].end(), attribute.name) - nodes[0].begin();
        const bool numeric = column.at("kind").dump().find("numeric") != std::string::npos;
        for (std::size_t i = 1; i < nodes.size(); ++i) {
            attribute.values.push_back(nodes[i].at(static_cast<std::size_t>(place)));
            if (numeric)
                attribute.numbers.push_back(numberOf(attribute.values.back()));
        }
        network.attributes.push_back(std::move(attribute));
    }

    const auto edges = readCsv(folder / "edges.csv");
    for (std::size_t i = 1; i < edges.size(); ++i) {
        const double weight = edges[i].size() > 2 && !edges[i][2].empty() ? numberOf(edges[i][2]).value() : 1.0;
        network.rows.push_back({index.at(edges[i].at(0)), index.at(edges[i].at(1)), network.weighted ? weight : 1.0});
    }
    return network;
}

} // namespace weavemap::test
