// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/Figures.h"

namespace weavemap::sna {

void FigureSection::put(const std::string& key, Value value)
{
    if (auto* perNode = std::get_if<NodeValues>(&value))
        nodes[key] = std::move(perNode->values);
    else if (auto* perEdge = std::get_if<EdgeValues>(&value))
        edges[key] = std::move(perEdge->values);
    else if (!std::holds_alternative<std::monostate>(value))
        scalars[key] = std::move(value);
}

std::optional<double> FigureSection::number(const std::string& key) const
{
    const auto it = scalars.find(key);
    if (it == scalars.end() || !std::holds_alternative<double>(it->second))
        return std::nullopt;
    return std::get<double>(it->second);
}

const std::vector<double>* FigureSection::perNode(const std::string& key) const
{
    const auto it = nodes.find(key);
    return it == nodes.end() ? nullptr : &it->second;
}

} // namespace weavemap::sna
