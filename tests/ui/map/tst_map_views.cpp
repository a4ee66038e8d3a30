// SPDX-License-Identifier: GPL-3.0-or-later
// Styles of the map and saved views, as the user meets them: the chips, the menus, undo.
#include <algorithm>

#include <QMenu>
#include <QSignalSpy>
#include <QTest>

#include "MapHost.h"
#include "core/actions/SavedViews.h"
#include "ui/base/Settings.h"
#include "ui/map/LayoutFrames.h"
#include "ui/map/MapChips.h"
#include "ui/map/MapModel.h"
#include "ui/session/Session.h"
#include "ui/widgets/FilterChip.h"

using namespace weavemap;
using namespace weavemap::ui;
using layout::Style;

class TestMapViews : public QObject
{
    Q_OBJECT

    static std::vector<QPointF> places(MapHost& host)
    {
        std::vector<QPointF> at;
        for (const MapPerson& person : host.place->model().input().people)
            at.push_back(person.at);
        return at;
    }
    /// Opens a menu as its chip does and triggers an entry.
    static void choose(MapHost& host, const char* menuName, const char* entry)
    {
        auto* menu = host.place->findChild<QMenu*>(QLatin1String(menuName));
        QVERIFY(menu);
        Q_EMIT menu->aboutToShow();
        auto* action = menu->findChild<QAction*>(QLatin1String(entry));
        QVERIFY2(action, entry);
        QVERIFY2(action->isEnabled(), entry);
        action->trigger();
    }
    /// What a chip says, also where there is little room for its words.
    static QString valueOf(MapHost& host, const char* chip)
    {
        return host.place->findChild<FilterChip*>(QLatin1String(chip))->accessibleName().section(QLatin1Char(' '), 1);
    }

private Q_SLOTS:
    void layoutChip_changesTheStyleAndBack()
    {
        MapHost host;
        QVERIFY(host.settle());
        QCOMPARE(valueOf(host, "layoutChip"), QStringLiteral("clusters"));
        const auto clusters = places(host);
        choose(host, "layoutMenu", "layoutCircle");
        QVERIFY(host.settle());
        QCOMPARE(valueOf(host, "layoutChip"), QStringLiteral("circle"));
        const auto circle = places(host);
        QVERIFY(circle != clusters);
        QVERIFY2(!host.place->canvas().isPartial(), "everybody is in view");
        choose(host, "layoutMenu", "layoutClusters");
        QVERIFY(host.settle());
        QCOMPARE(places(host), clusters);
        choose(host, "layoutMenu", "layoutCircle");
        QVERIFY(host.settle());
        QCOMPARE(places(host), circle);
    }

    void rings_areOfferedRoundWhoIsChosen()
    {
        MapHost host;
        QVERIFY(host.settle());
        auto* menu = host.place->findChild<QMenu*>(QStringLiteral("layoutMenu"));
        Q_EMIT menu->aboutToShow();
        QVERIFY(!menu->findChild<QAction*>(QStringLiteral("layoutAround"))->isEnabled());
        const auto& people = host.place->model().input().people;
        const MapPerson somebody = people[4];
        host.place->canvas().selectPeople({somebody.id});
        choose(host, "layoutMenu", "layoutAround");
        QVERIFY(host.settle());
        QCOMPARE(host.place->model().question().style, Style::rings);
        QCOMPARE(host.place->model().question().around, somebody.id);
        QVERIFY(valueOf(host, "layoutChip").contains(somebody.name));
        host.place->canvas().clearSelection();
        Q_EMIT menu->aboutToShow();
        const auto entries = menu->actions();
        QVERIFY2(std::any_of(entries.begin(), entries.end(),
                             [&](const QAction* a) { return a->isChecked() && a->text().contains(somebody.name); }),
                 "they stay on offer");
    }

    void areas_wantAColour()
    {
        MapHost host;
        QVERIFY(host.settle());
        auto question = host.place->model().question();
        question.colourBy.clear();
        host.place->model().ask(question);
        QVERIFY(host.settle());
        auto* menu = host.place->findChild<QMenu*>(QStringLiteral("layoutMenu"));
        Q_EMIT menu->aboutToShow();
        QVERIFY(!menu->findChild<QAction*>(QStringLiteral("layoutGroups"))->isEnabled());
    }

    void aMoveInAStyle_isUndoneThere_andLostNowhere()
    {
        MapHost host;
        QVERIFY(host.settle());
        const auto clusters = places(host);
        choose(host, "layoutMenu", "layoutCircle");
        QVERIFY(host.settle());
        const auto circle = places(host);
        MapModel& model = host.place->model();
        QVERIFY(host.afterChange([&] {
            model.moveOnScreen({3}, {-200, 90});
            model.storeMove({3});
        }));
        const auto moved = places(host);
        QCOMPARE(moved[3], circle[3] + QPointF(-200, 90));
        choose(host, "layoutMenu", "layoutClusters");
        QVERIFY(host.settle());
        QCOMPARE(places(host), clusters);
        choose(host, "layoutMenu", "layoutCircle");
        QVERIFY(host.settle());
        QCOMPARE(places(host), moved);
        QVERIFY(host.afterChange([&] { host.session().undo(); }));
        QCOMPARE(places(host), circle);
    }

    void theStyle_isKeptByTheFile()
    {
        MapHost host;
        QVERIFY(host.settle());
        choose(host, "layoutMenu", "layoutDistances");
        QVERIFY(host.settle());
        const auto at = places(host);
        const auto path = host.session().path();
        host.session().close();
        host.session().open(path);
        QVERIFY(QTest::qWaitFor([&] { return host.session().isOpen(); }));
        QVERIFY(host.settle());
        QCOMPARE(host.place->model().question().style, Style::distances);
        QCOMPARE(places(host), at);
    }

    void aSavedView_isShownChangedAndLeft()
    {
        MapHost host;
        QVERIFY(host.settle());
        const auto own = places(host);
        auto* chip = host.place->findChild<FilterChip*>(QStringLiteral("viewChip"));
        QVERIFY(!chip->isVisible());
        choose(host, "layoutMenu", "layoutCircle");
        QVERIFY(host.settle());
        host.dialogs().willEnter(QStringLiteral("  Ring & co שלום "));
        QVERIFY(host.afterChange([&] { choose(host, "savedViewsMenu", "viewSave"); }));
        QVERIFY(host.settle());
        QVERIFY(chip->isVisible());
        QCOMPARE(chip->value(), QStringLiteral("Ring & co שלום"));
        const auto saved = places(host);

        // A move in the view is the view's; its map stays.
        MapModel& model = host.place->model();
        QVERIFY(host.afterChange([&] {
            model.moveOnScreen({2}, {50, 60});
            model.storeMove({2});
        }));
        Q_EMIT chip->closeRequested();
        QVERIFY(host.settle());
        QVERIFY(!chip->isVisible());
        QVERIFY(!model.question().view);
        QCOMPARE(places(host), saved);
        choose(host, "layoutMenu", "layoutClusters");
        QVERIFY(host.settle());
        QCOMPARE(places(host), own);

        const auto views = actions::savedViews(host.session().records());
        QVERIFY(views && !views->empty());
        host.place->showView(views->back().id);
        QVERIFY(host.settle());
        QCOMPARE(model.question().style, Style::circle);
        QCOMPARE(places(host)[2], saved[2] + QPointF(50, 60));

        // Another style, kept by the view from now on.
        choose(host, "layoutMenu", "layoutGroups");
        QVERIFY(host.settle());
        const auto areas = places(host);
        QVERIFY(host.afterChange([&] { choose(host, "savedViewsMenu", "viewUpdate"); }));
        host.place->showView({});
        QVERIFY(host.settle());
        QCOMPARE(model.question().style, Style::clusters);
        host.place->showView(views->back().id);
        QVERIFY(host.settle());
        QCOMPARE(model.question().style, Style::areas);
        QCOMPARE(places(host), areas);
    }

    void aViewThatDoesNotSaySo_showsPeople()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapModel& model = host.place->model();
        const auto views = actions::savedViews(host.session().records());
        QVERIFY(views && !views->empty() && views->front().settings.find("nodes") == std::string::npos);
        auto question = model.question();
        question.nodes = actions::MapQuestion::Nodes::organizations;
        question.conveningMonths = 12;
        question.ringBy = "role";
        model.ask(question);
        QVERIFY(host.settle());
        QVERIFY(model.input().people.size() < 100);
        host.place->showView(views->front().id);
        QVERIFY(host.settle());
        QVERIFY(model.question().nodes == actions::MapQuestion::Nodes::people);
        QCOMPARE(model.question().conveningMonths, 0);
        QVERIFY(model.question().ringBy.empty());
    }

    void menuOfAView_renamesCopiesOrdersAndDeletes_eachOneStep()
    {
        MapHost host;
        QVERIFY(host.settle());
        const auto all = [&] {
            QStringList names;
            const auto views = actions::savedViews(host.session().records());
            for (const MapView& view : *views)
                names.append(QString::fromStdString(view.name));
            return names;
        };
        const auto before = all().size(); // the sample has views of its own
        const auto names = [&] { return all().mid(before).join(QLatin1Char('|')); };
        host.dialogs().willEnter(QStringLiteral("One"));
        QVERIFY(host.afterChange([&] { choose(host, "savedViewsMenu", "viewSave"); }));
        QVERIFY(host.settle());
        host.dialogs().willEnter(QStringLiteral("First"));
        QVERIFY(host.afterChange([&] { choose(host, "savedViewsMenu", "viewRename"); }));
        QCOMPARE(names(), QStringLiteral("First"));
        QTRY_COMPARE(valueOf(host, "viewChip"), QStringLiteral("First"));
        QVERIFY(host.afterChange([&] { choose(host, "savedViewsMenu", "viewDuplicate"); }));
        QCOMPARE(names(), QStringLiteral("First|First, copy"));
        QVERIFY(host.afterChange([&] { choose(host, "savedViewsMenu", "viewDown"); }));
        QCOMPARE(names(), QStringLiteral("First, copy|First"));
        host.dialogs().willEnter(QStringLiteral("Who knows whom"));
        QVERIFY(host.afterChange([&] { choose(host, "savedViewsMenu", "viewCaption"); }));
        const auto* caption = host.place->findChild<QWidget*>(QStringLiteral("mapCaption"));
        QTRY_VERIFY(caption->accessibleName().contains(QStringLiteral("Who knows whom")) ||
                    caption->property("text").toString().contains(QStringLiteral("Who knows whom")));
        QVERIFY(host.afterChange([&] { choose(host, "savedViewsMenu", "viewDelete"); }));
        QCOMPARE(names(), QStringLiteral("First, copy"));
        QVERIFY(host.settle());
        QVERIFY2(!host.place->model().question().view, "the map itself is shown where its view is gone");
        QVERIFY(host.afterChange([&] { host.session().undo(); }));
        QCOMPARE(names(), QStringLiteral("First, copy|First"));
    }

    void boardView_ranksNobodyAndSaysInitials()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapModel& model = host.place->model();
        QCOMPARE(model.input().style.sizes, MapSizes::byMeasure);
        choose(host, "savedViewsMenu", "viewBoard");
        QVERIFY(host.settle());
        QCOMPARE(model.input().style.sizes, MapSizes::same);
        QCOMPARE(model.input().style.names, NamesPolicy::initials);
        QVERIFY(model.input().style.hulls && !model.input().style.fog);
        host.dialogs().willEnter(QStringLiteral("Board"));
        QVERIFY(host.afterChange([&] { choose(host, "savedViewsMenu", "viewSave"); }));
        const auto views = actions::savedViews(host.session().records());
        host.place->showView({});
        QVERIFY(host.settle());
        QCOMPARE(model.input().style.names, NamesPolicy::full);
        host.settings().set(setting::kMapHulls, Shown::no);
        host.place->showView(views->back().id);
        QVERIFY(host.settle());
        QCOMPARE(model.input().style.names, NamesPolicy::initials);
        QVERIFY(model.input().style.hulls);
    }

    void frames_comeAfterAWhileAndNotTooOften()
    {
        using Ms = std::chrono::milliseconds;
        const std::vector<PersonId> people{PersonId{4}};
        const std::vector<layout::Point> at{{1.0, 2.0}};
        int told = 0;
        const RunContext run({}, [&](double) { ++told; });
        LayoutFrames late(std::chrono::hours(1), Ms(0));
        late.into(run)(people, at);
        QVERIFY(!late.take());
        QCOMPARE(told, 0);
        LayoutFrames frames(Ms(0), std::chrono::hours(1));
        frames.into(run)(people, at);
        frames.into(run)(people, at);
        QCOMPARE(told, 1);
        const auto frame = frames.take();
        QVERIFY(frame && frame->people == people && frame->at == at);
        QVERIFY(!frames.take());
    }
};

QTEST_MAIN(TestMapViews)
#include "tst_map_views.moc"
