// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

#include "PlaceTest.h"
#include "ui/base/Words.h"
#include "ui/conversations/EntryRow.h"
#include "ui/conversations/ItemEntry.h"
#include "ui/conversations/StepEntry.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/LevelChip.h"

using namespace weavemap;
using namespace weavemap::ui;
using conversationstest::CallDesk;

/// Who may see a line of a call, as it is set on the page.
class TestLineLevels : public conversationstest::PlaceTest
{
    Q_OBJECT

    static LevelChip* chipOf(const QWidget* entry)
    {
        return entry->findChild<LevelChip*>(QStringLiteral("entryLevel"));
    }
    static void choose(LevelChip* chip, Confidentiality level)
    {
        chip->findChild<QAction*>(QStringLiteral("level%1").arg(static_cast<int>(level)))->trigger();
    }
    static bool mayChoose(LevelChip* chip, Confidentiality level)
    {
        return chip->findChild<QAction*>(QStringLiteral("level%1").arg(static_cast<int>(level)))->isEnabled();
    }
    /// A new call with a need and a promise, written by hand.
    void begin()
    {
        m_place->logCall(m_ana);
        QTRY_VERIFY(note()->isVisible());
        note()->setPlainText(QStringLiteral("We talked"));
        widget<Button>("addNeed")->click();
        QTest::keyClicks(widget<QLineEdit>("itemText"), QStringLiteral("canary of a need"));
        widget<Button>("addStep")->click();
        QTest::keyClicks(widget<QLineEdit>("stepText"), QStringLiteral("canary of a step"));
    }
    ItemEntry* need() const { return m_place->findChild<ItemEntry*>(); }
    StepEntry* step() const { return m_place->findChild<StepEntry*>(); }
    std::vector<NoteItem> items() { return m_desk->session.records().conversations.items().value(); }
    std::vector<FollowUp> steps() { return m_desk->session.records().conversations.followUps().value(); }
    void chooseCall(Confidentiality level)
    {
        auto* chip = widget<QAbstractButton>("callConfidentiality");
        QTest::keyClick(chip, Qt::Key_Down);
        QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
        for (int at = 0; at <= static_cast<int>(level); ++at)
            QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        QTRY_VERIFY(QApplication::activePopupWidget() == nullptr);
        QCOMPARE(chip->text(), words(level));
    }

private Q_SLOTS:
    void init() { openDesk(); }
    void cleanup() { closeDesk(); }

    void aLineFollowsItsCall_andIsNeverLooser()
    {
        begin();
        QCOMPARE(chipOf(need())->value(), words(Confidentiality::staff)); // as a new call
        QVERIFY(!mayChoose(chipOf(need()), Confidentiality::shareable));
        QVERIFY(chipOf(need())->accessibleDescription().contains(words(Confidentiality::staff)));
        chooseCall(Confidentiality::shareable);
        QCOMPARE(chipOf(need())->value(), words(Confidentiality::shareable));
        QVERIFY(mayChoose(chipOf(need()), Confidentiality::shareable));
        chooseCall(Confidentiality::onlyMe);
        for (const QWidget* entry : {static_cast<QWidget*>(need()), static_cast<QWidget*>(step())})
            QCOMPARE(chipOf(entry)->value(), words(Confidentiality::onlyMe));
    }
    void onlyMe_saysThatTheNoteIsStillRead_andMakesTheWholeCallSo()
    {
        begin();
        step()->setOpen();
        auto* chip = chipOf(step());
        const auto* sentence = step()->findChild<QLabel*>(QStringLiteral("entryStillReadable"));
        QVERIFY(!sentence->isVisible());
        choose(chip, Confidentiality::onlyMe);
        QVERIFY(sentence->isVisible());
        QVERIFY(sentence->text().contains(QStringLiteral("Staff can still read this sentence in the note")));
        QVERIFY(chip->hasFocus()); // the menu gave the keyboard back
        step()->findChild<QAbstractButton*>(QStringLiteral("entryWholeCall"))->click();
        QVERIFY(!sentence->isVisible());
        QVERIFY(chip->hasFocus());
        QCOMPARE(widget<QAbstractButton>("callConfidentiality")->text(), words(Confidentiality::onlyMe));
        QVERIFY(storeByKey());
        QCOMPARE(m_desk->conversations().front().confidentiality, Confidentiality::onlyMe);
    }
    void levels_areStored_andUndoGivesTheSameDigest()
    {
        const std::string before = m_desk->digest();
        begin();
        choose(chipOf(need()), Confidentiality::onlyMe);
        chooseCall(Confidentiality::shareable);
        choose(chipOf(step()), Confidentiality::staff);
        QVERIFY(storeByKey());
        QCOMPARE(items().size(), std::size_t{1});
        QCOMPARE(items().front().confidentiality, Confidentiality::onlyMe);
        QCOMPARE(steps().front().confidentiality, Confidentiality::staff);
        QCOMPARE(m_desk->conversations().front().confidentiality, Confidentiality::shareable);
        QVERIFY(m_desk->step(&Session::undo));
        QCOMPARE(m_desk->digest(), before);
    }
    void foldedLines_sayALevelOfTheirOwn()
    {
        begin();
        choose(chipOf(step()), Confidentiality::onlyMe);
        step()->fold();
        QVERIFY(!step()->isOpen());
        const auto summary = [this] {
            return step()->findChild<QWidget*>(QStringLiteral("entryLine"))->accessibleName();
        };
        QVERIFY2(summary().contains(words(Confidentiality::onlyMe)), qPrintable(summary()));
        chooseCall(Confidentiality::onlyMe); // then it says nothing more than the call
        QVERIFY2(!summary().contains(words(Confidentiality::onlyMe)), qPrintable(summary()));
    }
    void drafts_keepTheLevels()
    {
        begin();
        choose(chipOf(need()), Confidentiality::onlyMe);
        choose(chipOf(step()), Confidentiality::onlyMe);
        QTRY_COMPARE(drafts().size(), 1);
        m_desk->session.setMe(QStringLiteral("Ruth Meyer"));
        makePlace(); // as after a crash
        m_place->logCall({});
        QTRY_VERIFY(need() != nullptr);
        QCOMPARE(chipOf(need())->level(), Confidentiality::onlyMe);
        QCOMPARE(chipOf(step())->level(), Confidentiality::onlyMe);
    }
    void storedCall_showsTheLevelsOfItsLines_andChangesThem()
    {
        begin();
        choose(chipOf(need()), Confidentiality::onlyMe);
        QVERIFY(storeByKey());
        QTRY_VERIFY(widget<Button>("recordEdit") != nullptr && widget<Button>("recordEdit")->isVisible());
        const std::string before = m_desk->digest();
        widget<Button>("recordEdit")->click();
        QTRY_VERIFY(note()->isVisible());
        QCOMPARE(chipOf(need())->level(), Confidentiality::onlyMe);
        QCOMPARE(chipOf(step())->level(), Confidentiality::shareable);
        choose(chipOf(need()), Confidentiality::staff);
        widget<Button>("callStore")->click();
        QTRY_VERIFY(!note()->isVisible());
        QCOMPARE(items().front().confidentiality, Confidentiality::staff);
        QVERIFY(m_desk->step(&Session::undo));
        QCOMPARE(m_desk->digest(), before);
    }
    void withoutAName_nothingCanBeOnlyOnesOwn()
    {
        m_desk->session.setMe(QString());
        begin();
        QVERIFY(!mayChoose(chipOf(need()), Confidentiality::onlyMe));
        QVERIFY(chipOf(need())->accessibleDescription().contains(QStringLiteral("Settings")));
    }
    void problems_areSaidBesideTheLine()
    {
        CallInput input;
        input.text = QStringLiteral("We talked");
        ItemInput item;
        item.text = QStringLiteral("A host");
        item.stored.confidentiality = Confidentiality::onlyMe;
        input.items.push_back(item);
        StepInput step;
        step.text = QStringLiteral("Send it");
        step.stored.confidentiality = Confidentiality::onlyMe;
        input.steps.push_back(step);
        const Date today = conversationstest::kToday;
        QVERIFY(problemsOf(input, m_ruth, today).empty()); // hers: she sits here
        QCOMPARE(problemsOf(input, {}, today).size(), std::size_t{2});
        input.conversation.staff = m_ben;
        const auto problems = problemsOf(input, m_ruth, today);
        QCOMPARE(problems.size(), std::size_t{2});
        QCOMPARE(problems[0].where, CallProblem::Where::item);
        QCOMPARE(problems[1].where, CallProblem::Where::step);
        input.conversation.staff = m_ruth;
        QVERIFY(problemsOf(input, m_ruth, today).empty());
    }
    void whoTalkedIsWhoSitsHere_whereALineIsOnlyTheirs()
    {
        CallInput input;
        input.conversation.when = Instant::atLocal(conversationstest::kToday, 9, 0, 0);
        input.text = QStringLiteral("We talked");
        ItemInput item;
        item.text = QStringLiteral("A host");
        input.items.push_back(item);
        const auto store = [&] {
            return m_desk->change([&](store::Records& records) { return storeCall(records, input, m_ruth); });
        };
        QVERIFY(store());
        QCOMPARE(m_desk->conversations().front().staff, PersonId{}); // nobody asked
        input.items.front().stored.confidentiality = Confidentiality::onlyMe;
        QVERIFY(store());
        const auto stored = m_desk->conversations();
        QCOMPARE(std::count_if(stored.begin(), stored.end(), [this](const auto& one) { return one.staff == m_ruth; }),
                 std::ptrdiff_t{1});
    }
    void deletingACall_saysHowManyLinesOfAnotherGo()
    {
        m_desk->add("Tom Hale", PersonKind::staff);
        begin();
        choose(chipOf(need()), Confidentiality::onlyMe);
        choose(chipOf(step()), Confidentiality::onlyMe);
        QVERIFY(storeByKey());
        m_desk->session.setMe(QStringLiteral("Tom Hale"));
        QTRY_VERIFY(widget<Button>("recordDelete") != nullptr && widget<Button>("recordDelete")->isVisible());
        QTRY_VERIFY(!m_desk->jobs.isBusy());
        m_desk->dialogs.willAnswer(1); // keep it
        widget<Button>("recordDelete")->click();
        QCOMPARE(m_desk->dialogs.shown().size(), qsizetype{1});
        const QString asked = m_desk->dialogs.shown().back();
        QVERIFY2(asked.contains(QStringLiteral("2 lines")) && asked.contains(QStringLiteral("Ruth Meyer")),
                 qPrintable(asked));
        QVERIFY(!asked.contains(QStringLiteral("canary")));
        QCOMPARE(m_desk->conversations().size(), std::size_t{1});
        m_desk->dialogs.willAnswer(0);
        widget<Button>("recordDelete")->click();
        QTRY_VERIFY(m_desk->conversations().empty());
        QVERIFY(m_desk->step(&Session::undo));
        QCOMPARE(items().size(), std::size_t{1});
    }
};

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    ThemeController theme(app, ThemeChoice::light);
    TestLineLevels test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_line_levels.moc"
