// SPDX-License-Identifier: GPL-3.0-or-later
// What the map says of itself: what a tool waits for, who is pinned, what is hidden and how it comes back.
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

#include "MapHost.h"
#include "ui/map/CheckMenu.h"
#include "ui/map/MapModel.h"
#include "ui/map/NamePopover.h"
#include "ui/map/RemarkLabel.h"
#include "ui/map/ToolHint.h"
#include "ui/paint/MapPictureBuilder.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/FilterChip.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

struct Hints : MapHost
{
    Hints() : MapHost(60)
    {
        if (!settle())
            qFatal("the map was not drawn");
        QApplication::setActiveWindow(window.get());
        canvas().setFocus();
    }

    MapCanvas& canvas() { return place->canvas(); }
    QAction* action(const char* name) { return place->findChild<QAction*>(QLatin1String(name)); }
    ToolHint* hint() { return place->findChild<ToolHint*>(); }
    QString sentence() { return hint()->findChild<QLabel*>(QStringLiteral("toolHintSentence"))->text(); }
    const MapInput& input() { return place->model().input(); }
    /// Somebody who is chosen has a ring; a pin is two more, one in the other.
    std::size_t pins() { return (canvas().picture()->rings.size() - canvas().selection().size()) / 2; }
    bool filterBy(const std::string& field, const std::string& value)
    {
        auto asked = place->model().question();
        asked.filters = {{field, {value}}};
        place->model().ask(asked);
        return settle();
    }
};

} // namespace

class TstMapHints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tool_saysWhatItWaitsFor_andEscapePutsItAway_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("tie") << static_cast<int>(Qt::Key_T);
        QTest::newRow("path") << static_cast<int>(Qt::Key_W);
        QTest::newRow("lasso") << static_cast<int>(Qt::Key_L);
    }

    void tool_saysWhatItWaitsFor_andEscapePutsItAway()
    {
        QFETCH(const int, key);
        Hints map;
        QVERIFY(!map.hint()->isVisible());
        QTest::keyClick(&map.canvas(), static_cast<Qt::Key>(key));
        QVERIFY(map.hint()->isVisible());
        QVERIFY(!map.sentence().isEmpty());
        QVERIFY(map.canvas().rect().contains(map.hint()->geometry()));
        QVERIFY(map.place->stepBack());
        QVERIFY(!map.hint()->isVisible());
        QCOMPARE(map.canvas().tool(), MapCanvas::Tool::select);
    }

    void tieTool_namesWhomTheTieBeginsWith()
    {
        Hints map;
        QTest::keyClick(&map.canvas(), Qt::Key_T);
        const QString before = map.sentence();
        map.canvas().selectPeople({map.input().people[3].id});
        QVERIFY(before != map.sentence());
        QVERIFY(map.sentence().contains(map.input().people[3].name));
    }

    void lettersTypedIntoATool_addAndChangeNobody()
    {
        Hints map;
        const std::string before = map.digest();
        map.canvas().selectPeople({map.input().people[3].id});
        for (const Qt::Key tool : {Qt::Key_T, Qt::Key_L}) {
            QTest::keyClick(&map.canvas(), tool);
            for (const Qt::Key letter : {Qt::Key_N, Qt::Key_P, Qt::Key_E, Qt::Key_M})
                QTest::keyClick(&map.canvas(), letter);
            QVERIFY(map.hint()->isVisible());
            QVERIFY(!map.place->findChild<NamePopover*>()->isVisible());
            QVERIFY(map.place->stepBack());
        }
        QVERIFY(map.settle());
        QCOMPARE(map.digest(), before);
        // Without a tool they are commands.
        QTest::keyClick(&map.canvas(), Qt::Key_N);
        QVERIFY(map.place->findChild<NamePopover*>()->isVisible());
    }

    void pinned_isMarkedOnTheScreenOnly_andTheCommandSaysWhichWay()
    {
        Hints map;
        QCOMPARE(map.pins(), std::size_t{0});
        QSignalSpy said(map.place, &MapPlace::said);
        map.canvas().selectPeople({map.input().people[3].id});
        QAction* const pin = map.action("mapPin");
        const QString toPin = pin->text();
        QVERIFY(map.afterChange([&] { pin->trigger(); }));
        QCOMPARE(map.pins(), std::size_t{1});
        QVERIFY(pin->text() != toPin);
        QCOMPARE(said.count(), 1);
        QVERIFY(said.front().front().toString().contains(map.input().people[3].name));
        MapInput leaving = map.input();
        leaving.style.purpose = MapPurpose::staffExport;
        const auto page = buildMapPicture(leaving, map.canvas().picture()->viewport);
        QVERIFY(page);
        QVERIFY((*page)->rings.size() < map.canvas().picture()->rings.size());
        QVERIFY(map.afterChange([&] { pin->trigger(); }));
        QCOMPARE(map.pins(), std::size_t{0});
        QCOMPARE(pin->text(), toPin);
    }

    void move_saysOnceThatThePersonStaysThere()
    {
        Hints map;
        QSignalSpy said(map.place, &MapPlace::said);
        map.canvas().selectPeople({map.input().people[3].id});
        for (int i = 0; i < 2; ++i)
            QVERIFY(map.afterChange([&] { QTest::keyClick(&map.canvas(), Qt::Key_Right, Qt::ShiftModifier); }));
        QCOMPARE(said.count(), 1);
        QCOMPARE(map.pins(), std::size_t{1});
    }

    void hiddenPeople_areAButtonThatOpensTheFilters()
    {
        Hints map;
        auto* remark = map.place->findChild<RemarkLabel*>();
        QVERIFY(!remark->isPressable());
        const std::string value = map.place->model().valuesOf("region").front().first;
        QVERIFY(map.filterBy("region", value));
        QVERIFY(remark->isPressable());
        QCOMPARE(QAccessible::queryAccessibleInterface(remark)->role(), QAccessible::Button);
        auto* menu = map.place->findChild<QMenu*>(QStringLiteral("filterMenu"));
        for (const bool byKey : {false, true}) {
            if (byKey)
                QTest::keyClick(remark, Qt::Key_Return);
            else
                QTest::mouseClick(remark, Qt::LeftButton);
            QVERIFY(menu->isVisible());
            menu->close();
        }
        auto* everyone = menu->findChild<QAction*>(QStringLiteral("showEveryone"));
        QCOMPARE(menu->actions().front(), everyone);
        everyone->trigger();
        QVERIFY(map.settle());
        QVERIFY(map.place->model().question().filters.empty());
        QVERIFY(!remark->isVisible());
    }

    void filterMenus_stayOpenWhileValuesAreTicked()
    {
        Hints map;
        const auto values = map.place->model().valuesOf("region");
        QVERIFY(values.size() > 2);
        QVERIFY(map.filterBy("region", values[0].first));
        const QPointer<FilterChip> chip = map.place->findChild<FilterChip*>(QStringLiteral("filterChip"));
        QVERIFY(chip);
        QTest::mouseClick(chip, Qt::LeftButton, Qt::NoModifier, QPoint(20, chip->height() / 2));
        const QPointer<CheckMenu> menu = chip->findChild<CheckMenu*>();
        QVERIFY(menu && menu->isVisible());
        for (const int i : {1, 2}) {
            menu->setActiveAction(menu->actions().at(i));
            QTest::keyClick(menu, Qt::Key_Return);
            QVERIFY(map.settle());
            QVERIFY(menu && menu->isVisible());
        }
        QCOMPARE(map.place->model().question().filters.front().values.size(), std::size_t{3});
        menu->close();
    }

    void filterChip_staysWithItsOpenMenu_alsoWithoutAValue()
    {
        Hints map;
        const auto values = map.place->model().valuesOf("region");
        QVERIFY(map.filterBy("region", values[0].first));
        const QPointer<FilterChip> chip = map.place->findChild<FilterChip*>(QStringLiteral("filterChip"));
        QTest::mouseClick(chip, Qt::LeftButton, Qt::NoModifier, QPoint(20, chip->height() / 2));
        const QPointer<CheckMenu> menu = chip->findChild<CheckMenu*>();
        const auto tick = [&](int at) {
            menu->setActiveAction(menu->actions().at(at));
            QTest::keyClick(menu, Qt::Key_Return);
            return map.settle() && menu && menu->isVisible() && chip->isVisible();
        };
        QVERIFY(tick(0));
        QVERIFY(map.place->model().question().filters.empty());
        QVERIFY(tick(1));
        QCOMPARE(map.place->model().question().filters.front().values, std::vector{values[1].first});
        QVERIFY(tick(1));
        menu->close();
        QTRY_VERIFY(!chip);
        QVERIFY(map.place->findChild<FilterChip*>(QStringLiteral("filterChip")) == nullptr);
    }

    void editMenu_changesPeopleOnlyWhereTheMapIsSeen()
    {
        Hints map;
        QMenu edit;
        map.place->addEditActions(&edit);
        map.canvas().selectPeople({map.input().people[3].id});
        const QList<const char*> names{"mapCut", "mapCopy", "mapPaste", "mapDuplicate", "mapRemove", "mapSelectAll"};
        for (const char* name : names)
            QVERIFY2(edit.actions().contains(map.action(name)) && map.action(name)->isEnabled(), name);
        map.place->hide();
        for (const char* name : names)
            QVERIFY2(!map.action(name)->isEnabled(), name);
        map.place->show();
        for (const char* name : names)
            QVERIFY2(map.action(name)->isEnabled(), name);
    }

    void mapMenu_isShort()
    {
        Hints map;
        QMenu menu;
        map.place->addActions(&menu);
        // With the largest letters an entry is 40 px high, and a small screen has 740 below the bar of menus.
        QVERIFY(menu.actions().size() <= 22);
    }
};

QTEST_MAIN(TstMapHints)
#include "tst_map_hints.moc"
