// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/CsvNetworkReader.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/exchange/CellValue.h"
#include "core/exchange/CsvReader.h"
#include "core/exchange/SheetContent.h"
#include "core/exchange/SheetGuess.h"
#include "core/exchange/TextDecoder.h"

namespace weavemap::exchange {

namespace {

tl::unexpected<Error> missingColumn(std::string column, const SheetGuess& guess)
{
    std::vector<std::string> args{std::move(column)};
    args.insert(args.end(), guess.headers.begin(), guess.headers.end());
    return fail(ErrorCode::missingColumn, std::move(args));
}

/// Whether some cell of the column is a level: "Level" may be anything in a school.
bool holdsLevels(const Sheet& sheet, const SheetGuess& guess, std::size_t column)
{
    for (std::size_t row = guess.firstDataRow; row < sheet.rowCount(); ++row)
        if (const auto level = parseLevel(sheet.cell(row, column)); level && *level != EngagementLevel::unknown)
            return true;
    return false;
}

/// Without a map a member list fills id, name and e-mail only (design, section 4), unless all fields are asked for.
/// That somebody left is never taken unasked: it ends their membership.
bool isFilledUnasked(Field field, std::size_t column, const Sheet& sheet, const SheetGuess& guess,
                     const ReadOptions& options)
{
    if (options.without.contains(field))
        return false;
    static constexpr std::array kAlways{Field::id, Field::name, Field::firstName, Field::lastName, Field::email};
    if (guess.kind != ReadAs::members || std::find(kAlways.begin(), kAlways.end(), field) != kAlways.end())
        return true;
    return options.allFields && field != Field::left && (field != Field::level || holdsLevels(sheet, guess, column));
}

/// "Name" beside a first name without a last one is the last name; where first or last name was chosen, no other column
/// is the name.
void settleNames(std::map<Field, std::size_t>& fields, const ReadOptions& options)
{
    const bool isChosen = options.columns.contains(Field::firstName) || options.columns.contains(Field::lastName);
    if (options.columns.contains(Field::name) || !fields.contains(Field::name) || (!options.allFields && !isChosen))
        return;
    const bool isLast = fields.contains(Field::firstName) && !fields.contains(Field::lastName) &&
                        !options.without.contains(Field::lastName);
    if (isLast)
        fields[Field::lastName] = fields[Field::name];
    if (isLast || isChosen)
        fields.erase(Field::name);
}

/// Columns the user named, then the sure ones among the guesses.
Result<std::map<Field, std::size_t>> chooseFields(const Sheet& sheet, const SheetGuess& guess,
                                                  const ReadOptions& options)
{
    std::map<Field, std::size_t> fields;
    for (const auto& [field, header] : options.columns) {
        auto found = std::find(guess.headers.begin(), guess.headers.end(), header);
        auto at = static_cast<std::size_t>(found - guess.headers.begin());
        if (found == guess.headers.end()) {
            found = std::find(guess.columns.begin(), guess.columns.end(), header);
            at = static_cast<std::size_t>(found - guess.columns.begin());
        }
        if (at >= guess.columns.size())
            return missingColumn(header, guess);
        fields[field] = at;
    }
    const auto chosen = fields;
    for (const auto& [field, column] : guess.fields) {
        const bool isTaken = std::any_of(chosen.begin(), chosen.end(), [name = field, at = column](const auto& one) {
            return one.second == at || one.first == name;
        });
        if (!isTaken && isFilledUnasked(field, column, sheet, guess, options))
            fields[field] = column;
    }
    if (guess.kind == ReadAs::members)
        settleNames(fields, options);
    return fields;
}

/// The kind that the user's columns speak of.
ReadAs wishedKind(const ReadOptions& options)
{
    if (options.as != ReadAs::detect)
        return options.as;
    static constexpr std::array kOfTies{Field::source, Field::target,  Field::weight, Field::topic,
                                        Field::depth,  Field::contact, Field::since,  Field::direction};
    if (std::any_of(kOfTies.begin(), kOfTies.end(), [&](Field field) { return options.columns.contains(field); }))
        return ReadAs::ties;
    return options.columns.empty() ? ReadAs::detect : ReadAs::members;
}

RunContext partOf(const RunContext& run, double from, double to)
{
    return RunContext(
        run.stopToken(), [&run, from, to](double done) { run.progress(from + (to - from) * done); }, run.threads());
}

bool saysWhereTiesEnd(const std::map<Field, std::size_t>& fields, Field& missing)
{
    missing = fields.contains(Field::source) ? Field::target : Field::source;
    return fields.contains(Field::source) && fields.contains(Field::target);
}

bool saysWhoPeopleAre(const std::map<Field, std::size_t>& fields)
{
    const std::array kAny{Field::id, Field::name, Field::firstName, Field::lastName};
    return std::any_of(kAny.begin(), kAny.end(), [&](Field field) { return fields.contains(field); });
}

} // namespace

Result<ImportedNetwork> networkOfSheet(const Sheet& sheet, const ReadOptions& options, const std::string& path,
                                       const RunContext& run)
{
    const SheetGuess guess = guessSheet(sheet, wishedKind(options), options.columns);
    if (guess.headerRow >= sheet.rowCount())
        return fail(ErrorCode::noHeader, {path});
    if (guess.kind == ReadAs::detect)
        return fail(ErrorCode::nothingToImport, {path});
    WEAVEMAP_ASSIGN(auto fields, chooseFields(sheet, guess, options));
    Field missing = Field::source;
    if (guess.kind == ReadAs::ties && !saysWhereTiesEnd(fields, missing))
        return missingColumn(std::string(fieldName(missing)), guess);
    if (guess.kind == ReadAs::members && !saysWhoPeopleAre(fields))
        return missingColumn(std::string(fieldName(Field::name)), guess);

    ImportedNetwork network;
    network.kind = guess.kind;
    network.facts = sheet.facts;
    network.facts.headerLine = sheet.line(guess.headerRow);
    network.facts.headerRows = guess.firstDataRow - guess.headerRow;
    network.facts.writtenByWeavemap = guess.writtenByWeavemap;
    network.facts.columns = guess.headers;
    network.notices = sheet.issues;
    network.directed = options.direction == TieDirection::directed;
    if (guess.kind != ReadAs::matrix)
        for (const auto& [field, column] : fields)
            network.facts.mapping[field] = guess.headers[column];
    const SheetContent content{sheet, guess, options, run, std::move(fields)};
    if (guess.kind == ReadAs::members)
        WEAVEMAP_TRY(readPeople(content, network));
    else if (guess.kind == ReadAs::ties)
        WEAVEMAP_TRY(readTies(content, network));
    else
        WEAVEMAP_TRY(readMatrix(content, network));
    if (run.cancelled())
        return fail(ErrorCode::cancelled);
    run.progress(1.0);
    return network;
}

Claim CsvNetworkReader::claims(const SourceFile& file) const
{
    static constexpr std::array<std::string_view, 4> kSuffixes{"csv", "tsv", "tab", "txt"};
    const bool isOurs = std::find(kSuffixes.begin(), kSuffixes.end(), file.suffix) != kSuffixes.end();
    return isOurs ? Claim::bySuffix : Claim::no;
}

Result<ImportedNetwork> CsvNetworkReader::read(SourceFile file, const ReadOptions& options, const RunContext& run) const
{
    WEAVEMAP_ASSIGN(const DecodedText text, decodeText(std::move(file.bytes), options.encoding, file.path));
    WEAVEMAP_ASSIGN(Sheet sheet, readCsv(text.text, options, file.path, partOf(run, 0.0, 0.5)));
    sheet.facts.encoding = text.encoding;
    sheet.facts.encodingSure = text.sure;
    return networkOfSheet(sheet, options, file.path, partOf(run, 0.5, 1.0));
}

} // namespace weavemap::exchange
