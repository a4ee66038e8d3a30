// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace weavemap::sna {

/// What is known about each vertex under one name. An empty text or an absent number is a missing value.
struct NodeAttribute
{
    std::string name;
    std::vector<std::string> values; ///< by vertex
    /// By vertex, where every value that is there is a number; empty for an attribute of words.
    std::vector<std::optional<double>> numbers;
};

} // namespace weavemap::sna
