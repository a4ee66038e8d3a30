// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/Membership.h"

#include <algorithm>

namespace weavemap::health {

namespace {

/// Whether `stint` begins at or before the end of `last`: no day lies between.
bool continues(const Stint& last, const Stint& stint)
{
    return !last.until || !stint.from || *stint.from <= *last.until;
}

/// In order of time, those without a day between them joined. Absent dates are the ends of time.
Result<std::vector<Stint>> inOrder(MemberHistory stints)
{
    for (const Stint& stint : stints)
        if (stint.from && stint.until && *stint.until < *stint.from)
            return fail(ErrorCode::datesReversed, {"from", "until"});
    // An absent beginning comes first: std::nullopt is less than any date.
    std::sort(stints.begin(), stints.end(), [](const Stint& a, const Stint& b) { return a.from < b.from; });
    std::vector<Stint> merged;
    for (const Stint& stint : stints) {
        if (merged.empty() || !continues(merged.back(), stint))
            merged.push_back(stint);
        else if (merged.back().until && (!stint.until || *merged.back().until < *stint.until))
            merged.back().until = stint.until;
    }
    return merged;
}

bool isHereOn(const Stint& stint, Date date)
{
    return (!stint.from || *stint.from <= date) && (!stint.until || *stint.until > date);
}

bool isWithin(const std::optional<Date>& date, Date from, Date to) { return date && *date >= from && *date <= to; }

HealthFigure ofStart(double value, std::size_t start)
{
    return start == 0 ? HealthFigure{} : HealthFigure{value / static_cast<double>(start), start};
}

double minus(std::size_t a, std::size_t b) { return static_cast<double>(a) - static_cast<double>(b); }

} // namespace

Stint stintOf(const Person& person)
{
    std::optional<Date> until = person.left;
    if (person.archived && (!until || *person.archived < *until))
        until = person.archived;
    return {person.joined, until};
}

HealthFigure MembershipCount::growth() const { return ofStart(minus(end, start), start); }
HealthFigure MembershipCount::attrition() const { return ofStart(static_cast<double>(left), start); }
HealthFigure MembershipCount::retention() const { return ofStart(minus(end, joined + returned), start); }
HealthFigure MembershipCount::stayedShare() const { return ofStart(static_cast<double>(stayed), start); }

Result<MembershipCount> countMembership(std::span<const MemberHistory> members, Date from, Date to)
{
    if (to < from)
        return fail(ErrorCode::datesReversed, {"from", "to"});
    MembershipCount count;
    const Date dayBefore = from.addDays(-1);
    for (const MemberHistory& history : members) {
        WEAVEMAP_ASSIGN(const std::vector<Stint> stints, inOrder(history));
        for (std::size_t i = 0; i < stints.size(); ++i) {
            const Stint& stint = stints[i];
            const bool atStart = isHereOn(stint, dayBefore), atEnd = isHereOn(stint, to);
            count.start += atStart ? 1U : 0U;
            count.end += atEnd ? 1U : 0U;
            count.stayed += atStart && atEnd ? 1U : 0U;
            if (isWithin(stint.from, from, to))
                ++(i == 0 ? count.joined : count.returned);
            count.left += isWithin(stint.until, from, to) ? 1U : 0U;
        }
    }
    return count;
}

HealthFigure activeShare(std::span<const std::optional<Date>> touches, Date on, int months)
{
    const Date before = on.addMonths(-months);
    const auto active = std::count_if(touches.begin(), touches.end(), [&](const std::optional<Date>& touch) {
        return touch && *touch > before && *touch <= on;
    });
    return shareOf(static_cast<std::size_t>(active), touches.size());
}

} // namespace weavemap::health
