// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <ostream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <QTest>

// Before rapidcheck, which needs them and does not say so.
#include <cstdint>
#include <rapidcheck.h>

#include "DrawnGraphs.h"
#include "core/sna/Analysis.h"
#include "core/sna/LiveCounts.h"

using namespace weavemap;
using namespace weavemap::test;
using sna::LiveCounts;

namespace {

/// People and ties as sets, which the counts are held against.
struct Plain
{
    std::set<PersonId> people;
    std::set<std::pair<PersonId, PersonId>> ties; ///< smaller id first

    GraphSnapshot snapshot() const
    {
        const std::vector<PersonId> ids(people.begin(), people.end());
        const auto indexOf = [&ids](PersonId id) {
            return static_cast<std::uint32_t>(std::lower_bound(ids.begin(), ids.end(), id) - ids.begin());
        };
        std::vector<Edge> edges;
        for (const auto& [a, b] : ties)
            edges.push_back({indexOf(a), indexOf(b)});
        return GraphSnapshot(Direction::undirected, static_cast<std::uint32_t>(ids.size()), edges, ids);
    }
    LiveCounts counts() const
    {
        return LiveCounts::of(std::make_shared<const GraphSnapshot>(snapshot()), RunContext()).value();
    }
    static std::pair<PersonId, PersonId> pairOf(PersonId a, PersonId b) { return std::minmax(a, b); }
};

enum class What { addTie, removeTie, addPerson, removePerson };

struct Edit
{
    What what = What::addTie;
    std::int64_t a = 1;
    std::int64_t b = 1;
};

std::ostream& operator<<(std::ostream& out, const Edit& edit)
{
    const char* const words[]{"tie", "untie", "add", "remove"};
    return out << words[static_cast<int>(edit.what)] << ' ' << edit.a << ' ' << edit.b;
}

/// Among few people, so that edits meet: the same tie twice, people who are gone, a tie of somebody with themselves.
rc::Gen<Edit> edits(std::int64_t people)
{
    return rc::gen::exec([people] {
        Edit edit;
        const int kind = *rc::gen::inRange(0, 20);
        edit.what = kind < 10   ? What::addTie
                    : kind < 17 ? What::removeTie
                    : kind < 19 ? What::addPerson
                                : What::removePerson;
        edit.a = *rc::gen::inRange<std::int64_t>(1, people + 1);
        edit.b = *rc::gen::inRange<std::int64_t>(1, people + 1);
        return edit;
    });
}

void apply(const Edit& edit, Plain& plain, LiveCounts& counts)
{
    const PersonId a{edit.a}, b{edit.b};
    const bool canTie = a != b && plain.people.contains(a) && plain.people.contains(b);
    switch (edit.what) {
    case What::addTie: {
        const bool isNew = canTie && plain.ties.insert(Plain::pairOf(a, b)).second;
        RC_ASSERT(counts.addTie(a, b) == isNew);
        break;
    }
    case What::removeTie: {
        const bool wasThere = plain.ties.erase(Plain::pairOf(a, b)) > 0;
        RC_ASSERT(counts.removeTie(a, b) == wasThere);
        break;
    }
    case What::addPerson:
        plain.people.insert(a);
        counts.addPerson(a);
        break;
    case What::removePerson:
        plain.people.erase(a);
        std::erase_if(plain.ties, [a](const auto& tie) { return tie.first == a || tie.second == a; });
        counts.removePerson(a);
        break;
    }
}

/// The first key under which the counts differ from the measures of a fresh snapshot, to the last bit; empty: none.
std::string difference(const LiveCounts& counts, const Plain& plain)
{
    const GraphSnapshot fresh = plain.snapshot();
    if (counts.ids() != fresh.ids() || counts.people() != fresh.vertexCount() || counts.ties() != fresh.edgeCount())
        return "who is there";
    sna::AnalysisRequest request;
    request.keys = {"edges",           "density",         "degree",           "degree_mean",
                    "isolates",        "component",       "components",       "triangles",
                    "triangles_total", "component_sizes", "clustering_local", "transitivity_global"};
    const sna::FigureSection wanted = sna::analyse(fresh, request, RunContext()).value().undirected;
    const sna::FigureSection got = counts.figures();
    for (const std::string& key : request.keys) {
        const auto found = got.scalars.find(key), expected = wanted.scalars.find(key);
        if ((found == got.scalars.end()) != (expected == wanted.scalars.end()))
            return key;
        if (found != got.scalars.end()) {
            const auto* const list = std::get_if<sna::NumberList>(&expected->second);
            if (list ? *list != std::get<sna::NumberList>(found->second)
                     : std::get<double>(expected->second) != std::get<double>(found->second))
                return key;
        }
        const auto* const values = got.perNode(key);
        const auto* const expectedValues = wanted.perNode(key);
        if ((values == nullptr) != (expectedValues == nullptr) || (values != nullptr && *values != *expectedValues))
            return key;
    }
    return {};
}

Plain drawn(std::int64_t people, const std::vector<std::pair<std::int64_t, std::int64_t>>& ties)
{
    Plain plain;
    for (std::int64_t id = 1; id <= people; ++id)
        plain.people.insert(PersonId{id});
    for (const auto& [a, b] : ties)
        if (a != b)
            plain.ties.insert(Plain::pairOf(PersonId{a}, PersonId{b}));
    return plain;
}

} // namespace

/// Counts that are kept up give what the measures give of the network as it is.
class TestLiveCounts : public QObject
{
    Q_OBJECT

    static void holdsAfterEach(Plain plain, const std::vector<Edit>& edits)
    {
        LiveCounts counts = plain.counts();
        QCOMPARE(difference(counts, plain), std::string());
        for (const Edit& edit : edits) {
            apply(edit, plain, counts);
            QCOMPARE(difference(counts, plain), std::string());
        }
    }

private Q_SLOTS:
    void anyEdits_giveWhatAFreshSnapshotGives()
    {
        const bool holds = rc::check("after each edit", [] {
            const auto people = *rc::gen::inRange<std::int64_t>(0, 14);
            const auto anyone = rc::gen::inRange<std::int64_t>(1, people + 1);
            const auto count = static_cast<std::size_t>(*rc::gen::inRange<std::int64_t>(0, people * 2 + 1));
            Plain plain =
                drawn(people, people == 0 ? std::vector<std::pair<std::int64_t, std::int64_t>>{}
                                          : *rc::gen::container<std::vector<std::pair<std::int64_t, std::int64_t>>>(
                                                count, rc::gen::pair(anyone, anyone)));
            LiveCounts counts = plain.counts();
            for (const Edit& edit : *rc::gen::container<std::vector<Edit>>(40, edits(people + 2))) {
                apply(edit, plain, counts);
                RC_ASSERT(difference(counts, plain) == std::string());
            }
        });
        QVERIFY(holds);
    }

    void nobody_thenOne_thenNobody()
    {
        holdsAfterEach({}, {{What::removePerson, 1, 1},
                            {What::addTie, 1, 2},
                            {What::removeTie, 1, 2},
                            {What::addPerson, 1, 1},
                            {What::addPerson, 1, 1},
                            {What::addTie, 1, 1},
                            {What::removePerson, 1, 1}});
        QCOMPARE(difference(LiveCounts(), Plain()), std::string());
    }

    void bridge_joinsAndParts()
    {
        // Two triangles and one between them, whose tie comes and goes.
        holdsAfterEach(drawn(6, {{1, 2}, {2, 3}, {1, 3}, {4, 5}, {5, 6}, {4, 6}}), {{What::addTie, 3, 4},
                                                                                    {What::addTie, 4, 3},
                                                                                    {What::removeTie, 3, 4},
                                                                                    {What::removeTie, 3, 4},
                                                                                    {What::addTie, 1, 6}});
    }

    void ringAndHub_areTakenApart()
    {
        std::vector<std::pair<std::int64_t, std::int64_t>> ring;
        for (std::int64_t id = 1; id <= 30; ++id)
            ring.emplace_back(id, id % 30 + 1);
        holdsAfterEach(drawn(30, ring),
                       {{What::removeTie, 1, 2}, {What::removeTie, 15, 16}, {What::removePerson, 8, 8}});
        std::vector<std::pair<std::int64_t, std::int64_t>> spokes;
        for (std::int64_t id = 2; id <= 30; ++id)
            spokes.emplace_back(1, id);
        holdsAfterEach(drawn(30, spokes), {{What::addTie, 2, 3}, {What::removePerson, 1, 1}, {What::addPerson, 1, 1}});
    }

    void hubAmongFriends_leaves_withAllTrianglesAndPiecesAtOnce()
    {
        // A wheel whose rim has a gap, a triangle and a path hang on person 1; 12 is in touch with nobody else.
        holdsAfterEach(drawn(14, {{1, 2},
                                  {1, 3},
                                  {1, 4},
                                  {1, 5},
                                  {2, 3},
                                  {3, 4},
                                  {4, 5},
                                  {1, 6},
                                  {1, 7},
                                  {6, 7},
                                  {1, 8},
                                  {8, 9},
                                  {9, 10},
                                  {10, 11},
                                  {1, 12},
                                  {13, 14}}),
                       {{What::removePerson, 1, 1},
                        {What::addTie, 5, 6},
                        {What::addTie, 11, 12},
                        {What::addPerson, 1, 1},
                        {What::addTie, 1, 14},
                        {What::addTie, 1, 12},
                        {What::removePerson, 12, 12},
                        {What::removePerson, 9, 9}});
    }

    void everybody_leavesOneByOne()
    {
        QVERIFY(rc::check("after each of them", [] {
            constexpr std::int64_t kPeople = 24;
            const auto anyone = rc::gen::inRange<std::int64_t>(1, kPeople + 1);
            const auto count = static_cast<std::size_t>(*rc::gen::inRange(10, 60));
            Plain plain = drawn(kPeople, *rc::gen::container<std::vector<std::pair<std::int64_t, std::int64_t>>>(
                                             count, rc::gen::pair(anyone, anyone)));
            LiveCounts counts = plain.counts();
            const auto first = *anyone;
            for (std::int64_t i = 0; i < kPeople; ++i) {
                apply({What::removePerson, (first + i * 7) % kPeople + 1, 1}, plain, counts);
                RC_ASSERT(difference(counts, plain) == std::string());
            }
        }));
    }

    void degree_isOfThoseWhoAreThere()
    {
        LiveCounts counts = drawn(4, {{1, 2}, {1, 3}}).counts();
        QCOMPARE(counts.degree(PersonId{1}), std::size_t{2});
        QCOMPARE(counts.degree(PersonId{4}), std::size_t{0});
        QCOMPARE(counts.degree(PersonId{9}), std::size_t{0});
        counts.removePerson(PersonId{2});
        QCOMPARE(counts.degree(PersonId{1}), std::size_t{1});
        QCOMPARE(counts.degree(PersonId{2}), std::size_t{0});
    }

    void somebodyBetweenTwoIds_takesTheirPlace()
    {
        Plain plain;
        plain.people = {PersonId{10}, PersonId{30}};
        plain.ties = {{PersonId{10}, PersonId{30}}};
        holdsAfterEach(plain, {{What::addPerson, 20, 20}, {What::addTie, 20, 30}, {What::addTie, 10, 20}});
    }

    void copy_goesItsOwnWay()
    {
        const Plain plain = drawn(4, {{1, 2}, {2, 3}, {1, 3}});
        const LiveCounts before = plain.counts();
        LiveCounts after = before;
        QVERIFY(after.removeTie(PersonId{1}, PersonId{2}));
        QVERIFY(after.addTie(PersonId{3}, PersonId{4}));
        QCOMPARE(difference(before, plain), std::string());
        QVERIFY(!before.hasTie(PersonId{3}, PersonId{4}) && after.hasTie(PersonId{4}, PersonId{3}));
        QVERIFY(!after.contains(PersonId{5}) && !after.hasTie(PersonId{4}, PersonId{5}));
    }
};

QTEST_GUILESS_MAIN(TestLiveCounts)
#include "tst_live_counts.moc"
