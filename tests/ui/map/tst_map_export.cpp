// SPDX-License-Identifier: GPL-3.0-or-later
// The map leaves the office as a file: choices, preview, and what the file holds.
#include <cmath>

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPrinter>
#include <QProcess>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

#include "MapHost.h"
#include "ui/map/ExportChoices.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapExportDialog.h"
#include "ui/map/MapLeaving.h"
#include "ui/map/MapModel.h"
#include "ui/map/MapTableDialog.h"
#include "ui/map/PagePreview.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

QByteArray textOf(const QString& pdf)
{
    QProcess process;
    process.start(QStringLiteral("pdftotext"), {pdf, QStringLiteral("-")});
    return process.waitForFinished(20'000) ? process.readAllStandardOutput() : QByteArray();
}

} // namespace

class TstMapExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void save_writesAPdfWithTitleDateAndCoverage_andInitialsOnly()
    {
        MapHost host;
        QVERIFY(host.settle());
        QVERIFY(host.place->exportHere());
        QPointer<MapExportDialog> dialog = host.place->findChild<MapExportDialog*>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit*>(QStringLiteral("exportTitle"))
            ->setText(QStringLiteral("Who helps whom in spring"));
        auto* preview = dialog->findChild<PagePreview*>();
        QVERIFY(QTest::qWaitFor([&] { return !preview->image().isNull(); }));
        const QString path = host.path(QStringLiteral("map.pdf"));
        host.dialogs().willChooseFiles({path});
        dialog->findChild<QPushButton*>(QStringLiteral("exportSave"))->click();
        QVERIFY(QTest::qWaitFor([&] { return dialog.isNull(); }, 20'000));
        QVERIFY(QFile::exists(path));
        QVERIFY2(!QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty(),
                 "poppler-utils is missing: ./dev deps test installs it.");
        const QString text = QString::fromUtf8(textOf(path)).simplified();
        QVERIFY(text.contains(QStringLiteral("Who helps whom in spring")));
        const MapInput& input = host.place->model().input();
        QVERIFY(text.contains(input.caption.date));
        QVERIFY(text.contains(input.caption.coverage.section(QLatin1Char('('), 0, 0).trimmed()));
        for (const MapPerson& person : input.people)
            QVERIFY2(!text.contains(person.name), qPrintable(person.name));
    }

    void choicesAreRemembered()
    {
        MapHost host;
        QVERIFY(host.settle());
        QVERIFY(host.place->exportHere());
        auto* dialog = host.place->findChild<MapExportDialog*>();
        QCOMPARE(dialog->page().names, NamesPolicy::initials);
        QCOMPARE(dialog->page().view, MapPageView::board);
        QCOMPARE(dialog->page().turn, PaperTurn::landscape);
        const auto choose = [&](const char* combo, const char* key) {
            auto* box = dialog->findChild<QComboBox*>(QString::fromLatin1(combo));
            box->setCurrentIndex(box->findData(QString::fromLatin1(key)));
        };
        choose("exportPaper", "A3");
        choose("exportNames", "codes");
        choose("exportFormat", "png");
        host.dialogs().willChooseFiles({host.path(QStringLiteral("map.png"))});
        QSignalSpy saved(dialog, &MapExportDialog::saved);
        dialog->findChild<QPushButton*>(QStringLiteral("exportSave"))->click();
        QVERIFY(QTest::qWaitFor([&] { return saved.count() == 1; }, 20'000));
        MapExportDialog again(host.office(), host.place->model().input(), MapPage());
        QCOMPARE(again.page().paper, PaperSize::a3);
        QCOMPARE(again.page().names, NamesPolicy::codes);
    }

    void margins_areByName_orInMillimetres_andLeaveTheMapRoom()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapExportDialog dialog(host.office(), host.place->model().input(), MapPage());
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        auto* named = dialog.findChild<QComboBox*>(QStringLiteral("exportMargins"));
        auto* millimetres = dialog.findChild<QSpinBox*>(QStringLiteral("exportMillimetres"));
        auto* save = dialog.findChild<QPushButton*>(QStringLiteral("exportSave"));
        QVERIFY(!millimetres->isVisible());
        QCOMPARE(dialog.page().marginsPt, MapPage().marginsPt);
        named->setCurrentIndex(named->count() - 1);
        QVERIFY(millimetres->isVisible());
        millimetres->setValue(10);
        QVERIFY(std::abs(dialog.page().marginsPt.bottom() - 10 * 72 / 25.4) < 1e-9);
        // What leaves no room is said before it is tried.
        auto* paper = dialog.findChild<QComboBox*>(QStringLiteral("exportPaper"));
        paper->setCurrentIndex(paper->findData(QStringLiteral("A5")));
        millimetres->setValue(80);
        QVERIFY(!save->isEnabled());
        QVERIFY(!dialog.findChild<QPushButton*>(QStringLiteral("exportPrint"))->isEnabled());
        QVERIFY(dialog.findChild<QLabel*>(QStringLiteral("exportSizeSentence"))
                    ->text()
                    .contains(QStringLiteral("no room")));
        millimetres->setValue(12);
        QVERIFY(save->isEnabled());
        host.dialogs().willChooseFiles({host.path(QStringLiteral("margins.pdf"))});
        QSignalSpy saved(&dialog, &MapExportDialog::saved);
        save->click();
        QVERIFY(QTest::qWaitFor([&] { return saved.count() == 1; }, 20'000));
        MapExportDialog again(host.office(), host.place->model().input(), MapPage());
        QCOMPARE(again.page().marginsPt, dialog.page().marginsPt);
        QCOMPARE(again.findChild<QSpinBox*>(QStringLiteral("exportMillimetres"))->value(), 12);
    }

    void poster_showsItsSheets_andIsRemembered()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapExportDialog dialog(host.office(), host.place->model().input(), MapPage());
        const auto choose = [&](const char* combo, const char* key) {
            auto* box = dialog.findChild<QComboBox*>(QString::fromLatin1(combo));
            box->setCurrentIndex(box->findData(QString::fromLatin1(key)));
        };
        auto* preview = dialog.findChild<PagePreview*>();
        QVERIFY(QTest::qWaitFor([&] { return preview->sheets().size() == 1; }, 20'000));
        choose("exportAcross", "3");
        choose("exportDown", "2");
        QVERIFY(QTest::qWaitFor([&] { return preview->sheets().size() == 6; }, 20'000));
        QCOMPARE(dialog.page().poster, (MapPoster{3, 2}));
        host.dialogs().willChooseFiles({host.path(QStringLiteral("poster.pdf"))});
        QSignalSpy saved(&dialog, &MapExportDialog::saved);
        dialog.findChild<QPushButton*>(QStringLiteral("exportSave"))->click();
        QVERIFY(QTest::qWaitFor([&] { return saved.count() == 1; }, 20'000));
        QCOMPARE(withRemembered(MapPage(), host.settings()).poster, (MapPoster{3, 2}));
    }

    void choicesOfAFile_areThereWhereItHasThem()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapExportDialog dialog(host.office(), host.place->model().input(), MapPage());
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        auto* format = dialog.findChild<QComboBox*>(QStringLiteral("exportFormat"));
        auto* dpi = dialog.findChild<QComboBox*>(QStringLiteral("exportDpi"));
        auto* ground = dialog.findChild<QCheckBox*>(QStringLiteral("exportGround"));
        auto* save = dialog.findChild<QPushButton*>(QStringLiteral("exportSave"));
        QVERIFY(!dpi->isVisible() && !ground->isVisible());
        ground->setChecked(false);
        QVERIFY(!dialog.page().transparent); // a PDF's page is paper
        format->setCurrentIndex(format->findData(QStringLiteral("svg")));
        QVERIFY(!dpi->isVisible() && ground->isVisible() && dialog.page().transparent);
        format->setCurrentIndex(format->findData(QStringLiteral("png")));
        QVERIFY(dpi->isVisible() && save->isEnabled());
        // What no picture can hold is said before it is tried.
        auto* paper = dialog.findChild<QComboBox*>(QStringLiteral("exportPaper"));
        paper->setCurrentIndex(paper->findData(QStringLiteral("A0")));
        dpi->setCurrentIndex(dpi->findData(QStringLiteral("600")));
        QVERIFY(!save->isEnabled());
        QVERIFY(dialog.findChild<QLabel*>(QStringLiteral("exportSizeSentence"))
                    ->text()
                    .contains(QStringLiteral("too large")));
        dpi->setCurrentIndex(dpi->findData(QStringLiteral("144")));
        QVERIFY(save->isEnabled());
    }

    void print_sendsThePageToThePrinterThatWasChosen()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapExportDialog dialog(host.office(), host.place->model().input(), MapPage());
        auto* across = dialog.findChild<QComboBox*>(QStringLiteral("exportAcross"));
        across->setCurrentIndex(across->findData(QStringLiteral("2")));
        const QString path = host.path(QStringLiteral("printed.pdf"));
        auto* print = dialog.findChild<QPushButton*>(QStringLiteral("exportPrint"));
        QSignalSpy saved(&dialog, &MapExportDialog::saved);
        dialog.setPrinterChoice([](QWidget*, QPrinter&, int) { return false; });
        print->click();
        QVERIFY(print->isEnabled() && saved.isEmpty());
        int asked = 0;
        dialog.setPrinterChoice([&](QWidget*, QPrinter& printer, int pages) {
            asked = pages;
            printer.setOutputFormat(QPrinter::PdfFormat);
            printer.setOutputFileName(path);
            return true;
        });
        print->click();
        QVERIFY(QTest::qWaitFor([&] { return saved.count() == 1; }, 20'000));
        QCOMPARE(asked, 2);
        const QString text = QString::fromUtf8(textOf(path));
        QVERIFY(text.contains(QStringLiteral("Sheet 2 of 2")));
        for (const MapPerson& person : host.place->model().input().people)
            QVERIFY2(!text.contains(person.name), qPrintable(person.name));
    }

    void copiedPicture_keepsNamesAsExportsDo()
    {
        MapHost host;
        QVERIFY(host.settle());
        QGuiApplication::clipboard()->clear();
        QSignalSpy said(host.place, &MapPlace::said);
        auto* copy = host.place->findChild<QAction*>(QStringLiteral("mapCopyPicture"));
        QVERIFY(copy && copy->isEnabled());
        copy->trigger();
        QVERIFY(QTest::qWaitFor([&] { return !said.isEmpty(); }, 20'000));
        const QString sentence = said.last().first().toString();
        QVERIFY2(sentence.contains(QStringLiteral("clipboard")) && sentence.contains(QStringLiteral("initials")),
                 qPrintable(sentence));
        const QImage image = QGuiApplication::clipboard()->image();
        const QSize canvas = host.place->findChild<MapCanvas*>()->size();
        QCOMPARE(image.width(), 2 * canvas.width()); // what is seen, at twice the resolution
        QVERIFY2(image.height() > 2 * canvas.height(), "legend and caption stand below it");
        QVERIFY(image.textKeys().isEmpty());
        QCOMPARE(image.pixel(3, 3), QColor(Qt::white).rgb());
    }

    void copiedPicture_comesNoMore_onceSomebodyIsForgottenOrTheFileIsLeft()
    {
        MapHost host;
        QVERIFY(host.settle());
        QGuiApplication::clipboard()->setText(QStringLiteral("before"));
        auto* copy = host.place->findChild<QAction*>(QStringLiteral("mapCopyPicture"));
        QSignalSpy said(host.place, &MapPlace::said);
        const auto isSaid = [&said] {
            return std::any_of(said.begin(), said.end(), [](const auto& sentence) {
                return sentence.first().toString().contains(QStringLiteral("clipboard"));
            });
        };
        const MapPerson somebody = host.place->model().input().people.front();
        copy->trigger();
        Q_EMIT host.session().personErased(somebody.id, somebody.name);
        QVERIFY(uitest::waitUntil([&] { return !host.jobs().isBusy(); }));
        QCoreApplication::processEvents();
        QVERIFY(!isSaid());
        QVERIFY(host.settle());
        copy->trigger();
        host.session().close();
        QVERIFY(uitest::waitUntil([&] { return !host.jobs().isBusy(); }));
        QCoreApplication::processEvents();
        QVERIFY(!isSaid());
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
    }

    void theCircleOnTheScreen_goesWithWhatLeaves()
    {
        MapHost host;
        QVERIFY(host.settle());
        auto* canvas = host.place->findChild<MapCanvas*>();
        const MapInput& input = host.place->model().input();
        QVERIFY(litInput(*canvas) == input);
        canvas->setCircleOf({input.people[2].id, input.people[1].id, PersonId{987'654'321}}, 2);
        const MapInput lit = litInput(*canvas);
        QCOMPARE(lit.focus.circleSteps, 2);
        QCOMPARE(lit.focus.circleWith.size(), std::size_t{1});
        QVERIFY(lit.focus.circle == 1 || lit.focus.circle == 2);
        // The words of a view say whose name they hold.
        const MapPage page =
            pageOf(*canvas, QStringLiteral("Network"), QStringLiteral("Round %1").arg(input.people[2].name.toUpper()));
        QCOMPARE(page.caption.says.size(), std::size_t{1});
        QCOMPARE(page.caption.says[0].name, input.people[2].name);
        QVERIFY(pageOf(*canvas, {}, QStringLiteral("Spring")).caption.says.empty());
        QVERIFY(pageOf(*canvas, {}, {}).caption.text.isEmpty());
    }

    void lowScreen_leavesTheButtonsInView()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapExportDialog dialog(host.office(), host.place->model().input(), MapPage());
        const QSize screen = dialog.screen()->availableSize();
        QVERIFY(dialog.width() < screen.width() && dialog.height() < screen.height());
        dialog.fitInto(QSize(3000, 2000));
        QVERIFY2(dialog.width() < 1200 && dialog.height() < 900, "a large screen is not filled");
        const QSize low(944, 492); // 1920 x 1080 at 200 %
        dialog.fitInto(low);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QVERIFY(dialog.width() <= low.width() && dialog.height() <= low.height());
        for (const char* name : {"exportSave", "exportCancel"}) {
            const auto* button = dialog.findChild<QPushButton*>(QString::fromLatin1(name));
            QVERIFY2(dialog.rect().contains(QRect(button->mapTo(&dialog, QPoint()), button->size())), name);
        }
        auto* view = dialog.findChild<QWidget*>(QStringLiteral("exportView"));
        dialog.findChild<QScrollArea*>(QStringLiteral("exportChoices"))->ensureWidgetVisible(view);
        QVERIFY2(!view->visibleRegion().isEmpty(), "every choice can be reached");
    }

    void aFileThatCannotBeWritten_isSaidInTheDialog()
    {
        MapHost host;
        QVERIFY(host.settle());
        QVERIFY(host.place->exportHere());
        auto* dialog = host.place->findChild<MapExportDialog*>();
        host.dialogs().willChooseFiles({host.path(QStringLiteral("no/such/folder/map.pdf"))});
        dialog->findChild<QPushButton*>(QStringLiteral("exportSave"))->click();
        auto* error = dialog->findChild<QLabel*>(QStringLiteral("exportError"));
        QVERIFY(QTest::qWaitFor([&] { return error->isVisible(); }, 20'000));
        QVERIFY(error->text().endsWith(QLatin1Char('.')));
        QVERIFY(dialog->findChild<QPushButton*>(QStringLiteral("exportSave"))->isEnabled());
    }

    void table_listsThePeopleAndTheTiesOfTheMap()
    {
        MapHost host;
        QVERIFY(host.settle());
        const MapInput& input = host.place->model().input();
        MapTableDialog dialog(input);
        const auto* people = dialog.findChild<QTableView*>(QStringLiteral("mapPeopleTable"));
        const auto* ties = dialog.findChild<QTableView*>(QStringLiteral("mapTiesTable"));
        QCOMPARE(people->model()->rowCount(), static_cast<int>(input.people.size()));
        QCOMPARE(ties->model()->rowCount(), static_cast<int>(input.ties.size()));
        const auto alignment = [&](int column) {
            return people->model()->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
        };
        QVERIFY2(alignment(2) & Qt::AlignRight, "a heading stands over its figures");
        QVERIFY(!(alignment(0) & Qt::AlignRight));
        QSignalSpy chosen(&dialog, &MapTableDialog::personChosen);
        Q_EMIT const_cast<QTableView*>(people)->activated(people->model()->index(0, 0));
        QCOMPARE(chosen.count(), 1);
    }
};

QTEST_MAIN(TstMapExport)
#include "tst_map_export.moc"
