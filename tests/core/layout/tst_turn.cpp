// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QObject>
#include <QTest>

#include "core/base/Random.h"
#include "core/layout/Turn.h"

using namespace weavemap;
using namespace weavemap::layout;

class TestTurn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unitAt_isCosineAndSine()
    {
        for (int i = -1000; i <= 2000; ++i) {
            const double turn = static_cast<double>(i) / 700.0;
            const Point unit = unitAt(turn);
            QVERIFY(std::abs(unit.x - std::cos(2.0 * kPi * turn)) < 1e-11);
            QVERIFY(std::abs(unit.y - std::sin(2.0 * kPi * turn)) < 1e-11);
        }
        QVERIFY((unitAt(0.0) == Point{1.0, 0.0}));
        QVERIFY((unitAt(0.5) == Point{-1.0, 0.0}));
    }

    void turnOf_isItsInverse()
    {
        for (int i = 0; i < 1000; ++i) {
            const double turn = static_cast<double>(i) / 1000.0;
            const Point unit = unitAt(turn);
            QVERIFY(turnBetween(turnOf({40.0 * unit.x, 40.0 * unit.y}), turn) < 1e-11);
        }
        QCOMPARE(turnOf({0.0, 0.0}), 0.0);
        for (const Point p : {Point{1e-300, 0.0}, Point{-1e300, 0.0}, Point{0.0, -7.0}, Point{3.0, -1e-300}}) {
            QVERIFY(turnOf(p) >= 0.0);
            QVERIFY(turnOf(p) < 1.0);
        }
    }

    void turnBetween_takesTheShorterWay()
    {
        QVERIFY(std::abs(turnBetween(0.9, 0.1) - 0.2) < 1e-12);
        QVERIFY(std::abs(turnBetween(0.1, 0.9) - 0.2) < 1e-12);
        QCOMPARE(turnBetween(0.3, 0.3), 0.0);
    }

    void wishesThatKeepTheirDistances_stay()
    {
        const std::vector<double> wishes{0.1, 0.95, 0.5}, widths{0.1, 0.1, 0.1};
        QCOMPARE(spreadOnCircle(wishes, widths), wishes);
        QVERIFY(spreadOnCircle({}, {}).empty());
        QCOMPARE(spreadOnCircle(std::vector{1.25}, std::vector{1.0}), std::vector{0.25});
    }

    void equalWishes_partRoundTheirMiddle()
    {
        const std::vector<double> spread = spreadOnCircle(std::vector{0.0, 0.0, 0.0}, std::vector{0.1, 0.1, 0.1});
        QVERIFY(turnBetween(spread[0], 0.9) < 1e-12);
        QVERIFY(turnBetween(spread[1], 0.0) < 1e-12);
        QVERIFY(turnBetween(spread[2], 0.1) < 1e-12);
    }

    void randomWishes_keepTheirDistancesAndOrder()
    {
        Random random(5);
        for (int round = 0; round < 300; ++round) {
            const std::size_t n = 1 + random.below(40);
            std::vector<double> wishes, widths;
            double sum = 0.0;
            for (std::size_t i = 0; i < n; ++i) {
                // Crowded on one side, so that the room is needed.
                wishes.push_back(static_cast<double>(random.below(1000)) / (round % 2 == 0 ? 1000.0 : 4000.0));
                widths.push_back(1.0 + static_cast<double>(random.below(10)));
                sum += widths.back();
            }
            const double share = round % 3 == 0 ? 1.0 : 0.7;
            for (double& width : widths)
                width *= share / sum;
            const std::vector<double> turns = spreadOnCircle(wishes, widths);
            for (std::size_t a = 0; a < n; ++a) {
                QVERIFY(turns[a] >= 0.0 && turns[a] < 1.0);
                for (std::size_t b = 0; b < a; ++b)
                    QVERIFY2(turnBetween(turns[a], turns[b]) > 0.5 * (widths[a] + widths[b]) - 1e-9,
                             qPrintable(QStringLiteral("round %1").arg(round)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestTurn)
#include "tst_turn.moc"
