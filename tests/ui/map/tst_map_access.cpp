// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <vector>

#include <QAccessible>
#include <QTest>

#include "MapHost.h"
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
