// SPDX-License-Identifier: GPL-3.0-or-later
// Words of notes marked "only me" and "staff" are in nothing that leaves: no map, no chart, no figure, no metadata, no
// file the program writes beside its own.
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QListWidget>
#include <QProcess>
#include <QTest>

#include "Canaries.h"
#include "WindowBox.h"
#include "ui/base/Convert.h"
#include "ui/chartkit/ChartWidget.h"

using namespace weavemap;
using namespace weavemap::ui;
using canaries::bytesOf;
using uitest::WindowBox;

namespace {

const QList<QByteArray> kCanaries = canaries::kOwn + canaries::kStaff;

/// The file's bytes and, for a PDF, its text, metadata and unpacked streams.
QByteArray everythingIn(const QString& path)
{
    QByteArray all = bytesOf(path);
    if (path.endsWith(QStringLiteral(".pdf")))
        for (const auto& [program, arguments] :
             {std::pair(QStringLiteral("pdftotext"), QStringList{path, QStringLiteral("-")}),
              std::pair(QStringLiteral("pdfinfo"), QStringList{path})}) {
            QProcess process;
            process.start(program, arguments);
            if (process.waitForFinished())
                all += process.readAllStandardOutput();
        }
    return all.toLower();
}

void expectClean(const QString& path)
{
    const QByteArray all = everythingIn(path);
    QVERIFY2(all.size() > 50, qPrintable(path));
    const QByteArrayList leaked = canaries::found(all, kCanaries);
    QVERIFY2(leaked.isEmpty(), qPrintable(path + QLatin1Char(' ') + QString::fromLatin1(leaked.join(' '))));
}

} // namespace

class NothingLeavesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void maps_data();
    void maps();
    void charts();
    void figuresOfTheTerminal();
    void settingsAndDataFolders();
};

void NothingLeavesTest::maps_data()
{
    QTest::addColumn<QString>("format");
    for (const char* format : {"pdf", "svg", "png"})
        QTest::newRow(format) << QString::fromLatin1(format);
}

void NothingLeavesTest::maps()
{
    QFETCH(QString, format);
    WindowBox box;
    canaries::open(box);
    box.press(Qt::Key_3, Qt::ControlModifier);
    QVERIFY(box.settle());
    box.press(Qt::Key_P, Qt::ControlModifier);
    QVERIFY(uitest::waitUntil([&] { return box.visible("mapExportDialog") != nullptr; }));
    auto* formats = box.shown<QComboBox>("exportFormat");
    formats->setCurrentIndex(formats->findData(format));
    auto* names = box.shown<QComboBox>("exportNames");
    names->setCurrentIndex(names->findData(QStringLiteral("full")));
    QVERIFY(box.settle());
    const QString to = box.path(QStringLiteral("map.") + format);
    box.dialogs().willChooseFiles({to});
    box.click("exportSave");
    QVERIFY(uitest::waitUntil([&] { return box.visible("mapExportDialog") == nullptr; }));
    expectClean(to);
}

void NothingLeavesTest::charts()
{
    WindowBox box;
    canaries::open(box);
    box.press(Qt::Key_7, Qt::ControlModifier);
    QVERIFY(box.settle());
    QStringList names;
    for (int row = 0; row < box.window().people().rowCount(); ++row)
        names << toQString(box.window().people().row(row).person.name);
    int at = 0;
    auto* list = box.shown<QListWidget>("chartList");
    for (int row = 0; row < list->count(); ++row) {
        if (!list->item(row)->flags().testFlag(Qt::ItemIsSelectable))
            continue;
        list->setCurrentRow(row);
        QVERIFY(box.settle());
        // Each chart fills the page when it is chosen; before that it has nothing to give.
        ChartWidget* chart = nullptr;
        int onPage = 0;
        for (ChartWidget* each : box.window().findChildren<ChartWidget*>())
            if (each->isVisible()) {
                chart = each;
                ++onPage;
            }
        if (onPage != 1)
            continue; // four at a glance, or the figures
        QVERIFY2(!chart->spec().isEmpty(), qPrintable(list->item(row)->text()));
        for (const QString& suffix : {QStringLiteral("csv"), QStringLiteral("png")}) {
            const QString to = box.path(QStringLiteral("chart%1.%2").arg(at++).arg(suffix));
            box.dialogs().willChooseFiles({to});
            QVERIFY(suffix == QLatin1String("csv") ? chart->saveCsv() : chart->savePicture());
            expectClean(to);
            const QString text = QString::fromUtf8(bytesOf(to));
            for (const QString& name : names)
                QVERIFY2(!text.contains(name), qPrintable(name));
        }
        chart->copyCsv();
        const QString copied = QApplication::clipboard()->text();
        for (const QString& name : names)
            QVERIFY2(!copied.contains(name), qPrintable(name));
    }
    QVERIFY(at >= 12);
}

void NothingLeavesTest::figuresOfTheTerminal()
{
    WindowBox box;
    canaries::open(box);
    const QString file = pathText(box.window().session().path());
    box.stop();
    const QString program = QStringLiteral(WEAVEMAP_BIN_DIR "/weavemap-cli");
    const QString list = box.path(QStringLiteral("nodes.csv"));
    QProcess process;
    process.start(program, {QStringLiteral("metrics"), file, QStringLiteral("--ids"), QStringLiteral("name"),
                            QStringLiteral("--out"), list});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    const QByteArray said = (process.readAllStandardOutput() + process.readAllStandardError()).toLower();
    QVERIFY(said.size() > 1000);
    QCOMPARE(canaries::found(said, kCanaries), QByteArrayList());
    expectClean(list);
}

void NothingLeavesTest::settingsAndDataFolders()
{
    WindowBox box;
    canaries::open(box);
    const QString file = pathText(box.window().session().path());
    for (const Qt::Key key : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5, Qt::Key_7}) {
        box.press(key, Qt::ControlModifier);
        QVERIFY(box.settle());
    }
    box.stop();
    QCOMPARE(canaries::filesWith(box, kCanaries), QStringList());
    // The words are where they belong, and the window wrote files, so that the search above can fail.
    QCOMPARE(canaries::found(bytesOf(file), kCanaries), kCanaries);
    QVERIFY(!canaries::filesWith(box, {"["}).isEmpty());
}

QTEST_MAIN(NothingLeavesTest)
#include "tst_nothing_leaves.moc"
