// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "core/base/Text.h"
#include "core/exchange/MatrixShape.h"
#include "core/exchange/SheetContent.h"

namespace weavemap::exchange {

namespace {

struct Entry
{
    std::size_t source = 0;
    std::size_t target = 0;
    double weight = 1;
    std::size_t line = 0;
};

/// Gives each label its person. Equal labels are told apart by their turn: the second "Ana" among the rows is the
/// second "Ana" among the columns.
class Labels
{
public:
    explicit Labels(ImportedNetwork& network) : m_network(network) {}

    void beginAxis() { m_turn.clear(); }

    std::size_t personOf(std::string_view label, std::size_t line)
    {
        const std::string key(trimmed(label));
        auto& known = m_people[key];
        const std::size_t turn = m_turn[key]++;
        if (turn == known.size()) {
            known.push_back(m_network.people.size());
            ImportedPerson person;
            person.name = label;
            person.line = line;
            m_network.people.push_back(std::move(person));
        }
        return known[turn];
    }

private:
    ImportedNetwork& m_network;
    std::unordered_map<std::string, std::vector<std::size_t>> m_people;
    std::unordered_map<std::string, std::size_t> m_turn;
};

bool isSymmetric(const std::vector<Entry>& entries)
{
    std::vector<std::tuple<std::size_t, std::size_t, double>> forward, backward;
    for (const Entry& entry : entries) {
        forward.emplace_back(entry.source, entry.target, entry.weight);
        backward.emplace_back(entry.target, entry.source, entry.weight);
    }
    std::sort(forward.begin(), forward.end());
    std::sort(backward.begin(), backward.end());
    return forward == backward;
}

} // namespace

Result<> readMatrix(const SheetContent& content, ImportedNetwork& network)
{
    constexpr std::size_t kNobody = static_cast<std::size_t>(-1);
    const Sheet& sheet = content.sheet;
    const std::size_t headerRow = content.guess.headerRow;
    const std::size_t first = firstLabelColumn(sheet, headerRow);
    const std::size_t width = content.guess.headers.size();
    Labels labels(network);
    std::vector<std::size_t> columnPeople;
    for (std::size_t column = first; column < width; ++column) {
        const std::string_view label = content.text(headerRow, column);
        columnPeople.push_back(trimmed(label).empty() ? kNobody : labels.personOf(label, sheet.line(headerRow)));
    }
    const std::size_t columnCount = network.people.size();
    labels.beginAxis();
    std::vector<Entry> entries;
    bool isOneSet = true;
    for (std::size_t row = headerRow + 1; row < sheet.rowCount(); ++row) {
        if (row % 64 == 0 && content.run.cancelled())
            return fail(ErrorCode::cancelled);
        if (sheet.isBlank(row))
            continue;
        const std::size_t line = sheet.line(row);
        const auto reject = [&](Error reason) { network.rejected.push_back({line, std::move(reason)}); };
        if (content.isSummary(row)) {
            reject(Error(ErrorCode::summaryRow, {std::string(sheet.cell(row, 0))}));
            continue;
        }
        const std::string_view label = content.text(row, 0);
        if (trimmed(label).empty()) {
            reject(Error(ErrorCode::missingName, {"person"}));
            continue;
        }
        const std::size_t person = labels.personOf(label, line);
        isOneSet = isOneSet && person < columnCount;
        for (std::size_t at = 0; at < columnPeople.size(); ++at) {
            auto value = parseMatrixCell(content.text(row, at + 1), sheet.facts.delimiter);
            if (!value)
                reject(std::move(value.error()));
            else if (*value && columnPeople[at] == kNobody)
                reject(Error(ErrorCode::missingEnd, {"target", std::string(label)}));
            else if (*value)
                entries.push_back({person, columnPeople[at], **value, line});
        }
        if (sheet.cellCount(row) > columnPeople.size() + 1) {
            for (std::size_t column = columnPeople.size() + 1; column < sheet.cellCount(row); ++column) {
                if (trimmed(sheet.cell(row, column)).empty())
                    continue;
                network.notices.push_back(
                    {line, Error(ErrorCode::extraCells,
                                 {std::to_string(sheet.cellCount(row)), std::to_string(columnPeople.size() + 1)})});
                break;
            }
        }
    }
    // Rows and columns that are not the same people make a two-mode table: who is in what has no direction.
    const bool mirrors = isOneSet && isSymmetric(entries);
    const TieDirection wish = content.options.direction;
    network.directed = wish == TieDirection::directed || (wish == TieDirection::asTheFileSays && isOneSet && !mirrors);
    for (const Entry& entry : entries) {
        if (mirrors && !network.directed && entry.target < entry.source)
            continue;
        ImportedTie tie;
        tie.source = {network.people[entry.source].name, entry.source};
        tie.target = {network.people[entry.target].name, entry.target};
        tie.weight = entry.weight;
        tie.directed = network.directed;
        tie.line = entry.line;
        network.ties.push_back(std::move(tie));
    }
    network.statedPeople = network.people.size();
    network.statedTies = network.ties.size();
    return {};
}

} // namespace weavemap::exchange
