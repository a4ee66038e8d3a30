// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "core/actions/demo/Sentences.h"
#include "core/actions/demo/Story.h"

namespace weavemap::actions::demo {

namespace {

/// Brings people together: the convenings at whose tables conversations were held, what takes place between them, and
/// what people began to do together afterwards.
class Hosting
{
public:
    explicit Hosting(Story& story) : m_story(story), m_random(story.random(8)) {}

    void host()
    {
        if (m_story.members == 0)
            return;
        convenings();
        between();
        next();
        auto& gatherings = m_story.gatherings;
        std::stable_sort(gatherings.begin(), gatherings.end(),
                         [](const Gathering& a, const Gathering& b) { return a.record.on < b.record.on; });
        fromMeetings();
        fromConvenings();
    }

private:
    static constexpr std::size_t kMostGuests = 60; ///< beside those at the tables

    std::uint32_t someStaff()
    {
        return static_cast<std::uint32_t>(m_story.firstStaff() + m_random.below(m_story.staff));
    }
    bool isHere(std::uint32_t who, Date on) const { return m_story.people[who].person.isHereOn(on); }
    std::string somePlace()
    {
        return m_story.schools.empty() ? std::string() : m_story.schools[m_random.below(m_story.schools.size())].name;
    }

    Gathering gathering(std::string title, Date on, ConveningKind kind, ConveningForm form, std::string_view purpose)
    {
        Gathering made;
        made.record.title = std::move(title);
        made.record.on = on;
        made.record.kind = kind;
        made.record.form = form;
        made.record.purpose = purpose;
        if (form != ConveningForm::online)
            made.record.place = somePlace();
        made.writer = someStaff();
        return made;
    }

    /// Members who were asked, with a chance that one who was comes.
    void invite(Gathering& to, double asked, double came)
    {
        std::set<std::uint32_t> there;
        for (const Guest& guest : to.guests)
            there.insert(guest.person);
        std::size_t more = 0;
        for (std::uint32_t who = 0; who < m_story.members && more < kMostGuests; ++who) {
            if (there.contains(who) || !isHere(who, to.record.on) || !m_random.chance(asked))
                continue;
            Guest guest;
            guest.person = who;
            guest.invited = true;
            guest.came = m_random.chance(came);
            guest.registered = m_random.chance(guest.came ? 0.9 : 0.25);
            to.guests.push_back(guest);
            ++more;
        }
    }

    /// Those that calls name: who sat at a table came.
    void convenings()
    {
        for (const Call& call : m_story.calls) {
            if (call.record.convening.empty())
                continue;
            auto& all = m_story.gatherings;
            auto at = std::find_if(all.begin(), all.end(),
                                   [&call](const Gathering& one) { return one.record.title == call.record.convening; });
            if (at == all.end()) {
                all.push_back(gathering(call.record.convening, call.date, ConveningKind::convening,
                                        ConveningForm::inPerson, "Members from all regions share what they work on."));
                all.back().record.confidentiality = Confidentiality::shareable;
                at = all.end() - 1;
            }
            for (const auto who : call.with) {
                const bool invited = m_random.chance(0.92);
                const bool registered = m_random.chance(0.85);
                at->guests.push_back({who, invited, registered, true});
            }
        }
        for (Gathering& one : m_story.gatherings)
            invite(one, 0.3, 0.0);
    }

    /// Webinars and a working group in the school months of the three years.
    void between()
    {
        constexpr int kMonths[] = {2, 3, 9, 10};
        for (int year = m_story.on.year() - 3; year <= m_story.on.year(); ++year)
            for (const int month : kMonths) {
                const bool isWebinar = month % 2 == 0;
                const int day = m_random.between(3, 24);
                const auto topic = std::string(oneOf(m_random, topics()));
                Date on = Date::fromYmd(year, month, day).value_or(m_story.on);
                while (on.weekday() > 5)
                    on = on.addDays(1);
                if (on <= m_story.on.addMonths(-36) || on > m_story.lastCallDay())
                    continue;
                auto made = isWebinar
                                ? gathering("Webinar on " + topic, on, ConveningKind::webinar, ConveningForm::online,
                                            "One member shows what they tried, others ask.")
                                : gathering("Working group on " + topic, on, ConveningKind::workingGroup,
                                            ConveningForm::both, "A few schools prepare something together.");
                invite(made, isWebinar ? 0.2 : 0.06, isWebinar ? 0.5 : 0.8);
                m_story.gatherings.push_back(std::move(made));
            }
    }

    /// One that is still to come.
    void next()
    {
        Date on = m_story.on.addDays(30);
        while (on.weekday() > 5)
            on = on.addDays(1);
        auto made = gathering("Regional evening", on, ConveningKind::convening, ConveningForm::inPerson,
                              "Newer members meet those nearby.");
        invite(made, 0.12, 0.0);
        m_story.gatherings.push_back(std::move(made));
    }

    /// Two who work together after an introduction have something that they work on.
    void fromMeetings()
    {
        for (std::size_t at = 0; at < m_story.meetings.size(); ++at) {
            const Meeting& meeting = m_story.meetings[at];
            const bool isWorking = !meeting.steps.empty() && meeting.steps.back().first == IntroductionState::working;
            if (!isWorking)
                continue;
            Venture venture;
            venture.record.name = capitalized(meeting.record.topic) + " unit";
            venture.record.purpose = "One unit for two schools, taught in both.";
            venture.record.started = meeting.steps.back().second;
            venture.record.origin = ProjectOrigin::introduction;
            venture.record.status = statusSince(*venture.record.started);
            venture.record.heard = ProjectHeard::call;
            venture.people = {meeting.a, meeting.b};
            venture.meeting = static_cast<std::int64_t>(at);
            venture.writer = meeting.host;
            add(std::move(venture));
        }
    }

    /// Every second convening, three or four who sat together go on with something.
    void fromConvenings()
    {
        for (std::size_t at = 0; at < m_story.gatherings.size(); ++at) {
            const Gathering& one = m_story.gatherings[at];
            const Date started = one.record.on.addDays(m_random.between(20, 60));
            const auto size = static_cast<std::size_t>(m_random.between(3, 4));
            const auto topic = oneOf(m_random, topics());
            if (one.record.kind != ConveningKind::convening || started > m_story.lastCallDay() || m_random.chance(0.5))
                continue;
            Venture venture;
            for (const Guest& guest : one.guests)
                if (guest.came && venture.people.size() < size)
                    venture.people.push_back(guest.person);
            if (venture.people.size() < 2)
                continue;
            venture.record.name = capitalized(std::string(topic)) + " circle";
            venture.record.purpose = "They visit each other's lessons and talk them over.";
            venture.record.started = started;
            venture.record.origin = ProjectOrigin::convening;
            venture.record.status = statusSince(started);
            venture.record.heard = ProjectHeard::convening;
            venture.gathering = static_cast<std::int64_t>(at);
            venture.writer = one.writer;
            add(std::move(venture));
        }
    }

    ProjectStatus statusSince(Date started)
    {
        const bool isOld = daysBetween(started, m_story.on) > 400;
        const bool isDone = m_random.chance(isOld ? 0.5 : 0.1);
        const bool isPaused = m_random.chance(0.15);
        return isDone ? ProjectStatus::done : isPaused ? ProjectStatus::paused : ProjectStatus::underWay;
    }

    /// Of one name there is one.
    void add(Venture venture)
    {
        if (m_names.insert(venture.record.name).second)
            m_story.ventures.push_back(std::move(venture));
    }

    Story& m_story;
    Random m_random;
    std::set<std::string> m_names;
};

} // namespace

void addGatherings(Story& story) { Hosting(story).host(); }

} // namespace weavemap::actions::demo
