// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/MapInputs.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <string_view>

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <QStringList>

#include "core/actions/FoundGroups.h"
#include "core/actions/MapNodes.h"
#include "core/actions/NamesSaid.h"
#include "ui/base/Convert.h"
#include "ui/base/MeasureWords.h"
#include "ui/base/Words.h"
#include "ui/models/FieldWords.h"
#include "ui/paint/PersonLook.h"

namespace weavemap::ui {

namespace {

/// Where `lupdate` finds these texts.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MapInputs)
};

int groupColour(int colour) { return colour == actions::kOtherColour ? -1 : colour; }

/// Whether the map shows another date than the one people's places come from.
bool isElsewhen(const actions::MapData& data)
{
    return data.compared || (data.time && data.time->last != data.network.on);
}

/// `anchored`: people stand as they do on another date, with ties or without.
MapArea placeOf(const actions::MapPerson& person, const std::vector<layout::Area>& areas, bool anchored)
{
    if (person.node != actions::MapNode::person)
        return MapArea::network;
    if (person.ties == 0 && !anchored)
        for (const layout::Area& area : areas)
            if (area.kind == layout::Area::Kind::isolates)
                return MapArea::isolate;
    switch (person.place) {
    case layout::Area::Kind::mainPieces:
        break;
    case layout::Area::Kind::smallGroups:
        return MapArea::smallPiece;
    case layout::Area::Kind::isolates:
        return anchored ? MapArea::isolate : MapArea::network;
    }
    return MapArea::network;
}

MapTieChange changeOf(actions::DateChange change)
{
    switch (change) {
    case actions::DateChange::none:
        break;
    case actions::DateChange::fresh:
        return MapTieChange::fresh;
    case actions::DateChange::lost:
        return MapTieChange::lost;
    case actions::DateChange::kept:
        return MapTieChange::kept;
    }
    return MapTieChange::none;
}

/// "12 new ties, 3 lost, 320 kept, 9 people joined, 2 left"; of what did not happen only the ties are told.
QString changeWords(const actions::MapData& data)
{
    const auto count = [](std::size_t number) { return static_cast<int>(number); };
    const actions::ChangeCounts& ties = data.tiesChanged;
    const actions::ChangeCounts& people = data.peopleChanged;
    QStringList parts{Text::tr("%Ln new ties", nullptr, count(ties.fresh)), Text::tr("%L1 lost").arg(ties.lost),
                      Text::tr("%L1 kept").arg(ties.kept)};
    if (people.fresh > 0)
        parts.append(Text::tr("%Ln people joined", nullptr, count(people.fresh)));
    if (people.lost > 0)
        parts.append(people.fresh > 0 ? Text::tr("%L1 left", "after: 9 people joined").arg(people.lost)
                                      : Text::tr("%Ln people left", nullptr, count(people.lost)));
    return parts.join(QStringLiteral(", "));
}

MapDirection directionOf(const actions::MapTie& tie)
{
    if (tie.forward && tie.backward)
        return MapDirection::both;
    return tie.forward ? MapDirection::aToB : tie.backward ? MapDirection::bToA : MapDirection::none;
}

QString population(graph::Population whose)
{
    switch (whose) {
    case graph::Population::members:
        return Text::tr("members only");
    case graph::Population::membersAndStaff:
        return Text::tr("members and staff");
    case graph::Population::everybody:
        return Text::tr("everybody");
    }
    return {};
}

/// "12 organizations and 5 people without one; 34 ties are within an organization"
QString rolledUpWords(const actions::RolledUp& sums)
{
    const auto organizations = static_cast<int>(sums.organizations), alone = static_cast<int>(sums.people);
    QString words =
        organizations == 1 ? Text::tr("1 organization") : Text::tr("%Ln organizations", nullptr, organizations);
    if (alone > 0)
        words = (alone == 1 ? Text::tr("%1 and 1 person without one")
                            : Text::tr("%1 and %Ln people without one", nullptr, alone))
                    .arg(words);
    const auto inside = static_cast<int>(sums.inside);
    if (inside > 0)
        words = (inside == 1 ? Text::tr("%1; 1 tie is within an organization")
                             : Text::tr("%1; %Ln ties are within an organization", nullptr, inside))
                    .arg(words);
    return words;
}

MapCaption captionOf(const actions::MapData& data)
{
    MapCaption caption;
    const auto ties = static_cast<int>(actions::tiesOn(data));
    caption.ties = QStringLiteral("%1, %2").arg(tieCount(data.network.set, ties), population(data.network.population));
    if (data.rolledUp)
        caption.nodes = rolledUpWords(*data.rolledUp);
    caption.date = formatDate(data.network.on, DateStyle::table);
    if (data.compared) {
        caption.ties = Text::tr("%1 (%2, %3)", "what changed, which ties, whose")
                           .arg(changeWords(data), words(data.network.set), population(data.network.population));
        caption.date = comparedDates(data, DateStyle::table);
    }
    const auto heard = static_cast<int>(data.coverage.heard), members = static_cast<int>(data.coverage.members);
    const QString words = data.hiddenByFilter == 0 ? Text::tr("heard from %L1 of %L2 (%3)")
                                                   : Text::tr("heard from %L1 of %L2 shown (%3)");
    // Of no member shown there is nothing to say.
    if (data.hiddenByFilter == 0 || members > 0)
        caption.coverage = words.arg(heard).arg(members).arg(formatPercent(data.coverage.share()));
    if (data.hearing != actions::Hearing::somebody)
        caption.coverage = data.hearing == actions::Hearing::nobodyYet ? Text::tr("nobody has been heard from yet")
                                                                       : Text::tr("nobody was heard from in a year");
    QStringList hidden;
    if (data.hiddenByFilter > 0)
        hidden.append(Text::tr("%Ln people hidden by filters", nullptr, static_cast<int>(data.hiddenByFilter)));
    if (data.hiddenTies > 0)
        hidden.append(Text::tr("%Ln ties hidden by filters", nullptr, static_cast<int>(data.hiddenTies)));
    caption.filter = hidden.join(QStringLiteral(", "));
    return caption;
}

std::vector<MapSaidName> namesSaid(const actions::MapData& data, const std::string& text)
{
    std::vector<MapSaidName> says;
    if (const auto found = data.namesSaid.find(text); found != data.namesSaid.end())
        for (const actions::SaidName& who : found->second)
            says.push_back({toQString(who.name), who.consent, who.number});
    return says;
}

std::vector<MapFilterWords> filtersOf(const actions::MapData& data)
{
    std::vector<MapFilterWords> filters;
    for (const actions::MapFilter& filter : data.filters) {
        MapFilterWords words;
        words.field.text = fieldInSentence(filter.field);
        if (filter.field.starts_with(kAttribute))
            words.field.says = namesSaid(data, filter.field.substr(kAttribute.size()));
        for (const std::string& value : filter.values)
            words.values.push_back({valueName(filter.field, value), namesSaid(data, value)});
        filters.push_back(std::move(words));
    }
    return filters;
}

/// What people are ringed by, in the legend's order, and of each value its index.
std::vector<MapGroup> ringsOf(const actions::MapData& data, QHash<QString, int>& indices)
{
    std::vector<MapGroup> rings;
    std::map<std::string_view, int> drawn;
    for (const actions::MapPerson& person : data.people)
        ++drawn[person.ring];
    for (const actions::ColourValue& value : data.ringLegend) {
        const auto found = drawn.find(value.value);
        if (found == drawn.end())
            continue;
        indices.insert(toQString(value.value), static_cast<int>(rings.size()));
        rings.push_back({valueName(data.ringBy, value.value), groupColour(value.colour), found->second, 0,
                         value.people == 1 && data.ringBy.starts_with(kAttribute), namesSaid(data, value.value)});
    }
    return rings;
}

/// The classes of a measure as the legend has them.
std::vector<MapGroup> shadesOf(const actions::MeasureClasses& measure)
{
    std::vector<MapGroup> shades;
    const QStringList names = classNames(measure);
    for (std::size_t i = 0; i < measure.classes.size(); ++i)
        shades.push_back({names[static_cast<qsizetype>(i)], kFirstShade + static_cast<int>(i),
                          static_cast<int>(measure.classes[i].people)});
    return shades;
}

QString titleOf(const std::string& measure, double bound)
{
    return bound > 0.0 ? Text::tr("%1, estimated").arg(measureName(measure)) : measureName(measure);
}

/// What a person is labelled by in the place of their name, as stored; empty: nothing.
std::string labelOf(const actions::MapData& data, const actions::MapPerson& person)
{
    if (data.labelBy == actions::kLabelTies)
        return std::to_string(person.ties);
    if (data.labelBy == actions::kLabelSize)
        return data.sizeBy.empty() ? std::string() : toUtf8(QLocale().toString(person.size, 'g', 3));
    return person.label;
}

/// Gives the input the labels of its people, who stand in the order of `data`.
void addLabels(MapInput& input, const actions::MapData& data)
{
    if (data.labelBy.empty())
        return;
    const bool isFigure = data.labelBy == actions::kLabelTies || data.labelBy == actions::kLabelSize;
    input.labelBy = isFigure ? MapLabelBy::figure : MapLabelBy::value;
    input.labelTitle = isFigure ? QString() : fieldInSentence(data.labelBy);
    std::map<std::string, int> known;
    for (std::size_t i = 0; i < data.people.size(); ++i) {
        const std::string value = labelOf(data, data.people[i]);
        if (value.empty() || data.people[i].node != actions::MapNode::person)
            continue;
        const auto [found, isNew] = known.emplace(value, static_cast<int>(input.labels.size()));
        if (isNew)
            input.labels.push_back({isFigure ? toQString(value) : valueName(data.labelBy, value), -1, 0, 0, false,
                                    isFigure ? std::vector<MapSaidName>{} : namesSaid(data, value)});
        ++input.labels[static_cast<std::size_t>(found->second)].members;
        input.people[i].label = found->second;
    }
}

MapShape shapeOf(const actions::MapPerson& person)
{
    switch (person.node) {
    case actions::MapNode::organization:
        return MapShape::square;
    case actions::MapNode::convening:
        return MapShape::diamond;
    case actions::MapNode::person:
        break;
    }
    return person.kind == PersonKind::staff     ? MapShape::shield
           : person.kind == PersonKind::outside ? MapShape::triangle
                                                : MapShape::disc;
}

/// Widths by weight where weights differ, or by how many ties a line stands for: the square root, so that areas
/// compare.
void addStrengths(MapInput& input, const actions::MapData& data)
{
    double least = std::numeric_limits<double>::infinity(), most = 0;
    for (const actions::MapTie& tie : data.ties)
        if (!tie.attended) {
            least = std::min(least, tie.weight);
            most = std::max(most, tie.weight);
        }
    if (!(most > least))
        return;
    input.strengthTitle = data.rolledUp ? Text::tr("Ties", "what widths say") : Text::tr("Weight");
    for (std::size_t t = 0; t < data.ties.size(); ++t) {
        if (data.ties[t].attended)
            continue;
        const double share = std::sqrt(data.ties[t].weight / most);
        input.ties[t].strength = kLeastStrength + (kMostStrength - kLeastStrength) * static_cast<float>(share);
    }
}

struct GroupCount
{
    int people = 0;
    int heard = 0;
};

/// How many of each group are on the map, and how many of them were heard from.
std::map<std::string, GroupCount> countsOfDrawn(const actions::MapData& data)
{
    std::map<std::string, GroupCount> counts;
    for (const actions::MapPerson& person : data.people) {
        if (person.node == actions::MapNode::convening)
            continue;
        GroupCount& count = counts[person.value];
        ++count.people;
        count.heard += person.heardFrom ? 1 : 0;
    }
    return counts;
}

} // namespace

QString comparedDates(const actions::MapData& data, DateStyle style)
{
    const Date on = data.network.on, other = data.compared.value_or(on);
    return Text::tr("%1 to %2", "two dates")
        .arg(formatDate(std::min(on, other), style), formatDate(std::max(on, other), style));
}

MapInput mapInput(const actions::MapData& data, const Theme& theme, const actions::MapRings& rings)
{
    MapInput input;
    input.style.colors = mapColors(theme);
    input.style.sizes = data.sizeBy.empty() ? MapSizes::same : MapSizes::byMeasure;
    input.caption = captionOf(data);
    input.filters = filtersOf(data);
    input.colourTitle = data.colourBy.empty() ? QString() : fieldName(data.colourBy);
    if (data.colourBy == actions::kFoundGroups)
        input.noGroup = valueName(data.colourBy, {});
    input.sizeTitle = data.sizeBy.empty() ? QString() : titleOf(data.sizeBy, data.sizeBound);

    QHash<QString, int> groupOf;
    const std::map<std::string, GroupCount> drawn = countsOfDrawn(data);
    const bool filtersColour = std::any_of(data.filters.begin(), data.filters.end(),
                                           [&data](const auto& filter) { return filter.field == data.colourBy; });
    for (const actions::ColourValue& value : data.legend) {
        // Nobody of the group is left by filters of other fields: it is not on this map, and no click brings it back.
        if (data.hiddenByFilter > 0 && !filtersColour && !drawn.contains(value.value))
            continue;
        groupOf.insert(toQString(value.value), static_cast<int>(input.groups.size()));
        // Of a group that filters hide altogether: how many a click brings back.
        const auto found = drawn.find(value.value);
        const GroupCount count = found == drawn.end()
                                     ? GroupCount{static_cast<int>(value.people), static_cast<int>(value.heard)}
                                     : found->second;
        input.groups.push_back({valueName(data.colourBy, value.value), groupColour(value.colour), count.people,
                                count.heard, value.people == 1 && data.colourBy.starts_with(kAttribute),
                                namesSaid(data, value.value)});
    }
    QHash<QString, int> ringOf;
    input.seconds = ringsOf(data, ringOf);
    input.secondTitle = data.ringBy.empty() ? QString() : fieldName(data.ringBy);
    input.tellsHeard = data.hearing == actions::Hearing::somebody;
    if (data.colourClasses) {
        input.shades = shadesOf(*data.colourClasses);
        input.colourTitle = titleOf(data.colourClasses->measure, data.colourClasses->bound);
    }
    if (data.ringClasses) {
        input.areSecondsFigures = true;
        input.seconds = shadesOf(*data.ringClasses);
        input.secondTitle = titleOf(data.ringClasses->measure, data.ringClasses->bound);
    }
    input.isRolledUp = data.rolledUp.has_value();
    input.conveningMonths = data.conveningMonths;
    input.style.kinds = data.kinds == actions::MapQuestion::Kinds::apart;
    if (data.rolledUp) {
        input.style.sizes = MapSizes::byMeasure;
        input.sizeTitle = Text::tr("People");
    }
    input.people.reserve(data.people.size());
    for (const actions::MapPerson& from : data.people) {
        MapPerson person;
        person.id = from.id;
        person.name = toQString(from.name);
        person.codeNumber = from.number;
        person.kind = from.kind;
        person.at = {from.at.x, from.at.y};
        person.group = groupOf.value(toQString(from.value), -1);
        person.shade = from.shade;
        if (data.ringClasses)
            person.second = from.ringShade;
        else if (!from.ring.empty())
            person.second = ringOf.value(toQString(from.ring), -1);
        person.shape = shapeOf(from);
        if (from.node != actions::MapNode::person) {
            person.people = static_cast<int>(from.people.size());
            person.says = namesSaid(data, from.name);
            person.mayLeave = from.mayLeave;
        }
        person.size = from.size;
        person.consent = from.consent;
        person.heardFrom = from.heardFrom;
        person.pinned = from.hold == layout::Hold::pinned;
        person.place = placeOf(from, data.areas, isElsewhen(data));
        person.untied = isElsewhen(data) && !data.rolledUp && from.ties == 0 && person.place == MapArea::network &&
                        from.node == actions::MapNode::person;
        person.change = changeOf(from.change);
        input.people.push_back(std::move(person));
    }
    input.ties.reserve(data.ties.size());
    for (const actions::MapTie& from : data.ties) {
        MapTie tie;
        tie.id = from.id;
        tie.a = from.a;
        tie.b = from.b;
        tie.depth = from.depth;
        tie.collaboration = from.collaboration;
        tie.direction = directionOf(from);
        tie.stale = from.stale;
        tie.staffGuess = from.staffGuess;
        tie.bothSaid = from.bothSaid;
        tie.attended = from.attended;
        tie.count = from.count;
        tie.kinds = from.overlays;
        tie.change = changeOf(from.change);
        input.ties.push_back(tie);
    }
    addLabels(input, data);
    addStrengths(input, data);
    for (const layout::Area& area : data.areas) {
        if (area.kind == layout::Area::Kind::mainPieces)
            continue;
        input.areas.push_back({area.kind == layout::Area::Kind::isolates ? MapArea::isolate : MapArea::smallPiece,
                               {area.caption.x, area.caption.y + 0.5 * area.caption.height}});
    }
    input.discRoom = discRoomOf(input);
    input.rings = {rings.areThere, rings.isCircle, {rings.centre.x, rings.centre.y}, rings.radii};
    return input;
}

MapWords captionWords(const QString& caption, const std::vector<Person>& people)
{
    MapWords words{caption};
    for (const actions::SaidName& who : actions::NameFinder(people).within(caption.toStdString()))
        words.says.push_back({toQString(who.name), who.consent, who.number});
    return words;
}

MapPage mapPage(const actions::MapData& data, const QString& network, const QString& title)
{
    MapPage page;
    page.turn = PaperTurn::landscape;
    page.headerLeft = network;
    page.headerRight = Text::tr("Map of the network");
    page.title = title;
    if (title.isEmpty())
        page.title = data.network.set == TieSet::exchange        ? Text::tr("Who exchanges help and ideas")
                     : data.network.set == TieSet::collaboration ? Text::tr("Who works together")
                     : data.network.set == TieSet::awareness     ? Text::tr("Who knows whom")
                                                                 : Text::tr("Who is tied to whom");
    const auto people = static_cast<int>(actions::peopleOn(data));
    page.subtitle = QStringLiteral("%1, %2").arg(
        data.network.population == graph::Population::members ? memberCount(people) : peopleCount(people),
        data.compared ? comparedDates(data, DateStyle::full) : formatDate(data.network.on, DateStyle::full));
    if (data.compared)
        page.sentence = Text::tr("%1.").arg(changeWords(data));
    std::size_t across = 0;
    std::set<std::string> groups;
    for (const actions::MapPerson& person : data.people)
        if (!person.value.empty())
            groups.insert(person.value);
    for (const actions::MapTie& tie : data.ties)
        across += !tie.attended && data.people[tie.a].value != data.people[tie.b].value ? 1 : 0;
    if (!data.compared && !data.colourBy.empty() && groups.size() > 1 && !data.ties.empty() && !data.rolledUp)
        page.sentence =
            Text::tr("%L1 of the %L2 ties cross from one group to another.").arg(across).arg(actions::tiesOn(data));
    return page;
}

} // namespace weavemap::ui
