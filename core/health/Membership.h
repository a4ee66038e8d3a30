// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "core/base/Date.h"
#include "core/base/Result.h"
#include "core/domain/Person.h"
#include "core/health/HealthFigure.h"

namespace weavemap::health {

/// A time in which somebody was a member.
struct Stint
{
    std::optional<Date> from;  ///< the first day; absent: before everything that is known
    std::optional<Date> until; ///< the first day no longer, as `Person::isHereOn`; absent: still
    bool operator==(const Stint&) const = default;
};

/// All stints of one person, in any order; overlapping ones, and ones without a day between, count as one.
using MemberHistory = std::vector<Stint>;

/// The one stint that a person's own dates tell: from joining to leaving or being archived, whichever came first.
Stint stintOf(const Person& person);

/// Comings and goings in a period.
struct MembershipCount
{
    std::size_t start = 0;    ///< members on the day before the period
    std::size_t joined = 0;   ///< first stints that began in it
    std::size_t returned = 0; ///< later stints that began in it
    std::size_t left = 0;     ///< stints that ended in it
    std::size_t end = 0;      ///< members on its last day, counted by themselves
    std::size_t stayed = 0;   ///< of those at the start, who were members all through it

    /// start + joined + returned - left = end.
    bool balances() const { return start + joined + returned == end + left; }
    // Shares of the start, in its unit (0.05 is 5 %); no value where nobody was there at the start.
    HealthFigure growth() const;      ///< (end - start) / start; below 0 where it shrank
    HealthFigure attrition() const;   ///< left / start; above 1 where more left than were there at the start
    HealthFigure retention() const;   ///< (end - new) / start, new being those who joined or returned
    HealthFigure stayedShare() const; ///< stayed / start: whom retention is meant to be about

    bool operator==(const MembershipCount&) const = default;
};

/// Counts a period from the first to the last day, both included. A person who leaves and comes back in it counts under
/// `left` and `returned` each time; a stint that begins and ends in it counts under both.
/// Source: domain 3.6 (growthzone.com, asaecenter.org). Pure; O(stints log stints).
/// Errors: datesReversed ("from", "to" of the period or "from", "until" of a stint).
Result<MembershipCount> countMembership(std::span<const MemberHistory> members, Date from, Date to);

/// The share of members with a touch in the last `months` months (domain 3.6: active, 12): after the same day so many
/// months before, up to the date itself, as coverage counts. `touches`: each member's last one, absent where there
/// never was any; one after the date counts as none. n members. O(n).
HealthFigure activeShare(std::span<const std::optional<Date>> touches, Date on, int months = 12);

} // namespace weavemap::health
