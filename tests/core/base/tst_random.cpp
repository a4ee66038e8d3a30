// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <climits>
#include <cstdint>

#include <QTest>

#include "core/base/Random.h"

using namespace weavemap;

class TestRandom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bits_areThoseOfSplitMix64();
    void unit_staysBelowOne();
    void below_staysBelowAndReachesAll();
    void below_worksForHugeBounds();
    void between_holdsBothEnds();
    void chance_isAsLikelyAsItSays();
};

void TestRandom::bits_areThoseOfSplitMix64()
{
    // The generator's published first outputs for seed 1234567.
    Random random(1234567);
    for (const std::uint64_t expected : {6457827717110365317ULL, 3203168211198807973ULL, 9817491932198370423ULL,
                                         4593380528125082431ULL, 16408922859458223821ULL})
        QCOMPARE(random.bits(), expected);
}

void TestRandom::unit_staysBelowOne()
{
    Random random(1);
    double sum = 0;
    for (int i = 0; i < 100'000; ++i) {
        const double unit = random.unit();
        QVERIFY(unit >= 0 && unit < 1);
        sum += unit;
    }
    QVERIFY(qAbs(sum / 100'000 - 0.5) < 0.005);
}

void TestRandom::below_staysBelowAndReachesAll()
{
    Random random(2);
    std::array<int, 7> counts{};
    for (int i = 0; i < 70'000; ++i)
        ++counts.at(random.below(7));
    for (const int count : counts)
        QVERIFY(count > 9'500 && count < 10'500);
    QCOMPARE(random.below(0), std::uint64_t{0});
    QCOMPARE(random.below(1), std::uint64_t{0});
}

void TestRandom::below_worksForHugeBounds()
{
    Random random(3);
    bool reachedUpperHalf = false;
    for (int i = 0; i < 1000; ++i) {
        const std::uint64_t value = random.below(0xFFFFFFFFFFFFFFFFULL);
        QVERIFY(value < 0xFFFFFFFFFFFFFFFFULL);
        reachedUpperHalf = reachedUpperHalf || value > 0x8000000000000000ULL;
    }
    QVERIFY(reachedUpperHalf);
}

void TestRandom::between_holdsBothEnds()
{
    Random random(4);
    bool low = false, high = false;
    for (int i = 0; i < 1000; ++i) {
        const int value = random.between(-2, 2);
        QVERIFY(value >= -2 && value <= 2);
        low = low || value == -2;
        high = high || value == 2;
    }
    QVERIFY(low && high);
    QCOMPARE(random.between(5, 5), 5);
    bool negative = false, positive = false;
    for (int i = 0; i < 100; ++i) {
        const int wide = random.between(INT_MIN, INT_MAX);
        negative = negative || wide < -1'000'000'000;
        positive = positive || wide > 1'000'000'000;
    }
    QVERIFY(negative && positive);
}

void TestRandom::chance_isAsLikelyAsItSays()
{
    Random random(5);
    int hits = 0;
    for (int i = 0; i < 100'000; ++i) {
        hits += random.chance(0.3) ? 1 : 0;
        QVERIFY(!random.chance(0) && random.chance(1));
    }
    QVERIFY(hits > 29'000 && hits < 31'000);
}

QTEST_APPLESS_MAIN(TestRandom)
#include "tst_random.moc"
