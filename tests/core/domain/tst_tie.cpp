// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>

#include <QTest>

#include "core/domain/Tie.h"

using namespace weavemap;

class TestTie : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void open_fromFirstSeenUntilEnded();
    void stale_afterTheMonthsWithoutConfirmation();
    void sets_followDepthAndCollaboration();
    void ordered_putsTheSmallerIdFirst();
    void other_isTheOtherEnd();
    void validate_refusesWhatIsNoTie();
    void validate_refusesWeightsThatAreNone();
    void validate_ofOverlay();
};

namespace {

Date day(const char* iso) { return *Date::parseIso(iso); }

Tie between(std::int64_t a, std::int64_t b)
{
    Tie tie;
    tie.a = PersonId{a};
    tie.b = PersonId{b};
    return tie;
}

} // namespace

void TestTie::open_fromFirstSeenUntilEnded()
{
    Tie tie = between(1, 2);
    QVERIFY(tie.isOpenOn(day("2000-01-01")));
    tie.firstSeen = day("2024-01-10");
    tie.ended = day("2024-02-01");
    QVERIFY(!tie.isOpenOn(day("2024-01-09")));
    QVERIFY(tie.isOpenOn(day("2024-01-10")));
    QVERIFY(!tie.isOpenOn(day("2024-02-01")));
}

void TestTie::stale_afterTheMonthsWithoutConfirmation()
{
    Tie tie = between(1, 2);
    QVERIFY(!tie.isStaleOn(day("2030-01-01")));
    tie.firstSeen = day("2024-01-10");
    QVERIFY(!tie.isStaleOn(day("2025-07-10")));
    QVERIFY(tie.isStaleOn(day("2025-07-11")));
    tie.lastConfirmed = day("2025-07-01");
    QVERIFY(!tie.isStaleOn(day("2025-07-11")));
    QVERIFY(tie.isStaleOn(day("2025-09-02"), 2));
}

void TestTie::sets_followDepthAndCollaboration()
{
    Tie tie = between(1, 2);
    tie.depth = TieDepth::unknown;
    QVERIFY(!belongsTo(tie, TieSet::awareness) && belongsTo(tie, TieSet::all));
    tie.depth = TieDepth::aware;
    QVERIFY(belongsTo(tie, TieSet::awareness) && !belongsTo(tie, TieSet::exchange));
    tie.depth = TieDepth::talked;
    QVERIFY(!belongsTo(tie, TieSet::exchange));
    tie.depth = TieDepth::exchange;
    QVERIFY(belongsTo(tie, TieSet::exchange) && !belongsTo(tie, TieSet::collaboration));
    for (const Collaboration collaboration : {Collaboration::past, Collaboration::now}) {
        tie.collaboration = collaboration;
        QVERIFY(belongsTo(tie, TieSet::collaboration));
    }
}

void TestTie::ordered_putsTheSmallerIdFirst()
{
    QCOMPARE(ordered(between(5, 3)).a.value, std::int64_t{3});
    QCOMPARE(ordered(between(3, 5)).a.value, std::int64_t{3});
}

void TestTie::other_isTheOtherEnd()
{
    QCOMPARE(between(3, 5).other(PersonId{3}).value, std::int64_t{5});
    QCOMPARE(between(3, 5).other(PersonId{5}).value, std::int64_t{3});
}

void TestTie::validate_refusesWhatIsNoTie()
{
    QVERIFY(validate(between(1, 2)).has_value());
    QCOMPARE(validate(between(0, 2)).error().code, ErrorCode::notFound);
    QCOMPARE(validate(between(1, 0)).error().code, ErrorCode::notFound);
    QCOMPARE(validate(between(2, 2)).error().code, ErrorCode::sameEnds);
    QCOMPARE(validate(between(2, 1)).error().code, ErrorCode::internal);
    Tie tie = between(1, 2);
    tie.firstSeen = day("2024-01-02");
    tie.ended = day("2024-01-01");
    QCOMPARE(validate(tie).error().code, ErrorCode::datesReversed);
    tie.ended.reset();
    tie.lastConfirmed = day("2024-01-01");
    QCOMPARE(validate(tie).error().code, ErrorCode::datesReversed);
}

void TestTie::validate_refusesWeightsThatAreNone()
{
    Tie tie = between(1, 2);
    for (const double weight :
         {0.0, -1.0, std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()}) {
        tie.weight = weight;
        QCOMPARE(validate(tie).error().code, ErrorCode::outOfRange);
    }
    tie.weight = 0.001;
    QVERIFY(validate(tie).has_value());
}

void TestTie::validate_ofOverlay()
{
    Overlay overlay;
    overlay.tie = TieId{9};
    overlay.from = PersonId{1};
    overlay.to = PersonId{2};
    QVERIFY(validate(overlay).has_value());
    overlay.weight = 0;
    QCOMPARE(validate(overlay).error().code, ErrorCode::outOfRange);
    overlay.weight = 1;
    overlay.to = PersonId{1};
    QCOMPARE(validate(overlay).error().code, ErrorCode::sameEnds);
    overlay.to = PersonId{};
    QCOMPARE(validate(overlay).error().code, ErrorCode::notFound);
}

QTEST_APPLESS_MAIN(TestTie)
#include "tst_tie.moc"
