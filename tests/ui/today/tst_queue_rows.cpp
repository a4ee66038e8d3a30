// SPDX-License-Identifier: GPL-3.0-or-later
// How the rows of the queue lie: none is cut, and reasons stand in one line, then in two.
#include <QListView>
#include <QScrollBar>
#include <QTest>

#include "OfficeBox.h"
#include "ui/today/QueueDelegate.h"
#include "ui/today/TodayPlace.h"
#include "ui/widgets/LinkLabel.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::OfficeBox;
using uitest::waitUntil;

namespace {

QList<PillText> pills(std::initializer_list<const char*> texts)
{
    QList<PillText> list;
    for (const char* text : texts) {
        PillText pill;
        pill.text = QString::fromUtf8(text);
        pill.suffix = QStringLiteral("+3");
        list << pill;
    }
    return list;
}

double widthOf(const QList<PillText>& list, qsizetype from, qsizetype count)
{
    constexpr double kGap = 8;
    double width = -kGap;
    for (qsizetype at = from; at < from + count; ++at)
        width += pillSize(list[at]).width() + kGap;
    return width;
}

/// Whether a row begins where the list begins and one ends where it ends.
bool isWhole(const QListView& list)
{
    bool begins = false, ends = false;
    for (int row = 0; row < list.model()->rowCount(); ++row) {
        const QRect rect = list.visualRect(list.model()->index(row, 0));
        begins = begins || rect.top() == 0;
        ends = ends || rect.bottom() + 1 == list.viewport()->height();
    }
    return begins && ends;
}

} // namespace

class QueueRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reasons_takeASecondLineBeforeTheyFold()
    {
        const auto three = pills({"14 months since a talk", "No known tie", "Lakes: 3 of 18 heard from"});
        QCOMPARE(QueueDelegate::reasonsShown(three, widthOf(three, 0, 3)), 3);
        QCOMPARE(QueueDelegate::reasonsShown(three, widthOf(three, 0, 3) - 1), 3);
        QCOMPARE(QueueDelegate::reasonsShown(three, widthOf(three, 0, 2)), 3);
        // Two lines have the room of one each, the second with how many more there are.
        QCOMPARE(QueueDelegate::reasonsShown(three, pillSize(three[0]).width()), 1);
        QCOMPARE(QueueDelegate::reasonsShown(three, pillSize(three[0]).width() - 1), 0);
        QCOMPARE(QueueDelegate::reasonsShown(three, 0), 0);
        QCOMPARE(QueueDelegate::reasonsShown({}, 300), 0);
        const auto two = pills({"14 months since a talk", "One known tie"});
        QCOMPARE(QueueDelegate::reasonsShown(two, pillSize(two[0]).width()), 2);
    }

    void noRowIsCut_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        for (const int width : {800, 1040, 1250})
            for (const int height : {560, 590, 623, 654, 688, 720, 779, 900})
                QTest::addRow("%dx%d", width, height) << width << height;
    }

    void noRowIsCut()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        OfficeBox box;
        TodayPlace place(box.office());
        place.resize(width, height);
        place.show();
        box.open(box.sample());
        place.enter();
        auto* list = place.findChild<QListView*>(QStringLiteral("callQueue"));
        QVERIFY(waitUntil([list] { return list->model()->rowCount() > 3; }));
        box.settle();
        QTRY_VERIFY(isWhole(*list));
        for (int row = 1; row < list->model()->rowCount(); ++row) {
            QTest::keyClick(list, Qt::Key_Down);
            QTRY_VERIFY2(isWhole(*list), qPrintable(QString::number(row)));
            QVERIFY(list->viewport()->rect().contains(list->visualRect(list->currentIndex())));
        }
        place.resize(width, height + 29);
        QTRY_VERIFY(isWhole(*list));
        QTest::keyClick(place.findChild<LinkLabel*>(QStringLiteral("showNeverReached")), Qt::Key_Return);
        QTRY_VERIFY(isWhole(*list));
    }

    void whoLooksFurtherDown_staysThere()
    {
        OfficeBox box;
        TodayPlace place(box.office());
        place.resize(1040, 560);
        place.show();
        box.open(box.sample());
        place.enter();
        auto* list = place.findChild<QListView*>(QStringLiteral("callQueue"));
        QVERIFY(waitUntil([list] { return list->model()->rowCount() > 3; }));
        box.settle();
        QTRY_VERIFY(isWhole(*list));
        bool isDone = false; // what the page has put off until now comes first
        QMetaObject::invokeMethod(
            &place, [&isDone] { isDone = true; }, Qt::QueuedConnection);
        QTRY_VERIFY(isDone);
        QScrollBar* bar = list->verticalScrollBar();
        QVERIFY(bar->maximum() > 0);
        bar->setValue(bar->maximum());
        // A change elsewhere has the page read again.
        const PersonId someone = box.addPerson(QStringLiteral("Zoë Quell"));
        QVERIFY(someone);
        box.settle();
        QCOMPARE(bar->value(), bar->maximum());
    }
};

QTEST_MAIN(QueueRowsTest)
#include "tst_queue_rows.moc"
