// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

#include "MapHost.h"
#include "core/actions/EditNetwork.h"
#include "core/actions/MapData.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapModel.h"
#include "ui/map/TieChooser.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

/// The map as a screen reader has it.
QAccessibleInterface* mapOf(MapHost& host) { return QAccessible::queryAccessibleInterface(&host.place->canvas()); }
QString nameOf(QAccessibleInterface* item) { return item->text(QAccessible::Name); }
void act(QAccessibleInterface* item, const QString& action) { item->actionInterface()->doAction(action); }

int busiest(const MapHost& host)
{
    std::vector<int> ties(host.place->model().input().people.size(), 0);
    for (const MapTie& tie : host.place->model().input().ties) {
        ++ties[tie.a];
        ++ties[tie.b];
    }
    return static_cast<int>(std::max_element(ties.begin(), ties.end()) - ties.begin());
}

} // namespace

class TstMapAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void person_hasTheirTiesBelowThem()
    {
        MapHost host;
        QVERIFY(host.settle());
        const int who = busiest(host);
        QAccessibleInterface* person = mapOf(host)->child(who);
        const MapInput& input = host.place->model().input();
        int ties = 0;
        for (const MapTie& tie : input.ties)
            ties += static_cast<int>(tie.a) == who || static_cast<int>(tie.b) == who ? 1 : 0;
        QVERIFY(ties > 1);
        QCOMPARE(person->childCount(), ties);
        for (int i = 0; i < ties; ++i) {
            QAccessibleInterface* tie = person->child(i);
            QVERIFY(tie && tie->isValid());
            QVERIFY(nameOf(tie).startsWith(QStringLiteral("Tie with ")));
            QVERIFY2(!nameOf(tie).contains(input.people[static_cast<std::size_t>(who)].name), "the other end is named");
            QCOMPARE(person->indexOfChild(tie), i);
            QCOMPARE(tie->parent(), person);
        }
        QVERIFY(person->child(ties) == nullptr);
        QVERIFY(person->child(-1) == nullptr);
        act(person->child(1), QAccessibleActionInterface::pressAction());
        QVERIFY(host.place->canvas().selectedTie());
        QVERIFY(person->child(1)->state().selected);
        QVERIFY(!person->child(0)->state().selected);
    }

    void pressing_twoPeopleWithTheTieToolAsksForTheTie()
    {
        MapHost host;
        QVERIFY(host.settle());
        const auto [a, b] = host.strangers();
        QVERIFY(a >= 0);
        QAccessibleInterface* one = mapOf(host)->child(a);
        QAccessibleInterface* other = mapOf(host)->child(b);
        const int before = one->childCount();
        host.place->canvas().setTool(MapCanvas::Tool::drawTie);
        act(one, QAccessibleActionInterface::pressAction());
        auto* chooser = host.window->findChild<TieChooser*>();
        QVERIFY(chooser == nullptr || !chooser->isVisible());
        act(other, QAccessibleActionInterface::pressAction());
        chooser = host.window->findChild<TieChooser*>();
        QVERIFY(chooser != nullptr && chooser->isVisible());
        QVERIFY(host.afterChange([&] { chooser->accept(); }));
        QCOMPARE(one->childCount(), before + 1);
        QVERIFY(nameOf(one).contains(QStringLiteral("in touch with %1").arg(before + 1)));
    }

    void focus_isBrought()
    {
        MapHost host;
        QVERIFY(host.settle());
        act(mapOf(host)->child(5), QAccessibleActionInterface::setFocusAction());
        QCOMPARE(host.place->canvas().keyboardPerson(), 5);
        QCOMPARE(host.place->canvas().selectedPeople(),
                 std::vector<PersonId>{host.place->model().input().people[5].id});
        QVERIFY(host.place->canvas().hasFocus());
        QCOMPARE(mapOf(host)->focusChild(), mapOf(host)->child(5));
        QVERIFY(mapOf(host)->child(5)->state().focused);
        QVERIFY(!mapOf(host)->child(6)->state().focused);
    }

    void filter_isToldByTheMap()
    {
        MapHost host;
        QVERIFY(host.settle());
        QAccessibleInterface* map = mapOf(host);
        QVERIFY(!map->text(QAccessible::Description).contains(QStringLiteral("hidden")));
        const std::size_t everybody = host.place->model().input().people.size();
        const PersonId last = host.place->model().input().people.back().id;
        QAccessibleInterface* before = map->child(static_cast<int>(everybody) - 1);
        actions::MapQuestion question = host.place->model().question();
        const MapPerson& kept = host.place->model().input().people.front();
        question.filters = {{"region", {toStdString(host, kept)}}};
        host.place->model().ask(question);
        QVERIFY(host.settle());
        QVERIFY(host.place->model().input().people.size() < everybody);
        QVERIFY(map->text(QAccessible::Description).contains(QStringLiteral("hidden by filters")));
        // An item stays who it was, or is nobody any more; it never becomes somebody else.
        QCOMPARE(before->isValid(), host.place->model().indexOf(last) >= 0);
    }

    void items_areWhereTheyAreDrawn_afterPanningAndZooming()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        QAccessibleInterface* map = mapOf(host);
        const int people = static_cast<int>(host.place->model().input().people.size());
        const QRect shown(canvas.mapToGlobal(QPoint()), canvas.size());
        const auto check = [&] {
            int seen = 0;
            for (int i = 0; i < people; ++i) {
                const QAccessibleInterface* person = map->child(i);
                const QPoint at = canvas.mapToGlobal(host.at(i));
                QVERIFY(person->rect().contains(at));
                QVERIFY(person->rect().width() < 120);
                QCOMPARE(bool(person->state().offscreen), !shown.contains(at));
                seen += shown.contains(at) ? 1 : 0;
            }
            QVERIFY(seen > 0);
        };
        check();
        QVERIFY2(!map->child(0)->state().offscreen, "a fitted map shows everybody");
        const auto apart = [&] {
            const QPoint way = map->child(busiest(host))->rect().center() - map->child(0)->rect().center();
            return std::hypot(way.x(), way.y());
        };
        const double before = apart();
        canvas.zoomAt({200, 150}, 4);
        check();
        QVERIFY(apart() > 3.8 * before && before > 10);
        const QRect zoomed = map->child(busiest(host))->rect();
        canvas.centreOn(host.place->model().input().people.front().at);
        check();
        QVERIFY(map->child(busiest(host))->rect().topLeft() != zoomed.topLeft());
        QCOMPARE(map->child(0)->rect().center(), canvas.mapToGlobal(canvas.rect().center()));
        // A tie is in the middle between its two people.
        const MapTie& tie = host.place->model().input().ties.front();
        QAccessibleInterface* one = map->child(static_cast<int>(tie.a));
        for (int i = 0; i < one->childCount(); ++i) {
            const QPoint middle = one->child(i)->rect().center();
            canvas.showTie(tie.id);
            if (!one->child(i)->state().selected)
                continue;
            const QPoint between = (host.at(static_cast<int>(tie.a)) + host.at(static_cast<int>(tie.b))) / 2;
            QVERIFY((middle - canvas.mapToGlobal(between)).manhattanLength() <= 2);
        }
        QVERIFY(host.settle());
        check();
    }

    void aLargeMap_hasEverybodyWhoIsShown_andNobodyElse()
    {
        MapHost host(3000);
        QVERIFY(host.settle());
        QAccessibleInterface* map = mapOf(host);
        const MapInput& input = host.place->model().input();
        QVERIFY(input.people.size() > 2500);
        std::vector<QAccessible::Id> ids;
        std::size_t ties = 0;
        for (int i = 0; i < static_cast<int>(input.people.size()); ++i) {
            QAccessibleInterface* person = map->child(i);
            QVERIFY(person != nullptr && person->role() == QAccessible::ListItem);
            QVERIFY(nameOf(person).startsWith(input.people[static_cast<std::size_t>(i)].name));
            QCOMPARE(map->indexOfChild(person), i);
            ids.push_back(QAccessible::uniqueId(person));
            ties += static_cast<std::size_t>(person->childCount());
        }
        QCOMPARE(ties, 2 * input.ties.size());
        QVERIFY2(std::set(ids.begin(), ids.end()).size() == ids.size(), "nobody is there twice");

        // A change leaves everybody the item they were: whoever reads on is not thrown back to the beginning.
        const auto [a, b] = host.strangers();
        host.place->canvas().selectPeople({input.people[static_cast<std::size_t>(a)].id});
        actions::DrawnTie drawn;
        drawn.a = input.people[static_cast<std::size_t>(a)].id;
        drawn.b = input.people[static_cast<std::size_t>(b)].id;
        drawn.depth = TieDepth::exchange;
        drawn.on = host.session().today();
        QVERIFY(host.change(QStringLiteral("Tie"), [&](store::Records& records) -> Result<> {
            WEAVEMAP_TRY(actions::drawTie(records, drawn));
            return {};
        }));
        QVERIFY(host.settle());
        for (std::size_t i = 0; i < ids.size(); ++i)
            QCOMPARE(QAccessible::uniqueId(map->child(static_cast<int>(i))), ids[i]);

        // Those whom a filter hides are not there.
        actions::MapQuestion question = host.place->model().question();
        question.filters = {{"region", {toStdString(host, input.people.front())}}};
        host.place->model().ask(question);
        QVERIFY(host.settle());
        const std::size_t left = input.people.size();
        QVERIFY(left > 0 && left < ids.size());
        QVERIFY(map->child(static_cast<int>(left) - 1)->role() == QAccessible::ListItem);
        QAccessibleInterface* next = map->child(static_cast<int>(left));
        QVERIFY2(next == nullptr || next->role() != QAccessible::ListItem, "the cards follow");
        std::size_t valid = 0;
        for (const QAccessible::Id id : ids)
            valid += QAccessible::accessibleInterface(id)->isValid() ? 1 : 0;
        QCOMPARE(valid, left);
    }

    void helpers_canPressIconButtonsAndTakeWhatAPopoverAsks()
    {
        MapHost host;
        QVERIFY(host.settle());
        host.place->canvas().selectPeople({host.place->model().input().people[3].id});
        const auto access = [&](const char* name) {
            return QAccessible::queryAccessibleInterface(host.window->findChild<QWidget*>(QString::fromLatin1(name)));
        };
        QAccessibleInterface* tool = access("lassoTool");
        QCOMPARE(tool->role(), QAccessible::RadioButton);
        QVERIFY(tool->state().checkable && !tool->state().checked);
        act(tool, QAccessibleActionInterface::toggleAction());
        QCOMPARE(host.place->canvas().tool(), MapCanvas::Tool::lasso);
        QVERIFY(tool->state().checked);
        QAccessibleInterface* close = access("closeInspector");
        QCOMPARE(close->role(), QAccessible::Button);
        QVERIFY(close->actionInterface()->actionNames().contains(QAccessibleActionInterface::pressAction()));

        host.place->findChild<QAction*>(QStringLiteral("mapRename"))->trigger();
        QAccessibleInterface* popover = access("namePopover");
        QCOMPARE(popover->role(), QAccessible::Dialog);
        host.window->findChild<QLineEdit*>(QStringLiteral("newPersonName"))->setText(QStringLiteral("Zoë Quell"));
        QVERIFY(host.afterChange([&] { act(popover, QAccessibleActionInterface::pressAction()); }));
        QVERIFY(host.indexNamed(QStringLiteral("Zoë Quell")) >= 0);
    }

    void aMenuThatIsOpen_isTheLastChildOfTheMap()
    {
        MapHost host;
        QVERIFY(host.settle());
        QAccessibleInterface* map = mapOf(host);
        const int children = map->childCount();
        host.place->canvas().selectPeople({host.place->model().input().people[3].id});
        QTest::keyClick(&host.place->canvas(), Qt::Key_F10, Qt::ShiftModifier);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QCOMPARE(map->childCount(), children + 1);
        QAccessibleInterface* item = map->child(children);
        QCOMPARE(item->object(), menu);
        QCOMPARE(item->role(), QAccessible::PopupMenu);
        QCOMPARE(map->indexOfChild(item), children);
        QCOMPARE(item->childCount(), menu->actions().size());
        QVERIFY(map->child(children + 1) == nullptr);
        menu->close();
        QCOMPARE(map->childCount(), children);
        QVERIFY(map->child(children) == nullptr);
    }

    void someone_isFoundUnderThePointer()
    {
        MapHost host;
        QVERIFY(host.settle());
        const int who = busiest(host);
        const QPoint at = host.place->canvas().mapToGlobal(host.at(who));
        QCOMPARE(mapOf(host)->childAt(at.x(), at.y()), mapOf(host)->child(who));
    }

private:
    static std::string toStdString(const MapHost& host, const MapPerson& person)
    {
        return host.place->model().input().groups[static_cast<std::size_t>(person.group)].name.toStdString();
    }
};

QTEST_MAIN(TstMapAccess)
#include "tst_map_access.moc"
