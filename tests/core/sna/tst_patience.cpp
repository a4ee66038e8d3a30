// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <atomic>
#include <functional>
#include <numeric>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include <QTest>

#include "DrawnGraphs.h"
#include "core/sna/Analysis.h"
#include "core/sna/Betweenness.h"
#include "core/sna/BetweennessEstimate.h"
#include "core/sna/Brokerage.h"
#include "core/sna/Clustering.h"
#include "core/sna/Distances.h"
#include "core/sna/EdgeBetweenness.h"
#include "core/sna/LaneBetweenness.h"
#include "core/sna/TwoSteps.h"
#include "core/sna/WeightedPaths.h"

using namespace weavemap;
using namespace weavemap::test;

namespace {

using Work = std::function<bool(const GraphSnapshot&, const RunContext&)>;

/// Everything that can take long, and how many steps over an arc it takes at least on a graph of n vertices, m ties.
struct Long
{
    const char* name;
    Work work;
    double (*steps)(double n, double m);
};

double everyArcFromEverybody(double n, double m) { return 2 * n * m; }
double batchesOf512(double n, double m) { return 2 * n * m / 512; }

const std::vector<Long>& all()
{
    static const std::vector<Long> list{
        {"betweenness", [](const auto& g, const auto& run) { return sna::betweenness(g, run).has_value(); },
         everyArcFromEverybody},
        {"edge betweenness", [](const auto& g, const auto& run) { return sna::edgeBetweenness(g, run).has_value(); },
         everyArcFromEverybody},
        {"weighted paths", [](const auto& g, const auto& run) { return sna::weightedPaths(g, run).has_value(); },
         everyArcFromEverybody},
        {"distances",
         [](const auto& g, const auto& run) { return sna::distances(g, sna::PathEnd::from, run).has_value(); },
         batchesOf512},
    };
    return list;
}

/// Steps over an arc that take well under 50 ms on any machine.
constexpr double kStepsBetweenPolls = 500000;

} // namespace

/// That long work can be stopped and says how far it is, counted in polls and reports: a test of times would fail on a
/// busy machine and pass on a fast one.
class TestPatience : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void polls_areClose()
    {
        const GraphSnapshot g = undirected(3000, randomEdges(1, 3000, 12000, Weights::ones));
        for (const Long& task : all()) {
            std::atomic<std::uint64_t> polls{0};
            QVERIFY(task.work(g, RunContext().countingPolls(polls)));
            const double steps = task.steps(g.vertexCount(), static_cast<double>(g.edgeCount()));
            QVERIFY2(static_cast<double>(polls) >= steps / kStepsBetweenPolls,
                     qPrintable(QStringLiteral("%1: %2 polls").arg(QLatin1String(task.name)).arg(polls.load())));
        }
    }

    void polls_areCloseWithinOneBatch()
    {
        // One batch of 32 sources on a large graph takes long by itself.
        const GraphSnapshot g = undirected(60000, randomEdges(2, 60000, 240000, Weights::ones));
        std::atomic<std::uint64_t> polls{0};
        const sna::SearchGraph graph(g);
        sna::LaneBetweenness lanes(graph);
        std::vector<double> sums(graph.vertexCount());
        std::vector<std::uint32_t> sources(32);
        std::iota(sources.begin(), sources.end(), 0U);
        const RunContext counted = RunContext().countingPolls(polls);
        sna::ChunkProgress progress(counted, 1);
        QVERIFY(lanes.add(sources, sna::ChunkRun(counted, progress, 0), sums));
        QVERIFY2(polls >= 100, qPrintable(QString::number(polls)));
        polls = 0;
        sna::SampleWish wish;
        wish.pairs = 500;
        QVERIFY(sna::estimateBetweenness(g, wish, RunContext().countingPolls(polls)));
        QVERIFY2(polls >= 500, qPrintable(QString::number(polls)));
        polls = 0;
        QVERIFY(sna::triangles(g, RunContext().countingPolls(polls)));
        QVERIFY2(polls >= 50, qPrintable(QString::number(polls)));
        polls = 0;
        QVERIFY(sna::constraint(g, sna::Weighting::counted, RunContext().countingPolls(polls)));
        QVERIFY2(polls >= 50, qPrintable(QString::number(polls)));
        polls = 0;
        QVERIFY(sna::withinTwoSteps(g, RunContext().countingPolls(polls)));
        QVERIFY2(polls >= 50, qPrintable(QString::number(polls)));
    }

    void polls_areCloseWithinOneSource()
    {
        // A search from one person in a large network takes long by itself: it polls every thousand people or so.
        const GraphSnapshot g = undirected(3000, randomEdges(7, 3000, 12000, Weights::random));
        for (const Long& task : {all()[1], all()[2]}) {
            std::atomic<std::uint64_t> polls{0};
            QVERIFY(task.work(g, RunContext().countingPolls(polls)));
            QVERIFY2(polls >= 4U * g.vertexCount(), task.name);
        }
    }

    void stop_endsAtTheNextPoll()
    {
        const GraphSnapshot g = undirected(3000, randomEdges(3, 3000, 12000, Weights::ones));
        for (const unsigned threads : {1U, 2U, 3U}) {
            for (const Long& task : all()) {
                std::stop_source stop;
                std::atomic<std::uint64_t> polls{0};
                std::uint64_t pollsAtStop = 0;
                const RunContext run(
                    stop.get_token(),
                    [&](double share) {
                        if (share >= 0.1 && !stop.stop_requested()) {
                            stop.request_stop();
                            pollsAtStop = polls;
                        }
                    },
                    threads);
                QVERIFY2(!task.work(g, run.countingPolls(polls)), task.name);
                QVERIFY(pollsAtStop > 0);
                // Each thread sees it at its next poll; another may have polled between the request and the note.
                QVERIFY2(polls - pollsAtStop <= 2 * threads, task.name);
            }
        }
    }

    void progress_comesOften()
    {
        const GraphSnapshot g = undirected(6000, randomEdges(4, 6000, 24000, Weights::ones));
        for (const Long& task : all()) {
            if (std::string(task.name) == "weighted paths" || std::string(task.name) == "edge betweenness")
                continue; // the same loop over sources, minutes under a sanitizer
            for (const unsigned threads : {1U, 2U}) {
                std::vector<double> told;
                QVERIFY(task.work(g, RunContext(
                                         {}, [&](double share) { told.push_back(share); }, threads)));
                // Twelve batches of 512 sources on two threads are six each; the others report far oftener.
                QVERIFY2(told.size() >= (std::string(task.name) == "distances" ? 5 : 20), task.name);
                QVERIFY(std::is_sorted(told.begin(), told.end()));
                QVERIFY(told.front() < 0.2 && told.back() <= 1.0);
            }
        }
    }

    void everyFigure_tellsInOrder()
    {
        // Whatever a measure rests on, what it reports grows.
        const GraphSnapshot g = directed(400, randomEdges(6, 400, 2400, Weights::ones));
        for (const sna::Measure& measure : sna::measures()) {
            std::vector<double> told;
            sna::AnalysisRequest request;
            request.keys = {std::string(measure.key)};
            QVERIFY(sna::analyse(g, request,
                                 RunContext(
                                     {}, [&](double share) { told.push_back(share); }, 2)));
            QVERIFY2(std::is_sorted(told.begin(), told.end()) && told.back() == 1.0, std::string(measure.key).c_str());
        }
    }

    void progress_ofAnAnalysisNeverGoesBack()
    {
        const GraphSnapshot g = undirected(1500, randomEdges(5, 1500, 6000, Weights::random));
        std::vector<double> told;
        QVERIFY(sna::analyse(g, {},
                             RunContext(
                                 {}, [&](double share) { told.push_back(share); }, 2)));
        QVERIFY(std::is_sorted(told.begin(), told.end()));
        QCOMPARE(told.back(), 1.0);
    }
};

QTEST_GUILESS_MAIN(TestPatience)
#include "tst_patience.moc"
