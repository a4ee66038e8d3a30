// SPDX-License-Identifier: GPL-3.0-or-later
// What arrives while a hand is on the map waits for the drop; sizes wait for the figures without anybody jumping.
#include <algorithm>
#include <utility>

#include <QSignalSpy>
#include <QTest>

#include "MapHost.h"
#include "core/actions/EditNetwork.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapModel.h"
#include "ui/map/TieChooser.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

/// Takes somebody out of the file and waits until the map could know.
bool removeAndWait(MapHost& host, PersonId person)
{
    const auto before = host.session().revision();
    host.session().change(QStringLiteral("Remove"), [person](store::Records& records) {
        return actions::removePeople(records, {&person, 1});
    });
    return uitest::waitUntil([&] { return host.session().revision() > before && !host.place->model().isBusy(); });
}

const MapPerson& person(MapHost& host, int at)
{
    return host.place->model().input().people[static_cast<std::size_t>(at)];
}

double sizeOf(MapHost& host, PersonId id) { return person(host, host.place->model().indexOf(id)).size; }

} // namespace

class TstMapHold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refreshDuringADrag_waitsForTheDrop_andTheDropIsNotUndone()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        const PersonId first = person(host, 0).id, moved = person(host, 9).id;
        const QPoint from = host.at(9);
        QTest::mousePress(&canvas, Qt::LeftButton, Qt::NoModifier, from);
        QTest::mouseMove(&canvas, from + QPoint(20, 10));
        QTest::mouseMove(&canvas, from + QPoint(60, 40));
        const QPointF underTheHand = person(host, 9).at;
        QVERIFY(removeAndWait(host, first));
        QCOMPARE(person(host, 0).id, first);
        QCOMPARE(person(host, 9).id, moved);
        QCOMPARE(person(host, 9).at, underTheHand);
        QTest::mouseMove(&canvas, from + QPoint(70, 50));
        const QPointF dropped = person(host, 9).at;
        QVERIFY(dropped != underTheHand);

        // From the drop on, whatever answer comes in between, the person stays where the hand let go.
        bool stayed = true;
        connect(&host.place->model(), &MapModel::changed, this, [&] {
            const int at = host.place->model().indexOf(moved);
            stayed = stayed && at >= 0 && (person(host, at).at - dropped).manhattanLength() < 1e-6;
        });
        QVERIFY(host.afterChange(
            [&] { QTest::mouseRelease(&canvas, Qt::LeftButton, Qt::NoModifier, from + QPoint(70, 50)); }));
        QCOMPARE(host.place->model().indexOf(first), -1);
        QVERIFY(stayed);
        QVERIFY(person(host, host.place->model().indexOf(moved)).pinned);
        QCOMPARE(canvas.selectedPeople(), std::vector<PersonId>{moved});
        QVERIFY(host.afterChange([&] { host.session().undo(); }));
        QVERIFY((person(host, host.place->model().indexOf(moved)).at - dropped).manhattanLength() > 1);
    }

    void refreshDuringADrag_comesWithEscape_andThePersonIsBack()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        const PersonId first = person(host, 0).id, moved = person(host, 9).id;
        const QPointF before = person(host, 9).at;
        const QPoint from = host.at(9);
        QTest::mousePress(&canvas, Qt::LeftButton, Qt::NoModifier, from);
        QTest::mouseMove(&canvas, from + QPoint(60, 40));
        QVERIFY(removeAndWait(host, first));
        const QString label = host.session().undoLabel();
        QVERIFY(host.place->model().indexOf(first) >= 0);
        QVERIFY(host.place->stepBack());
        QCOMPARE(host.place->model().indexOf(first), -1);
        QTest::mouseMove(&canvas, from + QPoint(90, 90));
        QTest::mouseRelease(&canvas, Qt::LeftButton, Qt::NoModifier, from + QPoint(90, 90));
        QVERIFY(host.settle());
        QVERIFY((person(host, host.place->model().indexOf(moved)).at - before).manhattanLength() < 1e-6);
        QCOMPARE(host.session().undoLabel(), label);
    }

    void refreshDuringARubberBand_waits_andTheBandHoldsItsPeople()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        const PersonId first = person(host, 0).id;
        const QPoint at = host.at(9);
        const QPoint from = at - QPoint(14, 14), to = at + QPoint(14, 14);
        QTest::mousePress(&canvas, Qt::LeftButton, Qt::ShiftModifier, from);
        QTest::mouseMove(&canvas, to - QPoint(1, 1));
        const auto chosen = canvas.selectedPeople();
        QVERIFY(!chosen.empty());
        QVERIFY(removeAndWait(host, first));
        QVERIFY(host.place->model().indexOf(first) >= 0);
        QTest::mouseMove(&canvas, to);
        QTest::mouseRelease(&canvas, Qt::LeftButton, Qt::ShiftModifier, to);
        QCOMPARE(host.place->model().indexOf(first), -1);
        QVERIFY(host.settle());
        for (const PersonId id : chosen)
            QVERIFY(id == first || std::find(canvas.selectedPeople().begin(), canvas.selectedPeople().end(), id) !=
                                       canvas.selectedPeople().end());
    }

    void refreshWhileATieIsDrawn_keepsBothEnds()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        auto [a, b] = host.strangers();
        const PersonId from = person(host, a).id, to = person(host, b).id;
        const int other = a != 0 && b != 0 ? 0 : (a != 1 && b != 1 ? 1 : 2);
        canvas.setTool(MapCanvas::Tool::drawTie);
        QTest::mousePress(&canvas, Qt::LeftButton, Qt::NoModifier, host.at(a));
        QTest::mouseMove(&canvas, host.at(b));
        QVERIFY(removeAndWait(host, person(host, other).id));
        QTest::mouseRelease(&canvas, Qt::LeftButton, Qt::NoModifier, host.at(b));
        const auto* chooser = host.place->findChild<TieChooser*>();
        QVERIFY(chooser->isVisible());
        QCOMPARE(chooser->a(), from);
        QCOMPARE(chooser->b(), to);
    }

    void whoGoesFromTheFileDuringTheDrag_isNotMoved()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        QSignalSpy failed(&host.session(), &Session::failed);
        const PersonId moved = person(host, 9).id;
        const QPoint from = host.at(9);
        QTest::mousePress(&canvas, Qt::LeftButton, Qt::NoModifier, from);
        QTest::mouseMove(&canvas, from + QPoint(60, 40));
        QVERIFY(removeAndWait(host, moved));
        QTest::mouseRelease(&canvas, Qt::LeftButton, Qt::NoModifier, from + QPoint(60, 40));
        QVERIFY(host.settle());
        QCOMPARE(host.place->model().indexOf(moved), -1);
        QCOMPARE(host.session().undoLabel(), QStringLiteral("Remove"));
        QCOMPARE(failed.count(), 0);
    }

    void closingDuringAGesture_leavesNothingToDrop_data()
    {
        QTest::addColumn<int>("tool");
        QTest::newRow("drag") << static_cast<int>(MapCanvas::Tool::select);
        QTest::newRow("tie") << static_cast<int>(MapCanvas::Tool::drawTie);
    }

    void closingDuringAGesture_leavesNothingToDrop()
    {
        QFETCH(int, tool);
        MapHost host;
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        canvas.setTool(static_cast<MapCanvas::Tool>(tool));
        const QPoint from = host.at(9), to = host.at(4);
        QTest::mousePress(&canvas, Qt::LeftButton, Qt::NoModifier, from);
        QTest::mouseMove(&canvas, (from + to) / 2);
        host.session().close();
        QTest::mouseMove(&canvas, to);
        QTest::mouseRelease(&canvas, Qt::LeftButton, Qt::NoModifier, to);
        QVERIFY(!host.place->findChild<TieChooser*>()->isVisible());
        host.open(host.sample(QStringLiteral("again.weavemap"), 30));
        QVERIFY(host.settle());
        QVERIFY2(!host.place->model().input().people.empty(), "the model holds still no longer");
    }

    void themeDuringADrag_doesNotPutThePersonBack()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        const QPoint from = host.at(9);
        QTest::mousePress(&canvas, Qt::LeftButton, Qt::NoModifier, from);
        QTest::mouseMove(&canvas, from + QPoint(60, 40));
        const QPointF underTheHand = person(host, 9).at;
        const QColor canvasColour = host.place->model().input().style.colors.canvas;
        host.theme().setChoice(ThemeChoice::dark);
        QCOMPARE(person(host, 9).at, underTheHand);
        QVERIFY(host.afterChange(
            [&] { QTest::mouseRelease(&canvas, Qt::LeftButton, Qt::NoModifier, from + QPoint(60, 40)); }));
        QCOMPARE(person(host, 9).at, underTheHand);
        QVERIFY(host.place->model().input().style.colors.canvas != canvasColour);
    }

    void clickOnThePictureOfBefore_choosesWhoIsDrawnThere()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        const PersonId clicked = person(host, 9).id;
        const QPoint spot = host.at(9);
        bool tried = false;
        connect(&host.place->model(), &MapModel::changed, this, [&] {
            // The model has one person less; the picture on the screen is still the old one.
            if (!std::exchange(tried, true))
                QTest::mouseClick(&canvas, Qt::LeftButton, Qt::NoModifier, spot);
        });
        QVERIFY(removeAndWait(host, person(host, 0).id));
        QVERIFY(tried);
        QCOMPARE(canvas.selectedPeople(), std::vector<PersonId>{clicked});
    }

    void sizes_stayWhileTheNetworkDoes()
    {
        MapHost host;
        QVERIFY(host.settle());
        bool stale = false;
        connect(&host.place->model(), &MapModel::changed, this,
                [&] { stale = stale || host.place->model().areSizesStale(); });
        MapCanvas& canvas = host.place->canvas();
        canvas.selectPeople({person(host, 3).id});
        canvas.setFocus();
        QVERIFY(host.afterChange([&] { QTest::keyClick(&canvas, Qt::Key_Right, Qt::ShiftModifier); }));
        QVERIFY(host.change(QStringLiteral("Rename"), [id = person(host, 3).id](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(const auto found, records.people.find(id));
            Person renamed = found.value_or(Person{});
            renamed.name = "Zoë Quell";
            return records.people.update(renamed);
        }));
        QVERIFY(host.settle());
        QVERIFY(host.indexNamed(QStringLiteral("Zoë Quell")) >= 0);
        QVERIFY(!stale);
    }

    void aNewTie_showsAtOnce_withTheSizesOfBefore_untilTheFiguresCome()
    {
        MapHost host;
        QVERIFY(host.settle());
        const auto [a, b] = host.strangers();
        actions::DrawnTie drawn;
        drawn.a = person(host, a).id;
        drawn.b = person(host, b).id;
        drawn.on = host.session().today();
        const std::size_t ties = host.place->model().input().ties.size();
        std::vector<double> before;
        for (const MapPerson& someone : host.place->model().input().people)
            before.push_back(someone.size);
        bool seen = false, same = true;
        connect(&host.place->model(), &MapModel::changed, this, [&] {
            const MapInput& input = host.place->model().input();
            if (!host.place->model().areSizesStale() || input.ties.size() == ties)
                return;
            seen = true;
            for (std::size_t i = 0; i < before.size(); ++i)
                same = same && input.people[i].size == before[i];
        });
        QVERIFY(host.change(QStringLiteral("Tie"), [&](store::Records& records) -> Result<> {
            WEAVEMAP_TRY(actions::drawTie(records, drawn));
            return {};
        }));
        QVERIFY(host.settle());
        QVERIFY2(seen, "the tie is drawn before the sizes are there");
        QVERIFY2(same, "nobody changes size meanwhile");
        QVERIFY(!host.place->model().areSizesStale());
        const auto figures = host.figures().result();
        for (const MapPerson& someone : host.place->model().input().people)
            QCOMPARE(someone.size, figures->of(someone.id, "betweenness"));
    }

    void anotherMeasureOrTieSet_bringsItsOwnSizes()
    {
        MapHost host;
        QVERIFY(host.settle());
        const PersonId someone = person(host, 3).id;
        auto question = host.place->model().question();
        question.sizeBy = "harmonic_normalized";
        host.place->model().ask(question);
        QVERIFY(host.settle());
        QCOMPARE(host.place->model().data()->sizeBy, std::string("harmonic_normalized"));
        QCOMPARE(sizeOf(host, someone), host.figures().result()->of(someone, "harmonic_normalized"));
        // A network that the window keeps no figures of.
        question.network.set = TieSet::all;
        question.sizeBy = "betweenness";
        host.place->model().ask(question);
        QVERIFY(host.settle());
        QCOMPARE(host.place->model().data()->sizeBy, std::string("betweenness"));
        QVERIFY(host.place->model().data()->largestSize > 0);
        question.sizeBy.clear();
        host.place->model().ask(question);
        QVERIFY(host.settle());
        QCOMPARE(host.place->model().input().style.sizes, MapSizes::same);
    }

    void sizesThatComeWhileTheMapIsRead_areShown()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapModel& model = host.place->model();
        // Read once more just when the figures are here: what is read knows the old sizes only.
        connect(&host.figures(), &FiguresService::changed, this, [&] {
            if (model.areSizesStale() && host.figures().isFresh())
                model.ask(model.question());
        });
        const auto [a, b] = host.strangers();
        actions::DrawnTie drawn;
        drawn.a = person(host, a).id;
        drawn.b = person(host, b).id;
        drawn.on = host.session().today();
        QVERIFY(host.change(QStringLiteral("Tie"), [&](store::Records& records) -> Result<> {
            WEAVEMAP_TRY(actions::drawTie(records, drawn));
            return {};
        }));
        QVERIFY(host.settle());
        const auto figures = host.figures().result();
        for (const MapPerson& someone : model.input().people)
            QCOMPARE(someone.size, figures->of(someone.id, "betweenness"));
    }

    void hidden_changesAreGathered_andShowingBringsThemAtOnce()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapModel& model = host.place->model();
        host.place->hide();
        const auto add = [](const char* name) {
            return [name](store::Records& records) -> Result<> {
                Person added;
                added.name = name;
                WEAVEMAP_TRY(actions::addPerson(records, added));
                return {};
            };
        };
        bool reads = false, told = false;
        connect(&model, &MapModel::busyChanged, this, [&](bool busy) { reads = reads || busy; });
        connect(&host.session(), &Session::changed, this, [&] { told = true; });
        host.session().change(QStringLiteral("Zoë"), add("Zoë Quell"));
        QVERIFY(uitest::waitUntil([&] { return told; }));
        QVERIFY(!reads);
        QVERIFY(model.isBusy());
        host.place->show();
        QVERIFY(reads);
        QVERIFY(host.settle());
        QVERIFY(host.indexNamed(QStringLiteral("Zoë Quell")) >= 0);
        // Nobody looks: it is read all the same, a little later.
        host.place->hide();
        host.session().change(QStringLiteral("Ida"), add("Ida Quell"));
        QVERIFY(uitest::waitUntil([&] { return host.indexNamed(QStringLiteral("Ida Quell")) >= 0; }));
    }

    void degree_isNeverOld()
    {
        MapHost host;
        QVERIFY(host.settle());
        auto question = host.place->model().question();
        question.sizeBy = "degree";
        host.place->model().ask(question);
        QVERIFY(host.settle());
        bool stale = false;
        connect(&host.place->model(), &MapModel::changed, this,
                [&] { stale = stale || host.place->model().areSizesStale(); });
        const auto [a, b] = host.strangers();
        const PersonId end = person(host, a).id;
        const double before = sizeOf(host, end);
        actions::DrawnTie drawn;
        drawn.a = end;
        drawn.b = person(host, b).id;
        drawn.on = host.session().today();
        QVERIFY(host.change(QStringLiteral("Tie"), [&](store::Records& records) -> Result<> {
            WEAVEMAP_TRY(actions::drawTie(records, drawn));
            return {};
        }));
        QVERIFY(host.settle());
        QCOMPARE(sizeOf(host, end), before + 1);
        QVERIFY(!stale);
    }
};

QTEST_MAIN(TstMapHold)
#include "tst_map_hold.moc"
