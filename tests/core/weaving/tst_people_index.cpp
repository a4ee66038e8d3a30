// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "Notes.h"

using namespace weavemap;
using namespace weavemap::test;
using namespace weavemap::weaving;

class TestPeopleIndex : public QObject
{
    Q_OBJECT

private:
    static std::vector<std::int64_t> called(const char* words)
    {
        std::vector<std::int64_t> ids;
        for (const PeopleIndex::Place place : memberIndex().called(words))
            ids.push_back(memberIndex().at(place).id.value);
        return ids;
    }
    static std::vector<std::int64_t> completed(std::string_view typed, std::size_t limit = 5)
    {
        std::vector<std::int64_t> ids;
        for (const Completion& completion : memberIndex().complete(typed, limit))
            ids.push_back(completion.id.value);
        return ids;
    }
    using Ids = std::vector<std::int64_t>;

private Q_SLOTS:
    void called_byFullFirstAndSurname();
    void called_byNicknameWithAndWithoutSurname();
    void called_byNobodyForParticlesAlone();
    void called_withoutHyphenAndApostrophe();
    void initial_tellsTwoApart();
    void complete_takesTheBeginningOfAName();
    void complete_ignoresAccentsAndCase();
    void complete_findsNearMissesAndSounds();
    void complete_putsMembersBeforeOthersWhoFitAsWell();
    void complete_isEmptyForNothingAndKeepsTheLimit();
    void editDistance_countsEditsAndSwaps();
    void index_isEmptyAndOddNamesAreBorne();
};

void TestPeopleIndex::called_byFullFirstAndSurname()
{
    QCOMPARE(called("ana ruiz"), (Ids{1}));
    QCOMPARE(called("ana"), (Ids{1, 2}));
    QCOMPARE(called("okafor"), (Ids{3}));
    QCOMPARE(called("diaz soto"), (Ids{5}));
    QCOMPARE(called("kim"), Ids{});
}

void TestPeopleIndex::called_byNicknameWithAndWithoutSurname()
{
    QCOMPARE(called("beto"), (Ids{5}));
    QCOMPARE(called("beto diaz"), (Ids{5}));
    QCOMPARE(called("beto ruiz"), Ids{});
}

void TestPeopleIndex::called_byNobodyForParticlesAlone()
{
    QCOMPARE(called("de"), Ids{});
    QCOMPARE(called("la"), Ids{});
    QCOMPARE(called("de la cruz"), (Ids{10}));
}

void TestPeopleIndex::called_withoutHyphenAndApostrophe()
{
    QCOMPARE(called("mei-ling"), (Ids{8}));
    QCOMPARE(called("mei ling"), (Ids{8}));
    QCOMPARE(called("meiling"), (Ids{8}));
    QCOMPARE(called("odwyer"), (Ids{9}));
    QCOMPARE(nameWords("Siobhan O\xE2\x80\x99"
                       "Dwyer"),
             (std::vector<std::string>{"siobhan", "o'dwyer"}));
}

void TestPeopleIndex::initial_tellsTwoApart()
{
    const auto& index = memberIndex();
    QCOMPARE(index.withInitial(index.called("ana"), 'o').size(), 1u);
    QCOMPARE(index.withInitial(index.called("ana"), 'z').size(), 0u);
}

void TestPeopleIndex::complete_takesTheBeginningOfAName()
{
    QCOMPARE(completed("an"), (Ids{2, 1}));
    QCOMPARE(completed("ana r").front(), 1);
    QCOMPARE(completed("oka"), (Ids{3}));
    QCOMPARE(completed("beto").front(), 5);
}

void TestPeopleIndex::complete_ignoresAccentsAndCase()
{
    QCOMPARE(completed("DIAZ").front(), 5);
    QCOMPARE(completed("D\xC3\xAD"
                       "az")
                 .front(),
             5);
}

void TestPeopleIndex::complete_findsNearMissesAndSounds()
{
    QCOMPARE(completed("okfaor").front(), 3); // two letters swapped
    QCOMPARE(completed("karla").front(), 4);
    const Ids sounding = completed("zatto"); // as Sato and Soto do
    QVERIFY(std::find(sounding.begin(), sounding.end(), 6) != sounding.end());
    QCOMPARE(soundOf("kirsten"), soundOf("cursten"));
    QVERIFY(soundOf("ana") != soundOf("ben"));
}

void TestPeopleIndex::complete_putsMembersBeforeOthersWhoFitAsWell()
{
    const int member = standingOf(PersonKind::member, true), staff = standingOf(PersonKind::staff, true),
              outside = standingOf(PersonKind::outside, true), gone = standingOf(PersonKind::member, false);
    const PeopleIndex index({{PersonId{1}, "Asha Aalto", {}, gone},
                             {PersonId{2}, "Asha Bello", {}, outside},
                             {PersonId{3}, "Asha Cole", {}, staff},
                             {PersonId{4}, "Asha Zuma", {}, member},
                             {PersonId{5}, "Asha Juma", {}, member},
                             {PersonId{6}, "Zoe Asha", {}, member}});
    const auto found = [&index](std::string_view typed, std::size_t limit) {
        Ids ids;
        for (const Completion& completion : index.complete(typed, limit))
            ids.push_back(completion.id.value);
        return ids;
    };
    // Who only has a word of it comes after all whose name begins so.
    QCOMPARE(found("asha", 9), (Ids{5, 4, 3, 2, 1, 6}));
    QCOMPARE(found("asha", 1), (Ids{5}));
    QCOMPARE(found("asha b", 1), (Ids{2})); // what is typed goes before
    QCOMPARE(standingOf(PersonKind::outside, false), gone);
}

void TestPeopleIndex::complete_isEmptyForNothingAndKeepsTheLimit()
{
    QCOMPARE(completed(""), Ids{});
    QCOMPARE(completed("   "), Ids{});
    QCOMPARE(completed("a", 0), Ids{});
    QCOMPARE(completed("a", 1).size(), 1u);
    QCOMPARE(completed("qqqqxxqq"), Ids{});
    QCOMPARE(completed(std::string(100000, 'a')), Ids{});
    QCOMPARE(completed("\xFF\xFE"), Ids{});
}

void TestPeopleIndex::editDistance_countsEditsAndSwaps()
{
    QCOMPARE(editDistance("ben", "ben", 2), 0);
    QCOMPARE(editDistance("ben", "bne", 2), 1);
    QCOMPARE(editDistance("ben", "be", 2), 1);
    QCOMPARE(editDistance("", "ben", 5), 3);
    QCOMPARE(editDistance("ben", "carla", 1), 2);
}

void TestPeopleIndex::index_isEmptyAndOddNamesAreBorne()
{
    QCOMPARE(PeopleIndex().complete("a", 5).size(), 0u);
    std::string endless;
    for (int i = 0; i < 5000; ++i)
        endless += "de la cruz ";
    const PeopleIndex odd({{PersonId{1}, "", {""}},
                           {PersonId{2}, "\xFF\xFE", {}},
                           {PersonId{3}, endless, {"x"}},
                           {PersonId{4}, "...", {","}}});
    QCOMPARE(odd.size(), 4u);
    QCOMPARE(odd.placeOf(PersonId{9}), 4u);
    QCOMPARE(odd.called("").size(), 0u);
}

QTEST_GUILESS_MAIN(TestPeopleIndex)
#include "tst_people_index.moc"
