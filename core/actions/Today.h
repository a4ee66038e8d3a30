// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/actions/NetworkData.h"
#include "core/base/Date.h"
#include "core/base/Result.h"
#include "core/domain/Conversation.h"
#include "core/domain/Introduction.h"
#include "core/store/Records.h"
#include "core/weaving/CallQueue.h"

namespace weavemap::actions {

/// A promise that is open.
struct Promise
{
    enum class Due { late, today, thisWeek, later, undated };

    FollowUp followUp;
    std::string person; ///< name of the member it is about; empty: nobody
    std::string owner;  ///< name of who does it; empty: nobody in particular
    Due due = Due::undated;
    int daysLate = 0;             ///< below 0: days still to go
    std::optional<Date> talkedOn; ///< the day of the call it came from
};

/// Somebody in the call queue, as the page shows them.
struct QueueRow
{
    weaving::QueueEntry entry;
    std::string lastWords;     ///< the note of the last talk that reached them, where the reader may see it
    std::optional<Date> until; ///< left out of the queue until then
    bool operator==(const QueueRow&) const = default;
};

/// An open introduction that waits for somebody.
struct WaitingIntroduction
{
    Introduction introduction;
    std::string a;
    std::string b;
    Date since; ///< the day it came to its state
    weaving::IntroductionWait wait = weaving::IntroductionWait::answer;
    bool isNow = true; ///< now is the time to ask
};

struct Today
{
    Date on;
    std::vector<Promise> promises; ///< open ones: late first (the latest first), then by due date, undated last
    std::size_t late = 0;
    std::size_t dueToday = 0;
    std::size_t dueThisWeek = 0;                    ///< in the next seven days, today not counted
    std::vector<WaitingIntroduction> introductions; ///< what to ask about now first, then what has waited longest
    weaving::QueueRules rules;
    std::vector<QueueRow> callNext;     ///< members reached before who are due, by points
    std::size_t callNextCount = 0;      ///< before `limit`
    std::vector<QueueRow> neverReached; ///< apart, by points
    std::size_t neverReachedCount = 0;  ///< before `limit`
    std::vector<QueueRow> leftOut;      ///< for a while; who comes back first
    Coverage coverage;
};

/// The page of the day, at most `limit` members of the queue. Promises and introductions are never cut; those of a note
/// that is for one pair of ears only are told to the staff person `me` who wrote it, and to nobody else.
Result<Today> readToday(store::Records& records, Date on, std::size_t limit = 20, PersonId me = {});

} // namespace weavemap::actions
