// SPDX-License-Identifier: GPL-3.0-or-later
// The map through time: the bar, its keys, playing, comparing two dates, and what may be edited on another day.
#include <map>

#include <QAccessible>
#include <QAction>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include "MapHost.h"
#include "core/actions/ViewQuestion.h"
#include "ui/base/Convert.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapModel.h"
#include "ui/map/MapPlayback.h"
#include "ui/map/MapTableDialog.h"
#include "ui/map/TimeBar.h"
#include "ui/map/TimeTrack.h"
#include "ui/map/ZoomCard.h"
#include "ui/models/MapInputs.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/TextLabel.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

/// Of all but who stands in the rows, whose places say nothing.
std::map<PersonId, QPointF> places(const MapHost& host)
{
    std::map<PersonId, QPointF> at;
    for (const MapPerson& person : host.place->model().input().people)
        if (person.place != MapArea::isolate)
            at[person.id] = person.at;
    return at;
}

TimeTrack& track(const MapHost& host) { return *host.place->findChild<TimeTrack*>(); }

QString sentence(const QSignalSpy& said) { return said.isEmpty() ? QString() : said.last().front().toString(); }

} // namespace

class TstMapTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutATime_thereIsNoBar()
    {
        MapHost host(-1);
        QVERIFY(host.settle());
        QVERIFY(!host.place->timeBar().isVisible());
        QVERIFY(!host.place->findChild<QAction*>(QStringLiteral("mapTimeBack"))->isEnabled());
        QVERIFY(host.afterChange([&] { host.addPerson(QStringLiteral("Ada")); }));
        QVERIFY(!host.place->timeBar().isVisible());
        QVERIFY(!host.place->timeBar().stepBack());
    }

    void keys_walkThroughTime_andNobodyMoves()
    {
        MapHost host;
        QVERIFY(host.settle());
        QVERIFY(host.place->timeBar().isVisible());
        const auto today = places(host);
        const Date last = track(host).last();
        host.place->canvas().setFocus();
        QTest::keyClick(&host.place->canvas(), Qt::Key_BracketLeft);
        QVERIFY(host.settle());
        const Date then = host.place->model().data()->network.on;
        QVERIFY(then < last);
        QCOMPARE(then, track(host).stopFrom(last, -1));
        QCOMPARE(host.place->findChild<TextLabel*>(QStringLiteral("timeDate"))->text(),
                 formatDate(then, DateStyle::table));
        QTest::keyClick(&track(host), Qt::Key_Home);
        QVERIFY(host.settle());
        const auto first = places(host);
        QVERIFY(first.size() < today.size());
        for (const auto& [person, at] : first)
            if (const auto now = today.find(person); now != today.end())
                QCOMPARE(at, now->second);
        for (const MapTie& tie : host.place->model().input().ties) {
            const auto stored = host.records().ties.find(tie.id);
            QVERIFY(stored && *stored && (*stored)->isOpenOn(track(host).first()));
        }
        QVERIFY(host.place->canvas().picture()->caption.contains(formatDate(track(host).first(), DateStyle::table)));
        QTest::keyClick(&track(host), Qt::Key_End);
        QVERIFY(host.settle());
        QVERIFY(host.place->model().isToday());
        QCOMPARE(places(host), today);
    }

    void aClick_andADrag_giveAnyDay()
    {
        MapHost host;
        QVERIFY(host.settle());
        TimeTrack& line = track(host);
        QTest::mouseClick(&line, Qt::LeftButton, {}, {line.width() / 2, line.height() / 2});
        const auto middle = host.place->model().question().date;
        QVERIFY(middle && *middle > line.first() && *middle < line.last());
        QTest::mousePress(&line, Qt::LeftButton, {}, {line.width() / 2, line.height() / 2});
        QTest::mouseMove(&line, {line.width() / 4, line.height() / 2});
        QVERIFY(*host.place->model().question().date < *middle);
        QTest::mouseMove(&line, {line.width() * 2, line.height() / 2});
        QTest::mouseRelease(&line, Qt::LeftButton, {}, {line.width() * 2, line.height() / 2});
        QVERIFY(host.place->model().isToday());
        QVERIFY(host.settle());
    }

    void theView_staysWhileTheDateMoves()
    {
        MapHost host;
        QVERIFY(host.settle());
        host.place->canvas().zoomBy(1.5);
        QVERIFY(host.settle());
        const MapViewport before = host.place->canvas().picture()->viewport;
        host.place->timeBar().goTo(track(host).first());
        QVERIFY(host.settle());
        const MapViewport after = host.place->canvas().picture()->viewport;
        QCOMPARE(after.centre, before.centre);
        QCOMPARE(after.scale, before.scale);
    }

    void playing_showsEveryStop_andEndsToday()
    {
        std::vector<Date> shown; // the map changes once more as its host goes
        MapHost host(40);
        QVERIFY(host.settle());
        TimeBar& bar = host.place->timeBar();
        bar.playback().setPace(0);
        connect(&host.place->model(), &MapModel::changed, this, [&] {
            const Date on = host.place->model().answered().network.on;
            if (shown.empty() || shown.back() != on)
                shown.push_back(on);
        });
        const std::vector<Date> stops = track(host).stops();
        bar.togglePlay();
        QVERIFY(bar.playback().isPlaying());
        QTRY_VERIFY_WITH_TIMEOUT(!bar.playback().isPlaying(), 60'000);
        QVERIFY(host.settle());
        QVERIFY(host.place->model().isToday());
        QVERIFY(shown.size() >= stops.size());
        QVERIFY(std::includes(shown.begin(), shown.end(), stops.begin(), stops.end()));
    }

    void playing_goesOnWithWhatIsAskedMeanwhile_andStopsWithTheFirstEscape()
    {
        MapHost host(40);
        QVERIFY(host.settle());
        TimeBar& bar = host.place->timeBar();
        bar.goTo(track(host).first());
        QVERIFY(host.settle());
        bar.playback().setPace(0);
        bar.togglePlay();
        QTRY_VERIFY(host.place->model().answered().network.on > track(host).stops()[1]);
        auto question = host.place->model().question();
        question.network.set = TieSet::all;
        host.place->model().ask(question);
        QTRY_VERIFY(host.place->model().answered().network.set == TieSet::all && !host.place->model().isBusy());
        const Date then = host.place->model().answered().network.on;
        QTRY_VERIFY_WITH_TIMEOUT(host.place->model().answered().network.on > then || !bar.playback().isPlaying(),
                                 30'000);
        QCOMPARE(host.place->model().answered().network.set, TieSet::all);
        bar.togglePlay();
        if (!bar.playback().isPlaying())
            bar.togglePlay();
        QVERIFY(host.place->stepBack());
        QVERIFY(!bar.playback().isPlaying());
        QVERIFY(host.settle());
    }

    void playing_pausesWhereDatesToCompareWithAreOffered()
    {
        MapHost host(40);
        QVERIFY(host.settle());
        TimeBar& bar = host.place->timeBar();
        bar.togglePlay();
        QVERIFY(bar.playback().isPlaying());
        Q_EMIT host.place->findChild<QMenu*>(QStringLiteral("compareMenu"))->aboutToShow();
        QVERIFY(!bar.playback().isPlaying());
        QVERIFY(host.settle());
    }

    void playing_endsWithAChangeOfTheFile()
    {
        MapHost host(40);
        QVERIFY(host.settle());
        host.place->timeBar().togglePlay();
        QVERIFY(host.place->timeBar().playback().isPlaying());
        host.addPerson(QStringLiteral("Ada"));
        QVERIFY(!host.place->timeBar().playback().isPlaying());
        QVERIFY(host.settle());
    }

    void twoDates_areComparedOnTheMap()
    {
        MapHost host;
        QVERIFY(host.settle());
        const Date first = track(host).first();
        host.place->timeBar().compareWith(first);
        QVERIFY(host.settle());
        const auto map = host.place->model().data();
        QCOMPARE(map->compared, std::optional(first));
        QVERIFY(map->tiesChanged.fresh > 0);
        const auto picture = host.place->canvas().picture();
        int rows = 0;
        for (const LegendEntry& entry : picture->legend.rows) {
            if (entry.kind == LegendKind::fresh)
                QCOMPARE(entry.count, static_cast<int>(map->tiesChanged.fresh));
            if (entry.kind == LegendKind::joined)
                QCOMPARE(entry.count, static_cast<int>(map->peopleChanged.fresh));
            rows += entry.kind == LegendKind::fresh || entry.kind == LegendKind::joined ? 1 : 0;
            QVERIFY2(entry.kind != LegendKind::stale, "a dash means lost");
        }
        QCOMPARE(rows, 2);
        QVERIFY(picture->caption.join(QLatin1Char(' ')).contains(comparedDates(*map, DateStyle::table)));
        auto* chip = host.place->findChild<Chip*>(QStringLiteral("dateChip"));
        QVERIFY(chip->isVisible());
        QCOMPARE(chip->value(), QStringLiteral("Since %1").arg(formatDate(first, DateStyle::table)));
        const MapPage page = mapPage(*map, QStringLiteral("Network"));
        QVERIFY(page.subtitle.contains(comparedDates(*map, DateStyle::full)));
        QVERIFY(page.sentence.contains(QString::number(map->tiesChanged.fresh)));
        QVERIFY(host.place->stepBack());
        QVERIFY(host.settle());
        QVERIFY(host.place->model().isToday());
        QVERIFY(!chip->isVisible());
        QVERIFY(!host.place->stepBack());
    }

    void theTable_saysWhatChanged()
    {
        MapHost host;
        QVERIFY(host.settle());
        host.place->timeBar().compareWith(track(host).first());
        QVERIFY(host.settle());
        const auto map = host.place->model().data();
        MapTableDialog dialog(host.place->model().input());
        const auto* ties = dialog.findChild<QTableView*>(QStringLiteral("mapTiesTable"))->model();
        const int column = ties->columnCount() - 1;
        std::map<QString, std::size_t> counts;
        for (int row = 0; row < ties->rowCount(); ++row)
            ++counts[ties->index(row, column).data().toString()];
        QCOMPARE(counts[QStringLiteral("new")], map->tiesChanged.fresh);
        QCOMPARE(counts[QStringLiteral("lost")], map->tiesChanged.lost);
        QCOMPARE(counts[QStringLiteral("kept")], map->tiesChanged.kept);
        host.place->timeBar().backToToday();
        QVERIFY(host.settle());
        MapTableDialog plain(host.place->model().input());
        QCOMPARE(plain.findChild<QTableView*>(QStringLiteral("mapTiesTable"))->model()->columnCount(), column);
    }

    void onAnotherDay_placesMayBeChanged_butNotTies()
    {
        MapHost host;
        QVERIFY(host.settle());
        const auto [a, b] = host.strangers();
        const PersonId one = host.place->model().input().people[static_cast<std::size_t>(a)].id;
        host.place->timeBar().step(-1);
        QVERIFY(host.settle());
        QSignalSpy said(host.place, &MapPlace::said);
        const auto before = host.session().revision();
        for (const char* const name : {"mapDrawTie", "mapAddPerson"}) {
            said.clear();
            host.place->findChild<QAction*>(QLatin1String(name))->trigger();
            QVERIFY2(sentence(said).startsWith(QStringLiteral("You are looking at ")), name);
        }
        QCOMPARE(host.place->canvas().tool(), MapCanvas::Tool::select);
        said.clear();
        host.place->canvas().selectPeople({one});
        host.place->findChild<QAction*>(QStringLiteral("mapRemove"))->trigger();
        QVERIFY(!sentence(said).isEmpty());
        QCOMPARE(host.session().revision(), before);
        QVERIFY(host.afterChange([&] { host.place->findChild<QAction*>(QStringLiteral("mapPin"))->trigger(); }));
        host.place->timeBar().backToToday();
        QVERIFY(host.settle());
        const int at = host.place->model().indexOf(one);
        QVERIFY(at >= 0 && host.place->model().input().people[static_cast<std::size_t>(at)].pinned);
        said.clear();
        host.place->findChild<QAction*>(QStringLiteral("mapDrawTie"))->trigger();
        QVERIFY(said.isEmpty());
        QCOMPARE(host.place->canvas().tool(), MapCanvas::Tool::drawTie);
    }

    void aSavedView_keepsItsDate_andTheMapItselfOpensToday()
    {
        MapHost host;
        QVERIFY(host.settle());
        const Date then = track(host).stopFrom(track(host).last(), -1);
        auto question = host.place->model().question();
        question.date = then;
        MapView view;
        view.name = "Then";
        view.settings = actions::viewSettings(question);
        ViewId id;
        QVERIFY(host.change(QStringLiteral("Save"), [&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(id, records.views.insert(view));
            return {};
        }));
        host.place->showView(id);
        QVERIFY(host.settle());
        QCOMPARE(host.place->model().data()->network.on, then);
        QCOMPARE(track(host).shown(), then);
        host.place->timeBar().backToToday();
        QVERIFY(host.settle());
        question = host.place->model().question();
        question.view = {};
        question.date = then;
        question.sizeBy = "degree";
        host.place->model().ask(question); // keeps the choice of size
        QVERIFY(host.settle());
        QVERIFY(uitest::waitUntil([&] {
            const auto kept = host.records().views.mapChoices();
            return kept && actions::withViewSettings({}, kept->empty() ? "{}" : *kept).sizeBy == "degree";
        }));
        QVERIFY(!actions::withViewSettings({}, *host.records().views.mapChoices()).date);
    }

    void theTrack_isASliderThatSaysItsDate()
    {
        MapHost host;
        QVERIFY(host.settle());
        QAccessibleInterface* const access = QAccessible::queryAccessibleInterface(&track(host));
        QVERIFY(access != nullptr);
        QCOMPARE(access->role(), QAccessible::Slider);
        QVERIFY(access->valueInterface() != nullptr);
        QCOMPARE(access->valueInterface()->maximumValue().toInt(), track(host).last().days());
        QVERIFY(access->text(QAccessible::Value).contains(formatDate(track(host).last(), DateStyle::full)));
        access->valueInterface()->setCurrentValue(track(host).first().days() + 1);
        QVERIFY(host.settle());
        QCOMPARE(host.place->model().data()->network.on, track(host).first().addDays(1));
        access->valueInterface()->setCurrentValue(0); // before anything: the beginning
        QCOMPARE(host.place->model().question().date, std::optional(track(host).first()));
        QVERIFY(host.settle());
        host.place->timeBar().compareWith(track(host).last());
        QVERIFY(access->text(QAccessible::Value).contains(QStringLiteral("compared with")));
        QVERIFY(host.settle());
    }

    void theBar_standsBesideTheOthers_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1440x900") << QSize(1248, 856);
        QTest::newRow("1280x800") << QSize(1088, 756);
        QTest::newRow("1024x680") << QSize(968, 636);
    }
    void theBar_standsBesideTheOthers()
    {
        QFETCH(QSize, size);
        MapHost host(142, size);
        QVERIFY(host.settle());
        for (const bool drawer : {false, true}) {
            if (drawer)
                host.place->canvas().selectPeople({host.place->model().input().people[0].id});
            QVERIFY(host.settle());
            const TimeBar& bar = host.place->timeBar();
            QVERIFY(bar.isVisible());
            QCOMPARE(bar.height(), 44);
            QVERIFY2(bar.width() >= 250, qPrintable(QString::number(bar.width())));
            QVERIFY(track(host).width() >= 80);
            QVERIFY(bar.rect().contains(track(host).geometry()));
            for (const Card* card : host.place->canvas().findChildren<Card*>(QString(), Qt::FindDirectChildrenOnly))
                QVERIFY2(card == &bar || !card->isVisible() || !card->geometry().intersects(bar.geometry()),
                         qPrintable(card->objectName()));
        }
        // A circle's cards take its place; the keys still walk through time.
        host.place->showCircle(host.place->model().input().people[0].id);
        QVERIFY(host.settle());
        QVERIFY(!host.place->timeBar().isVisible());
        host.place->canvas().setFocus();
        QTest::keyClick(&host.place->canvas(), Qt::Key_BracketLeft);
        QVERIFY(!host.place->model().isToday());
        QVERIFY(host.settle());
        host.place->canvas().setCircle({}, 0);
        QVERIFY(host.settle());
        QVERIFY(host.place->timeBar().isVisible());
    }

    void anotherDate_comesInHalfASecond_orAtOnceWithLessMotion()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        host.place->timeBar().step(-1);
        QVERIFY(host.settle());
        QVERIFY(!canvas.motion().isMoving(MapMotion::Kind::date));
        host.settings().set(setting::kMotion, Motion::full);
        QSignalSpy shown(&canvas, &MapCanvas::pictureChanged);
        host.place->timeBar().goTo(track(host).first());
        QTRY_VERIFY(canvas.motion().isMoving(MapMotion::Kind::date));
        QTRY_VERIFY(!canvas.motion().isMoving(MapMotion::Kind::date));
        QVERIFY(host.settle());
    }
};

QTEST_MAIN(TstMapTime)
#include "tst_map_time.moc"
