// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "Calls.h"
#include "core/actions/EditSeveral.h"
#include "core/actions/StylePlaces.h"

using namespace actionstest;

class TestEditSeveral : public QObject
{
    Q_OBJECT

    static actions::DrawnTie drawnToday(TieDepth depth = TieDepth::talked)
    {
        actions::DrawnTie tie;
        tie.depth = depth;
        tie.on = kToday;
        return tie;
    }

private Q_SLOTS:
    void aValue_isGivenToAllInOneStep_andTakenAway()
    {
        Calls office;
        AttributeId team;
        got(office.change([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(team, records.people.insert(Attribute{{}, "Team"}));
            return {};
        }));
        const std::vector people{office.ana, office.ben};
        const std::string before = office.digest();
        const auto give = [&](const char* field, const char* value) {
            return office.change(
                [&](store::Records& records) { return actions::giveValue(records, people, field, value); });
        };
        for (const auto& [field, value] :
             {std::pair{"region", " Coast "}, std::pair{"role", "Coach"}, std::pair{"organization", "Harbor"},
              std::pair{"level", "core"}, std::pair{"kind", "outside"}, std::pair{"attribute:Team", "Red"}})
            got(give(field, value));
        for (const PersonId id : people) {
            const Person person = *got(office.records().people.find(id));
            QCOMPARE(person.region, std::string("Coast"));
            QCOMPARE(person.role, std::string("Coach"));
            QVERIFY(person.organization);
            QCOMPARE(person.level, EngagementLevel::core);
            QCOMPARE(person.kind, PersonKind::outside);
            QCOMPARE(got(office.records().people.attributeValues(id)).front().value, std::string("Red"));
        }
        QCOMPARE(got(office.records().people.organizations()).size(), std::size_t{1});
        QVERIFY(got(office.records().people.find(office.cy))->region.empty());
        got(give("attribute:Team", ""));
        QVERIFY(got(office.records().people.attributeValues(office.ana)).empty());
        got(give("level", ""));
        QCOMPARE(got(office.records().people.find(office.ana))->level, EngagementLevel::unknown);
        QCOMPARE(give("kind", "").error().code, ErrorCode::invalidArgument);
        QCOMPARE(give("level", "loud").error().code, ErrorCode::invalidArgument);
        QCOMPARE(give("name", "Ana").error().code, ErrorCode::notFound);
        QCOMPARE(give("attribute:Nobody", "x").error().code, ErrorCode::notFound);
        for (int step = 0; step < 8; ++step)
            got(office.workspace().undo());
        QCOMPARE(office.digest(), before);
    }

    void tieAll_drawsWhatIsMissing_andLeavesWhatStands()
    {
        Calls office;
        const TieId strong = office.tie(office.ana, office.ben, TieDepth::rely);
        Tie over;
        over.a = office.ben;
        over.b = office.cy;
        over.firstSeen = day(2020, 1, 1);
        over.ended = day(2021, 1, 1);
        office.add(over);
        const std::string before = office.digest();
        std::size_t drawn = 0;
        got(office.change([&](store::Records& records) -> Result<> {
            const std::vector people{office.ana, office.ben, office.cy};
            WEAVEMAP_ASSIGN(drawn, actions::tieAll(records, people, drawnToday()));
            return {};
        }));
        QCOMPARE(drawn, std::size_t{2});
        QCOMPARE(got(office.records().ties.find(strong))->depth, TieDepth::rely);
        QVERIFY(got(office.records().ties.evidence(strong)).empty());
        QCOMPARE(office.tieBetween(office.ana, office.cy).depth, TieDepth::talked);
        QVERIFY(!office.tieBetween(office.ben, office.cy).ended);
        got(office.workspace().undo());
        QCOMPARE(office.digest(), before);
    }

    void aDuplicate_hasWhatIsNotTheirsAlone()
    {
        Calls office;
        Person ana = *got(office.records().people.find(office.ana));
        ana.region = std::string("Coast");
        ana.role = std::string("Coach");
        ana.email = std::string("ana@harbor.org");
        ana.sourceId = std::string("7");
        ana.about = std::string("Sings");
        ana.consent = ShowConsent::byName;
        PersonId copy;
        got(office.change([&](store::Records& records) -> Result<> {
            WEAVEMAP_TRY(actions::updatePerson(records, ana));
            WEAVEMAP_ASSIGN(const AttributeId team, records.people.insert(Attribute{{}, "Team"}));
            WEAVEMAP_TRY(records.people.setAttribute(ana.id, team, "Red"));
            WEAVEMAP_ASSIGN(const AttributeId address, records.people.insert(Attribute{{}, "E-mail"}));
            WEAVEMAP_TRY(records.people.setAttribute(ana.id, address, ana.email));
            WEAVEMAP_ASSIGN(copy, actions::duplicatePerson(records, ana.id, "Bo"));
            return {};
        }));
        const Person person = *got(office.records().people.find(copy));
        QCOMPARE(person.name, std::string("Bo"));
        QCOMPARE(person.region, ana.region);
        QCOMPARE(person.role, ana.role);
        QVERIFY(person.email.empty() && person.sourceId.empty() && person.about.empty());
        QCOMPARE(person.consent, ShowConsent::unset);
        const auto columns = got(office.records().people.attributeValues(copy));
        QCOMPARE(columns.size(), std::size_t{1}); // an address is hers in a column, too
        QCOMPARE(columns.front().value, std::string("Red"));
        QVERIFY(!office.change([&](store::Records& records) {
            return actions::duplicatePerson(records, PersonId{9}, "Bo").map([](PersonId) {});
        }));
    }

    void aPastedList_bringsPeopleAndTies_inOneStep()
    {
        Calls office;
        const std::string before = office.digest();
        actions::PastedPeople pasted;
        pasted.people = {{"Dee \u5B66", "dee@x.org", 10, 20}, {"Eva", "", 30, 20}};
        pasted.known = {office.ana};
        pasted.ties = {{0, 1}, {0, 2}};
        std::vector<PersonId> added;
        actions::MapQuestion circle;
        circle.style = layout::Style::circle;
        got(office.change([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(added, actions::addPasted(records, pasted, drawnToday(), circle));
            return {};
        }));
        QCOMPARE(added.size(), std::size_t{2});
        QCOMPARE(got(office.records().people.find(added[0]))->email, std::string("dee@x.org"));
        QCOMPARE(office.tieBetween(added[0], office.ana).depth, TieDepth::talked);
        QCOMPARE(got(office.records().ties.count()), std::size_t{2});
        const auto at = got(office.records().views.positions(got(actions::placesOf(office.records(), circle))));
        QCOMPARE(at.size(), std::size_t{2});
        QCOMPARE(at[1].x, 30.0);
        QVERIFY2(got(office.records().views.positions(got(actions::mainView(office.records())))).empty(),
                 "they stand in the style that is shown, not in another one");
        got(office.workspace().undo());
        QCOMPARE(office.digest(), before);
        actions::PastedPeople broken;
        broken.people = {{"", ""}};
        QVERIFY(!office.change([&](store::Records& records) {
            return actions::addPasted(records, broken, drawnToday(), circle).map([](const auto&) {});
        }));
        QCOMPARE(office.digest(), before);
    }
};

QTEST_APPLESS_MAIN(TestEditSeveral)
#include "tst_edit_several.moc"
