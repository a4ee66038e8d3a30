// SPDX-License-Identifier: GPL-3.0-or-later

// weavemap-bench: times what the window calls, on an edge list, and prints one line of JSON. Reading and building the
// graph are not timed; nothing that depends on the task is computed before the clock starts.

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <stop_token>
#include <string>
#include <vector>

#include <sys/resource.h>

#include "BenchGraph.h"
#include "BenchOptions.h"
#include "BenchTasks.h"

using namespace weavemap;

namespace {

constexpr double kLongRun = 20.0; ///< seconds; beyond that one run will do

struct Usage
{
    double cpuSeconds;
    double peakMb;
};

Usage usage()
{
    rusage u{};
    getrusage(RUSAGE_SELF, &u);
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec);
    };
    return {seconds(u.ru_utime) + seconds(u.ru_stime), static_cast<double>(u.ru_maxrss) / 1024.0};
}

std::string number(double x, int digits)
{
    char text[40];
    std::snprintf(text, sizeof text, "%.*g", digits, x);
    return text;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

std::string check(const bench::Outcome& outcome)
{
    if (outcome.value)
        return "\"value\":" + number(*outcome.value, 8);
    if (!outcome.x.empty())
        return "\"layout\":true";
    if (outcome.modularity) {
        const auto last = std::max_element(outcome.perNode.begin(), outcome.perNode.end());
        const double groups = last == outcome.perNode.end() ? 0.0 : *last + 1.0;
        return "\"modularity\":" + number(*outcome.modularity, 8) + ",\"communities\":" + number(groups, 8);
    }
    double sum = 0.0;
    std::size_t top = 0, undefined = 0;
    for (std::size_t v = 0; v < outcome.perNode.size(); ++v) {
        if (!std::isfinite(outcome.perNode[v])) {
            ++undefined;
            continue;
        }
        sum += outcome.perNode[v];
        if (!std::isfinite(outcome.perNode[top]) || outcome.perNode[v] > outcome.perNode[top])
            top = v;
    }
    const double most = outcome.perNode.empty() ? 0.0 : outcome.perNode[top];
    return "\"sum\":" + number(sum, 8) + ",\"max\":" + number(std::isfinite(most) ? most : 0.0, 8) +
           ",\"argmax\":" + std::to_string(top) + ",\"undefined\":" + std::to_string(undefined);
}

bool write(const std::string& path, const bench::Outcome& outcome, const std::vector<std::uint32_t>& original)
{
    std::ofstream file(path);
    if (!outcome.x.empty())
        file << "id,x,y\n";
    for (std::size_t v = 0; v < original.size(); ++v) {
        if (!outcome.x.empty())
            file << original[v] << ',' << number(outcome.x[v], 9) << ',' << number(outcome.y[v], 9) << '\n';
        else if (!outcome.perNode.empty())
            file << original[v] << ',' << number(outcome.perNode[v], 15) << '\n';
    }
    return file.good();
}

int usageError()
{
    std::fprintf(stderr,
                 "usage: weavemap-bench TASK EDGELIST[.gz] [--giant] [--reps N] [--out FILE] [threads=N]\ntasks:");
    for (const std::string& name : bench::taskNames())
        std::fprintf(stderr, " %s", name.c_str());
    std::fprintf(stderr, "\n");
    return 2;
}

} // namespace

int main(int count, char** arguments)
{
    const auto options = bench::readOptions(count, arguments);
    const bench::Task task = options ? bench::findTask(options->task) : nullptr;
    if (task == nullptr)
        return usageError();
    const auto graph =
        bench::readGraph(options->file, options->giantOnly ? bench::Part::largestComponent : bench::Part::whole);
    if (!graph) {
        std::fprintf(stderr, "weavemap-bench: cannot read %s\n", options->file.c_str());
        return 1;
    }
    const double loadedMb = usage().peakMb;
    const RunContext context(std::stop_token(), {}, options->threads());
    std::vector<double> runs, cpu;
    bench::Outcome outcome;
    for (int i = 0; i < options->reps; ++i) {
        const double cpuBefore = usage().cpuSeconds;
        const auto begin = std::chrono::steady_clock::now();
        auto result = task(graph->snapshot, *options, context);
        runs.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
        cpu.push_back(usage().cpuSeconds - cpuBefore);
        if (!result) {
            std::fprintf(stderr, "weavemap-bench: %s failed: %s\n", options->task.c_str(),
                         result.error().detail.c_str());
            return 1;
        }
        outcome = std::move(*result);
        if (runs[0] > kLongRun)
            break;
    }
    if (!options->out.empty() && !write(options->out, outcome, graph->original)) {
        std::fprintf(stderr, "weavemap-bench: cannot write %s\n", options->out.c_str());
        return 1;
    }
    std::string list;
    for (const double seconds : runs)
        list += (list.empty() ? "" : ",") + number(seconds, 6);
    std::printf("{\"peer\":\"ours\",\"version\":\"%s\",\"task\":\"%s\",\"dataset\":\"%s\",\"seconds\":%s,\"runs\":[%s],"
                "\"cpu_seconds\":%s,\"threads\":%u,\"rss_loaded_mb\":%.1f,\"peak_rss_mb\":%.1f,\"check\":{%s}%s%s}\n",
                WEAVEMAP_VERSION, options->task.c_str(), options->dataset().c_str(), number(median(runs), 6).c_str(),
                list.c_str(), number(median(cpu), 6).c_str(), options->threads(), loadedMb, usage().peakMb,
                check(outcome).c_str(), outcome.more.empty() ? "" : ",", outcome.more.c_str());
    return 0;
}
