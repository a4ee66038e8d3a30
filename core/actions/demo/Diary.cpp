// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <optional>

#include "core/actions/demo/Story.h"

namespace weavemap::actions::demo {

namespace {

constexpr int kMonths = 36;
/// So many calls are made in all before they grow rarer for each member.
constexpr double kCallsOfATeam = 9000;

/// How busy each day of the three years is: weekdays only, holidays quiet, more from year to year.
class Calendar
{
public:
    explicit Calendar(const Story& story) : m_first(story.on.addMonths(-kMonths))
    {
        constexpr double kByMonth[] = {1.0, 1.05, 1.1, 0.95, 1.05, 0.7, 0.2, 0.55, 1.2, 1.2, 1.1, 0.6};
        const int days = daysBetween(m_first, story.lastCallDay()) + 1;
        for (int i = 0; i < days; ++i) {
            const Date day = m_first.addDays(i);
            const bool holiday = (day.month() == 12 && day.day() > 21) || (day.month() == 1 && day.day() < 4);
            const double growth = 0.35 + 0.65 * static_cast<double>(i) / static_cast<double>(days);
            m_wheel.add(day.weekday() > 5 || holiday ? 0.0 : growth * kByMonth[day.month() - 1]);
        }
    }
    Date first() const { return m_first; }
    Date last() const { return m_first.addDays(static_cast<int>(m_wheel.size()) - 1); }
    /// A working day in [from, to], or nothing where there is none.
    std::optional<Date> draw(Random& random, Date from, Date to) const
    {
        from = std::max(from, first());
        to = std::min(to, last());
        if (to < from)
            return {};
        const auto low = static_cast<std::size_t>(daysBetween(m_first, from));
        const auto high = static_cast<std::size_t>(daysBetween(m_first, to)) + 1;
        const auto day = m_first.addDays(static_cast<int>(m_wheel.draw(random, low, high)));
        return day.weekday() > 5 ? std::optional<Date>() : day;
    }

private:
    Date m_first;
    Wheel m_wheel;
};

class Diary
{
public:
    explicit Diary(Story& story) : m_story(story), m_random(story.random(4)), m_calendar(story) {}

    void write()
    {
        for (std::size_t i = 0; i < m_story.firstStaff(); ++i)
            callsWith(static_cast<std::uint32_t>(i));
        convenings();
        auto& calls = m_story.calls;
        std::stable_sort(calls.begin(), calls.end(),
                         [](const Call& a, const Call& b) { return a.record.when < b.record.when; });
        for (std::uint32_t i = 0; i < calls.size(); ++i)
            if (calls[i].record.reached)
                for (const auto who : calls[i].with)
                    m_story.people[who].calls.push_back(i);
    }

private:
    /// The days between which someone may be reached.
    std::pair<Date, Date> window(const Actor& actor) const
    {
        Date last = m_story.lastCallDay();
        if (actor.heard == Heard::longAgo && !actor.person.left)
            last = m_story.on.addMonths(-12).addDays(-3);
        if (actor.person.left)
            last = std::min(last, actor.person.left->addDays(-1));
        return {actor.person.joined.value_or(m_calendar.first()), last};
    }

    void add(const Actor& actor, std::uint32_t who, Date day, bool reached)
    {
        constexpr ConversationKind kKinds[] = {
            ConversationKind::call,  ConversationKind::call,     ConversationKind::call,   ConversationKind::call,
            ConversationKind::call,  ConversationKind::call,     ConversationKind::video,  ConversationKind::video,
            ConversationKind::email, ConversationKind::inPerson, ConversationKind::hallway};
        constexpr Mood kMoods[] = {Mood::unknown, Mood::unknown, Mood::even, Mood::even, Mood::high, Mood::low};
        Call call;
        call.date = day;
        call.with = {who};
        call.caller = m_random.chance(0.8)
                          ? actor.caller
                          : static_cast<std::uint32_t>(m_story.firstStaff() + m_random.below(m_story.staff));
        call.topic = oneOf(m_random, actor.topics);
        auto& record = call.record;
        record.kind = reached ? oneOf(m_random, kKinds) : ConversationKind::call;
        // One draw a statement: the order of arguments is the compiler's choice.
        const int minute = 5 * m_random.between(0, 11);
        const int hour = m_random.between(8, 16);
        record.when = Instant::atLocal(day, hour, minute, 0);
        record.reached = reached;
        if (reached && record.kind != ConversationKind::email) {
            record.minutes = m_random.between(6, 14);
            record.minutes += m_random.chance(0.3) ? m_random.between(4, 20) : 0;
        }
        record.initiator = m_random.chance(0.2) && reached ? Initiator::member : Initiator::staff;
        record.mood = reached ? oneOf(m_random, kMoods) : Mood::unknown;
        record.source = m_random.chance(0.2) ? EntrySource::afterwards : EntrySource::live;
        m_story.calls.push_back(std::move(call));
    }

    void callsWith(std::uint32_t who)
    {
        constexpr double kByLevel[] = {3.0, 10.5, 7.2, 4.6, 2.8};
        const auto& actor = m_story.people[who];
        auto [from, to] = window(actor);
        from = std::max(from, m_calendar.first());
        if (actor.heard == Heard::never) {
            for (int tries = m_random.between(0, 2); tries > 0; --tries)
                if (const auto day = m_calendar.draw(m_random, from, to))
                    add(actor, who, *day, false);
            return;
        }
        const double team = std::min(1.0, kCallsOfATeam / (4.6 * static_cast<double>(m_story.members)));
        const double share = static_cast<double>(std::max(0, daysBetween(from, to))) / 1096.0;
        const double wish = kByLevel[static_cast<std::size_t>(actor.person.level)] * (0.25 + 0.75 * share) * team;
        int calls = static_cast<int>(wish) + (m_random.chance(wish - std::floor(wish)) ? 1 : 0);
        if (actor.heard == Heard::longAgo)
            calls = (calls + 1) / 2;
        if (actor.heard == Heard::recently) {
            // Nobody counts as heard from without a call in the last twelve months.
            bool heard = false;
            for (int tries = 0; !heard && tries < 40; ++tries) {
                if (const auto day = m_calendar.draw(m_random, std::max(from, m_story.recentFrom()), to)) {
                    add(actor, who, *day, true);
                    heard = true;
                }
            }
            --calls;
        }
        for (; calls > 0; --calls) {
            const auto day = m_calendar.draw(m_random, from, to);
            if (!day)
                continue;
            add(actor, who, *day, true);
            // Some are reached at the second try.
            const Date before = day->addDays(-m_random.between(1, 6));
            if (m_random.chance(0.19) && before >= from && before.weekday() <= 5)
                add(actor, who, before, false);
        }
    }

    /// A convening each spring and autumn; each of its tables is a conversation.
    void convenings()
    {
        for (int year = m_calendar.first().year(); year <= m_calendar.last().year(); ++year) {
            constexpr struct
            {
                int month, day;
                std::string_view name;
            } kSeasons[] = {{5, 14, "Spring convening"}, {11, 5, "Autumn convening"}};
            for (const auto& season : kSeasons) {
                Date day = Date::fromYmd(year, season.month, season.day).value_or(m_calendar.first());
                while (day.weekday() > 5)
                    day = day.addDays(1);
                if (day >= m_calendar.first() && day <= m_calendar.last())
                    convening(day, std::string(season.name) + " " + std::to_string(year));
            }
        }
    }

    void convening(Date day, const std::string& name)
    {
        std::vector<std::uint32_t> guests;
        for (std::size_t i = 0; i < m_story.firstStaff(); ++i) {
            const auto& actor = m_story.people[i];
            const auto [from, to] = window(actor);
            if (actor.heard != Heard::never && from <= day && day <= to && m_random.chance(0.35))
                guests.push_back(static_cast<std::uint32_t>(i));
        }
        for (std::size_t i = guests.size(); i > 1; --i)
            std::swap(guests[i - 1], guests[static_cast<std::size_t>(m_random.below(i))]);
        for (std::size_t at = 0; at + 2 < guests.size();) {
            const auto seats =
                std::min<std::size_t>(guests.size() - at, 4 + static_cast<std::size_t>(m_random.below(3)));
            Call call;
            call.date = day;
            call.with.assign(guests.begin() + static_cast<std::ptrdiff_t>(at),
                             guests.begin() + static_cast<std::ptrdiff_t>(at + seats));
            call.caller = static_cast<std::uint32_t>(m_story.firstStaff() + m_random.below(m_story.staff));
            call.topic = oneOf(m_random, m_story.people[call.with.front()].topics);
            call.record.kind = ConversationKind::group;
            call.record.when = Instant::atLocal(day, 10 + static_cast<int>(at % 4), 0, 0);
            call.record.minutes = 45;
            call.record.convening = name;
            call.record.initiator = Initiator::staff;
            call.record.source = EntrySource::afterwards;
            m_story.calls.push_back(std::move(call));
            at += seats;
        }
    }

    Story& m_story;
    Random m_random;
    Calendar m_calendar;
};

} // namespace

void addCalls(Story& story) { Diary(story).write(); }

} // namespace weavemap::actions::demo
