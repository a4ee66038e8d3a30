// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QLabel>
#include <QListView>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include "OfficeBox.h"
#include "ui/base/Convert.h"
#include "ui/today/QueueModel.h"
#include "ui/today/TodayPlace.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/LinkLabel.h"
#include "ui/widgets/PromiseRow.h"
#include "ui/widgets/TextLabel.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::OfficeBox;
using uitest::waitUntil;

namespace {

/// The place, shown, with its first reading done.
struct Page
{
    explicit Page(OfficeBox& officeBox) : box(officeBox), place(box.office())
    {
        place.resize(1180, 820);
        place.show();
    }
    void enter()
    {
        place.enter();
        box.settle();
        waitUntil([this] { return !label("todayTitle")->text().isEmpty(); });
    }
    TextLabel* label(const char* name) { return place.findChild<TextLabel*>(QString::fromLatin1(name)); }
    QListView* queue() { return place.findChild<QListView*>(QStringLiteral("callQueue")); }
    QList<QCheckBox*> promises()
    {
        QList<QCheckBox*> shown;
        for (PromiseRow* row : place.findChildren<PromiseRow*>())
            if (row->isVisibleTo(&place))
                shown << row->findChild<QCheckBox*>(QStringLiteral("promiseKept"));
        return shown;
    }
    OfficeBox& box;
    TodayPlace place;
};

FollowUp promise(const char* text, std::optional<Date> due)
{
    FollowUp followUp;
    followUp.text = text;
    followUp.due = due;
    return followUp;
}

} // namespace

class TodayPlaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sample_showsDayQueueAndPromises();
    void emptyFile_saysWhatToDoFirst();
    void promise_tickedIsKeptAndCanBeUndone();
    void promise_keptByKeyLeavesTheKeyboardInTheList();
    void promise_lateStandsFirstInWords();
    void promise_fromAPrivateNoteIsShownToItsWriterOnly();
    void lastWords_areThoseOneMayRead();
    void neverReached_areShownOnAsking();
    void otherFile_replacesWhatWasShown();
    void hidden_dropsWhatWasErasedAtOnce_data();
    void hidden_dropsWhatWasErasedAtOnce();
    void hidden_asksForNobodyWhoWasErased();
};

void TodayPlaceTest::sample_showsDayQueueAndPromises()
{
    OfficeBox box;
    Page page(box);
    QSignalSpy due(&page.place, &TodayPlace::dueChanged);
    box.openSample();
    page.enter();
    QCOMPARE(page.label("todayTitle")->text(), QStringLiteral("Thursday 15 October"));
    QVERIFY(page.queue()->model()->rowCount() > 3);
    QTRY_VERIFY(!page.promises().isEmpty());
    QVERIFY(due.count() > 0);
    const auto today = actions::readToday(box.records(), uitest::testDay());
    QCOMPARE(due.last().first().toInt(), static_cast<int>(today->late + today->dueToday));
    // The first few, and a link to the rest.
    QCOMPARE(page.promises().size(), qMin<qsizetype>(4, static_cast<qsizetype>(today->promises.size())));
    if (auto* all = page.place.findChild<LinkLabel*>(QStringLiteral("allPromises"))) {
        QTest::mouseClick(all, Qt::LeftButton);
        QTRY_COMPARE(page.promises().size(), static_cast<qsizetype>(today->promises.size()));
    }
}

void TodayPlaceTest::emptyFile_saysWhatToDoFirst()
{
    OfficeBox box;
    Page page(box);
    box.openEmpty();
    page.enter();
    auto* empty = page.place.findChild<EmptyState*>();
    QTRY_VERIFY(empty->isVisible());
    QVERIFY(!page.queue()->isVisible());
    // In words, without a figure.
    for (const QLabel* shown : page.place.findChildren<QLabel*>())
        if (shown->isVisible() && shown->objectName() != QStringLiteral("todayTitle") &&
            shown->text() != QStringLiteral("last 12 months"))
            QVERIFY2(!shown->text().contains(QRegularExpression(QStringLiteral("[0-9]"))), qPrintable(shown->text()));
    QSignalSpy list(&page.place, &Place::importRequested);
    QSignalSpy log(&page.place, &Place::logCallRequested);
    QTest::mouseClick(empty->actionButton(), Qt::LeftButton);
    QCOMPARE(list.count(), 1);
    QCOMPARE(log.count(), 0);

    // With somebody in it, the first call is what is next.
    QVERIFY(box.addPerson(QStringLiteral("Ana")));
    QTRY_COMPARE(empty->actionButton()->text(), QStringLiteral("Log a call"));
    QTRY_VERIFY(page.label("todaySubtitle")->text() == QStringLiteral("No promise is due, nobody has to be called."));
    QTest::mouseClick(empty->actionButton(), Qt::LeftButton);
    QCOMPARE(log.count(), 1);
}

void TodayPlaceTest::promise_tickedIsKeptAndCanBeUndone()
{
    OfficeBox box;
    Page page(box);
    box.openEmpty();
    QVERIFY(box.change(QStringLiteral("two promises"), [](store::Records& records) -> Result<> {
        WEAVEMAP_TRY(records.conversations.insert(promise("Send the reading list", uitest::testDay())));
        WEAVEMAP_TRY(records.conversations.insert(promise("Ask about the hall", uitest::testDay().addDays(9))));
        return {};
    }));
    page.enter();
    QTRY_COMPARE(page.promises().size(), 2);
    QTest::mouseClick(page.promises().first(), Qt::LeftButton, {}, QPoint(8, 10));
    QVERIFY(waitUntil([&] { return page.promises().size() == 1; }));
    QCOMPARE(box.session().undoLabel(), QStringLiteral("Promise kept"));
    box.undo();
    QTRY_COMPARE(page.promises().size(), 2);
}

void TodayPlaceTest::promise_keptByKeyLeavesTheKeyboardInTheList()
{
    OfficeBox box;
    Page page(box);
    box.openEmpty();
    box.addPerson(QStringLiteral("Ana"));
    QVERIFY(box.change(QStringLiteral("two promises"), [](store::Records& records) -> Result<> {
        WEAVEMAP_TRY(records.conversations.insert(promise("Send the reading list", uitest::testDay())));
        WEAVEMAP_TRY(records.conversations.insert(promise("Ask about the hall", uitest::testDay().addDays(9))));
        return {};
    }));
    page.enter();
    QTRY_COMPARE(page.promises().size(), 2);
    page.place.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page.place));
    page.promises().first()->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_X);
    QTRY_COMPARE(page.promises().size(), 1);
    QCOMPARE(QApplication::focusWidget(), page.promises().first());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_X);
    QTRY_VERIFY(page.promises().isEmpty());
    QVERIFY(QApplication::focusWidget() == nullptr || page.place.isAncestorOf(QApplication::focusWidget()));
}

void TodayPlaceTest::lastWords_areThoseOneMayRead()
{
    OfficeBox box;
    Page page(box);
    box.openEmpty();
    const PersonId ruth = box.addPerson(QStringLiteral("Ruth"), PersonKind::staff);
    const PersonId ana = box.addPerson(QStringLiteral("Ana"));
    ConversationId talk;
    QVERIFY(box.change(QStringLiteral("Call"), [&](store::Records& records) -> Result<> {
        Conversation note;
        note.when = Instant::atLocal(uitest::testDay().addDays(-40), 9, 0, 0);
        note.participants = {ana};
        note.staff = ruth;
        note.text = "A reading club\n may start.";
        WEAVEMAP_ASSIGN(talk, records.conversations.insert(note));
        note.when = Instant::atLocal(uitest::testDay().addDays(-20), 9, 0, 0);
        note.reached = false; // tried since: no words of hers
        note.text = "Nobody there.";
        return records.conversations.insert(note).map([](auto) {});
    }));
    page.enter();
    QTRY_COMPARE(page.queue()->model()->rowCount(), 1);
    const auto said = [&page](int role) { return page.queue()->model()->index(0, 0).data(role).toString(); };
    QTRY_COMPARE(said(QueueModel::kWordsRole), QStringLiteral("\u201CA reading club may start.\u201D"));
    QCOMPARE(said(QueueModel::kTalkedRole), QStringLiteral("Last talked 5 September"));
    QVERIFY(box.change(QStringLiteral("For Ruth only"), [talk](store::Records& records) -> Result<> {
        WEAVEMAP_ASSIGN(auto note, records.conversations.find(talk));
        note->confidentiality = Confidentiality::onlyMe;
        return records.conversations.update(*note);
    }));
    QTRY_COMPARE(said(QueueModel::kWordsRole), QString());
    box.session().setMe(QStringLiteral("Ruth"));
    QTRY_VERIFY(!said(QueueModel::kWordsRole).isEmpty());
}

void TodayPlaceTest::promise_lateStandsFirstInWords()
{
    OfficeBox box;
    Page page(box);
    box.openEmpty();
    QVERIFY(box.change(QStringLiteral("promises"), [](store::Records& records) -> Result<> {
        WEAVEMAP_TRY(records.conversations.insert(promise("Some day", {})));
        WEAVEMAP_TRY(records.conversations.insert(promise("Overdue letter", uitest::testDay().addDays(-2))));
        return {};
    }));
    page.enter();
    QTRY_COMPARE(page.promises().size(), 2);
    QCOMPARE(page.promises().first()->accessibleName(), QStringLiteral("Kept: Overdue letter"));
    bool late = false;
    for (TextLabel* text : page.promises().first()->parentWidget()->findChildren<TextLabel*>())
        late = late || text->text() == QStringLiteral("2 days late");
    QVERIFY(late);
}

void TodayPlaceTest::promise_fromAPrivateNoteIsShownToItsWriterOnly()
{
    OfficeBox box;
    Page page(box);
    box.openEmpty();
    const PersonId ruth = box.addPerson(QStringLiteral("Ruth"), PersonKind::staff);
    const PersonId ana = box.addPerson(QStringLiteral("Ana"));
    QVERIFY(box.change(QStringLiteral("Call"), [ruth, ana](store::Records& records) -> Result<> {
        Conversation note;
        note.participants = {ana};
        note.staff = ruth;
        note.confidentiality = Confidentiality::onlyMe;
        FollowUp promise;
        WEAVEMAP_ASSIGN(promise.conversation, records.conversations.insert(note));
        promise.text = "Ask again";
        return records.conversations.insert(promise).map([](auto) {});
    }));
    page.enter();
    QVERIFY(box.settle());
    QVERIFY(page.promises().isEmpty());
    box.session().setMe(QStringLiteral("Ruth"));
    QTRY_COMPARE(page.promises().size(), 1);
    box.session().setMe(QString());
    QTRY_VERIFY(page.promises().isEmpty());
}

void TodayPlaceTest::neverReached_areShownOnAsking()
{
    OfficeBox box;
    Page page(box);
    box.openEmpty();
    box.addPerson(QStringLiteral("Ána Nadie"));
    page.enter();
    auto* link = page.place.findChild<LinkLabel*>(QStringLiteral("showNeverReached"));
    QTRY_VERIFY(link->isVisible());
    QCOMPARE(page.queue()->model()->rowCount(), 0);
    QTest::keyClick(link, Qt::Key_Return);
    QCOMPARE(page.queue()->model()->rowCount(), 1);
    QCOMPARE(page.queue()->model()->index(0, 0).data().toString(), QStringLiteral("Ána Nadie"));
    QTest::keyClick(link, Qt::Key_Return);
    QCOMPARE(page.queue()->model()->rowCount(), 0);
}

void TodayPlaceTest::otherFile_replacesWhatWasShown()
{
    OfficeBox box;
    Page page(box);
    box.openSample();
    page.enter();
    QVERIFY(page.queue()->model()->rowCount() > 0);
    box.open(box.emptyFile());
    page.enter();
    QTRY_COMPARE(page.queue()->model()->rowCount(), 0);
    QTRY_VERIFY(page.promises().isEmpty());
}

void TodayPlaceTest::hidden_dropsWhatWasErasedAtOnce_data()
{
    QTest::addColumn<bool>("person");
    QTest::newRow("the member of a row") << true;
    QTest::newRow("the note of their last words") << false;
}

void TodayPlaceTest::hidden_dropsWhatWasErasedAtOnce()
{
    QFETCH(bool, person);
    OfficeBox box;
    Page page(box);
    box.openEmpty();
    const PersonId ana = box.addPerson(QStringLiteral("Ana"));
    ConversationId talk;
    QVERIFY(box.change(QStringLiteral("Call"), [&](store::Records& records) -> Result<> {
        Conversation note;
        note.when = Instant::atLocal(uitest::testDay().addDays(-40), 9, 0, 0);
        note.participants = {ana};
        note.text = "A reading club may start.";
        WEAVEMAP_ASSIGN(talk, records.conversations.insert(note));
        return {};
    }));
    page.enter();
    QTRY_COMPARE(page.queue()->model()->rowCount(), 1);
    page.place.hide();
    int rowsThen = -1;
    const auto look = [&] { rowsThen = page.queue()->model()->rowCount(); };
    connect(&box.session(), &Session::personErased, &page.place, look);
    connect(&box.session(), &Session::conversationErased, &page.place, look);
    person ? box.session().erase(ana) : box.session().erase(talk);
    QTRY_COMPARE(rowsThen, 0);
    QVERIFY(box.settle());
    QCOMPARE(page.queue()->model()->rowCount(), 0);
    // She who is still there has never been reached.
    QCOMPARE(page.place.findChild<QWidget*>(QStringLiteral("showNeverReached"))->isVisibleTo(&page.place), !person);
}

void TodayPlaceTest::hidden_asksForNobodyWhoWasErased()
{
    OfficeBox box;
    Page page(box);
    box.openEmpty();
    const PersonId ruth = box.addPerson(QStringLiteral("Ruth"), PersonKind::staff);
    page.enter();
    const auto asked = [&page] { return page.place.findChildren<Button*>(QStringLiteral("whoName")).size(); };
    QTRY_COMPARE(asked(), 1);
    page.place.hide();
    box.session().erase(ruth);
    QTRY_COMPARE(asked(), 0);
}

QTEST_MAIN(TodayPlaceTest)
#include "tst_today_place.moc"
