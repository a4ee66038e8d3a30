// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>

#include <QLabel>
#include <QListView>
#include <QTest>

#include "OfficeBox.h"
#include "ui/history/HistoryPlace.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/EmptyState.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::OfficeBox;

class HistoryPlaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyFile_saysSo();
    void card_isAsHighAsItsRows();
    void buttons_undoAndRedo();
    void chosenStep_undoesAndRedoesAllUpToIt();
    void sample_isTakenAwayOnlyWhenSaidSo();
    void readOnlyFile_showsHistoryAndOffersNothing();
};

namespace {

Button* button(HistoryPlace& place, const char* name) { return place.findChild<Button*>(QString::fromLatin1(name)); }

} // namespace

void HistoryPlaceTest::emptyFile_saysSo()
{
    OfficeBox box;
    HistoryPlace place(box.office());
    place.show();
    box.openEmpty();
    place.enter();
    box.settle();
    QTRY_VERIFY(place.findChild<EmptyState*>()->isVisible());
    QVERIFY(!place.findChild<QListView*>(QStringLiteral("historyList"))->isVisible());
    QVERIFY(!button(place, "historyUndo")->isEnabled());
}

void HistoryPlaceTest::card_isAsHighAsItsRows()
{
    OfficeBox box;
    HistoryPlace place(box.office());
    place.resize(900, 700);
    place.show();
    box.openEmpty();
    place.enter();
    auto* list = place.findChild<QListView*>(QStringLiteral("historyList"));
    int before = 0;
    for (int people = 1; people <= 3; ++people) {
        box.addPerson(QStringLiteral("Ana %1").arg(people));
        QTRY_COMPARE(list->model()->rowCount(), people);
        const auto lastRow = [list] {
            return list->visualRect(list->model()->index(list->model()->rowCount() - 1, 0));
        };
        QTRY_VERIFY(std::abs(list->viewport()->height() - 1 - lastRow().bottom()) <= 2);
        QVERIFY(list->height() > before);
        before = list->height();
    }
    for (int people = 4; people <= 30; ++people)
        box.addPerson(QStringLiteral("Ana %1").arg(people));
    QTRY_COMPARE(list->model()->rowCount(), 30);
    QTRY_VERIFY(list->height() > 500); // more than there is room for: it scrolls
    QVERIFY(list->mapTo(&place, QPoint(0, list->height())).y() <= place.height());
}

void HistoryPlaceTest::buttons_undoAndRedo()
{
    OfficeBox box;
    HistoryPlace place(box.office());
    place.show();
    box.openEmpty();
    place.enter();
    box.addPerson(QStringLiteral("Ana"));
    auto* list = place.findChild<QListView*>(QStringLiteral("historyList"));
    QTRY_VERIFY(list->isVisible());
    QVERIFY(button(place, "historyUndo")->toolTip().contains(QStringLiteral("Add Ana")));
    QTest::mouseClick(button(place, "historyUndo"), Qt::LeftButton);
    QTRY_COMPARE(box.people().rowCount(), 0);
    QTRY_VERIFY(button(place, "historyRedo")->isEnabled());
    QVERIFY(!button(place, "historyUndo")->isEnabled());
    QTest::mouseClick(button(place, "historyRedo"), Qt::LeftButton);
    QTRY_COMPARE(box.people().rowCount(), 1);
    QCOMPARE(list->model()->rowCount(), 1);
}

void HistoryPlaceTest::sample_isTakenAwayOnlyWhenSaidSo()
{
    OfficeBox box;
    HistoryPlace place(box.office());
    place.show();
    box.openSample();
    place.enter();
    box.addPerson(QStringLiteral("Ana"));
    auto* list = place.findChild<QListView*>(QStringLiteral("historyList"));
    QTRY_COMPARE(list->model()->rowCount(), 2);
    QTRY_VERIFY(box.people().rowCount() > 100);
    const int people = box.people().rowCount();
    button(place, "historyUndo")->click(); // Ana: not asked about
    QTRY_COMPARE(box.people().rowCount(), people - 1);
    QVERIFY(box.dialogs().shown().isEmpty());
    QTRY_VERIFY(button(place, "historyUndo")->isEnabled());
    button(place, "historyUndo")->click(); // answered by Escape
    QCOMPARE(box.dialogs().shown().size(), 1);
    box.settle();
    QCOMPARE(box.people().rowCount(), people - 1);
    box.dialogs().willAnswer(0);
    button(place, "historyUndo")->click();
    QTRY_COMPARE(box.people().rowCount(), 0);
}

void HistoryPlaceTest::chosenStep_undoesAndRedoesAllUpToIt()
{
    OfficeBox box;
    HistoryPlace place(box.office());
    place.show();
    box.openEmpty();
    place.enter();
    for (const char* name : {"Ana", "Ben", "Cai", "Dee"})
        box.addPerson(QString::fromLatin1(name));
    auto* list = place.findChild<QListView*>(QStringLiteral("historyList"));
    QTRY_COMPARE(list->model()->rowCount(), 4);
    QCOMPARE(button(place, "historyUndo")->text(), QStringLiteral("Undo"));
    // Ben's row: his step and the two after it.
    list->setCurrentIndex(list->model()->index(2, 0));
    QVERIFY(button(place, "historyUndo")->text().contains(QLatin1Char('3')));
    QTest::mouseClick(button(place, "historyUndo"), Qt::LeftButton);
    QVERIFY(!button(place, "historyUndo")->isEnabled()); // until the last of them is undone
    QTRY_COMPARE(box.people().rowCount(), 1);
    QTRY_VERIFY(button(place, "historyUndo")->isEnabled());
    QCOMPARE(box.session().redoLabel(), QStringLiteral("Add Ben"));
    // Cai's row: Ben, then Cai.
    list->setCurrentIndex(list->model()->index(1, 0));
    QTRY_VERIFY(button(place, "historyRedo")->text().contains(QLatin1Char('2')));
    QTest::mouseClick(button(place, "historyRedo"), Qt::LeftButton);
    QTRY_COMPARE(box.people().rowCount(), 3);
    QTRY_COMPARE(box.session().undoLabel(), QStringLiteral("Add Cai"));
    QCOMPARE(box.session().redoLabel(), QStringLiteral("Add Dee"));
    QTRY_VERIFY(button(place, "historyRedo")->isEnabled());
}

void HistoryPlaceTest::readOnlyFile_showsHistoryAndOffersNothing()
{
    OfficeBox writer;
    writer.openEmpty();
    writer.addPerson(QStringLiteral("Ana"));
    Session reading(&writer.clock());
    Jobs jobs;
    PeopleModel people(reading, jobs);
    FiguresService figures(reading, jobs);
    Office office{reading, jobs, writer.settings(), writer.dialogs(), writer.theme(), people, figures};
    HistoryPlace place(office);
    place.show();
    reading.open(writer.session().path());
    QTRY_VERIFY(reading.isOpen());
    QVERIFY(reading.isReadOnly());
    place.enter();
    QTRY_COMPARE(place.findChild<QListView*>(QStringLiteral("historyList"))->model()->rowCount(), 1);
    QVERIFY(!button(place, "historyUndo")->isEnabled());
    QVERIFY(!button(place, "historyRedo")->isEnabled());
    for (const auto* label : place.findChildren<QLabel*>())
        QVERIFY2(!label->isVisible() || !label->text().contains(QStringLiteral("undone")), qPrintable(label->text()));
    reading.close();
    jobs.stopAll();
}

QTEST_MAIN(HistoryPlaceTest)
#include "tst_history_place.moc"
