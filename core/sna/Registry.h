// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "core/base/Result.h"
#include "core/sna/Figures.h"

namespace weavemap::sna {

class SharedWork;

/// How the time of a measure grows: with n + m; with triangles or iterations; with n times m.
enum class CostClass { light, medium, heavy };

/// Whether a figure is over ties counted or over their weights. Weighted figures exist only where a weight is not 1.
enum class Weighting { counted, weighted };

/// Whether a figure is among all figures, or has to be asked for by its key (an estimate beside the exact one).
enum class Offer { always, onRequest };

/// One figure that can be computed. `key` is its name everywhere: in results, in the terminal, in tests.
struct Measure
{
    std::string_view key;
    Section section = Section::undirected;
    ValueKind kind = ValueKind::scalar;
    CostClass cost = CostClass::light;
    Weighting weighting = Weighting::counted;
    Result<Value> (*compute)(SharedWork&) = nullptr;
    Offer offer = Offer::always;
};

/// Every measure, light ones first. Figures of attributes (core/sna/AttributeMeasures.h) are not among them: their keys
/// hold the attribute's name.
std::span<const Measure> measures();

/// The measure under a key in a section, or null.
const Measure* findMeasure(Section section, std::string_view key);

} // namespace weavemap::sna
