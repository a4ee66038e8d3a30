// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/Topics.h"

#include <array>
#include <utility>

namespace weavemap::sna {

namespace {

using Entry = std::pair<std::string_view, Topic>;

/// How keys begin; of several that fit the longest counts.
constexpr std::array kBeginnings{
    Entry{"edges", Topic::tieCount},
    Entry{"arcs", Topic::tieCount},
    Entry{"density", Topic::density},
    Entry{"bipartite_density", Topic::density},
    Entry{"degree_mean", Topic::tiesPerMember},
    Entry{"isolates", Topic::isolates},
    Entry{"degree", Topic::degree},
    Entry{"in_degree", Topic::degree},
    Entry{"out_degree", Topic::degree},
    Entry{"strength", Topic::strength},
    Entry{"in_strength", Topic::strength},
    Entry{"out_strength", Topic::strength},
    Entry{"degree_centralization", Topic::degreeCentralization},
    Entry{"in_degree_centralization", Topic::degreeCentralization},
    Entry{"out_degree_centralization", Topic::degreeCentralization},
    Entry{"component", Topic::pieces},
    Entry{"weak_component", Topic::pieces},
    Entry{"strong_component", Topic::pieces},
    Entry{"articulation_point", Topic::cutPoints},
    Entry{"bridges", Topic::bridges},
    Entry{"biconnected_components", Topic::blocks},
    Entry{"core_number", Topic::core},
    Entry{"core_periphery", Topic::coreFit},
    Entry{"core_density", Topic::coreFit},
    Entry{"mixed_density", Topic::coreFit},
    Entry{"rim_density", Topic::coreFit},
    Entry{"betweenness", Topic::betweenness},
    Entry{"betweenness_estimate", Topic::betweennessEstimate},
    Entry{"betweenness_centralization", Topic::betweennessCentralization},
    Entry{"edge_betweenness", Topic::edgeBetweenness},
    Entry{"closeness", Topic::closeness},
    Entry{"harmonic", Topic::harmonic},
    Entry{"reach", Topic::reach},
    Entry{"reachable", Topic::connectedness},
    Entry{"connectedness", Topic::connectedness},
    Entry{"eccentricity", Topic::distances},
    Entry{"mean_distance_reachable", Topic::distances},
    Entry{"longest_distance_reachable", Topic::distances},
    Entry{"largest.", Topic::distances},
    Entry{"global_efficiency", Topic::distances},
    Entry{"eigenvector", Topic::eigenvector},
    Entry{"pagerank", Topic::pageRank},
    Entry{"hub_max1", Topic::hubsAndAuthorities},
    Entry{"authority_max1", Topic::hubsAndAuthorities},
    Entry{"two_step_reach", Topic::twoStepReach},
    Entry{"open_triads", Topic::openTriads},
    Entry{"clustering", Topic::clustering},
    Entry{"transitivity", Topic::clustering},
    Entry{"triangles", Topic::triangles},
    Entry{"small_world", Topic::smallWorld},
    Entry{"maximal_cliques", Topic::cliques},
    Entry{"clique_number", Topic::cliques},
    Entry{"constraint", Topic::constraint},
    Entry{"effective_size", Topic::effectiveSize},
    Entry{"efficiency", Topic::effectiveSize},
    Entry{"reciprocity", Topic::reciprocity},
    Entry{"dyad_census", Topic::census},
    Entry{"triad_census", Topic::census},
    Entry{"assortativity", Topic::assortativity},
    Entry{"ei_", Topic::mixing},
    Entry{"modularity", Topic::modularity},
    Entry{"community", Topic::communities},
    Entry{"hub_dependence", Topic::hubDependence},
};

} // namespace

std::optional<Topic> topicOf(std::string_view key)
{
    const Entry* best = nullptr;
    for (const Entry& entry : kBeginnings)
        if (key.starts_with(entry.first) && (best == nullptr || entry.first.size() > best->first.size()))
            best = &entry;
    return best == nullptr ? std::nullopt : std::optional(best->second);
}

} // namespace weavemap::sna
