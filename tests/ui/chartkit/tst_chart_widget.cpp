// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdlib>
#include <memory>

#include <QAbstractItemModel>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QGraphicsSimpleTextItem>
#include <QGraphicsView>
#include <QImage>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "ui/base/ScriptedDialogs.h"
#include "ui/base/ThemeController.h"
#include "ui/chartkit/ChartPainter.h"
#include "ui/chartkit/ChartWidget.h"

using namespace weavemap::ui;

namespace {

ChartSpec bars(int count)
{
    ChartSpec spec;
    spec.title = QStringLiteral("September was the busiest month");
    spec.subtitle = QStringLiteral("Calls per month");
    spec.xName = QStringLiteral("Month");
    spec.yName = QStringLiteral("Calls");
    for (int i = 0; i < count; ++i)
        spec.bars.push_back(
            {QStringLiteral("M%1").arg(i), 10.0 + i, i == 0 ? BarMark::exception : BarMark::plain, {}, false});
    return spec;
}

ChartSpec people()
{
    ChartSpec spec;
    spec.kind = ChartKind::scatter;
    spec.subject = ChartSubject::peopleNamesOnScreenOnly;
    spec.title = QStringLiteral("Two people carry news");
    spec.xName = QStringLiteral("In touch with");
    spec.yName = QStringLiteral("Go-between");
    spec.points = {{3, 1, QStringLiteral("Ana Ruiz"), 0, true, true},
                   {9, 4, QStringLiteral("Jun Takeda"), 4, false, true}};
    return spec;
}

int pixelsOf(const QImage& image, const QColor& color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == color;
    return count;
}

/// The middle of all pixels of about a colour.
QPointF middleOf(const QImage& image, const QColor& color)
{
    QPointF sum;
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (std::abs(pixel.red() - color.red()) + std::abs(pixel.green() - color.green()) +
                    std::abs(pixel.blue() - color.blue()) >
                90)
                continue;
            sum += QPointF(x, y);
            ++count;
        }
    return sum / std::max(1, count);
}

QImage painted(const ChartSpec& spec, ChartNames names)
{
    QImage image(480, 320, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintChart(&painter, QRectF(0, 0, 480, 320), spec, Theme::print(), names);
    return image;
}

} // namespace

class ChartWidgetTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_controller = std::make_unique<ThemeController>(*qApp, ThemeChoice::light); }
    void cleanupTestCase() { m_controller.reset(); }

    void bars_areDrawnInAccentAndTheExceptionInItsOwnColour()
    {
        const QImage image = painted(bars(4), ChartNames::leave);
        QVERIFY(pixelsOf(image, Theme::print().color(ColorRole::accent)) > 5000);
        QVERIFY(pixelsOf(image, Theme::print().group(1)) > 2000);
    }

    void bars_areAsHighAsTheirValues()
    {
        ChartSpec spec = bars(2);
        spec.bars[0] = {QStringLiteral("a"), 10, BarMark::exception, {}, false};
        spec.bars[1] = {QStringLiteral("b"), 40, BarMark::plain, {}, false};
        const QImage image = painted(spec, ChartNames::leave);
        const double low = pixelsOf(image, Theme::print().group(1)),
                     high = pixelsOf(image, Theme::print().color(ColorRole::accent));
        QVERIFY2(qAbs(high / low - 4) < 0.1, qPrintable(QString::number(high / low)));
    }

    void namesOfPeople_areOnScreenOnly()
    {
        ChartSpec nameless = people();
        for (ChartPoint& point : nameless.points)
            point.name.clear();
        QVERIFY(painted(people(), ChartNames::onScreen) != painted(nameless, ChartNames::onScreen));
        QCOMPARE(painted(people(), ChartNames::leave), painted(nameless, ChartNames::leave));
    }

    void odd_specsArePainted()
    {
        ChartSpec none, huge = bars(400), one = bars(1), long30 = bars(3);
        long30.bars[1].label = QString(30, QLatin1Char('W'));
        long30.bars[1].note = QString(60, QLatin1Char('W'));
        long30.mark = ChartMark{99, QStringLiteral("far away")};
        for (const ChartSpec& spec : {none, huge, one, long30, people()}) {
            painted(spec, ChartNames::onScreen);
            QImage tiny(10, 10, QImage::Format_RGB32);
            QPainter painter(&tiny);
            paintChart(&painter, QRectF(0, 0, 10, 10), spec, Theme::light());
        }
    }

    void table_holdsTheSameData()
    {
        ScriptedDialogs dialogs;
        ChartWidget chart(dialogs);
        chart.setSpec(people());
        chart.setView(ChartWidget::View::table);
        const auto* const table = chart.findChild<QTableView*>(QStringLiteral("chartTable"));
        QVERIFY(table && table->isVisibleTo(&chart));
        QCOMPARE(table->model()->rowCount(), 2);
        QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("Ana Ruiz"));
        QCOMPARE(table->accessibleName(), people().title);
    }

    void empty_saysSo()
    {
        ScriptedDialogs dialogs;
        ChartWidget chart(dialogs);
        chart.setEmptySentence(QStringLiteral("This chart needs two dates."));
        chart.setSpec({});
        bool said = false;
        for (const QLabel* const label : chart.findChildren<QLabel*>())
            said |= label->text() == QStringLiteral("This chart needs two dates.") && label->isVisibleTo(&chart);
        QVERIFY(said);
    }

    void whatIsBeingComputed_isNotCalledTooLittle()
    {
        ScriptedDialogs dialogs;
        ChartWidget chart(dialogs);
        ChartSpec spec;
        spec.isComputing = true;
        const auto words = [&chart] {
            QStringList shown;
            for (const QLabel* const label : chart.findChildren<QLabel*>())
                if (label->isVisibleTo(&chart) && !label->text().isEmpty())
                    shown << label->text();
            return shown;
        };
        chart.setSpec(spec);
        QCOMPARE(words(), QStringList(QStringLiteral("Computing\u2026")));
        spec.isComputing = false;
        chart.setSpec(spec);
        QVERIFY(words().contains(QStringLiteral("Not enough to draw")));
    }

    void figuresOfBefore_areDimmed()
    {
        ScriptedDialogs dialogs;
        ChartWidget chart(dialogs);
        ChartSpec spec = people();
        spec.isComputing = true;
        chart.setSpec(spec);
        const auto* const view = chart.findChild<QGraphicsView*>(QStringLiteral("chartCanvas"));
        QVERIFY(view && view->isVisibleTo(&chart));
        const auto faintest = [view] {
            double least = 1.0;
            for (const QGraphicsItem* const item : view->scene()->items())
                least = std::min(least, item->effectiveOpacity());
            return least;
        };
        QVERIFY(faintest() < 1.0);
        const QString sign = QStringLiteral("Not up to date");
        const auto* const subtitle = chart.findChildren<QLabel*>().value(1);
        QVERIFY(!subtitle->text().contains(sign));
        chart.setView(ChartWidget::View::table); // which is not dimmed
        QVERIFY(subtitle->text().startsWith(sign));
        chart.setComputing(false);
        QVERIFY(!subtitle->text().contains(sign));
        QCOMPARE(faintest(), 1.0);
    }

    void offer_isALinkThatGoesWhenItWasTaken()
    {
        ScriptedDialogs dialogs;
        ChartWidget chart(dialogs);
        ChartSpec spec = people();
        chart.setSpec(spec);
        auto* const link = chart.findChild<QPushButton*>(QStringLiteral("chartOffer"));
        QVERIFY(link->isHidden());
        spec.offer = QStringLiteral("Compute exactly");
        chart.setSpec(spec);
        chart.show();
        QVERIFY(QTest::qWaitForWindowActive(&chart));
        QVERIFY(link->isVisible());
        QCOMPARE(link->text(), spec.offer);
        QVERIFY(!exportCsv(spec).contains("exactly"));
        QSignalSpy taken(&chart, &ChartWidget::offerTaken);
        link->setFocus();
        QTest::keyClick(link, Qt::Key_Return);
        QCOMPARE(taken.size(), 1);
        chart.setSpec(people());
        QVERIFY(!link->isVisible());
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("chartMore"));
    }

    void canvas_followsTheTheme()
    {
        ScriptedDialogs dialogs;
        ChartWidget chart(dialogs);
        chart.resize(480, 340);
        chart.setSpec(bars(4));
        m_controller->setChoice(ThemeChoice::dark);
        QVERIFY(pixelsOf(chart.grab().toImage(), Theme::dark().color(ColorRole::accent)) > 5000);
        m_controller->setChoice(ThemeChoice::light);
        QVERIFY(pixelsOf(chart.grab().toImage(), Theme::light().color(ColorRole::accent)) > 5000);
    }

    void names_standApartFromOtherDiscs()
    {
        ScriptedDialogs dialogs;
        ChartWidget chart(dialogs);
        chart.resize(480, 340);
        for (int tenths = 115; tenths < 135; ++tenths) {
            const double other = tenths / 10.0;
            ChartSpec spec = people();
            spec.points = {{0, 0, {}, 0, true, false},
                           {10, 9, QStringLiteral("Ana Ruiz"), 0, true, true},
                           {other, 9, {}, 1, true, false}};
            chart.setSpec(spec);
            const QImage image = chart.grab().toImage();
            auto* const view = chart.findChild<QGraphicsView*>(QStringLiteral("chartCanvas"));
            const QPointF found = middleOf(image, Theme::light().group(1));
            QVERIFY(!found.isNull());
            const QPointF disc = found - view->viewport()->mapTo(&chart, QPointF(0, 0));
            int texts = 0;
            for (QGraphicsItem* const item : view->scene()->items()) {
                const auto* const words = qgraphicsitem_cast<QGraphicsSimpleTextItem*>(item);
                if (words == nullptr || words->text() != QStringLiteral("Ana Ruiz"))
                    continue;
                ++texts;
                QVERIFY2(!words->sceneBoundingRect().adjusted(-14, -4, 14, 4).contains(disc),
                         qPrintable(QString::number(other)));
            }
            QCOMPARE(texts, 2); // the name and its halo
        }
    }

    void subtitle_wrapsAndSpeaksOfTheTable()
    {
        ScriptedDialogs dialogs;
        ChartWidget chart(dialogs);
        ChartSpec spec = people();
        spec.subtitle = QStringLiteral("Each disc is a member; hollow, not heard from in a year");
        spec.tableSubtitle = QStringLiteral("Members, the most often first");
        chart.setSpec(spec);
        chart.resize(240, 340);
        chart.grab();
        const auto subtitle = [&](const QString& words) {
            for (QLabel* const label : chart.findChildren<QLabel*>())
                if (label->text() == words)
                    return label;
            return static_cast<QLabel*>(nullptr);
        };
        QLabel* const label = subtitle(spec.subtitle);
        QVERIFY(label != nullptr);
        QVERIFY2(label->height() >= 2 * label->fontMetrics().height(), "all of it is there to read");
        chart.setView(ChartWidget::View::table);
        QCOMPARE(subtitle(spec.tableSubtitle), label);
        chart.setView(ChartWidget::View::chart);
        QCOMPARE(subtitle(spec.subtitle), label);
    }

    void copies_haveNoNames()
    {
        ScriptedDialogs dialogs;
        ChartWidget chart(dialogs);
        chart.setSpec(people());
        chart.copyCsv();
        QVERIFY(!QGuiApplication::clipboard()->text().contains(QStringLiteral("Ana")));
        QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(QStringLiteral("text/csv")), exportCsv(people()));
        chart.copyPicture();
        QCOMPARE(QGuiApplication::clipboard()->image().size(), QSize(1440, 880));
    }

    void table_copyKeyCopiesWithoutNames()
    {
        ScriptedDialogs dialogs;
        ChartWidget chart(dialogs);
        chart.setSpec(people());
        chart.setView(ChartWidget::View::table);
        auto* const table = chart.findChild<QTableView*>(QStringLiteral("chartTable"));
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromUtf8(exportCsv(people())));
    }

    void crowd_inOnePlaceIsOneDisc()
    {
        ChartSpec few = people(), crowd = few;
        for (int i = 0; i < 20'000; ++i)
            crowd.points.push_back(few.points[static_cast<std::size_t>(i % 2)]);
        for (std::size_t i = few.points.size(); i < crowd.points.size(); ++i)
            crowd.points[i].labelled = false;
        // Discs drawn over and over would have harder edges.
        QCOMPARE(chartImage(crowd, {480, 320}), chartImage(few, {480, 320}));
        crowd.points.push_back({6, 2.5, {}, 1, true, false});
        QVERIFY(chartImage(crowd, {480, 320}) != chartImage(few, {480, 320}));
    }

    void oneValueForAll_isDrawn()
    {
        ChartSpec spec;
        spec.kind = ChartKind::lines;
        spec.xLabels = {QStringLiteral("Sep"), QStringLiteral("Oct")};
        spec.lines = {{QString(), {4.0, 4.0}}};
        // The line stands high in the picture, as its value does above zero, and not on its floor.
        const QImage image = painted(spec, ChartNames::leave);
        int lowest = 0;
        for (int y = 0; y < image.height(); ++y)
            if (image.pixelColor(240, y) == Theme::print().color(ColorRole::accent))
                lowest = y;
        QVERIFY2(lowest > 0 && lowest < 120, qPrintable(QString::number(lowest)));
        ChartSpec points = people();
        for (ChartPoint& point : points.points)
            point.x = point.y = 0;
        QVERIFY(painted(points, ChartNames::onScreen) != painted({}, ChartNames::onScreen));
    }

    void saved_csvAndPictureAreWhole()
    {
        QTemporaryDir folder;
        ScriptedDialogs dialogs;
        ChartWidget chart(dialogs);
        chart.setSpec(bars(2));
        const QString csv = folder.filePath(QStringLiteral("\u0101.csv")),
                      png = folder.filePath(QStringLiteral("c.png"));
        dialogs.willChooseFiles({csv});
        dialogs.willChooseFiles({png});
        QVERIFY(chart.saveCsv());
        QVERIFY(chart.savePicture());
        QFile file(csv);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "\xEF\xBB\xBF" + exportCsv(bars(2)));
        QVERIFY(!QImage(png).isNull());
        QVERIFY(!chart.saveCsv());
    }

    void saving_whereItCannotBeIsSaid()
    {
        ScriptedDialogs dialogs;
        ChartWidget chart(dialogs);
        chart.setSpec(bars(2));
        dialogs.willChooseFiles({QStringLiteral("/no/such/folder/x.csv")});
        QVERIFY(!chart.saveCsv());
        QVERIFY(dialogs.shown().back().contains(QStringLiteral("/no/such/folder/x.csv")));
    }

private:
    std::unique_ptr<ThemeController> m_controller;
};

QTEST_MAIN(ChartWidgetTest)
#include "tst_chart_widget.moc"
