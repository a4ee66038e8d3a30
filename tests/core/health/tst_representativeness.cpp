// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <QTest>

#include "core/base/Random.h"
#include "core/health/Representativeness.h"
#include "core/health/SmallCells.h"

using namespace weavemap;
using health::GroupCell;
using health::GroupRow;
using health::ReferenceShare;
using health::Representation;
using Marks = std::vector<std::uint8_t>;

namespace {

/// Members by group, of each group some who lead and some who are well placed.
struct Association
{
    std::vector<std::string> groups;
    Marks leads, wellPlaced;

    void add(const std::string& group, std::size_t people, std::size_t leaders, std::size_t placed)
    {
        for (std::size_t i = 0; i < people; ++i) {
            groups.push_back(group);
            leads.push_back(i < leaders ? 1 : 0);
            wellPlaced.push_back(i < placed ? 1 : 0);
        }
    }
    Representation seen(const std::vector<ReferenceShare>& reference = {}) const
    {
        return *health::represent({groups, leads, wellPlaced}, reference);
    }
};

const GroupRow& row(const Representation& seen, const std::string& group)
{
    return *std::find_if(seen.rows.begin(), seen.rows.end(), [&](const GroupRow& r) { return r.group == group; });
}

bool near(const std::optional<double>& a, double b) { return a && std::abs(*a - b) < 1e-12; }

} // namespace

class TestRepresentativeness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sharesAndParity_areCountedByHand()
    {
        Association a;
        a.add("rural", 40, 5, 20);
        a.add("town", 60, 15, 0);
        a.add("", 10, 2, 1);
        const Representation seen = a.seen({{"rural", 0.5}, {"town", 0.4}});
        QCOMPARE(seen.rows.size(), std::size_t{2});
        QCOMPARE(seen.members, (health::ColumnTotal{100, 10}));
        QCOMPARE(seen.leaders, (health::ColumnTotal{20, 2}));
        const GroupRow& rural = row(seen, "rural");
        QCOMPARE(rural.members, (GroupCell{40, 0.4}));
        QCOMPARE(rural.leaders, (GroupCell{5, 0.25}));
        QCOMPARE(rural.wellPlaced, (GroupCell{20, 1.0}));
        QVERIFY(near(rural.reference, 0.5) && near(rural.againstReference, 0.8));
        QVERIFY(near(rural.leaderParity, 0.625) && near(rural.wellPlacedParity, 2.5));
        // That nobody of a group is well placed is said.
        QCOMPARE(row(seen, "town").wellPlaced, (GroupCell{0, 0.0}));
        QVERIFY(near(row(seen, "town").wellPlacedParity, 0.0) && near(row(seen, "town").leaderParity, 1.25));
        QVERIFY(!seen.isAnyHidden);
    }

    void aGroupOfTheReference_mayBeMissingHere()
    {
        Association a;
        a.add("rural", 40, 10, 10);
        const Representation seen = a.seen({{"rural", 0.5}, {"tribal", 0.1}, {"moon", 0.0}});
        QCOMPARE(row(seen, "tribal").members, (GroupCell{0, 0.0}));
        QVERIFY(near(row(seen, "tribal").againstReference, 0.0));
        QVERIFY(!row(seen, "tribal").leaderParity && !row(seen, "moon").againstReference);
    }

    void aSmallGroup_isHiddenEverywhereWithAnother()
    {
        Association a;
        a.add("rural", 40, 10, 10);
        a.add("town", 30, 10, 10);
        a.add("island", 3, 0, 0);
        const Representation seen = a.seen({{"island", 0.2}});
        QVERIFY(seen.isAnyHidden);
        for (const char* group : {"island", "town"}) {
            const GroupRow& r = row(seen, group);
            QVERIFY(!r.members.count && !r.members.share && !r.leaders.count && !r.wellPlaced.count);
            QVERIFY(!r.leaderParity && !r.againstReference);
        }
        QCOMPARE(*row(seen, "island").reference, 0.2);
        QCOMPARE(*row(seen, "rural").members.count, std::size_t{40});
    }

    void aSmallCellOfLeaders_isHiddenWithAnother()
    {
        Association a;
        a.add("rural", 40, 3, 10);
        a.add("town", 50, 10, 10);
        a.add("city", 50, 12, 10);
        const Representation seen = a.seen();
        QVERIFY(!row(seen, "rural").leaders.count && !row(seen, "town").leaders.count);
        QVERIFY(!row(seen, "rural").leaderParity && row(seen, "rural").wellPlacedParity);
        QCOMPARE(*row(seen, "city").leaders.count, std::size_t{12});
        QCOMPARE(*row(seen, "rural").members.count, std::size_t{40});
    }

    /// All but two of a group lead: that tells of the two.
    void theRestOfAGroup_isACellToo()
    {
        Association a;
        a.add("rural", 20, 18, 0);
        a.add("town", 50, 10, 0);
        a.add("city", 60, 10, 0);
        const Representation seen = a.seen();
        QVERIFY(!row(seen, "rural").leaders.count);
        QVERIFY(!row(seen, "town").leaders.count || !row(seen, "city").leaders.count);
    }

    void fewLeaders_areNotTold()
    {
        Association a;
        a.add("rural", 40, 2, 10);
        a.add("town", 50, 1, 10);
        const Representation seen = a.seen();
        QCOMPARE(seen.leaders, health::ColumnTotal{});
        QVERIFY(!row(seen, "rural").leaders.count && !row(seen, "town").leaders.count);
    }

    /// With the totals of all and of leaders beside each other the few who do not lead would be told.
    void fewWhoDoNotLead_areNotToldEither()
    {
        Association a;
        a.add("rural", 9, 7, 0);
        a.add("town", 10, 10, 0);
        QCOMPARE(a.seen().leaders, health::ColumnTotal{});
        QVERIFY(!row(a.seen(), "town").leaders.count);
        QCOMPARE(a.seen().members, (health::ColumnTotal{19, 0}));
    }

    void columns_mayBeUnknown()
    {
        Association a;
        a.add("rural", 40, 0, 0);
        const auto seen = health::represent({a.groups, {}, {}}, {});
        QVERIFY(!seen->leaders.said && !row(*seen, "rural").leaders.count && !row(*seen, "rural").leaderParity);
        QVERIFY(health::represent({}, {})->rows.empty());
    }

    /// For whoever knows the members and the totals, every hidden cell of leaders may have several values, and what is
    /// shown leaves no rest of one to four.
    void nothingHidden_canBeWorkedOut()
    {
        Random random(5);
        int hiddenCells = 0;
        for (int round = 0; round < 2000; ++round) {
            Association a;
            const std::size_t groups = 2 + random.below(4);
            std::vector<std::size_t> members, leaders;
            for (std::size_t g = 0; g < groups; ++g) {
                members.push_back(random.below(24));
                leaders.push_back(random.below(members.back() + 1));
                a.add(std::string(1, static_cast<char>('a' + g)), members.back(), leaders.back(), 0);
            }
            const Representation seen = a.seen();
            std::size_t sum = 0, room = 0, hiddenMembers = 0;
            for (const GroupRow& r : seen.rows) {
                const auto g = static_cast<std::size_t>(r.group[0] - 'a');
                hiddenMembers += r.members.count ? 0 : members[g];
                sum += r.leaders.count ? 0 : leaders[g];
                room += r.leaders.count ? 0 : members[g];
                QVERIFY(!r.leaders.count || *r.leaders.count == 0 || *r.leaders.count >= health::kLeastCell);
                QVERIFY(!r.leaders.count || members[g] - leaders[g] == 0 ||
                        members[g] - leaders[g] >= health::kLeastCell);
                QVERIFY(r.members.count || !r.leaders.count);
            }
            // Where everybody leads or nobody, the totals say so.
            if (!seen.leaders.said || sum == room || sum == 0)
                continue;
            for (const GroupRow& r : seen.rows) {
                if (r.leaders.count || !r.members.count)
                    continue;
                ++hiddenCells;
                const std::size_t most = std::min(sum, *r.members.count), others = room - *r.members.count;
                QVERIFY(most > (sum > others ? sum - others : 0));
            }
        }
        QVERIFY(hiddenCells > 500);
    }

    void wellPlaced_isTheHighestQuarterWithItsEquals()
    {
        QCOMPARE(health::wellPlaced(std::vector<double>{0.1, 0.9, 0.5, 0.4, 0.3, 0.2, 0.8, 0.1}),
                 (Marks{0, 1, 0, 0, 0, 0, 1, 0}));
        QCOMPARE(health::wellPlaced(std::vector<double>{0.5, 0.5, 0.5, 0.1}), (Marks{1, 1, 1, 0}));
        QCOMPARE(health::wellPlaced(std::vector<double>{0.5, 0.4, 0.3, 0.2, 0.1}), (Marks{1, 1, 0, 0, 0}));
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(health::wellPlaced(std::vector<double>{nan, 0.0, 0.0, 0.2}), (Marks{0, 0, 0, 1}));
        QCOMPARE(health::wellPlaced(std::vector<double>{0.0, 0.0}), (Marks{0, 0}));
        QVERIFY(health::wellPlaced({}).empty());
    }

    void wrongInput_isRefused()
    {
        const std::vector<std::string> groups{"a", "b"};
        const Marks one{1};
        QCOMPARE(health::represent({groups, one, {}}, {}).error().code, ErrorCode::invalidArgument);
        QCOMPARE(health::represent({groups, {}, one}, {}).error().code, ErrorCode::invalidArgument);
        const auto refused = [&](const std::vector<ReferenceShare>& reference) {
            return health::represent({groups, {}, {}}, reference).error().code;
        };
        QCOMPARE(refused({{"a", 1.2}}), ErrorCode::outOfRange);
        QCOMPARE(refused({{"a", std::numeric_limits<double>::quiet_NaN()}}), ErrorCode::outOfRange);
        QCOMPARE(refused({{"a", 0.7}, {"b", 0.4}}), ErrorCode::outOfRange);
        QCOMPARE(refused({{"a", 0.3}, {"a", 0.4}}), ErrorCode::duplicateId);
        QVERIFY(health::represent({groups, {}, {}}, std::vector<ReferenceShare>{{"a", 0.7}, {"b", 0.3}}));
    }
};

QTEST_GUILESS_MAIN(TestRepresentativeness)
#include "tst_representativeness.moc"
