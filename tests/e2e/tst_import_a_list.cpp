// SPDX-License-Identifier: GPL-3.0-or-later
// A spreadsheet with bad rows goes through the assistant, and back out with one undo.
#include <QDropEvent>
#include <QFile>
#include <QMimeData>
#include <QTableView>
#include <QTest>
#include <QUrl>

#include "WindowBox.h"
#include "ui/base/Convert.h"
#include "ui/shell/Places.h"
#include "ui/widgets/Button.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::WindowBox;

class ImportAListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badRows_areCountedListedAndLeftOut();
    void escape_storesNothing();
    void dropped_opensTheAssistant();
};

namespace {

QString text(WindowBox& box, const char* name) { return box.shown<QWidget>(name)->property("text").toString(); }

/// Windows-1252, semicolons, CRLF, a quoted line break; two rows are bad: nobody at one end, and a tie with oneself.
const QByteArray kTies = "from;to;weight\r\n"
                         "Jos\xe9 Alvarez;Ann \"Annie\" Lee;2\r\n"
                         "\"Ben\r\nOkafor\";Jos\xe9 Alvarez;1\r\n"
                         "Ann Lee;;1\r\n"
                         "Dee Brandt;Dee Brandt;1\r\n";

} // namespace

void ImportAListTest::badRows_areCountedListedAndLeftOut()
{
    WindowBox box;
    box.open(box.sample());
    const int before = box.window().people().rowCount();
    const std::size_t ties = *box.records().ties.count();
    box.dialogs().willChooseFiles({box.textFile(QStringLiteral("who knows whom.csv"), kTies)});
    box.press(Qt::Key_I, Qt::ControlModifier);
    QVERIFY(box.visible("importPlace"));
    box.press(Qt::Key_Return); // the one button of the first page has the focus
    QVERIFY(box.settle());
    auto* rows = box.shown<QTableView>("importRows");
    QTRY_COMPARE(rows->model()->rowCount(), 4);
    const QString summary = text(box, "importSummary");
    QVERIFY2(summary.contains(QStringLiteral("2 ties are new")), qPrintable(summary));
    QVERIFY2(summary.contains(QStringLiteral("2 rows are left out")), qPrintable(summary));
    QCOMPARE(box.window().people().rowCount(), before);
    box.press(Qt::Key_Return); // Store has the focus
    QVERIFY(uitest::waitUntil([&] { return box.visible("importDone") != nullptr; }));
    QVERIFY(box.settle());
    QCOMPARE(*box.records().ties.count(), ties + 2);
    QVERIFY(box.records().people.findByName("José Alvarez")->size() == 1);

    const QString list = box.path(QStringLiteral("left out.csv"));
    box.dialogs().willChooseFiles({list});
    box.click("importSaveLeftOut");
    QFile file(list);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray out = file.readAll();
    QCOMPARE(out.count('\n'), 3);
    QVERIFY2(out.contains(",5,") && out.contains(",6,"), out.constData());

    box.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(uitest::waitUntil([&] { return box.window().people().rowCount() == before; }));
    QCOMPARE(*box.records().ties.count(), ties);
}

void ImportAListTest::escape_storesNothing()
{
    WindowBox box;
    box.open(box.sample());
    const std::uint64_t revision = box.window().session().revision();
    box.window().places().startImport({box.textFile(QStringLiteral("new.csv"), "name\nDee Brandt\n")});
    QVERIFY(box.settle());
    QVERIFY(box.visible("importPlace"));
    box.press(Qt::Key_Escape);
    QVERIFY(!box.visible("importPlace"));
    QVERIFY(box.visible("todayPlace"));
    QCOMPARE(box.window().session().revision(), revision);
}

void ImportAListTest::dropped_opensTheAssistant()
{
    WindowBox box;
    box.open(box.emptyFile());
    const QString path = box.textFile(QStringLiteral("new.csv"), "name,region\nDee Brandt,Coast\n");
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    // The window is entered first, as with a real drag.
    QDragEnterEvent enter({400, 400}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&box.window(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(400, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&box.window(), &drop);
    QVERIFY(box.settle());
    QTRY_COMPARE(box.shown<QTableView>("importRows")->model()->rowCount(), 1);
}

QTEST_MAIN(ImportAListTest)
#include "tst_import_a_list.moc"
