// SPDX-License-Identifier: GPL-3.0-or-later
// What the chips "Show", "Ring" and "Label" do to the map: rings, labels, organizations, convenings, kinds side by
// side, initials and colours.
#include <algorithm>

#include <QAction>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

#include "MapHost.h"
#include "core/store/Convenings.h"
#include "ui/base/Theme.h"
#include "ui/base/ThemeController.h"
#include "ui/map/CanvasLabel.h"
#include "ui/map/Inspector.h"
#include "ui/map/LegendCard.h"
#include "ui/map/LegendRow.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapChips.h"
#include "ui/map/MapModel.h"
#include "ui/map/ToolCard.h"
#include "ui/models/MapInputs.h"
#include "ui/paint/PaintWords.h"
#include "ui/session/Session.h"
#include "ui/widgets/FilterChip.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

/// Chooses an entry of a menu as a user does: the menu is filled when it is about to show.
bool choose(MapHost& host, const char* menu, const QString& entry)
{
    auto* found = host.place->findChild<QMenu*>(QString::fromLatin1(menu));
    if (found == nullptr)
        return false;
    Q_EMIT found->aboutToShow();
    for (QAction* action : found->actions())
        if (action->text() == entry) {
            action->trigger();
            return host.settle();
        }
    return false;
}

const MapInput& inputOf(const MapHost& host) { return host.place->model().input(); }

bool hasRow(const MapHost& host, LegendKind kind)
{
    const auto& rows = host.place->canvas().picture()->legend.rows;
    return std::any_of(rows.begin(), rows.end(), [kind](const LegendEntry& entry) { return entry.kind == kind; });
}

int countOf(const MapHost& host, MapShape shape)
{
    return static_cast<int>(std::count_if(inputOf(host).people.begin(), inputOf(host).people.end(),
                                          [shape](const MapPerson& person) { return person.shape == shape; }));
}

FilterChip* chip(const MapHost& host, const char* name)
{
    return host.place->findChild<FilterChip*>(QString::fromLatin1(name));
}

} // namespace

class MapShowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ring_isAnyAttribute_withItsChipAndLegend()
    {
        MapHost host;
        QVERIFY(host.settle());
        QVERIFY(!chip(host, "ringChip")->isVisible());
        QVERIFY(!hasRow(host, LegendKind::secondGroup));
        QVERIFY(choose(host, "ringsMenu", QStringLiteral("Role")));
        QVERIFY(chip(host, "ringChip")->isVisible());
        QCOMPARE(chip(host, "ringChip")->value(), QStringLiteral("role"));
        QVERIFY(hasRow(host, LegendKind::secondGroup) && hasRow(host, LegendKind::heading));
        QVERIFY(std::any_of(inputOf(host).people.begin(), inputOf(host).people.end(),
                            [](const MapPerson& person) { return person.second >= 0; }));
        QVERIFY(choose(host, "ringMenu", QStringLiteral("No ring")));
        QVERIFY(!chip(host, "ringChip")->isVisible());
        QVERIFY(!hasRow(host, LegendKind::secondGroup));
    }

    void aMeasure_coloursAndRings_inFewClasses_withItsLegend()
    {
        MapHost host;
        QVERIFY(host.settle());
        QVERIFY(choose(host, "colourMenu", measureName("degree")));
        QCOMPARE(chip(host, "colourChip")->value().toLower(), measureName("degree").toLower());
        const MapInput& input = inputOf(host);
        QVERIFY(input.groups.empty() && input.shades.size() > 1 && input.shades.size() <= std::size_t{kMostShades});
        const MapLegend& legend = host.place->canvas().picture()->legend;
        QCOMPARE(legend.title, measureName("degree"));
        QCOMPARE(legend.values.size(), input.shades.size());
        QCOMPARE(legend.values.front().kind, LegendKind::shade);
        QVERIFY(legend.values.front().color != legend.values.back().color);
        for (std::size_t i = 0; i < legend.values.size(); ++i)
            QCOMPARE(legend.values[i].group, kFirstShade + static_cast<int>(i));
        QVERIFY2(host.place->canvas().picture()->hulls.empty(), "classes of a measure are no groups");
        std::vector<int> degree(input.people.size(), 0);
        for (const MapTie& tie : input.ties) {
            ++degree[tie.a];
            ++degree[tie.b];
        }
        for (std::size_t i = 0; i < input.people.size(); ++i)
            for (std::size_t k = 0; k < input.people.size(); ++k)
                QVERIFY(degree[i] >= degree[k] || input.people[i].shade <= input.people[k].shade);
        // A click in the legend chooses its people, whatever the class is called.
        Q_EMIT host.place->findChild<LegendCard*>()->valueClicked({}, legend.values.back().group);
        QCOMPARE(static_cast<int>(host.place->canvas().selectedPeople().size()), input.shades.back().members);
        host.place->canvas().clearSelection();

        QVERIFY(choose(host, "ringsMenu", measureName("betweenness")));
        QVERIFY(inputOf(host).areSecondsFigures && !inputOf(host).seconds.empty());
        QVERIFY(hasRow(host, LegendKind::secondGroup));
        // Neither ranks people where the map is made for a board, and both are kept with the choices.
        host.place->model().setBoard(true);
        QVERIFY(host.settle());
        QVERIFY(inputOf(host).shades.empty() && inputOf(host).seconds.empty());
        host.place->model().setBoard(false);
        const QString path = QString::fromStdString(host.session().path().string());
        QVERIFY(uitest::waitUntil([&] { return !host.session().isSaving(); }));
        host.session().close();
        host.open(path);
        QVERIFY(host.settle());
        QVERIFY(!inputOf(host).shades.empty() && inputOf(host).areSecondsFigures);
    }

    void hiddenTies_areSaidWithTheirNumber()
    {
        MapHost host;
        QVERIFY(host.settle());
        const std::size_t all = inputOf(host).ties.size();
        auto question = host.place->model().question();
        question.filters = {{"tie:depth", {"rely"}}};
        host.place->model().ask(question);
        QVERIFY(host.settle());
        const auto hidden = static_cast<int>(all - inputOf(host).ties.size());
        QVERIFY(hidden > 0);
        auto* remark = host.place->findChild<CanvasLabel*>(QStringLiteral("mapRemark"));
        QVERIFY(remark->text().contains(QString::number(hidden)));
        QVERIFY(inputOf(host).caption.filter.contains(QString::number(hidden)));
    }

    void manyValues_areOneLineOfTheLegend_whichKeepsOffTheTools()
    {
        MapHost host(142, {1088, 756});
        QVERIFY(host.settle());
        QVERIFY(choose(host, "ringsMenu", QStringLiteral("Organization")));
        QVERIFY(choose(host, "colourMenu", QStringLiteral("Organization")));
        QVERIFY(host.settle());
        const auto* legend = host.place->findChild<LegendCard*>();
        const auto* tools = host.place->findChild<ToolCard*>();
        const auto isGrey = [](const MapGroup& group) { return group.colour < 0; };
        const auto grey = std::count_if(inputOf(host).groups.begin(), inputOf(host).groups.end(), isGrey);
        QVERIFY(grey > 1 && std::count_if(inputOf(host).seconds.begin(), inputOf(host).seconds.end(), isGrey) > 1);
        int others = 0, values = 0;
        for (const LegendRow* row : legend->findChildren<LegendRow*>()) {
            if (!row->isVisibleTo(legend))
                continue;
            values += row->objectName() == QStringLiteral("legendValue") ? 1 : 0;
            if (row->text() == PaintWords::otherValues(static_cast<int>(grey))) {
                ++others;
                QCOMPARE(row->toolTip().split(QLatin1Char('\n')).front(),
                         std::find_if(inputOf(host).groups.begin(), inputOf(host).groups.end(), isGrey)->name);
            }
        }
        QCOMPARE(others, 2);
        QVERIFY(values <= 9);
        QVERIFY(legend->geometry().top() > tools->geometry().bottom());
        // Values that look the same have no areas of their own.
        for (const PictureHull& hull : host.place->canvas().picture()->hulls)
            QVERIFY(inputOf(host).groups[static_cast<std::size_t>(hull.group)].colour >= 0);
        // In a low window its lines are scrolled, to the last one.
        host.place->resize(1088, 520);
        QVERIFY(host.settle());
        QVERIFY(legend->geometry().top() > tools->geometry().bottom() || legend->height() < 120);
        auto* lines = legend->findChild<QScrollArea*>(QStringLiteral("legendLines"));
        QVERIFY(lines->verticalScrollBar()->maximum() > 0);
    }

    void label_isAnAttributeOrAFigure_andTheChoiceIsKept()
    {
        MapHost host;
        QVERIFY(host.settle());
        QVERIFY(choose(host, "labelsMenu", QStringLiteral("Organization")));
        QCOMPARE(inputOf(host).labelBy, MapLabelBy::value);
        QVERIFY(!inputOf(host).labels.empty());
        QCOMPARE(chip(host, "labelChip")->value(), QStringLiteral("organization"));
        QVERIFY(choose(host, "labelMenu", QStringLiteral("Number of ties")));
        QCOMPARE(inputOf(host).labelBy, MapLabelBy::figure);
        const QString path = QString::fromStdString(host.session().path().string());
        QVERIFY(uitest::waitUntil([&] { return !host.session().isSaving(); }));
        host.session().close();
        host.open(path);
        QVERIFY(host.settle());
        QCOMPARE(host.place->model().question().labelBy, std::string(actions::kLabelTies));
    }

    void organizations_standForTheirPeople_andAreOnlyLookedAt()
    {
        MapHost host;
        QVERIFY(host.settle());
        const auto people = host.place->model().data()->people.size();
        QVERIFY(choose(host, "showMenu", QStringLiteral("Organizations")));
        QCOMPARE(chip(host, "showChip")->value(), QStringLiteral("organizations"));
        QVERIFY(countOf(host, MapShape::square) > 1);
        QVERIFY(inputOf(host).people.size() < people);
        QVERIFY(inputOf(host).caption.nodes.contains(QStringLiteral("organizations")));
        QVERIFY(hasRow(host, LegendKind::organization) && hasRow(host, LegendKind::sizes));
        auto* draw = host.place->findChild<QAction*>(QStringLiteral("mapDrawTie"));
        QVERIFY(draw != nullptr && !draw->isEnabled());
        // Who chooses one sees its people.
        const auto square = std::find_if(inputOf(host).people.begin(), inputOf(host).people.end(), [](auto& person) {
            return person.shape == MapShape::square && person.people > 1;
        });
        QVERIFY(square != inputOf(host).people.end());
        const auto stands = host.place->model().standingFor({square->id});
        QCOMPARE(static_cast<int>(stands.size()), square->people);
        host.place->canvas().selectPeople({square->id});
        QCOMPARE(host.place->findChildren<QWidget*>(QStringLiteral("chosenPerson")).size(), square->people);
        QVERIFY(choose(host, "showMenu", QStringLiteral("People")));
        QVERIFY(draw->isEnabled());
        QCOMPARE(inputOf(host).people.size(), people);
    }

    void convenings_standAmongWhoCame_andCannotBeTied()
    {
        MapHost host;
        QVERIFY(host.settle());
        const PersonId first = inputOf(host).people[0].id, second = inputOf(host).people[1].id;
        QVERIFY(host.afterChange([&] {
            (void)host.change(QStringLiteral("Store a convening"), [&](store::Records& records) -> Result<> {
                Convening held;
                held.title = "Autumn day";
                held.on = host.session().today();
                WEAVEMAP_ASSIGN(const ConveningId id, records.convenings.insert(held));
                for (const PersonId person : {first, second})
                    WEAVEMAP_TRY(records.convenings.put({{}, id, person, false, false, true}));
                return {};
            });
        }));
        const QString ties = inputOf(host).caption.ties;
        QVERIFY(choose(host, "conveningsMenu", QStringLiteral("Those of 12 months")));
        const int at = host.indexNamed(QStringLiteral("Autumn day"));
        QVERIFY(at >= 0);
        const MapPerson held = inputOf(host).people[static_cast<std::size_t>(at)];
        QCOMPARE(held.shape, MapShape::diamond);
        QVERIFY(hasRow(host, LegendKind::convening) && hasRow(host, LegendKind::attended));
        QCOMPARE(inputOf(host).caption.ties, ties);
        const auto revision = host.session().revision();
        QString said;
        connect(host.place, &Place::said, this, [&](const QString& words) { said = words; });
        Q_EMIT host.place->canvas().tieDrawn(first, held.id, QPoint());
        QVERIFY(said.contains(QStringLiteral("between people")));
        // Dragged, it goes back to the middle of who came, and nothing is stored.
        host.place->model().moveOnScreen({static_cast<std::uint32_t>(at)}, QPointF(50, 50));
        host.place->model().storeMove({static_cast<std::uint32_t>(at)});
        QVERIFY(host.settle());
        QCOMPARE(host.session().revision(), revision);
        QCOMPARE(inputOf(host).people[static_cast<std::size_t>(at)].at, held.at);
        QVERIFY(choose(host, "conveningsMenu", QStringLiteral("None")));
        QCOMPARE(countOf(host, MapShape::diamond), 0);
    }

    void kindsInitialsAndColours_areChosenHere()
    {
        MapHost host;
        QVERIFY(host.settle());
        const auto pieces = host.place->canvas().picture()->segments.size();
        QVERIFY(choose(host, "tiesMenu", QStringLiteral("Kinds side by side")));
        QVERIFY(inputOf(host).style.kinds);
        QVERIFY(host.place->canvas().picture()->segments.size() > pieces);
        QVERIFY(choose(host, "showMenu", QStringLiteral("Initials on large discs")));
        QVERIFY(inputOf(host).style.initials);
        QVERIFY(choose(host, "mapColoursMenu", QStringLiteral("As printed")));
        QCOMPARE(inputOf(host).style.colors.canvas, Theme::print().color(ColorRole::canvas));
        QVERIFY(choose(host, "mapColoursMenu", QStringLiteral("Without colour")));
        QVERIFY(inputOf(host).style.colors.isGrey);
        QVERIFY(choose(host, "mapColoursMenu", QStringLiteral("As the window")));
        QCOMPARE(inputOf(host).style.colors, mapColors(currentTheme()));
    }

    void erasedPerson_isInNoRingOrLabelAnyMore()
    {
        MapHost host;
        QVERIFY(host.settle());
        const MapPerson gone = inputOf(host).people[3];
        AttributeId column;
        QVERIFY(host.afterChange([&] {
            (void)host.change(QStringLiteral("Add a column"), [&](store::Records& records) -> Result<> {
                Attribute mentor;
                mentor.name = "Mentor";
                WEAVEMAP_ASSIGN(column, records.people.insert(mentor));
                for (std::size_t i = 0; i < 3; ++i)
                    WEAVEMAP_TRY(
                        records.people.setAttribute(inputOf(host).people[i].id, column, gone.name.toStdString()));
                return {};
            });
        }));
        auto question = host.place->model().question();
        question.ringBy = question.labelBy = "attribute:Mentor";
        host.place->model().ask(question);
        QVERIFY(host.settle());
        QCOMPARE(inputOf(host).seconds.size(), std::size_t{1});
        QCOMPARE(inputOf(host).labels.size(), std::size_t{1});
        Q_EMIT host.session().personErased(gone.id, gone.name);
        QVERIFY(inputOf(host).seconds.empty() && inputOf(host).labels.empty());
    }
};

QTEST_MAIN(MapShowTest)
#include "tst_map_show.moc"
