// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include <QAbstractItemView>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

#include "PlaceTest.h"
#include "ui/conversations/ConversationsPlace.h"
#include "ui/widgets/Button.h"

using namespace weavemap;
using namespace weavemap::ui;
using conversationstest::CallDesk;
using conversationstest::press;
using conversationstest::type;

/// Writing a call down, by keys alone where it says so.
class TestCallPage : public conversationstest::PlaceTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openDesk(); }
    void cleanup() { closeDesk(); }

    void twoLettersAndEnter_pickThePersonAndLeadToTheNote()
    {
        m_place->logCall({});
        QCOMPARE(QApplication::focusWidget(), participant());
        type(QStringLiteral("an"));
        press(Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget(), note());
        QCOMPARE(widget<QLabel>("callTitle")->text(), QStringLiteral("Call with Ana Ruiz"));
        type(QStringLiteral("Reading club"));
        QVERIFY(storeByKey());
        const auto stored = m_desk->conversations();
        QCOMPARE(stored.front().participants, std::vector<PersonId>{m_ana});
        QCOMPARE(stored.front().text, std::string("Reading club"));
        QCOMPARE(stored.front().staff, m_ruth);
        QCOMPARE(stored.front().confidentiality, Confidentiality::staff);
        QCOMPARE(stored.front().when, m_desk->clock.now());
        QCOMPARE(m_desk->session.undoLabel(), QStringLiteral("Call with Ana Ruiz"));
    }

    void newPersonAndTieByKeys_areOneStepThatUndoTakesBack()
    {
        const std::string before = m_desk->digest();
        m_place->logCall({});
        type(QStringLiteral("Zora Quill"));
        press(Qt::Key_Return); // the only offer: add her
        QCOMPARE(QApplication::focusWidget(), note());
        type(QStringLiteral("Reads a lot"));
        press(Qt::Key_Down, Qt::ControlModifier);
        press(Qt::Key_Space); // add a tie
        type(QStringLiteral("be"));
        press(Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("tieDepth"));
        QVERIFY(storeByKey());

        auto& records = m_desk->session.records();
        const auto zora = records.people.findByName("Zora Quill").value();
        QCOMPARE(zora.size(), std::size_t{1});
        QCOMPARE(zora.front().kind, PersonKind::member);
        const auto tie = records.ties.between(zora.front().id, m_ben).value();
        QVERIFY(tie);
        QCOMPARE(tie->depth, TieDepth::exchange);
        const auto evidence = records.ties.evidence(tie->id).value();
        QCOMPARE(evidence.size(), std::size_t{1});
        QCOMPARE(evidence.front().heardFrom, zora.front().id);
        QCOMPARE(evidence.front().conversation, m_desk->conversations().front().id);
        const std::string after = m_desk->digest();
        QVERIFY(m_desk->step(&Session::undo));
        QCOMPARE(m_desk->digest(), before);
        QVERIFY(m_desk->step(&Session::redo));
        QCOMPARE(m_desk->digest(), after);
    }

    void needsAndNextSteps_areStoredWithTheCall()
    {
        m_place->logCall(m_ana);
        QCOMPARE(QApplication::focusWidget(), note());
        widget<Button>("addNeed")->click();
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("itemText"));
        type(QStringLiteral("A host"));
        press(Qt::Key_Return);
        type(QStringLiteral("stories"));
        widget<Button>("addStep")->click();
        type(QStringLiteral("Send the calendar"));
        note()->setFocus();
        QVERIFY(storeByKey());
        auto& store = m_desk->session.records().conversations;
        const auto items = store.itemsOf(m_ana).value();
        QCOMPARE(items.size(), std::size_t{1});
        QCOMPARE(items.front().text, std::string("A host"));
        QCOMPARE(items.front().topic, std::string("stories"));
        const auto steps = store.followUps().value();
        QCOMPARE(steps.size(), std::size_t{1});
        QCOMPARE(steps.front().owner, m_ruth);
        QCOMPARE(steps.front().person, m_ana);
    }

    void storedTwiceByKey_isOneCall()
    {
        m_place->logCall(m_ana);
        type(QStringLiteral("Once"));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTest::keyClick(note(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!note()->isVisible());
        QTRY_VERIFY(!m_desk->session.isSaving());
        QCOMPARE(m_desk->conversations().size(), std::size_t{1});
        QVERIFY(drafts().isEmpty());
    }

    void somebodyUndoneMeanwhile_isSaidBesideTheField()
    {
        const PersonId cy = m_desk->add("Cy Young");
        m_place->logCall(cy);
        type(QStringLiteral("Words"));
        QVERIFY(m_desk->step(&Session::undo));
        QTRY_VERIFY(m_desk->people.find(cy) == nullptr);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(widget<QLabel>("callParticipantProblem")->text().contains(QStringLiteral("Cy Young")));
        QVERIFY(m_desk->conversations().empty());
        QCOMPARE(note()->toPlainText(), QStringLiteral("Words"));
        QVERIFY(m_desk->step(&Session::redo));
        QTRY_VERIFY(m_desk->people.find(cy) != nullptr);
        note()->setFocus();
        QVERIFY(storeByKey());
    }

    void draftsOfTwoPeople_areNotMixed()
    {
        m_desk->session.setMe(QString());
        m_place->logCall(m_ben);
        type(QStringLiteral("Of nobody yet"));
        m_place->stepBack();
        m_desk->session.setMe(QStringLiteral("Ruth Meyer")); // it was hers
        m_place->logCall({});
        QCOMPARE(note()->toPlainText(), QStringLiteral("Of nobody yet"));
        m_desk->add("Tom Hale", PersonKind::staff);
        m_desk->session.setMe(QStringLiteral("Tom Hale"));
        QVERIFY(!note()->isVisible()); // nobody types on a page without a call
        m_place->logCall({});
        QVERIFY(note()->toPlainText().isEmpty());
        m_place->stepBack();
        m_desk->session.setMe(QStringLiteral("Ruth Meyer"));
        m_place->logCall({});
        QCOMPARE(note()->toPlainText(), QStringLiteral("Of nobody yet"));
    }

    void wordsTakenOutAgain_doNotComeBackInTheNextCall()
    {
        m_place->logCall(m_ana);
        type(QStringLiteral("between us"));
        note()->selectAll();
        press(Qt::Key_Delete);
        QVERIFY(note()->toPlainText().isEmpty());
        m_desk->add("Lin Park", PersonKind::staff);
        m_desk->session.setMe(QStringLiteral("Lin Park"));
        m_place->logCall(m_ben);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(note()->toPlainText(), QString());
    }

    void draftBegunBeforeItIsKnownWhoIsHere_doesNotReplaceTheirOwn()
    {
        m_place->logCall(m_ana);
        type(QStringLiteral("Hers"));
        m_place->stepBack();
        m_desk->session.setMe(QString());
        m_place->logCall(m_ben);
        type(QStringLiteral("Begun before"));
        m_place->stepBack();
        m_desk->session.setMe(QStringLiteral("Ruth Meyer"));
        m_place->logCall({});
        QCOMPARE(note()->toPlainText(), QStringLiteral("Begun before"));
        note()->setFocus();
        QVERIFY(storeByKey());
        QCOMPARE(m_desk->conversations().front().staff, m_ruth);
        m_place->logCall({});
        QCOMPARE(note()->toPlainText(), QStringLiteral("Hers"));
    }

    void namesakes_areToldApartInTheList()
    {
        Person other;
        other.name = "Ana Ruiz";
        other.region = "Coast";
        other.role = "Principal";
        QVERIFY(m_desk->change([&](store::Records& records) -> Result<> {
            return actions::addPerson(records, other).map([](PersonId) {});
        }));
        QTRY_COMPARE(m_desk->people.rowCount(), 4);
        m_place->logCall({});
        type(QStringLiteral("ana"));
        auto* popup = qobject_cast<QAbstractItemView*>(QApplication::activePopupWidget());
        QVERIFY(popup);
        QStringList spoken;
        for (int row = 0; row < popup->model()->rowCount(); ++row)
            spoken << popup->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY(spoken.contains(QStringLiteral("Ana Ruiz")));
        QVERIFY(spoken.contains(QStringLiteral("Ana Ruiz, Principal \u00B7 Coast")));
        QVERIFY(popup->width() > participant()->width());
        press(Qt::Key_Escape);
    }

    void draft_outlivesThePlaceAndGoesWhenStored()
    {
        m_place->logCall(m_ana);
        type(QStringLiteral("Half a sentence"));
        widget<Button>("addTie")->click();
        type(QStringLiteral("nobody we kno"));
        press(Qt::Key_Escape);
        QTRY_VERIFY(!drafts().isEmpty()); // kept while typing, not only at the end
        makePlace();
        QVERIFY(!note()->isVisible());
        m_place->logCall({});
        QCOMPARE(note()->toPlainText(), QStringLiteral("Half a sentence"));
        QCOMPARE(widget<QLabel>("callTitle")->text(), QStringLiteral("Call with Ana Ruiz"));
        QCOMPARE(widget<QLineEdit>("tieB")->text(), QStringLiteral("nobody we kno"));
        const QFile file(m_desk->folder.filePath(QStringLiteral("config/drafts/") + drafts().constFirst()));
        QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
        widget<QWidget>("tieEntry")->findChild<QAbstractButton*>(QStringLiteral("entryRemove"))->click();
        note()->setFocus();
        QVERIFY(storeByKey());
        QVERIFY(drafts().isEmpty());
        m_place->logCall({});
        QVERIFY(note()->toPlainText().isEmpty());
    }

    void draft_isThrownAwayOnlyAfterAQuestion()
    {
        m_place->logCall(m_ana);
        type(QStringLiteral("Words"));
        widget<Button>("callThrowAway")->click(); // answered as by Escape
        QCOMPARE(m_desk->dialogs.questions().size(), std::size_t{1});
        QCOMPARE(note()->toPlainText(), QStringLiteral("Words"));
        m_desk->dialogs.willAnswer(0);
        widget<Button>("callThrowAway")->click();
        QVERIFY(!note()->isVisible());
        QVERIFY(drafts().isEmpty());
    }

    void anotherPerson_doesNotOverwriteWhatIsBegun()
    {
        m_place->logCall(m_ana);
        type(QStringLiteral("About Ana"));
        m_place->stepBack();
        QVERIFY(!note()->isVisible());
        m_desk->dialogs.willAnswer(0); // go on with it
        m_place->logCall(m_ben);
        QCOMPARE(note()->toPlainText(), QStringLiteral("About Ana"));
        m_desk->dialogs.willAnswer(1); // start with Ben
        m_place->logCall(m_ben);
        QVERIFY(note()->toPlainText().isEmpty());
        QCOMPARE(widget<QLabel>("callTitle")->text(), QStringLiteral("Call with Ben Okafor"));
    }

    void foldedEntryOfADraft_saysWhatItHolds()
    {
        m_place->logCall(m_ana);
        widget<Button>("addStep")->click();
        type(QStringLiteral("Send the calendar"));
        makePlace();
        m_place->logCall({});
        const auto* step = widget<QWidget>("stepEntry")->findChild<QAbstractButton*>(QStringLiteral("entryLine"));
        QCOMPARE(step->text(), QStringLiteral("Send the calendar"));
    }

    void nothingToStore_isSaidBesideTheField()
    {
        m_place->logCall({});
        note()->setFocus();
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(widget<QLabel>("callParticipantProblem")->isVisible());
        QCOMPARE(QApplication::focusWidget(), participant());
        participant()->setText(QStringLiteral("Nobody Known"));
        note()->setFocus();
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(widget<QLabel>("callParticipantProblem")->text().contains(QStringLiteral("Nobody Known")));
        QCOMPARE(participant()->text(), QStringLiteral("Nobody Known"));
        QVERIFY(m_desk->conversations().empty());
    }

    void tieToOneself_isRefusedBesideItsRow()
    {
        m_place->logCall(m_ana);
        widget<Button>("addTie")->click();
        type(QStringLiteral("an"));
        press(Qt::Key_Return);
        press(Qt::Key_Return, Qt::ControlModifier);
        auto* problem = widget<QWidget>("tieEntry")->findChild<QLabel*>(QStringLiteral("entryProblem"));
        QVERIFY(problem->isVisible());
        QVERIFY(problem->text().contains(QStringLiteral("Ana Ruiz")));
        QVERIFY(m_desk->conversations().empty());
    }

    void escape_leadsFromTheEntriesToTheNoteAndThenOut()
    {
        m_place->logCall(m_ana);
        press(Qt::Key_Down, Qt::ControlModifier);
        QVERIFY(QApplication::focusWidget() != note());
        QVERIFY(m_place->stepBack());
        QCOMPARE(QApplication::focusWidget(), note());
        QVERIFY(m_place->stepBack());
        QVERIFY(!note()->isVisible());
    }

    void tabOrder_goesFromTheNoteToTheEntries_andEndsAtTheFoot()
    {
        m_place->logCall(m_ana);
        note()->setFocus();
        const auto next = [this] {
            press(Qt::Key_Tab);
            return QApplication::focusWidget()->objectName();
        };
        QCOMPARE(next(), QStringLiteral("addTie"));
        QCOMPARE(next(), QStringLiteral("addNeed"));
        QString name = next();
        for (int i = 0; i < 20 && name != QLatin1String("callThrowAway"); ++i)
            name = next();
        QCOMPARE(name, QStringLiteral("callThrowAway"));
        QCOMPARE(next(), QStringLiteral("callClose"));
        QCOMPARE(next(), QStringLiteral("callStore"));
    }

    void hugeAndForeignText_isStoredAsTyped()
    {
        QString text;
        for (int line = 0; line < 10'000; ++line)
            text += QStringLiteral("\u0645\u0631\u062D\u0628\u0627 \U0001F469\u200D\U0001F3EB line %1\n").arg(line);
        m_place->logCall(m_ana);
        note()->setPlainText(text);
        note()->setFocus();
        QVERIFY(storeByKey());
        QCOMPARE(QString::fromStdString(m_desk->conversations().front().text), text);
        QTRY_VERIFY(widget<QPlainTextEdit>("recordText"));
        QTRY_COMPARE(widget<QPlainTextEdit>("recordText")->toPlainText(), text); // it comes in bit by bit
        QVERIFY(widget<QPlainTextEdit>("recordText")->height() < 2000);
    }
};

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    ThemeController theme(app, ThemeChoice::light);
    TestCallPage test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_call_page.moc"
