// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/base/Date.h"
#include "core/weaving/Tokens.h"

namespace weavemap::weaving {

/// A day named by some of the note's words.
struct DatePhrase
{
    std::size_t first = 0; ///< token, a leading "by", "on" or "in" included
    std::size_t last = 0;
    std::optional<Date> day; ///< none: a time without a day ("next month", "this week")
};

/// The dates that English names in tokens [first, last), relative to the day `on`, in order: tomorrow, Friday (the next
/// one), next Tuesday (of the following Monday-to-Sunday week), Monday week, in two weeks, a fortnight, a week from
/// today, 3 March, March 3, the 13th, 11/5, 2026-11-05, end of the month, end of next month, end of October. Days
/// without a year are the next ones to come. Never before `on`.
std::vector<DatePhrase> datesIn(const std::vector<Token>& tokens, std::size_t first, std::size_t last, Date on);

} // namespace weavemap::weaving
