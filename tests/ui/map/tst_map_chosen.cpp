// SPDX-License-Identifier: GPL-3.0-or-later
// Who is chosen stays so, or is let go, as people come to the map and leave it; and what is said of their pins.
#include <algorithm>

#include <QAction>
#include <QSignalSpy>
#include <QTest>

#include "MapHost.h"
#include "core/actions/EditNetwork.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapModel.h"
#include "ui/models/PeopleModel.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

struct Chosen : MapHost
{
    explicit Chosen(int members = 60) : MapHost(members)
    {
        if (!settle())
            qFatal("the map was not drawn");
    }

    MapCanvas& canvas() { return place->canvas(); }
    MapModel& model() { return place->model(); }
    PersonId person(int at) { return model().input().people[static_cast<std::size_t>(at)].id; }
    bool undo()
    {
        return afterChange([this] { session().undo(); });
    }
    bool archive(PersonId who)
    {
        canvas().selectPeople({who});
        const bool done = afterChange([this] { place->findChild<QAction*>(QStringLiteral("mapArchive"))->trigger(); });
        return done && uitest::waitUntil([&] { return people().find(who)->person.archived.has_value(); });
    }
    bool ask(const actions::MapQuestion& question)
    {
        model().ask(question);
        return settle();
    }
};

/// The question that hides this one, and whoever has the same value of the field coloured by.
actions::MapQuestion without(const Chosen& map, PersonId person)
{
    actions::MapQuestion question = map.place->model().question();
    actions::MapFilter filter{map.place->model().data()->colourBy, {}};
    const auto& people = map.place->model().data()->people;
    const auto hidden = std::find_if(people.begin(), people.end(), [&](const auto& one) { return one.id == person; });
    for (const actions::ColourValue& value : map.place->model().data()->legend)
        if (value.value != hidden->value)
            filter.values.push_back(value.value);
    question.filters = {filter};
    return question;
}

} // namespace

class TstMapChosen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoWasArchived_isNotChosenOnAnEarlierDay()
    {
        Chosen map;
        const PersonId who = map.person(3);
        QVERIFY(map.archive(who));
        QTRY_VERIFY(map.canvas().selectedPeople().empty());
        actions::MapQuestion before = map.model().question();
        before.date = before.network.on.addDays(-1);
        QVERIFY(map.ask(before));
        QVERIFY2(map.model().indexOf(who) >= 0, "the day before they were there");
        QVERIFY(map.canvas().selectedPeople().empty());
        before.date.reset();
        QVERIFY(map.ask(before));
        QVERIFY(map.undo());
        QTRY_COMPARE(map.canvas().selectedPeople(), std::vector<PersonId>{who});
    }

    void whoWasArchived_leavesTheTieThatIsChosen()
    {
        Chosen map;
        const PersonId who = map.person(3);
        QVERIFY(map.archive(who));
        QTRY_VERIFY(map.canvas().selectedPeople().empty());
        const TieId tie = map.model().input().ties.front().id;
        map.canvas().showTie(tie);
        QVERIFY(map.undo());
        QTRY_VERIFY(map.model().indexOf(who) >= 0 && !map.people().find(who)->person.archived);
        QCOMPARE(map.canvas().selectedTie(), tie);
    }

    void whoWasRemovedAndLetGo_isNotChosenByAnUndo()
    {
        Chosen map;
        const PersonId who = map.person(3);
        map.canvas().selectPeople({who});
        QVERIFY(map.afterChange([&] {
            map.session().change(QStringLiteral("Remove"), [who](store::Records& records) {
                return actions::removePeople(records, {&who, 1});
            });
        }));
        QVERIFY(map.canvas().selection().empty());
        map.canvas().clearSelection();
        QVERIFY(map.canvas().selectedPeople().empty());
        QVERIFY(map.undo());
        QVERIFY(map.model().indexOf(who) >= 0);
        QVERIFY(map.canvas().selection().empty());
    }

    void pins_areSpokenOfWhereTheyChange_notWhereSomebodyLeavesTheMap()
    {
        Chosen map;
        const std::vector<PersonId> three{map.person(3), map.person(5), map.person(8)};
        map.canvas().selectPeople(three);
        QSignalSpy said(map.place, &Place::said);
        QVERIFY(map.afterChange([&] { map.model().setPinned(map.canvas().selection(), true); }));
        QCOMPARE(said.count(), 1);
        QVERIFY(said.last().at(0).toString().startsWith(QStringLiteral("Pinned")));
        said.clear();
        const actions::MapQuestion everybody = map.model().question();
        QVERIFY(map.ask(without(map, three.front())));
        QVERIFY(map.model().indexOf(three.front()) < 0);
        for (const auto& call : said)
            QVERIFY2(false, qPrintable(call.at(0).toString()));
        QVERIFY(map.ask(everybody));
        map.canvas().selectPeople(three);
        for (const auto& call : said)
            QVERIFY2(false, qPrintable(call.at(0).toString()));
        QVERIFY(map.undo());
        QCOMPARE(said.count(), 1);
        QVERIFY(said.last().at(0).toString().startsWith(QStringLiteral("Let loose")));
    }
};

QTEST_MAIN(TstMapChosen)
#include "tst_map_chosen.moc"
