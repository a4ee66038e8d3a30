// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <memory>

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

#include "PlaceTest.h"
#include "ui/conversations/ConversationsPlace.h"
#include "ui/conversations/EntryRow.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/EmptyState.h"

using namespace weavemap;
using namespace weavemap::ui;
using conversationstest::CallDesk;
using conversationstest::press;
using conversationstest::type;

/// Nothing that was typed or stored is lost by one key or one click too many.
class TestNothingLost : public conversationstest::PlaceTest
{
    Q_OBJECT

    int rows() const { return widget<QListView>("timeline")->model()->rowCount(); }
    /// The note of the record on show; empty where there is none.
    QString record() const
    {
        const auto* text = widget<QPlainTextEdit>("recordText");
        return text ? text->toPlainText() : QString();
    }

private Q_SLOTS:
    void init() { openDesk(); }
    void cleanup() { closeDesk(); }

    void escape_putsBackWhoStoodInAField()
    {
        m_place->logCall(m_ana);
        widget<Button>("addTie")->click();
        type(QStringLiteral("be"));
        press(Qt::Key_Return);
        auto* other = widget<QLineEdit>("tieB");
        other->setFocus();
        press(Qt::Key_Escape); // nothing is different: left to the page
        QCOMPARE(other->text(), QStringLiteral("Ben Okafor"));
        other->selectAll();
        type(QStringLiteral("zo"));
        press(Qt::Key_Escape); // the list
        QCOMPARE(other->text(), QStringLiteral("zo"));
        press(Qt::Key_Escape); // the words
        QCOMPARE(other->text(), QStringLiteral("Ben Okafor"));
        QVERIFY(other->isVisible());
        note()->setFocus();
        QVERIFY(storeByKey());
        QVERIFY(m_desk->session.records().ties.between(m_ana, m_ben).value());
    }

    void escape_putsBackAStoredLineThatWasEmptied()
    {
        const ConversationId id = m_desk->talk(CallDesk::conversation(m_ruth, m_ana, "Words"));
        QVERIFY(m_desk->change([&](store::Records& records) -> Result<> {
            NoteItem need;
            need.conversation = id;
            need.person = m_ana;
            need.text = "A lesson study";
            FollowUp step;
            step.conversation = id;
            step.owner = m_ruth;
            step.text = "Send the list";
            WEAVEMAP_TRY(records.conversations.insert(need));
            return records.conversations.insert(step).map([](FollowUpId) {});
        }));
        auto& conversations = m_desk->session.records().conversations;
        const auto items = conversations.items().value();
        const auto steps = conversations.followUps().value();
        QVERIFY(items.size() == 1 && steps.size() == 1);
        m_place->showConversation(id);
        QTRY_COMPARE(record(), QStringLiteral("Words"));
        QTRY_VERIFY((widget<Button>("recordEdit")->click(), note()->isVisible()));
        for (const char* name : {"itemText", "stepText"}) {
            auto* line = widget<QLineEdit>(name);
            const QString before = line->text();
            QWidget* row = line->parentWidget();
            while (qobject_cast<EntryRow*>(row) == nullptr)
                row = row->parentWidget();
            Q_EMIT qobject_cast<EntryRow*>(row)->openRequested();
            QVERIFY2(line->isVisible(), name);
            line->setFocus();
            QVERIFY2(line->hasFocus(), name);
            line->selectAll();
            QTest::keyClick(line, Qt::Key_Delete);
            QCOMPARE(line->text(), QString());
            QVERIFY(m_place->stepBack());
            QCOMPARE(widget<QLineEdit>(name), line);
            QCOMPARE(line->text(), before);
            QVERIFY(!qobject_cast<EntryRow*>(row)->isOpen() && row->isVisible());
            QVERIFY(row->isAncestorOf(QApplication::focusWidget())); // the keyboard stays with the line
        }
        // A line that was not stored goes, as before.
        widget<Button>("addStep")->click();
        QCOMPARE(m_place->findChildren<QLineEdit*>(QStringLiteral("stepText")).size(), 2);
        QVERIFY(m_place->stepBack());
        QTRY_COMPARE(m_place->findChildren<QLineEdit*>(QStringLiteral("stepText")).size(), 1);
        note()->setPlainText(QStringLiteral("More words"));
        widget<Button>("callStore")->click();
        QTRY_VERIFY(!note()->isVisible());
        QCOMPARE(conversations.items().value(), items);
        QCOMPARE(conversations.followUps().value(), steps);
    }

    void halfFilledTie_isNeverLeftOutSilently()
    {
        m_place->logCall(m_ana);
        type(QStringLiteral("Words"));
        widget<Button>("addTie")->click();
        type(QStringLiteral("be"));
        press(Qt::Key_Return);
        widget<QLineEdit>("tieB")->setFocus();
        widget<QLineEdit>("tieB")->selectAll();
        press(Qt::Key_Delete);
        makePlace(); // also after a restart
        m_place->logCall({});
        press(Qt::Key_Return, Qt::ControlModifier);
        auto* problem = widget<QWidget>("tieEntry")->findChild<QLabel*>(QStringLiteral("entryProblem"));
        QVERIFY(problem->isVisible());
        QVERIFY(problem->text().contains(QStringLiteral("Ana Ruiz")));
        QVERIFY(m_desk->conversations().empty());
        widget<QWidget>("tieEntry")->findChild<QAbstractButton*>(QStringLiteral("entryRemove"))->click();
        note()->setFocus();
        QVERIFY(storeByKey());
    }

    void tieAsItWasAdded_isLeftOut()
    {
        m_place->logCall(m_ana);
        widget<Button>("addTie")->click();
        note()->setFocus();
        type(QStringLiteral("Words"));
        QVERIFY(storeByKey());
        QCOMPARE(m_desk->session.records().ties.count().value(), std::size_t{0});
    }

    void newCall_setsTheChangeOfAStoredOneAside()
    {
        const ConversationId id = m_desk->talk(CallDesk::conversation(m_ruth, m_ana, "Before"));
        const auto editStored = [&] {
            m_place->showConversation(id);
            QTRY_COMPARE(record(), QStringLiteral("Before"));
            QTRY_VERIFY((widget<Button>("recordEdit")->click(), note()->isVisible())); // once it is read
        };
        editStored();
        note()->selectAll();
        type(QStringLiteral("After"));
        m_place->stepBack();
        m_place->logCall({}); // somebody is on the phone
        QCOMPARE(note()->toPlainText(), QString());
        QVERIFY(m_desk->dialogs.questions().empty());
        QCOMPARE(QApplication::focusWidget(), participant());
        type(QStringLiteral("be"));
        press(Qt::Key_Return);
        type(QStringLiteral("On the phone"));
        QVERIFY(storeByKey());
        QCOMPARE(m_desk->conversations().size(), std::size_t{2});
        // The change comes back by itself after the call.
        m_place->logCall(m_ben);
        QCOMPARE(note()->toPlainText(), QString());
        m_place->stepBack(); // a page on which nothing was typed
        editStored();
        QCOMPARE(note()->toPlainText(), QStringLiteral("After"));
        // It comes back as well where it is asked for, though another call was begun.
        m_place->logCall(m_ben);
        QCOMPARE(note()->toPlainText(), QString());
        QCOMPARE(widget<QLabel>("callTitle")->text(), QStringLiteral("Call with Ben Okafor"));
        note()->insertPlainText(QStringLiteral("Words"));
        m_place->stepBack();
        m_desk->dialogs.willAnswer(1);
        editStored();
        QCOMPARE(note()->toPlainText(), QStringLiteral("After"));
        QCOMPARE(m_desk->dialogs.questions().size(), std::size_t{1});
        makePlace();
        editStored();
        QCOMPARE(note()->toPlainText(), QStringLiteral("After"));
        widget<Button>("callStore")->click();
        QTRY_VERIFY(!note()->isVisible());
        QCOMPARE(m_desk->dialogs.questions().size(), std::size_t{1});
        QCOMPARE(m_desk->session.records().conversations.find(id).value()->text, std::string("After"));
        QCOMPARE(m_desk->conversations().size(), std::size_t{2});
        QVERIFY(drafts().isEmpty());
    }

    void changeThatCannotBeSetAside_staysOnThePageAndIsSaid_data()
    {
        QTest::addColumn<bool>("isFull");
        QTest::newRow("nothing can be written") << true;
        QTest::newRow("the name it would wait under is taken") << false;
    }
    void changeThatCannotBeSetAside_staysOnThePageAndIsSaid()
    {
        QFETCH(bool, isFull);
        const ConversationId id = m_desk->talk(CallDesk::conversation(m_ruth, m_ana, "Before"));
        m_place->showConversation(id);
        QTRY_COMPARE(record(), QStringLiteral("Before"));
        QTRY_VERIFY((widget<Button>("recordEdit")->click(), note()->isVisible()));
        note()->selectAll();
        type(QStringLiteral("After"));
        QTRY_VERIFY(!drafts().isEmpty());
        const QString folder = m_desk->folder.filePath(QStringLiteral("config/drafts"));
        QString waiting = drafts().constFirst();
        waiting.replace(QLatin1String(".json"), QLatin1String("-aside1.json"));
        if (isFull) {
            QVERIFY(QDir(folder).removeRecursively());
            QFile inTheWay(folder);
            QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        } else {
            QVERIFY(QFile::link(folder + QStringLiteral("/nowhere/at all"), folder + QLatin1Char('/') + waiting));
        }
        QSignalSpy said(m_place.get(), &Place::said);
        m_place->logCall(m_ben);
        QCOMPARE(said.size(), 1);
        QVERIFY(said.front().front().toString().contains(QStringLiteral("disk")));
        QVERIFY(note()->isVisible());
        QCOMPARE(note()->toPlainText(), QStringLiteral("After"));
        QCOMPARE(widget<QLabel>("callTitle")->text(), QStringLiteral("Call with Ana Ruiz"));
        // Stored, there is room for the next.
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!note()->isVisible());
        QCOMPARE(m_desk->session.records().conversations.find(id).value()->text, std::string("After"));
        m_place->logCall(m_ben);
        QCOMPARE(widget<QLabel>("callTitle")->text(), QStringLiteral("Call with Ben Okafor"));
        QCOMPARE(said.size(), 2); // that it is stored
    }

    void whoDoesIt_offersStaffFirstAndLeadsOn()
    {
        const PersonId anna = m_desk->add("Anna Berg", PersonKind::staff);
        m_place->logCall(m_ana);
        widget<Button>("addStep")->click();
        type(QStringLiteral("Send it"));
        press(Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("stepOwner"));
        widget<QLineEdit>("stepOwner")->selectAll();
        type(QStringLiteral("an"));
        press(Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("stepDue"));
        note()->setFocus();
        QVERIFY(storeByKey());
        QCOMPARE(m_desk->session.records().conversations.followUps().value().front().owner, anna);
    }

    void deleted_leavesNoOtherUnderTheButton()
    {
        m_desk->talk(CallDesk::conversation(m_ruth, m_ana, "Newest", 1));
        const ConversationId id = m_desk->talk(CallDesk::conversation(m_ruth, m_ben, "In between", 2));
        m_desk->talk(CallDesk::conversation(m_ruth, m_ana, "Oldest", 3));
        QTRY_COMPARE(rows(), 3);
        m_place->showConversation(id);
        QTRY_COMPARE(record(), QStringLiteral("In between"));
        QTRY_VERIFY(!m_desk->jobs.isBusy());
        auto* list = widget<QListView>("timeline");
        const auto* button = widget<Button>("recordDelete");
        const QPoint at = button->mapTo(m_place.get(), button->rect().center());
        for (int click = 0; click < 2; ++click)
            QTest::mouseClick(m_place->childAt(at), Qt::LeftButton);
        QTRY_COMPARE(rows(), 2);
        QTRY_VERIFY(!m_desk->jobs.isBusy());
        QCOMPARE(rows(), 2);
        button = widget<Button>("recordDelete");
        QVERIFY(!button || !button->isVisible());
        QVERIFY(!list->selectionModel()->hasSelection());
        auto* nothing = widget<EmptyState>("noRecord");
        QVERIFY(nothing->isVisible());
        const auto texts = nothing->findChildren<QLabel*>();
        QVERIFY(std::any_of(texts.begin(), texts.end(), [](const QLabel* label) {
            return label->text().contains(QStringLiteral("Call with Ben Okafor"));
        }));
        // The keyboard goes on from where the list was.
        QCOMPARE(QApplication::focusWidget(), list);
        press(Qt::Key_Down);
        QTRY_COMPARE(record(), QStringLiteral("Oldest"));
        QVERIFY(m_desk->step(&Session::undo));
        QTRY_COMPARE(rows(), 3);
        QTRY_COMPARE(record(), QStringLiteral("In between"));
        QVERIFY(list->selectionModel()->isSelected(list->model()->index(1, 0)));
    }
};

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    ThemeController theme(app, ThemeChoice::light);
    TestNothingLost test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_nothing_lost.moc"
