// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

#include <QTest>

#include "../sna/DrawnGraphs.h"
#include "StageNetworks.h"
#include "core/health/FoundBetweenness.h"
#include "core/health/NetworkStage.h"
#include "core/sna/Figures.h"

using namespace weavemap;
using namespace weavemap::test;
using health::Stage;
using health::StageDoubt;
using health::StageFigures;
using Doubts = std::vector<StageDoubt>;

namespace {

const RunContext kPlain;

/// A network of 100 that looks like nothing.
StageFigures plain()
{
    StageFigures f;
    f.people = 100;
    f.ties = 200;
    f.largestPiece = 0.9;
    f.degreeCentralization = 0.05;
    f.betweennessCentralization = 0.1;
    f.drop = 0.02;
    f.coreFit = 0.2;
    f.coreSize = 20;
    f.modularity = 0.5;
    f.chanceModularity = 0.5;
    f.halfTheTies = 20;
    return f;
}

/// What `plain()` is read as after a change.
Stage after(const std::function<void(StageFigures&)>& change)
{
    StageFigures figures = plain();
    change(figures);
    return health::readStage(figures).stage;
}

Doubts doubtsAfter(const std::function<void(StageFigures&)>& change)
{
    StageFigures figures = plain();
    change(figures);
    return health::readStage(figures).doubts;
}

} // namespace

class TestStageRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tooLittle_isRefusedWithItsReason()
    {
        QVERIFY(doubtsAfter([](StageFigures&) {}).empty());
        QCOMPARE(doubtsAfter([](StageFigures& f) { f.people = 11; }), Doubts{StageDoubt::fewPeople});
        QCOMPARE(after([](StageFigures& f) { f.people = 11; }), Stage::tooLittleKnown);
        QCOMPARE(doubtsAfter([](StageFigures& f) { f.ties = 24; }), Doubts{StageDoubt::fewTies});
        QCOMPARE(after([](StageFigures& f) { f.ties = 24; }), Stage::tooLittleKnown);
        QCOMPARE(after([](StageFigures& f) { f.ties = 25; }), Stage::noClearShape);
        QCOMPARE(doubtsAfter([](StageFigures& f) { f.coverage = 0.399; }), Doubts{StageDoubt::lowCoverage});
        QCOMPARE(after([](StageFigures& f) { f.coverage = 0.399; }), Stage::tooLittleKnown);
        QCOMPARE(doubtsAfter([](StageFigures& f) {
                     f.people = 5;
                     f.ties = 0;
                     f.coverage = 0.0;
                 }),
                 (Doubts{StageDoubt::fewPeople, StageDoubt::fewTies, StageDoubt::lowCoverage}));
    }

    void little_isCalledWeak()
    {
        StageFigures f = plain();
        f.coverage = 0.4;
        QVERIFY(health::readStage(f).isWeak());
        QCOMPARE(health::readStage(f).doubts, Doubts{StageDoubt::lowCoverage});
        f.coverage = 0.6;
        QVERIFY(health::readStage(f).isSaid() && !health::readStage(f).isWeak());
        f.people = 29;
        QCOMPARE(health::readStage(f).doubts, Doubts{StageDoubt::fewPeople});
        f.people = 30;
        QVERIFY(!health::readStage(f).isWeak());
        // What is refused is not weak as well.
        f.coverage = 0.1;
        QVERIFY(!health::readStage(f).isSaid() && !health::readStage(f).isWeak());
    }

    void eachRule_holdsFromItsThresholdOn()
    {
        QCOMPARE(after([](StageFigures& f) { f.largestPiece = 0.499; }), Stage::scattered);
        QCOMPARE(after([](StageFigures& f) { f.largestPiece = 0.5; }), Stage::noClearShape);
        QCOMPARE(after([](StageFigures& f) { f.degreeCentralization = 0.3, f.betweennessCentralization = 0.65; }),
                 Stage::hubAndSpoke);
        QCOMPARE(after([](StageFigures& f) { f.degreeCentralization = 0.29, f.betweennessCentralization = 0.9; }),
                 Stage::noClearShape);
        QCOMPARE(after([](StageFigures& f) { f.coreFit = 0.65, f.coreSize = 4; }), Stage::corePeriphery);
        QCOMPARE(after([](StageFigures& f) { f.coreFit = 0.9, f.coreSize = 3; }), Stage::noClearShape);
        QCOMPARE(after([](StageFigures& f) { f.coreFit = 0.9, f.drop = 0.18; }), Stage::noClearShape);
        QCOMPARE(after([](StageFigures& f) { f.coreFit = 0.9, f.largestPiece = 0.74; }), Stage::noClearShape);
        QCOMPARE(after([](StageFigures& f) { f.halfTheTies = 10, f.degreeCentralization = 0.12; }), Stage::multiHub);
        QCOMPARE(after([](StageFigures& f) { f.halfTheTies = 11, f.degreeCentralization = 0.2; }), Stage::noClearShape);
        QCOMPARE(after([](StageFigures& f) { f.halfTheTies = 10, f.degreeCentralization = 0.11; }),
                 Stage::noClearShape);
        QCOMPARE(after([](StageFigures& f) { f.drop = 0.34; }), Stage::twoHalves);
        QCOMPARE(after([](StageFigures& f) { f.drop = 0.339; }), Stage::noClearShape);
    }

    /// A network drawn by lot has groups of some modularity as well: only what is above that tells anything.
    void groups_countAboveChanceOnly()
    {
        QCOMPARE(after([](StageFigures& f) { f.modularity = 0.61; }), Stage::multiHub);
        QCOMPARE(after([](StageFigures& f) { f.modularity = 0.59; }), Stage::noClearShape);
        QCOMPARE(after([](StageFigures& f) { f.modularity = 0.34, f.chanceModularity = 0.1; }), Stage::noClearShape);
        QCOMPARE(after([](StageFigures& f) { f.modularity = 0.7, f.drop = 0.34; }), Stage::twoHalves);
    }

    void rules_areReadInOrder()
    {
        const auto everything = [](StageFigures& f) {
            f.degreeCentralization = f.betweennessCentralization = 0.9;
            f.coreFit = 0.9;
            f.halfTheTies = 1;
        };
        QCOMPARE(after(everything), Stage::hubAndSpoke);
        QCOMPARE(after([&](StageFigures& f) { everything(f), f.largestPiece = 0.3; }), Stage::scattered);
        QCOMPARE(after([&](StageFigures& f) { everything(f), f.betweennessCentralization = 0.2; }),
                 Stage::corePeriphery);
        QCOMPARE(after([&](StageFigures& f) { everything(f), f.betweennessCentralization = 0.2, f.drop = 0.4; }),
                 Stage::multiHub);
    }

    void noRuleHolds_ofWhatIsNotDefined()
    {
        const auto nan = sna::kUndefined;
        QCOMPARE(after([&](StageFigures& f) {
                     f.degreeCentralization = f.betweennessCentralization = f.drop = f.coreFit = f.modularity =
                         f.chanceModularity = nan;
                     f.halfTheTies = 0;
                 }),
                 Stage::noClearShape);
    }

    void thresholds_canBeEdited()
    {
        StageFigures f = plain();
        f.degreeCentralization = 0.4;
        f.betweennessCentralization = 0.7;
        QCOMPARE(health::readStage(f).stage, Stage::hubAndSpoke);
        health::StageThresholds strict;
        strict.hubDegree = 0.5;
        QCOMPARE(health::readStage(f, strict).stage, Stage::noClearShape);
        QCOMPARE(health::readStage(f, strict).thresholds, strict);
    }

    void figures_ofAStar()
    {
        const auto f = health::stageFigures(star(20), 0.5, kPlain);
        QCOMPARE(f->people, 21U);
        QCOMPARE(f->ties, std::size_t{20});
        QCOMPARE(*f->coverage, 0.5);
        QCOMPARE(f->largestPiece, 1.0);
        QCOMPARE(f->degreeCentralization, 1.0);
        QCOMPARE(f->betweennessCentralization, 1.0);
        QVERIFY(near(f->drop, 19.0 / 21)); // one leaf is the largest part that is left
        QCOMPARE(f->halfTheTies, 1U);
        QCOMPARE(f->goBetween, std::optional(0U));
        QCOMPARE(f->bridge, std::optional(0U));
        QVERIFY(std::isnan(f->coreFit));
    }

    void figures_areInsideTheLargestPiece()
    {
        // A path of five, 3 to 7, beside a star of three leaves and an isolate.
        const auto f = health::stageFigures(undirected(9, {{0, 1}, {0, 2}, {0, 8}, {3, 4}, {4, 5}, {5, 6}, {6, 7}}),
                                            std::nullopt, kPlain);
        QVERIFY(near(f->largestPiece, 5.0 / 9));
        QCOMPARE(f->goBetween, std::optional(5U));
        QCOMPARE(f->bridge, std::optional(5U));
        QVERIFY(near(f->drop, 0.4));
        // Betweenness of a path of five is 0, 3, 4, 3, 0 of 6 pairs.
        QVERIFY(near(f->betweennessCentralization, (3 * 4.0 - 3 - 3 + 4) / 6 / 4));
        QVERIFY(!f->coverage);
    }

    void betweennessOfMany_isEstimatedWithItsBound()
    {
        const auto few = health::findBetweenness(star(3000), kPlain),
                   many = health::findBetweenness(star(40000), kPlain);
        QCOMPARE(few->bound, 0.0);
        QVERIFY(near(few->centralization, 1.0));
        QVERIFY(many->bound > 0.0 && many->bound < 0.01);
        QVERIFY(std::abs(many->centralization - 1.0) <= many->bound);
        QVERIFY(many->raw[0] > 0.99 * 40000 * 39999 / 2);
    }

    void figures_ofNobodyAndOfStrangers()
    {
        const auto none = health::stageFigures(path(0), std::nullopt, kPlain);
        QVERIFY(std::isnan(none->largestPiece) && std::isnan(none->drop) && !none->goBetween && !none->bridge);
        QCOMPARE(health::readStage(*none).stage, Stage::tooLittleKnown);
        const auto strangers = health::stageFigures(undirected(20, {}), std::nullopt, kPlain);
        QCOMPARE(strangers->largestPiece, 0.05);
        QCOMPARE(strangers->halfTheTies, 0U);
        QVERIFY(std::isnan(strangers->modularity) && !strangers->bridge);
        QCOMPARE(health::readStage(*strangers).stage, Stage::tooLittleKnown);
    }

    void directions_makeNoDifference()
    {
        const StageNetwork network = stageNetwork(Shape::corePeriphery, 40, 1);
        const GraphSnapshot arcs = directed(40, network.graph.edges());
        const auto one = health::stageFigures(network.graph, {}, kPlain),
                   other = health::stageFigures(arcs, {}, kPlain);
        QCOMPARE(one->betweennessCentralization, other->betweennessCentralization);
        QCOMPARE(one->halfTheTies, other->halfTheTies);
        QCOMPARE(one->coreFit, other->coreFit);
    }

    void peopleTouchingHalf_countsEachTieOnce()
    {
        QCOMPARE(health::peopleTouchingHalf(path(0)), 0U);
        QCOMPARE(health::peopleTouchingHalf(undirected(5, {})), 0U);
        QCOMPARE(health::peopleTouchingHalf(path(2)), 1U);
        QCOMPARE(health::peopleTouchingHalf(star(9)), 1U);
        // Of the ten ties among five, two people touch four and three.
        QCOMPARE(health::peopleTouchingHalf(complete(5)), 2U);
        // Two hubs that know each other: the first alone touches five of nine.
        QCOMPARE(health::peopleTouchingHalf(
                     undirected(10, {{0, 1}, {0, 2}, {0, 3}, {0, 4}, {0, 5}, {1, 6}, {1, 7}, {1, 8}, {1, 9}})),
                 1U);
        // A ring of twelve: each takes two.
        QCOMPARE(
            health::peopleTouchingHalf(undirected(
                12,
                {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {5, 6}, {6, 7}, {7, 8}, {8, 9}, {9, 10}, {10, 11}, {11, 0}})),
            3U);
    }

    void modularityByChance_isNearThatOfNetworksDrawnByLot()
    {
        QVERIFY(near(health::modularityByChance(100, 200), 0.8 * std::pow(0.5, 2.0 / 3)));
        QVERIFY(std::isnan(health::modularityByChance(0, 0)) && std::isnan(health::modularityByChance(10, 0)));
        QCOMPARE(health::modularityByChance(100, 20), 1.0);
        QCOMPARE(health::modularityByChance(3, 1), 0.0);
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            const auto f = health::stageFigures(stageNetwork(Shape::random, 200, seed).graph, {}, kPlain);
            QVERIFY(std::abs(f->modularity - f->chanceModularity) < 0.06);
        }
    }

    void cancel_isAnError()
    {
        std::stop_source stop;
        stop.request_stop();
        const RunContext cancelled(stop.get_token());
        QCOMPARE(health::stageFigures(star(5), {}, cancelled).error().code, ErrorCode::cancelled);
        QCOMPARE(health::readStage(star(5), {}, {}, cancelled).error().code, ErrorCode::cancelled);
    }
};

QTEST_GUILESS_MAIN(TestStageRules)
#include "tst_stage_rules.moc"
