// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace weavemap::sna {

/// What a measure tells a reader. Variants of one idea (raw, normalized, weighted, along in- or out-ties) share a
/// topic: the window and the terminal say the same sentence and the same caution for all of them
/// (`ui/base/MeasureWords.h`).
enum class Topic {
    tieCount,
    density,
    tiesPerMember,
    isolates,
    degree,
    strength,
    degreeCentralization,
    pieces,
    cutPoints,
    bridges,
    blocks,
    core,
    coreFit,
    betweenness,
    betweennessEstimate,
    betweennessCentralization,
    edgeBetweenness,
    closeness,
    harmonic,
    reach,
    distances,
    connectedness,
    eigenvector,
    pageRank,
    hubsAndAuthorities,
    twoStepReach,
    openTriads,
    clustering,
    triangles,
    smallWorld,
    cliques,
    constraint,
    effectiveSize,
    reciprocity,
    census,
    assortativity,
    mixing,
    modularity,
    communities,
    hubDependence,
};

inline constexpr int kTopics = static_cast<int>(Topic::hubDependence) + 1;

/// The topic of a key of the registry, or of a figure by attribute ("ei_index.region"); nothing for any other text.
std::optional<Topic> topicOf(std::string_view key);

} // namespace weavemap::sna
