// SPDX-License-Identifier: GPL-3.0-or-later
// What the map shows, and to whom: filters in words, circles, empty states, views.
#include <algorithm>

#include <QAbstractButton>
#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

#include "MapHost.h"
#include "ui/map/CanvasLabel.h"
#include "ui/map/FloatShadow.h"
#include "ui/map/LegendCard.h"
#include "ui/map/LegendRow.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapChips.h"
#include "ui/map/MapModel.h"
#include "ui/map/MiniMap.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/SegmentedSwitch.h"

using namespace weavemap;
using namespace weavemap::ui;

class TstMapPlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The first of all: nothing else has made a canvas known before.
    void screenReader_isGivenTheListOfPeople_fromTheFirstWordOfACanvas()
    {
        uitest::OfficeBox box;
        MapModel model(box.office());
        const MapCanvas canvas(box.office(), model);
        QAccessibleInterface* map = QAccessible::queryAccessibleInterface(const_cast<MapCanvas*>(&canvas));
        QVERIFY(map);
        QCOMPARE(map->role(), QAccessible::List);
        QCOMPARE(map->childCount(), 0);
    }

    void clickOnALegendValue_filters_andSaysHowManyAreHidden()
    {
        MapHost host;
        QVERIFY(host.settle());
        const auto whole = *host.place->model().data();
        const auto rows = host.place->findChildren<LegendRow*>(QStringLiteral("legendValue"));
        QVERIFY(rows.size() > 1);
        const int kept = rows.front()->entry().count;
        const QPointF before = host.place->canvas().toPx({0, 0});
        rows.front()->click();
        QVERIFY(QTest::qWaitFor([&] { return host.place->model().data()->hiddenByFilter > 0; }));
        QVERIFY(host.settle());
        QCOMPARE(static_cast<int>(host.place->model().data()->people.size()), kept);
        const auto* remark = host.place->findChild<CanvasLabel*>(QStringLiteral("mapRemark"));
        QVERIFY(remark->isVisible());
        QCOMPARE(remark->text(), QStringLiteral("%1 people hidden").arg(static_cast<int>(whole.people.size()) - kept));
        QCOMPARE(host.place->canvas().toPx({0, 0}), before);
        auto* chip = host.place->findChild<Chip*>(QStringLiteral("filterChip"));
        QVERIFY(chip && chip->isVisible());
        QTest::keyClick(chip, Qt::Key_Delete);
        QVERIFY(QTest::qWaitFor([&] { return host.place->model().data()->people.size() == whole.people.size(); }));
        QVERIFY(host.settle());
        QVERIFY(!remark->isVisible());
    }

    void allFiltered_saysSo_andOneClickShowsEveryone()
    {
        MapHost host;
        QVERIFY(host.settle());
        auto question = host.place->model().question();
        question.filters = {{"region", {"Nowhere"}}};
        host.place->model().ask(question);
        auto* state = host.place->findChild<QWidget*>(QStringLiteral("mapAllFiltered"));
        QVERIFY(QTest::qWaitFor([&] { return state->isVisible(); }));
        state->findChild<QAbstractButton*>()->click();
        QVERIFY(QTest::qWaitFor([&] { return !state->isVisible(); }));
        QVERIFY(!host.place->model().data()->people.empty());
    }

    void emptyFile_offersToBringAList()
    {
        MapHost host(-1);
        QVERIFY(host.settle());
        auto* state = host.place->findChild<QWidget*>(QStringLiteral("mapNobody"));
        QVERIFY(state->isVisible());
        bool asked = false;
        connect(host.place, &Place::importRequested, this, [&] { asked = true; });
        state->findChild<QAbstractButton*>()->click();
        QVERIFY(asked);
    }

    void circle_hasAChip_dimsTheRest_andEscapeEndsIt()
    {
        MapHost host;
        QVERIFY(host.settle());
        const MapPerson person = host.place->model().input().people[4];
        host.place->showCircle(person.id);
        QVERIFY(host.settle());
        auto* chip = host.place->findChild<Chip*>(QStringLiteral("circleChip"));
        QVERIFY(chip->isVisible());
        QVERIFY(chip->accessibleName().startsWith(QStringLiteral("Circle of %1").arg(person.name)));
        const int dimmed = host.place->canvas().picture()->dimmed;
        QVERIFY(dimmed > 0);
        host.place->canvas().setFocus();
        QTest::keyClick(&host.place->canvas(), Qt::Key_C);
        QCOMPARE(host.place->canvas().circleSteps(), 2);
        QVERIFY(host.settle());
        QVERIFY(host.place->canvas().picture()->dimmed < dimmed);
        QTest::keyClick(&host.place->canvas(), Qt::Key_C);
        QCOMPARE(host.place->canvas().circleSteps(), 3);
        QTest::keyClick(&host.place->canvas(), Qt::Key_C);
        QCOMPARE(host.place->canvas().circleSteps(), 0);
        host.place->showCircle(person.id);
        QVERIFY(host.place->stepBack());
        QCOMPARE(host.place->canvas().circleSteps(), 0);
        QVERIFY(!chip->isVisible());
    }

    void circleCard_saysHowFarTheyReach_andChangesTheSteps()
    {
        MapHost host;
        QVERIFY(host.settle());
        auto* card = host.place->findChild<QWidget*>(QStringLiteral("circleCard"));
        QVERIFY(!card->isVisible());
        const auto map = host.place->model().data();
        const auto person = *std::max_element(map->people.begin(), map->people.end(),
                                              [](const auto& a, const auto& b) { return a.ties < b.ties; });
        const auto circle = actions::circleOf(*map, person.id, 1);
        QVERIFY(circle.size() > 2);
        host.place->showCircle(person.id);
        QVERIFY(card->isVisible());
        const auto* sentence = card->findChild<QLabel*>(QStringLiteral("circleSentence"));
        QVERIFY2(sentence->text().startsWith(QStringLiteral("In touch with %1 people").arg(circle.size() - 1)),
                 qPrintable(sentence->text()));
        auto* steps = card->findChild<SegmentedSwitch*>(QStringLiteral("circleSteps"));
        QCOMPARE(steps->current(), 0);
        Q_EMIT steps->chosen(1);
        QCOMPARE(host.place->canvas().circleSteps(), 2);
        QCOMPARE(steps->current(), 1);
        QVERIFY(host.place->canvas().rect().contains(card->geometry()));
        QVERIFY(host.place->stepBack());
        QVERIFY(!card->isVisible());
    }

    void chips_stayOnOneLine_withACircleAndTheInspector()
    {
        MapHost host(60, {1088, 756});
        QVERIFY(host.settle());
        auto* chips = host.place->findChild<MapChips*>();
        const int before = chips->height();
        host.place->showCircle(host.place->model().input().people[4].id);
        QVERIFY(host.settle());
        QCOMPARE(chips->height(), before);
        const auto chip = [chips](const char* name) { return chips->findChild<Chip*>(QString::fromLatin1(name)); };
        // What would be a riddle alone keeps its word; what is left out is there for screen readers.
        QCOMPARE(chip("colourChip")->label(), QStringLiteral("Colour"));
        QCOMPARE(chip("sizeChip")->label(), QStringLiteral("Size"));
        QVERIFY(chip("tiesChip")->accessibleName().startsWith(QStringLiteral("Ties ")));
        QVERIFY(chip("circleChip")->accessibleName().startsWith(QStringLiteral("Circle of ")));
        QVERIFY(chip("circleChip")->accessibleName().endsWith(QStringLiteral("1 step")));
        QVERIFY(chips->lineWidth() <= chips->width());
        host.place->canvas().setCircle({}, 0);
        QVERIFY(host.settle());
        QCOMPARE(chip("tiesChip")->label(), QStringLiteral("Ties"));
    }

    void chips_takeAnotherLineBeforeTheirWordsGo()
    {
        MapHost host(60, {1248, 856});
        QVERIFY(host.settle());
        auto* chips = host.place->findChild<MapChips*>();
        chips->setCircle(QStringLiteral("Wolfeschlegelsteinhausen Bergerdorff"), 2);
        const auto chip = [chips](const char* name) { return chips->findChild<Chip*>(QString::fromLatin1(name)); };
        QString value = chip("circleChip")->value();
        int line = 2000;
        for (int width = 1000; width > 100; width -= 10) {
            const int height = chips->fitInto(width);
            QCOMPARE(chip("colourChip")->label(), QStringLiteral("Colour"));
            QCOMPARE(chip("sizeChip")->label(), QStringLiteral("Size"));
            if (height <= size::kChip) {
                QVERIFY(chips->lineWidth() <= width);
                QVERIFY2(chips->lineWidth() <= line, "words go and do not come back");
                line = chips->lineWidth();
                value = chip("circleChip")->value();
            }
        }
        QVERIFY2(value.endsWith(QChar(0x2026)), qPrintable(value));
        QVERIFY(chip("circleChip")->accessibleName().contains(QStringLiteral("Bergerdorff")));
        QCOMPARE(chip("circleChip")->value(), QStringLiteral("Circle of Wolfeschlegelsteinhausen Bergerdorff"));
    }

    void drawer_coversNoCard_andTheChosenPersonStaysInView()
    {
        MapHost host(60, {1100, 760});
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        const auto* drawer = host.place->findChild<QWidget*>(QStringLiteral("mapInspector"));
        QVERIFY(!drawer->isVisible());
        int rightmost = 0;
        const auto& people = host.place->model().input().people;
        for (int i = 1; i < static_cast<int>(people.size()); ++i)
            if (host.at(i).x() > host.at(rightmost).x())
                rightmost = i;
        QVERIFY(host.at(rightmost).x() > 1100 - 328);
        canvas.selectPeople({people[static_cast<std::size_t>(rightmost)].id});
        QVERIFY(host.settle());
        QVERIFY(drawer->isVisible());
        for (const char* name : {"mapZoom", "mapCaption", "mapChips", "mapTools", "mapLegend"}) {
            const auto* card = canvas.findChild<QWidget*>(QString::fromLatin1(name));
            QVERIFY2(!card->geometry().intersects(drawer->geometry()), name);
        }
        QVERIFY(!drawer->geometry().contains(host.at(rightmost)));
        canvas.clearSelection();
        QVERIFY(!drawer->isVisible());
    }

    void miniMap_comesWhenOnlyAPartIsSeen_andAClickMovesTheView()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        auto* mini = host.place->findChild<QWidget*>(QStringLiteral("miniMap"));
        QVERIFY(!mini->isVisible());
        canvas.zoomBy(3);
        QVERIFY(mini->isVisible());
        QTest::mouseClick(mini, Qt::LeftButton, Qt::NoModifier, mini->rect().center());
        const QPointF middle = canvas.seen().center();
        QTest::mouseClick(mini, Qt::LeftButton, Qt::NoModifier, QPoint(20, 20));
        QVERIFY(canvas.seen().center().x() < middle.x());
        QVERIFY(canvas.seen().center().y() < middle.y());
        canvas.fit();
        QVERIFY(!mini->isVisible());
    }

    void miniMap_showsWhatChangedWhileItWasHidden()
    {
        MapHost host;
        QVERIFY(host.settle());
        auto* mini = host.place->findChild<MiniMap*>();
        host.place->canvas().zoomBy(3);
        const QImage before = mini->grab().toImage();
        host.place->canvas().fit();
        QVERIFY(!mini->isVisible());
        auto question = host.place->model().question();
        question.filters = {{"region", {host.place->model().data()->legend.front().value}}};
        host.place->model().ask(question);
        QVERIFY(host.settle());
        host.place->canvas().zoomBy(3);
        const QImage after = mini->grab().toImage();
        QVERIFY(after != before);
        mini->refresh();
        QCOMPARE(mini->grab().toImage(), after);
    }

    void popover_hasItsShadow_andLetsTheMouseThrough()
    {
        MapHost host;
        QVERIFY(host.settle());
        auto* popover = host.place->findChild<QWidget*>(QStringLiteral("namePopover"));
        const auto shadowOf = [&]() -> FloatShadow* {
            for (FloatShadow* shadow : host.place->findChildren<FloatShadow*>())
                if (shadow->isVisible() && shadow->geometry().contains(popover->geometry()))
                    return shadow;
            return nullptr;
        };
        QVERIFY(shadowOf() == nullptr);
        QTest::keyClick(&host.place->canvas(), Qt::Key_N);
        QVERIFY(popover->isVisible());
        QVERIFY(shadowOf() != nullptr);
        QVERIFY(shadowOf()->testAttribute(Qt::WA_TransparentForMouseEvents));
        QTest::keyClick(popover->findChild<QLineEdit*>(), Qt::Key_Escape);
        QVERIFY(!popover->isVisible());
        QVERIFY(shadowOf() == nullptr);
    }

    void legend_foldsToItsTitle_andOpensAgainAtTheSamePlace()
    {
        MapHost host;
        QVERIFY(host.settle());
        auto* legend = host.place->findChild<LegendCard*>();
        const QRect open = legend->geometry();
        QVERIFY(open.height() > 100);
        auto* fold = legend->findChild<QAbstractButton*>(QStringLiteral("foldLegend"));
        fold->click();
        QVERIFY(legend->height() < 50);
        QCOMPARE(legend->geometry().bottomLeft(), open.bottomLeft());
        QVERIFY(host.settle());
        host.settings().set(setting::kMotion, Motion::full);
        fold->click();
        QVERIFY2(legend->height() < open.height(), "it unfolds, and does not jump");
        QTRY_COMPARE(legend->geometry(), open);
    }

    void saveView_keepsSettingsAndPlaces_showViewBringsThemBack()
    {
        MapHost host;
        QVERIFY(host.settle());
        auto question = host.place->model().question();
        question.sizeBy = "degree";
        question.network.set = TieSet::all;
        host.place->model().ask(question);
        QVERIFY(host.settle());
        const QPointF at = host.place->model().input().people[2].at;
        host.dialogs().willEnter(QStringLiteral("All of it"));
        QMenu menu;
        host.place->addActions(&menu);
        QVERIFY(host.afterChange([&] {
            for (QAction* action : menu.actions())
                if (action->objectName() == QLatin1String("mapSaveView"))
                    action->trigger();
        }));
        const auto views = host.session().records().views.all();
        QVERIFY(views);
        const MapView saved = views->back();
        QCOMPARE(saved.name, std::string("All of it"));
        question.sizeBy.clear();
        question.network.set = TieSet::exchange;
        host.place->model().ask(question);
        QVERIFY(host.settle());
        host.place->showView(saved.id);
        QVERIFY(host.settle());
        QCOMPARE(host.place->model().question().sizeBy, std::string("degree"));
        QCOMPARE(host.place->model().question().network.set, TieSet::all);
        QCOMPARE(host.place->model().question().view, saved.id);
        QCOMPARE(host.place->model().input().people[2].at, at);
    }

    void closeAndOpenAnother_leavesNothingBehind()
    {
        MapHost host;
        QVERIFY(host.settle());
        host.place->showCircle(host.place->model().input().people[4].id);
        host.session().close();
        QVERIFY(host.place->canvas().selectedPeople().empty());
        QCOMPARE(host.place->canvas().circleSteps(), 0);
        QVERIFY(!host.place->exportHere());
        QVERIFY(!host.place->findChild<LegendCard*>()->isVisible());
        host.session().open(host.path(QStringLiteral("other.weavemap")).toStdString(), Session::OpenMode::create);
        QVERIFY(QTest::qWaitFor([&] { return host.session().isOpen(); }));
        QVERIFY(host.settle());
        QVERIFY(host.place->model().input().people.empty());
    }

    void screenReader_findsEachPersonByNameGroupAndContacts()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        QAccessibleInterface* map = QAccessible::queryAccessibleInterface(&canvas);
        QVERIFY(map);
        const MapInput& input = host.place->model().input();
        QVERIFY(map->childCount() >= static_cast<int>(input.people.size()));
        QAccessibleInterface* person = map->child(7);
        QVERIFY(person);
        QCOMPARE(person->role(), QAccessible::ListItem);
        QVERIFY(person->text(QAccessible::Name).startsWith(input.people[7].name + QStringLiteral(", ")));
        QVERIFY(person->rect().contains(canvas.mapToGlobal(host.at(7))));
        QCOMPARE(map->indexOfChild(person), 7);
        person->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(canvas.selectedPeople(), std::vector<PersonId>{input.people[7].id});
        QVERIFY(person->state().selected);
    }
};

QTEST_MAIN(TstMapPlace)
#include "tst_map_place.moc"
