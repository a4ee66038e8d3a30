// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "ui/paint/MapInput.h"

namespace weavemap::ui {

/// A published network of tests/data/reference, laid out by core/layout: people by their labels, grouped by the first
/// further column, sized by their number of ties. Nobody where the files cannot be read.
MapInput referenceMap(const std::string& folder);

} // namespace weavemap::ui
