// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <limits>

#include <QTest>

#include "ColorMath.h"
#include "ui/base/Theme.h"

using namespace weavemap::ui;
using colormath::deltaE2000;
using colormath::labSeen;
using colormath::Vision;

namespace {

constexpr Vision kVisions[]{Vision::normal, Vision::protan, Vision::deutan, Vision::tritan};

double smallestDistance(const Theme& theme, Vision vision, int groups)
{
    double least = std::numeric_limits<double>::infinity();
    for (int i = 0; i < groups; ++i)
        for (int j = 0; j < i; ++j)
            least = std::min(least, deltaE2000(labSeen(theme.group(i), vision), labSeen(theme.group(j), vision)));
    return least;
}

} // namespace

class ThemeDistance : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// The oracle itself, against pairs published with the formula.
    void deltaE2000_publishedPairs()
    {
        const struct
        {
            colormath::Lab one, other;
            double distance;
        } pairs[]{{{50, 2.6772, -79.7751}, {50, 0, -82.7485}, 2.0425},
                  {{50, 2.5, 0}, {50, 0, -2.5}, 4.3065},
                  {{50, 2.5, 0}, {73, 25, -18}, 27.1492},
                  {{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644},
                  {{2.0776, 0.0795, -1.135}, {0.9033, -0.0636, -0.5514}, 0.9082}};
        for (const auto& pair : pairs)
            QVERIFY(std::abs(deltaE2000(pair.one, pair.other) - pair.distance) < 1e-4);
    }

    void groups_keepTheStatedDistances_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("vision");
        QTest::addColumn<double>("all");
        QTest::addColumn<double>("firstFive");
        QTest::newRow("light normal") << false << 0 << 19.6 << 23.5;
        QTest::newRow("light protan") << false << 1 << 8.8 << 16.0;
        QTest::newRow("light deutan") << false << 2 << 9.4 << 9.4;
        QTest::newRow("light tritan") << false << 3 << 8.3 << 11.2;
        QTest::newRow("dark normal") << true << 0 << 21.6 << 24.4;
        QTest::newRow("dark protan") << true << 1 << 9.6 << 16.4;
        QTest::newRow("dark deutan") << true << 2 << 7.7 << 12.2;
        QTest::newRow("dark tritan") << true << 3 << 10.0 << 12.1;
    }

    void groups_keepTheStatedDistances()
    {
        QFETCH(const bool, dark);
        QFETCH(const int, vision);
        QFETCH(const double, all);
        QFETCH(const double, firstFive);
        const Theme& theme = dark ? Theme::dark() : Theme::light();
        const double ofAll = smallestDistance(theme, kVisions[vision], kGroupCount);
        const double ofFive = smallestDistance(theme, kVisions[vision], 5);
        QVERIFY2(std::abs(ofAll - all) <= 0.06, qPrintable(QString::number(ofAll)));
        QVERIFY2(std::abs(ofFive - firstFive) <= 0.06, qPrintable(QString::number(ofFive)));
    }

    void measures_haveTheStatedLightness()
    {
        constexpr double stated[]{95, 86, 75, 62, 49, 36, 22};
        for (std::size_t i = 0; i < std::size(stated); ++i) {
            const double light = labSeen(Theme::light().measureSteps()[i], Vision::normal).l;
            const double dark = labSeen(Theme::dark().measureSteps()[kMeasureSteps - 1 - i], Vision::normal).l;
            QVERIFY2(std::abs(light - stated[i]) <= 0.6, qPrintable(QString::number(light)));
            QVERIFY2(std::abs(dark - stated[i]) <= 0.6, qPrintable(QString::number(dark)));
        }
    }

    void measures_areMonotonicForEveryEye()
    {
        for (const Vision vision : kVisions) {
            double before = std::numeric_limits<double>::infinity();
            double beforeDark = -before;
            for (int i = 0; i <= 60; ++i) {
                const double light = labSeen(Theme::light().measure(i / 60.0), vision).l;
                const double dark = labSeen(Theme::dark().measure(i / 60.0), vision).l;
                QVERIFY2(light < before, qPrintable(QString::number(i)));
                QVERIFY2(dark > beforeDark, qPrintable(QString::number(i)));
                before = light;
                beforeDark = dark;
            }
        }
    }

    void measure_edges()
    {
        const Theme& theme = Theme::light();
        QCOMPARE(theme.measure(0), theme.measureSteps().front());
        QCOMPARE(theme.measure(1), theme.measureSteps().back());
        QCOMPARE(theme.measure(-3), theme.measureSteps().front());
        QCOMPARE(theme.measure(99), theme.measureSteps().back());
        QCOMPARE(theme.measure(std::nan("")), theme.color(ColorRole::sunken));
    }

    void otherGroup_isControlGrey()
    {
        for (const int index : {-1, 8, 1000})
            QCOMPARE(Theme::light().group(index), Theme::light().color(ColorRole::control));
    }

    void print_isLightOnWhite()
    {
        QCOMPARE(Theme::print().color(ColorRole::canvas), QColor(Qt::white));
        QCOMPARE(Theme::print().color(ColorRole::window), QColor(Qt::white));
        QCOMPARE(Theme::print().color(ColorRole::text), Theme::light().color(ColorRole::text));
        QVERIFY(!Theme::print().isDark());
    }

    void blend_runsFromGroundToInk()
    {
        QCOMPARE(blend(Qt::white, Qt::black, 0), QColor(Qt::white));
        QCOMPARE(blend(Qt::white, Qt::black, 1), QColor(Qt::black));
        QCOMPARE(blend(Qt::white, Qt::black, 0.5).red(), 128);
        QCOMPARE(blend(Qt::white, Qt::black, 7), QColor(Qt::black));
    }
};

QTEST_GUILESS_MAIN(ThemeDistance)
#include "tst_theme_distance.moc"
