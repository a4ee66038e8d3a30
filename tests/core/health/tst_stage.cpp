// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cstdint>
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
using Tally = std::array<int, 7>;

QString shown(const Tally& tally)
{
    QString text;
    for (std::size_t i = 0; i < tally.size(); ++i) {
        const auto code = health::codeOf(static_cast<Stage>(i));
        if (tally[i] > 0)
            text += QStringLiteral(" %1 %2")
                        .arg(QString::fromUtf8(code.data(), static_cast<int>(code.size())))
                        .arg(tally[i]);
    }
    return text;
}

} // namespace

/// Reads networks that were made to be of a stage. `StageNetworks.h` says how they are made.
class TestStage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void networksOfAStage_areReadAsThat_data()
    {
        QTest::addColumn<int>("shape");
        QTest::addColumn<unsigned>("people");
        for (const Shape shape : kShapes)
            for (const std::uint32_t n : kSizes)
                QTest::addRow("%s, %u", nameOf(shape), n) << static_cast<int>(shape) << n;
    }

    void networksOfAStage_areReadAsThat()
    {
        QFETCH(int, shape);
        QFETCH(unsigned, people);
        Tally tally{};
        for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
            const StageNetwork network = stageNetwork(static_cast<Shape>(shape), people, seed);
            const health::StageReading read = reading(network.graph);
            ++tally[static_cast<std::size_t>(read.stage)];
            const auto& f = read.figures;
            if (qEnvironmentVariableIsSet("STAGE_FIGURES"))
                qInfo("%llu LCC %.2f CD %.2f CB %.2f drop %.2f r %.2f k %u Q %.2f chance %.2f h50 %u -> %s",
                      static_cast<unsigned long long>(seed), f.largestPiece, f.degreeCentralization,
                      f.betweennessCentralization, f.drop, f.coreFit, f.coreSize, f.modularity, f.chanceModularity,
                      f.halfTheTies, health::codeOf(read.stage).data());
        }
        qInfo().noquote() << "read as" << shown(tally);
    }
};

QTEST_GUILESS_MAIN(TestStage)
#include "tst_stage.moc"
