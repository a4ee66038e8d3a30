// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>
#include <thread>
#include <vector>

#include <QTest>

#include "core/base/Id.h"

using namespace weavemap;

class TestId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void zero_isNone();
    void text_comesBack();
    void parse_refusesWhatIsNoId();
    void mint_growsAndNeverRepeats();
    void mint_isReproducibleBySeed();
    void mint_beginsWithTheTime();
    void mints_ofTwoLaptopsDiffer();
    void mint_isSafeFromSeveralThreads();
    void mint_neverRunsIntoTheSign();
};

namespace {
using TestedId = Id<struct TestedTag>;
constexpr std::int64_t k2026 = 1'767'225'600'000;
} // namespace

void TestId::zero_isNone()
{
    QVERIFY(!TestedId{} && !TestedId{}.isValid() && !TestedId{-1});
    QVERIFY(TestedId{1}.isValid());
}

void TestId::text_comesBack()
{
    for (const std::int64_t value : {std::int64_t{1}, std::int64_t{1} << 53, INT64_MAX})
        QCOMPARE(*parseIdValue(TestedId{value}.toString()), value);
}

void TestId::parse_refusesWhatIsNoId()
{
    for (const char* bad : {"", "0", "-1", "+1", " 1", "1 ", "1.0", "0x1", "9223372036854775808", "1e3", "abc"}) {
        const auto id = parseIdValue(bad);
        QVERIFY2(!id, bad);
        QCOMPARE(id.error().code, ErrorCode::badNumber);
    }
}

void TestId::mint_growsAndNeverRepeats()
{
    for (const bool isFixed : {false, true}) {
        IdMint real;
        IdMint fixed(7, k2026);
        IdMint& mint = isFixed ? fixed : real;
        std::int64_t last = 0;
        for (int i = 0; i < 100'000; ++i) {
            const std::int64_t id = mint.next();
            QVERIFY(id > last);
            last = id;
        }
    }
}

void TestId::mint_isReproducibleBySeed()
{
    IdMint one(7, k2026), same(7, k2026), other(8, k2026);
    bool anyDiffers = false;
    for (int i = 0; i < 1000; ++i) {
        const std::int64_t id = one.next();
        QCOMPARE(same.next(), id);
        anyDiffers = anyDiffers || other.next() != id;
    }
    QVERIFY(anyDiffers);
}

void TestId::mint_beginsWithTheTime()
{
    IdMint earlier(7, k2026), later(7, k2026 + 1);
    QVERIFY(earlier.next() < later.next());
    QCOMPARE(IdMint(1, k2026).next() >> 20, k2026 - 1'577'836'800'000);
    QVERIFY(IdMint(1, 0).next() >= 0);
}

void TestId::mints_ofTwoLaptopsDiffer()
{
    // Both at work in the same millisecond.
    std::set<std::int64_t> ids;
    for (std::uint64_t laptop = 1; laptop <= 5; ++laptop) {
        IdMint mint(laptop, k2026);
        for (int i = 0; i < 1000; ++i)
            ids.insert(mint.next());
    }
    QCOMPARE(ids.size(), std::size_t{5000});
}

void TestId::mint_isSafeFromSeveralThreads()
{
    IdMint mint;
    std::vector<std::vector<std::int64_t>> found(4);
    {
        std::vector<std::jthread> threads;
        for (auto& ids : found)
            threads.emplace_back([&mint, &ids] {
                for (int i = 0; i < 5000; ++i)
                    ids.push_back(mint.next());
            });
    }
    std::set<std::int64_t> all;
    for (const auto& ids : found)
        all.insert(ids.begin(), ids.end());
    QCOMPARE(all.size(), std::size_t{20'000});
}

void TestId::mint_neverRunsIntoTheSign()
{
    constexpr std::int64_t kYear2290 = 10'098'000'000'000;
    QVERIFY(IdMint(1, kYear2290).next() > 0);
}

QTEST_APPLESS_MAIN(TestId)
#include "tst_id.moc"
