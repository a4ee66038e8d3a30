// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstring>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

#include <QTest>

#include "DrawnGraphs.h"
#include "core/sna/Analysis.h"

using namespace weavemap;
using namespace weavemap::test;
using sna::AnalysisRequest;
using sna::Section;
using Values = std::vector<double>;

namespace {

const RunContext kPlain;

bool sameBits(const Values& a, const Values& b)
{
    return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0);
}

/// What differs first in bits, or nothing.
std::string difference(const sna::FigureSection& a, const sna::FigureSection& b)
{
    if (a.scalars.size() != b.scalars.size() || a.nodes.size() != b.nodes.size() || a.edges != b.edges)
        return "other keys or edges";
    for (const auto& [key, values] : a.nodes)
        if (!sameBits(values, b.nodes.at(key)))
            return key;
    for (const auto& [key, value] : a.scalars)
        if (const auto* number = std::get_if<double>(&value))
            if (!sameBits({*number}, {*b.number(key)}))
                return key;
    return {};
}

} // namespace

class TestAnalysis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chosenKeys_andNothingElse()
    {
        AnalysisRequest request;
        request.keys = {"density", "betweenness"};
        const auto figures = sna::analyse(star(4), request, kPlain);
        QVERIFY(figures);
        QCOMPARE(figures->undirected.scalars.size(), std::size_t{1});
        QVERIFY(near(*figures->undirected.number("density"), 0.4));
        QVERIFY(near(*figures->undirected.perNode("betweenness"), {6, 0, 0, 0, 0}));
        QVERIFY(figures->undirected.perNode("harmonic") == nullptr);
        QVERIFY(!figures->directed);
    }

    void unknownKey_isAnError()
    {
        AnalysisRequest request;
        request.keys = {"density", "charisma"};
        const auto figures = sna::analyse(star(4), request, kPlain);
        QVERIFY(!figures);
        QCOMPARE(figures.error().code, ErrorCode::unknownMeasure);
        QCOMPARE(figures.error().args, (std::vector<std::string>{"charisma"}));
    }

    void lightOnly_leavesOutWhatIsDear()
    {
        AnalysisRequest request;
        request.upTo = sna::CostClass::light;
        const auto figures = sna::analyse(star(4), request, kPlain);
        QVERIFY(figures->undirected.nodes.contains("degree"));
        QVERIFY(!figures->undirected.nodes.contains("betweenness"));
        QVERIFY(!figures->undirected.scalars.contains("triangles_total"));
    }

    void lightFigures_comeFirst()
    {
        std::vector<std::string> told;
        AnalysisRequest request;
        request.keys = {"betweenness", "triangles", "degree"};
        request.onFigure = [&](Section, const std::string& key, const sna::Value&) { told.push_back(key); };
        QVERIFY(sna::analyse(star(4), request, kPlain));
        QCOMPARE(told, (std::vector<std::string>{"degree", "triangles", "betweenness"}));
    }

    void directedNetwork_hasBothSections()
    {
        const auto figures = sna::analyse(directed(3, {{0, 1}, {1, 0}, {1, 2}}), {}, kPlain);
        QCOMPARE(figures->undirected.number("edges"), 2.0);
        QCOMPARE(figures->directed->number("arcs"), 3.0);
    }

    void noneOneTwo_areComputedWithoutTrouble()
    {
        for (const Direction direction : {Direction::undirected, Direction::directed}) {
            for (const std::uint32_t n : {0U, 1U, 2U}) {
                const auto figures = sna::analyse(GraphSnapshot(direction, n, {}), {}, kPlain);
                QVERIFY(figures);
                QCOMPARE(figures->undirected.scalars.contains("density"), n == 2);
                for (const auto& [key, values] : figures->undirected.nodes)
                    QCOMPARE(values.size(), std::size_t{n});
            }
        }
    }

    void weightedKeys_onlyWhereWeightsDiffer()
    {
        QVERIFY(!sna::analyse(path(4), {}, kPlain)->undirected.nodes.contains("pagerank_weighted"));
        const GraphSnapshot g = undirected(3, {{0, 1, 2}, {1, 2, 1}});
        QVERIFY(sna::analyse(g, {}, kPlain)->undirected.nodes.contains("pagerank_weighted"));
    }

    void threads_giveTheSameBits()
    {
        const auto edges = randomEdges(3, 400, 1500, Weights::random);
        const GraphSnapshot g = directed(400, edges);
        const auto one = sna::analyse(g, {}, kPlain);
        QVERIFY(one);
        for (const unsigned threads : {2U, 3U, 8U}) {
            const auto many = sna::analyse(g, {}, kPlain.withThreads(threads));
            QCOMPARE(difference(one->undirected, many->undirected), std::string());
            QCOMPARE(difference(*one->directed, *many->directed), std::string());
        }
    }

    void relabelling_movesValuesAlong()
    {
        for (std::uint64_t seed = 1; seed <= 6; ++seed) {
            const auto n = static_cast<std::uint32_t>(20 + 15 * seed);
            std::vector<Edge> edges = randomEdges(seed, n, 2 * n, Weights::random);
            const auto place = shuffled(seed, n);
            const auto before = sna::analyse(directed(n, edges), {}, kPlain);
            for (Edge& edge : edges)
                edge = {place[edge.source], place[edge.target], edge.weight};
            const auto after = sna::analyse(directed(n, edges), {}, kPlain);
            // Numbers of groups mean nothing, and which of the best groups are found depends on the order.
            const std::set<std::string> numbering{"component", "weak_component", "strong_component", "community",
                                                  "community_weighted"};
            for (const Section section : {Section::undirected, Section::directed}) {
                const auto& a = section == Section::undirected ? before->undirected : *before->directed;
                const auto& b = section == Section::undirected ? after->undirected : *after->directed;
                QCOMPARE(a.nodes.size(), b.nodes.size());
                for (const auto& [key, values] : a.nodes) {
                    if (numbering.contains(key))
                        continue;
                    for (std::uint32_t v = 0; v < n; ++v)
                        QVERIFY2(near(values[v], b.nodes.at(key)[place[v]], 1e-8), key.c_str());
                }
                for (const auto& [key, value] : a.scalars)
                    if (const auto number = a.number(key);
                        number && key.find("largest.") != 0 && key.find("modularity") != 0)
                        QVERIFY2(near(*number, b.number(key).value(), 1e-9), key.c_str());
            }
        }
    }

    void symmetricArcs_giveTheUndirectedFigures()
    {
        std::vector<Edge> edges;
        const GraphSnapshot g = undirected(60, randomEdges(8, 60, 150, Weights::ones));
        for (const Edge& edge : g.edges())
            edges.insert(edges.end(), {{edge.source, edge.target}, {edge.target, edge.source}});
        const auto figures = sna::analyse(directed(60, edges), {}, kPlain);
        QVERIFY(near(*figures->directed->perNode("harmonic_out"), *figures->undirected.perNode("harmonic")));
        QVERIFY(near(*figures->directed->perNode("harmonic_in"), *figures->undirected.perNode("harmonic")));
        QVERIFY(near(*figures->directed->perNode("betweenness_normalized"),
                     *figures->undirected.perNode("betweenness_normalized")));
        QVERIFY(near(*figures->directed->perNode("pagerank"), *figures->undirected.perNode("pagerank")));
        QCOMPARE(figures->directed->number("reciprocity_arcs"), 1.0);
    }

    void cancelled_givesNoFigures()
    {
        std::stop_source stop;
        AnalysisRequest request;
        int told = 0;
        request.onFigure = [&](Section, const std::string&, const sna::Value&) {
            if (++told == 3)
                stop.request_stop();
        };
        const auto figures = sna::analyse(star(30), request, RunContext(stop.get_token()));
        QVERIFY(!figures);
        QCOMPARE(figures.error().code, ErrorCode::cancelled);
        QCOMPARE(told, 3);
    }

    void progress_growsToOne()
    {
        Values told;
        const GraphSnapshot g = undirected(600, randomEdges(2, 600, 2000, Weights::ones));
        QVERIFY(sna::analyse(g, {},
                             RunContext(
                                 {}, [&](double done) { told.push_back(done); }, 2)));
        QVERIFY(!told.empty());
        QVERIFY(std::is_sorted(told.begin(), told.end()));
        QCOMPARE(told.back(), 1.0);
        QVERIFY(told.size() <= 100);
    }

    void registry_keysAreUniqueBySectionAndKind()
    {
        std::set<std::string> seen;
        for (const sna::Measure& measure : sna::measures()) {
            const std::string name = std::string(measure.key) + (measure.section == Section::directed ? "/d" : "/u") +
                                     std::to_string(static_cast<int>(measure.kind));
            QVERIFY2(seen.insert(name).second, name.c_str());
            QVERIFY(measure.compute != nullptr);
        }
        QVERIFY(sna::findMeasure(Section::directed, "degree") == nullptr);
        QVERIFY(sna::findMeasure(Section::undirected, "degree") != nullptr);
    }
};

QTEST_GUILESS_MAIN(TestAnalysis)
#include "tst_analysis.moc"
