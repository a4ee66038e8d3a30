// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/actions/NetworkData.h"
#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/domain/Ids.h"
#include "core/graph/NetworkSnapshot.h"
#include "core/health/NetworkStage.h"

/// How a network is doing, from the records of a file.
namespace weavemap::actions {

/// The stage that a network looks most like, and whom its figures speak of.
struct NetworkStage
{
    health::StageReading reading;
    graph::NetworkOptions network;
    std::optional<PersonId> goBetween; ///< most paths run through them
    std::optional<PersonId> bridge;    ///< most people are cut off if they leave
};

/// Reads the stage of the network of a tie set on a date. Coverage is the share of the current members heard from in
/// twelve months; of a file without any conversation, such as another program's, nothing is known of it and it is left
/// out. Cost and errors as `health::readStage`.
Result<NetworkStage> stageOf(const NetworkData& data, graph::NetworkOptions network,
                             const health::StageThresholds& thresholds, const RunContext& run);

} // namespace weavemap::actions
