// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/CellValue.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <string>
#include <system_error>
#include <utility>

#include "core/base/Text.h"
#include "core/exchange/HeaderWords.h"

namespace weavemap::exchange {

namespace {

/// "31.3.2025" as three numbers split by one kind of sign.
struct DateParts
{
    int first = 0;
    int second = 0;
    int year = 0;
    char separator = '\0';
};

std::optional<DateParts> splitDate(std::string_view text)
{
    text = text.substr(0, text.find_first_of(" T"));
    DateParts parts;
    const char* at = text.data();
    const char* const end = at + text.size();
    for (int* part : {&parts.first, &parts.second, &parts.year}) {
        const auto [behind, code] = std::from_chars(at, end, *part);
        if (code != std::errc() || behind == at || *at == '-')
            return {};
        at = behind;
        if (part == &parts.year)
            break;
        if (at == end || (*at != '.' && *at != '/') || (parts.separator != '\0' && *at != parts.separator))
            return {};
        parts.separator = *at++;
    }
    if (at != end || parts.year < 1000)
        return {};
    return parts;
}

} // namespace

Result<double> parseNumber(std::string_view cell, char delimiter)
{
    std::string text(trimmed(cell));
    const std::size_t comma = text.find(',');
    if (comma != std::string::npos) {
        const std::size_t decimals = text.size() - comma - 1;
        if (text.find_first_of(",.", comma + 1) != std::string::npos || text.find('.') != std::string::npos ||
            (delimiter != ';' && decimals == 3))
            return fail(ErrorCode::badNumber, {std::string(cell)});
        text[comma] = '.';
    }
    const std::size_t skip = text.starts_with('+') && !text.starts_with("+-") ? 1 : 0;
    double value = 0;
    const char* const begin = text.data() + skip;
    const char* const end = text.data() + text.size();
    const auto [behind, code] = std::from_chars(begin, end, value);
    if (code != std::errc() || behind != end || !std::isfinite(value))
        return fail(ErrorCode::badNumber, {std::string(cell)});
    return value;
}

Result<double> parseWeight(std::string_view cell, char delimiter)
{
    if (trimmed(cell).empty())
        return 1.0;
    auto weight = parseNumber(cell, delimiter);
    if (weight && *weight <= 0)
        return fail(ErrorCode::outOfRange, {"weight", std::string(cell), "more than 0"});
    return weight;
}

Result<std::optional<TieDepth>> parseDepth(std::string_view cell)
{
    const std::string_view text = trimmed(cell);
    if (text.empty())
        return std::optional<TieDepth>();
    int depth = 0;
    const auto [behind, code] = std::from_chars(text.data(), text.data() + text.size(), depth);
    if (code != std::errc() || behind != text.data() + text.size())
        return fail(ErrorCode::badNumber, {std::string(cell)});
    if (depth < 0 || depth > 4)
        return fail(ErrorCode::outOfRange, {"depth", std::string(cell), "0 to 4"});
    return std::optional<TieDepth>(static_cast<TieDepth>(depth));
}

Result<EngagementLevel> parseLevel(std::string_view cell)
{
    using enum EngagementLevel;
    static constexpr std::array<std::pair<std::string_view, EngagementLevel>, 30> kWords{{
        {"core", core},
        {"core member", core},
        {"core group", core},
        {"kern", core},
        {"kerngruppe", core},
        {"nucleo", core},
        {"noyau", core},
        {"active", active},
        {"active member", active},
        {"aktiv", active},
        {"activo", active},
        {"activa", active},
        {"actif", active},
        {"occasional", occasional},
        {"occasionally", occasional},
        {"gelegentlich", occasional},
        {"ocasional", occasional},
        {"occasionnel", occasional},
        {"occasionnelle", occasional},
        {"peripheral", peripheral},
        {"periphery", peripheral},
        {"peripher", peripheral},
        {"am rand", peripheral},
        {"periferico", peripheral},
        {"periferica", peripheral},
        {"peripherique", peripheral},
        {"", unknown},
        {"unknown", unknown},
        {"not said", unknown},
        {"unbekannt", unknown},
    }};
    const std::string plain = plainHeader(cell);
    for (const auto& [word, level] : kWords)
        if (word == plain && (!word.empty() || trimmed(cell).empty()))
            return level;
    return fail(ErrorCode::outOfRange, {"level", std::string(cell), "core, active, occasional or peripheral"});
}

Result<TieContact> parseContact(std::string_view cell)
{
    using enum TieContact;
    static constexpr std::pair<std::string_view, TieContact> kWords[]{
        {"weekly", weekly},
        {"every week", weekly},
        {"each week", weekly},
        {"once a week", weekly},
        {"once per week", weekly},
        {"once weekly", weekly},
        {"twice a week", weekly},
        {"several times a week", weekly},
        {"per week", weekly},
        {"1x week", weekly},
        {"at least weekly", weekly},
        {"daily", weekly},
        {"every day", weekly},
        {"each day", weekly},
        {"most days", weekly},
        {"monthly", monthly},
        {"every month", monthly},
        {"each month", monthly},
        {"once a month", monthly},
        {"once per month", monthly},
        {"once monthly", monthly},
        {"twice a month", monthly},
        {"several times a month", monthly},
        {"per month", monthly},
        {"1x month", monthly},
        {"at least monthly", monthly},
        {"fortnightly", monthly},
        {"every fortnight", monthly},
        {"every two weeks", monthly},
        {"every 2 weeks", monthly},
        {"every other week", monthly},
        {"each term", eachTerm},
        {"every term", eachTerm},
        {"once a term", eachTerm},
        {"once per term", eachTerm},
        {"per term", eachTerm},
        {"termly", eachTerm},
        {"each semester", eachTerm},
        {"every semester", eachTerm},
        {"once a semester", eachTerm},
        {"once per semester", eachTerm},
        {"quarterly", eachTerm},
        {"every quarter", eachTerm},
        {"each quarter", eachTerm},
        {"once a quarter", eachTerm},
        {"yearly", yearly},
        {"every year", yearly},
        {"each year", yearly},
        {"once a year", yearly},
        {"once per year", yearly},
        {"per year", yearly},
        {"1x year", yearly},
        {"annual", yearly},
        {"annually", yearly},
        {"wochentlich", weekly},
        {"jede woche", weekly},
        {"taglich", weekly},
        {"monatlich", monthly},
        {"jeden monat", monthly},
        {"jedes halbjahr", eachTerm},
        {"vierteljahrlich", eachTerm},
        {"jahrlich", yearly},
        {"jedes jahr", yearly},
        {"chaque semaine", weekly},
        {"hebdomadaire", weekly},
        {"chaque mois", monthly},
        {"mensuel", monthly},
        {"chaque trimestre", eachTerm},
        {"trimestriel", eachTerm},
        {"chaque annee", yearly},
        {"annuel", yearly},
        {"cada semana", weekly},
        {"semanal", weekly},
        {"cada mes", monthly},
        {"mensual", monthly},
        {"cada trimestre", eachTerm},
        {"trimestral", eachTerm},
        {"cada ano", yearly},
        {"anual", yearly},
        {"unknown", unknown},
        {"not said", unknown},
        {"don t know", unknown},
        {"n a", unknown},
        {"unbekannt", unknown},
    };
    if (trimmed(cell).empty())
        return unknown;
    const std::string plain = plainHeader(cell);
    for (const auto& [word, contact] : kWords)
        if (word == plain)
            return contact;
    return fail(ErrorCode::outOfRange, {"contact", std::string(cell)});
}

DateOrder dateOrderOf(std::span<const std::string_view> cells)
{
    bool isDayFirst = false, isMonthFirst = false;
    for (const std::string_view cell : cells) {
        const auto parts = splitDate(trimmed(cell));
        if (!parts || parts->separator != '/')
            continue;
        isDayFirst = isDayFirst || parts->first > 12;
        isMonthFirst = isMonthFirst || parts->second > 12;
    }
    if (isDayFirst == isMonthFirst)
        return DateOrder::unknown;
    return isDayFirst ? DateOrder::dayFirst : DateOrder::monthFirst;
}

Result<Date> parseLooseDate(std::string_view cell, DateOrder order)
{
    const std::string_view text = trimmed(cell);
    if (text.size() == 10 || (text.size() > 10 && (text[10] == 'T' || text[10] == ' '))) {
        if (auto date = Date::parseIso(text.substr(0, 10)))
            return date;
    }
    const auto parts = splitDate(text);
    if (!parts)
        return fail(ErrorCode::badDate, {std::string(cell)});
    const bool isDayFirst = parts->separator == '.' || order == DateOrder::dayFirst || parts->first == parts->second;
    if (parts->separator == '/' && order == DateOrder::unknown && parts->first != parts->second)
        return fail(ErrorCode::badDate, {std::string(cell)});
    const int day = isDayFirst ? parts->first : parts->second;
    const int month = isDayFirst ? parts->second : parts->first;
    auto date = Date::fromYmd(parts->year, month, day);
    if (!date)
        return fail(ErrorCode::badDate, {std::string(cell)});
    return date;
}

Result<Beginning> parseBeginning(std::string_view cell, DateOrder order)
{
    auto date = parseLooseDate(cell, order);
    if (date)
        return Beginning{*date};
    const std::string_view text = trimmed(cell);
    const std::size_t mark = text.find_first_of("-./");
    const bool yearFirst = mark == std::string_view::npos || mark == 4;
    const std::string_view year = yearFirst ? text.substr(0, mark) : text.substr(mark + 1);
    std::string_view month = "1";
    if (mark != std::string_view::npos)
        month = yearFirst ? text.substr(mark + 1) : text.substr(0, mark);
    const auto number = [](std::string_view digits) {
        const bool allDigits = std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
        int value = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return allDigits && !digits.empty() && digits.size() <= 4 ? value : 0;
    };
    if (year.size() != 4 || month.size() > 2 || number(year) < 1900 || number(year) > 2099)
        return fail(ErrorCode::badDate, {std::string(cell)});
    const auto first = Date::fromYmd(number(year), number(month), 1);
    if (!first)
        return fail(ErrorCode::badDate, {std::string(cell)});
    return Beginning{*first, false};
}

} // namespace weavemap::exchange
