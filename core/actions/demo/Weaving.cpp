// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "core/actions/demo/Names.h"
#include "core/actions/demo/Sentences.h"
#include "core/actions/demo/Story.h"

namespace weavemap::actions::demo {

namespace {

using State = IntroductionState;

/// Lets the office weave: introductions on their way, questions asked, who is left alone for a while and who apart; how
/// people are called, and how confidential single fields are.
class Weaver
{
public:
    explicit Weaver(Story& story) : m_story(story), m_random(story.random(7)) {}

    void weave()
    {
        for (const Bond& bond : m_story.bonds)
            m_pairs.insert(std::minmax(bond.a, bond.b));
        afterwardsTied();
        askedFor();
        needsAndOffers();
        apart();
        questions();
        snoozes();
        nicknames();
        levels();
    }

private:
    const Person& person(std::uint32_t who) const { return m_story.people[who].person; }
    bool isHere(std::uint32_t who) const { return who < m_story.members; }
    /// The next day that is no weekend.
    static Date workday(Date day)
    {
        while (day.weekday() > 5)
            day = day.addDays(1);
        return day;
    }

    Meeting between(std::uint32_t a, std::uint32_t b, std::uint32_t host, Date proposed, IntroductionReason reason)
    {
        Meeting meeting;
        meeting.a = a;
        meeting.b = b;
        meeting.host = host;
        meeting.record.proposed = proposed;
        meeting.record.reason = reason;
        return meeting;
    }

    /// The next state is reached on `on`, unless that is still to come: then nothing more happens.
    bool reach(Meeting& meeting, State state, Date on)
    {
        const Date last = meeting.steps.empty() ? meeting.record.proposed : meeting.steps.back().second;
        on = std::max(workday(on), last);
        if (on > m_story.lastCallDay())
            return false;
        meeting.steps.emplace_back(state, on);
        return true;
    }

    /// From proposed on as far as `furthest`, a step every few days or weeks.
    void climb(Meeting& meeting, State furthest)
    {
        for (int state = 1; state <= static_cast<int>(furthest); ++state) {
            const Date last = meeting.steps.empty() ? meeting.record.proposed : meeting.steps.back().second;
            if (!reach(meeting, static_cast<State>(state), last.addDays(m_random.between(2, 16))))
                return;
        }
    }

    /// What follows from how far it has come.
    void finish(Meeting meeting, std::string_view topic)
    {
        auto& record = meeting.record;
        const State state = meeting.steps.empty() ? State::proposed : meeting.steps.back().first;
        const bool agreed = state >= State::agreed && state <= State::working;
        record.topic = topic;
        record.why = filled(oneOf(m_random, whys(record.reason)), topic, person(meeting.b).name, {});
        record.consentA = agreed || m_random.chance(0.5) ? IntroductionConsent::yes : IntroductionConsent::asked;
        record.consentB = state == State::declined ? IntroductionConsent::no
                          : agreed                 ? IntroductionConsent::yes
                          : m_random.chance(0.4)   ? IntroductionConsent::asked
                                                   : IntroductionConsent::notAsked;
        if (state >= State::made && state <= State::working)
            record.strength = state >= State::working   ? IntroductionStrength::withFirstTask
                              : state == State::inTouch ? IntroductionStrength::checkedBack
                                                        : static_cast<IntroductionStrength>(m_random.between(2, 5));
        if (state >= State::agreed && state <= State::met)
            record.followUp = std::max(record.proposed, workday(m_story.on.addDays(m_random.between(-4, 20))));
        if (state >= State::met && state <= State::declined)
            record.outcome = filled(oneOf(m_random, state == State::declined ? refusals() : outcomes()), topic, {}, {});
        if (m_random.chance(0.3))
            record.confidentiality = Confidentiality::shareable;
        m_pairs.insert(std::minmax(meeting.a, meeting.b));
        m_story.meetings.push_back(std::move(meeting));
    }

    /// The ties that began with an introduction: what led to them.
    void afterwardsTied()
    {
        for (Bond& bond : m_story.bonds) {
            if (bond.record.origin != TieOrigin::introduction || bond.a >= m_story.firstStaff() ||
                bond.b >= m_story.firstStaff() || m_random.chance(0.5))
                continue;
            const Date met = *bond.record.firstSeen;
            const Date proposed = std::max({met.addDays(-m_random.between(20, 80)), person(bond.a).joined.value_or(met),
                                            person(bond.b).joined.value_or(met)});
            Meeting meeting = between(bond.a, bond.b, m_story.people[bond.a].caller, std::min(proposed, met),
                                      IntroductionReason::sharedTopic);
            if (m_random.chance(0.4))
                meeting.record.reason = IntroductionReason::bridgesGroups;
            const int days = daysBetween(meeting.record.proposed, met);
            for (int state = 1; state < static_cast<int>(State::met); ++state)
                meeting.steps.emplace_back(static_cast<State>(state),
                                           meeting.record.proposed.addDays(days * state / 4));
            meeting.steps.emplace_back(State::met, met);
            if (daysBetween(met, *bond.record.lastConfirmed) >= 90 && reach(meeting, State::inTouch, met.addDays(90)) &&
                bond.record.collaboration != Collaboration::never)
                reach(meeting, State::working, met.addDays(m_random.between(95, 160)));
            bond.proofs.front().meeting = static_cast<std::int64_t>(m_story.meetings.size());
            finish(std::move(meeting), m_story.people[bond.b].topics.front());
        }
    }

    /// Those that somebody asked for in a call.
    void askedFor()
    {
        for (const Item& item : m_story.items) {
            const auto other = static_cast<std::uint32_t>(item.other);
            if (item.record.kind != NoteItemKind::introduction || item.other < 0 || !isHere(item.person) ||
                !isHere(other) || m_pairs.contains(std::minmax(item.person, other)))
                continue;
            const Call& call = m_story.calls[item.call];
            Meeting meeting = between(item.person, other, call.caller, call.date, IntroductionReason::memberAsked);
            meeting.call = item.call;
            if (item.record.state == NoteItemState::made)
                climb(meeting, m_random.chance(0.5) ? State::replied : State::made);
            else if (m_random.chance(0.5))
                climb(meeting, State::agreed);
            finish(std::move(meeting), item.record.topic);
        }
    }

    /// A need of the last year and a half, and an offer on the same topic from before or after.
    void needsAndOffers()
    {
        const std::size_t most = m_story.members / 8;
        const Date from = m_story.on.addMonths(-18);
        for (std::size_t need = m_story.items.size(), made = 0; need-- > 0 && made < most;) {
            const Item& wanted = m_story.items[need];
            const Date asked = m_story.calls[wanted.call].date;
            if (wanted.record.kind != NoteItemKind::need || wanted.record.state != NoteItemState::open ||
                !isHere(wanted.person) || asked < from || m_random.chance(0.3))
                continue;
            const auto offer = std::find_if(m_story.items.begin(), m_story.items.end(), [&](const Item& item) {
                return item.record.kind == NoteItemKind::offer && item.record.topic == wanted.record.topic &&
                       isHere(item.person) && item.person != wanted.person &&
                       !m_pairs.contains(std::minmax(item.person, wanted.person));
            });
            if (offer == m_story.items.end())
                continue;
            const Date proposed = std::max(asked, m_story.calls[offer->call].date).addDays(m_random.between(0, 9));
            if (proposed > m_story.lastCallDay())
                continue;
            Meeting meeting = between(wanted.person, offer->person, m_story.people[wanted.person].caller,
                                      workday(proposed), IntroductionReason::needMeetsOffer);
            meeting.need = static_cast<std::int64_t>(need);
            meeting.offer = offer - m_story.items.begin();
            constexpr State kFurthest[] = {State::proposed, State::proposed, State::agreed,
                                           State::agreed,   State::made,     State::replied};
            climb(meeting, oneOf(m_random, kFurthest));
            // What nobody takes further for long comes to an end.
            const Date last = meeting.steps.empty() ? meeting.record.proposed : meeting.steps.back().second;
            if (daysBetween(last, m_story.on) > 120)
                reach(meeting, m_random.chance(0.4) ? State::declined : State::lapsed, last.addDays(90));
            finish(std::move(meeting), wanted.record.topic);
            ++made;
        }
    }

    void apart()
    {
        const std::size_t most = m_story.members < 12 ? 0 : 1 + std::min<std::size_t>(m_story.members / 142, 4);
        for (int tries = 0; m_story.apart.size() < most && tries < 400; ++tries) {
            const auto a = static_cast<std::uint32_t>(m_random.below(m_story.members));
            const auto b = static_cast<std::uint32_t>(m_random.below(m_story.members));
            if (a == b || m_story.people[a].region != m_story.people[b].region ||
                !m_pairs.insert(std::minmax(a, b)).second)
                continue;
            m_story.apart.push_back({a, b, std::string(oneOf(m_random, quarrels()))});
        }
    }

    /// In most calls of the last year one to three questions of the bank came up.
    void questions()
    {
        const Date from = m_story.on.addMonths(-12);
        for (std::uint32_t at = 0; at < m_story.calls.size() && m_story.questions > 0; ++at) {
            const Call& call = m_story.calls[at];
            if (!call.record.reached || call.with.size() != 1 || call.date < from || m_random.chance(0.3))
                continue;
            std::set<std::uint32_t> asked;
            for (int more = m_random.between(1, 3); more > 0; --more)
                asked.insert(static_cast<std::uint32_t>(m_random.below(m_story.questions)));
            for (const auto question : asked)
                m_story.asked.push_back({question, at, call.with.front()});
        }
    }

    void snoozes()
    {
        const std::size_t most = m_story.members / 60;
        for (std::uint32_t who = 0; who < m_story.members && m_story.rests.size() < most; ++who) {
            if (m_story.people[who].heard != Heard::longAgo || m_random.chance(0.7))
                continue;
            m_story.rests.push_back({who, m_story.on.addDays(-m_random.between(3, 20)),
                                     m_story.on.addDays(m_random.between(5, 40)),
                                     std::string(oneOf(m_random, absences()))});
        }
    }

    void nicknames()
    {
        for (std::size_t who = 0; who < m_story.firstStaff(); ++who) {
            Person& named = m_story.people[who].person;
            const auto given = std::string_view(named.name).substr(0, named.name.find(' '));
            for (const auto& [full, shortName] : shortNames())
                if (given == full && m_random.chance(0.6))
                    named.nicknames = shortName;
        }
    }

    /// Some of what is written about people is for everybody, some for its writer alone; so with what notes brought up.
    void levels()
    {
        for (std::size_t who = 0; who < m_story.firstStaff(); ++who) {
            Actor& actor = m_story.people[who];
            if (actor.person.about.empty())
                continue;
            actor.aboutBy = actor.caller;
            if (m_random.chance(0.4))
                actor.person.aboutLevel = Confidentiality::shareable;
            if (m_random.chance(0.08)) {
                actor.person.about += ' ';
                actor.person.about += oneOf(m_random, confidences());
                actor.person.aboutLevel = Confidentiality::onlyMe;
            }
        }
        for (Item& item : m_story.items)
            if (m_random.chance(0.06))
                item.record.confidentiality = m_random.chance(0.6) ? Confidentiality::staff : Confidentiality::onlyMe;
        for (Promise& promise : m_story.promises)
            if (promise.record.done && m_random.chance(0.06))
                promise.record.confidentiality = Confidentiality::onlyMe;
    }

    Story& m_story;
    Random m_random;
    std::set<std::pair<std::uint32_t, std::uint32_t>> m_pairs; ///< tied, introduced or apart: no introduction (again)
};

} // namespace

void addWeaving(Story& story) { Weaver(story).weave(); }

} // namespace weavemap::actions::demo
