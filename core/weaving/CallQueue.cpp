// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/CallQueue.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "core/base/Text.h"

namespace weavemap::weaving {

namespace {

constexpr std::array<std::string_view, kCallReasons> kReasonCodes{
    "promise_late",  "promise_due", "introduction_unanswered",
    "never_reached", "silent_year", "overdue",
    "no_tie",        "one_tie",     "go_between",
    "thin_segment"};

constexpr int kAnswerDays = 7;           // so long an introduction may take to be answered
constexpr int kFreshDays = 180;          // and so long it makes sense to ask
constexpr std::size_t kLeastCutOff = 3;  // fewer who hang on one person make nobody a go-between
constexpr std::size_t kLeastSegment = 5; // members; of fewer a share says nothing
constexpr std::size_t kThinPercent = 40; // heard from; as low as no stage of the network can be read from
constexpr int kHeardMonths = 12;

struct Segment
{
    std::size_t members = 0;
    std::size_t heard = 0;

    bool isThin() const { return members >= kLeastSegment && heard * 100 < members * kThinPercent; }
};

/// What is due of one person: the earliest day, and which records.
struct Pending
{
    std::optional<Date> first;
    std::vector<RecordRef> records;
    std::size_t count = 0;

    void add(Date day, RecordRef record)
    {
        first = first ? std::min(*first, day) : day;
        ++count;
        if (records.size() < QueueReason::kMostRecords)
            records.push_back(record);
    }
};
using PendingOf = std::unordered_map<PersonId, Pending>;

class Builder
{
public:
    Builder(const QueueInput& input, const QueueRules& rules) : m_input(input), m_rules(rules)
    {
        readPromises();
        readIntroductions();
        for (const QueueMember& member : input.members) {
            if (member.segment.empty())
                continue;
            Segment& segment = m_segments[member.segment];
            ++segment.members;
            segment.heard += isSilent(member) ? 0 : 1;
        }
    }

    QueueEntry entryOf(const QueueMember& member) const
    {
        QueueEntry entry;
        entry.person = member.id;
        entry.name = member.name;
        entry.lastHeard = member.lastHeard;
        entry.lastTalk = member.lastTalk;
        entry.attempts = member.attempts;
        addPending(entry, CallReason::promiseLate, m_late);
        addPending(entry, CallReason::promiseDue, m_due);
        addPending(entry, CallReason::introductionUnanswered, m_unanswered);
        if (isRested(member)) {
            addSilence(entry, member);
            addPlace(entry, member);
        }
        std::stable_sort(entry.reasons.begin(), entry.reasons.end(),
                         [](const QueueReason& left, const QueueReason& right) { return left.points > right.points; });
        for (const QueueReason& reason : entry.reasons)
            entry.points += reason.points;
        return entry;
    }

private:
    /// Whether the last talk was longer than a year ago, or never.
    bool isSilent(const QueueMember& member) const
    {
        return !member.lastHeard || *member.lastHeard <= m_input.today.addMonths(-kHeardMonths);
    }
    bool isRested(const QueueMember& member) const
    {
        return !member.lastHeard || member.lastHeard->addDays(m_rules.restDays) <= m_input.today;
    }

    void readPromises()
    {
        for (const FollowUp& promise : m_input.promises) {
            if (promise.done || !promise.due || *promise.due > m_input.today)
                continue;
            // Whom it is about has it coming; where it is about nobody, whoever gave it is asked.
            const PersonId person = promise.person ? promise.person : promise.owner;
            PendingOf& pending = *promise.due < m_input.today ? m_late : m_due;
            pending[person].add(*promise.due, {RecordRef::Kind::followUp, promise.id.value});
        }
    }

    void readIntroductions()
    {
        for (const QueueIntroduction& row : m_input.introductions) {
            const Introduction& introduction = row.introduction;
            for (const PersonId person : {introduction.a, introduction.b})
                if (owesAnswer(introduction, row.since, m_input.today, person))
                    m_unanswered[person].add(row.since, {RecordRef::Kind::introduction, introduction.id.value});
        }
    }

    /// A reason, unless the rules weigh it with nothing.
    QueueReason* add(QueueEntry& entry, CallReason code) const
    {
        const int points = m_rules.pointsOf(code);
        if (points == 0 && code != CallReason::silentYear && code != CallReason::neverReached)
            return nullptr;
        QueueReason& reason = entry.reasons.emplace_back();
        reason.code = code;
        reason.points = points;
        return &reason;
    }

    void addPending(QueueEntry& entry, CallReason code, const PendingOf& pending) const
    {
        const auto found = pending.find(entry.person);
        QueueReason* reason = found == pending.end() ? nullptr : add(entry, code);
        if (reason == nullptr)
            return;
        reason->on = found->second.first;
        reason->count = found->second.count;
        reason->records = found->second.records;
    }

    void addSilence(QueueEntry& entry, const QueueMember& member) const
    {
        const RecordRef person{RecordRef::Kind::person, member.id.value};
        if (!member.lastHeard) {
            QueueReason* reason = add(entry, CallReason::neverReached);
            reason->on = member.joined;
            reason->count = static_cast<std::size_t>(std::max(0, member.attempts));
            reason->records = {person};
            return;
        }
        const RecordRef talk =
            member.lastTalk ? RecordRef{RecordRef::Kind::conversation, member.lastTalk.value} : person;
        if (isSilent(member)) {
            QueueReason* reason = add(entry, CallReason::silentYear);
            reason->on = member.lastHeard;
            reason->records = {talk};
        } else if (const Date due = member.lastHeard->addDays(m_rules.cadenceOf(member.level)); due <= m_input.today) {
            if (QueueReason* reason = add(entry, CallReason::overdue)) {
                reason->on = due;
                reason->records = {talk};
            }
        }
    }

    /// What their place in the network asks for.
    void addPlace(QueueEntry& entry, const QueueMember& member) const
    {
        std::vector<RecordRef> ties;
        for (const TieId tie : member.ties)
            if (ties.size() < QueueReason::kMostRecords)
                ties.push_back({RecordRef::Kind::tie, tie.value});
        if (ties.empty())
            ties.push_back({RecordRef::Kind::person, member.id.value});
        if (member.tieCount <= 1) {
            if (QueueReason* reason = add(entry, member.tieCount == 0 ? CallReason::noTie : CallReason::oneTie))
                reason->records = ties;
        }
        if (member.cutOff >= kLeastCutOff) {
            if (QueueReason* reason = add(entry, CallReason::goBetween)) {
                reason->count = member.cutOff;
                reason->records = ties;
            }
        }
        const auto segment = m_segments.find(member.segment);
        if (segment == m_segments.end() || !segment->second.isThin())
            return;
        if (QueueReason* reason = add(entry, CallReason::thinSegment)) {
            reason->count = segment->second.heard;
            reason->of = segment->second.members;
            reason->segment = member.segment;
            reason->records = {{RecordRef::Kind::person, member.id.value}};
        }
    }

    const QueueInput& m_input;
    const QueueRules& m_rules;
    PendingOf m_late, m_due, m_unanswered;
    std::unordered_map<std::string, Segment> m_segments;
};

/// The snooze in force for each person: of several the one that ends last.
std::unordered_map<PersonId, const Snooze*> snoozesInForce(const QueueInput& input)
{
    std::unordered_map<PersonId, const Snooze*> inForce;
    for (const Snooze& snooze : input.snoozes) {
        if (snooze.made > input.today || snooze.until <= input.today)
            continue;
        const Snooze*& known = inForce[snooze.person];
        if (known == nullptr || std::pair(known->until, known->id) < std::pair(snooze.until, snooze.id))
            known = &snooze;
    }
    return inForce;
}

/// An entry with what it is ordered by, so that names are folded once.
struct Placed
{
    QueueEntry entry;
    std::string folded;

    bool operator<(const Placed& other) const
    {
        if (entry.points != other.entry.points)
            return entry.points > other.entry.points;
        if (folded != other.folded)
            return folded < other.folded;
        return std::pair(entry.name, entry.person) < std::pair(other.entry.name, other.entry.person);
    }
};

std::vector<QueueEntry> inOrder(std::vector<Placed> placed)
{
    std::sort(placed.begin(), placed.end());
    std::vector<QueueEntry> entries;
    entries.reserve(placed.size());
    for (Placed& each : placed)
        entries.push_back(std::move(each.entry));
    return entries;
}

} // namespace

std::string_view codeOf(CallReason reason) { return kReasonCodes[static_cast<std::size_t>(reason)]; }

std::optional<CallReason> callReasonOf(std::string_view code)
{
    const auto found = std::find(kReasonCodes.begin(), kReasonCodes.end(), code);
    if (found == kReasonCodes.end())
        return std::nullopt;
    return static_cast<CallReason>(found - kReasonCodes.begin());
}

std::string_view codeOf(RecordRef::Kind kind)
{
    switch (kind) {
    case RecordRef::Kind::person:
        return "person";
    case RecordRef::Kind::followUp:
        return "follow_up";
    case RecordRef::Kind::introduction:
        return "introduction";
    case RecordRef::Kind::conversation:
        return "conversation";
    case RecordRef::Kind::tie:
        return "tie";
    case RecordRef::Kind::noteItem:
        return "note_item";
    }
    return {};
}

QueueRules withinLimits(QueueRules rules)
{
    for (int& points : rules.points)
        points = std::clamp(points, 0, QueueRules::kMostPoints);
    for (int& days : rules.cadence)
        days = std::clamp(days, QueueRules::kShortestCadence, QueueRules::kLongestCadence);
    rules.restDays = std::clamp(rules.restDays, 0, QueueRules::kLongestRest);
    return rules;
}

IntroductionWait waitOf(const Introduction& introduction, Date since, Date today)
{
    if (!introduction.isOpen())
        return IntroductionWait::nothing;
    const bool isDay = introduction.followUp && *introduction.followUp >= since && *introduction.followUp <= today;
    switch (introduction.state) {
    case IntroductionState::proposed:
        if (introduction.consentA == IntroductionConsent::asked || introduction.consentB == IntroductionConsent::asked)
            return isDay ? IntroductionWait::checkBack : IntroductionWait::consent;
        break;
    case IntroductionState::agreed:
        return IntroductionWait::making;
    case IntroductionState::made:
        return isDay ? IntroductionWait::checkBack : IntroductionWait::answer;
    default:
        break;
    }
    return isDay ? IntroductionWait::checkBack : IntroductionWait::nothing;
}

bool isTimeToAsk(const Introduction& introduction, Date since, Date today)
{
    // What both have agreed to is ours to do, whatever day was set to look back.
    if (introduction.followUp && *introduction.followUp > today && introduction.state != IntroductionState::agreed)
        return false;
    const Date last = introduction.followUp ? std::max(since, *introduction.followUp) : since;
    return last.addDays(kFreshDays) > today;
}

bool owesAnswer(const Introduction& introduction, Date since, Date today, PersonId person)
{
    if (!isTimeToAsk(introduction, since, today))
        return false;
    const bool isLong = since.addDays(kAnswerDays) <= today;
    switch (waitOf(introduction, since, today)) {
    case IntroductionWait::consent:
        return isLong &&
               (introduction.a == person ? introduction.consentA : introduction.consentB) == IntroductionConsent::asked;
    case IntroductionWait::answer:
        return isLong;
    case IntroductionWait::checkBack:
        return true;
    case IntroductionWait::nothing:
    case IntroductionWait::making:
        break;
    }
    return false;
}

CallQueue callQueue(const QueueInput& input, const QueueRules& given)
{
    const QueueRules rules = withinLimits(given);
    const Builder builder(input, rules);
    const auto snoozed = snoozesInForce(input);
    CallQueue queue;
    std::vector<Placed> due, never;
    for (const QueueMember& member : input.members) {
        QueueEntry entry = builder.entryOf(member);
        if (const auto snooze = snoozed.find(member.id); snooze != snoozed.end()) {
            queue.snoozed.push_back({std::move(entry), snooze->second->until, snooze->second->id});
            continue;
        }
        if (entry.reasons.empty())
            continue;
        std::vector<Placed>& list = member.lastHeard ? due : never;
        list.push_back({std::move(entry), foldForSearch(member.name)});
    }
    queue.due = inOrder(std::move(due));
    queue.neverReached = inOrder(std::move(never));
    std::sort(queue.snoozed.begin(), queue.snoozed.end(), [](const SnoozedEntry& left, const SnoozedEntry& right) {
        return std::tuple(left.until, left.entry.name, left.entry.person) <
               std::tuple(right.until, right.entry.name, right.entry.person);
    });
    return queue;
}

} // namespace weavemap::weaving
