// SPDX-License-Identifier: GPL-3.0-or-later
// What the map shows: filters in words, circles, empty states, views, and everybody clear of the cards.
#include <QAbstractButton>
#include <QAccessible>
#include <QMenu>
#include <QTest>

#include "MapHost.h"
#include "ui/map/CanvasLabel.h"
#include "ui/map/LegendCard.h"
#include "ui/map/LegendRow.h"
#include "ui/map/MapAccess.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapChips.h"
#include "ui/map/MapModel.h"
#include "ui/widgets/Chip.h"

using namespace weavemap;
using namespace weavemap::ui;

class TstMapPlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ThemeController>(*qApp, ThemeChoice::light); }

    void fit_keepsEverybodyClearOfTheCards()
    {
        MapHost host(*m_theme, 142);
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        const auto& people = host.place->model().input().people;
        QVERIFY(people.size() > 100);
        for (int i = 0; i < static_cast<int>(people.size()); ++i) {
            const QPoint at = host.at(i);
            QVERIFY(canvas.rect().contains(at));
            for (const Card* card : canvas.findChildren<Card*>(QString(), Qt::FindDirectChildrenOnly))
                QVERIFY2(!card->isVisible() || !card->geometry().contains(at), qPrintable(card->objectName()));
        }
    }

    void clickOnALegendValue_filters_andSaysHowManyAreHidden()
    {
        MapHost host(*m_theme);
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
        MapHost host(*m_theme);
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
        MapHost host(*m_theme, -1);
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
        MapHost host(*m_theme);
        QVERIFY(host.settle());
        const MapPerson person = host.place->model().input().people[4];
        host.place->showCircle(person.id);
        QVERIFY(host.settle());
        auto* chip = host.place->findChild<Chip*>(QStringLiteral("circleChip"));
        QVERIFY(chip->isVisible());
        QCOMPARE(chip->value(), QStringLiteral("Circle of %1").arg(person.name));
        const int dimmed = host.place->canvas().picture()->dimmed;
        QVERIFY(dimmed > 0);
        host.place->canvas().setFocus();
        QTest::keyClick(&host.place->canvas(), Qt::Key_C);
        QCOMPARE(host.place->canvas().circleSteps(), 2);
        QVERIFY(host.settle());
        QVERIFY(host.place->canvas().picture()->dimmed < dimmed);
        QTest::keyClick(&host.place->canvas(), Qt::Key_C);
        QCOMPARE(host.place->canvas().circleSteps(), 0);
        host.place->showCircle(person.id);
        QVERIFY(host.place->stepBack());
        QCOMPARE(host.place->canvas().circleSteps(), 0);
        QVERIFY(!chip->isVisible());
    }

    void saveView_keepsSettingsAndPlaces_showViewBringsThemBack()
    {
        MapHost host(*m_theme);
        QVERIFY(host.settle());
        auto question = host.place->model().question();
        question.sizeBy = "degree";
        question.network.set = TieSet::all;
        host.place->model().ask(question);
        QVERIFY(host.settle());
        const QPointF at = host.place->model().input().people[2].at;
        host.dialogs.willEnter(QStringLiteral("All of it"));
        QMenu menu;
        host.place->addActions(&menu);
        QVERIFY(host.afterChange([&] {
            for (QAction* action : menu.actions())
                if (action->objectName() == QLatin1String("mapSaveView"))
                    action->trigger();
        }));
        const auto views = host.session.records().views.all();
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
        MapHost host(*m_theme);
        QVERIFY(host.settle());
        host.place->showCircle(host.place->model().input().people[4].id);
        host.session.close();
        QVERIFY(host.place->canvas().selectedPeople().empty());
        QCOMPARE(host.place->canvas().circleSteps(), 0);
        QVERIFY(!host.place->exportHere());
        QVERIFY(!host.place->findChild<LegendCard*>()->isVisible());
        host.session.open(host.path(QStringLiteral("other.weavemap")).toStdString(), Session::OpenMode::create);
        QVERIFY(QTest::qWaitFor([&] { return host.session.isOpen(); }));
        QVERIFY(host.settle());
        QVERIFY(host.place->model().input().people.empty());
    }

    void screenReader_findsEachPersonByNameGroupAndContacts()
    {
        MapHost host(*m_theme);
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

private:
    std::unique_ptr<ThemeController> m_theme;
};

QTEST_MAIN(TstMapPlace)
#include "tst_map_place.moc"
