// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/sna/Registry.h"
#include "core/sna/SharedWork.h"

/// The tables that the registry is made of, and what their rows are written with. For the registry's own files.
namespace weavemap::sna {

std::vector<Measure> undirectedMeasures();
std::vector<Measure> directedMeasures();
/// Measures that the practice of weaving reads beside the standard ones; undirected form.
std::vector<Measure> weavingMeasures();

/// A number, or nothing where it is not defined.
inline Value defined(double number) { return std::isnan(number) ? Value() : Value(number); }

/// Empty lists stand for "not defined" unless the network is empty itself.
inline Value perNode(const SharedWork& work, std::vector<double> values)
{
    return values.size() == work.graph().vertexCount() ? Value(NodeValues{std::move(values)}) : Value();
}

template <class Number>
Value asNodes(const std::vector<Number>& values)
{
    return NodeValues{std::vector<double>(values.begin(), values.end())};
}

} // namespace weavemap::sna
