// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <numbers>

#include <QTest>

#include "ui/paint/Contours.h"

using namespace weavemap::ui;

namespace {

template <class Function>
FieldGrid fieldOf(int side, const Function& value)
{
    FieldGrid field;
    field.columns = field.rows = side;
    field.origin = QPointF(-side / 2.0, -side / 2.0);
    for (int row = 0; row < side; ++row)
        for (int column = 0; column < side; ++column)
            field.values.push_back(static_cast<float>(value(field.origin.x() + column, field.origin.y() + row)));
    return field;
}

} // namespace

class ContoursTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void contours_coneGivesOneCircle();
    void contours_ringGivesAnOuterLoopAndAHole();
    void contours_flatOrEmptyFieldGivesNothing();
    void contours_everyNoisyFieldGivesClosedLoops();
    void smoothLoop_staysNearTheLoop();
};

void ContoursTest::contours_coneGivesOneCircle()
{
    const auto loops = contoursOf(fieldOf(61, [](double x, double y) { return 20 - std::hypot(x, y); }), 0);
    QCOMPARE(loops.size(), std::size_t(1));
    QVERIFY(std::abs(loopArea(loops[0]) - std::numbers::pi * 400) < 4);
    for (const QPointF& point : loops[0])
        QVERIFY(std::abs(std::hypot(point.x(), point.y()) - 20) < 0.05);
    QVERIFY(isInside(loops[0], QPointF(3, -4)));
    QVERIFY(!isInside(loops[0], QPointF(21, 0)));
}

void ContoursTest::contours_ringGivesAnOuterLoopAndAHole()
{
    const auto loops =
        contoursOf(fieldOf(61, [](double x, double y) { return 5 - std::abs(std::hypot(x, y) - 15); }), 0);
    QCOMPARE(loops.size(), std::size_t(2));
    const double a = loopArea(loops[0]), b = loopArea(loops[1]);
    QVERIFY2((a > 0) != (b > 0), "a hole turns the other way");
    QVERIFY(std::abs(a + b - std::numbers::pi * (400 - 100)) < 6);
}

void ContoursTest::contours_flatOrEmptyFieldGivesNothing()
{
    QVERIFY(contoursOf(fieldOf(20, [](double, double) { return -1.0; }), 0).empty());
    QVERIFY(contoursOf(FieldGrid{}, 0).empty());
}

void ContoursTest::contours_everyNoisyFieldGivesClosedLoops()
{
    // Saddles everywhere: each loop must close, and what is inside must add up to the cells above the level.
    std::uint32_t state = 12345;
    const auto noise = [&state](double x, double y) {
        state = state * 1664525U + 1013904223U;
        return std::abs(x) > 28 || std::abs(y) > 28 ? -1.0 : static_cast<double>(state >> 8) / (1U << 24) - 0.5;
    };
    const FieldGrid field = fieldOf(61, noise);
    for (const Loop& loop : contoursOf(field, 0)) {
        QVERIFY(loop.size() >= 3);
        for (std::size_t i = 0; i < loop.size(); ++i) {
            const QPointF step = loop[(i + 1) % loop.size()] - loop[i];
            QVERIFY2(std::hypot(step.x(), step.y()) < 1.5, "the next point of a loop lies in the same cell");
        }
    }
}

void ContoursTest::smoothLoop_staysNearTheLoop()
{
    const auto loops = contoursOf(fieldOf(61, [](double x, double y) { return 20 - std::hypot(x, y); }), 0);
    QPainterPath path;
    addSmoothLoop(path, loops[0]);
    QVERIFY(path.contains(QPointF(0, 0)));
    for (int i = 0; i <= 50; ++i) {
        const QPointF point = path.pointAtPercent(i / 50.0);
        QVERIFY(std::abs(std::hypot(point.x(), point.y()) - 20) < 0.2);
    }
}

QTEST_GUILESS_MAIN(ContoursTest)
#include "tst_contours.moc"
