// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

#include "OfficeBox.h"
#include "ui/questions/QuestionsModel.h"
#include "ui/questions/QuestionsPlace.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/TextLabel.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::OfficeBox;

namespace {

/// The place over a new file, shown, with its questions read.
struct Bank
{
    explicit Bank(bool isSample = false) : place(box.office())
    {
        place.resize(1248, 860);
        place.show();
        if (isSample)
            box.openSample();
        else
            box.openEmpty();
        place.enter();
        box.settle();
        list = place.findChild<QListView*>(QStringLiteral("questionList"));
        wording = place.findChild<QPlainTextEdit*>(QStringLiteral("questionWording"));
        if (!QTest::qWaitFor([this] { return list->model()->rowCount() > 0; }))
            qFatal("the bank is not read");
    }
    template <class T>
    T* find(const char* name)
    {
        return place.findChild<T*>(QString::fromLatin1(name));
    }
    int rowOf(const QString& text) const
    {
        for (int row = 0; row < list->model()->rowCount(); ++row)
            if (list->model()->index(row, 0).data().toString() == text)
                return row;
        return -1;
    }
    bool has(const char* text) const { return rowOf(QString::fromUtf8(text)) >= 0; }
    void choose(const char* text)
    {
        list->setCurrentIndex(list->model()->index(rowOf(QString::fromUtf8(text)), 0));
        list->setFocus();
    }
    QString chosen() const { return list->currentIndex().data().toString(); }
    QString problem()
    {
        auto* label = find<TextLabel>("questionProblem");
        return label->isVisible() ? label->text() : QString();
    }
    void write(const QString& text)
    {
        wording->setFocus();
        wording->selectAll();
        wording->insertPlainText(text);
    }
    weavemap::Question stored(const char* text)
    {
        const auto bank = box.records().questions.all();
        for (const weavemap::Question& question : bank.value())
            if (question.text == text)
                return question;
        return {};
    }

    OfficeBox box;
    QuestionsPlace place;
    QListView* list = nullptr;
    QPlainTextEdit* wording = nullptr;
};

constexpr const char* kStuck = "Where are you stuck?";

} // namespace

class TestQuestionsPlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wording_isStoredWithEnterAsOneStep();
    void wording_emptyLongOrTwice_isRefusedInASentence();
    void wording_thatWasNotTaken_goesBackWithEscape();
    void choices_areStoredAtOnce();
    void added_isChosenAndOneStep();
    void newOne_isNothingUntilItIsAdded();
    void retired_goesAndComesBack();
    void ctrlArrows_moveIt();
    void asked_listsTheCallsAndOpensThem();
    void privateCall_isTheWritersAlone();
    void readOnlyFile_offersNothing();
    void closedFile_leavesNoWords();
};

void TestQuestionsPlace::wording_isStoredWithEnterAsOneStep()
{
    Bank bank;
    bank.choose(kStuck);
    QCOMPARE(bank.wording->toPlainText(), QString::fromUtf8(kStuck));
    QTest::keyClick(bank.list, Qt::Key_Return); // to the wording
    QTRY_VERIFY(bank.wording->hasFocus());
    bank.write(QStringLiteral("  ¿Dónde \u4E0A  te atascas? "));
    QTest::keyClick(bank.wording, Qt::Key_Return);
    QTRY_VERIFY(bank.has("¿Dónde 上 te atascas?"));
    QCOMPARE(bank.chosen(), QStringLiteral("¿Dónde 上 te atascas?"));
    QCOMPARE(bank.wording->toPlainText(), QStringLiteral("¿Dónde 上 te atascas?"));
    bank.box.undo();
    QTRY_VERIFY(bank.has(kStuck));
    QVERIFY(!bank.box.session().canUndo());
}

void TestQuestionsPlace::wording_emptyLongOrTwice_isRefusedInASentence()
{
    Bank bank;
    bank.choose(kStuck);
    for (const auto& [text, said] :
         {std::pair(QStringLiteral(" \n "), "Write the question first."),
          std::pair(QString(301, QLatin1Char('x')),
                    "This is too long to be asked on the phone: a question has at most 300 characters."),
          std::pair(QStringLiteral("WHAT drew you to this work"),
                    "The bank asks this already under \u201CPerson first\u201D.")}) {
        bank.write(text);
        QVERIFY(bank.problem().isEmpty());
        QTest::keyClick(bank.wording, Qt::Key_Return);
        QCOMPARE(bank.problem(), QString::fromUtf8(said));
        bank.box.settle();
        QVERIFY(bank.has(kStuck));
        QVERIFY(!bank.box.session().canUndo());
    }
    // What is typed of another question goes with it.
    bank.choose("What drew you to this work?");
    QVERIFY(bank.problem().isEmpty());
    QCOMPARE(bank.wording->toPlainText(), QStringLiteral("What drew you to this work?"));
}

void TestQuestionsPlace::wording_thatWasNotTaken_goesBackWithEscape()
{
    Bank bank;
    bank.choose(kStuck);
    bank.write(QStringLiteral("Half of a"));
    QTest::keyClick(bank.wording, Qt::Key_Escape);
    QCOMPARE(bank.wording->toPlainText(), QString::fromUtf8(kStuck));
    QVERIFY(bank.place.stepBack());
    QVERIFY(bank.list->hasFocus());
    QVERIFY(!bank.place.stepBack());
    bank.box.settle();
    QVERIFY(!bank.box.session().canUndo());
}

void TestQuestionsPlace::choices_areStoredAtOnce()
{
    Bank bank;
    bank.choose(kStuck);
    auto* suits = bank.find<QComboBox>("questionSuits");
    suits->setCurrentIndex(suits->findData(static_cast<int>(EngagementLevel::core)));
    Q_EMIT suits->activated(suits->currentIndex());
    QTRY_COMPARE(bank.stored(kStuck).level, EngagementLevel::core);
    auto* fills = bank.find<QComboBox>("questionFills");
    fills->setCurrentIndex(fills->findData(static_cast<int>(QuestionFills::barrier)));
    Q_EMIT fills->activated(fills->currentIndex());
    QTRY_COMPARE(bank.stored(kStuck).fills, QuestionFills::barrier);
    auto* group = bank.find<QComboBox>("questionGroup");
    group->setCurrentIndex(group->findData(static_cast<int>(QuestionGroup::close)));
    Q_EMIT group->activated(group->currentIndex());
    QTRY_COMPARE(bank.stored(kStuck).group, QuestionGroup::close);
    // It went to the end, and is the one chosen all the same.
    QTRY_COMPARE(bank.rowOf(QString::fromUtf8(kStuck)), bank.list->model()->rowCount() - 1);
    QCOMPARE(bank.chosen(), QString::fromUtf8(kStuck));
    for (int step = 0; step < 3; ++step)
        bank.box.undo();
    QVERIFY(!bank.box.session().canUndo());
    QTRY_COMPARE(suits->currentText(), QStringLiteral("Everybody"));
}

void TestQuestionsPlace::added_isChosenAndOneStep()
{
    Bank bank;
    bank.choose(kStuck);
    QTest::keyClick(bank.list, Qt::Key_Insert);
    QVERIFY(bank.wording->hasFocus());
    QTest::keyClick(bank.wording, Qt::Key_Return);
    QCOMPARE(bank.problem(), QStringLiteral("Write the question first."));
    bank.write(QStringLiteral("What would you do with a free day? \U0001F642"));
    QTest::keyClick(bank.wording, Qt::Key_Return);
    QTRY_COMPARE(bank.chosen(), QStringLiteral("What would you do with a free day? \U0001F642"));
    QCOMPARE(bank.stored("What would you do with a free day? 🙂").group, QuestionGroup::work);
    QTRY_VERIFY(bank.list->hasFocus());
    bank.box.undo();
    QVERIFY(!bank.box.session().canUndo());
    QTRY_VERIFY(bank.chosen() != QStringLiteral("What would you do with a free day? \U0001F642"));
    QVERIFY(!bank.chosen().isEmpty());
}

void TestQuestionsPlace::newOne_isNothingUntilItIsAdded()
{
    Bank bank;
    bank.choose(kStuck);
    QTest::mouseClick(bank.find<Button>("questionsAdd"), Qt::LeftButton);
    bank.write(QStringLiteral("Something new"));
    bank.list->setFocus(); // leaving the field adds nothing
    QVERIFY(bank.place.stepBack());
    QCOMPARE(bank.wording->toPlainText(), QString::fromUtf8(kStuck));
    bank.box.settle();
    QVERIFY(!bank.box.session().canUndo());
}

void TestQuestionsPlace::retired_goesAndComesBack()
{
    Bank bank;
    QVERIFY(!bank.find<Chip>("questionsRetired")->isVisible());
    bank.choose(kStuck);
    QTest::keyClick(bank.list, Qt::Key_Delete);
    QTRY_VERIFY(!bank.has(kStuck));
    QVERIFY(bank.stored(kStuck).retired);
    QVERIFY(!bank.chosen().isEmpty()); // another one is chosen
    QTest::mouseClick(bank.find<Chip>("questionsRetired"), Qt::LeftButton);
    QTRY_VERIFY(bank.has(kStuck));
    bank.choose(kStuck);
    QCOMPARE(bank.find<Button>("questionRetire")->text(), QStringLiteral("Bring it back"));
    QTest::mouseClick(bank.find<Button>("questionRetire"), Qt::LeftButton);
    QTRY_VERIFY(!bank.stored(kStuck).retired);
    bank.box.undo();
    bank.box.undo();
    QVERIFY(!bank.box.session().canUndo());
}

void TestQuestionsPlace::ctrlArrows_moveIt()
{
    Bank bank;
    bank.choose(kStuck);
    const int row = bank.rowOf(QString::fromUtf8(kStuck));
    QTest::keyClick(bank.list, Qt::Key_Up, Qt::ControlModifier);
    QTRY_COMPARE(bank.rowOf(QString::fromUtf8(kStuck)), row - 1);
    QCOMPARE(bank.chosen(), QString::fromUtf8(kStuck));
    QTest::mouseClick(bank.find<QWidget>("questionDown"), Qt::LeftButton);
    QTRY_COMPARE(bank.rowOf(QString::fromUtf8(kStuck)), row);
    QVERIFY(!bank.find<QWidget>("questionDown")->isEnabled()); // the last of its group
    bank.list->setFocus();
    QTest::keyClick(bank.list, Qt::Key_Down, Qt::ControlModifier);
    bank.box.settle();
    QCOMPARE(bank.rowOf(QString::fromUtf8(kStuck)), row);
    bank.box.undo();
    bank.box.undo();
    QVERIFY(!bank.box.session().canUndo());
}

void TestQuestionsPlace::asked_listsTheCallsAndOpensThem()
{
    Bank bank;
    const PersonId ana = bank.box.addPerson(QStringLiteral("Ána Ruiz"));
    Conversation talk;
    talk.when = bank.box.session().clock().now();
    talk.participants = {ana};
    QVERIFY(bank.box.change(QStringLiteral("Call"), [&](store::Records& records) -> Result<> {
        WEAVEMAP_ASSIGN(talk.id, records.conversations.insert(talk));
        const std::vector<QuestionId> asked{QuestionId{1}};
        return actions::putAsked(records, talk, asked);
    }));
    QTRY_VERIFY(bank.list->model()->index(0, 0).data(QuestionsModel::kAskedRole).toString().contains(
        QStringLiteral(", of Ána Ruiz")));
    bank.choose("What has given you energy lately?");
    auto* calls = bank.find<QListWidget>("questionAsked");
    QTRY_COMPARE(calls->count(), 1);
    QVERIFY(calls->item(0)->text().endsWith(QStringLiteral("Ána Ruiz")));
    QSignalSpy opened(&bank.place, &Place::conversationRequested);
    calls->setFocus();
    calls->setCurrentRow(0);
    QTest::keyClick(calls, Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.last().first().value<ConversationId>(), talk.id);
    bank.choose(kStuck);
    QTRY_COMPARE(calls->count(), 0);
    QCOMPARE(bank.find<TextLabel>("questionAskedHead")->text(), QStringLiteral("Not asked yet"));
}

void TestQuestionsPlace::privateCall_isTheWritersAlone()
{
    Bank bank;
    const PersonId ruth = bank.box.addPerson(QStringLiteral("Ruth"), PersonKind::staff);
    const PersonId ana = bank.box.addPerson(QStringLiteral("Ana"));
    Conversation talk;
    talk.when = bank.box.session().clock().now();
    talk.participants = {ana};
    talk.staff = ruth;
    talk.confidentiality = Confidentiality::onlyMe;
    QVERIFY(bank.box.change(QStringLiteral("Call"), [&](store::Records& records) -> Result<> {
        WEAVEMAP_ASSIGN(talk.id, records.conversations.insert(talk));
        const std::vector<QuestionId> asked{QuestionId{1}};
        return actions::putAsked(records, talk, asked);
    }));
    const auto said = [&] { return bank.list->model()->index(0, 0).data(QuestionsModel::kAskedRole).toString(); };
    bank.box.session().setMe(QStringLiteral("Ruth"));
    QTRY_VERIFY(said().contains(QStringLiteral("of Ana")));
    bank.box.session().setMe(QString());
    QTRY_COMPARE(said(), QStringLiteral("not asked yet"));
    bank.choose("What has given you energy lately?");
    bank.box.settle();
    QCOMPARE(bank.find<QListWidget>("questionAsked")->count(), 0);
}

void TestQuestionsPlace::readOnlyFile_offersNothing()
{
    OfficeBox other;
    other.openEmpty();
    const QString path = QString::fromStdString(other.session().path().string());
    OfficeBox box;
    box.open(path); // held by the other one
    QVERIFY(box.session().isReadOnly());
    QuestionsPlace place(box.office());
    place.show();
    place.enter();
    box.settle();
    auto* list = place.findChild<QListView*>(QStringLiteral("questionList"));
    QTRY_VERIFY(list->model()->rowCount() > 0);
    QVERIFY(!place.findChild<Button*>(QStringLiteral("questionsAdd"))->isEnabled());
    QVERIFY(!place.findChild<Button*>(QStringLiteral("questionRetire"))->isVisible());
    QVERIFY(place.findChild<QPlainTextEdit*>(QStringLiteral("questionWording"))->isReadOnly());
    QVERIFY(!place.findChild<QPlainTextEdit*>(QStringLiteral("questionWording"))->toPlainText().isEmpty());
    QTest::keyClick(list, Qt::Key_Delete);
    QTest::keyClick(list, Qt::Key_Down, Qt::ControlModifier);
    QTest::keyClick(list, Qt::Key_Insert);
    QVERIFY(box.dialogs().questions().empty());
    QVERIFY(!place.stepBack() || list->hasFocus());
}

void TestQuestionsPlace::closedFile_leavesNoWords()
{
    Bank bank;
    bank.choose(kStuck);
    bank.box.session().close();
    QCOMPARE(bank.list->model()->rowCount(), 0);
    QVERIFY(bank.wording->toPlainText().isEmpty());
    QVERIFY(!bank.find<Button>("questionsAdd")->isEnabled());
}

QTEST_MAIN(TestQuestionsPlace)
#include "tst_questions_place.moc"
