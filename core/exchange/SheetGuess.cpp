// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/SheetGuess.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <unordered_set>

#include "core/base/Text.h"
#include "core/exchange/CellValue.h"
#include "core/exchange/CsvWriter.h"
#include "core/exchange/HeaderWords.h"
#include "core/exchange/MatrixShape.h"

namespace weavemap::exchange {

namespace {

constexpr std::size_t kProbeRows = 200;
constexpr std::size_t kHeaderSearch = 20;

std::size_t filledCells(const Sheet& sheet, std::size_t row)
{
    std::size_t filled = 0;
    for (std::size_t column = 0; column < sheet.cellCount(row); ++column)
        filled += trimmed(sheet.cell(row, column)).empty() ? 0 : 1;
    return filled;
}

/// The first row with two filled cells or more: titles and blank lines above it are passed over. A list of one column
/// has its first row that is not blank.
std::size_t findHeader(const Sheet& sheet)
{
    const std::size_t last = std::min(sheet.rowCount(), kHeaderSearch);
    std::size_t firstFilled = sheet.rowCount();
    for (std::size_t row = 0; row < last; ++row) {
        const std::size_t filled = filledCells(sheet, row);
        if (filled >= 2)
            return row;
        if (filled == 1 && firstFilled == sheet.rowCount())
            firstFilled = row;
    }
    return firstFilled;
}

/// How many rows further headers take: two below in Qualtrics' exports, one in SurveyMonkey's.
std::size_t furtherHeaders(const Sheet& sheet, std::size_t header)
{
    if (header + 2 < sheet.rowCount() && sheet.cell(header + 2, 0).starts_with("{\"ImportId\""))
        return 2;
    if (header + 2 >= sheet.rowCount() || !trimmed(sheet.cell(header + 1, 0)).empty())
        return 0;
    std::size_t gaps = 0;
    for (std::size_t column = 0; column < sheet.cellCount(header); ++column) {
        if (!trimmed(sheet.cell(header, column)).empty())
            continue;
        ++gaps;
        if (trimmed(sheet.cell(header + 1, column)).empty())
            return 0;
    }
    return gaps > 0 ? 1 : 0;
}

/// A, B, ... Z, AA, ...: what a spreadsheet calls a column.
std::string columnLetters(std::size_t column)
{
    std::string letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

void nameColumns(const Sheet& sheet, SheetGuess& guess)
{
    std::size_t width = sheet.cellCount(guess.headerRow);
    if (guess.firstDataRow > guess.headerRow + 1)
        width = std::max(width, sheet.cellCount(guess.headerRow + 1));
    guess.writtenByWeavemap = width > 1 && sheet.cell(guess.headerRow, width - 1) == kGuardMark;
    if (guess.writtenByWeavemap)
        --width;
    std::unordered_set<std::string> taken;
    for (std::size_t column = 0; column < width; ++column) {
        std::string_view header = sheet.cell(guess.headerRow, column);
        if (guess.writtenByWeavemap)
            header = withoutGuard(header);
        guess.headers.emplace_back(header);
        std::string name(header);
        if (name.empty() && guess.firstDataRow > guess.headerRow + 1)
            name = sheet.cell(guess.headerRow + 1, column);
        if (name.empty())
            name = columnLetters(column);
        std::string unique = name;
        for (int copy = 2; !taken.insert(unique).second; ++copy)
            unique = name + " (" + std::to_string(copy) + ")";
        guess.columns.push_back(std::move(unique));
    }
}

/// Whether every filled cell of a column says a direction.
bool saysDirection(const Sheet& sheet, const SheetGuess& guess, std::size_t column)
{
    static constexpr std::array<std::string_view, 5> kWords{"directed", "undirected", "mutual", "both", "one way"};
    bool any = false;
    const std::size_t last = std::min(sheet.rowCount(), guess.firstDataRow + kProbeRows);
    for (std::size_t row = guess.firstDataRow; row < last; ++row) {
        const std::string word = plainHeader(sheet.cell(row, column));
        if (word.empty())
            continue;
        if (std::find(kWords.begin(), kWords.end(), word) == kWords.end())
            return false;
        any = true;
    }
    return any;
}

/// Whether some cell of the column is what `read` reads.
template <class Read>
bool holds(const Sheet& sheet, const SheetGuess& guess, std::size_t column, Read read)
{
    for (std::size_t row = guess.firstDataRow; row < sheet.rowCount(); ++row)
        if (read(trimmed(sheet.cell(row, column))))
            return true;
    return false;
}

/// A word of a frequency; numbers are none.
bool isFrequency(std::string_view cell)
{
    if (cell.empty() || parseNumber(cell, ';'))
        return false;
    const auto contact = parseContact(cell);
    return contact && *contact != TieContact::unknown;
}

/// What the cells say about a heading of two meanings: the field, or none of them.
std::optional<Field> settledField(Field field, const Sheet& sheet, const SheetGuess& guess, std::size_t column)
{
    const std::string plain = plainHeader(guess.headers[column]);
    if (field == Field::direction && !saysDirection(sheet, guess, column))
        return {};
    // A frequency is a number to add up, or words such as "weekly".
    if (field == Field::weight && plain == "frequency" && holds(sheet, guess, column, isFrequency))
        return Field::contact;
    // "Start" may be one end of the tie, or a time that is no date.
    const auto isBeginning = [](std::string_view cell) {
        return parseBeginning(cell, DateOrder::dayFirst).has_value() ||
               parseBeginning(cell, DateOrder::monthFirst).has_value();
    };
    if (field == Field::since && plain == "start" && !holds(sheet, guess, column, isBeginning))
        return {};
    return field;
}

std::map<Field, std::size_t> matchFields(const Sheet& sheet, const SheetGuess& guess, bool asTies)
{
    std::map<Field, std::size_t> fields;
    std::map<Field, std::size_t> ranks;
    for (std::size_t column = 0; column < guess.headers.size(); ++column) {
        const auto match = matchHeader(guess.headers[column], asTies);
        const auto field = match ? settledField(match->field, sheet, guess, column) : std::nullopt;
        if (!field)
            continue;
        const auto known = ranks.find(*field);
        if (known == ranks.end() || match->rank < known->second) {
            fields[*field] = column;
            ranks[*field] = match->rank;
        }
    }
    return fields;
}

/// The running number of a form's answers is nobody's id.
bool isAnswerSheet(const SheetGuess& guess)
{
    std::set<std::string> plain;
    for (const std::string& header : guess.headers)
        plain.insert(plainHeader(header));
    return (plain.contains("start time") && plain.contains("completion time")) || plain.contains("response id") ||
           plain.contains("responseid") || plain.contains("respondent id") || plain.contains("timestamp");
}

/// Whether the first two columns speak of the same people: some text stands in both.
bool columnsOverlap(const Sheet& sheet, std::size_t firstRow)
{
    std::unordered_set<std::string_view> left;
    const std::size_t last = std::min(sheet.rowCount(), firstRow + kProbeRows);
    for (std::size_t row = firstRow; row < last; ++row)
        if (const auto text = trimmed(sheet.cell(row, 0)); !text.empty())
            left.insert(text);
    for (std::size_t row = firstRow; row < last; ++row)
        if (left.contains(trimmed(sheet.cell(row, 1))))
            return true;
    return false;
}

bool hasPeople(const std::map<Field, std::size_t>& fields)
{
    return fields.contains(Field::name) || fields.contains(Field::email) ||
           (fields.contains(Field::firstName) && fields.contains(Field::lastName));
}

ReadAs guessKind(const Sheet& sheet, const SheetGuess& guess)
{
    const auto tieFields = matchFields(sheet, guess, true);
    if (tieFields.contains(Field::source) && tieFields.contains(Field::target))
        return ReadAs::ties;
    if (looksLikeMatrix(sheet, guess.headerRow))
        return ReadAs::matrix;
    const auto peopleFields = matchFields(sheet, guess, false);
    if (hasPeople(peopleFields) || (peopleFields.contains(Field::id) && !isAnswerSheet(guess)))
        return ReadAs::members;
    const bool isNarrow = guess.headers.size() >= 2 && guess.headers.size() <= 4;
    if (isNarrow && columnsOverlap(sheet, guess.firstDataRow))
        return ReadAs::ties;
    return ReadAs::detect;
}

/// Whether the row taken for the header is a row of data: no word in it is known, and it holds a number, or its first
/// two cells both turn up again below.
bool isDataAlready(const Sheet& sheet, const SheetGuess& guess)
{
    for (const std::string& header : guess.headers) {
        if (matchHeader(header, true) || matchHeader(header, false))
            return false;
    }
    if (sheet.cellCount(guess.headerRow) > 1 && looksLikeMatrix(sheet, guess.headerRow))
        return false;
    for (const std::string& header : guess.headers)
        if (parseNumber(header, ';'))
            return true;
    if (guess.headers.size() < 2)
        return false;
    std::array<bool, 2> again{false, false};
    const std::size_t last = std::min(sheet.rowCount(), guess.firstDataRow + kProbeRows);
    for (std::size_t row = guess.firstDataRow; row < last; ++row)
        for (std::size_t column = 0; column < 2; ++column)
            for (std::size_t end = 0; end < 2; ++end)
                again[end] = again[end] || sheet.cell(row, column) == guess.headers[end];
    return again[0] && again[1];
}

} // namespace

SheetGuess guessSheet(const Sheet& sheet, ReadAs as, const std::map<Field, std::string>& columns)
{
    SheetGuess guess;
    guess.kind = as;
    guess.headerRow = findHeader(sheet);
    guess.firstDataRow = sheet.rowCount();
    // A header that holds the names the user gave is the header, whatever stands above it.
    for (std::size_t row = 0; !columns.empty() && row < std::min(sheet.rowCount(), kHeaderSearch); ++row) {
        std::set<std::string_view> cells;
        for (std::size_t column = 0; column < sheet.cellCount(row); ++column)
            cells.insert(withoutGuard(sheet.cell(row, column)));
        if (std::all_of(columns.begin(), columns.end(), [&](const auto& one) { return cells.contains(one.second); })) {
            guess.headerRow = row;
            break;
        }
    }
    if (guess.headerRow >= sheet.rowCount())
        return guess;
    guess.firstDataRow = guess.headerRow + 1 + furtherHeaders(sheet, guess.headerRow);
    nameColumns(sheet, guess);
    if (columns.empty() && as != ReadAs::matrix && isDataAlready(sheet, guess)) {
        guess.firstDataRow = guess.headerRow;
        guess.headerRow = sheet.rowCount();
        guess.kind = as == ReadAs::detect ? ReadAs::ties : as;
        guess.headers.clear();
        return guess;
    }
    if (as == ReadAs::detect)
        guess.kind = guessKind(sheet, guess);
    if (guess.kind == ReadAs::ties) {
        guess.fields = matchFields(sheet, guess, true);
        const bool isNarrow = guess.headers.size() == 2 || columnsOverlap(sheet, guess.firstDataRow);
        if (!guess.fields.contains(Field::source) && !guess.fields.contains(Field::target) &&
            guess.headers.size() >= 2 && isNarrow) {
            std::erase_if(guess.fields, [](const auto& filled) { return filled.second < 2; });
            guess.fields[Field::source] = 0;
            guess.fields[Field::target] = 1;
        }
    } else if (guess.kind == ReadAs::members) {
        guess.fields = matchFields(sheet, guess, false);
        if (isAnswerSheet(guess)) {
            guess.fields.erase(Field::id);
            guess.fields.erase(Field::joined);
            guess.fields.erase(Field::left);
        }
        if (guess.headers.size() == 1 && guess.fields.empty())
            guess.fields[Field::name] = 0;
    }
    return guess;
}

std::optional<Field> fieldOfHeader(std::string_view header, ReadAs kind)
{
    const auto match = matchHeader(header, kind == ReadAs::ties);
    return match ? std::optional(match->field) : std::nullopt;
}

} // namespace weavemap::exchange
