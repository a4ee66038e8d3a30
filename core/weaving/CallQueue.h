// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Date.h"
#include "core/domain/Conversation.h"
#include "core/domain/Introduction.h"
#include "core/domain/Person.h"
#include "core/domain/Question.h"

/// Whom to call next, and why (domain E5): points that anybody can add up, each with the records it rests on. Pure
/// rules over values, without a clock; any thread.
namespace weavemap::weaving {

/// Why somebody should be called. The order is the one reasons of equal points stand in.
enum class CallReason {
    promiseLate,            ///< a promise to them or by them was due before today
    promiseDue,             ///< one is due today
    introductionUnanswered, ///< they were asked about an introduction, or introduced, and have not answered for a week
    neverReached,           ///< nobody has ever talked with them
    silentYear,             ///< not heard from in the last twelve months
    overdue,                ///< the time between talks that their level asks for has passed
    noTie,                  ///< no known tie
    oneTie,                 ///< one known tie
    goBetween,              ///< without them others would lose their link to the rest
    thinSegment,            ///< few of their region have been heard from
};
inline constexpr std::size_t kCallReasons = 10;
inline constexpr std::size_t kLevels = 5; ///< of EngagementLevel

/// The word of a reason in files and in JSON: "promise_late".
std::string_view codeOf(CallReason reason);
std::optional<CallReason> callReasonOf(std::string_view code);

/// What the queue weighs; editable, kept in the file. A reason of 0 points does not count, but who has not been heard
/// from for a year is always in the queue.
struct QueueRules
{
    std::array<int, kCallReasons> points{6, 5, 2, 3, 3, 2, 3, 1, 4, 3}; ///< in the order of CallReason
    /// The longest time between two talks by EngagementLevel, in days: unknown, core, active, occasional, peripheral.
    std::array<int, kLevels> cadence{180, 60, 120, 180, 365};
    /// So many days after a talk only promises and introductions bring somebody up.
    int restDays = 30;

    int pointsOf(CallReason reason) const { return points[static_cast<std::size_t>(reason)]; }
    int cadenceOf(EngagementLevel level) const { return cadence[static_cast<std::size_t>(level)]; }
    bool operator==(const QueueRules&) const = default;

    static constexpr int kMostPoints = 20;
    static constexpr int kShortestCadence = 7, kLongestCadence = 365;
    static constexpr int kLongestRest = 180;
};

/// The rules with every number within its range.
QueueRules withinLimits(QueueRules rules);

/// A record that a reason rests on.
struct RecordRef
{
    enum class Kind { person, followUp, introduction, conversation, tie, noteItem };
    Kind kind = Kind::person;
    std::int64_t id = 0;
    bool operator==(const RecordRef&) const = default;
};
std::string_view codeOf(RecordRef::Kind kind); ///< "follow_up"

/// A current member, as the queue looks at them.
struct QueueMember
{
    PersonId id;
    std::string name;
    EngagementLevel level = EngagementLevel::unknown;
    std::string segment; ///< their region; empty: none known
    std::optional<Date> joined;
    std::optional<Date> lastHeard; ///< the last talk that reached them, up to today
    ConversationId lastTalk;       ///< that one
    int attempts = 0;              ///< conversations that did not reach them
    std::size_t tieCount = 0;      ///< of the tie set asked for, to current members
    std::vector<TieId> ties;       ///< some of these
    std::size_t cutOff = 0;        ///< how many others would lose their link to the rest without them
};

/// What an open introduction waits for.
enum class IntroductionWait {
    nothing,
    consent,   ///< an answer whether they want to be introduced
    making,    ///< both have agreed: us
    answer,    ///< it was made: a word from them
    checkBack, ///< the day has come to ask how it went
};
/// `followUp` days that have come first, unless they were before `since`, the day it came to its state; declined,
/// lapsed and finished ones wait for nothing.
IntroductionWait waitOf(const Introduction& introduction, Date since, Date today);
/// Whether now is the time to ask: not before the day that was set for it, and not where it has waited since `since`,
/// or since that day, for half a year: silence is an answer, too.
bool isTimeToAsk(const Introduction& introduction, Date since, Date today);
/// Whether `person`, one of the two, is to be asked about it now: what brings them up in the queue. They were asked a
/// week ago whether they want it, or it was made a week ago, or the day to look back has come.
bool owesAnswer(const Introduction& introduction, Date since, Date today, PersonId person);

struct QueueIntroduction
{
    Introduction introduction;
    Date since; ///< the day it came to its state
};

struct QueueInput
{
    Date today;
    std::vector<QueueMember> members; ///< current ones
    std::vector<FollowUp> promises;   ///< those that the reader may see
    std::vector<QueueIntroduction> introductions;
    std::vector<Snooze> snoozes;
};

/// A reason with what it says of a member. Which arguments count depends on the reason.
struct QueueReason
{
    CallReason code = CallReason::overdue;
    int points = 0;
    std::optional<Date> on; ///< promise: when it was due; introduction: since when; silentYear: the last talk; overdue:
                            ///< since when they are due; neverReached: the day they joined, where it is known
    std::size_t count = 0; ///< promises, introductions; neverReached: attempts; goBetween: people cut off; thinSegment:
                           ///< members heard from
    std::size_t of = 0;    ///< thinSegment: members
    std::string segment;   ///< thinSegment
    std::vector<RecordRef> records; ///< never empty; at most kMostRecords
    static constexpr std::size_t kMostRecords = 8;
    bool operator==(const QueueReason&) const = default;
};

struct QueueEntry
{
    PersonId person;
    std::string name;
    int points = 0;                   ///< the sum of the reasons'
    std::vector<QueueReason> reasons; ///< the most points first
    std::optional<Date> lastHeard;
    ConversationId lastTalk;
    int attempts = 0;
    bool operator==(const QueueEntry&) const = default;
};

/// Somebody left out for a while.
struct SnoozedEntry
{
    QueueEntry entry; ///< what would stand in the queue; no reasons where they would not be in it
    Date until;       ///< the first day on which they may come up again
    SnoozeId snooze;  ///< the one that says so
    bool operator==(const SnoozedEntry&) const = default;
};

struct CallQueue
{
    std::vector<QueueEntry> due;          ///< members reached before, who should be called
    std::vector<QueueEntry> neverReached; ///< apart, so that they do not crowd the list
    std::vector<SnoozedEntry> snoozed;    ///< by the day they come back
    bool operator==(const CallQueue&) const = default;
};

/// The queue of a day. Ordered by points, then name (without case and accents), then id: the same for the same values,
/// in whatever order they come. A snooze is in force from the day it was made to the day before it ends; of several the
/// latest end counts. Nobody not heard from for a year is missing, but for those snoozed and those never reached.
/// O(n log n).
CallQueue callQueue(const QueueInput& input, const QueueRules& rules);

} // namespace weavemap::weaving
