// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QListWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include "OfficeBox.h"
#include "ui/chartkit/ChartWidget.h"
#include "ui/charts/ChartsPlace.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/SegmentedSwitch.h"
#include "ui/widgets/TextLabel.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::OfficeBox;

namespace {

struct Page
{
    Page() : place(box.office())
    {
        place.resize(1180, 820);
        place.show();
    }
    void open(const QString& path)
    {
        box.open(path);
        place.enter();
        box.settle();
    }
    QList<ChartWidget*> shown() const
    {
        QList<ChartWidget*> all;
        for (ChartWidget* chart : place.findChildren<ChartWidget*>())
            if (chart->isVisible())
                all << chart;
        return all;
    }
    /// By keys, past whatever stands before it in the list.
    void goToCallsPerMonth()
    {
        for (int i = 0; i < 6 && list()->currentItem()->text() != QStringLiteral("Calls per month"); ++i)
            QTest::keyClick(list(), Qt::Key_Down);
    }
    QListWidget* list() const { return place.findChild<QListWidget*>(QStringLiteral("chartList")); }
    OfficeBox box;
    ChartsPlace place;
};

} // namespace

class ChartsPlaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sample_showsFourAtAGlanceWithFindings();
    void list_downFillsThePageAndEscapeGoesBack();
    void tables_oneSwitchAway();
    void figures_areAsHighAsTheirLines();
    void export_savesThePictureOfTheOneThatFillsThePage();
    void emptyFile_saysWhatIsMissing();
    void otherFile_replacesWhatWasDrawn();
    void noTies_chartsSayWhatIsMissing();
    void notOnScreen_waitsUntilItIsEntered();
    void closing_forgetsWhatWasDrawn();
    void big_isDrawnWithEverybodyInIt();
};

void ChartsPlaceTest::sample_showsFourAtAGlanceWithFindings()
{
    Page page;
    page.open(page.box.sample());
    QTRY_COMPARE(page.shown().size(), 4);
    for (ChartWidget* chart : page.shown()) {
        QVERIFY(!chart->spec().isEmpty());
        QVERIFY(!chart->spec().title.isEmpty());
    }
}

void ChartsPlaceTest::list_downFillsThePageAndEscapeGoesBack()
{
    Page page;
    page.open(page.box.sample());
    QTRY_COMPARE(page.shown().size(), 4);
    page.goToCallsPerMonth();
    QTRY_COMPARE(page.shown().size(), 1);
    QVERIFY(page.place.stepBack());
    QTRY_COMPARE(page.shown().size(), 4);
    QVERIFY(!page.place.stepBack());
}

void ChartsPlaceTest::tables_oneSwitchAway()
{
    Page page;
    page.open(page.box.sample());
    QTRY_COMPARE(page.shown().size(), 4);
    auto* view = page.place.findChild<SegmentedSwitch*>(QStringLiteral("chartView"));
    for (QAbstractButton* button : view->findChildren<QAbstractButton*>())
        if (!button->isChecked())
            QTest::mouseClick(button, Qt::LeftButton);
    for (ChartWidget* chart : page.shown())
        QCOMPARE(chart->view(), ChartWidget::View::table);
}

void ChartsPlaceTest::figures_areAsHighAsTheirLines()
{
    Page page;
    page.open(page.box.sample());
    QTRY_COMPARE(page.shown().size(), 4);
    page.list()->setCurrentRow(2);
    auto* card = page.place.findChild<QWidget*>(QStringLiteral("networkFacts"));
    QTRY_VERIFY(card->isVisible());
    const auto* scroll = card->findChild<QScrollArea*>(QStringLiteral("networkFactsScroll"));
    QTRY_VERIFY(card->height() > 200);
    QTRY_COMPARE(scroll->verticalScrollBar()->maximum(), 0);
    const int whole = page.place.findChild<QWidget*>(QStringLiteral("chartsScroll"))->height();
    QVERIFY2(card->height() < whole - 60, qPrintable(QString::number(card->height())));
    page.place.resize(1180, 400); // too low: what does not fit is scrolled to
    QTRY_VERIFY(scroll->verticalScrollBar()->maximum() > 0 || card->height() > 400);
}

void ChartsPlaceTest::export_savesThePictureOfTheOneThatFillsThePage()
{
    Page page;
    page.open(page.box.sample());
    QTRY_COMPARE(page.shown().size(), 4);
    QVERIFY(!page.place.exportHere());
    page.goToCallsPerMonth();
    const QString to = page.box.path(QStringLiteral("chart.png"));
    page.box.dialogs().willChooseFiles({to});
    QVERIFY(page.place.exportHere());
    QVERIFY(QFile(to).size() > 1000);
}

void ChartsPlaceTest::emptyFile_saysWhatIsMissing()
{
    Page page;
    page.open(page.box.emptyFile());
    auto* empty = page.place.findChild<EmptyState*>();
    QTRY_VERIFY(empty->isVisible());
    QVERIFY(page.shown().isEmpty());
    QVERIFY2(!page.place.findChild<QWidget*>(QStringLiteral("chartView"))->isVisible(), "no charts, no tables");
    QSignalSpy log(&page.place, &Place::logCallRequested);
    QTest::mouseClick(empty->actionButton(), Qt::LeftButton);
    QCOMPARE(log.count(), 1);
}

void ChartsPlaceTest::otherFile_replacesWhatWasDrawn()
{
    Page page;
    page.open(page.box.sample());
    QTRY_COMPARE(page.shown().size(), 4);
    page.open(page.box.emptyFile());
    QTRY_VERIFY(page.shown().isEmpty());
    page.open(page.box.sample());
    QTRY_COMPARE(page.shown().size(), 4);
}

void ChartsPlaceTest::noTies_chartsSayWhatIsMissing()
{
    Page page;
    page.open(page.box.emptyFile());
    page.box.addPerson(QStringLiteral("Ana"));
    page.box.settle();
    QTRY_COMPARE(page.shown().size(), 4);
    for (ChartWidget* chart : page.shown())
        QVERIFY(!chart->spec().title.isEmpty());
    // No call, and one date only.
    QVERIFY(page.place.findChild<ChartWidget*>(QStringLiteral("chart0"))->spec().isEmpty());
    QVERIFY(page.place.findChild<ChartWidget*>(QStringLiteral("chart4"))->spec().isEmpty());
    QCOMPARE(page.place.findChild<ChartWidget*>(QStringLiteral("chart1"))->spec().title,
             QStringLiteral("Nobody has a known tie yet"));
}

void ChartsPlaceTest::notOnScreen_waitsUntilItIsEntered()
{
    Page page;
    page.open(page.box.emptyFile());
    page.box.addPerson(QStringLiteral("Ana"));
    page.box.settle();
    auto* degree = page.place.findChild<ChartWidget*>(QStringLiteral("chart1"));
    QTRY_COMPARE(degree->spec().bars.size(), std::size_t{1});
    QCOMPARE(degree->spec().bars[0].value, 1.0);
    page.place.hide();
    page.box.addPerson(QStringLiteral("Ben"));
    page.box.settle();
    QCOMPARE(degree->spec().bars[0].value, 1.0);
    page.place.show();
    page.place.enter();
    page.box.settle();
    QTRY_COMPARE(degree->spec().bars[0].value, 2.0);
}

void ChartsPlaceTest::closing_forgetsWhatWasDrawn()
{
    Page page;
    page.open(page.box.sample());
    QTRY_COMPARE(page.shown().size(), 4);
    page.box.session().close();
    QVERIFY(page.shown().isEmpty());
    for (ChartWidget* chart : page.place.findChildren<ChartWidget*>())
        QVERIFY(chart->spec().isEmpty());
}

void ChartsPlaceTest::big_isDrawnWithEverybodyInIt()
{
    Page page;
    page.open(page.box.sample(QStringLiteral("big.weavemap"), 2000));
    QTRY_COMPARE_WITH_TIMEOUT(page.shown().size(), 4, 30'000);
    auto* people = page.place.findChild<ChartWidget*>(QStringLiteral("chart2"));
    QTRY_COMPARE_WITH_TIMEOUT(people->spec().points.size(), std::size_t{2000}, 30'000);
    QVERIFY(!exportCsv(people->spec()).contains(page.box.people().row(0).person.name.c_str()));
}

QTEST_MAIN(ChartsPlaceTest)
#include "tst_charts_place.moc"
