// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/domain/Ids.h"

namespace weavemap::sna {

/// Stands in a list of numbers where the measure is not defined (the closeness of an isolate).
inline constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

/// Which graph a figure is about: the undirected form, or the arcs.
enum class Section { undirected, directed };
enum class ValueKind { scalar, node, edge };

/// Several numbers in an order that says what they are (sizes of components, descending).
struct NumberList
{
    std::vector<double> values;
    bool operator==(const NumberList&) const = default;
};

/// Numbers under names (the sixteen triads).
struct NamedNumbers
{
    std::vector<std::pair<std::string, double>> values;
    bool operator==(const NamedNumbers&) const = default;
};

/// One number per vertex, by index; kUndefined where there is none.
struct NodeValues
{
    std::vector<double> values;
};

/// An edge by its ends (undirected: smaller index first) and its number; no number where the list itself is the figure
/// (bridges).
struct EdgeValue
{
    std::uint32_t source = 0;
    std::uint32_t target = 0;
    std::optional<double> value;
    bool operator==(const EdgeValue&) const = default;
};

struct EdgeValues
{
    std::vector<EdgeValue> values;
};

/// What a measure gives. `std::monostate`: not defined on this network (density of one person); the key is left out.
using Value = std::variant<std::monostate, double, NumberList, NamedNumbers, NodeValues, EdgeValues>;

/// The figures of one section by key. A scalar is a double, NumberList or NamedNumbers.
struct FigureSection
{
    std::map<std::string, Value> scalars;
    std::map<std::string, std::vector<double>> nodes;
    std::map<std::string, std::vector<EdgeValue>> edges;

    /// Where the value goes follows from its type; a std::monostate goes nowhere.
    void put(const std::string& key, Value value);
    /// The plain number under a key, if it is there and is one.
    std::optional<double> number(const std::string& key) const;
    /// The list by vertex under a key, or null.
    const std::vector<double>* perNode(const std::string& key) const;
};

/// The figures of a network at one revision. Vertex i of every list is person `ids[i]`.
struct Figures
{
    std::uint64_t revision = 0;
    std::vector<PersonId> ids;
    std::uint32_t vertices = 0;
    FigureSection undirected;
    std::optional<FigureSection> directed; ///< directed snapshots only
    /// Seconds spent under each key ("undirected.betweenness"), shared work counted with the key that needed it first.
    std::map<std::string, double> seconds;
};

} // namespace weavemap::sna
