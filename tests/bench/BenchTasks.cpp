// SPDX-License-Identifier: GPL-3.0-or-later
#include "BenchTasks.h"

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <utility>
#include <variant>

#include "core/sna/Analysis.h"

namespace weavemap::bench {

namespace {

/// Runs the analysis that the window runs, for one key.
Result<Outcome> oneFigure(const graph::GraphSnapshot& snapshot, const RunContext& context, const std::string& key)
{
    sna::AnalysisRequest request;
    request.keys = {key};
    WEAVEMAP_ASSIGN(sna::Figures figures, sna::analyse(snapshot, request, context));
    Outcome outcome;
    if (const auto it = figures.undirected.nodes.find(key); it != figures.undirected.nodes.end())
        outcome.perNode = std::move(it->second);
    else
        outcome.value = figures.undirected.number(key);
    return outcome;
}

/// Task names of the protocol, and the figure that answers each.
const std::map<std::string, std::string>& keys()
{
    static const std::map<std::string, std::string> all = {
        {"betweenness", "betweenness_normalized"},
        {"closeness", "closeness_component"},
        {"harmonic", "harmonic_normalized"},
        {"eigenvector", "eigenvector_max1"},
        {"pagerank", "pagerank"},
        {"kcore", "core_number"},
        {"clustering_global", "transitivity_global"},
        {"clustering_local", "clustering_local"},
        {"constraint", "constraint"},
        {"components", "components"},
        {"articulation", "articulation_points"},
        {"bridges", "bridges"},
        {"diameter", "longest_distance_reachable"},
        {"apl", "mean_distance_reachable"},
    };
    return all;
}

/// Groups and their modularity, from one search. `louvain` asks the same question of another algorithm.
Result<Outcome> groupTask(const graph::GraphSnapshot& snapshot, const BenchOptions&, const RunContext& context)
{
    sna::AnalysisRequest request;
    request.keys = {"community", "modularity"};
    WEAVEMAP_ASSIGN(sna::Figures figures, sna::analyse(snapshot, request, context));
    Outcome outcome;
    outcome.perNode = std::move(figures.undirected.nodes.at("community"));
    outcome.modularity = figures.undirected.number("modularity").value_or(0.0);
    return outcome;
}

Result<Outcome> figureTask(const graph::GraphSnapshot& snapshot, const BenchOptions& options, const RunContext& context)
{
    return oneFigure(snapshot, context, keys().at(options.task));
}

Result<Outcome> sampledTask(const graph::GraphSnapshot& snapshot, const BenchOptions& options,
                            const RunContext& context)
{
    sna::AnalysisRequest request;
    request.keys = {"betweenness_estimate", "betweenness_estimate_bound", "betweenness_estimate_pairs"};
    request.sample.bound = std::strtod(options.value("bound", "0.0025").c_str(), nullptr);
    request.sample.pairs = std::strtoull(options.value("pairs", "0").c_str(), nullptr, 10);
    request.sample.seed = std::strtoull(options.value("seed", "1").c_str(), nullptr, 10);
    WEAVEMAP_ASSIGN(sna::Figures figures, sna::analyse(snapshot, request, context));
    Outcome outcome;
    outcome.perNode = std::move(figures.undirected.nodes["betweenness_estimate"]);
    outcome.more =
        "\"bound\":" + std::to_string(figures.undirected.number(request.keys[1]).value_or(0.0)) +
        ",\"pairs\":" + std::to_string(std::lround(figures.undirected.number(request.keys[2]).value_or(0.0)));
    return outcome;
}

} // namespace

Task findTask(const std::string& name)
{
#ifdef WEAVEMAP_BENCH_LAYOUT
    if (name == "layout")
        return layoutTask;
#endif
#ifdef WEAVEMAP_BENCH_EXPORT
    if (name == "export")
        return exportTask;
#endif
    if (name == "leiden" || name == "louvain")
        return groupTask;
    if (name == "betweenness_sampled")
        return sampledTask;
    return keys().contains(name) ? figureTask : nullptr;
}

std::vector<std::string> taskNames()
{
    std::vector<std::string> names{"leiden", "louvain"};
    for (const auto& [name, key] : keys())
        names.push_back(name);
    names.emplace_back("betweenness_sampled");
#ifdef WEAVEMAP_BENCH_LAYOUT
    names.emplace_back("layout");
#endif
#ifdef WEAVEMAP_BENCH_EXPORT
    names.emplace_back("export");
#endif
    return names;
}

} // namespace weavemap::bench
