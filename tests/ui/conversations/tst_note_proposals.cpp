// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSet>

#include "NoteTest.h"
#include "ui/widgets/Button.h"

using namespace weavemap;
using namespace weavemap::ui;
using conversationstest::press;

/// What a note proposes, decided on by keys beside it.
class TestNoteProposals : public conversationstest::NoteTest
{
    Q_OBJECT

    const QString m_tie = QStringLiteral("Ana Ruiz and Ben Okafor");
    const QString m_mentor = QStringLiteral("A mentor for maths");

private Q_SLOTS:
    void init() { openDesk(); }
    void cleanup() { closeDesk(); }

    void typing_bringsChipsLetterByLetter()
    {
        m_place->logCall(m_ana);
        write(QStringLiteral("Works with Be"));
        QVERIFY(chips().isEmpty());
        write(QStringLiteral("n"));
        QCOMPARE(titles(), QStringList{m_tie});
        QCOMPARE(chip(m_tie)->state(), State::taken);
        QVERIFY(chip(m_tie)->height() >= 44 && chip(m_tie)->height() <= 50);
        QVERIFY(chip(m_tie)->accessibleName().contains(QStringLiteral("Works with Ben")));
        note()->selectAll();
        press(Qt::Key_Delete);
        QVERIFY(chips().isEmpty());
    }

    void allTaken_isOneStepThatUndoTakesBack()
    {
        const std::string before = m_desk->digest();
        m_place->logCall(m_ana);
        write(QStringLiteral("Works with Ben on grants. Met @Kirsten Oyelaran. Needs a mentor for maths. "
                             "Could share her rubric. I'll send her the list by Friday."));
        QCOMPARE(chips().size(), 6);
        QVERIFY(storeByKey());
        const auto tie = records().ties.between(m_ana, m_ben).value();
        QVERIFY(tie);
        QCOMPARE(tie->collaboration, Collaboration::now);
        const auto kirsten = records().people.findByName("Kirsten Oyelaran").value();
        QCOMPARE(kirsten.size(), std::size_t{1});
        QVERIFY(records().ties.between(m_ana, kirsten.front().id).value());
        QCOMPARE(records().conversations.itemsOf(m_ana).value().size(), std::size_t{2});
        const auto steps = records().conversations.followUps().value();
        QCOMPARE(steps.size(), std::size_t{1});
        QCOMPARE(steps.front().owner, m_ruth);
        QCOMPARE(steps.front().due, std::optional(conversationstest::day(2026, 10, 16)));
        QVERIFY(m_desk->step(&Session::undo));
        QCOMPARE(m_desk->digest(), before);
    }

    void refused_isShownSoAndNotStored()
    {
        m_place->logCall(m_ana);
        write(QStringLiteral("Works with Ben. Needs a mentor for maths."));
        press(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), chip(m_tie));
        press(Qt::Key_Delete);
        QCOMPARE(chip(m_tie)->state(), State::refused);
        QCOMPARE(QApplication::focusWidget(), chip(m_tie));
        QCOMPARE(widget<QLabel>("entriesCount")->text(), QStringLiteral("1 of 2"));
        QVERIFY(storeByKey());
        QVERIFY(!records().ties.between(m_ana, m_ben).value());
        QCOMPARE(records().conversations.itemsOf(m_ana).value().size(), std::size_t{1});
    }

    void topicOfATie_isShownWhereItIsStored()
    {
        m_place->logCall(m_ana);
        write(QStringLiteral("Works with Ben on #reading."));
        const QString tie = QStringLiteral("Ana Ruiz and Ben Okafor");
        QVERIFY(chip(tie));
        // The words of the note follow; before them stands what is recorded.
        QVERIFY2(!chip(tie)->accessibleName().contains(QStringLiteral("topic: ")),
                 qPrintable(chip(tie)->accessibleName()));
        QVERIFY(storeByKey());
        const auto stored = records().ties.between(m_ana, m_ben).value();
        QVERIFY(stored.has_value());
        QVERIFY(records().ties.overlays(stored->id).value().empty());
        m_place->logCall(m_ana);
        write(QStringLiteral("Goes to Ben for advice on #reading."));
        QVERIFY2(chip(tie)->accessibleName().contains(QStringLiteral("for advice on #reading")),
                 qPrintable(chip(tie)->accessibleName()));
        QVERIFY(storeByKey());
        const auto directions = records().ties.overlays(stored->id).value();
        QCOMPARE(directions.size(), std::size_t{1});
        QCOMPARE(directions.front().topic, std::string("reading"));
    }

    void space_leavesAndTakesAgain()
    {
        m_place->logCall(m_ana);
        write(QStringLiteral("Works with Ben."));
        press(Qt::Key_Down, Qt::ControlModifier);
        press(Qt::Key_Space);
        QCOMPARE(chip(m_tie)->state(), State::refused);
        press(Qt::Key_Space);
        QCOMPARE(chip(m_tie)->state(), State::taken);
    }

    void doubtful_startsLeft()
    {
        m_place->logCall(m_ana);
        write(QStringLiteral("Maybe she works with Ben."));
        QVERIFY(!chips().isEmpty());
        QCOMPARE(chip(m_tie)->state(), State::left);
        QVERIFY(storeByKey());
        QVERIFY(!records().ties.between(m_ana, m_ben).value());
    }

    void decisions_stickWhileTheTextGoesOn()
    {
        m_place->logCall(m_ana);
        write(QStringLiteral("Works with Ben. Needs a mentor"));
        press(Qt::Key_Down, Qt::ControlModifier);
        press(Qt::Key_Down);
        QCOMPARE(qobject_cast<QAbstractButton*>(QApplication::focusWidget())->text(), QStringLiteral("A mentor"));
        press(Qt::Key_Delete);
        QVERIFY(m_place->stepBack());
        QCOMPARE(QApplication::focusWidget(), note());
        write(QStringLiteral(" for maths. Then more."));
        QCOMPARE(chip(m_mentor)->state(), State::refused);
        QCOMPARE(chip(m_tie)->state(), State::taken);
        note()->moveCursor(QTextCursor::Start);
        write(QStringLiteral("Before it all. "));
        QCOMPARE(chip(m_mentor)->state(), State::refused);
    }

    void chipInHand_lightsItsWords()
    {
        m_place->logCall(m_ana);
        write(QStringLiteral("Hello there. Works with Ben. Bye."));
        press(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(note()->extraSelections().size(), 1);
        QCOMPARE(note()->extraSelections().front().cursor.selectedText(), QStringLiteral("Works with Ben"));
        m_place->stepBack();
        QVERIFY(note()->extraSelections().isEmpty());
    }

    void enter_opensAnEntryInItsPlace()
    {
        m_place->logCall(m_ana);
        write(QStringLiteral("Works with Ben. Needs a mentor for maths."));
        press(Qt::Key_Down, Qt::ControlModifier);
        press(Qt::Key_Return);
        QCOMPARE(titles(), QStringList{m_mentor});
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("tieB"));
        QCOMPARE(widget<QLineEdit>("tieA")->text(), QStringLiteral("Ana Ruiz"));
        QCOMPARE(widget<QLineEdit>("tieB")->text(), QStringLiteral("Ben Okafor"));
        auto* depth = widget<QComboBox>("tieDepth");
        depth->setCurrentIndex(depth->findData(static_cast<int>(TieDepth::rely)));
        Q_EMIT depth->activated(depth->currentIndex());
        note()->setFocus();
        write(QStringLiteral(" More words."));
        QCOMPARE(titles(), QStringList{m_mentor}); // the entry stands for it
        QVERIFY(storeByKey());
        QCOMPARE(records().ties.between(m_ana, m_ben).value()->depth, TieDepth::rely);
        QCOMPARE(records().ties.evidence(records().ties.between(m_ana, m_ben).value()->id).value().size(),
                 std::size_t{1});
    }

    void entryOfAProposalLeftOut_isAProposalLeftOut()
    {
        m_place->logCall(m_ana);
        write(QStringLiteral("Needs a mentor for maths."));
        press(Qt::Key_Down, Qt::ControlModifier);
        press(Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("itemText"));
        widget<QWidget>("itemEntry")->findChild<QAbstractButton*>(QStringLiteral("entryRemove"))->click();
        QCOMPARE(chip(m_mentor)->state(), State::refused);
    }

    void entryMadeByHand_isNotProposedOnceMore()
    {
        m_place->logCall(m_ana);
        widget<Button>("addTie")->click();
        write(QStringLiteral("be"));
        press(Qt::Key_Return);
        note()->setFocus();
        write(QStringLiteral("Works with Ben."));
        QVERIFY(chips().isEmpty());
    }

    void newcomerRefused_takesTheirTieAlong()
    {
        m_place->logCall(m_ana);
        write(QStringLiteral("Met @Kirsten Oyelaran."));
        const QString tie = QStringLiteral("Ana Ruiz and Kirsten Oyelaran"),
                      kirsten = QStringLiteral("Kirsten Oyelaran");
        QCOMPARE(titles(), (QStringList{tie, kirsten}));
        press(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), chip(kirsten));
        press(Qt::Key_Space);
        QCOMPARE(chip(tie)->state(), State::refused);
        press(Qt::Key_Down);
        press(Qt::Key_Space); // the tie brings her back
        QCOMPARE(chip(kirsten)->state(), State::taken);
        press(Qt::Key_Up);
        press(Qt::Key_Delete);
        QVERIFY(storeByKey());
        QVERIFY(records().people.findByName("Kirsten Oyelaran").value().empty());
    }

    void firstCallWithSomebodyNew_proposesForThem()
    {
        m_place->logCall({});
        write(QStringLiteral("Zora Quill"));
        press(Qt::Key_Return);
        write(QStringLiteral("Works with Ben."));
        QCOMPARE(titles(), QStringList{QStringLiteral("Zora Quill and Ben Okafor")});
        QVERIFY(storeByKey());
        const auto zora = records().people.findByName("Zora Quill").value();
        QCOMPARE(zora.size(), std::size_t{1});
        QVERIFY(records().ties.between(zora.front().id, m_ben).value());
    }

    void missedCall_isAnAttempt()
    {
        m_place->logCall(m_ana);
        widget<QAbstractButton>("callMissed")->click();
        note()->setFocus();
        write(QStringLiteral("No answer."));
        QVERIFY(storeByKey());
        QVERIFY(!m_desk->conversations().front().reached);
    }

    void twelveChips_areWalkedFromTheFirstToTheLast()
    {
        for (const char* name : {"Cora Lind", "Dov Stein", "Eli Marsh", "Fay Wong"})
            m_desk->add(name);
        m_place->logCall(m_ana);
        write(QStringLiteral("Works with Ben on labs. Met Cora. Knows of Dov. Goes to Eli for grants. "
                             "Swaps lesson plans with Fay. Needs a mentor for maths. Needs a van for the fair. "
                             "Could share her rubric. Happy to host visitors. "
                             "I'll send her the list by Friday. Call her back in two weeks. "
                             "Wants to meet Dov."));
        QVERIFY2(chips().size() >= 12, qPrintable(titles().join(QLatin1Char('\n'))));
        press(Qt::Key_Down, Qt::ControlModifier);
        QSet<QWidget*> seen;
        while (qobject_cast<ProposalChip*>(QApplication::focusWidget()) &&
               !seen.contains(QApplication::focusWidget())) {
            seen.insert(QApplication::focusWidget());
            press(Qt::Key_Down);
        }
        QCOMPARE(seen.size(), chips().size());
        QVERIFY(m_place->stepBack());
        QCOMPARE(QApplication::focusWidget(), note());
    }

    void draft_keepsWhatWasDecided()
    {
        m_place->logCall(m_ana);
        write(QStringLiteral("Works with Ben. Needs a mentor for maths."));
        press(Qt::Key_Down, Qt::ControlModifier);
        press(Qt::Key_Delete);
        QTRY_VERIFY(!drafts().isEmpty());
        makePlace();
        m_place->logCall({});
        QTRY_COMPARE(chips().size(), 2);
        QCOMPARE(chip(m_tie)->state(), State::refused);
        QCOMPARE(chip(m_mentor)->state(), State::taken);
        note()->setFocus();
        QVERIFY(storeByKey());
        QVERIFY(!records().ties.between(m_ana, m_ben).value());
    }

    void storedCall_proposesWhatIsNewInItAlone()
    {
        m_place->logCall(m_ana);
        write(QStringLiteral("Works with Ben. Needs a mentor for maths."));
        press(Qt::Key_Down, Qt::ControlModifier);
        press(Qt::Key_Down);
        press(Qt::Key_Delete);
        QVERIFY(storeByKey());
        QTRY_VERIFY(widget<Button>("recordEdit"));
        widget<Button>("recordEdit")->click();
        QTRY_COMPARE(titles(), QStringList{m_mentor}); // the tie is on record
        QCOMPARE(chip(m_mentor)->state(), State::left);
        note()->setFocus();
        note()->moveCursor(QTextCursor::End);
        write(QStringLiteral(" Could share her rubric."));
        QCOMPARE(chips().size(), 2);
        QCOMPARE(chip(m_mentor)->state(), State::left);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!note()->isVisible());
        const auto items = records().conversations.itemsOf(m_ana).value();
        QCOMPARE(items.size(), std::size_t{1});
        QCOMPARE(items.front().kind, NoteItemKind::offer);
        const auto tie = records().ties.between(m_ana, m_ben).value();
        QCOMPARE(records().ties.evidence(tie->id).value().size(), std::size_t{1});
    }

    void storedCallThatProposedNothing_keepsWhatIsTakenOfItsChange()
    {
        m_place->logCall(m_ana);
        write(QStringLiteral("Hello there."));
        QVERIFY(storeByKey());
        const auto edit = [this] {
            m_place->showConversation(m_desk->conversations().front().id);
            QTRY_VERIFY(widget<Button>("recordEdit"));
            QTRY_VERIFY((widget<Button>("recordEdit")->click(), note()->isVisible())); // once it is read
        };
        edit();
        note()->setFocus();
        note()->moveCursor(QTextCursor::End);
        write(QStringLiteral(" Works with Ben."));
        QCOMPARE(titles(), QStringList{m_tie});
        QCOMPARE(chip(m_tie)->state(), State::taken);
        QTRY_VERIFY(!drafts().isEmpty());
        makePlace();
        edit();
        QTRY_COMPARE(titles(), QStringList{m_tie});
        QCOMPARE(chip(m_tie)->state(), State::taken);
    }

    void moreThanAreShown_areLeftAsTheyMoveUp()
    {
        QString text;
        for (int i = 0; i < 250; ++i)
            text += QStringLiteral("Needs a mentor for subject%1.\n").arg(i);
        const ConversationId id =
            m_desk->talk(conversationstest::CallDesk::conversation(m_ruth, m_ana, text.toStdString()));
        m_place->showConversation(id);
        QTRY_VERIFY(widget<Button>("recordEdit"));
        QTRY_VERIFY((widget<Button>("recordEdit")->click(), note()->isVisible()));
        QTRY_COMPARE(chips().size(), 200);
        note()->setPlainText(text.section(QLatin1Char('\n'), 100));
        QTRY_COMPARE(chips().size(), 150);
        for (const auto* one : chips())
            QCOMPARE(one->state(), State::left);
    }

    void newcomerOfAShownTie_isShownHoweverFarDown()
    {
        QString text;
        for (int i = 0; i < 199; ++i)
            text += QStringLiteral("Needs a mentor for subject%1.\n").arg(i);
        m_place->logCall(m_ana);
        note()->setPlainText(text + QStringLiteral("Met @Kirsten Oyelaran."));
        const QString tie = QStringLiteral("Ana Ruiz and Kirsten Oyelaran"),
                      kirsten = QStringLiteral("Kirsten Oyelaran");
        QTRY_VERIFY(chip(kirsten));
        QCOMPARE(chips().size(), 201);
        QCOMPARE(chip(tie)->state(), State::taken);
        chip(kirsten)->setFocus();
        press(Qt::Key_Delete);
        QCOMPARE(chip(tie)->state(), State::refused);
    }
};

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    ThemeController theme(app, ThemeChoice::light);
    TestNoteProposals test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_note_proposals.moc"
