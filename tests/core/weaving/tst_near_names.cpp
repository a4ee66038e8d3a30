// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "Notes.h"

using namespace weavemap;
using namespace weavemap::test;
using namespace weavemap::weaving;

/// Names that are near to a known one, short forms, nicknames of the file; on a call with Ben Okafor.
class TestNearNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownNames_haveTheNicknamesOfTheFile();
    void near_findsSlipsAndSounds();
    void near_isNobodyForAnotherName();
    void otherForms_meanTheOneWhoFits();
    void marked_nearToOneKnown_isMostLikelyThem();
    void marked_likeNobody_isNew();
    void settled_isTheOneChosen();
    void shortForm_isTakenForTheOneItFits();
    void nickname_isSure();
};

namespace {

Person person(std::int64_t id, const char* name, const char* nicknames = "")
{
    Person made;
    made.id = PersonId{id};
    made.name = name;
    made.nicknames = nicknames;
    return made;
}

const PeopleIndex& people()
{
    static const PeopleIndex kPeople(
        knownNames({person(1, "Ben Okafor"), person(2, "Kirsten Oyelaran"), person(3, "Elizabeth Tran"),
                    person(4, "Robert Hale"), person(5, "Roberta Moss", "Bobbie, Ro"), person(6, "Katherine Bell"),
                    person(7, "Kathleen Ode"), person(8, "José Páez"), person(9, "William Stone")}));
    return kPeople;
}

NoteReading readAmongThem(std::string_view text, std::vector<SettledName> settled = {})
{
    return readNote({text, *Date::fromYmd(2026, 10, 15)}, {people(), {PersonId{1}}, {}, std::move(settled)});
}

std::vector<std::string> namesNear(std::vector<std::string> words)
{
    std::vector<std::string> names;
    for (const auto place : people().near(words, 5))
        names.push_back(people().at(place).name);
    return names;
}

std::vector<std::string> candidatesOf(const NoteReading& reading)
{
    std::vector<std::string> names;
    for (const Unresolved& unresolved : reading.unresolved)
        for (const Who& who : unresolved.candidates)
            names.push_back(who.name);
    return names;
}

using Names = std::vector<std::string>;

} // namespace

void TestNearNames::knownNames_haveTheNicknamesOfTheFile()
{
    const auto known = knownNames({person(7, "Ana Ruiz", " Anita ,,Ani, "), person(8, "Ben")});
    QCOMPARE(known.size(), 2u);
    QCOMPARE(known[0].nicknames, (Names{"Anita", "Ani"}));
    QCOMPARE(known[1].nicknames, Names{});
    QCOMPARE(known[0].id, PersonId{7});
    QCOMPARE(knownNames({}).size(), 0u);
}

void TestNearNames::near_findsSlipsAndSounds()
{
    QCOMPARE(namesNear({"kirstin"}), Names{"Kirsten Oyelaran"});
    QCOMPARE(namesNear({"cursten"}), Names{"Kirsten Oyelaran"});
    QCOMPARE(namesNear({"kirsten", "oyelarin"}), Names{"Kirsten Oyelaran"});
    QCOMPARE(namesNear({"elisabeth"}), Names{"Elizabeth Tran"});
    QCOMPARE(namesNear({"robart"}), (Names{"Robert Hale", "Roberta Moss"}));
}

void TestNearNames::near_isNobodyForAnotherName()
{
    QCOMPARE(namesNear({}), Names{});
    QCOMPARE(namesNear({""}), Names{});
    QCOMPARE(namesNear({"kofi"}), Names{});
    QCOMPARE(namesNear({"kirsten"}), Names{}); // as it stands
    QCOMPARE(namesNear({"kirsten", "petrova"}), Names{});
    QCOMPARE(namesNear({"kirstin", "tran"}), Names{});
    QCOMPARE(namesNear({std::string(100000, 'k')}), Names{});
    QCOMPARE(namesNear({"\xFF\xFE", "\xFF"}), Names{});
    QCOMPARE(people().near({"robart"}, 1).size(), 1u);
    QCOMPARE(PeopleIndex().near({"robart"}, 5).size(), 0u);
}

void TestNearNames::otherForms_meanTheOneWhoFits()
{
    QCOMPARE(people().byOtherForm({"liz"}).size(), 1u);
    QCOMPARE(people().byOtherForm({"liz", "tran"}).size(), 1u);
    QCOMPARE(people().byOtherForm({"kate"}).size(), 2u);
    QCOMPARE(people().byOtherForm({"liz", "bell"}).size(), 0u);
    QCOMPARE(people().byOtherForm({"kofi"}).size(), 0u);
    QCOMPARE(people().byOtherForm({}).size(), 0u);
}

void TestNearNames::marked_nearToOneKnown_isMostLikelyThem()
{
    const NoteReading reading = readAmongThem("Met @Kirstin at the fair.");
    QCOMPARE(candidatesOf(reading), (Names{"Kirsten Oyelaran", "Kirstin"}));
    QCOMPARE(proposed(reading), "tie Ben Okafor, Kirsten Oyelaran 2"); // the one who is near; not taken by itself
    for (const Proposal& proposal : reading.proposals)
        QCOMPARE(proposal.doubt, Doubt::nameGuessed);
    QCOMPARE(reading.mentions.front().kind, MentionKind::ambiguous);
    const NoteReading again = readAmongThem("Met @Kirstin Oyelarin. Kirstin needs a van.");
    QCOMPARE(proposed(again), "need Kirsten Oyelaran\ntie Ben Okafor, Kirsten Oyelaran 2");
    for (const Proposal& proposal : again.proposals)
        QCOMPARE(proposal.doubt, Doubt::nameGuessed);
    QCOMPARE(proposed(readAmongThem("Met @Liz Trann.")), "person Liz Trann\ntie Ben Okafor, Liz Trann 2");
    // Several whom it could be: somebody new, for the user to say.
    const NoteReading several = readAmongThem("Met @Robart at the fair.");
    QCOMPARE(candidatesOf(several), (Names{"Robert Hale", "Roberta Moss", "Robart"}));
    QCOMPARE(proposed(several), "person Robart\ntie Ben Okafor, Robart 2");
    const NoteReading full = readAmongThem("Met Kirsten Oyelarin. Kirsten needs a van.");
    QCOMPARE(candidatesOf(full), (Names{"Kirsten Oyelaran", "Kirsten Oyelarin"}));
}

void TestNearNames::marked_likeNobody_isNew()
{
    const NoteReading reading = readAmongThem("Met @Kofi Mensah. Kofi needs a van.");
    QCOMPARE(reading.unresolved.size(), 0u);
    QCOMPARE(proposed(reading), "need Kofi Mensah\nperson Kofi Mensah\ntie Ben Okafor, Kofi Mensah 2");
    for (const Proposal& proposal : reading.proposals)
        QVERIFY(proposal.isSure());
}

void TestNearNames::settled_isTheOneChosen()
{
    const NoteReading reading =
        readAmongThem("Met @Kirstin Oyelarin. Kirstin needs a van.", {{"Kirstin Oyelarin", PersonId{2}}});
    QCOMPARE(proposed(reading), "need Kirsten Oyelaran\ntie Ben Okafor, Kirsten Oyelaran 2");
    QCOMPARE(reading.unresolved.size(), 0u);
    for (const Proposal& proposal : reading.proposals)
        QVERIFY(proposal.isSure());
}

void TestNearNames::shortForm_isTakenForTheOneItFits()
{
    const NoteReading reading = readAmongThem("Met Liz. Works with Bob Hale.");
    QCOMPARE(proposed(reading), "tie Ben Okafor, Elizabeth Tran 2\ntie Ben Okafor, Robert Hale 3 now");
    for (const Proposal& proposal : reading.proposals)
        QCOMPARE(proposal.doubt, Doubt::nameGuessed);
    QCOMPARE(proposed(readAmongThem("Met Pepe.")), "tie Ben Okafor, José Páez 2");
    // Two whom it fits, a lower-case word, somebody else of that name.
    QCOMPARE(proposed(readAmongThem("Met Kate.")), std::string());
    QCOMPARE(proposed(readAmongThem("He will come. The bill is paid.")), std::string());
    QCOMPARE(proposed(readAmongThem("Met Liz Novak.")), "person Liz Novak\ntie Ben Okafor, Liz Novak 2");
}

void TestNearNames::nickname_isSure()
{
    const NoteReading reading = readAmongThem("Met Bobbie and talked to @ro.");
    QCOMPARE(proposed(reading), "tie Ben Okafor, Roberta Moss 2");
    QVERIFY(reading.proposals[0].isSure());
}

QTEST_GUILESS_MAIN(TestNearNames)
#include "tst_near_names.moc"
