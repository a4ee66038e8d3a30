// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include "CallDesk.h"
#include "ui/base/Words.h"
#include "ui/conversations/ConversationsPlace.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/EmptyState.h"

using namespace weavemap;
using namespace weavemap::ui;
using conversationstest::CallDesk;
using conversationstest::kToday;
using conversationstest::press;
using conversationstest::type;

/// The timeline and the record beside it.
class TestConversationsPlace : public QObject
{
    Q_OBJECT

    std::unique_ptr<CallDesk> m_desk;
    std::unique_ptr<ConversationsPlace> m_place;
    PersonId m_ruth, m_tom, m_ana, m_ben;

    template <class T>
    T* widget(const char* name) const
    {
        return m_place->findChild<T*>(QString::fromLatin1(name));
    }
    int shown() const { return widget<QListView>("timeline")->model()->rowCount(); }
    bool shows(ConversationId id, const char* text)
    {
        m_place->showConversation(id);
        return QTest::qWaitFor([&] {
            auto* note = widget<QPlainTextEdit>("recordText");
            return note && note->toPlainText() == QString::fromUtf8(text);
        });
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<CallDesk>();
        m_place = std::make_unique<ConversationsPlace>(m_desk->office);
        QVERIFY(m_desk->open("network.weavemap"));
        m_ruth = m_desk->add("Ruth Meyer", PersonKind::staff);
        m_tom = m_desk->add("Tom Hale", PersonKind::staff);
        m_ana = m_desk->add("Ana Ruiz");
        m_ben = m_desk->add("Ben Okafor");
        m_desk->session.setMe(QStringLiteral("Ruth Meyer"));
        m_place->resize(1248, 856);
        m_place->show();
        m_place->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_place.get()));
    }
    void cleanup()
    {
        m_place.reset();
        m_desk.reset();
    }

    void noCalls_offerToLogTheFirst()
    {
        QTRY_VERIFY(widget<QWidget>("noCalls")->isVisible());
        widget<EmptyState>("noCalls")->actionButton()->click();
        QVERIFY(widget<QPlainTextEdit>("callNote")->isVisible());
        m_desk->talk(CallDesk::conversation(m_ruth, m_ana, "First"));
        m_place->stepBack();
        QTRY_VERIFY(!widget<QWidget>("noCalls")->isVisible());
        QCOMPARE(shown(), 1);
    }

    void onlyMe_isHiddenFromAnotherMe()
    {
        Conversation secret = CallDesk::conversation(m_ruth, m_ana, "For my eyes");
        secret.confidentiality = Confidentiality::onlyMe;
        const ConversationId id = m_desk->talk(secret);
        m_desk->talk(CallDesk::conversation(m_ruth, m_ben, "For the staff", 3));
        QTRY_COMPARE(shown(), 2);
        QVERIFY(shows(id, "For my eyes"));
        m_desk->session.setMe(QStringLiteral("Tom Hale"));
        QTRY_COMPARE(shown(), 1);
        const auto words = [this] {
            auto* text = widget<QPlainTextEdit>("recordText");
            return text ? text->toPlainText() : QString();
        };
        QTRY_VERIFY(words() != QStringLiteral("For my eyes"));
        m_place->showConversation(id); // asked for by id, it stays hidden
        QTRY_VERIFY(!m_desk->jobs.isBusy());
        QVERIFY(words() != QStringLiteral("For my eyes"));
    }

    void deleted_isBackAfterUndo()
    {
        const ConversationId id = m_desk->talk(CallDesk::conversation(m_ruth, m_ana, "To be deleted"));
        QTRY_COMPARE(shown(), 1);
        QVERIFY(shows(id, "To be deleted"));
        const std::string before = m_desk->digest();
        widget<Button>("recordDelete")->click();
        QTRY_COMPARE(shown(), 0);
        QCOMPARE(m_desk->session.undoLabel(), QStringLiteral("Delete the call with Ana Ruiz"));
        // No hidden page keeps its words.
        QTRY_VERIFY(m_place->findChild<QPlainTextEdit*>(QStringLiteral("recordText")) == nullptr);
        QVERIFY(m_desk->step(&Session::undo));
        QTRY_COMPARE(shown(), 1);
        QCOMPARE(m_desk->digest(), before);
    }

    void edit_changesWhatIsStoredAsOneStep()
    {
        const ConversationId id = m_desk->talk(CallDesk::conversation(m_ruth, m_ana, "Before"));
        QVERIFY(m_desk->change([&](store::Records& records) -> Result<> {
            NoteItem need;
            need.conversation = id;
            need.person = m_ana;
            need.text = "A host";
            WEAVEMAP_TRY(records.conversations.insert(need));
            return {};
        }));
        QVERIFY(shows(id, "Before"));
        const std::string before = m_desk->digest();
        QTRY_VERIFY(m_place->findChild<Button*>(QStringLiteral("recordEdit"))->isVisible());
        // The need is on the record before it is edited.
        QTRY_VERIFY(!m_desk->jobs.isBusy());
        widget<Button>("recordEdit")->click();
        auto* note = widget<QPlainTextEdit>("callNote");
        QTRY_VERIFY(note->isVisible());
        QCOMPARE(note->toPlainText(), QStringLiteral("Before"));
        note->setPlainText(QStringLiteral("After"));
        QLineEdit* need = widget<QLineEdit>("itemText");
        QVERIFY(need);
        QCOMPARE(need->text(), QStringLiteral("A host"));
        need->setText(QStringLiteral("Two hosts"));
        widget<Button>("addTie")->click();
        type(QStringLiteral("be"));
        press(Qt::Key_Return);
        widget<Button>("callStore")->click();
        QTRY_VERIFY(!note->isVisible());
        auto& records = m_desk->session.records();
        QCOMPARE(m_desk->conversations().size(), std::size_t{1});
        QCOMPARE(m_desk->conversations().front().text, std::string("After"));
        QCOMPARE(records.conversations.items(id).value().front().text, std::string("Two hosts"));
        const auto tie = records.ties.between(m_ana, m_ben).value();
        QVERIFY(tie);
        QCOMPARE(records.ties.evidence(tie->id).value().front().conversation, id);
        QCOMPARE(m_desk->session.undoLabel(), QStringLiteral("Change the call with Ana Ruiz"));
        QVERIFY(m_desk->step(&Session::undo));
        QCOMPARE(m_desk->digest(), before);
    }

    void deletedWhileItIsChanged_isStoredAgain()
    {
        const ConversationId id = m_desk->talk(CallDesk::conversation(m_ruth, m_ana, "Before"));
        QVERIFY(shows(id, "Before"));
        QTRY_VERIFY(!m_desk->jobs.isBusy());
        widget<Button>("recordEdit")->click();
        auto* note = widget<QPlainTextEdit>("callNote");
        QTRY_VERIFY(note->isVisible());
        note->setPlainText(QStringLiteral("After"));
        QVERIFY(m_desk->change([id](store::Records& records) { return records.conversations.remove(id); }));
        widget<Button>("callStore")->click();
        QTRY_VERIFY(!note->isVisible());
        QCOMPARE(m_desk->conversations().size(), std::size_t{1});
        QCOMPARE(m_desk->conversations().front().id, id);
        QCOMPARE(m_desk->conversations().front().text, std::string("After"));
    }

    void record_keepsTheKeyboardWhenItIsReadAgain()
    {
        const ConversationId id = m_desk->talk(CallDesk::conversation(m_ruth, m_ana, "Promised"));
        QVERIFY(m_desk->change([&](store::Records& records) -> Result<> {
            for (const char* text : {"Send it", "Ask for it"}) {
                FollowUp step;
                step.conversation = id;
                step.text = text;
                WEAVEMAP_TRY(records.conversations.insert(step));
            }
            return {};
        }));
        QVERIFY(shows(id, "Promised"));
        QTRY_COMPARE(m_place->findChildren<QCheckBox*>(QStringLiteral("recordKept")).size(), 2);
        QTRY_VERIFY(!m_desk->jobs.isBusy());
        QPointer<QCheckBox> second = m_place->findChildren<QCheckBox*>(QStringLiteral("recordKept")).last();
        second->setFocus();
        // A change of something else leaves the very widgets alone.
        m_desk->talk(CallDesk::conversation(m_tom, m_ben, "Another", 3));
        QTRY_COMPARE(shown(), 2);
        QTRY_VERIFY(!m_desk->jobs.isBusy());
        QVERIFY(second);
        QTest::keyClick(second, Qt::Key_Space);
        QTRY_VERIFY(!second);
        auto* after = qobject_cast<QCheckBox*>(QApplication::focusWidget());
        QVERIFY(after);
        QCOMPARE(after->objectName(), QStringLiteral("recordKept"));
    }

    void introductionOfAStoredCall_outlivesItsChange()
    {
        const ConversationId id = m_desk->talk(CallDesk::conversation(m_ruth, m_ana, "Before"));
        NoteItem introduction;
        introduction.conversation = id;
        introduction.person = m_ana;
        introduction.other = m_ben;
        introduction.kind = NoteItemKind::introduction;
        introduction.state = NoteItemState::asked;
        QVERIFY(m_desk->change([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(introduction.id, records.conversations.insert(introduction));
            return {};
        }));
        QVERIFY(shows(id, "Before"));
        QTRY_VERIFY(!m_desk->jobs.isBusy());
        widget<Button>("recordEdit")->click();
        auto* note = widget<QPlainTextEdit>("callNote");
        QTRY_VERIFY(note->isVisible());
        note->setPlainText(QStringLiteral("After"));
        widget<Button>("callStore")->click();
        QTRY_VERIFY(!note->isVisible());
        QCOMPARE(m_desk->session.records().conversations.items(id).value(), std::vector<NoteItem>{introduction});
    }

    void nextStep_isKeptFromTheRecord()
    {
        const ConversationId id = m_desk->talk(CallDesk::conversation(m_ruth, m_ana, "Promised"));
        QVERIFY(m_desk->change([&](store::Records& records) -> Result<> {
            FollowUp step;
            step.conversation = id;
            step.person = m_ana;
            step.text = "Send it";
            WEAVEMAP_TRY(records.conversations.insert(step));
            return {};
        }));
        QVERIFY(shows(id, "Promised"));
        QTRY_VERIFY(widget<QCheckBox>("recordKept"));
        QVERIFY(!widget<QCheckBox>("recordKept")->isChecked());
        widget<QCheckBox>("recordKept")->click();
        QTRY_VERIFY(m_desk->session.records().conversations.followUps().value().front().done == kToday);
        QTRY_VERIFY(widget<QCheckBox>("recordKept")->isChecked());
    }

    void menus_markWhatIsChosen()
    {
        m_desk->talk(CallDesk::conversation(m_ruth, m_ana, "Short of help"));
        QTRY_COMPARE(shown(), 1);
        const auto marked = [this](const char* chip) {
            widget<Chip>(chip)->click();
            auto* const menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            QStringList words;
            for (const QAction* const action : menu->actions())
                if (action->isChecked())
                    words << action->text();
            menu->close();
            return words;
        };
        const auto choose = [this](const char* chip, const QString& wanted) {
            widget<Chip>(chip)->click();
            auto* const menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            for (QAction* const action : menu->actions())
                if (action->text() == wanted)
                    action->trigger();
            menu->close();
        };
        const QString ruth = m_desk->people.nameOf(m_ruth), video = words(ConversationKind::video);
        QCOMPARE(marked("timelineKind"), QStringList({QStringLiteral("Any kind")}));
        QCOMPARE(marked("timelineStaff"), QStringList({QStringLiteral("Any staff")}));
        choose("timelineKind", video);
        choose("timelineStaff", ruth);
        QCOMPARE(marked("timelineKind"), QStringList({video}));
        QCOMPARE(marked("timelineStaff"), QStringList({ruth}));
        m_place->focusFilter();
        QVERIFY(m_place->stepBack());
        QCOMPARE(marked("timelineKind"), QStringList({QStringLiteral("Any kind")}));
        QCOMPARE(marked("timelineStaff"), QStringList({QStringLiteral("Any staff")}));
    }

    void filters_narrowByWordAndPersonAndAreClearedByEscape()
    {
        const ConversationId club = m_desk->talk(CallDesk::conversation(m_ruth, m_ana, "Reading Cl\u00FAb grows"));
        m_desk->talk(CallDesk::conversation(m_tom, m_ben, "Short of help", 40));
        QTRY_COMPARE(shown(), 2);
        m_place->focusFilter();
        type(QStringLiteral("club ana"));
        QTRY_COMPARE(shown(), 1);
        QCOMPARE(widget<QLabel>("timelineCount")->text(), QStringLiteral("1 of 2"));
        QVERIFY(m_place->stepBack());
        QCOMPARE(shown(), 2);
        widget<Chip>("timelinePerson")->click();
        type(QStringLiteral("be"));
        press(Qt::Key_Return);
        QCOMPARE(shown(), 1);
        QCOMPARE(widget<Chip>("timelinePerson")->value(), QStringLiteral("Ben Okafor"));
        // Asked for by name, a conversation shows whatever the filters hide.
        QVERIFY(shows(club, "Reading Cl\u00FAb grows"));
        QCOMPARE(shown(), 2);
    }

    void missedCall_isSaidInWords()
    {
        Conversation missed = CallDesk::conversation(m_ruth, m_ana, "");
        missed.reached = false;
        m_desk->talk(missed);
        QTRY_COMPARE(shown(), 1);
        const QModelIndex row = widget<QListView>("timeline")->model()->index(0, 0);
        QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("not reached")));
        QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Staff only")));
    }

    void readOnlyFile_isReadAndNotWritten()
    {
        const ConversationId id = m_desk->talk(CallDesk::conversation(m_ruth, m_ana, "To be read"));
        m_desk->session.close();
        Session holder;
        QSignalSpy held(&holder, &Session::opened);
        holder.open(m_desk->at("network.weavemap"));
        QTRY_COMPARE(held.size(), 1);
        QVERIFY(m_desk->open("network.weavemap", Session::OpenMode::existing));
        QVERIFY(m_desk->session.isReadOnly());
        QVERIFY(shows(id, "To be read"));
        QVERIFY(!widget<Button>("recordEdit")->isEnabled());
        QVERIFY(!widget<Button>("recordDelete")->isEnabled());
        QSignalSpy said(m_place.get(), &Place::said);
        m_place->logCall(m_ana);
        QCOMPARE(said.size(), 1);
        QVERIFY(!widget<QPlainTextEdit>("callNote")->isVisible());
    }

    void anotherFile_startsClean()
    {
        m_desk->talk(CallDesk::conversation(m_ruth, m_ana, "Of the first file"));
        QTRY_COMPARE(shown(), 1);
        m_place->logCall(m_ana);
        type(QStringLiteral("A draft of the first file"));
        QVERIFY(m_desk->open("other.weavemap"));
        QTRY_COMPARE(shown(), 0);
        QVERIFY(!widget<QPlainTextEdit>("callNote")->isVisible());
        m_place->logCall({});
        QVERIFY(widget<QPlainTextEdit>("callNote")->toPlainText().isEmpty());
        QVERIFY(m_desk->open("network.weavemap", Session::OpenMode::existing));
        QTRY_COMPARE(shown(), 1);
        m_place->logCall({});
        QCOMPARE(widget<QPlainTextEdit>("callNote")->toPlainText(), QStringLiteral("A draft of the first file"));
    }
};

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    ThemeController theme(app, ThemeChoice::light);
    TestConversationsPlace test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_conversations_place.moc"
