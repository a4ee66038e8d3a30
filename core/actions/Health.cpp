// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/Health.h"

namespace weavemap::actions {

Result<NetworkStage> stageOf(const NetworkData& data, graph::NetworkOptions network,
                             const health::StageThresholds& thresholds, const RunContext& run)
{
    network.direction = graph::GraphSnapshot::Direction::undirected;
    const graph::GraphSnapshot snapshot = graph::networkSnapshot(data.people, data.ties, {}, network);
    const Coverage coverage = coverageOf(data, network.on);
    const std::optional<double> share = data.contacts.empty() ? std::nullopt : std::optional<double>(coverage.share());
    NetworkStage stage;
    stage.network = network;
    WEAVEMAP_ASSIGN(stage.reading, health::readStage(snapshot, share, thresholds, run));
    const auto personOf = [&](const std::optional<std::uint32_t>& vertex) {
        return vertex ? std::optional(snapshot.idOf(*vertex)) : std::nullopt;
    };
    stage.goBetween = personOf(stage.reading.figures.goBetween);
    stage.bridge = personOf(stage.reading.figures.bridge);
    return stage;
}

} // namespace weavemap::actions
