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
#include "core/store/Records.h"

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

/// A current member and how long ago they were last heard from.
struct SilentMember
{
    PersonId id;
    std::string name;
    std::string role;
    std::string region;
    std::optional<Instant> lastHeard;
    int days = 0;          ///< since then; since joining where never reached, 0 where that is not known
    int attempts = 0;      ///< conversations that did not reach them
    std::string lastWords; ///< the note of the last talk that reached them, where the reader may see it
};

struct Today
{
    Date on;
    std::vector<Promise> promises; ///< open ones: late first (the latest first), then by due date, undated last
    std::size_t late = 0;
    std::size_t dueToday = 0;
    std::size_t dueThisWeek = 0; ///< in the next seven days, today not counted
    /// Current members heard from at least once, the longest ago first.
    std::vector<SilentMember> longestSilent;
    /// Current members never reached, the most often tried last, then by name.
    std::vector<SilentMember> neverReached;
    std::size_t neverReachedCount = 0; ///< before `limit`
    Coverage coverage;
    std::size_t conversationsLast30Days = 0; ///< that reached somebody
};

/// The page of the day, at most `limit` members a list. Promises are never cut; those of a note that is for one pair of
/// ears only are told to the staff person `me` who wrote it, and to nobody else.
Result<Today> readToday(store::Records& records, Date on, std::size_t limit = 20, PersonId me = {});

} // namespace weavemap::actions
