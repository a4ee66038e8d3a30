// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "MemoryStore.h"

using namespace weavemap;
using namespace weavemap::store;

class TestViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void empty_hasNone();
    void views_comeInTheirOrder();
    void views_needAName();
    void update_writesOnlyWhatChanges();
    void positions_areOnePerPersonAndView();
    void positions_mustBeFinite_andOfSomebodyInAView();
    void computed_areReplacedTogether_andGiveWayToRecorded();
    void mapChoices_areKeptAsTheyWereSaid();
    void remove_takesPositionsOfThatViewOnly();
    void facts_setReplaceRemove();
    void facts_byPrefixAreLiteralAndSorted();
};

void TestViews::empty_hasNone()
{
    MemoryStore store;
    QVERIFY(got(store->views.all()).empty());
    QVERIFY(got(store->views.positions(ViewId{1})).empty());
    QVERIFY(got(store->views.computedPositions(ViewId{1})).empty());
    QVERIFY(!got(store->views.fact("name")));
    QVERIFY(got(store->views.facts("")).empty());
}

void TestViews::views_comeInTheirOrder()
{
    MemoryStore store;
    MapView board{{}, "Board view", R"({"ties":"exchange"})", 2};
    board.id = got(store->views.insert(board));
    const auto whole = got(store->views.insert(MapView{{}, "Whole network", "{}", 1}));
    const auto again = got(store->views.insert(MapView{{}, "Whole network", "{}", 1}));
    const auto views = got(store->views.all());
    QCOMPARE(views.size(), std::size_t(3));
    QCOMPARE(views[0].id, whole);
    QCOMPARE(views[1].id, again);
    QCOMPARE(views[2], board);
}

void TestViews::views_needAName()
{
    MemoryStore store;
    QCOMPARE(codeOf(store->views.insert(MapView{{}, " ", "{}", 0})), code(ErrorCode::missingName));
    QCOMPARE(codeOf(store->views.update(MapView{ViewId{8}, "Some", "{}", 0})), code(ErrorCode::notFound));
    QCOMPARE(codeOf(store->views.remove(ViewId{8})), code(ErrorCode::notFound));
}

void TestViews::update_writesOnlyWhatChanges()
{
    MemoryStore store;
    MapView view{{}, "Whole", "{}", 0};
    view.id = got(store->views.insert(view));
    const auto before = store.written();
    got(store->views.update(view));
    QCOMPARE(store.written(), before);
    view.settings = R"({"size":"degree"})";
    got(store->views.update(view));
    QCOMPARE(got(store->views.all()).front(), view);
}

void TestViews::positions_areOnePerPersonAndView()
{
    MemoryStore store;
    const auto ana = store.person("Ana");
    const auto one = got(store->views.insert(MapView{{}, "One", "{}", 0}));
    const auto two = got(store->views.insert(MapView{{}, "Two", "{}", 0}));
    got(store->views.setPosition({one, ana, 1, 2, false}));
    got(store->views.setPosition({two, ana, 9, 9, false}));
    got(store->views.setPosition({one, ana, 3.5, -4, true}));
    const auto before = store.written();
    got(store->views.setPosition({one, ana, 3.5, -4, true}));
    QCOMPARE(store.written(), before);
    QCOMPARE(got(store->views.positions(one)), (std::vector<MapPosition>{{one, ana, 3.5, -4, true}}));
    got(store->views.removePosition(one, ana));
    got(store->views.removePosition(one, ana));
    QVERIFY(got(store->views.positions(one)).empty());
    QCOMPARE(got(store->views.positions(two)).size(), std::size_t(1));
}

void TestViews::positions_mustBeFinite_andOfSomebodyInAView()
{
    MemoryStore store;
    const auto ana = store.person("Ana");
    const auto view = got(store->views.insert(MapView{{}, "One", "{}", 0}));
    QCOMPARE(codeOf(store->views.setPosition({view, ana, std::nan(""), 0, false})), code(ErrorCode::outOfRange));
    QCOMPARE(codeOf(store->views.setPosition({view, ana, 0, HUGE_VAL, false})), code(ErrorCode::outOfRange));
    QCOMPARE(codeOf(store->views.setPosition({ViewId{}, ana, 0, 0, false})), code(ErrorCode::notFound));
    QCOMPARE(codeOf(store->views.setPosition({view, PersonId{1}, 0, 0, false})), code(ErrorCode::notFound));
    QCOMPARE(codeOf(store->views.replaceComputedPositions(view, {{ana, 0, std::nan("")}})),
             code(ErrorCode::outOfRange));
    QCOMPARE(store.rows("map_position"), 0);
}

void TestViews::computed_areReplacedTogether_andGiveWayToRecorded()
{
    MemoryStore store;
    const auto ana = store.person("Ana");
    const auto ben = store.person("Ben");
    const auto view = got(store->views.insert(MapView{{}, "One", "{}", 0}));
    got(store->views.replaceComputedPositions(view, {{ben, 1, 1}, {ana, 2, 2, LayoutArea::noTies}}));
    QCOMPARE(got(store->views.computedPositions(view)),
             (std::vector<ComputedPosition>{{ana, 2, 2, LayoutArea::noTies}, {ben, 1, 1}}));
    got(store->views.setPosition({view, ana, 5, 5, true}));
    QCOMPARE(got(store->views.computedPositions(view)), (std::vector<ComputedPosition>{{ben, 1, 1}}));
    got(store->views.replaceComputedPositions(view, {}));
    QVERIFY(got(store->views.computedPositions(view)).empty());
    QCOMPARE(got(store->views.positions(view)).size(), std::size_t(1));
}

void TestViews::mapChoices_areKeptAsTheyWereSaid()
{
    MemoryStore store;
    QCOMPARE(got(store->views.mapChoices()), std::string());
    got(store->views.setMapChoices(R"({"colourBy": "Größe"})"));
    got(store->views.setMapChoices(R"({"colourBy": "école"})"));
    QCOMPARE(got(store->views.mapChoices()), std::string(R"({"colourBy": "école"})"));
}

void TestViews::remove_takesPositionsOfThatViewOnly()
{
    MemoryStore store;
    const auto ana = store.person("Ana");
    const auto one = got(store->views.insert(MapView{{}, "One", "{}", 0}));
    const auto two = got(store->views.insert(MapView{{}, "Two", "{}", 0}));
    for (const auto view : {one, two}) {
        got(store->views.setPosition({view, ana, 1, 1, false}));
        got(store->views.replaceComputedPositions(view, {{ana, 2, 2}}));
    }
    got(store->views.remove(one));
    QCOMPARE(got(store->views.all()).size(), std::size_t(1));
    QCOMPARE(store.rows("map_position"), 1);
    QCOMPARE(store.rows("computed_position"), 1);
}

void TestViews::facts_setReplaceRemove()
{
    MemoryStore store;
    got(store->views.setFact("name", "Ashlands"));
    got(store->views.setFact("name", "Ashlands Network"));
    const auto before = store.written();
    got(store->views.setFact("name", "Ashlands Network"));
    got(store->views.setFact("nothing", ""));
    QCOMPARE(store.written(), before);
    QCOMPARE(*got(store->views.fact("name")), std::string("Ashlands Network"));
    got(store->views.setFact("name", ""));
    QVERIFY(!got(store->views.fact("name")));
    QCOMPARE(codeOf(store->views.setFact("", "x")), code(ErrorCode::invalidArgument));
}

void TestViews::facts_byPrefixAreLiteralAndSorted()
{
    MemoryStore store;
    for (const auto* key : {"colour:region:Lakes", "colour:region:Coast", "colour:role:Coach", "colour%", "Colour:x"})
        got(store->views.setFact(key, "1"));
    using Facts = std::vector<std::pair<std::string, std::string>>;
    QCOMPARE(got(store->views.facts("colour:region:")),
             (Facts{{"colour:region:Coast", "1"}, {"colour:region:Lakes", "1"}}));
    QCOMPARE(got(store->views.facts("colour%")), (Facts{{"colour%", "1"}}));
    QCOMPARE(got(store->views.facts("")).size(), std::size_t(5));
}

QTEST_GUILESS_MAIN(TestViews)
#include "tst_views.moc"
