// SPDX-License-Identifier: GPL-3.0-or-later
// Organizations in the place of people, convenings among who came, and what rings and labels say.
#include <algorithm>

#include <QTest>

#include "Office.h"
#include "core/actions/MapNodes.h"
#include "core/actions/MapSizes.h"

using namespace actionstest;
using actions::MapNode;

namespace {

actions::MapQuestion question()
{
    actions::MapQuestion wanted;
    wanted.network.on = kToday;
    return wanted;
}

actions::MapData map(Office& office, const actions::MapQuestion& wanted)
{
    return got(actions::buildMap(got(actions::readMapSource(office.records(), wanted)), wanted));
}

OrganizationId organization(Office& office, const std::string& name)
{
    OrganizationId id;
    got(office.change([&](store::Records& records) -> Result<> {
        Organization made;
        made.name = name;
        WEAVEMAP_ASSIGN(id, records.people.insert(made));
        return {};
    }));
    return id;
}

PersonId member(Office& office, const std::string& name, OrganizationId of = {}, const std::string& region = {},
                ShowConsent consent = ShowConsent::unset)
{
    Person person;
    person.name = name;
    person.organization = of;
    person.region = region;
    person.consent = consent;
    return office.add(person);
}

void convening(Office& office, const std::string& title, Date on, const std::vector<PersonId>& came,
               Confidentiality level = Confidentiality::staff)
{
    got(office.change([&](store::Records& records) -> Result<> {
        Convening held;
        held.title = title;
        held.on = on;
        held.confidentiality = level;
        WEAVEMAP_ASSIGN(const ConveningId id, records.convenings.insert(held));
        for (const PersonId person : came) {
            Attendance attendance;
            attendance.convening = id;
            attendance.person = person;
            attendance.came = true;
            WEAVEMAP_TRY(records.convenings.put(attendance));
        }
        return {};
    }));
}

const actions::MapPerson& disc(const actions::MapData& shown, const std::string& name)
{
    return *std::find_if(shown.people.begin(), shown.people.end(), [&](const auto& one) { return one.name == name; });
}

bool isInOrder(const actions::MapData& shown)
{
    return std::is_sorted(shown.people.begin(), shown.people.end(),
                          [](const auto& a, const auto& b) { return a.id < b.id; }) &&
           std::is_sorted(shown.ties.begin(), shown.ties.end(),
                          [](const auto& a, const auto& b) { return a.id < b.id; }) &&
           std::all_of(shown.ties.begin(), shown.ties.end(), [&](const actions::MapTie& tie) {
               return tie.a < shown.people.size() && tie.b < shown.people.size() && tie.a != tie.b;
           });
}

/// Two schools of three and two, and Sam, who is of none.
struct Schools
{
    Office office;
    OrganizationId hill = organization(office, "Hill School"), lake = organization(office, "Lake School");
    PersonId ana = member(office, "Ana Ruiz", hill, "Coast"), ben = member(office, "Ben Okoro", hill, "Coast"),
             cleo = member(office, "Cleo Hart", hill, "Lakes"), dan = member(office, "Dan Pell", lake, "Lakes"),
             eva = member(office, "Eva Nair", lake, "Lakes"), sam = member(office, "Sam Orlov");

    Schools()
    {
        office.tie(ana, ben);
        office.tie(ana, dan);
        office.tie(ben, dan, TieDepth::rely);
        office.tie(cleo, eva);
        office.tie(sam, eva);
    }
};

actions::MapQuestion rolledUp()
{
    actions::MapQuestion wanted = question();
    wanted.nodes = actions::MapQuestion::Nodes::organizations;
    return wanted;
}

} // namespace

class TestMapNodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void organizations_standForTheirPeople_andSayWhatIsCounted()
    {
        Schools schools;
        const actions::MapData shown = map(schools.office, rolledUp());
        QCOMPARE(shown.people.size(), std::size_t{3});
        QVERIFY(isInOrder(shown));
        const actions::MapPerson& hill = disc(shown, "Hill School");
        QCOMPARE(hill.node, MapNode::organization);
        QCOMPARE(hill.people, (std::vector<PersonId>{schools.ana, schools.ben, schools.cleo}));
        QCOMPARE(hill.size, 3.0);
        QCOMPARE(hill.value, std::string("Coast")); // two of three
        QCOMPARE(disc(shown, "Sam Orlov").node, MapNode::person);
        QCOMPARE(shown.ties.size(), std::size_t{2});
        const auto wide = std::find_if(shown.ties.begin(), shown.ties.end(), [](auto& tie) { return tie.count == 3; });
        QVERIFY(wide != shown.ties.end());
        QCOMPARE(wide->weight, 3.0);
        QCOMPARE(wide->depth, TieDepth::rely);
        QVERIFY(shown.rolledUp.has_value());
        QCOMPARE(shown.rolledUp->organizations, std::size_t{2});
        QCOMPARE(shown.rolledUp->people, std::size_t{1});
        QCOMPARE(shown.rolledUp->across, std::size_t{4});
        QCOMPARE(shown.rolledUp->inside, std::size_t{1});
        QCOMPARE(actions::peopleOn(shown), std::size_t{6});
        QCOMPARE(actions::tiesOn(shown), std::size_t{5});
        // The legend counts what is drawn.
        QCOMPARE(shown.legend.size(), std::size_t{2});
        QCOMPARE(shown.legend[0].people, std::size_t{1});
    }

    void organizations_standApart_amongTheirPeople()
    {
        Schools schools;
        const actions::MapData people = map(schools.office, question()), shown = map(schools.office, rolledUp());
        for (std::size_t i = 0; i < shown.people.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) {
                const double dx = shown.people[i].at.x - shown.people[j].at.x,
                             dy = shown.people[i].at.y - shown.people[j].at.y;
                QVERIFY(dx * dx + dy * dy >= 18.0 * 18.0);
            }
        QVERIFY(disc(shown, "Sam Orlov").at == disc(people, "Sam Orlov").at);
    }

    void organizationOfNobodyWhoMayBeShown_asksForTheSame()
    {
        Office office;
        const OrganizationId quiet = organization(office, "Quiet House"), mixed = organization(office, "Mixed House");
        const PersonId a = member(office, "A", quiet, {}, ShowConsent::notShown),
                       b = member(office, "B", mixed, {}, ShowConsent::notShown), c = member(office, "C", mixed);
        office.tie(a, c);
        office.tie(b, c);
        const actions::MapData shown = map(office, rolledUp());
        QCOMPARE(disc(shown, "Quiet House").consent, ShowConsent::notShown);
        QCOMPARE(disc(shown, "Mixed House").consent, ShowConsent::byName);
    }

    void networkWithoutOrganizationsOrPeople_isTheSame()
    {
        Office office;
        QCOMPARE(map(office, rolledUp()).people.size(), std::size_t{0});
        office.tie(member(office, "Ana"), member(office, "Ben"));
        const actions::MapData shown = map(office, rolledUp());
        QCOMPARE(shown.people.size(), std::size_t{2});
        QCOMPARE(shown.ties.size(), std::size_t{1});
        QCOMPARE(shown.rolledUp->organizations, std::size_t{0});
        QCOMPARE(shown.rolledUp->inside, std::size_t{0});
    }

    void sizesOfPeople_areNotGivenToOrganizations()
    {
        Schools schools;
        actions::MapData shown = map(schools.office, rolledUp());
        actions::MapSizes sizes;
        sizes.measure = "degree";
        sizes.values = {{schools.sam, 9.0}};
        actions::applySizes(shown, sizes);
        QCOMPARE(disc(shown, "Hill School").size, 3.0);
        QVERIFY(shown.sizeBy.empty());
    }

    void convenings_areThoseOfTheMonthsAskedFor_withWhoCame()
    {
        Schools schools;
        convening(schools.office, "Autumn day", day(2026, 9, 20), {schools.ana, schools.dan});
        convening(schools.office, "Years ago", day(2023, 9, 20), {schools.ana});
        convening(schools.office, "Next month", day(2026, 11, 20), {schools.ana});
        convening(schools.office, "Nobody came", day(2026, 9, 21), {});
        convening(schools.office, "Kept to themselves", day(2026, 9, 22), {schools.ana}, Confidentiality::onlyMe);
        actions::MapQuestion wanted = question();
        QCOMPARE(map(schools.office, wanted).convenings, std::size_t{0});
        wanted.conveningMonths = 12;
        const actions::MapData shown = map(schools.office, wanted);
        QVERIFY(isInOrder(shown));
        QCOMPARE(shown.convenings, std::size_t{1});
        const actions::MapPerson& autumn = disc(shown, "Autumn day");
        QCOMPARE(autumn.node, MapNode::convening);
        QCOMPARE(autumn.people, (std::vector<PersonId>{schools.ana, schools.dan}));
        QVERIFY(!autumn.mayLeave); // it is for staff
        QCOMPARE(std::count_if(shown.ties.begin(), shown.ties.end(), [](auto& tie) { return tie.attended; }), 2);
        // They count in no figure, and are on nobody's circle.
        QCOMPARE(actions::tiesOn(shown), std::size_t{5});
        QCOMPARE(actions::peopleOn(shown), std::size_t{6});
        QCOMPARE(actions::circleOf(shown, schools.ana, 1).size(), std::size_t{3});
    }

    void shareableConvening_mayLeave_andSaysWhoseNameItSays()
    {
        Schools schools;
        convening(schools.office, "Farewell of Ben Okoro", day(2026, 9, 20), {schools.ana}, Confidentiality::shareable);
        actions::MapQuestion wanted = question();
        wanted.conveningMonths = 3;
        const actions::MapData shown = map(schools.office, wanted);
        QVERIFY(disc(shown, "Farewell of Ben Okoro").mayLeave);
        QCOMPARE(shown.namesSaid.at("Farewell of Ben Okoro").front().name, std::string("Ben Okoro"));
    }

    void convenings_leadToTheOrganizationsOfWhoCame()
    {
        Schools schools;
        convening(schools.office, "Autumn day", day(2026, 9, 20), {schools.ana, schools.ben, schools.sam});
        actions::MapQuestion wanted = rolledUp();
        wanted.conveningMonths = 12;
        const actions::MapData shown = map(schools.office, wanted);
        QVERIFY(isInOrder(shown));
        std::vector<std::uint32_t> counts;
        for (const actions::MapTie& tie : shown.ties)
            if (tie.attended)
                counts.push_back(tie.count);
        std::sort(counts.begin(), counts.end());
        QCOMPARE(counts, (std::vector<std::uint32_t>{1, 2}));
    }

    void ringsAndLabels_areValuesOfTheirFields_andSayNames()
    {
        Schools schools;
        actions::MapQuestion wanted = question();
        wanted.ringBy = "region";
        wanted.labelBy = "organization";
        const actions::MapData shown = map(schools.office, wanted);
        QCOMPARE(disc(shown, "Cleo Hart").ring, std::string("Lakes"));
        QCOMPARE(disc(shown, "Cleo Hart").label, std::string("Hill School"));
        QVERIFY(disc(shown, "Sam Orlov").ring.empty() && disc(shown, "Sam Orlov").label.empty());
        QCOMPARE(shown.ringLegend.size(), std::size_t{2});
        QCOMPARE(shown.ringLegend[0].value, std::string("Lakes"));
        QCOMPARE(shown.ringLegend[0].people, std::size_t{3});
        QCOMPARE(disc(shown, "Cleo Hart").ringColour, shown.ringLegend[0].colour);

        const OrganizationId named = organization(schools.office, "Ben Okoro");
        member(schools.office, "Finn Byrne", named);
        QCOMPARE(map(schools.office, wanted).namesSaid.at("Ben Okoro").size(), std::size_t{1});
    }

    void overlays_areKnownByKindAndDirection()
    {
        Schools schools;
        Overlay overlay;
        overlay.tie = schools.office.tieBetween(schools.ana, schools.ben).id;
        overlay.from = schools.ben;
        overlay.to = schools.ana;
        overlay.kind = OverlayKind::learnedFrom;
        got(schools.office.change(
            [&](store::Records& records) { return records.ties.insert(overlay).map([](OverlayId) {}); }));
        const actions::MapData shown = map(schools.office, question());
        int found = 0;
        for (const actions::MapTie& tie : shown.ties)
            if (tie.overlays != 0) {
                ++found;
                const bool isForward = shown.people[tie.a].id == schools.ben;
                QCOMPARE(tie.overlays, actions::overlayBit(OverlayKind::learnedFrom, isForward));
            }
        QCOMPARE(found, 1);
    }
};

QTEST_GUILESS_MAIN(TestMapNodes)
#include "tst_map_nodes.moc"
