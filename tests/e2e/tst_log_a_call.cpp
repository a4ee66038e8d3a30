// SPDX-License-Identifier: GPL-3.0-or-later
// The main job: a call is logged by keyboard alone, its tie is on the map, one undo takes all of it back.
#include <algorithm>

#include <QAction>
#include <QLabel>
#include <QListView>
#include <QTest>

#include "WindowBox.h"
#include "core/actions/EditNetwork.h"
#include "ui/base/Convert.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapModel.h"
#include "ui/shell/Places.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::WindowBox;

namespace {

PersonId idOf(WindowBox& box, const char* name)
{
    const auto found = box.records().people.findByName(name);
    return found && found->size() == 1 ? found->front().id : PersonId{};
}

/// A file with three members, and Ruth who works here.
void fill(WindowBox& box)
{
    box.settings().set(setting::kMe, QStringLiteral("Ruth Lindqvist"));
    box.open(box.emptyFile());
    bool stored = false;
    box.window().session().change(
        QStringLiteral("A few people"),
        [](store::Records& records) -> Result<> {
            for (const char* name : {"Ána Ruiz", "Jun Takeda", "Marta Quist", "Ruth Lindqvist"}) {
                Person person;
                person.name = name;
                if (person.name.starts_with("Ruth"))
                    person.kind = PersonKind::staff;
                WEAVEMAP_TRY(actions::addPerson(records, person));
            }
            return {};
        },
        [&](Result<store::ChangeSet> result) { stored = result.has_value(); });
    if (!uitest::waitUntil([&] { return stored; }) || !box.settle())
        qFatal("not stored");
}

/// Chooses somebody in the field that has the focus: types, and takes the first that is offered.
void choose(WindowBox& box, const QString& typed)
{
    box.type(typed);
    box.press(Qt::Key_Return);
}

} // namespace

class LogACallTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byKeyboard_storedShownAndUndone();
    void fromTheNoteAlone_atMostSixKeysBesidesTheText();
    void escape_goesBackOneStepAtATime();
    void introductionWanted_isOpenedFromTheStoredCall();
    void corrected_undoneByKeyRightAfterStoring();
    void nobodyChosen_staysOnThePageWithASentence();
    void draft_isKeptOverLeavingAndARestart();
    void fromToday_withThePersonOfTheRow();
};

void LogACallTest::byKeyboard_storedShownAndUndone()
{
    WindowBox box;
    fill(box);
    box.press(Qt::Key_3, Qt::ControlModifier); // from anywhere: from the map
    QVERIFY(box.settle());
    box.press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(box.visible("callPage"));
    QCOMPARE(box.focus()->objectName(), QStringLiteral("callParticipant"));
    choose(box, QStringLiteral("ana"));
    QCOMPARE(box.focus()->objectName(), QStringLiteral("callNote"));
    box.type(QStringLiteral("Talk of the new hall."));
    // Nothing but keys from here: to the links, a tie, past it to a next step, its day left open, and stored.
    box.press(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(box.focus()->objectName(), QStringLiteral("addTie"));
    box.press(Qt::Key_Space);
    QCOMPARE(box.focus()->objectName(), QStringLiteral("tieB"));
    choose(box, QStringLiteral("jun"));
    box.press(Qt::Key_Down, Qt::ControlModifier);
    box.press(Qt::Key_Up, Qt::ControlModifier); // back at the tie, folded
    QCOMPARE(box.focus()->objectName(), QStringLiteral("entryLine"));
    for (int links = 0; box.focus()->objectName() != QLatin1String("addStep"); ++links) {
        QVERIFY(links < 5);
        box.press(Qt::Key_Down);
    }
    box.press(Qt::Key_Space);
    QCOMPARE(box.focus()->objectName(), QStringLiteral("stepText"));
    box.type(QStringLiteral("Send the form"));
    box.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(uitest::waitUntil([&] { return box.visible("callPage") == nullptr; }));
    QVERIFY(box.settle());

    QCOMPARE(*box.records().conversations.count(), std::size_t{1});
    const auto tie = box.records().ties.between(idOf(box, "Ána Ruiz"), idOf(box, "Jun Takeda"));
    QVERIFY(tie && *tie);
    const auto evidence = box.records().ties.evidence((*tie)->id);
    QCOMPARE(evidence->size(), std::size_t{1});
    QVERIFY(evidence->front().conversation);
    QCOMPARE(box.records().conversations.followUps()->size(), std::size_t{1});
    QVERIFY(box.action("undo")->text().contains(QStringLiteral("Call with Ána Ruiz")));

    box.press(Qt::Key_3, Qt::ControlModifier);
    QVERIFY(box.settle());
    auto* canvas = box.shown<MapCanvas>("mapCanvas");
    QCOMPARE(canvas->model().input().ties.size(), std::size_t{1});

    box.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(uitest::waitUntil([&] { return *box.records().ties.count() == 0; }));
    QVERIFY(box.settle());
    QCOMPARE(*box.records().conversations.count(), std::size_t{0});
    QVERIFY(uitest::waitUntil([&] { return canvas->model().input().ties.empty(); }));
}

void LogACallTest::fromTheNoteAlone_atMostSixKeysBesidesTheText()
{
    WindowBox box;
    fill(box);
    const auto digest = [&] {
        QString text;
        box.window().session().request<store::CheckReport>(
            [](store::Workspace& workspace) { return workspace.check(); },
            [&](Result<store::CheckReport> report) { text = report ? toQString(report->digest) : QString(); });
        return uitest::waitUntil([&] { return !text.isEmpty(); }) ? text : QString();
    };
    const QString before = digest();
    QVERIFY(!before.isEmpty());
    int keys = 0;
    const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        ++keys;
        box.press(key, modifiers);
    };
    press(Qt::Key_L, Qt::ControlModifier);
    box.type(QStringLiteral("an"));
    keys += 2;
    press(Qt::Key_Return);
    QCOMPARE(box.focus()->objectName(), QStringLiteral("callNote"));
    for (const char* line : {"Works with Jun on grants. Met @Kirsten Oyelaran at the fair. !need a mentor for maths",
                             "+offer her rubric", "I'll send her the list by Friday. Wants to meet Marta."}) {
        box.type(QString::fromLatin1(line));
        box.press(Qt::Key_Return); // of the text, too
    }
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY2(keys <= 6, qPrintable(QString::number(keys)));
    QVERIFY(uitest::waitUntil([&] { return box.visible("callPage") == nullptr; }));
    QVERIFY(box.settle());

    const PersonId ana = idOf(box, "Ána Ruiz"), kirsten = idOf(box, "Kirsten Oyelaran");
    QVERIFY(kirsten);
    const auto works = box.records().ties.between(ana, idOf(box, "Jun Takeda"));
    QVERIFY(works && *works);
    QCOMPARE((*works)->collaboration, Collaboration::now);
    const auto met = box.records().ties.between(ana, kirsten);
    QVERIFY(met && *met);
    const auto items = box.records().conversations.itemsOf(ana);
    QCOMPARE(items->size(), std::size_t{3}); // the need, the offer and the introduction
    QCOMPARE(box.records().conversations.followUps()->size(), std::size_t{1});
    const auto board = box.records().introductions.all();
    QCOMPARE(board->size(), std::size_t{1});
    QVERIFY(board->front().concerns(ana) && board->front().concerns(idOf(box, "Marta Quist")));
    QVERIFY(digest() != before);
    QVERIFY(box.banner().startsWith(QStringLiteral("Stored.")));

    box.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(uitest::waitUntil([&] { return *box.records().conversations.count() == 0; }));
    QVERIFY(box.settle());
    QCOMPARE(digest(), before);
    QCOMPARE(box.banner(), QStringLiteral("Undone: Call with Ána Ruiz."));
}

void LogACallTest::escape_goesBackOneStepAtATime()
{
    WindowBox box;
    fill(box);
    box.press(Qt::Key_L, Qt::ControlModifier);
    choose(box, QStringLiteral("ana"));
    box.type(QStringLiteral("Works with Jun."));
    box.press(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(box.focus()->objectName(), QStringLiteral("proposal"));
    box.press(Qt::Key_Return);
    QCOMPARE(box.focus()->objectName(), QStringLiteral("tieB"));
    box.press(Qt::Key_Escape);
    QCOMPARE(box.focus()->objectName(), QStringLiteral("proposal"));
    box.press(Qt::Key_Escape);
    QCOMPARE(box.focus()->objectName(), QStringLiteral("callNote"));
    QVERIFY(box.visible("callPage"));
    box.press(Qt::Key_Escape);
    QVERIFY(!box.visible("callPage"));
    QVERIFY(box.visible("noCalls")); // which says that something waits
    const auto labels = box.shown("noCalls")->findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->text().contains(QStringLiteral("Call with Ána Ruiz is not stored yet"));
    }));
    box.press(Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(box.shown("callNote")->property("plainText").toString(), QStringLiteral("Works with Jun."));
}

void LogACallTest::introductionWanted_isOpenedFromTheStoredCall()
{
    WindowBox box;
    fill(box);
    box.press(Qt::Key_L, Qt::ControlModifier);
    choose(box, QStringLiteral("ana"));
    box.type(QStringLiteral("Wants to meet Jun and Marta."));
    box.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(uitest::waitUntil([&] { return box.visible("callPage") == nullptr; }) && box.settle());
    QCOMPARE(box.records().introductions.all()->size(), std::size_t{2});
    QVERIFY(uitest::waitUntil([&] { return box.visible("recordIntroduction") != nullptr; }));
    box.click("recordIntroduction");
    QVERIFY(box.settle());
    QVERIFY(box.visible("introductionsPlace"));
}

void LogACallTest::corrected_undoneByKeyRightAfterStoring()
{
    WindowBox box;
    fill(box);
    box.press(Qt::Key_L, Qt::ControlModifier);
    choose(box, QStringLiteral("marta"));
    box.type(QStringLiteral("The school moves in May."));
    box.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(uitest::waitUntil([&] { return box.visible("callPage") == nullptr; }) && box.settle());
    const auto text = [&] { return box.records().conversations.all()->front().text; };
    for (const bool byMouse : {false, true}) {
        box.click("recordEdit");
        box.shown("callNote")->setFocus(Qt::OtherFocusReason);
        box.type(QStringLiteral("In June! "));
        if (byMouse)
            box.click("callStore");
        else
            box.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(uitest::waitUntil([&] { return box.visible("callPage") == nullptr; }) && box.settle());
        QVERIFY(text() != "The school moves in May.");
        box.press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(box.settle());
        QCOMPARE(text(), std::string("The school moves in May."));
    }
}

void LogACallTest::nobodyChosen_staysOnThePageWithASentence()
{
    WindowBox box;
    fill(box);
    box.press(Qt::Key_L, Qt::ControlModifier);
    box.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(box.settle());
    QVERIFY(box.visible("callPage"));
    const QString sentence = box.shown("callParticipantProblem")->property("text").toString();
    QVERIFY2(sentence.endsWith(QLatin1Char('.')), qPrintable(sentence));
    QCOMPARE(box.focus()->objectName(), QStringLiteral("callParticipant"));
    QCOMPARE(*box.records().conversations.count(), std::size_t{0});
}

void LogACallTest::draft_isKeptOverLeavingAndARestart()
{
    WindowBox box;
    fill(box);
    const QString path = pathText(box.window().session().path());
    box.press(Qt::Key_L, Qt::ControlModifier);
    choose(box, QStringLiteral("marta"));
    box.type(QStringLiteral("Half a sentence"));
    box.press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(!box.visible("callPage"));
    box.stop();
    box.open(path);
    box.press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(box.visible("callPage"));
    QCOMPARE(box.shown("callNote")->property("plainText").toString(), QStringLiteral("Half a sentence"));
    QCOMPARE(*box.records().conversations.count(), std::size_t{0});
    box.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(uitest::waitUntil([&] { return box.visible("callPage") == nullptr; }));
    QVERIFY(box.settle());
    QCOMPARE(*box.records().conversations.count(), std::size_t{1});
    QCOMPARE(box.records().conversations.all()->front().participants.front(), idOf(box, "Marta Quist"));
}

void LogACallTest::fromToday_withThePersonOfTheRow()
{
    WindowBox box;
    box.open(box.sample());
    box.press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(box.settle());
    const QString name = box.shown<QListView>("callQueue")->currentIndex().data().toString();
    QVERIFY(!name.isEmpty());
    box.press(Qt::Key_L);
    QVERIFY(box.visible("callPage"));
    QVERIFY2(box.shown("callTitle")->property("text").toString().contains(name), qPrintable(name));
}

QTEST_MAIN(LogACallTest)
#include "tst_log_a_call.moc"
