// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <unordered_set>
#include <utility>

#include "core/base/Text.h"
#include "core/exchange/SheetContent.h"

namespace weavemap::exchange {

namespace {

/// A name around its only comma; both empty where there is no such comma.
std::pair<std::string_view, std::string_view> aroundComma(std::string_view name)
{
    const std::size_t comma = name.find(',');
    if (comma == std::string_view::npos || name.find(',', comma + 1) != std::string_view::npos)
        return {};
    return {trimmed(name.substr(0, comma)), trimmed(name.substr(comma + 1))};
}

bool namesLookTurned(const SheetContent& content)
{
    std::size_t all = 0, turned = 0;
    for (std::size_t row = content.guess.firstDataRow; row < content.sheet.rowCount(); ++row) {
        const std::string_view name = trimmed(content.text(row, Field::name));
        if (name.empty() || content.isSummary(row))
            continue;
        const auto [last, first] = aroundComma(name);
        ++all;
        turned += last.empty() || first.empty() ? 0 : 1;
    }
    return turned > 0 && turned * 10 >= all * 9;
}

/// "Ruiz, Ana" as "Ana Ruiz"; anything that is not written so stays as it is.
std::string turnedRound(std::string_view name)
{
    const auto [last, first] = aroundComma(name);
    if (last.empty() || first.empty())
        return std::string(name);
    return std::string(first).append(" ").append(last);
}

std::string nameOf(const SheetContent& content, std::size_t row, bool turn)
{
    if (content.fields.contains(Field::name)) {
        const std::string_view name = content.text(row, Field::name);
        if (trimmed(name).empty())
            return {};
        return turn ? turnedRound(name) : std::string(name);
    }
    const std::string_view first = trimmed(content.text(row, Field::firstName));
    const std::string_view last = trimmed(content.text(row, Field::lastName));
    std::string name(first);
    if (!first.empty() && !last.empty())
        name += ' ';
    return name.append(last);
}

/// A date that cannot be read costs the date, not the person.
std::optional<Date> dateOf(const SheetContent& content, std::size_t row, Field field, DateOrder order,
                           ImportedNetwork& network)
{
    const std::string_view text = trimmed(content.text(row, field));
    if (text.empty())
        return {};
    auto date = parseLooseDate(text, order);
    if (date)
        return *date;
    network.notices.push_back({content.sheet.line(row), std::move(date.error())});
    return {};
}

/// The same for a level that is none of ours.
EngagementLevel levelOf(const SheetContent& content, std::size_t row, ImportedNetwork& network)
{
    auto level = parseLevel(content.text(row, Field::level));
    if (level)
        return *level;
    network.notices.push_back({content.sheet.line(row), std::move(level.error())});
    return EngagementLevel::unknown;
}

} // namespace

Result<> readPeople(const SheetContent& content, ImportedNetwork& network)
{
    const Sheet& sheet = content.sheet;
    network.personColumns = content.guess.columns;
    const ReadOptions& asked = content.options;
    if (asked.allFields || !asked.columns.empty() || !asked.without.empty())
        network.fieldColumns = content.fields;
    const DateOrder joinedOrder = content.dateOrder(Field::joined);
    const DateOrder leftOrder = content.dateOrder(Field::left);
    network.facts.namesLookTurned = namesLookTurned(content);
    const NameOrder order = content.options.names;
    const bool turn =
        order == NameOrder::lastNameFirst || (order == NameOrder::asItLooks && network.facts.namesLookTurned);
    const bool hasNames = content.fields.contains(Field::name) || content.fields.contains(Field::firstName) ||
                          content.fields.contains(Field::lastName);
    std::unordered_set<std::string_view> ids;
    std::size_t withoutId = 0;
    for (std::size_t row = content.guess.firstDataRow; row < sheet.rowCount(); ++row) {
        WEAVEMAP_TRY(content.poll(row));
        if (sheet.isBlank(row))
            continue;
        const std::size_t line = sheet.line(row);
        if (content.isSummary(row)) {
            network.rejected.push_back({line, Error(ErrorCode::summaryRow, {std::string(sheet.cell(row, 0))})});
            continue;
        }
        ImportedPerson person;
        person.line = line;
        const std::string_view id = content.text(row, Field::id);
        if (!id.empty())
            person.sourceId = std::string(id);
        person.name = nameOf(content, row, turn);
        if (person.name.empty()) {
            person.name = id;
            person.nameIsMissing = hasNames;
        }
        if (trimmed(person.name).empty()) {
            network.rejected.push_back({line, Error(ErrorCode::missingName, {"person"})});
            continue;
        }
        person.email = trimmed(content.text(row, Field::email));
        if (!person.email.empty() && person.email.find('@') == std::string::npos) {
            network.notices.push_back({line, Error(ErrorCode::badEmail, {std::exchange(person.email, {})})});
        }
        person.phone = trimmed(content.text(row, Field::phone));
        person.role = trimmed(content.text(row, Field::role));
        person.region = trimmed(content.text(row, Field::region));
        person.organization = trimmed(content.text(row, Field::organization));
        person.level = levelOf(content, row, network);
        person.contactPreference = trimmed(content.text(row, Field::contactPreference));
        person.joined = dateOf(content, row, Field::joined, joinedOrder, network);
        person.left = dateOf(content, row, Field::left, leftOrder, network);
        if (person.joined && person.left && *person.left < *person.joined) {
            network.notices.push_back({line, Error(ErrorCode::datesReversed, {"joined", "left"})});
            person.joined.reset();
            person.left.reset();
        }
        person.attributes = content.attributes(row);
        content.noticeExtraCells(row, network);
        if (id.empty())
            ++withoutId;
        else if (!ids.insert(id).second)
            network.notices.push_back({line, Error(ErrorCode::duplicateId, {std::string(id)})});
        network.people.push_back(std::move(person));
    }
    network.statedPeople = ids.size() + withoutId;
    return {};
}

} // namespace weavemap::exchange
