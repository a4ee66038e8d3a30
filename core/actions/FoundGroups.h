// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "core/actions/NetworkData.h"
#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/graph/NetworkSnapshot.h"

namespace weavemap::actions {

/// The field of a map that is no field of people: the group of the network that somebody is in (`sna::communities`).
inline constexpr std::string_view kFoundGroups = "is:group";

/// The groups found in the ties of a network: "1" for the largest, up to as many as there are colours; who is in none
/// of these, or in a group of fewer than three, has none. The same network gives the same groups. Expected O((n + m)
/// log n), see `sna::communities`. Error: cancelled.
Result<std::unordered_map<PersonId, std::string>> foundGroups(const NetworkData& data, graph::NetworkOptions network,
                                                              const RunContext& run = {});

/// Whether a further column holds how another program draws somebody (red, green, blue, x, y, size, ...), by its name.
bool isDrawingColumn(std::string_view name);

} // namespace weavemap::actions
