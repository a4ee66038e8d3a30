// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>
#include <vector>

#include <QTest>

#include "core/base/Random.h"
#include "core/sna/GroupNames.h"

using namespace weavemap;
using sna::Grouping;
using sna::keptGroupNames;
using Names = std::vector<std::string>;

namespace {

/// Groups by their people's ids.
Grouping drawn(const std::vector<std::vector<std::int64_t>>& groups)
{
    Grouping grouping;
    for (std::uint32_t g = 0; g < groups.size(); ++g) {
        for (const std::int64_t id : groups[g]) {
            grouping.people.push_back(PersonId{id});
            grouping.of.push_back(g);
        }
    }
    return grouping;
}

} // namespace

class TestGroupNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unchangedGroups_keepTheirNames_howeverTheyAreNumbered()
    {
        const Grouping before = drawn({{1, 2, 3}, {4, 5}, {6}});
        QCOMPARE(keptGroupNames(before, {"North", "South", "Alone"}, before), (Names{"North", "South", "Alone"}));
        QCOMPARE(keptGroupNames(before, {"North", "South", "Alone"}, drawn({{6}, {5, 4}, {3, 1, 2}})),
                 (Names{"Alone", "South", "North"}));
    }

    void split_theLargestPartKeepsTheName()
    {
        QCOMPARE(keptGroupNames(drawn({{1, 2, 3, 4, 5}}), {"North"}, drawn({{1, 2}, {3, 4, 5}})), (Names{"", "North"}));
    }

    void merger_theLargestPartGivesTheName()
    {
        QCOMPARE(keptGroupNames(drawn({{1, 2}, {3, 4, 5}}), {"North", "South"}, drawn({{1, 2, 3, 4, 5}})),
                 (Names{"South"}));
    }

    void splitAndMergerAtOnce_eachNameGoesToItsLargerPart()
    {
        // Two of the North go over to the South.
        QCOMPARE(keptGroupNames(drawn({{1, 2, 3, 4, 5}, {6, 7, 8}}), {"North", "South"},
                                drawn({{4, 5, 6, 7, 8}, {1, 2, 3}})),
                 (Names{"South", "North"}));
    }

    void newGroup_hasNoName()
    {
        QCOMPARE(keptGroupNames(drawn({{1, 2}}), {"North"}, drawn({{1, 2}, {7, 8}})), (Names{"North", ""}));
        QCOMPARE(keptGroupNames(drawn({}), {}, drawn({{7, 8}})), (Names{""}));
    }

    void vanishedGroup_takesItsNameWithIt()
    {
        QCOMPARE(keptGroupNames(drawn({{1, 2}, {3, 4}}), {"North", "South"}, drawn({{3, 4}})), (Names{"South"}));
        QCOMPARE(keptGroupNames(drawn({{1, 2}}), {"North"}, drawn({})), Names{});
    }

    void scatteredGroup_namesNobody()
    {
        // One of five is in each of five groups of others: less than half of either.
        std::vector<std::vector<std::int64_t>> after;
        std::vector<std::vector<std::int64_t>> before{{1, 2, 3, 4, 5}};
        Names names{"North"};
        for (std::int64_t g = 1; g <= 5; ++g) {
            before.push_back({10 * g, 10 * g + 1, 10 * g + 2});
            names.push_back("Group " + std::to_string(g));
            after.push_back({g, 10 * g, 10 * g + 1, 10 * g + 2});
        }
        QCOMPARE(keptGroupNames(drawn(before), names, drawn(after)), Names(names.begin() + 1, names.end()));
        before.resize(1);
        // Without the other groups' people on the first date, each new group is one of the old: the lowest id decides.
        QCOMPARE(keptGroupNames(drawn(before), {"North"}, drawn(after)), (Names{"North", "", "", "", ""}));
    }

    void halfOfTheSmallerGroup_isEnough_lessIsNot()
    {
        const Names names{"North", "South"};
        QCOMPARE(keptGroupNames(drawn({{1, 2, 3, 4}, {5, 6, 7, 8}}), names, drawn({{1, 2, 5, 6}, {3, 4, 7, 8}})),
                 (Names{"North", "South"}));
        QCOMPARE(keptGroupNames(drawn({{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}), {"North", "South", "West"},
                                drawn({{1, 4, 7}, {2, 5, 8}, {3, 6, 9}})),
                 (Names{"", "", ""}));
    }

    void peopleWhoCameOrLeft_doNotCount()
    {
        // Two of five stayed, ten joined: it is still the North.
        QCOMPARE(keptGroupNames(drawn({{1, 2, 3, 4, 5}}), {"North"},
                                drawn({{1, 2, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20}})),
                 (Names{"North"}));
    }

    void ties_goToFewerOutsiders_thenToTheLowestPerson()
    {
        // Both halves are as large; the second has no outsider.
        QCOMPARE(keptGroupNames(drawn({{1, 2, 3, 4}, {5}}), {"North", "South"}, drawn({{1, 2, 5}, {3, 4}})),
                 (Names{"South", "North"}));
        // All alike: the half with person 1, first or last.
        QCOMPARE(keptGroupNames(drawn({{1, 2, 3, 4}}), {"North"}, drawn({{3, 4}, {2, 1}})), (Names{"", "North"}));
        QCOMPARE(keptGroupNames(drawn({{1, 2, 3, 4}}), {"North"}, drawn({{2, 1}, {3, 4}})), (Names{"North", ""}));
    }

    void unnamedGroup_staysUnnamed_andTakesNoOthersName()
    {
        QCOMPARE(keptGroupNames(drawn({{1, 2, 3}, {4}}), {"", "South"}, drawn({{1, 2, 3, 4}})), (Names{""}));
    }

    void names_areHandedOutOnce_andFollowTheGroups()
    {
        for (std::uint64_t seed = 1; seed <= 50; ++seed) {
            Random random(seed);
            Grouping before, after;
            const auto people = static_cast<std::int64_t>(random.below(40));
            for (std::int64_t id = 1; id <= people; ++id) {
                if (random.chance(0.9)) {
                    before.people.push_back(PersonId{id});
                    before.of.push_back(static_cast<std::uint32_t>(random.below(5)));
                }
                if (random.chance(0.9)) {
                    after.people.push_back(PersonId{id});
                    after.of.push_back(static_cast<std::uint32_t>(random.below(6)));
                }
            }
            const Names names{"A", "B", "C", "D", "E"};
            const Names kept = keptGroupNames(before, names, after);
            for (const std::string& name : names)
                QVERIFY(std::count(kept.begin(), kept.end(), name) <= 1);
            // Other numbers and another order of people: the same people have the same name.
            Grouping turned = after;
            for (std::uint32_t& group : turned.of)
                group = 5 - group;
            std::reverse(turned.people.begin(), turned.people.end());
            std::reverse(turned.of.begin(), turned.of.end());
            const Names again = keptGroupNames(before, names, turned);
            for (const std::uint32_t group : after.of)
                QCOMPARE(again[5 - group], kept[group]);
        }
    }
};

QTEST_GUILESS_MAIN(TestGroupNames)
#include "tst_group_names.moc"
