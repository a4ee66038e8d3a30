// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/MapDates.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace weavemap::actions {

namespace {

/// A step through time: so many days, else so many months.
struct Step
{
    int days = 0;
    int months = 0;
};
/// As in `Tie::isStaleOn`.
constexpr int kMonthsUntilStale = 18;

constexpr std::array kSteps{Step{1, 0}, Step{7, 0}, Step{0, 1}, Step{0, 3}, Step{0, 12}, Step{0, 60}};

Date startOfMonth(Date date) { return Date::fromDays(date.days() - (date.day() - 1)); }

/// The even stops after `first` and before `last`, of months always their first day; no more than `most` + 1.
std::vector<Date> evenStops(const Step& step, Date first, Date last, std::size_t most)
{
    std::vector<Date> stops;
    const Date start = step.days > 0 ? first : startOfMonth(first);
    const auto at = [&](int k) {
        return step.days > 0 ? start.addDays(k * step.days) : start.addMonths(k * step.months);
    };
    for (int k = 1; at(k) < last && stops.size() <= most; ++k)
        stops.push_back(at(k));
    return stops;
}

bool isOfPopulation(const Person& person, graph::NetworkOptions options)
{
    Person ever;
    ever.kind = person.kind;
    options.on = {};
    return graph::isInNetwork(ever, options);
}

template <class Id>
DateChange found(const std::vector<std::pair<Id, DateChange>>& list, Id id)
{
    const auto at = std::lower_bound(list.begin(), list.end(), id,
                                     [](const auto& entry, Id wanted) { return entry.first < wanted; });
    return at != list.end() && at->first == id ? at->second : DateChange::none;
}

DateChange changeOf(bool before, bool after)
{
    if (before && after)
        return DateChange::kept;
    return after ? DateChange::fresh : before ? DateChange::lost : DateChange::none;
}

graph::GraphSnapshot snapshotOf(std::vector<PersonId> ids, const std::vector<Tie>& ties, const auto& isEdge)
{
    std::unordered_map<PersonId, std::uint32_t> indexOf;
    for (const PersonId id : ids)
        indexOf.emplace(id, static_cast<std::uint32_t>(indexOf.size()));
    std::vector<graph::Edge> edges;
    for (const Tie& tie : ties) {
        const auto a = indexOf.find(tie.a), b = indexOf.find(tie.b);
        if (a != indexOf.end() && b != indexOf.end() && isEdge(tie))
            edges.push_back({a->second, b->second, tie.weight});
    }
    const auto count = static_cast<std::uint32_t>(ids.size());
    return {graph::GraphSnapshot::Direction::undirected, count, edges, std::move(ids)};
}

} // namespace

std::optional<TimeSpan> timeSpan(const NetworkData& data, const graph::NetworkOptions& options, Date today)
{
    std::vector<Date> ofTies, ofPeople;
    const auto add = [today](std::vector<Date>& dates, const std::optional<Date>& date) {
        if (date && *date <= today)
            dates.push_back(*date);
    };
    std::unordered_map<PersonId, bool> counts;
    for (const Person& person : data.people) {
        const bool is = counts[person.id] = isOfPopulation(person, options);
        for (const auto& date : {person.joined, person.left, person.archived})
            if (is)
                add(ofPeople, date);
    }
    const auto isHere = [&counts](PersonId person) {
        const auto at = counts.find(person);
        return at != counts.end() && at->second;
    };
    for (const Tie& tie : data.ties) {
        if (!belongsTo(tie, options.set) || !isHere(tie.a) || !isHere(tie.b))
            continue;
        add(ofTies, tie.firstSeen);
        add(ofTies, tie.ended);
        const auto& confirmed = tie.lastConfirmed ? tie.lastConfirmed : tie.firstSeen;
        // The day after the last on which it still counted.
        if (options.stale == graph::StaleTies::leftOut && confirmed)
            add(ofTies, confirmed->addMonths(kMonthsUntilStale).addDays(1));
    }
    const std::vector<Date>& leading = ofTies.empty() ? ofPeople : ofTies;
    if (leading.empty())
        return std::nullopt;
    TimeSpan span;
    span.first = *std::min_element(leading.begin(), leading.end());
    span.last = today;
    if (span.first >= span.last)
        return std::nullopt;
    span.changes = std::move(ofTies);
    span.changes.insert(span.changes.end(), ofPeople.begin(), ofPeople.end());
    std::erase_if(span.changes, [&span](Date date) { return date < span.first; });
    std::sort(span.changes.begin(), span.changes.end());
    span.changes.erase(std::unique(span.changes.begin(), span.changes.end()), span.changes.end());
    return span;
}

std::vector<Date> timeStops(const TimeSpan& span, std::span<const Date> events, std::size_t most)
{
    std::vector<Date> stops;
    for (const Step& step : kSteps) {
        stops = evenStops(step, span.first, span.last, most);
        if (stops.size() <= most)
            break;
    }
    if (events.size() <= most)
        for (const Date event : events)
            if (event > span.first && event < span.last)
                stops.push_back(event);
    stops.push_back(span.first);
    stops.push_back(span.last);
    std::sort(stops.begin(), stops.end());
    stops.erase(std::unique(stops.begin(), stops.end()), stops.end());
    return stops;
}

void ChangeCounts::count(DateChange change)
{
    fresh += change == DateChange::fresh ? 1 : 0;
    lost += change == DateChange::lost ? 1 : 0;
    kept += change == DateChange::kept ? 1 : 0;
}

DateChange DateComparison::of(PersonId person) const { return found(people, person); }

DateChange DateComparison::of(TieId tie) const { return found(ties, tie); }

DateComparison compareDates(const NetworkData& data, const graph::NetworkOptions& options, Date one, Date other)
{
    DateComparison comparison;
    comparison.from = std::min(one, other);
    comparison.to = std::max(one, other);
    graph::NetworkOptions before = options, after = options;
    before.on = comparison.from;
    after.on = comparison.to;
    std::unordered_map<PersonId, std::pair<bool, bool>> here;
    for (const Person& person : data.people) {
        const std::pair is(graph::isInNetwork(person, before), graph::isInNetwork(person, after));
        const DateChange change = changeOf(is.first, is.second);
        if (change == DateChange::none || !here.emplace(person.id, is).second)
            continue;
        comparison.people.emplace_back(person.id, change);
        comparison.peopleCounts.count(change);
    }
    for (const Tie& tie : data.ties) {
        const auto a = here.find(tie.a), b = here.find(tie.b);
        if (a == here.end() || b == here.end())
            continue;
        const DateChange change = changeOf(a->second.first && b->second.first && graph::isInNetwork(tie, before),
                                           a->second.second && b->second.second && graph::isInNetwork(tie, after));
        if (change == DateChange::none)
            continue;
        comparison.ties.emplace_back(tie.id, change);
        comparison.tieCounts.count(change);
    }
    std::sort(comparison.people.begin(), comparison.people.end());
    std::sort(comparison.ties.begin(), comparison.ties.end());
    return comparison;
}

graph::GraphSnapshot networkOfEither(const NetworkData& data, const DateComparison& comparison)
{
    std::vector<PersonId> ids;
    for (const auto& [person, change] : comparison.people)
        ids.push_back(person);
    return snapshotOf(std::move(ids), data.ties,
                      [&comparison](const Tie& tie) { return comparison.of(tie.id) != DateChange::none; });
}

graph::GraphSnapshot networkOfAllDates(const NetworkData& data, const graph::NetworkOptions& options)
{
    std::vector<PersonId> ids;
    for (const Person& person : data.people)
        if (isOfPopulation(person, options))
            ids.push_back(person.id);
    return snapshotOf(std::move(ids), data.ties, [&options](const Tie& tie) { return belongsTo(tie, options.set); });
}

} // namespace weavemap::actions
