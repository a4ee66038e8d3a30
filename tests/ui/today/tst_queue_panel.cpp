// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include "OfficeBox.h"
#include "core/actions/CallQueue.h"
#include "ui/base/Convert.h"
#include "ui/today/QueueModel.h"
#include "ui/today/QueueRulesDialog.h"
#include "ui/today/TodayPlace.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/LinkLabel.h"
#include "ui/widgets/TextLabel.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::OfficeBox;
using uitest::waitUntil;

namespace {

/// The place with three members who were talked with 400 days ago.
struct Page
{
    Page() : place(box.office())
    {
        place.resize(1180, 820);
        place.show();
        box.openEmpty();
        for (const char* name : {"Ana", "Ben", "Cai"})
            people.push_back(box.addPerson(QString::fromLatin1(name)));
        const bool stored = box.change(QStringLiteral("Calls"), [this](store::Records& records) -> Result<> {
            for (const PersonId person : people) {
                Conversation talk;
                talk.when = Instant::atLocal(uitest::testDay().addDays(-400), 9, 0, 0);
                talk.participants = {person};
                WEAVEMAP_TRY(records.conversations.insert(talk));
            }
            return {};
        });
        if (!stored)
            qFatal("calls are not stored");
        place.enter();
        if (!waitUntil([this] { return names().size() == 3; }))
            qFatal("the queue does not show its members");
    }
    QListView* queue() { return place.findChild<QListView*>(QStringLiteral("callQueue")); }
    QStringList names()
    {
        QStringList all;
        for (int row = 0; row < queue()->model()->rowCount(); ++row)
            all << queue()->model()->index(row, 0).data().toString();
        return all;
    }
    Button* button(const char* name)
    {
        for (Button* each : place.findChildren<Button*>(QString::fromLatin1(name)))
            if (each->isVisible())
                return each;
        return nullptr;
    }
    template <class Widget>
    Widget* named(const char* name)
    {
        return place.findChild<Widget*>(QString::fromLatin1(name));
    }
    OfficeBox box;
    std::vector<PersonId> people;
    TodayPlace place;
};

QStringList list(std::initializer_list<const char*> names)
{
    QStringList all;
    for (const char* name : names)
        all << QString::fromLatin1(name);
    return all;
}

} // namespace

class QueuePanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keys_openTheBriefLogACallAndShowThePage();
    void actions_areButtonsOfTheOpenRowOnly();
    void notNow_leavesOutUntilTomorrowInOneStep();
    void later_offersDaysByKeyboard();
    void leftOut_comesBackAloneOrAll();
    void everybodyLeftOut_saysSo();
    void rules_areStoredInOneStep();
    void rules_comeBackAsTheyWere();
    void promiseDue_bringsSomebodyToTheTop();
    void introductions_waitInWords();
};

void QueuePanelTest::keys_openTheBriefLogACallAndShowThePage()
{
    Page page;
    QSignalSpy brief(&page.place, &TodayPlace::briefRequested);
    QSignalSpy log(&page.place, &Place::logCallRequested);
    QSignalSpy person(&page.place, &Place::personRequested);
    QTest::keyClick(page.queue(), Qt::Key_Down);
    QTest::keyClick(page.queue(), Qt::Key_Return);
    QTest::keyClick(page.queue(), Qt::Key_L);
    QTest::keyClick(page.queue(), Qt::Key_P);
    for (QSignalSpy* spy : {&brief, &log, &person}) {
        QCOMPARE(spy->count(), 1);
        QCOMPARE(spy->first().first().value<PersonId>(), page.people[1]);
    }
}

void QueuePanelTest::actions_areButtonsOfTheOpenRowOnly()
{
    Page page;
    QTest::keyClick(page.queue(), Qt::Key_Down);
    const auto shown = [&page] {
        int count = 0;
        for (Button* each : page.place.findChildren<Button*>(QStringLiteral("queueLogCall")))
            count += each->isVisible() ? 1 : 0;
        return count;
    };
    QTRY_COMPARE(shown(), 1);
    QSignalSpy brief(&page.place, &TodayPlace::briefRequested);
    QTest::mouseClick(page.button("queueBrief"), Qt::LeftButton);
    QCOMPARE(brief.first().first().value<PersonId>(), page.people[1]);
}

void QueuePanelTest::notNow_leavesOutUntilTomorrowInOneStep()
{
    Page page;
    QSignalSpy said(&page.place, &Place::said);
    QTest::keyClick(page.queue(), Qt::Key_N);
    QTRY_COMPARE(page.names(), list({"Ben", "Cai"}));
    QTRY_COMPARE(said.count(), 1);
    QCOMPARE(said.last().first().toString(), QStringLiteral("Ana comes up again on 16 October. Ctrl+Z takes it back."));
    QCOMPARE(page.box.session().undoLabel(), QStringLiteral("Ana left out of the queue until 16 Oct"));
    QVERIFY(page.named<TextLabel>("leftOutText")->text().startsWith(QLatin1Char('1')));
    page.box.undo();
    QTRY_COMPARE(page.names(), list({"Ana", "Ben", "Cai"}));
    // What was said of it does not stay on the screen.
    QCOMPARE(said.count(), 2);
    QCOMPARE(said.last().first().toString(), QStringLiteral("Undone: Ana left out of the queue until 16 Oct."));
    QVERIFY(!page.named<TextLabel>("leftOutText")->isVisible());
}

void QueuePanelTest::later_offersDaysByKeyboard()
{
    Page page;
    page.place.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page.place));
    QTest::keyClick(page.queue(), Qt::Key_S);
    auto* menu = page.named<QMenu>("laterMenu");
    QVERIFY(menu != nullptr);
    QTRY_VERIFY(menu->isVisible());
    QCOMPARE(menu->actions().size(), 6);
    QVERIFY(menu->actions().at(2)->text().endsWith(QStringLiteral("19 Oct"))); // the Monday after a Thursday
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_COMPARE(page.names(), list({"Ben", "Cai"}));
    const auto snooze = page.box.records().questions.snoozeOf(page.people[0]);
    QVERIFY(snooze && *snooze);
    QCOMPARE((*snooze)->until, uitest::testDay().addDays(4));
}

void QueuePanelTest::leftOut_comesBackAloneOrAll()
{
    Page page;
    for (qsizetype left = 2; left > 0; --left) {
        QTest::keyClick(page.queue(), Qt::Key_N);
        QTRY_COMPARE(page.names().size(), left);
        QTRY_VERIFY(page.button("queueNotNow") != nullptr);
    }
    auto* link = page.named<LinkLabel>("showLeftOut");
    QTRY_VERIFY(link->isVisible());
    QTest::keyClick(link, Qt::Key_Return);
    QCOMPARE(page.names(), list({"Ana", "Ben"}));
    QTest::keyClick(page.queue(), Qt::Key_B);
    QTRY_COMPARE(page.names(), list({"Ben"}));
    QCOMPARE(page.box.session().undoLabel(), QStringLiteral("Ana back in the queue"));
    QTest::keyClick(page.named<LinkLabel>("bringAllBack"), Qt::Key_Return);
    QTRY_COMPARE(page.names(), list({"Ana", "Ben", "Cai"}));
}

void QueuePanelTest::everybodyLeftOut_saysSo()
{
    Page page;
    QVERIFY(page.box.change(QStringLiteral("All"), [&page](store::Records& records) -> Result<> {
        for (const PersonId person : page.people)
            WEAVEMAP_TRY(actions::leaveOut(records, person, uitest::testDay(), uitest::testDay().addDays(3)));
        return {};
    }));
    QTRY_VERIFY(page.names().isEmpty());
    bool said = false;
    for (TextLabel* label : page.place.findChildren<TextLabel*>())
        said =
            said || (label->isVisible() && label->text() == QStringLiteral("Everyone who is due is left out for now."));
    QVERIFY(said);
    QTest::mouseClick(page.named<EmptyState>("callQueueEmpty")->actionButton(), Qt::LeftButton);
    QCOMPARE(page.names(), list({"Ana", "Ben", "Cai"}));
}

void QueuePanelTest::rules_areStoredInOneStep()
{
    Page page;
    page.place.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page.place));
    QTest::mouseClick(page.button("queueRules"), Qt::LeftButton);
    auto* dialog = page.named<QueueRulesDialog>("queueRulesDialog");
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY(dialog->isVisible());
    // The first number is chosen: what is typed takes its place.
    auto* first = dialog->findChild<QSpinBox*>(QStringLiteral("points0"));
    QTRY_VERIFY(first->hasFocus());
    QTest::keyClicks(first, QStringLiteral("8"));
    QCOMPARE(first->value(), 8);
    const auto silent = static_cast<std::size_t>(weaving::CallReason::silentYear);
    dialog->findChild<QSpinBox*>(QStringLiteral("points%1").arg(silent))->setValue(9);
    dialog->findChild<QSpinBox*>(QStringLiteral("cadence1"))->setValue(21);
    QTest::mouseClick(dialog->findChild<Button*>(QStringLiteral("storeRules")), Qt::LeftButton);
    const auto points = [&page] { return page.queue()->model()->index(0, 0).data(QueueModel::kPointsRole).toString(); };
    QTRY_COMPARE(points(), QStringLiteral("12 points")); // and 3 for no known tie
    QCOMPARE(actions::readQueueRules(page.box.records())->cadence[1], 21);
    page.box.undo();
    QTRY_COMPARE(points(), QStringLiteral("6 points"));
}

void QueuePanelTest::rules_comeBackAsTheyWere()
{
    weaving::QueueRules rules;
    rules.points[0] = 1;
    rules.restDays = 3;
    QueueRulesDialog dialog(rules, QueueRulesDialog::Access::readWrite);
    QCOMPARE(dialog.rules(), rules);
    QTest::mouseClick(dialog.findChild<Button*>(QStringLiteral("usualRules")), Qt::LeftButton);
    QCOMPARE(dialog.rules(), weaving::QueueRules{});
    const QueueRulesDialog locked(rules, QueueRulesDialog::Access::readOnly);
    QVERIFY(!locked.findChild<Button*>(QStringLiteral("storeRules"))->isEnabled());
}

void QueuePanelTest::promiseDue_bringsSomebodyToTheTop()
{
    Page page;
    QVERIFY(page.box.change(QStringLiteral("Promise"), [&page](store::Records& records) -> Result<> {
        FollowUp promise;
        promise.person = page.people[2];
        promise.text = "Send the list";
        promise.due = uitest::testDay();
        return records.conversations.insert(promise).map([](auto) {});
    }));
    QTRY_COMPARE(page.names(), list({"Cai", "Ana", "Ben"}));
    QVERIFY(
        page.named<TextLabel>("todaySubtitle")->text().contains(QStringLiteral("due, 3 people are due for a call")));
}

void QueuePanelTest::introductions_waitInWords()
{
    Page page;
    const auto texts = [&page] {
        QStringList all;
        for (TextLabel* label : page.named<QWidget>("waitingIntroductions")->findChildren<TextLabel*>())
            all << label->text();
        return all;
    };
    QCOMPARE(texts(), QStringList{QStringLiteral("None waiting.")});
    QVERIFY(page.box.change(QStringLiteral("Introduction"), [&page](store::Records& records) -> Result<> {
        Introduction introduction;
        introduction.a = page.people[0];
        introduction.b = page.people[1];
        introduction.topic = "story hours";
        introduction.proposed = uitest::testDay().addDays(-13);
        introduction.state = IntroductionState::made;
        return records.introductions.insert(introduction).map([](auto) {});
    }));
    QTRY_COMPARE(texts().size(), 2);
    QCOMPARE(texts().first(), QStringLiteral("Ana and Ben"));
    QCOMPARE(texts().last(), QStringLiteral("story hours \u00B7 made 2 October"));
}

QTEST_MAIN(QueuePanelTest)
#include "tst_queue_panel.moc"
