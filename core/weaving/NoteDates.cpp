// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/NoteDates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace weavemap::weaving {

namespace {

constexpr std::array<std::string_view, 7> kDays{"monday", "tuesday",  "wednesday", "thursday",
                                                "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};

/// 1 to 7; 0: no weekday. Also "mon", "tues", "thurs".
int weekdayOf(std::string_view word)
{
    for (std::size_t i = 0; i < kDays.size(); ++i)
        if (word == kDays[i] || (word.size() >= 3 && word.size() <= 5 && kDays[i].starts_with(word) && word != "sunda"))
            return static_cast<int>(i) + 1;
    return 0;
}

/// 1 to 12; 0: no month. Also "jan", "sept".
int monthOf(std::string_view word)
{
    for (std::size_t i = 0; i < kMonths.size(); ++i)
        if (word == kMonths[i] || (word.size() >= 3 && word.size() <= 4 && kMonths[i].starts_with(word)))
            return static_cast<int>(i) + 1;
    return 0;
}

/// "two", "2"; 0: no number.
int countOf(std::string_view word)
{
    static constexpr std::array<std::string_view, 13> kCounts{
        "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};
    for (std::size_t i = 1; i < kCounts.size(); ++i)
        if (word == kCounts[i])
            return static_cast<int>(i);
    if (word == "a" || word == "an")
        return 1;
    if (word == "couple")
        return 2;
    int count = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), count);
    return error == std::errc() && end == word.data() + word.size() && count > 0 && count <= 400 ? count : 0;
}

/// "3", "3rd", "13th": a day of a month; 0: none.
int dayOf(const Token& token)
{
    if (token.kind != TokenKind::number)
        return 0;
    int day = 0;
    const std::string& word = token.word;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), day);
    const std::string_view tail(end, static_cast<std::size_t>(word.data() + word.size() - end));
    const bool fits = tail.empty() || tail == "st" || tail == "nd" || tail == "rd" || tail == "th";
    return error == std::errc() && fits && day >= 1 && day <= 31 ? day : 0;
}

int yearOf(const Token& token)
{
    int year = 0;
    const std::string& word = token.word;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), year);
    return error == std::errc() && end == word.data() + word.size() && word.size() == 4 && year >= 1900 && year < 2200
               ? year
               : 0;
}

/// "first" to "twelfth"; 0: none.
int ordinalOf(std::string_view word)
{
    static constexpr std::array<std::string_view, 13> kOrdinals{"",      "first",    "second",  "third",  "fourth",
                                                                "fifth", "sixth",    "seventh", "eighth", "ninth",
                                                                "tenth", "eleventh", "twelfth"};
    for (std::size_t i = 1; i < kOrdinals.size(); ++i)
        if (word == kOrdinals[i])
            return static_cast<int>(i);
    return 0;
}

Date endOfMonth(Date day) { return Date::fromYmd(day.year(), day.month(), 1)->addMonths(1).addDays(-1); }

/// The day of a month, this year or the next, whichever comes first; of any month that has it where `month` is 0.
std::optional<Date> nextDay(Date on, int month, int day)
{
    Date first = *Date::fromYmd(on.year(), month == 0 ? on.month() : month, 1);
    for (int tries = 0; tries < 10; ++tries, first = month == 0 ? first.addMonths(1) : first.addYears(1))
        if (const auto date = Date::fromYmd(first.year(), first.month(), day); date && *date >= on)
            return *date;
    return std::nullopt;
}

Date nextWeekday(Date on, int weekday)
{
    const int ahead = (weekday - on.weekday() + 7) % 7;
    return on.addDays(ahead == 0 ? 7 : ahead);
}

class DateReader
{
public:
    DateReader(const std::vector<Token>& tokens, std::size_t last, Date on) : m_tokens(tokens), m_last(last), m_on(on)
    {}

    /// The phrase that begins at `i`; `last` equal to `first` where none does.
    DatePhrase at(std::size_t i) const
    {
        std::size_t k = i;
        const bool hasLead =
            is(k, "by") || is(k, "on") || is(k, "until") || is(k, "till") || is(k, "before") || is(k, "for");
        if (hasLead)
            ++k;
        // "by eod Friday", "by close of business on Monday"
        const std::size_t start = k;
        if (is(k, "eod") || is(k, "cob"))
            k += 1;
        else if ((is(k, "close") || is(k, "end")) && is(k + 1, "of") && (is(k + 2, "business") || is(k + 2, "day")))
            k += 3;
        if (k > start) {
            k += is(k, "on") ? 1 : 0;
            if (weekdayOf(word(k)) == 0 && word(k) != "tomorrow" && word(k) != "today")
                return {i, k, start == i ? std::nullopt : std::optional<Date>(m_on)};
        }
        for (const auto read :
             {&DateReader::plainWord, &DateReader::ending, &DateReader::counted, &DateReader::weekday,
              &DateReader::monthDay, &DateReader::numeric, &DateReader::dayOnly, &DateReader::vague}) {
            DatePhrase phrase{i, k, std::nullopt};
            if ((this->*read)(phrase))
                return phrase;
        }
        return {i, i, std::nullopt};
    }

private:
    bool is(std::size_t i, std::string_view word) const { return i < m_last && m_tokens[i].word == word; }
    std::string_view word(std::size_t i) const
    {
        return i < m_last ? std::string_view(m_tokens[i].word) : std::string_view();
    }

    bool take(DatePhrase& phrase, std::size_t count, std::optional<Date> day) const
    {
        phrase.last += count;
        phrase.day = day && *day >= m_on ? day : std::nullopt;
        return true;
    }

    bool plainWord(DatePhrase& phrase) const
    {
        const std::string_view first = word(phrase.last);
        if (first == "today" || first == "tonight" || first == "asap")
            return take(phrase, 1, m_on);
        if (first == "tomorrow")
            return take(phrase, 1, m_on.addDays(1));
        if (first == "day" && is(phrase.last + 1, "after") && is(phrase.last + 2, "tomorrow"))
            return take(phrase, 3, m_on.addDays(2));
        return false;
    }

    /// "the end of the month", "end of next week", "end of October".
    bool ending(DatePhrase& phrase) const
    {
        const std::size_t k = phrase.last, end = is(k, "the") ? k + 1 : k;
        if (is(end, "eow") || is(end, "eom"))
            return take(phrase, end + 1 - k, is(end, "eom") ? endOfMonth(m_on) : friday(m_on));
        if (!is(end, "end") || !is(end + 1, "of"))
            return false;
        std::size_t what = end + 2;
        const bool isNext = is(what, "next");
        if (is(what, "the") || is(what, "this") || isNext)
            ++what;
        if (is(what, "month") || is(what, "mo"))
            return take(phrase, what + 1 - k, endOfMonth(isNext ? m_on.addMonths(1) : m_on));
        if (is(what, "week"))
            return take(phrase, what + 1 - k, isNext ? friday(m_on).addDays(7) : friday(m_on));
        if (is(what, "year"))
            return take(phrase, what + 1 - k, Date::fromYmd(m_on.year() + (isNext ? 1 : 0), 12, 31).value());
        if (const int month = monthOf(word(what)); month != 0) {
            const Date last = endOfMonth(*Date::fromYmd(m_on.year(), month, 1));
            return take(phrase, what + 1 - k, last >= m_on ? last : endOfMonth(last.addYears(1)));
        }
        return false;
    }

    /// The working week's last day that is not over.
    static Date friday(Date on)
    {
        return on.weekday() <= 5 ? on.addDays(5 - on.weekday()) : on.addDays(7 - on.weekday());
    }

    /// "in two weeks", "in a fortnight", "two weeks from now", "a week from today", "within 3 days", "a week today".
    bool counted(DatePhrase& phrase) const
    {
        std::size_t k = phrase.last;
        const bool isIn = is(k, "in") || is(k, "within");
        k += isIn ? 1 : 0;
        k += is(k, "about") ? 1 : 0;
        int count = countOf(word(k));
        if (count == 0)
            return false;
        ++k;
        if (is(k, "couple")) {
            count = 2;
            ++k;
        }
        k += is(k, "of") ? 1 : 0;
        const std::string_view unit = word(k);
        std::optional<Date> day;
        if (unit == "day" || unit == "days")
            day = m_on.addDays(count);
        else if (unit == "week" || unit == "weeks")
            day = m_on.addDays(7 * count);
        else if (unit == "fortnight" || unit == "fortnights")
            day = m_on.addDays(14 * count);
        else if (unit == "month" || unit == "months")
            day = m_on.addMonths(count);
        else
            return false;
        ++k;
        const bool isFrom = is(k, "from");
        if (isFrom && (is(k + 1, "today") || is(k + 1, "now")))
            return take(phrase, k + 2 - phrase.last, day);
        if (isFrom && is(k + 1, "tomorrow"))
            return take(phrase, k + 2 - phrase.last, day->addDays(1));
        if (const int weekday = isFrom ? weekdayOf(word(k + 1)) : 0; weekday != 0)
            return take(phrase, k + 2 - phrase.last, nextWeekday(m_on, weekday).addDays(daysBetween(m_on, *day)));
        if (is(k, "today"))
            return take(phrase, k + 1 - phrase.last, day);
        if (is(k, "tomorrow"))
            return take(phrase, k + 1 - phrase.last, day->addDays(1));
        // "a week on Thursday", "two weeks on Friday": the next one, and that much later
        if (const int weekday = !isIn && is(k, "on") ? weekdayOf(word(k + 1)) : 0; weekday != 0)
            return take(phrase, k + 2 - phrase.last, nextWeekday(m_on, weekday).addDays(daysBetween(m_on, *day)));
        if (isIn && is(k, "'s") && is(k + 1, "time"))
            k += 2;
        else if (isIn && is(k, "time"))
            ++k;
        return isIn && take(phrase, k - phrase.last, day);
    }

    bool weekday(DatePhrase& phrase) const
    {
        std::size_t k = phrase.last;
        const bool isNext = is(k, "next"), isPast = is(k, "last");
        if (isNext || isPast || is(k, "this") || is(k, "coming") || is(k, "the"))
            ++k;
        const int weekday = weekdayOf(word(k));
        if (weekday == 0 || (k == phrase.last + 1 && is(phrase.last, "the")))
            return false;
        const bool isShort = word(k).size() < 5;
        std::size_t end = k + 1;
        end += isShort && is(end, ".") && end + 1 < m_last ? 1 : 0;
        Date day = nextWeekday(m_on, weekday);
        if (isNext) {
            day = m_on.addDays(8 - m_on.weekday() + weekday - 1);
        } else if (is(end, "week")) {
            day = day.addDays(7);
            ++end;
        }
        // "Friday 13 November" and "Fri, Nov 13": the day of the month says more.
        const std::size_t comma = end < m_last && m_tokens[end].kind == TokenKind::comma ? 1 : 0;
        DatePhrase rest{end + comma, end + comma, std::nullopt};
        if (!isNext && !isPast && monthDay(rest) && rest.day)
            return take(phrase, rest.last - phrase.last, rest.day);
        return take(phrase, end - phrase.last, isPast ? std::nullopt : std::optional<Date>(day));
    }

    /// "3 March", "March 3", "3rd of March 2027".
    bool monthDay(DatePhrase& phrase) const
    {
        const std::size_t k = is(phrase.last, "the") ? phrase.last + 1 : phrase.last;
        std::size_t end = k;
        int month = monthOf(word(k)), day = 0;
        if (month != 0 && k + 1 < m_last) {
            const std::size_t number = is(k + 1, ".") && word(k).size() <= 4 ? k + 2 : k + 1;
            if (number >= m_last)
                return false;
            day = dayOf(m_tokens[number]);
            end = number + 1;
        } else if (const int ordinal = ordinalOf(word(k)); ordinal != 0 && is(k + 1, "of")) {
            month = monthOf(word(k + 2));
            day = ordinal;
            end = k + 3;
        } else if (k < m_last && dayOf(m_tokens[k]) != 0) {
            const std::size_t of = is(k + 1, "of") ? 1 : 0;
            month = monthOf(word(k + 1 + of));
            day = dayOf(m_tokens[k]);
            end = k + 2 + of;
        }
        if (month == 0 || day == 0)
            return false;
        const std::size_t comma = end < m_last && m_tokens[end].kind == TokenKind::comma ? 1 : 0;
        if (end + comma < m_last)
            if (const int year = yearOf(m_tokens[end + comma]); year != 0) {
                const auto date = Date::fromYmd(year, month, day);
                return take(phrase, end + comma + 1 - phrase.last, date ? std::optional<Date>(*date) : std::nullopt);
            }
        return take(phrase, end - phrase.last, nextDay(m_on, month, day));
    }

    /// 2026-11-05 and 11/5: the month first, as Americans write it, unless it can be no month.
    bool numeric(DatePhrase& phrase) const
    {
        const std::size_t k = phrase.last;
        if (k + 2 >= m_last || m_tokens[k].kind != TokenKind::number || m_tokens[k + 2].kind != TokenKind::number ||
            m_tokens[k + 1].span.begin != m_tokens[k].span.end ||
            m_tokens[k + 2].span.begin != m_tokens[k + 1].span.end)
            return false;
        const int first = countOf(word(k)), second = dayOf(m_tokens[k + 2]);
        if (is(k + 1, "-") && k + 4 < m_last && yearOf(m_tokens[k]) != 0 && is(k + 3, "-")) {
            int month = 0;
            std::from_chars(word(k + 2).data(), word(k + 2).data() + word(k + 2).size(), month);
            const auto date = Date::fromYmd(yearOf(m_tokens[k]), month, dayOf(m_tokens[k + 4]));
            return date && take(phrase, 5, *date);
        }
        if (!is(k + 1, "/") || first == 0 || second == 0 || first > 31)
            return false;
        return take(phrase, 3,
                    first <= 12    ? nextDay(m_on, first, second)
                    : second <= 12 ? nextDay(m_on, second, first)
                                   : std::nullopt);
    }

    /// "by the 13th".
    bool dayOnly(DatePhrase& phrase) const
    {
        const std::size_t k = phrase.last;
        // "by 15th"
        const bool isBare = k > phrase.first && k < m_last && m_tokens[k].word.size() >= 3 && dayOf(m_tokens[k]) != 0;
        if (isBare)
            return take(phrase, 1, nextDay(m_on, 0, dayOf(m_tokens[k])));
        if (!is(k, "the") || k + 1 >= m_last || m_tokens[k + 1].word.size() < 3 || dayOf(m_tokens[k + 1]) == 0)
            return false;
        return take(phrase, 2, nextDay(m_on, 0, dayOf(m_tokens[k + 1])));
    }

    /// "next month", "this week", "in January", "soon": a time, and no day.
    bool vague(DatePhrase& phrase) const
    {
        const std::size_t k = phrase.last;
        const bool isUnit = is(k + 1, "week") || is(k + 1, "month") || is(k + 1, "year") || is(k + 1, "term") ||
                            is(k + 1, "spring") || is(k + 1, "summer") || is(k + 1, "fall") || is(k + 1, "winter");
        if ((is(k, "next") || is(k, "this")) && isUnit)
            return take(phrase, 2, std::nullopt);
        if (is(k, "in") && monthOf(word(k + 1)) != 0)
            return take(phrase, 2, std::nullopt);
        return false;
    }

    const std::vector<Token>& m_tokens;
    std::size_t m_last;
    Date m_on;
};

} // namespace

std::vector<DatePhrase> datesIn(const std::vector<Token>& tokens, std::size_t first, std::size_t last, Date on)
{
    std::vector<DatePhrase> phrases;
    const DateReader reader(tokens, std::min(last, tokens.size()), on);
    for (std::size_t i = first; i < last;) {
        const DatePhrase phrase = reader.at(i);
        if (phrase.last > phrase.first && phrase.last > i) {
            phrases.push_back(phrase);
            i = phrase.last;
        } else {
            ++i;
        }
    }
    return phrases;
}

} // namespace weavemap::weaving
