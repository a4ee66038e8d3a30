// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/MapData.h"

#include <algorithm>
#include <limits>
#include <queue>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/actions/FieldColumns.h"
#include "core/actions/FoundGroups.h"
#include "core/actions/MapAnchors.h"
#include "core/actions/MapFilters.h"
#include "core/actions/MapGroundwork.h"
#include "core/actions/MapMarks.h"
#include "core/actions/MapNodes.h"
#include "core/actions/MapPlaces.h"
#include "core/actions/MapSizes.h"
#include "core/actions/StylePlaces.h"
#include "core/base/Text.h"

namespace weavemap::actions {

namespace {

/// What a field of `valuesOfField` begins with that is a further column.
constexpr std::string_view kColumn = "attribute:";
constexpr std::uint32_t kNowhere = std::numeric_limits<std::uint32_t>::max();

/// Of each vertex; where two dates are compared, as the network of the date asked about has them.
Result<std::vector<double>> sizesOf(const MapSource& source, const Groundwork& work, const MapQuestion& question,
                                    const RunContext& run)
{
    std::vector<double> sizes(work.network.vertexCount(), 0.0);
    if (question.sizeBy.empty())
        return sizes;
    if (!work.comparison)
        return measureOf(work.network, question.sizeBy, run);
    graph::NetworkOptions options = question.network;
    options.direction = graph::GraphSnapshot::Direction::undirected;
    const graph::GraphSnapshot there =
        graph::networkSnapshot(source.data.people, source.data.ties, source.data.overlays, options);
    WEAVEMAP_ASSIGN(const std::vector<double> values, measureOf(there, question.sizeBy, run));
    for (std::uint32_t v = 0; v < there.vertexCount(); ++v)
        sizes[work.network.indexOf(there.idOf(v))] = values[v];
    return sizes;
}

struct TieFacts
{
    bool staffGuessOnly = true;
    bool any = false;
    bool bothSaid = false;
    bool forward = false;
    bool backward = false;
    OverlayBits overlays = 0;
};

std::unordered_map<TieId, TieFacts> factsOfTies(const MapSource& source)
{
    std::unordered_map<TieId, TieFacts> facts;
    for (const Evidence& evidence : source.evidence) {
        TieFacts& tie = facts[evidence.tie];
        tie.any = true;
        tie.bothSaid = tie.bothSaid || evidence.kind == EvidenceKind::bothSaid;
        tie.staffGuessOnly = tie.staffGuessOnly && evidence.kind == EvidenceKind::staffGuess;
    }
    for (const Overlay& overlay : source.data.overlays) {
        TieFacts& tie = facts[overlay.tie];
        // The ends of a tie are in order of id.
        const bool isForward = overlay.from < overlay.to;
        (isForward ? tie.forward : tie.backward) = true;
        tie.overlays = static_cast<OverlayBits>(tie.overlays | overlayBit(overlay.kind, isForward));
    }
    return facts;
}

void addTies(MapData& map, const MapSource& source, const Groundwork& work,
             const std::vector<std::uint32_t>& shownIndex)
{
    const graph::GraphSnapshot& network = work.network;
    const auto facts = factsOfTies(source);
    const TieFilters filters(source.data, map.filters);
    for (const Tie& tie : source.data.ties) {
        const DateChange change = work.comparison ? work.comparison->of(tie.id) : DateChange::none;
        if (work.comparison ? change == DateChange::none : !graph::isInNetwork(tie, map.network))
            continue;
        const std::uint32_t a = network.indexOf(tie.a), b = network.indexOf(tie.b);
        if (a >= network.vertexCount() || b >= network.vertexCount() || shownIndex[a] == kNowhere ||
            shownIndex[b] == kNowhere)
            continue;
        if (filters.any() && !filters.keeps(tie)) {
            ++map.hiddenTies;
            continue;
        }
        MapTie row;
        row.id = tie.id;
        row.a = shownIndex[a];
        row.b = shownIndex[b];
        row.depth = tie.depth;
        row.collaboration = tie.collaboration;
        row.weight = tie.weight;
        row.stale = tie.isStaleOn(map.network.on);
        row.change = change;
        map.tiesChanged.count(change);
        if (const auto found = facts.find(tie.id); found != facts.end()) {
            row.staffGuess = found->second.any && found->second.staffGuessOnly;
            row.bothSaid = found->second.bothSaid;
            row.forward = found->second.forward;
            row.backward = found->second.backward;
            row.overlays = found->second.overlays;
        }
        map.ties.push_back(row);
    }
}

/// What filters may say: a value of a further column that nobody has (any more) may be the name of somebody who was
/// erased, whom no `NameFinder` knows.
std::vector<MapFilter> statedFilters(const NetworkData& data, std::vector<MapFilter> filters)
{
    for (MapFilter& filter : filters)
        if (filter.field.starts_with(kColumn))
            filter.values = valuesHad(data, filter);
    return filters;
}

void addNamesSaid(MapData& map, const MapSource& source)
{
    const NameFinder finder(source.data.people);
    const auto add = [&](std::string_view field, const std::string& value) {
        if (auto said = namesSaid(finder, field, value); !said.empty())
            map.namesSaid.emplace(value, std::move(said));
    };
    for (const ColourValue& value : map.legend)
        add(source.colourBy, value.value);
    for (const MapFilter& filter : map.filters) {
        if (!filter.field.starts_with(kColumn)) {
            for (const std::string& value : filter.values)
                add(filter.field, value);
            continue;
        }
        add(kColumn, filter.field.substr(kColumn.size()));
        std::unordered_map<std::string_view, std::pair<std::size_t, PersonId>> owners;
        const FieldValues values = valuesOfField(source.data, filter.field);
        for (const auto& [person, value] : values) {
            auto& owner = owners[value];
            ++owner.first;
            owner.second = person;
        }
        for (const std::string& value : filter.values) {
            add(filter.field, value);
            const auto owner = owners.find(value);
            // Of "no value" there is no owner.
            if (owner == owners.end() || owner->second.first != 1 || map.namesSaid.contains(value))
                continue;
            const auto& people = source.data.people;
            const auto person = std::find_if(people.begin(), people.end(),
                                             [&](const Person& p) { return p.id == owner->second.second; });
            if (person != people.end())
                map.namesSaid.emplace(value, std::vector<SaidName>{{person->name, person->consent,
                                                                    static_cast<int>(person - people.begin()) + 1}});
        }
    }
}

/// Over the members shown.
Coverage coverageShown(const MapData& map)
{
    Coverage coverage;
    for (const MapPerson& person : map.people)
        if (person.kind == PersonKind::member) {
            ++coverage.members;
            coverage.heard += person.heardFrom ? 1 : 0;
        }
    return coverage;
}

/// Adds everybody whom no filter hides. The index into `MapData::people` of each vertex, `kNowhere` of the others.
std::vector<std::uint32_t> addPeople(MapData& map, const MapSource& source, const Groundwork& work,
                                     const MapQuestion& question, const AnchoredPlaces& anchored,
                                     const std::vector<double>& sizes)
{
    const graph::GraphSnapshot& network = work.network;
    const std::vector<bool> shown = shownBy(source.data, question, work);
    std::vector<std::uint32_t> shownIndex(network.vertexCount(), kNowhere);
    int number = 0;
    for (const Person& person : source.data.people) {
        ++number;
        const std::uint32_t v = network.indexOf(person.id);
        if (v >= network.vertexCount())
            continue;
        if (!shown[v]) {
            map.hidden.push_back(person.id);
            continue;
        }
        MapPerson row;
        row.id = person.id;
        row.name = person.name;
        row.sourceId = person.sourceId;
        row.number = number;
        row.kind = person.kind;
        row.consent = person.consent;
        row.value = valueOf(work.values, person.id);
        const auto colour = work.colours.find(row.value);
        row.colour = colour == work.colours.end() ? kOtherColour : colour->second;
        row.size = sizes[v];
        row.ties = static_cast<int>(network.degree(v));
        row.heardFrom = work.heard.contains(person.id);
        row.at = anchored.places.placement.at[v];
        row.hold = anchored.places.holds[v];
        row.place = anchored.areas[v];
        if (work.comparison)
            row.change = work.comparison->of(person.id);
        map.peopleChanged.count(row.change);
        map.largestSize = std::max(map.largestSize, row.size);
        shownIndex[v] = static_cast<std::uint32_t>(map.people.size());
        map.people.push_back(std::move(row));
    }
    return shownIndex;
}

/// What `storePlaces` is to store. People of other dates keep the places they had, so that sliding through time moves
/// nobody.
std::vector<ComputedPosition> placesToStore(const MapSource& source, const graph::GraphSnapshot& network,
                                            AnchoredPlaces anchored)
{
    std::vector<ComputedPosition> stored = std::move(anchored.computed);
    if (!stored.empty() || !(anchored.places.anyComputed || source.areFromMap))
        return stored;
    for (const ComputedPosition& place : source.computed)
        if (network.indexOf(place.person) >= network.vertexCount())
            stored.push_back(place);
    for (std::uint32_t v = 0; v < network.vertexCount(); ++v) {
        const layout::Point& at = anchored.places.placement.at[v];
        stored.push_back({network.idOf(v), at.x, at.y, anchored.places.stands[v]});
    }
    return stored;
}

} // namespace

std::vector<std::string> valuesHad(const NetworkData& data, const MapFilter& filter)
{
    if (isKnownField(filter.field) || isTieField(filter.field))
        return filter.values; // the program's own words
    std::unordered_set<std::string> had{std::string()};
    for (auto& [person, value] : valuesOfField(data, filter.field))
        had.insert(value);
    std::vector<std::string> left = filter.values;
    std::erase_if(left, [&had](const std::string& value) { return !had.contains(value); });
    return left;
}

Result<ViewId> mainView(store::Records& records)
{
    WEAVEMAP_ASSIGN(const auto views, records.views.all());
    WEAVEMAP_ASSIGN(const auto named, records.views.fact("mapView"));
    for (const MapView& view : views)
        if (named && view.id.toString() == *named)
            return view.id;
    const auto first = std::find_if_not(views.begin(), views.end(), keepsPlaces);
    return first == views.end() ? ViewId{} : first->id;
}

Result<ViewId> mainViewMade(store::Records& records)
{
    WEAVEMAP_ASSIGN(ViewId view, mainView(records));
    if (view)
        return view;
    MapView made;
    made.name = kMapItself;
    WEAVEMAP_ASSIGN(view, records.views.insert(std::move(made)));
    WEAVEMAP_TRY(records.views.setFact("mapView", view.toString()));
    return view;
}

Result<std::vector<MapView>> savedViews(store::Records& records)
{
    WEAVEMAP_ASSIGN(auto views, records.views.all());
    WEAVEMAP_ASSIGN(const auto named, records.views.fact("mapView"));
    std::erase_if(views, [&](const MapView& view) {
        return keepsPlaces(view) || (named && view.id.toString() == *named && view.name == kMapItself);
    });
    return views;
}

std::vector<std::string> colourFieldsOf(const NetworkData& data)
{
    std::vector<std::string> fields = fieldsOf(data);
    const auto repeating = columnsThatRepeat(data);
    for (const Attribute& attribute : data.attributes)
        if (repeating.contains(attribute.id))
            std::erase(fields, std::string(kColumn) + attribute.name);
    std::erase_if(fields, [&data](const std::string& field) {
        if (!field.starts_with(kColumn))
            return false;
        const std::string name = foldForSearch(std::string_view(field).substr(kColumn.size()));
        if (name == "id" || name == "label")
            return true;
        const FieldValues values = valuesOfField(data, field);
        std::unordered_set<std::string_view> distinct;
        for (const auto& [person, value] : values)
            distinct.insert(value);
        if (repeatsIdentity(data, values))
            return true;
        return distinct.size() > static_cast<std::size_t>(kGroupColours) && distinct.size() * 10 > values.size() * 8;
    });
    return fields;
}

std::vector<std::string> usualColourFieldsOf(const NetworkData& data)
{
    std::vector<std::string> fields = colourFieldsOf(data);
    const NameFinder finder(data.people);
    std::erase_if(fields, [&](const std::string& field) {
        return saysNames(data, finder, field) ||
               (field.starts_with(kColumn) && isDrawingColumn(std::string_view(field).substr(kColumn.size())));
    });
    return fields;
}

std::string colourFor(const NetworkData& data, const std::string& wanted)
{
    if (wanted.empty() || wanted == kFoundGroups || !measureIn(wanted).empty() || !valuesOfField(data, wanted).empty())
        return wanted;
    for (const std::string& field : usualColourFieldsOf(data)) {
        std::unordered_set<std::string> distinct;
        for (const auto& [person, value] : valuesOfField(data, field))
            distinct.insert(value);
        // Staff and outsiders are a kind of their own, but seldom on the map.
        if (field != "kind" && distinct.size() >= 2 && distinct.size() <= static_cast<std::size_t>(kGroupColours))
            return field;
    }
    return data.ties.empty() ? wanted : std::string(kFoundGroups);
}

Result<MapSource> readMapSource(store::Records& records, const MapQuestion& question)
{
    MapSource source;
    WEAVEMAP_ASSIGN(source.data, readNetwork(records, question.network.on));
    source.colourBy =
        question.colour == MapQuestion::Colour::free ? colourFor(source.data, question.colourBy) : question.colourBy;
    if (question.anchor && *question.anchor > question.network.on) {
        WEAVEMAP_ASSIGN(source.contactsLater, records.conversations.contacts(endOfDay(*question.anchor)));
    }
    WEAVEMAP_ASSIGN(source.evidence, records.ties.evidence());
    MapQuestion answered = question;
    answered.colourBy = source.colourBy;
    WEAVEMAP_TRY(readPlaces(records, answered, source));
    WEAVEMAP_ASSIGN(source.colours, records.views.facts("colour:" + source.colourBy + ":"));
    WEAVEMAP_ASSIGN(const auto convenings, records.convenings.all());
    for (const Convening& convening : convenings)
        if (convening.kind == ConveningKind::convening && convening.confidentiality != Confidentiality::onlyMe)
            source.events.push_back({convening.id, convening.title, convening.on});
    std::reverse(source.events.begin(), source.events.end());
    if (!question.ringBy.empty()) {
        WEAVEMAP_ASSIGN(source.ringColours, records.views.facts("colour:" + question.ringBy + ":"));
    }
    WEAVEMAP_TRY(readConvenings(records, question, source));
    return source;
}

Result<MapData> buildMap(const MapSource& source, const MapQuestion& question, const RunContext& run,
                         const PlacesFrame& onFrame)
{
    WEAVEMAP_ASSIGN(Groundwork work, groundworkOf(source, question, run));
    const graph::GraphSnapshot& network = work.network;
    layout::FrameCallback frame;
    if (onFrame)
        frame = [&](std::span<const layout::Point> at) { onFrame(network.ids(), at); };
    AnchoredPlaces anchored;
    if (asksElsewhen(question)) {
        WEAVEMAP_ASSIGN(anchored, anchoredPlaces(source, question, work, run));
    } else {
        WEAVEMAP_ASSIGN(anchored.places, placePeople(source, question, network, work.groups, run, frame));
        anchored.areas = areasOf(network, anchored.places.placement);
    }
    WEAVEMAP_ASSIGN(const std::vector<double> sizes, sizesOf(source, work, question, run));

    MapData map;
    map.network = question.network;
    map.colourBy = source.colourBy;
    map.sizeBy = question.sizeBy;
    map.legend = work.legend;
    map.groupsFound = groupCounts(work);
    map.areas = anchored.places.placement.areas;
    map.bounds = anchored.places.placement.bounds;
    map.filters = statedFilters(source.data, question.filters);
    map.networkPeople = network.vertexCount();
    map.compared = question.compare;
    map.time = timeSpan(source.data, question.network, question.anchor.value_or(question.network.on));
    for (const DatedEvent& event : source.events)
        if (map.time && event.on >= map.time->first && event.on <= map.time->last)
            map.events.push_back(event);

    addTies(map, source, work, addPeople(map, source, work, question, anchored, sizes));
    addNamesSaid(map, source);
    addMarks(map, source, question, network.ids());
    map.hiddenByFilter = map.hidden.size();
    map.hearing = work.hearing;
    map.coverage = map.hidden.empty() ? coverageOf(source.data, question.network.on) : coverageShown(map);

    map.computedPlaces = placesToStore(source, network, std::move(anchored));
    if (question.nodes == MapQuestion::Nodes::organizations)
        rollUp(map, source);
    addConvenings(map, source, question);
    WEAVEMAP_TRY(addClasses(map, source, question, run));
    return map;
}

Result<> storePlaces(store::Records& records, const MapQuestion& question, const std::vector<ComputedPosition>& places)
{
    WEAVEMAP_ASSIGN(const ViewId view, placesMade(records, question));
    WEAVEMAP_TRY(forgetOtherRings(records, question));
    return records.views.replaceComputedPositions(view, places);
}

Result<std::vector<MapPosition>> tidyPlaces(const MapSource& source, const MapQuestion& question, const RunContext& run)
{
    WEAVEMAP_ASSIGN(Groundwork work, groundworkOf(source, question, run));
    const auto options = layoutOptionsOf(source, question, work.network, std::move(work.groups));
    WEAVEMAP_ASSIGN(const layout::Placement placement, layout::tidyUp(work.network, options, run));
    std::vector<MapPosition> places;
    for (std::uint32_t v = 0; v < work.network.vertexCount(); ++v) {
        const layout::Point& at = placement.at[v];
        if (options.holds[v] != layout::Hold::pinned && !(options.initial[v] == at))
            places.push_back({question.view, work.network.idOf(v), at.x, at.y, false});
    }
    return places;
}

std::vector<std::pair<std::uint32_t, int>> circleOf(const MapData& map, PersonId centre, int steps)
{
    const auto start = std::find_if(map.people.begin(), map.people.end(),
                                    [centre](const MapPerson& person) { return person.id == centre; });
    std::vector<std::pair<std::uint32_t, int>> circle;
    if (start == map.people.end())
        return circle;
    std::vector<std::vector<std::uint32_t>> contacts(map.people.size());
    for (const MapTie& tie : map.ties) {
        if (tie.attended)
            continue;
        contacts[tie.a].push_back(tie.b);
        contacts[tie.b].push_back(tie.a);
    }
    std::vector<bool> seen(map.people.size(), false);
    std::queue<std::pair<std::uint32_t, int>> waiting;
    const auto first = static_cast<std::uint32_t>(start - map.people.begin());
    seen[first] = true;
    waiting.emplace(first, 0);
    while (!waiting.empty()) {
        const auto [person, distance] = waiting.front();
        waiting.pop();
        circle.emplace_back(person, distance);
        if (distance == steps)
            continue;
        for (const std::uint32_t contact : contacts[person]) {
            if (seen[contact])
                continue;
            seen[contact] = true;
            waiting.emplace(contact, distance + 1);
        }
    }
    std::sort(circle.begin(), circle.end());
    return circle;
}

} // namespace weavemap::actions
