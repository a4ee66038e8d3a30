// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <QTest>

#include "core/health/SurveyScores.h"

using namespace weavemap;
using health::ItemSense;
using health::SurveyItem;
using health::SurveyResponse;
using health::SurveyWave;
using Answers = std::vector<std::optional<int>>;
constexpr auto kNone = std::nullopt;

namespace {

const std::vector<SurveyItem> kItems{{"learned", "skill", 1, 5, 4, ItemSense::asWritten},
                                     {"changed", "skill", 1, 5, 4, ItemSense::asWritten},
                                     {"away", "conditions", 1, 5, 4, ItemSense::reversed}};

std::vector<SurveyResponse> responses(const std::vector<Answers>& answers, const std::string& segment = {})
{
    std::vector<SurveyResponse> list;
    for (const Answers& one : answers)
        list.push_back({one, segment});
    return list;
}

/// `count` people who gave the same answer to each of the items.
std::vector<SurveyResponse> alike(std::size_t count, const Answers& answers, const std::string& segment = {})
{
    return responses(std::vector<Answers>(count, answers), segment);
}

std::vector<SurveyResponse> operator+(std::vector<SurveyResponse> a, const std::vector<SurveyResponse>& b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

bool near(double a, double b) { return std::abs(a - b) < 1e-12; }

} // namespace

class TestSurveyScores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scores_ofSixPeople()
    {
        const auto six = responses({{5, 4, 1}, {4, 2, 2}, {3, kNone, 5}, {4, 5, 1}, {1, 3, 4}, {kNone, kNone, kNone}}) +
                         responses({{5, 4, kNone}});
        const auto scores = health::scoreWave({kItems, six, 12});
        QCOMPARE(scores->responses, std::size_t{6});
        QCOMPARE(scores->empty, std::size_t{1});
        QCOMPARE(*scores->responseRate, 0.5);
        // 5, 4, 3, 4, 1, 5: four of six are 4 or 5.
        QCOMPARE(*scores->items[0].n, std::size_t{6});
        QVERIFY(near(*scores->items[0].favourable, 4.0 / 6));
        QVERIFY(near(*scores->items[0].mean, 22.0 / 6));
        QCOMPARE(scores->items[0].counts, (std::vector<std::size_t>{1, 0, 1, 2, 2}));
        // 4, 2, 5, 3, 4
        QCOMPARE(*scores->items[1].n, std::size_t{5});
        QVERIFY(near(*scores->items[1].favourable, 0.6));
        // Turned round 5, 4, 1, 5, 2; the counts are as the answers were given.
        QVERIFY(near(*scores->items[2].favourable, 0.6));
        QVERIFY(near(*scores->items[2].mean, 17.0 / 5));
        QCOMPARE(scores->items[2].counts, (std::vector<std::size_t>{2, 1, 0, 1, 1}));
        QCOMPARE(scores->domains.size(), std::size_t{2});
        QCOMPARE(scores->domains[0].domain, std::string("skill"));
        QCOMPARE(scores->domains[0].items, std::size_t{2});
        QVERIFY(near(*scores->domains[0].favourable, (4.0 / 6 + 0.6) / 2));
        QVERIFY(near(*scores->domains[1].favourable, 0.6));
    }

    void cellsUnderFive_areHidden()
    {
        const auto people = alike(4, {5, 5, 1}) + alike(1, {5, kNone, kNone});
        const auto scores = health::scoreWave({kItems, people, kNone});
        QCOMPARE(*scores->items[0].n, std::size_t{5});
        for (const std::size_t i : {std::size_t{1}, std::size_t{2}}) {
            const auto& item = scores->items[i];
            QVERIFY(item.isHidden && !item.n && !item.favourable && !item.mean && item.counts.empty());
        }
        QVERIFY(!scores->responseRate);
        // The domain is over what is shown.
        QCOMPARE(scores->domains[0].items, std::size_t{1});
        QCOMPARE(*scores->domains[0].favourable, 1.0);
        QVERIFY(!scores->domains[1].favourable);
    }

    void segments_areHiddenSoThatNoneCanBeWorkedOut()
    {
        const auto people = alike(6, {5, 5, 1}, "rural") + alike(3, {1, 1, 5}, "town") + alike(9, {4, 4, 2}, "city");
        const auto segments = health::scoreBySegment({kItems, people, kNone});
        QCOMPARE(segments->size(), std::size_t{3});
        QCOMPARE((*segments)[0].segment, std::string("city"));
        QVERIFY(!(*segments)[0].items[0].isHidden);
        QCOMPARE(*(*segments)[0].items[0].n, std::size_t{9});
        // Six of eighteen would give the three away.
        QVERIFY((*segments)[1].items[0].isHidden && (*segments)[2].items[0].isHidden);
        QVERIFY(!(*segments)[1].domains[0].favourable);
    }

    void whoDidNotSay_isASegmentToo()
    {
        const auto people = alike(6, {5, 5, 1}, "rural") + alike(2, {1, 1, 5});
        const auto segments = health::scoreBySegment({kItems, people, kNone});
        QCOMPARE((*segments)[0].segment, std::string());
        QVERIFY((*segments)[0].items[0].isHidden && (*segments)[1].items[0].isHidden);
        // Hidden item by item: where the two did not answer, there is nothing to hide.
        const auto fewer = alike(6, {5, 5, 1}, "rural") + alike(2, {kNone, 1, 5});
        QVERIFY(!(*health::scoreBySegment({kItems, fewer, kNone}))[1].items[0].isHidden);
    }

    void changes_needTenInBothWaves()
    {
        const auto ten = alike(10, {2, 2, 1}), later = alike(5, {2, 5, 1}) + alike(5, {5, 5, 1}),
                   nine = alike(9, {2, 2, 1});
        const SurveyWave a{kItems, ten, kNone}, b{kItems, later, kNone}, c{kItems, nine, kNone};
        const auto changes = health::itemChanges(a, *health::scoreWave(a), b, *health::scoreWave(b));
        QCOMPARE(changes.size(), std::size_t{3});
        QCOMPARE(changes[0].code, std::string("learned"));
        QVERIFY(near(changes[0].favourable, 0.5) && near(*changes[0].mean, 1.5));
        QVERIFY(near(changes[1].favourable, 1.0) && near(*changes[1].mean, 3.0));
        const auto domains = health::domainChanges(a, *health::scoreWave(a), b, *health::scoreWave(b));
        QCOMPARE(domains.size(), std::size_t{2});
        QVERIFY(near(domains[0].favourable, 0.75) && domains[0].items == 2 && !domains[0].mean);
        QVERIFY(health::itemChanges(c, *health::scoreWave(c), b, *health::scoreWave(b)).empty());
        QVERIFY(health::itemChanges(b, *health::scoreWave(b), c, *health::scoreWave(c)).empty());
        QVERIFY(health::domainChanges(b, *health::scoreWave(b), c, *health::scoreWave(c)).empty());
    }

    void changes_areOfTheSameItemOnTheSameScale()
    {
        std::vector<SurveyItem> other{kItems[1], kItems[0]};
        other[1].highest = 7;
        other[1].favourableFrom = 6;
        const auto then = alike(10, {2, 2, 1}), now = alike(10, {5, 6});
        const SurveyWave a{kItems, then, kNone}, b{other, now, kNone};
        const auto changes = health::itemChanges(a, *health::scoreWave(a), b, *health::scoreWave(b));
        QCOMPARE(changes.size(), std::size_t{1});
        QCOMPARE(changes[0].code, std::string("changed"));
        QVERIFY(near(changes[0].favourable, 1.0));
        // A domain is compared over the items that both waves have.
        QCOMPARE(health::domainChanges(a, *health::scoreWave(a), b, *health::scoreWave(b))[0].items, std::size_t{1});
    }

    void nobody_isNoError()
    {
        const auto scores = health::scoreWave({kItems, {}, 0});
        QCOMPARE(scores->responses, std::size_t{0});
        QVERIFY(!scores->responseRate && scores->items[0].isHidden && !scores->domains[0].favourable);
        QVERIFY(health::scoreBySegment({kItems, {}, kNone})->empty());
    }

    void wrongAnswers_areRefused()
    {
        const auto tooHigh = responses({{6, 1, 1}}), tooFew = responses({{1}});
        QCOMPARE(health::scoreWave({kItems, tooHigh, kNone}).error().code, ErrorCode::outOfRange);
        QCOMPARE(health::scoreWave({kItems, tooHigh, kNone}).error().args,
                 (std::vector<std::string>{"learned", "6", "1 to 5"}));
        QCOMPARE(health::scoreBySegment({kItems, tooFew, kNone}).error().code, ErrorCode::invalidArgument);
        const std::vector<SurveyItem> flat{{"x", "y", 3, 3, 3, ItemSense::asWritten}};
        QCOMPARE(health::scoreWave({flat, {}, kNone}).error().code, ErrorCode::outOfRange);
    }
};

QTEST_GUILESS_MAIN(TestSurveyScores)
#include "tst_survey_scores.moc"
