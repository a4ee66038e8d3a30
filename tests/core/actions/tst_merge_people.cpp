// SPDX-License-Identifier: GPL-3.0-or-later
// Two records of one person become one: nothing about them is lost, nothing stands twice, undo brings both back.
#include <QTest>

#include "Calls.h"
#include "core/actions/EditNetwork.h"
#include "core/actions/MapData.h"
#include "core/actions/MergePeople.h"
#include "core/store/MergingRows.h"

using namespace actionstest;

namespace {

/// Ana is there twice; Ben and Cy know both, or one of them.
struct Twice : Calls
{
    PersonId other;
    PersonId ruth = add("Ruth Adler", PersonKind::staff);

    Twice()
    {
        Person person;
        person.name = "A. Ruiz";
        person.email = "ana@harbor.org";
        person.sourceId = "17";
        person.region = "Coast";
        person.about = "Sails";
        other = add(person);
    }
    Result<store::ChangeSet> merge(PersonId keep, PersonId gone, actions::PeopleMerge how = {})
    {
        how.keep = keep;
        how.gone = gone;
        return change([&](store::Records& records) { return actions::mergePeople(records, how); });
    }
    Person person(PersonId id) { return got(records().people.find(id)).value(); }
};

} // namespace

class TestMergePeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFamilyOfRecords_goesToWhoIsKept_andUndoBringsBothBack()
    {
        Twice twice;
        const PersonId ana = twice.ana, other = twice.other, ben = twice.ben, cy = twice.cy, ruth = twice.ruth;
        ConveningId both, theirs;
        got(twice.change([&](store::Records& records) -> Result<> {
            Conversation call;
            call.when = moment(kToday);
            call.staff = other;
            call.participants = {other, ana, ben};
            call.text = "All three talked";
            WEAVEMAP_ASSIGN(call.id, records.conversations.insert(call));
            NoteItem item;
            item.conversation = call.id;
            item.kind = NoteItemKind::introduction;
            item.text = "would like to meet";
            item.person = ana;
            item.other = other;
            WEAVEMAP_TRY(records.conversations.insert(item));
            item.person = other;
            item.other = ben;
            WEAVEMAP_TRY(records.conversations.insert(item));
            FollowUp promise;
            promise.person = other;
            promise.owner = other;
            promise.text = "Send the paper";
            WEAVEMAP_TRY(records.conversations.insert(promise));
            for (const PersonId met : {ana, cy}) {
                Introduction introduction;
                introduction.a = met;
                introduction.b = other;
                introduction.host = met == cy ? ana : ben;
                introduction.proposed = kToday;
                WEAVEMAP_TRY(records.introductions.insert(introduction));
            }
            Introduction hosted;
            hosted.a = ben;
            hosted.b = cy;
            hosted.host = other;
            hosted.proposed = kToday;
            WEAVEMAP_TRY(records.introductions.insert(hosted));
            WEAVEMAP_TRY(records.introductions.insert(ApartPair{{}, ben, other, "loud"}));
            WEAVEMAP_TRY(records.introductions.insert(ApartPair{{}, ana, ben, "quarrel"}));
            WEAVEMAP_TRY(records.introductions.insert(ApartPair{{}, ana, other, "same table"}));
            for (const PersonId asked : {ana, other})
                WEAVEMAP_TRY(records.questions.insert(AskedQuestion{{}, QuestionId{1}, call.id, asked}));
            WEAVEMAP_TRY(records.questions.insert(Snooze{{}, ana, kToday, kToday.addDays(5), ""}));
            WEAVEMAP_TRY(records.questions.insert(Snooze{{}, other, kToday, kToday.addDays(9), ""}));
            Convening convening;
            convening.title = "Summer";
            convening.on = kToday;
            convening.writer = other;
            WEAVEMAP_ASSIGN(both, records.convenings.insert(convening));
            WEAVEMAP_ASSIGN(theirs, records.convenings.insert(convening));
            WEAVEMAP_TRY(records.convenings.put(Attendance{{}, both, ana, true, false, false}));
            WEAVEMAP_TRY(records.convenings.put(Attendance{{}, both, other, false, true, true}));
            WEAVEMAP_TRY(records.convenings.put(Attendance{{}, theirs, other, true, false, false}));
            Project project;
            project.name = "Boats";
            project.people = {ana, other};
            project.writer = other;
            WEAVEMAP_TRY(records.projects.insert(project));
            Person noted = *got(records.people.find(cy));
            noted.about = "Tall";
            noted.aboutBy = other;
            WEAVEMAP_TRY(records.people.update(noted));
            WEAVEMAP_ASSIGN(const AttributeId badge, records.people.insert(Attribute{{}, "Badge"}));
            WEAVEMAP_ASSIGN(const AttributeId team, records.people.insert(Attribute{{}, "Team"}));
            WEAVEMAP_TRY(records.people.setAttribute(ana, badge, "7"));
            WEAVEMAP_TRY(records.people.setAttribute(other, badge, "8"));
            WEAVEMAP_TRY(records.people.setAttribute(other, team, "Red"));
            const MapPosition place{{}, other, 3, 4, true};
            return actions::movePeople(records, {&place, 1});
        }));
        const TieId known = twice.tie(ana, ben, TieDepth::talked, 2), second = twice.tie(other, ben, TieDepth::rely, 3);
        const TieId only = twice.tie(other, cy);
        twice.tie(ana, other);
        got(twice.change([&](store::Records& records) -> Result<> {
            for (const auto& [tie, from] : {std::pair{known, ana}, std::pair{second, other}, std::pair{only, other}})
                WEAVEMAP_TRY(records.ties.insert(
                    Overlay{{}, tie, from, tie == only ? cy : ben, OverlayKind::advice, "fractions", 1.0}));
            WEAVEMAP_TRY(records.ties.insert(Overlay{{}, second, ben, other, OverlayKind::names, "", 1.0}));
            for (const auto& [tie, who] : {std::pair{known, ana}, std::pair{second, other}}) {
                Evidence evidence;
                evidence.tie = tie;
                evidence.heardFrom = who; // says the same once they are one
                evidence.on = kToday;
                WEAVEMAP_TRY(records.ties.insert(evidence));
            }
            Evidence import;
            import.tie = second;
            import.kind = EvidenceKind::imported;
            import.source = "list.csv";
            return records.ties.insert(import).map([](EvidenceId) {});
        }));
        const std::string before = twice.digest();
        const auto steps = twice.steps();

        got(twice.merge(ana, other));
        QCOMPARE(twice.steps(), steps + 1);
        store::Records& records = twice.records();
        QVERIFY(!got(records.people.find(other)));
        const Person kept = twice.person(ana);
        QCOMPARE(kept.name, std::string("Ana Ruiz"));
        QCOMPARE(kept.nicknames, std::string("A. Ruiz"));
        QCOMPARE(kept.email, std::string("ana@harbor.org"));
        QCOMPARE(kept.sourceId, std::string("17"));
        QCOMPARE(kept.about, std::string("Sails"));

        const auto ties = got(records.ties.of(ana));
        QCOMPARE(ties.size(), std::size_t{2});
        const Tie joined = twice.tieBetween(ana, ben);
        QCOMPARE(joined.id, known);
        QCOMPARE(joined.depth, TieDepth::rely);
        QCOMPARE(joined.weight, 5.0);
        QCOMPARE(got(records.ties.overlays(known)).size(), std::size_t{2}); // the same advice is one; one came along
        QCOMPARE(got(records.ties.evidence(known)).size(), std::size_t{2}); // and what both said is said once
        const auto directions = got(records.ties.overlays(twice.tieBetween(ana, cy).id));
        QCOMPARE(directions.size(), std::size_t{1});
        QVERIFY(directions.front().from == ana && directions.front().to == cy);

        const auto calls = got(records.conversations.with(ana));
        QCOMPARE(calls.size(), std::size_t{1});
        QCOMPARE(calls.front().participants, (std::vector<PersonId>{ana, ben}));
        QCOMPARE(calls.front().staff, ana);
        const auto items = got(records.conversations.itemsOf(ana));
        QCOMPARE(items.size(), std::size_t{2});
        QVERIFY(!items[0].other && items[1].other == ben);
        QVERIFY(got(records.conversations.followUps()).front().owner == ana);
        QCOMPARE(got(records.introductions.of(ana)).size(), std::size_t{1});
        QVERIFY(!got(records.introductions.of(ana)).front().host); // nobody introduces themselves
        QCOMPARE(got(records.introductions.hostedBy(ana)).size(), std::size_t{1});
        const auto apart = got(records.introductions.apartPairs());
        QCOMPARE(apart.size(), std::size_t{1});
        QCOMPARE(apart.front().why, std::string("quarrel; loud"));
        QCOMPARE(got(records.questions.asked()).size(), std::size_t{1});
        QCOMPARE(got(records.questions.snoozes()).size(), std::size_t{1});
        QCOMPARE(got(records.questions.snoozeOf(ana))->until, kToday.addDays(9));
        QCOMPARE(got(records.convenings.attendanceOf(ana)).size(), std::size_t{2});
        const auto came = got(records.convenings.attendance(both)).front();
        QVERIFY(came.person == ana && came.invited && came.registered && came.came);
        QCOMPARE(got(records.projects.all()).front().people, std::vector<PersonId>{ana});
        QCOMPARE(twice.person(cy).aboutBy, ana);
        const auto columns = got(records.people.attributeValues(ana));
        QCOMPARE(columns.size(), std::size_t{2});
        QCOMPARE(columns[0].value, std::string("7"));
        QCOMPARE(columns[1].value, std::string("Red"));
        const auto view = got(actions::mainView(records));
        QCOMPARE(got(records.views.positions(view)).front().person, ana);
        QVERIFY(got(twice.workspace().check()).ok);
        for (const char* words : {"A. Ruiz", "Ana Ruiz"})
            QCOMPARE(got(records.search.find(words, ruth)).front().id, ana.value);

        got(twice.workspace().undo());
        QCOMPARE(twice.digest(), before);
        got(twice.workspace().redo());
        QVERIFY(!got(records.people.find(other)));
    }

    void whatIsTakenFromTheOther_isTaken_andNothingElse()
    {
        Twice twice;
        Person ana = twice.person(twice.ana);
        ana.email = "ana@home.org";
        ana.region = "Lakes";
        ana.nicknames = "Anita";
        got(twice.change([&](store::Records& records) { return actions::updatePerson(records, ana); }));
        const auto preview = got(actions::previewMerge(twice.records(), twice.ana, twice.other, {}));
        QCOMPARE(preview.differing,
                 (std::vector{actions::MergeField::name, actions::MergeField::email, actions::MergeField::region}));
        actions::PeopleMerge how;
        how.fromGone = {actions::MergeField::name, actions::MergeField::email};
        got(twice.merge(twice.ana, twice.other, how));
        const Person kept = twice.person(twice.ana);
        QCOMPARE(kept.name, std::string("A. Ruiz"));
        QCOMPARE(kept.email, std::string("ana@harbor.org"));
        QCOMPARE(kept.region, std::string("Lakes"));
        QCOMPARE(kept.nicknames, std::string("Anita, Ana Ruiz"));
    }

    void consentAndStay_areThoseOfBoth()
    {
        Person keep, gone;
        keep.id = PersonId{1};
        gone.id = PersonId{2};
        keep.name = gone.name = "Ana";
        keep.consent = ShowConsent::byName;
        keep.left = kToday;
        keep.leftReason = "moved";
        keep.archived = kToday;
        keep.joined = day(2024, 5, 1);
        gone.joined = day(2022, 3, 1);
        Person merged = actions::mergedPerson(keep, gone);
        QVERIFY(!merged.left && merged.leftReason.empty() && !merged.archived);
        QCOMPARE(merged.joined, gone.joined);
        QCOMPARE(merged.consent, ShowConsent::byName);
        QVERIFY(merged.nicknames.empty());
        gone.consent = ShowConsent::notShown;
        QCOMPARE(actions::mergedPerson(keep, gone).consent, ShowConsent::notShown);
        QCOMPARE(actions::mergedPerson(gone, keep).consent, ShowConsent::notShown);
        keep.about = "One";
        keep.aboutLevel = Confidentiality::shareable;
        gone.about = "Two";
        gone.aboutLevel = Confidentiality::staff;
        merged = actions::mergedPerson(keep, gone);
        QCOMPARE(merged.about, std::string("One\nTwo"));
        QCOMPARE(merged.aboutLevel, Confidentiality::staff);
    }

    void privateNotes_areNeitherShownNorHiddenByAMerge()
    {
        Twice twice;
        Person other = twice.person(twice.other);
        other.aboutLevel = Confidentiality::onlyMe;
        other.aboutBy = twice.ruth;
        Person ana = twice.person(twice.ana);
        ana.about = "Sings";
        got(twice.change([&](store::Records& records) -> Result<> {
            WEAVEMAP_TRY(actions::updatePerson(records, other));
            return actions::updatePerson(records, ana);
        }));
        const std::string before = twice.digest();
        const auto refused = twice.merge(twice.ana, twice.other);
        QVERIFY(!refused);
        QCOMPARE(refused.error().args, (std::vector<std::string>{"merge", "about"}));
        QCOMPARE(twice.digest(), before);

        const PersonId noor = twice.add("Noor Haddad", PersonKind::staff);
        const auto writer = twice.merge(noor, twice.ruth);
        QVERIFY2(!writer && writer.error().args.back() == "writer", "Ruth's private notes are not Noor's to read");
        const auto preview = actions::previewMerge(twice.records(), noor, twice.ruth, noor);
        QVERIFY2(!preview && preview.error().args == writer.error().args, "it is said before anything is asked");
        actions::PeopleMerge byRuth;
        byRuth.me = twice.ruth;
        got(twice.merge(noor, twice.ruth, byRuth));
        QCOMPARE(twice.person(twice.other).aboutBy, noor);
    }

    void whatAColleagueKeepsToThemselves_isTakenOverByNobody_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("call") << 0;
        QTest::newRow("line of a call that the office reads") << 1;
        QTest::newRow("promise of such a call") << 2;
        QTest::newRow("promise by itself") << 3;
        QTest::newRow("introduction") << 4;
        QTest::newRow("project") << 5;
        QTest::newRow("convening") << 6;
        QTest::newRow("nothing") << 7;
    }
    void whatAColleagueKeepsToThemselves_isTakenOverByNobody()
    {
        QFETCH(int, what);
        Twice twice;
        const PersonId ruth = twice.ruth, noor = twice.add("Noor Haddad", PersonKind::staff);
        got(twice.change([&](store::Records& records) -> Result<> {
            Conversation call;
            call.when = moment(kToday);
            call.staff = ruth;
            call.participants = {twice.ana};
            call.text = "We talked";
            call.confidentiality = what == 0 ? Confidentiality::onlyMe : Confidentiality::staff;
            WEAVEMAP_ASSIGN(call.id, records.conversations.insert(call));
            NoteItem item;
            item.conversation = call.id;
            item.person = twice.ana;
            item.text = "is thinking of leaving";
            item.confidentiality = what == 1 ? Confidentiality::onlyMe : Confidentiality::staff;
            WEAVEMAP_TRY(records.conversations.insert(item));
            FollowUp promise;
            promise.conversation = what == 2 ? call.id : ConversationId{};
            promise.person = twice.ana;
            promise.owner = ruth;
            promise.text = "Ask again";
            promise.confidentiality = what == 2 || what == 3 ? Confidentiality::onlyMe : Confidentiality::staff;
            WEAVEMAP_TRY(records.conversations.insert(promise));
            Introduction introduction;
            introduction.a = twice.ana;
            introduction.b = twice.ben;
            introduction.host = ruth;
            introduction.proposed = kToday;
            introduction.confidentiality = what == 4 ? Confidentiality::onlyMe : Confidentiality::staff;
            WEAVEMAP_TRY(records.introductions.insert(introduction));
            Project project;
            project.name = "Boats";
            project.writer = ruth;
            project.confidentiality = what == 5 ? Confidentiality::onlyMe : Confidentiality::staff;
            WEAVEMAP_TRY(records.projects.insert(project));
            Convening convening;
            convening.title = "Summer";
            convening.on = kToday;
            convening.writer = ruth;
            convening.confidentiality = what == 6 ? Confidentiality::onlyMe : Confidentiality::staff;
            WEAVEMAP_TRY(records.convenings.insert(convening));
            return {};
        }));
        const std::string before = twice.digest();
        actions::PeopleMerge byNoor;
        byNoor.me = noor;
        const auto merged = twice.merge(noor, ruth, byNoor);
        if (what == 7) {
            got(merged);
            return;
        }
        QVERIFY(!merged);
        QCOMPARE(merged.error().args, (std::vector<std::string>{"merge", "writer"}));
        QCOMPARE(twice.digest(), before);
    }

    void oneself_andNobody_areRefused()
    {
        Twice twice;
        QCOMPARE(twice.merge(twice.ana, twice.ana).error().code, ErrorCode::sameEnds);
        QCOMPARE(twice.merge(twice.ana, PersonId{99}).error().code, ErrorCode::notFound);
        QCOMPARE(twice.merge(PersonId{99}, twice.ana).error().code, ErrorCode::notFound);
    }

    void mergedTwice_theFirstOneIsStillKnown()
    {
        Twice twice;
        got(twice.merge(twice.other, twice.ben));
        got(twice.merge(twice.ana, twice.other));
        const auto merged = got(store::mergedInto(twice.records().database(), twice.ana));
        QCOMPARE(merged.size(), std::size_t{2});
        got(twice.change([&](store::Records& records) { return records.people.remove(twice.ana); }));
        QVERIFY(got(twice.records().views.facts("merged:")).empty());
    }
};

QTEST_APPLESS_MAIN(TestMergePeople)
#include "tst_merge_people.moc"
