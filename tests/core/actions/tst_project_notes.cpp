// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "ProjectDesk.h"

#include "core/actions/TakeProposal.h"

using namespace actionstest;

using Desk = ProjectDesk;

class TestProjectNotes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lineMakesTheProject_withAllItsPeople()
    {
        Desk desk;
        const auto call = desk.told(desk.ruth, {line(" Shared fractions unit ", desk.ana, desk.ben)},
                                    Confidentiality::staff, {{"shared Fractions unit", {desk.cy, desk.ana}}});
        QCOMPARE(desk.projects().size(), std::size_t{1});
        const Project project = desk.projects().front();
        QCOMPARE(project.name, std::string("Shared fractions unit"));
        QCOMPARE(project.people, (People{desk.ana, desk.ben, desk.cy}));
        QVERIFY(project.conversation == call && project.writer == desk.ruth);
        QVERIFY(project.status == ProjectStatus::underWay && project.heard == ProjectHeard::call);
        QCOMPARE(desk.lineOf(call).project, project.id);
    }

    void newPeopleOfTheDraft_areInIt()
    {
        Desk desk;
        actions::CallDraft draft;
        draft.conversation.when = moment(kToday);
        draft.conversation.participants = {desk.ana};
        Person zed;
        zed.name = "Zed";
        draft.newPeople = {zed};
        draft.items = {line("Garden")};
        draft.projects = {{"Garden", {actions::newPersonRef(0)}}};
        const auto stored = got(desk.put(draft));
        QCOMPARE(desk.projects().front().people, (People{stored.newPeople.front()}));
        draft.projects = {{"Garden", {actions::newPersonRef(7)}}};
        QVERIFY(!desk.put(draft));
        QCOMPARE(desk.projects().size(), std::size_t{1});
    }

    void proposal_bringsEverybodyItNames()
    {
        Desk desk;
        weaving::Proposal proposal;
        proposal.kind = weaving::ProposalKind::project;
        proposal.text = "Garden";
        proposal.people = {{desk.ana, {}}, {desk.ben, {}}, {desk.cy, {}}, {{}, "Zed Young"}};
        actions::CallDraft draft;
        draft.conversation.when = moment(kToday);
        draft.conversation.participants = {desk.ana};
        actions::takeProposal(draft, proposal);
        const auto stored = got(desk.put(draft));
        QCOMPARE(desk.projects().front().people, (People{desk.ana, desk.ben, desk.cy, stored.newPeople.front()}));
    }

    void sameNameInOtherLetters_isTheSameProject()
    {
        Desk desk;
        desk.told(desk.ruth, {line("Fraç\u00F5es unit", desk.ana)}, Confidentiality::shareable);
        const auto again = desk.told(desk.omar, {line("fracoes UNIT", desk.cy, desk.ben)});
        QCOMPARE(desk.projects().size(), std::size_t{1});
        const Project project = desk.projects().front();
        QCOMPARE(project.people, (People{desk.ana, desk.cy, desk.ben}));
        QCOMPARE(project.confidentiality, Confidentiality::staff); // as the stricter of the two
        QCOMPARE(desk.lineOf(again).project, project.id);
    }

    void oneUndoStep_withTheCall()
    {
        Desk desk;
        const auto before = desk.digest();
        desk.told(desk.ruth, {line("Garden", desk.ana)});
        const auto after = desk.digest();
        got(desk.workspace().undo());
        QCOMPARE(desk.digest(), before);
        got(desk.workspace().redo());
        QCOMPARE(desk.digest(), after);
    }

    void whatOneReads_hasARecordOfItsOwn()
    {
        Desk desk;
        desk.told(desk.omar, {line("Garden", desk.ana)});
        const auto own = desk.told(desk.ruth, {line("Garden", desk.ben, {}, Confidentiality::onlyMe)});
        const auto note = desk.told(desk.ruth, {line("Garden", desk.cy)}, Confidentiality::onlyMe);
        QCOMPARE(desk.projects().size(), std::size_t{2});
        QCOMPARE(desk.projects()[0].people, (People{desk.ana}));
        QCOMPARE(desk.projects()[1].people, (People{desk.ben, desk.cy})); // both are hers alone
        QCOMPARE(desk.lineOf(own).project, desk.lineOf(note).project);
        desk.told(desk.omar, {line("Garden", desk.cy, {}, Confidentiality::onlyMe)});
        QCOMPARE(desk.projects().size(), std::size_t{3});
    }

    void nothingChanged_nothingIsWritten_andWhoWasTakenOutStaysOut()
    {
        Desk desk;
        const auto call = desk.told(desk.ruth, {line("Garden", desk.ana, desk.ben)});
        auto project = desk.projects().front();
        project.people = {desk.cy};
        desk.put(project, desk.ruth);
        const auto before = desk.digest();
        got(desk.put(desk.openedWithLines(call), desk.ruth));
        QCOMPARE(desk.digest(), before);
    }

    void correctedLine_correctsWhatItAloneSaid()
    {
        Desk desk;
        const auto call = desk.told(desk.ruth, {line("Gardn", desk.ana, desk.ben)});
        const auto id = desk.projects().front().id;
        auto draft = desk.openedWithLines(call);
        draft.items[0].text = "Garden";
        draft.items[0].other = desk.cy;
        got(desk.put(draft, desk.ruth));
        QCOMPARE(desk.projects().size(), std::size_t{1});
        QCOMPARE(desk.projects().front().id, id);
        QCOMPARE(desk.projects().front().name, std::string("Garden"));
        QCOMPARE(desk.projects().front().people, (People{desk.ana, desk.cy}));
    }

    void correctedLine_leavesWhatAnotherSaid()
    {
        Desk desk;
        desk.told(desk.omar, {line("Garden", desk.ben)});
        const auto call = desk.told(desk.ruth, {line("Garden", desk.ana, desk.ben)});
        auto draft = desk.openedWithLines(call);
        draft.items[0].text = "Reading circle";
        got(desk.put(draft, desk.ruth));
        QCOMPARE(desk.projects().size(), std::size_t{2});
        QCOMPARE(desk.projects()[0].name, std::string("Garden"));
        QCOMPARE(desk.projects()[0].people, (People{desk.ben})); // whom the other line names
        QCOMPARE(desk.projects()[1].people, (People{desk.ana, desk.ben}));
        QCOMPARE(desk.lineOf(call).project, desk.projects()[1].id);
        draft = desk.openedWithLines(call);
        draft.items[0].text = "garden"; // back to one that is known
        got(desk.put(draft, desk.ruth));
        QCOMPARE(desk.projects().size(), std::size_t{1});
        QCOMPARE(desk.projects()[0].people, (People{desk.ben, desk.ana}));
    }

    void lineThatBecomesPrivate_takesItsPeopleOut()
    {
        Desk desk;
        desk.told(desk.omar, {line("Garden", desk.ben)});
        const auto call = desk.told(desk.ruth, {line("Garden", desk.ana)});
        auto draft = desk.openedWithLines(call);
        draft.items[0].confidentiality = Confidentiality::onlyMe;
        got(desk.put(draft, desk.ruth));
        QCOMPARE(desk.projects().size(), std::size_t{2});
        QCOMPARE(desk.projects()[0].people, (People{desk.ben}));
        QCOMPARE(desk.projects()[1].people, (People{desk.ana}));
        QCOMPARE(desk.projects()[1].confidentiality, Confidentiality::onlyMe);
    }

    void lineTakenOut_takesTheProjectThatItAloneToldOf()
    {
        Desk desk;
        const auto call = desk.told(desk.ruth, {line("Garden", desk.ana), line("Choir"), line("Library")});
        auto choir = desk.projects()[1];
        choir.purpose = "They sing";
        desk.put(choir, desk.ruth);
        desk.told(desk.omar, {line("Library")});
        auto draft = desk.openedWithLines(call);
        draft.items.clear();
        got(desk.put(draft, desk.ruth));
        QCOMPARE(desk.projects().size(), std::size_t{2});
        QCOMPARE(desk.projects()[0].name, std::string("Choir"));
        QCOMPARE(desk.projects()[1].name, std::string("Library"));
    }

    void byHand_itIsStoredForWhomItIs()
    {
        Desk desk;
        Project project;
        project.name = "  Choir ";
        project.confidentiality = Confidentiality::onlyMe;
        const Project choir = desk.put(project, desk.ruth);
        QVERIFY(choir.name == "Choir" && choir.writer == desk.ruth);
        const auto codeOfPut = [&](Project one, PersonId me) {
            const auto done = desk.change(
                [&](store::Records& records) { return actions::putProject(records, one, me).map([](ProjectId) {}); });
            return done ? -1 : static_cast<int>(done.error().code);
        };
        QCOMPARE(codeOfPut(choir, desk.omar), static_cast<int>(ErrorCode::notFound));
        QCOMPARE(codeOfPut(project, {}), static_cast<int>(ErrorCode::invalidArgument)); // nobody would read it
        project.name = " ";
        QCOMPARE(codeOfPut(project, desk.ruth), static_cast<int>(ErrorCode::missingName));
        project.name = "Choir";
        project.id = ProjectId{5};
        QCOMPARE(codeOfPut(project, desk.ruth), static_cast<int>(ErrorCode::notFound));
        QCOMPARE(desk.projects(), (std::vector{choir}));
    }
};

QTEST_GUILESS_MAIN(TestProjectNotes)
#include "tst_project_notes.moc"
