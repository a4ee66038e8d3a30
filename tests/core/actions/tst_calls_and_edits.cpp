// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "Calls.h"
#include "core/actions/EditNetwork.h"
#include "core/actions/FindPerson.h"
#include "core/actions/MapData.h"

using namespace actionstest;

class TestCallsAndEdits : public QObject
{
    Q_OBJECT

    static actions::CallDraft callWith(std::vector<PersonId> people, Date on = kToday)
    {
        actions::CallDraft draft;
        draft.conversation.when = moment(on);
        draft.conversation.participants = std::move(people);
        draft.conversation.text = "We talked.";
        return draft;
    }
    static Result<actions::StoredCall> store(Office& office, const actions::CallDraft& draft)
    {
        actions::StoredCall stored;
        const auto changed = office.change([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(stored, actions::logCall(records, draft));
            return {};
        });
        if (!changed)
            return fail(changed.error());
        return stored;
    }

private Q_SLOTS:
    void aNoteForWhoWroteIt_needsSomebodyWhoDid()
    {
        Calls calls;
        const PersonId ruth = calls.add("Ruth Adler", PersonKind::staff);
        Person ana = *got(calls.records().people.find(calls.ana));
        const auto update = [&] {
            return calls.change([&](store::Records& records) { return actions::updatePerson(records, ana); });
        };
        const auto isRefused = [](const auto& result) {
            return !result && result.error().args == std::vector<std::string>{"about", "onlyMe"};
        };
        ana.aboutLevel = Confidentiality::onlyMe;
        got(update()); // there is nothing to read yet
        ana.about = "Sings";
        const std::string before = calls.digest();
        QVERIFY(isRefused(update()));
        QVERIFY(isRefused(calls.change([&](store::Records& records) {
            Person other = ana;
            other.id = {};
            return actions::addPerson(records, other).map([](PersonId) {});
        })));
        QCOMPARE(calls.digest(), before);
        ana.aboutBy = ruth;
        got(update());
        // Whoever wrote it is forgotten: the rest of the page can still be changed.
        got(calls.workspace().erasePerson(ruth));
        ana = *got(calls.records().people.find(calls.ana));
        QVERIFY(!ana.aboutBy && ana.about == "Sings");
        ana.role = "Teacher";
        got(update());
    }

    void mentionedTie_isCreatedWithEvidenceOfTheCall()
    {
        Office office;
        const PersonId ana = office.add("Ana"), luis = office.add("Luis");
        auto draft = callWith({ana});
        draft.ties = {between(luis, ana)};
        const auto stored = got(store(office, draft));
        QCOMPARE(stored.ties.front().outcome, actions::TieOutcome::created);
        const Tie tie = office.tieBetween(ana, luis);
        QCOMPARE(tie.firstSeen, std::optional<Date>(kToday));
        QCOMPARE(tie.lastConfirmed, std::optional<Date>(kToday));
        const auto evidence = got(office.records().ties.evidence(tie.id));
        QCOMPARE(evidence.size(), 1u);
        QCOMPARE(evidence.front().conversation, stored.conversation);
        QCOMPARE(evidence.front().heardFrom, ana);
        QCOMPARE(evidence.front().kind, EvidenceKind::oneSaid);
    }

    void mention_neverLowersDepthAndNeverMovesTheDateBack()
    {
        Office office;
        const PersonId ana = office.add("Ana"), luis = office.add("Luis");
        auto first = callWith({ana});
        first.ties = {between(ana, luis, TieDepth::rely)};
        got(store(office, first));
        auto older = callWith({ana}, day(2026, 3, 1));
        older.ties = {between(ana, luis, TieDepth::aware)};
        QCOMPARE(got(store(office, older)).ties.front().outcome, actions::TieOutcome::confirmed);
        const Tie tie = office.tieBetween(ana, luis);
        QCOMPARE(tie.depth, TieDepth::rely);
        QCOMPARE(tie.lastConfirmed, std::optional<Date>(kToday));
        QCOMPARE(tie.firstSeen, std::optional<Date>(day(2026, 3, 1)));
    }

    void mention_deepensAndOpensAnEndedTie()
    {
        Office office;
        const PersonId ana = office.add("Ana"), luis = office.add("Luis");
        Tie tie;
        tie.a = ana;
        tie.b = luis;
        tie.depth = TieDepth::aware;
        tie.ended = day(2026, 1, 1);
        office.add(tie);
        auto draft = callWith({ana});
        draft.ties = {between(ana, luis, TieDepth::talked)};
        QCOMPARE(got(store(office, draft)).ties.front().outcome, actions::TieOutcome::deepened);
        QVERIFY(!office.tieBetween(ana, luis).ended);
    }

    void directionThatStands_keepsItsWeight()
    {
        Office office;
        const PersonId ana = office.add("Ana"), luis = office.add("Luis");
        auto draft = callWith({ana});
        draft.ties = {between(luis, ana)};
        draft.ties.front().overlay = OverlayKind::advice;
        draft.ties.front().topic = "\u5B66\u6821";
        got(store(office, draft));
        const TieId tie = office.tieBetween(ana, luis).id;
        auto overlays = got(office.records().ties.overlays(tie));
        QCOMPARE(overlays.size(), 1u);
        QCOMPARE(overlays.front().from, luis);
        QCOMPARE(overlays.front().to, ana);
        overlays.front().weight = 4.0;
        got(office.change([&](store::Records& records) -> Result<> {
            return actions::setOverlay(records, overlays.front()).map([](OverlayId) {});
        }));
        draft.ties.push_back(draft.ties.front());
        draft.ties.back().topic = "grants";
        std::swap(draft.ties.back().a, draft.ties.back().b);
        got(store(office, draft));
        const auto now = got(office.records().ties.overlays(tie));
        QCOMPARE(now.size(), 2u);
        QCOMPARE(now.front(), overlays.front());
        QCOMPARE(now.back().from, ana);
    }

    void otherEndSayingSo_givesBothSaid()
    {
        Office office;
        const PersonId ana = office.add("Ana"), luis = office.add("Luis");
        for (const PersonId teller : {ana, luis}) {
            auto draft = callWith({teller});
            draft.ties = {between(ana, luis)};
            got(store(office, draft));
        }
        const auto evidence = got(office.records().ties.evidence(office.tieBetween(ana, luis).id));
        QCOMPARE(evidence.size(), 2u);
        QCOMPARE(evidence.back().kind, EvidenceKind::bothSaid);
    }

    void newPerson_isReferredToBeforeTheyHaveAnId()
    {
        Office office;
        const PersonId ana = office.add("Ana");
        auto draft = callWith({ana, actions::newPersonRef(0)});
        Person sam;
        sam.name = "Sam";
        draft.newPeople = {sam};
        draft.ties = {between(ana, actions::newPersonRef(0))};
        FollowUp promise;
        promise.text = "Send the tasks";
        promise.person = actions::newPersonRef(0);
        draft.followUps = {promise};
        const auto stored = got(store(office, draft));
        QCOMPARE(stored.newPeople.size(), 1u);
        QCOMPARE(got(office.records().conversations.followUps()).front().person, stored.newPeople.front());
        QVERIFY(office.tieBetween(ana, stored.newPeople.front()).id.isValid());
    }

    void wrongReference_storesNothingOfTheCall()
    {
        Office office;
        const PersonId ana = office.add("Ana");
        const std::string digest = office.digest();
        auto draft = callWith({ana});
        draft.ties = {between(ana, actions::newPersonRef(3))};
        QCOMPARE(store(office, draft).error().code, ErrorCode::notFound);
        draft.ties = {between(ana, ana)};
        QCOMPARE(store(office, draft).error().code, ErrorCode::sameEnds);
        draft = callWith({PersonId{12345}});
        QCOMPARE(store(office, draft).error().code, ErrorCode::notFound);
        QCOMPARE(office.digest(), digest);
    }

    void callAndUndo_leaveTheDataAsItWas()
    {
        Office office;
        const PersonId ana = office.add("Ana"), luis = office.add("Luis");
        const std::string digest = office.digest();
        auto draft = callWith({ana});
        draft.ties = {between(ana, luis)};
        got(store(office, draft));
        QVERIFY(office.digest() != digest);
        got(office.workspace().undo());
        QCOMPARE(office.digest(), digest);
    }

    void drawnTie_isAStaffGuessUnlessSaidOtherwise()
    {
        Office office;
        actions::DrawnTie drawn;
        drawn.a = office.add("Ana");
        drawn.b = office.add("Luis");
        drawn.on = kToday;
        got(office.change([&](store::Records& records) { return actions::drawTie(records, drawn).map([](TieId) {}); }));
        const auto evidence = got(office.records().ties.evidence());
        QCOMPARE(evidence.front().kind, EvidenceKind::staffGuess);
    }

    void archiving_keepsTheFirstDateAndCanBeTakenBack()
    {
        Office office;
        const std::vector people{office.add("Ana")};
        got(office.change([&](store::Records& r) { return actions::archivePeople(r, people, day(2026, 1, 1)); }));
        got(office.change([&](store::Records& r) { return actions::archivePeople(r, people, kToday); }));
        QCOMPARE(got(office.records().people.find(people.front()))->archived, std::optional<Date>(day(2026, 1, 1)));
        got(office.change([&](store::Records& r) { return actions::restorePeople(r, people); }));
        QVERIFY(!got(office.records().people.find(people.front()))->archived);
    }

    void endedTie_staysOnMapsOfEarlierDates()
    {
        Office office;
        const std::vector ties{office.tie(office.add("Ana"), office.add("Luis"))};
        got(office.change([&](store::Records& r) { return actions::endTies(r, ties, kToday); }));
        const Tie tie = *got(office.records().ties.find(ties.front()));
        QVERIFY(tie.isOpenOn(kToday.addDays(-1)));
        QVERIFY(!tie.isOpenOn(kToday));
    }

    void firstMove_makesTheMapsOwnViewAndUndoTakesItAway()
    {
        Office office;
        const PersonId ana = office.add("Ana");
        const std::string digest = office.digest();
        const std::vector<MapPosition> places{{ViewId{}, ana, 3.0, 4.0, false}};
        got(office.change([&](store::Records& r) { return actions::pinPeople(r, places, actions::Pin::pinned); }));
        const ViewId view = got(actions::mainView(office.records()));
        QVERIFY(view.isValid());
        QVERIFY(got(office.records().views.positions(view)).front().pinned);
        got(office.workspace().undo());
        QCOMPARE(office.digest(), digest);
    }

    void findPerson_takesNameSourceIdOrId()
    {
        Office office;
        Person ana;
        ana.name = "Ana Ruiz";
        ana.sourceId = "m-7";
        const PersonId id = office.add(ana);
        QCOMPARE(got(actions::findPerson(office.records(), "Ana Ruiz")).id, id);
        QCOMPARE(got(actions::findPerson(office.records(), "m-7")).id, id);
        QCOMPARE(got(actions::findPerson(office.records(), id.toString())).id, id);
        QCOMPARE(got(actions::findPerson(office.records(), " ANA ruiz")).id, id);
        QCOMPARE(actions::findPersonExactly(office.records(), "Ana").error().code, ErrorCode::notFound);
        QCOMPARE(actions::findPerson(office.records(), "").error().code, ErrorCode::notFound);
    }

    void findPerson_takesWhatNotesCallThem()
    {
        Office office;
        Person elizabeth;
        elizabeth.name = "Elizabeth Trần-O’Dwyer";
        elizabeth.nicknames = "Bettina, Queen B";
        const PersonId id = office.add(elizabeth);
        office.add("Jo Ruiz");
        for (const char* const name : {"elizabeth", "Elizabeth Tran", "bettina", "queen b", "Liz", "Liz Tran",
                                       "Bettina Tran-O'Dwyer", "trần, elizabeth", "Tran-O'Dwyer,Liz"})
            QCOMPARE(got(actions::findPerson(office.records(), name)).id, id);
        // An exact name is somebody else's own, and what only erasing may do asks for it.
        const PersonId short_ = office.add("Bettina");
        QCOMPARE(got(actions::findPerson(office.records(), "bettina")).id, short_);
        QCOMPARE(actions::findPersonExactly(office.records(), "Liz").error().code, ErrorCode::notFound);
    }

    void findPerson_namesAllOfAFirstNameAndTakesNobodyForANearMiss()
    {
        Office office;
        const PersonId zed = office.add("Ana Zimmer");
        const PersonId alba = office.add("Ana Álba");
        office.add("Ben Oda");
        const auto several = actions::findPerson(office.records(), "ÁNA");
        QCOMPARE(several.error().code, ErrorCode::ambiguousName);
        QCOMPARE(several.error().args, (std::vector<std::string>{"ÁNA", "Ana Álba (" + alba.toString() + ")",
                                                                 "Ana Zimmer (" + zed.toString() + ")"}));
        const auto near = actions::findPerson(office.records(), "Anna Zimer");
        QCOMPARE(near.error().code, ErrorCode::notFound);
        QCOMPARE(near.error().args,
                 (std::vector<std::string>{"person", "Anna Zimer", "Ana Zimmer (" + zed.toString() + ")"}));
        const auto nobody = actions::findPerson(office.records(), "Xq");
        QCOMPARE(nobody.error().args, (std::vector<std::string>{"person", "Xq"}));
        for (const char* const text : {"", " ", ",", "́", "@", "((("})
            QCOMPARE(actions::findPerson(office.records(), text).error().code, ErrorCode::notFound);
    }

    void findStaffFirst_isNotHinderedByAMemberOfTheName()
    {
        Office office;
        const PersonId member = office.add("Ana Ruiz");
        const PersonId staff = office.add("Ana Ruiz", PersonKind::staff);
        const PersonId ben = office.add("Ben Oda");
        const auto found = [&](const char* name) { return got(actions::findStaffFirst(office.records(), name)).id; };
        QCOMPARE(found("Ana Ruiz"), staff);
        QCOMPARE(found(" ana RUIZ "), staff);
        QCOMPARE(found(member.toString().c_str()), member);
        QCOMPARE(found("Ben Oda"), ben);
        QCOMPARE(actions::findStaffFirst(office.records(), "").error().code, ErrorCode::notFound);
        office.add("Ana Ruiz", PersonKind::staff);
        const auto two = actions::findStaffFirst(office.records(), "Ana Ruiz");
        QCOMPARE(two.error().code, ErrorCode::ambiguousName);
        QCOMPARE(two.error().args.size(), 3u);
    }

    void findPerson_namesTheCandidatesOfAnAmbiguousName()
    {
        Office office;
        office.add("Ana Ruiz");
        const PersonId second = office.add("Ana Ruiz");
        const auto found = actions::findPerson(office.records(), "Ana Ruiz");
        QCOMPARE(found.error().code, ErrorCode::ambiguousName);
        QCOMPARE(found.error().args.size(), 3u);
        QCOMPARE(found.error().args.back(), "Ana Ruiz (" + second.toString() + ")");
    }
};

QTEST_APPLESS_MAIN(TestCallsAndEdits)
#include "tst_calls_and_edits.moc"
