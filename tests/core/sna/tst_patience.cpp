// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <atomic>
#include <functional>
#include <numeric>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <QDeadlineTimer>
#include <QTest>

#include "DrawnGraphs.h"
#include "core/sna/Analysis.h"
#include "core/sna/Betweenness.h"
#include "core/sna/BetweennessEstimate.h"
#include "core/sna/Brokerage.h"
#include "core/sna/Clustering.h"
#include "core/sna/Communities.h"
#include "core/sna/Components.h"
#include "core/sna/CoreNumbers.h"
#include "core/sna/Distances.h"
#include "core/sna/EdgeBetweenness.h"
#include "core/sna/Eigenvector.h"
#include "core/sna/GroupGraph.h"
#include "core/sna/LaneBetweenness.h"
#include "core/sna/Leiden.h"
#include "core/sna/PageRank.h"
#include "core/sna/Parallel.h"
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

    void polls_areCloseInWhatTakesOneRun()
    {
        const GraphSnapshot g = undirected(60000, randomEdges(2, 60000, 240000, Weights::ones));
        const double arcs = 2.0 * static_cast<double>(g.edgeCount());
        const auto pollsOf = [](const auto& work) {
            std::atomic<std::uint64_t> polls{0};
            return work(RunContext().countingPolls(polls)) ? polls.load() : 0;
        };
        const auto parts = sna::components(g, RunContext());
        const auto once = pollsOf([&](const RunContext& run) { return sna::components(g, run).has_value(); });
        QVERIFY2(static_cast<double>(once) >= arcs / kStepsBetweenPolls + 10, qPrintable(QString::number(once)));
        const auto peeled = pollsOf([&](const RunContext& run) { return sna::coreNumbers(g, run).has_value(); });
        QVERIFY2(static_cast<double>(peeled) >= arcs / kStepsBetweenPolls + 10, qPrintable(QString::number(peeled)));
        // Dozens of products, and after each as many vectors as there were before it.
        const auto steps = pollsOf([&](const RunContext& run) {
            return sna::eigenvector(g, *parts, sna::Weighting::counted, run).has_value();
        });
        QVERIFY2(steps >= 100, qPrintable(QString::number(steps)));
        const auto rounds =
            pollsOf([&](const RunContext& run) { return sna::pageRank(g, sna::Weighting::counted, run).has_value(); });
        QVERIFY2(rounds >= 10, qPrintable(QString::number(rounds)));
        const auto searched = pollsOf(
            [&](const RunContext& run) { return sna::communities(g, sna::Weighting::counted, run).has_value(); });
        QVERIFY2(static_cast<double>(searched) >= 10 * arcs / 20000, qPrintable(QString::number(searched)));
    }

    void passesOverAllTies_pollAndStop()
    {
        const GraphSnapshot g = undirected(60000, randomEdges(2, 60000, 240000, Weights::random));
        const auto least = 2 * g.edgeCount() / 20000;
        for (const sna::Weighting weighting : {sna::Weighting::counted, sna::Weighting::weighted}) {
            sna::ArcPolls unheard;
            const auto graph = sna::groupGraph(g, weighting, unheard);
            sna::Groups groups(g.vertexCount());
            for (std::uint32_t v = 0; v < g.vertexCount(); ++v)
                groups[v] = v % 100;
            const std::vector<std::pair<const char*, std::function<bool(sna::ArcPolls&)>>> passes{
                {"groupGraph", [&](sna::ArcPolls& polls) { return sna::groupGraph(g, weighting, polls).has_value(); }},
                {"splitIntoPieces",
                 [&](sna::ArcPolls& polls) {
                     sna::Groups all(g.vertexCount(), 0);
                     return sna::splitIntoPieces(*graph, all, polls);
                 }},
                {"condense",
                 [&](sna::ArcPolls& polls) {
                     sna::GroupGraph condensed;
                     sna::TieSums sums(graph->size(), graph->ties);
                     return sna::condense(*graph, groups, 100, sums, condensed, polls);
                 }},
                {"modularityOf",
                 [&](sna::ArcPolls& polls) { return sna::modularityOf(*graph, groups, polls).has_value(); }},
            };
            for (const auto& [name, pass] : passes) {
                std::uint64_t asked = 0;
                sna::ArcPolls counting([&asked](std::uint64_t) { return ++asked > 0; });
                QVERIFY2(pass(counting) && asked >= least, name);
                asked = 0;
                sna::ArcPolls stopping([&asked](std::uint64_t) { return ++asked < 3; });
                QVERIFY2(!pass(stopping) && asked == 3, name);
            }
        }
    }

    void searchesThatTakeLongerThanExpected_goOnTelling()
    {
        std::vector<double> told;
        const RunContext run({}, [&told](double share) { told.push_back(share); });
        sna::SearchMeter meter(run, 1000.0);
        for (int round = 0; round < 2; ++round) {
            for (int i = 0; i < 1000; ++i) // ten times what was expected
                QVERIFY(meter.goOn(10));
            // It tells a while after the last time again, however little has been added.
            const QDeadlineTimer patience(10000);
            for (const std::size_t before = told.size(); told.size() < before + 2 && !patience.hasExpired();)
                meter.goOn(1);
            QVERIFY(!patience.hasExpired());
            meter.nextRound();
        }
        QVERIFY(std::adjacent_find(told.begin(), told.end(), std::greater_equal<>()) == told.end());
        QVERIFY(told.back() < 1.0);
    }

    void whoWaitsForTheOthers_tells()
    {
        // The calling thread's chunk ends once another thread has the other one, which ends once the caller has told.
        const std::thread::id caller = std::this_thread::get_id();
        std::atomic<bool> isBegun{false}, isTold{false};
        const auto wait = [](const std::atomic<bool>& flag) {
            const QDeadlineTimer patience(60000);
            while (!flag && !patience.hasExpired())
                std::this_thread::yield();
            return flag.load();
        };
        const auto work = [&](std::size_t) {
            if (std::this_thread::get_id() == caller)
                return wait(isBegun);
            isBegun = true;
            return wait(isTold);
        };
        QVERIFY(
            sna::forEachChunk(RunContext({}, {}, 2), 2, work, [&] { isTold = std::this_thread::get_id() == caller; }));
    }

    void stop_endsAtTheNextPoll()
    {
        const GraphSnapshot g = undirected(3000, randomEdges(3, 3000, 12000, Weights::ones));
        for (const unsigned threads : {1U, 2U, 3U}) {
            for (const Long& task : all()) {
                // Where the other threads were through before the calling one asked them to stop, it asks once more.
                bool isDone = true;
                for (int attempt = 0; attempt < 100 && isDone; ++attempt) {
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
                    isDone = task.work(g, run.countingPolls(polls));
                    // Each thread sees it at its next poll; another may have polled between the request and the note.
                    QVERIFY2(isDone || (pollsAtStop > 0 && polls - pollsAtStop <= 2 * threads), task.name);
                }
                QVERIFY2(!isDone, task.name);
            }
        }
    }

    void progress_comesOften()
    {
        const GraphSnapshot g = undirected(6000, randomEdges(4, 6000, 24000, Weights::ones));
        for (const Long& task : all()) {
            if (std::string(task.name) == "weighted paths" || std::string(task.name) == "edge betweenness")
                continue; // the same loop over sources, minutes under a sanitizer
            std::vector<double> told;
            QVERIFY(task.work(g, RunContext({}, [&](double share) { told.push_back(share); })));
            // Twelve batches of 512 sources; the others report far oftener.
            QVERIFY2(told.size() >= (std::string(task.name) == "distances" ? 12 : 20), task.name);
            QVERIFY(std::is_sorted(told.begin(), told.end()));
            QVERIFY(told.front() < 0.2 && told.back() <= 1.0);
        }
    }

    void progress_ofSeveralThreadsIsToldByTheCallingOne()
    {
        // How many chunks the calling thread gets is the machine's affair: it tells after each of them.
        const std::thread::id caller = std::this_thread::get_id();
        std::vector<double> told;
        std::size_t own = 0;
        const RunContext run(
            {}, [&](double share) { told.push_back(share); }, 3);
        const auto work = [&](std::size_t) {
            if (std::this_thread::get_id() == caller)
                ++own;
            return true;
        };
        QVERIFY(sna::forEachChunk(run, 60, work));
        QVERIFY2(told.size() >= own, qPrintable(QStringLiteral("%1 of %2").arg(told.size()).arg(own)));
        QVERIFY(std::is_sorted(told.begin(), told.end()));
        QVERIFY(told.empty() || told.back() <= 1.0);
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
