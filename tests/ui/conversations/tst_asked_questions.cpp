// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QAbstractItemView>
#include <QCheckBox>
#include <QCompleter>

#include "PlaceTest.h"
#include "core/actions/QuestionBank.h"
#include "ui/conversations/CallDraftFile.h"
#include "ui/conversations/CallInput.h"
#include "ui/conversations/CallPage.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/TextLabel.h"

using namespace weavemap;
using namespace weavemap::ui;
using conversationstest::CallDesk;
using conversationstest::press;
using conversationstest::type;

/// Questions of the bank that are put to somebody in a call.
class TestAskedQuestions : public conversationstest::PlaceTest
{
    Q_OBJECT

    QList<QCheckBox*> boxes() const { return m_place->findChildren<QCheckBox*>(QStringLiteral("questionAskedBox")); }
    /// A call with Ana, once the questions for it are there.
    void begin()
    {
        m_place->logCall(m_ana);
        QTRY_COMPARE_WITH_TIMEOUT(boxes().size(), 3, conversationstest::kPatienceMs);
    }
    CallInput input() const { return m_place->findChild<CallPage*>()->input(); }
    std::vector<QuestionId> asked() const
    {
        std::vector<QuestionId> ids;
        for (const ItemInput& item : input().items)
            if (item.bank)
                ids.push_back(item.bank);
        return ids;
    }
    std::vector<AskedQuestion> onRecord() const { return m_desk->session.records().questions.asked().value(); }
    /// Leaves the first entry that is shown out.
    void leaveOut()
    {
        for (auto* remove : m_place->findChildren<QAbstractButton*>(QStringLiteral("entryRemove")))
            if (remove->isVisible()) {
                remove->click();
                return;
            }
        QFAIL("no entry is shown");
    }
    QStringList recordTexts() const
    {
        QStringList all;
        for (TextLabel* label : widget<QWidget>("conversationRecord")->findChildren<TextLabel*>())
            all << label->text();
        return all;
    }
    weavemap::Question question(const char* text) const
    {
        const auto bank = m_desk->session.records().questions.all();
        for (const weavemap::Question& one : bank.value())
            if (one.text == text)
                return one;
        return {};
    }

private Q_SLOTS:
    void init() { openDesk(); }
    void cleanup() { closeDesk(); }

    void oneKey_marksAndStoresWithTheCall_asOneStep()
    {
        const std::string before = m_desk->digest();
        begin();
        type(QStringLiteral("A club"));
        press(Qt::Key_2, Qt::AltModifier);
        QVERIFY(note()->hasFocus()); // the keyboard stays in the note
        QCOMPARE(note()->toPlainText(), QStringLiteral("A club"));
        QCOMPARE(asked().size(), std::size_t{1});
        QVERIFY(boxes()[1]->isChecked());
        QVERIFY(!boxes()[0]->isChecked());
        const QuestionId id = asked().front();
        QVERIFY(storeByKey());
        QCOMPARE(onRecord().size(), std::size_t{1});
        QCOMPARE(onRecord().front().question, id);
        QCOMPARE(onRecord().front().person, m_ana);
        QVERIFY(m_desk->session.records().conversations.items().value().empty()); // no second list
        QTRY_VERIFY(recordTexts().contains(QStringLiteral("Questions asked")));
        const std::string after = m_desk->digest();
        QVERIFY(m_desk->step(&Session::undo));
        QCOMPARE(m_desk->digest(), before);
        QVERIFY(m_desk->step(&Session::redo));
        QCOMPARE(m_desk->digest(), after);

        // Not again for a while.
        m_place->logCall(m_ana);
        QTRY_COMPARE_WITH_TIMEOUT(boxes().size(), 3, conversationstest::kPatienceMs);
        for (QCheckBox* box : boxes())
            QVERIFY(!box->isChecked());
        press(Qt::Key_1, Qt::AltModifier);
        QVERIFY(asked().front() != id);
    }

    void theSameKeyAgain_takesTheMarkAway()
    {
        begin();
        press(Qt::Key_1, Qt::AltModifier);
        press(Qt::Key_3, Qt::AltModifier);
        press(Qt::Key_1, Qt::AltModifier);
        QCOMPARE(asked().size(), std::size_t{1});
        QVERIFY(!boxes()[0]->isChecked());
        QVERIFY(boxes()[2]->isChecked());
        // Left out where it will be recorded, it is not marked either.
        leaveOut();
        QVERIFY(asked().empty());
        QVERIFY(!boxes()[2]->isChecked());
        QTest::mouseClick(boxes()[0], Qt::LeftButton, {}, QPoint(8, 8));
        QCOMPARE(asked().size(), std::size_t{1});
        QVERIFY(boxes()[0]->isChecked());
    }

    void anyOther_isCompletedFromTheBank()
    {
        begin();
        press(Qt::Key_Q, Qt::AltModifier);
        auto* text = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(text);
        QCOMPARE(text->objectName(), QStringLiteral("itemText"));
        type(QStringLiteral("are you st"));
        QTRY_VERIFY(text->completer()->popup()->isVisible());
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QCOMPARE(text->text(), QStringLiteral("Where are you stuck?"));
        QTRY_VERIFY(!text->isVisible()); // folded: it is whole
        QCOMPARE(asked(), std::vector<QuestionId>{question("Where are you stuck?").id});
        note()->setFocus();
        type(QStringLiteral("x"));
        QVERIFY(storeByKey());
        QCOMPARE(onRecord().front().question, question("Where are you stuck?").id);
    }

    void ownWords_areALine_andWordsOfTheBankAreThatQuestion()
    {
        begin();
        press(Qt::Key_Q, Qt::AltModifier);
        type(QStringLiteral("Do you like the lake?"));
        note()->setFocus();
        press(Qt::Key_Q, Qt::AltModifier);
        type(QStringLiteral("where are you stuck"));
        QCOMPARE(asked(), std::vector<QuestionId>{question("Where are you stuck?").id});
        type(QStringLiteral(" now"));
        QVERIFY(asked().empty());
        for (int i = 0; i < 4; ++i)
            press(Qt::Key_Backspace);
        press(Qt::Key_Escape); // the list that is offered
        note()->setFocus();
        type(QStringLiteral("x"));
        QVERIFY(storeByKey());
        QCOMPARE(onRecord().size(), std::size_t{1});
        const auto items = m_desk->session.records().conversations.items().value();
        QCOMPARE(items.size(), std::size_t{1});
        QCOMPARE(items.front().text, std::string("Do you like the lake?"));
        QTRY_VERIFY(recordTexts().contains(QStringLiteral("Do you like the lake?")));
        QCOMPARE(recordTexts().count(QStringLiteral("Questions asked")), 1);
        QVERIFY(!recordTexts().contains(QStringLiteral("Brought up")));
    }

    void draft_keepsTheMarks()
    {
        begin();
        press(Qt::Key_1, Qt::AltModifier);
        const auto before = asked();
        const auto back = callFromJson(toJson(input()));
        QVERIFY(back);
        QCOMPARE(back->items, input().items);
        QVERIFY(input().holdsWork());
        QTRY_COMPARE(drafts().size(), 1);
        makePlace(); // as after a crash
        m_place->logCall({});
        QTRY_COMPARE_WITH_TIMEOUT(boxes().size(), 3, conversationstest::kPatienceMs);
        QCOMPARE(asked(), before);
        QVERIFY(boxes()[0]->isChecked());
    }

    void storedCall_showsAndChangesThem()
    {
        begin();
        press(Qt::Key_1, Qt::AltModifier);
        press(Qt::Key_2, Qt::AltModifier);
        const auto marked = asked();
        type(QStringLiteral("x"));
        QVERIFY(storeByKey());
        const std::string before = m_desk->digest();
        QTRY_VERIFY(widget<Button>("recordEdit") && widget<Button>("recordEdit")->isVisible());
        widget<Button>("recordEdit")->click();
        QTRY_VERIFY(note()->isVisible());
        QCOMPARE(asked(), marked);
        // Stored as it is, it is as it was.
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!note()->isVisible());
        QCOMPARE(m_desk->digest(), before);

        widget<Button>("recordEdit")->click();
        QTRY_VERIFY(note()->isVisible());
        leaveOut();
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!note()->isVisible());
        QCOMPARE(onRecord().size(), std::size_t{1});
        QVERIFY(m_desk->step(&Session::undo));
        QCOMPARE(m_desk->digest(), before);
    }

    void withNobody_itSaysSo()
    {
        m_place->logCall({});
        note()->setFocus();
        type(QStringLiteral("Thought alone"));
        press(Qt::Key_Q, Qt::AltModifier);
        type(QStringLiteral("where are you stuck"));
        note()->setFocus();
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(widget<TextLabel>("callParticipantProblem")->text(),
                 QStringLiteral("Say whom the question was put to, or leave it out."));
        QVERIFY(m_desk->conversations().empty());
    }

    void questionTakenBackMeanwhile_staysAsItsWords()
    {
        weavemap::Question fresh;
        fresh.text = "What is new at the lake?";
        QVERIFY(m_desk->change([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(fresh.id, actions::addQuestion(records, fresh));
            return {};
        }));
        CallInput call;
        call.conversation.when = m_desk->clock.now();
        call.participants = {PersonChoice::known(m_ana, QStringLiteral("Ana Ruiz"))};
        ItemInput line;
        line.stored.kind = NoteItemKind::question;
        line.text = QStringLiteral("What is new at the lake?");
        line.bank = fresh.id;
        call.items = {line};
        QVERIFY(m_desk->step(&Session::undo));
        QVERIFY(m_desk->change([&](store::Records& records) { return storeCall(records, call, m_ruth); }));
        QVERIFY(onRecord().empty());
        QCOMPARE(m_desk->session.records().conversations.items().value().front().text, fresh.text);
    }

    void morePrivateThanTheCall_staysALine()
    {
        CallInput call;
        call.conversation.when = m_desk->clock.now();
        call.conversation.confidentiality = Confidentiality::staff;
        call.conversation.staff = m_ruth;
        call.participants = {PersonChoice::known(m_ana, QStringLiteral("Ana Ruiz"))};
        ItemInput line;
        line.stored.kind = NoteItemKind::question;
        line.stored.confidentiality = Confidentiality::onlyMe;
        line.text = QStringLiteral("Where are you stuck?");
        line.bank = question("Where are you stuck?").id;
        call.items = {line};
        QVERIFY(m_desk->change([&](store::Records& records) { return storeCall(records, call, m_ruth); }));
        QVERIFY(onRecord().empty());
        QCOMPARE(m_desk->session.records().conversations.items().value().size(), std::size_t{1});
    }
};

int main(int argc, char* argv[])
{
    QApplication app(argc, argv);
    ThemeController theme(app, ThemeChoice::light);
    TestAskedQuestions test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_asked_questions.moc"
