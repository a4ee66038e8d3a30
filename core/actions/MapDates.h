// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/actions/NetworkData.h"
#include "core/base/Date.h"
#include "core/domain/Ids.h"
#include "core/graph/GraphSnapshot.h"
#include "core/graph/NetworkSnapshot.h"

namespace weavemap::actions {

/// The time in which a network changes.
struct TimeSpan
{
    Date first; ///< the first date that a tie of the network bears; where none is dated, that a person bears
    Date last;  ///< the day up to which it was asked for
    /// Every date from `first` to `last` on which a person or a tie comes or goes; ascending, each once.
    std::vector<Date> changes;

    bool operator==(const TimeSpan&) const = default;
};

/// Nothing where no date before `today` changes the network: there is no time to look back on. `options.on` is not
/// used. Dates after `today` do not count. O(people + ties) and the sort of the dates.
std::optional<TimeSpan> timeSpan(const NetworkData& data, const graph::NetworkOptions& options, Date today);

/// A convening of the past, for the time bar. Never one that only its writer may read.
struct DatedEvent
{
    ConveningId id;
    std::string title;
    Date on;
    bool operator==(const DatedEvent&) const = default;
};

/// Where a walk through time stops: even steps (of days, weeks, months, quarters, years or five years, the smallest of
/// which `most` are enough), both ends, and the `events` between them, where these are not more than `most`. Ascending,
/// each once; never empty.
std::vector<Date> timeStops(const TimeSpan& span, std::span<const Date> events, std::size_t most = 36);

/// What became of a person or a tie from one date to a later one.
enum class DateChange {
    none,  ///< no dates are compared
    fresh, ///< in the network on the later date only
    lost,  ///< on the earlier date only
    kept,  ///< on both
};

struct ChangeCounts
{
    std::size_t fresh = 0;
    std::size_t lost = 0;
    std::size_t kept = 0;

    void count(DateChange change);
    bool operator==(const ChangeCounts&) const = default;
};

/// Two dates of one network beside each other: whoever and whatever was in it on either.
struct DateComparison
{
    Date from; ///< the earlier one
    Date to;
    std::vector<std::pair<PersonId, DateChange>> people; ///< by id
    std::vector<std::pair<TieId, DateChange>> ties;      ///< by id; a tie is there where both its ends are
    ChangeCounts peopleCounts;
    ChangeCounts tieCounts;

    DateChange of(PersonId person) const; ///< none: on neither date
    DateChange of(TieId tie) const;
};

/// Compares a network on two dates, in whichever order they are given; of the same date twice everything is kept.
/// `options.on` is not used. O(people + ties).
DateComparison compareDates(const NetworkData& data, const graph::NetworkOptions& options, Date one, Date other);

/// The undirected network of everybody and everything that the comparison found on either date.
graph::GraphSnapshot networkOfEither(const NetworkData& data, const DateComparison& comparison);

/// The undirected network of everybody who ever was, or will be, of the population, and of every tie of the set between
/// them, ended ones too.
graph::GraphSnapshot networkOfAllDates(const NetworkData& data, const graph::NetworkOptions& options);

} // namespace weavemap::actions
