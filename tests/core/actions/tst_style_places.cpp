// SPDX-License-Identifier: GPL-3.0-or-later
// Each style of the map keeps places of its own: of the map itself, of each saved view, of each field and centre.
#include <algorithm>
#include <cmath>
#include <map>

#include <QTest>

#include "Office.h"
#include "core/actions/EditNetwork.h"
#include "core/actions/MapData.h"
#include "core/actions/SavedViews.h"
#include "core/actions/StylePlaces.h"

using namespace actionstest;
using layout::Style;

class TestStylePlaces : public QObject
{
    Q_OBJECT

    using Points = std::map<PersonId, layout::Point>;

    static constexpr Style kStyles[]{Style::clusters, Style::distances, Style::rings, Style::areas, Style::circle};

    static actions::MapQuestion question(Style style = Style::clusters, PersonId around = {})
    {
        actions::MapQuestion wanted;
        wanted.network.on = kToday;
        wanted.style = style;
        wanted.around = around;
        return wanted;
    }
    /// Looks at the map, as the window does: what was computed is kept.
    static Points look(Office& office, const actions::MapQuestion& wanted)
    {
        const auto shown = got(actions::buildMap(got(actions::readMapSource(office.records(), wanted)), wanted));
        if (!shown.computedPlaces.empty())
            got(office.workspace().writeUnrecorded(
                [&](store::Records& records) { return actions::storePlaces(records, wanted, shown.computedPlaces); }));
        Points at;
        for (const actions::MapPerson& person : shown.people)
            at[person.id] = person.at;
        return at;
    }
    static std::vector<PersonId> network(Office& office, int count)
    {
        std::vector<PersonId> people;
        for (int i = 0; i < count; ++i)
            people.push_back(office.add(nameOf(i), PersonKind::member, i % 3 == 0 ? "Coast" : "Lakes"));
        for (std::size_t i = 0; i + 4 < people.size(); ++i) {
            office.tie(people[i], people[(i + 1) % (people.size() - 4)]);
            if (i % 3 == 0 && i + 11 < people.size())
                office.tie(people[i], people[i + 5]);
        }
        return people;
    }
    static void move(Office& office, const actions::MapQuestion& wanted, PersonId person, double x, double y)
    {
        got(office.change([&](store::Records& records) {
            return actions::movePeople(records, wanted, {{{}, person, x, y, true}});
        }));
    }
    static ViewId saved(Office& office, const std::string& name, const actions::MapQuestion& wanted, const Points& at)
    {
        ViewId id;
        got(office.change([&](store::Records& records) -> Result<> {
            std::vector<MapPosition> places;
            for (const auto& [person, p] : at)
                places.push_back({{}, person, p.x, p.y, false});
            WEAVEMAP_ASSIGN(id, actions::saveView(records, name, wanted, {}, places));
            return {};
        }));
        return id;
    }

private Q_SLOTS:
    void aViewNobodyStandsInYet_beginsWhereTheMapHasThem()
    {
        Office office;
        const auto people = network(office, 30);
        look(office, question());
        move(office, question(), people[9], 1234.0, 5.0);
        const Points map = look(office, question());
        actions::MapQuestion wanted = question();
        got(office.change([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(wanted.view, records.views.insert({{}, "Board", "{}", 1}));
            return {};
        }));
        QVERIFY(look(office, wanted) == map);
        // From then on it has places of its own.
        move(office, question(), people[9], -700.0, 5.0);
        QVERIFY(look(office, wanted) == map);
    }

    void whoGoesBackToAStyle_findsEverybodyWhereTheyWere()
    {
        Office office;
        const auto people = network(office, 30);
        std::map<Style, Points> before;
        for (const Style style : kStyles) {
            look(office, question(style, people[5]));
            move(office, question(style, people[5]), people[9], 1234.0, static_cast<double>(style));
            before[style] = look(office, question(style, people[5]));
            QVERIFY((before[style].at(people[9]) == layout::Point{1234.0, static_cast<double>(style)}));
        }
        for (const Style style : kStyles)
            QVERIFY2(look(office, question(style, people[5])) == before[style],
                     qPrintable(QString::number(static_cast<int>(style))));
        QVERIFY(before[Style::circle] != before[Style::areas]);
        QVERIFY2(got(actions::savedViews(office.records())).empty(), "places of styles are no saved views");
    }

    void smallGroups_areToldFromTheNetworkInEveryStyle()
    {
        Office office;
        const auto people = network(office, 30);
        office.tie(people[26], people[27]);
        for (const Style style : kStyles) {
            const auto wanted = question(style, people[5]);
            const auto shown = got(actions::buildMap(got(actions::readMapSource(office.records(), wanted)), wanted));
            for (const actions::MapPerson& person : shown.people) {
                using Kind = layout::Area::Kind;
                const bool isPair = person.id == people[26] || person.id == people[27];
                const bool isAlone = person.id == people[28] || person.id == people[29];
                const Kind kind = isPair ? Kind::smallGroups : isAlone ? Kind::isolates : Kind::mainPieces;
                QVERIFY2(person.place == kind, qPrintable(QString::number(static_cast<int>(style))));
            }
        }
    }

    void aMove_isUndoneInItsStyleAlone()
    {
        Office office;
        const auto people = network(office, 24);
        const auto circle = question(Style::circle), clusters = question();
        const Points round = look(office, circle), plain = look(office, clusters);
        move(office, circle, people[3], -800.0, 20.0);
        const std::string moved = office.digest();
        QCOMPARE(look(office, clusters), plain);
        got(office.workspace().undo());
        QCOMPARE(look(office, circle), round);
        got(office.workspace().redo());
        QCOMPARE(office.digest(), moved);
        QVERIFY((look(office, circle).at(people[3]) == layout::Point{-800.0, 20.0}));
    }

    void aMoveBeforeAnythingWasKept_canBeUndoneAndRedone()
    {
        Office office;
        const auto people = network(office, 12);
        const std::string before = office.digest();
        move(office, question(Style::circle), people[0], 1.0, 2.0);
        QVERIFY(office.digest() != before);
        got(office.workspace().undo());
        QCOMPARE(office.digest(), before);
        got(office.workspace().redo());
        QVERIFY((look(office, question(Style::circle)).at(people[0]) == layout::Point{1.0, 2.0}));
    }

    void fieldsAndCentres_havePlacesOfTheirOwn()
    {
        Office office;
        const auto people = network(office, 24);
        const auto first = look(office, question(Style::rings, people[2]));
        const auto second = look(office, question(Style::rings, people[11]));
        QVERIFY(first != second);
        QCOMPARE(look(office, question(Style::rings, people[2])), first);
        auto byRole = question(Style::areas);
        byRole.colourBy = "role";
        QVERIFY(look(office, byRole) != look(office, question(Style::areas)));
        QVERIFY(actions::styleKey(byRole) != actions::styleKey(question(Style::areas)));
        // Of rings nobody moved in, one centre's places are kept.
        std::size_t kept = 0;
        for (const MapView& view :
             got(actions::placesBeside(office.records(), got(actions::mainView(office.records())))))
            kept += view.settings.find("around") != std::string::npos &&
                            !got(office.records().views.computedPositions(view.id)).empty()
                        ? 1
                        : 0;
        QCOMPARE(kept, std::size_t{1});
    }

    void hostileFieldNames_keepTheirPlaces()
    {
        Office office;
        network(office, 20);
        auto odd = question(Style::circle);
        odd.colourBy = "attribute:\xff\"\\\n שלום";
        const Points at = look(office, odd);
        const std::size_t views = got(office.records().views.all()).size();
        QCOMPARE(look(office, odd), at);
        QCOMPARE(got(office.records().views.all()).size(), views);
    }

    void adding_filteringAndRemoving_keepEverybodyInEveryStyle()
    {
        Office office;
        auto people = network(office, 40);
        for (const Style style : kStyles) {
            const auto wanted = question(style, people[5]);
            const Points before = look(office, wanted);
            auto filtered = wanted;
            filtered.filters = {{"region", {"Coast"}}};
            for (const auto& [person, at] : look(office, filtered))
                QCOMPARE(at, before.at(person));
            const PersonId added = office.add("New one", PersonKind::member, "Lakes");
            office.tie(added, people[8]);
            office.tie(added, people[9]);
            const Points with = look(office, wanted);
            double width = 0.0, moved = 0.0;
            for (const auto& [person, at] : before) {
                width = std::max(width, std::abs(at.x) * 2.0);
                moved += std::hypot(with.at(person).x - at.x, with.at(person).y - at.y) / 40.0;
            }
            QVERIFY2(moved < 0.04 * width, qPrintable(QString::number(moved / width)));
            if (style == Style::clusters || style == Style::distances || style == Style::areas)
                QCOMPARE(moved, 0.0);
            got(office.change([&](store::Records& records) { return actions::removePeople(records, {&added, 1}); }));
            for (const auto& [person, at] : look(office, wanted))
                QVERIFY(std::hypot(with.at(person).x - at.x, with.at(person).y - at.y) < 0.04 * width);
        }
    }

    void tidyUp_leavesPinsInEveryStyle()
    {
        Office office;
        const auto people = network(office, 40);
        for (const Style style : kStyles) {
            const auto wanted = question(style, people[5]);
            look(office, wanted);
            move(office, wanted, people[20], 700.0, 333.0);
            const auto tidy = got(actions::tidyPlaces(got(actions::readMapSource(office.records(), wanted)), wanted));
            for (const MapPosition& place : tidy)
                QVERIFY(place.person != people[20]);
            const std::string before = office.digest();
            const auto changed =
                office.change([&](store::Records& records) { return actions::movePeople(records, wanted, tidy); });
            if (got(changed).revision != 0 && !tidy.empty()) {
                got(office.workspace().undo());
                QCOMPARE(office.digest(), before);
            }
        }
    }

    void savedViews_areSavedUpdatedCopiedOrderedAndDeleted()
    {
        Office office;
        const auto people = network(office, 24);
        const auto circle = question(Style::circle), clusters = question();
        const Points round = look(office, circle);
        const ViewId one = saved(office, " Ring ", circle, round);
        const ViewId two = saved(office, "Plain", clusters, look(office, clusters));
        const ViewId three = saved(office, "Côte d’Été שלום", clusters, look(office, clusters));
        const auto names = [&] {
            std::string all;
            for (const MapView& view : got(actions::savedViews(office.records())))
                all += view.name + "|";
            return all;
        };
        QCOMPARE(names(), std::string("Ring|Plain|Côte d’Été שלום|"));
        auto inOne = circle;
        inOne.view = one;
        QCOMPARE(look(office, inOne), round);

        const std::string before = office.digest();
        const auto step = [&](const std::function<Result<>(store::Records&)>& fn) {
            got(office.change(fn));
            const std::string after = office.digest();
            QVERIFY(after != before);
            got(office.workspace().undo());
            QCOMPARE(office.digest(), before);
            got(office.workspace().redo());
            QCOMPARE(office.digest(), after);
            got(office.workspace().undo());
        };
        step([&](store::Records& records) { return actions::renameView(records, two, "Other"); });
        step([&](store::Records& records) { return actions::setViewCaption(records, two, "Who knows whom"); });
        step([&](store::Records& records) { return actions::reorderView(records, three, -5); });
        step([&](store::Records& records) { return actions::deleteView(records, one); });
        step([&](store::Records& records) {
            return actions::updateView(records, one, clusters, {}, {{{}, people[1], 5.0, 6.0, true}});
        });
        step([&](store::Records& records) -> Result<> {
            WEAVEMAP_TRY(actions::duplicateView(records, one, "Ring, copy"));
            return {};
        });

        ViewId copy;
        got(office.change([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(copy, actions::duplicateView(records, one, "Ring, copy"));
            return actions::reorderView(records, two, 1);
        }));
        QCOMPARE(names(), std::string("Ring|Ring, copy|Côte d’Été שלום|Plain|"));
        auto inCopy = circle;
        inCopy.view = copy;
        QCOMPARE(look(office, inCopy), round);
        // The first one's own places stay when the copy's are moved, and go with it.
        move(office, inCopy, people[2], 9.0, 9.0);
        QCOMPARE(look(office, inOne), round);
        got(office.change([&](store::Records& records) { return actions::deleteView(records, copy); }));
        QVERIFY(got(actions::placesBeside(office.records(), copy)).empty());
        QVERIFY(got(office.records().views.positions(copy)).empty());
    }

    void whatIsNoSavedView_isRefused()
    {
        Office office;
        network(office, 12);
        const ViewId main = got(actions::mainView(office.records()));
        for (const ViewId id : {main, ViewId{77}, ViewId{}}) {
            QCOMPARE(
                office.change([&](store::Records& records) { return actions::deleteView(records, id); }).error().code,
                ErrorCode::notFound);
            QCOMPARE(office.change([&](store::Records& records) { return actions::renameView(records, id, "x"); })
                         .error()
                         .code,
                     ErrorCode::notFound);
            QCOMPARE(office.change([&](store::Records& records) { return actions::reorderView(records, id, 1); })
                         .error()
                         .code,
                     ErrorCode::notFound);
        }
        const auto nameless = office.change([&](store::Records& records) -> Result<> {
            WEAVEMAP_TRY(actions::saveView(records, "  ", question(), {}, {}));
            return {};
        });
        QCOMPARE(nameless.error().code, ErrorCode::missingName);
    }

    void whoAViewDoesNotShow_standsInItAsBefore()
    {
        Office office;
        const auto people = network(office, 30);
        const Points all = look(office, question());
        const std::string untouched = office.digest();
        actions::MapQuestion filtered = question();
        filtered.filters = {{"region", {"Coast"}}};
        const Points shown = look(office, filtered);
        QVERIFY(!shown.empty() && shown.size() < all.size());
        actions::MapQuestion view = question();
        view.view = saved(office, "Coast", filtered, shown);
        QCOMPARE(look(office, view), all); // its filter taken away
        got(office.workspace().undo());
        QCOMPARE(office.digest(), untouched);
    }

    void oneMoreOfTwoThousand_movesNobody()
    {
        // 2,000 people in 40 circles of friends; the new one knows three of them.
        Office office;
        std::vector<PersonId> people;
        got(office.change([&](store::Records& records) -> Result<> {
            for (int i = 0; i < 2000; ++i) {
                Person person;
                person.name = nameOf(i);
                WEAVEMAP_ASSIGN(const PersonId id, records.people.insert(person));
                people.push_back(id);
            }
            const auto tie = [&](int a, int b) -> Result<> {
                Tie made;
                made.a = people[static_cast<std::size_t>(a)];
                made.b = people[static_cast<std::size_t>(b)];
                made.depth = TieDepth::exchange;
                WEAVEMAP_TRY(records.ties.insert(ordered(made)));
                return {};
            };
            for (int i = 0; i < 2000; ++i) {
                WEAVEMAP_TRY(tie(i, i / 50 * 50 + (i + 1) % 50));
                WEAVEMAP_TRY(tie(i, i / 50 * 50 + (i + 7) % 50));
                if (i % 10 == 0)
                    WEAVEMAP_TRY(tie(i, (i + 777) % 2000));
            }
            return {};
        }));
        const Points before = look(office, question());
        const PersonId added = office.add("New one");
        layout::Point middle;
        for (const std::size_t contact : {10u, 11u, 17u}) {
            office.tie(added, people[contact]);
            middle = {middle.x + before.at(people[contact]).x / 3.0, middle.y + before.at(people[contact]).y / 3.0};
        }
        const Points after = look(office, question());
        double left = 0.0, right = 0.0, moved = 0.0;
        for (const auto& [person, at] : before) {
            left = std::min(left, at.x);
            right = std::max(right, at.x);
            moved += std::hypot(after.at(person).x - at.x, after.at(person).y - at.y) / 2000.0;
        }
        QVERIFY2(moved < 0.002 * (right - left), qPrintable(QString::number(moved / (right - left))));
        QCOMPARE(moved, 0.0);
        QVERIFY(std::hypot(after.at(added).x - middle.x, after.at(added).y - middle.y) < 0.06 * (right - left));
    }
};

QTEST_GUILESS_MAIN(TestStylePlaces)
#include "tst_style_places.moc"
