// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/graph/GraphSnapshot.h"
#include "core/sna/NodeAttribute.h"

namespace weavemap::test {

/// A network with known answers, as read from its folder (nodes.csv, edges.csv, meta.json, expected.json).
struct ReferenceNetwork
{
    std::string name;
    std::vector<std::string> ids; ///< source ids, by vertex
    std::vector<graph::Edge> rows;
    bool directed = false;
    bool weighted = false;
    std::vector<sna::NodeAttribute> attributes;
    nlohmann::json expected;

    graph::GraphSnapshot snapshot() const;
};

/// The folders of all reference networks there are: WEAVEMAP_REFERENCE (or shared/reference beside the checkout), and
/// those that the checkout holds itself. By name; a name that is in both is read from the first.
std::vector<std::filesystem::path> referenceFolders();

ReferenceNetwork readReference(const std::filesystem::path& folder);

/// The rows of an RFC 4180 file: quoted cells may hold commas, quotes and line breaks.
std::vector<std::vector<std::string>> readCsv(const std::filesystem::path& path);

} // namespace weavemap::test
