// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/layout/ForceLayout.h"
#include "core/layout/Layout.h"
#include "core/layout/Request.h"
#include "core/layout/Rows.h"
#include "core/layout/Team.h"

namespace weavemap::layout {

/// `layoutNetwork` for every style but clusters.
Result<Placement> layoutStyled(const Request& request, const RunContext& context, const FrameCallback& onFrame);

/// Whether the style has an order that must hold after every change: rings and circle.
bool keepsOrder(Style style);

/// Puts the large pieces, which stand in this style, in order again: with people who were added anywhere near their
/// contacts, or dragged away. Whoever is less than a hair from their place stays. Pinned people stay; others are parted
/// from them. For styles that keep an order and areas.
Outcome restoreStyle(const Request& request, const PieceSorts& sorts, const RunContext& context,
                     std::vector<Point>& at);

} // namespace weavemap::layout
