// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include <QDebug>
#include <QTest>

#include "StageNetworks.h"
#include "core/graph/Subgraph.h"
#include "core/health/NetworkStage.h"

using namespace weavemap;
using namespace weavemap::test;
using health::Stage;

namespace {

constexpr std::uint64_t kSeeds = 20;
const RunContext kPlain;

Stage wanted(Shape shape)
{
    static constexpr Stage kStages[] = {Stage::scattered,     Stage::hubAndSpoke, Stage::multiHub,
                                        Stage::corePeriphery, Stage::twoHalves,   Stage::noClearShape};
    return kStages[static_cast<std::size_t>(shape)];
}

health::StageReading reading(const graph::GraphSnapshot& graph, std::optional<double> coverage = {})
{
    return *health::readStage(graph, coverage, {}, kPlain);
}

/// How often each stage was read.
class Tally
{
public:
    void add(Stage stage) { ++m_times[static_cast<std::size_t>(stage)]; }
    int of(Stage stage) const { return m_times[static_cast<std::size_t>(stage)]; }
    /// "multi_hub 19 core_periphery 1"
    QString text() const
    {
        QString text;
        for (std::size_t i = 0; i < m_times.size(); ++i) {
            const auto code = health::codeOf(static_cast<Stage>(i));
            if (m_times[i] > 0)
                text += QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size())) +
                        QStringLiteral(" %1 ").arg(m_times[i]);
        }
        return text.trimmed();
    }

private:
    std::array<int, 7> m_times{};
};

QString named(Shape shape, std::uint32_t n)
{
    return QStringLiteral("%1, n = %2").arg(QString::fromLatin1(nameOf(shape))).arg(n);
}

} // namespace

/// Reads networks that were made to be of a stage. `StageNetworks.h` says how they are made; what is read instead is
/// printed. Seeds 1 to 20; the thresholds were fitted on others.
class TestStage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void networksOfAStage_areReadAsThat()
    {
        for (const Shape shape : kShapes) {
            for (const std::uint32_t n : kSizes) {
                Tally tally;
                for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
                    const health::StageReading read = reading(stageNetwork(shape, n, seed).graph);
                    tally.add(read.stage);
                    // Below 30 people nothing is said firmly.
                    QCOMPARE(read.isWeak(), n < 30);
                }
                qInfo().noquote() << named(shape, n) << "read as" << tally.text();
                const int least = n >= 40 ? 19 : 13; // 95 % where it is said firmly
                QVERIFY2(tally.of(wanted(shape)) >= least, qPrintable(named(shape, n)));
            }
        }
    }

    /// Where the README of core/health has its figures from: the seeds that the thresholds were fitted on.
    void fittedThresholds_readMoreRightThanTheDraftOfTheDomain()
    {
        health::StageThresholds draft;
        draft.hubDegree = draft.hubBetweenness = 0.5;
        draft.coreFit = 0.6;
        draft.coreDropBelow = draft.hubsShare = 0.15;
        int fitted = 0, drafted = 0;
        for (const Shape shape : {Shape::multiHub, Shape::corePeriphery, Shape::random}) {
            int here = 0, there = 0;
            for (std::uint64_t seed = 1001; seed <= 1100; ++seed) {
                const health::StageReading read = reading(stageNetwork(shape, 40, seed).graph);
                here += read.stage == wanted(shape) ? 1 : 0;
                there += health::readStage(read.figures, draft).stage == wanted(shape) ? 1 : 0;
            }
            qInfo().noquote() << named(shape, 40) << "of 100 right:" << there << "with the draft," << here << "fitted";
            fitted += here;
            drafted += there;
        }
        int hubs = 0, draftedHubs = 0;
        for (const std::uint32_t n : {40U, 80U}) {
            for (std::uint64_t seed = 1001; seed <= 1040; ++seed) {
                const StageNetwork network = stageNetwork(Shape::hubAndSpoke, n, seed);
                const health::StageReading read = reading(callSome(network.graph, 0.4, seed).graph, 0.4);
                hubs += read.stage == Stage::hubAndSpoke ? 1 : 0;
                draftedHubs += health::readStage(read.figures, draft).stage == Stage::hubAndSpoke ? 1 : 0;
            }
        }
        qInfo().noquote() << "one hub, 40 % called, of 80 right:" << draftedHubs << "with the draft," << hubs
                          << "fitted";
        QVERIFY(fitted > drafted && hubs > draftedHubs);
    }

    void hubsAndBridges_areNamed()
    {
        for (const std::uint32_t n : kSizes) {
            for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
                const StageNetwork hub = stageNetwork(Shape::hubAndSpoke, n, seed);
                QCOMPARE(reading(hub.graph).figures.goBetween, std::optional(hub.centre[0]));
                const StageNetwork halves = stageNetwork(Shape::twoHalves, n, seed);
                QCOMPARE(reading(halves.graph).figures.bridge, std::optional(halves.centre[0]));
            }
        }
    }

    /// What a log of calls shows of a network is read as the whole network is, if enough people were called; below that
    /// the reading is weak, and below 40 % refused.
    void coverage_tellsWhatCanBeSaid()
    {
        const struct
        {
            double share;
            int least; ///< of 240 readings, random networks left out
        } kRuns[] = {{0.2, 0}, {0.3, 0}, {0.4, 180}, {0.5, 205}, {0.6, 220}, {0.8, 230}, {1.0, 236}};
        for (const auto& run : kRuns) {
            int right = 0, all = 0;
            QString missed;
            for (const Shape shape : kShapes) {
                if (shape == Shape::random)
                    continue;
                for (const std::uint32_t n : {40U, 80U, 200U}) {
                    Tally tally;
                    for (std::uint64_t seed = 1; seed <= 16; ++seed) {
                        const StageNetwork network = stageNetwork(shape, n, seed);
                        const CalledNetwork known = callSome(network.graph, run.share, seed + 100);
                        const health::StageReading read = reading(known.graph, run.share);
                        QCOMPARE(read.isSaid(), run.share >= 0.4);
                        QCOMPARE(read.isWeak(), run.share >= 0.4 && run.share < 0.6);
                        tally.add(read.stage);
                        ++all;
                    }
                    right += tally.of(wanted(shape));
                    if (isSaidAt(run.share) && tally.of(wanted(shape)) < 14)
                        missed += QStringLiteral("; %1: %2").arg(named(shape, n), tally.text());
                }
            }
            qInfo().noquote() << QStringLiteral("%1 % called: %2 of %3 right").arg(run.share * 100).arg(right).arg(all)
                              << missed;
            QVERIFY(right >= run.least);
        }
    }

    /// One staff person tied to most members makes a network look as if it hung on one person: each figure over members
    /// only is as if staff had never been there.
    void staff_areATrap()
    {
        health::StageThresholds evenHalves;
        evenHalves.hubDegree = evenHalves.hubBetweenness = 0.5;
        int networks = 0, otherwise = 0, hubsAtEvenHalves = 0;
        for (const Shape shape : {Shape::multiHub, Shape::corePeriphery}) {
            for (const std::uint32_t n : {40U, 80U, 200U}) {
                for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
                    const StageNetwork network = stageNetwork(shape, n, seed);
                    const StaffedNetwork staffed = addStaff(network.graph, 0.8, seed);
                    const health::StageReading trapped = reading(staffed.graph), real = reading(network.graph);
                    ++networks;
                    otherwise += trapped.stage != real.stage ? 1 : 0;
                    hubsAtEvenHalves +=
                        health::readStage(trapped.figures, evenHalves).stage == Stage::hubAndSpoke ? 1 : 0;
                    QVERIFY(trapped.figures.degreeCentralization > real.figures.degreeCentralization + 0.15);
                    std::vector<std::uint8_t> members;
                    for (const std::uint8_t isStaff : staffed.isStaff)
                        members.push_back(isStaff == 0 ? 1 : 0);
                    const health::StageReading without = reading(graph::subgraph(staffed.graph, members));
                    QCOMPARE(without.stage, real.stage);
                    QCOMPARE(without.figures.modularity, real.figures.modularity);
                }
            }
        }
        qInfo() << "of" << networks << "networks with a staff person:" << otherwise << "read otherwise;"
                << hubsAtEvenHalves << "as hub-and-spoke if both centralizations need 0.5 only";
        QVERIFY(otherwise > 0);
    }

private:
    static bool isSaidAt(double share) { return share >= 0.4; }
};

QTEST_GUILESS_MAIN(TestStage)
#include "tst_stage.moc"
