// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/base/Text.h"
#include "core/exchange/CellValue.h"
#include "core/exchange/HeaderWords.h"
#include "core/exchange/SheetContent.h"

namespace weavemap::exchange {

namespace {

/// The target's column and every further one of the same header: "Name, Knows, Knows".
std::vector<std::size_t> targetColumns(const SheetContent& content)
{
    const std::size_t first = content.fields.at(Field::target);
    std::vector<std::size_t> columns{first};
    for (std::size_t column = first + 1; column < content.guess.headers.size(); ++column)
        if (content.guess.headers[column] == content.guess.headers[first])
            columns.push_back(column);
    return columns;
}

/// The columns that say none of what a tie has.
std::vector<std::size_t> furtherColumns(const SheetContent& content, const std::vector<std::size_t>& targets)
{
    std::vector<bool> isField(content.guess.columns.size(), false);
    for (const Field field :
         {Field::source, Field::weight, Field::depth, Field::contact, Field::since, Field::topic, Field::direction})
        if (const auto found = content.fields.find(field); found != content.fields.end())
            isField[found->second] = true;
    for (const std::size_t column : targets)
        isField[column] = true;
    std::vector<std::size_t> further;
    for (std::size_t column = 0; column < isField.size(); ++column)
        if (!isField[column])
            further.push_back(column);
    return further;
}

bool isDirected(const SheetContent& content, std::size_t row)
{
    if (content.options.direction != TieDirection::asTheFileSays)
        return content.options.direction == TieDirection::directed;
    const std::string word = plainHeader(content.text(row, Field::direction));
    return word == "directed" || word == "one way";
}

/// How often two people are in touch costs what it says, not the tie, where it cannot be read.
TieContact contactOf(const SheetContent& content, std::size_t row, ImportedNetwork& network)
{
    auto contact = parseContact(content.text(row, Field::contact));
    if (contact)
        return *contact;
    network.notices.push_back({content.sheet.line(row), std::move(contact.error())});
    return TieContact::unknown;
}

/// The same for since when. A month or a year is taken for its first day, and the user is told.
std::optional<Date> sinceOf(const SheetContent& content, std::size_t row, DateOrder order, ImportedNetwork& network)
{
    const std::string_view text = trimmed(content.text(row, Field::since));
    if (text.empty())
        return {};
    auto since = parseBeginning(text, order);
    if (!since) {
        network.notices.push_back({content.sheet.line(row), std::move(since.error())});
        return {};
    }
    if (!since->isDay)
        network.notices.push_back(
            {content.sheet.line(row), Error(ErrorCode::badDate, {std::string(text), since->date.toIso()})});
    return since->date;
}

} // namespace

Result<> readTies(const SheetContent& content, ImportedNetwork& network)
{
    const Sheet& sheet = content.sheet;
    const char delimiter = sheet.facts.delimiter;
    network.tieColumns = content.guess.columns;
    const std::vector<std::size_t> targets = targetColumns(content);
    network.furtherTieColumns = furtherColumns(content, targets);
    const DateOrder sinceOrder = content.dateOrder(Field::since);
    std::unordered_set<std::string_view> people;
    for (std::size_t row = content.guess.firstDataRow; row < sheet.rowCount(); ++row) {
        WEAVEMAP_TRY(content.poll(row));
        if (sheet.isBlank(row))
            continue;
        const std::size_t line = sheet.line(row);
        const auto reject = [&](Error reason) { network.rejected.push_back({line, std::move(reason)}); };
        if (content.isSummary(row)) {
            reject(Error(ErrorCode::summaryRow, {std::string(sheet.cell(row, 0))}));
            continue;
        }
        const std::string_view source = content.text(row, Field::source);
        if (trimmed(source).empty()) {
            const auto known = std::find_if(targets.begin(), targets.end(), [&](std::size_t column) {
                return !trimmed(content.text(row, column)).empty();
            });
            reject(known == targets.end()
                       ? Error(ErrorCode::missingEnd, {"source"})
                       : Error(ErrorCode::missingEnd, {"source", std::string(content.text(row, *known))}));
            continue;
        }
        auto weight = parseWeight(content.text(row, Field::weight), delimiter);
        if (!weight) {
            reject(std::move(weight.error()));
            continue;
        }
        auto depth = parseDepth(content.text(row, Field::depth));
        if (!depth) {
            reject(std::move(depth.error()));
            continue;
        }
        // Nothing is noticed about a row that is left out.
        const bool hasTarget = std::any_of(targets.begin(), targets.end(), [&](std::size_t column) {
            return !trimmed(content.text(row, column)).empty();
        });
        if (!hasTarget) {
            reject(Error(ErrorCode::missingEnd, {"target", std::string(source)}));
            continue;
        }
        const TieContact contact = contactOf(content, row, network);
        const std::optional<Date> since = sinceOf(content, row, sinceOrder, network);
        for (const std::size_t column : targets) {
            const std::string_view target = content.text(row, column);
            if (trimmed(target).empty())
                continue;
            ImportedTie tie;
            tie.source.text = source;
            tie.target.text = target;
            tie.weight = *weight;
            tie.depth = *depth;
            tie.contact = contact;
            tie.since = since;
            tie.topic = trimmed(content.text(row, Field::topic));
            tie.directed = isDirected(content, row);
            tie.attributes = content.attributes(row);
            tie.line = line;
            network.directed = network.directed || tie.directed;
            people.insert(source);
            people.insert(target);
            network.ties.push_back(std::move(tie));
        }
        content.noticeExtraCells(row, network);
    }
    network.statedPeople = people.size();
    network.statedTies = network.ties.size();
    return {};
}

} // namespace weavemap::exchange
