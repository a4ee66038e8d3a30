// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "ProjectDesk.h"

#include "core/store/Audience.h"

using namespace actionstest;

namespace {

struct Desk : ProjectDesk
{
    ConversationId first; ///< Ruth's, of the staff: it tells of the garden with Ana
    void garden() { first = told(ruth, {line("Garden", ana)}); }

    void setLevel(ConversationId call, PersonId me, Confidentiality level)
    {
        auto draft = openedWithLines(call);
        draft.conversation.confidentiality = level;
        got(put(draft, me));
    }
    void correct(ConversationId call, PersonId me, PersonId person, PersonId other = {})
    {
        auto draft = openedWithLines(call);
        draft.items.front().person = person;
        draft.items.front().other = other;
        got(put(draft, me));
    }
    void remove(ConversationId call)
    {
        got(change([call](store::Records& records) { return records.conversations.remove(call); }));
    }
    std::vector<Project> seenBy(PersonId me)
    {
        return got(store::AudienceRecords(records(), store::Audience::office(me)).projects());
    }
    Project projectOf(ConversationId call)
    {
        const auto project = got(records().projects.find(lineOf(call).project));
        return project ? *project : Project();
    }
    void setLevel(ProjectId id, PersonId me, Confidentiality level)
    {
        auto project = *got(records().projects.find(id));
        project.confidentiality = level;
        put(project, me);
    }
    /// The only project that both see, with these people.
    bool bothSeeOnly(const People& people)
    {
        const auto ruths = seenBy(ruth), omars = seenBy(omar);
        return ruths == omars && ruths.size() == 1 && ruths.front().people == people;
    }
    /// All of it can be taken back.
    bool undoGives(const std::string& before)
    {
        const auto after = digest();
        got(workspace().undo());
        const bool isBefore = digest() == before;
        got(workspace().redo());
        return isBefore && digest() == after;
    }
};

} // namespace

class TestProjectLevels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatASecondPrivateCallSays_staysPrivateWhenTheFirstIsOpened()
    {
        Desk desk;
        const auto first = desk.told(desk.ruth, {line("Garden", desk.ana)}, Confidentiality::onlyMe);
        const auto second = desk.told(desk.ruth, {line("Garden", desk.ben)}, Confidentiality::onlyMe);
        QCOMPARE(desk.projects().size(), std::size_t{1});
        const auto before = desk.digest();
        desk.setLevel(first, desk.ruth, Confidentiality::staff);
        QCOMPARE(desk.seenBy(desk.omar).size(), std::size_t{1});
        QCOMPARE(desk.seenBy(desk.omar).front().people, (People{desk.ana}));
        QCOMPARE(desk.found("garden okafor", desk.omar), std::size_t{0});
        QCOMPARE(desk.projectOf(second).people, (People{desk.ben}));
        QCOMPARE(desk.projectOf(second).confidentiality, Confidentiality::onlyMe);
        QVERIFY(desk.projectOf(first).id != desk.projectOf(second).id);
        QVERIFY(desk.undoGives(before));
    }

    void aPrivateLineOfTheSameCall_staysPrivateWhenTheCallIsOpened()
    {
        Desk desk;
        const auto call =
            desk.told(desk.ruth, {line("Garden", desk.ana), line("Garden", desk.ben, {}, Confidentiality::onlyMe)},
                      Confidentiality::onlyMe);
        desk.setLevel(call, desk.ruth, Confidentiality::staff);
        QCOMPARE(desk.seenBy(desk.omar).size(), std::size_t{1});
        QCOMPARE(desk.seenBy(desk.omar).front().people, (People{desk.ana}));
    }

    void firstCallMadePrivate_leavesTheProjectToTheOthers()
    {
        Desk desk;
        desk.garden();
        const auto second = desk.told(desk.omar, {line("Garden", desk.ben)});
        const auto before = desk.digest();
        desk.setLevel(desk.first, desk.ruth, Confidentiality::onlyMe);
        QVERIFY(desk.undoGives(before));
        QCOMPARE(desk.seenBy(desk.omar).size(), std::size_t{1});
        QCOMPARE(desk.seenBy(desk.omar).front().conversation, second);
        QCOMPARE(desk.seenBy(desk.omar).front().people, (People{desk.ben})); // Ana was only in hers
        QCOMPARE(desk.seenBy(desk.omar).front().confidentiality, Confidentiality::staff);
        QCOMPARE(desk.projectOf(desk.first).people, (People{desk.ana}));
        desk.correct(second, desk.omar, desk.ben, desk.cy);
        QCOMPARE(desk.seenBy(desk.omar).size(), std::size_t{1});
        QCOMPARE(desk.seenBy(desk.omar).front().people, (People{desk.ben, desk.cy}));
        QCOMPARE(desk.projectOf(desk.first).people, (People{desk.ana}));
    }

    void firstCallDeletedOrErased_leavesTheProjectToTheOthers()
    {
        for (const bool isErased : {false, true}) {
            Desk desk;
            desk.garden();
            const auto second = desk.told(desk.omar, {line("Garden", desk.ben)});
            desk.setLevel(desk.first, desk.ruth, Confidentiality::onlyMe);
            if (isErased)
                got(desk.workspace().eraseConversation(desk.first));
            else
                desk.remove(desk.first);
            QCOMPARE(desk.seenBy(desk.omar).size(), std::size_t{1});
            QCOMPARE(desk.projectOf(second).people, (People{desk.ben}));
            QVERIFY(got(desk.workspace().check()).ok);
        }
    }

    void ownPrivateCallDeletedOrErased_leavesTheProjectToTheWritersOtherCall()
    {
        for (const bool isErased : {false, true}) {
            Desk desk;
            const auto first = desk.told(desk.ruth, {line("Garden", desk.ana)}, Confidentiality::onlyMe);
            const auto second = desk.told(desk.ruth, {line("Garden", desk.ben)}, Confidentiality::onlyMe);
            const auto before = desk.digest();
            if (isErased) {
                got(desk.workspace().eraseConversation(first));
            } else {
                desk.remove(first);
                QVERIFY(desk.undoGives(before));
            }
            QCOMPARE(desk.projectOf(second).conversation, second);
            QCOMPARE(desk.seenBy(desk.ruth).size(), std::size_t{1});
            QVERIFY(desk.seenBy(desk.omar).empty());
        }
    }

    void projectMadePrivate_isRefusedWhereACallOfAnotherTellsOfIt()
    {
        Desk desk;
        desk.garden();
        const auto id = desk.projectOf(desk.first).id;
        desk.told(desk.omar, {line("Garden", desk.ben)});
        auto project = desk.projects().front();
        project.confidentiality = Confidentiality::onlyMe;
        const auto done = desk.change([&](store::Records& records) {
            return actions::putProject(records, project, desk.ruth).map([](ProjectId) {});
        });
        QVERIFY(!done);
        QCOMPARE(done.error().args, (std::vector<std::string>{"project", "told"}));
        QVERIFY(desk.bothSeeOnly({desk.ana, desk.ben}));
        desk.setLevel(id, desk.ruth, Confidentiality::shareable);
        QVERIFY(desk.bothSeeOnly({desk.ana, desk.ben}));
    }

    void projectMadePrivate_staysWithTheOpenLineOfItsWriter()
    {
        Desk desk;
        desk.garden();
        desk.setLevel(desk.projectOf(desk.first).id, desk.ruth, Confidentiality::onlyMe);
        const auto before = desk.digest();
        got(desk.put(desk.openedWithLines(desk.first), desk.ruth));
        QCOMPARE(desk.digest(), before);
        desk.correct(desk.first, desk.ruth, desk.ana, desk.cy);
        QCOMPARE(desk.projects().size(), std::size_t{1});
        QCOMPARE(desk.projects().front().people, (People{desk.ana, desk.cy}));
        QVERIFY(desk.seenBy(desk.omar).empty());
        auto draft = desk.openedWithLines(desk.first);
        draft.items.front().text = "School garden";
        got(desk.put(draft, desk.ruth));
        QCOMPARE(desk.projects().size(), std::size_t{1});
        QCOMPARE(desk.projects().front().name, std::string("School garden"));
        QCOMPARE(desk.projects().front().confidentiality, Confidentiality::onlyMe);
    }

    void projectThatOneCannotRead_losesNobody()
    {
        Desk desk;
        desk.garden();
        const auto id = desk.projectOf(desk.first).id;
        desk.setLevel(id, desk.ruth, Confidentiality::onlyMe);
        const auto own = *got(desk.records().projects.find(id));
        desk.correct(desk.first, desk.omar, desk.ben); // in Ruth's call, which is the staff's
        QCOMPARE(*got(desk.records().projects.find(id)), own);
        QCOMPARE(desk.seenBy(desk.omar).size(), std::size_t{1});
        QCOMPARE(desk.seenBy(desk.omar).front().people, (People{desk.ben}));
        desk.setLevel(desk.projectOf(desk.first).id, desk.ruth, Confidentiality::onlyMe);
        auto draft = desk.openedWithLines(desk.first);
        draft.items.clear();
        const auto before = desk.projects();
        got(desk.put(draft, desk.omar));
        QCOMPARE(desk.projects(), before);
    }

    void projectOpenedByHand_keepsItsPeopleWhenThePrivateLineChanges()
    {
        Desk desk;
        const auto call = desk.told(desk.ruth, {line("Garden", desk.ana, {}, Confidentiality::onlyMe)});
        const auto id = desk.projectOf(call).id;
        desk.setLevel(id, desk.ruth, Confidentiality::staff);
        const auto before = desk.digest();
        got(desk.put(desk.openedWithLines(call), desk.ruth));
        QCOMPARE(desk.digest(), before);
        desk.correct(call, desk.ruth, desk.ana, desk.ben);
        QCOMPARE(got(desk.records().projects.find(id))->people, (People{desk.ana}));
        QCOMPARE(desk.projectOf(call).people, (People{desk.ana, desk.ben}));
        QCOMPARE(desk.seenBy(desk.omar).size(), std::size_t{1});
    }

    void projectThatWasDeleted_doesNotComeBack()
    {
        Desk desk;
        desk.garden();
        const auto id = desk.projectOf(desk.first).id;
        got(desk.change([id](store::Records& records) { return records.projects.remove(id); }));
        auto draft = desk.openedWithLines(desk.first);
        draft.conversation.text = "We talked of this and that.";
        const auto before = desk.digest();
        got(desk.put(draft, desk.ruth));
        QVERIFY(desk.undoGives(before));
        QVERIFY(desk.projects().empty());
        QVERIFY(!desk.lineOf(desk.first).project);
        desk.correct(desk.first, desk.ruth, desk.ana, desk.ben); // said anew
        QCOMPARE(desk.projects().size(), std::size_t{1});
    }

    void projectThatWasDeletedWhileItsCallWasOpen_doesNotComeBack()
    {
        Desk desk;
        desk.garden();
        auto draft = desk.openedWithLines(desk.first); // with the project that goes
        const auto id = draft.items.front().project;
        got(desk.change([id](store::Records& records) { return records.projects.remove(id); }));
        got(desk.put(draft, desk.ruth));
        QVERIFY(desk.projects().empty());
    }

    void lineTakenOut_takesThoseOutWhomItAloneNamed()
    {
        Desk desk;
        desk.garden();
        desk.told(desk.omar, {line("Garden", desk.ben)});
        auto draft = desk.openedWithLines(desk.first);
        draft.items.clear();
        const auto before = desk.digest();
        got(desk.put(draft, desk.ruth));
        QVERIFY(desk.undoGives(before));
        QVERIFY(desk.bothSeeOnly({desk.ben}));
    }

    void privateProjectOfACall_isCountedBeforeTheCallIsDeleted()
    {
        Desk desk;
        desk.garden();
        const auto hidden = [&desk](ConversationId call, PersonId me) {
            return got(actions::countHidden(desk.records(), call, me));
        };
        QCOMPARE(hidden(desk.first, desk.omar), std::size_t{0});
        desk.setLevel(desk.projectOf(desk.first).id, desk.ruth, Confidentiality::onlyMe);
        QCOMPARE(hidden(desk.first, desk.omar), std::size_t{1});
        QCOMPARE(hidden(desk.first, {}), std::size_t{1});
        QCOMPARE(hidden(desk.first, desk.ruth), std::size_t{0});
        // One that a private line tells of is counted with it, and one of another call stays.
        const auto other =
            desk.told(desk.ruth, {line("Choir", desk.ana, {}, Confidentiality::onlyMe)}, Confidentiality::staff);
        QCOMPARE(hidden(other, desk.omar), std::size_t{1});
        got(desk.change([&](store::Records& records) -> Result<> {
            NoteItem again = line("Garden", desk.cy);
            again.conversation = other;
            again.project = desk.projectOf(desk.first).id;
            return records.conversations.insert(again).map([](NoteItemId) {});
        }));
        QCOMPARE(hidden(desk.first, desk.omar), std::size_t{0});
        desk.remove(desk.first);
        QCOMPARE(desk.seenBy(desk.ruth).size(), std::size_t{2});
    }
};

QTEST_GUILESS_MAIN(TestProjectLevels)
#include "tst_project_levels.moc"
