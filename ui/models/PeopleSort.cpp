// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/PeopleSort.h"

#include <limits>

#include "core/base/Text.h"
#include "ui/base/Convert.h"
#include "ui/base/Words.h"
#include "ui/models/PeopleModel.h"

namespace weavemap::ui {

namespace {

constexpr std::size_t kFixedKeys = 7;
constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::min();

/// "Ana María Ruiz", and "Ruiz, Ana María" as well, as "ruiz ana maria".
QString sortName(const std::string& name)
{
    if (const auto comma = name.find(','); comma != std::string::npos && comma > 0)
        return toQString(foldForSearch(name.substr(0, comma) + ' ' + name.substr(comma + 1))).simplified();
    const QString folded = toQString(foldForSearch(name)).simplified();
    const auto last = folded.lastIndexOf(QLatin1Char(' '));
    return last < 0 ? folded : QString(folded.mid(last + 1) + QLatin1Char(' ') + folded.left(last));
}

} // namespace

const QString& SortTexts::of(const std::string& text)
{
    const auto [at, isNew] = m_folded.try_emplace(text);
    if (isNew)
        at->second = toQString(foldForSearch(text));
    return at->second;
}

std::optional<Date> heardDate(const actions::RosterRow& row)
{
    return row.lastHeard ? std::optional(row.lastHeard->localDate()) : std::nullopt;
}

std::vector<QString> sortKeys(const actions::RosterRow& row, SortTexts& texts)
{
    const Person& person = row.person;
    std::vector<QString> keys{sortName(person.name)};
    keys.reserve(kFixedKeys + row.values.size());
    for (const std::string& text :
         {person.region, person.role, row.organization, toUtf8(words(person.kind)), person.email, person.phone})
        keys.push_back(texts.of(text));
    for (const std::string& value : row.values)
        keys.push_back(texts.of(value));
    return keys;
}

std::optional<std::size_t> sortKeyOf(int column)
{
    switch (column) {
    case PeopleModel::kName:
        return 0;
    case PeopleModel::kRegion:
        return 1;
    case PeopleModel::kRole:
        return 2;
    case PeopleModel::kOrganization:
        return 3;
    case PeopleModel::kKind:
        return 4;
    case PeopleModel::kEmail:
        return 5;
    case PeopleModel::kPhone:
        return 6;
    default:
        if (column < PeopleModel::kFixedColumns)
            return std::nullopt;
        return kFixedKeys + static_cast<std::size_t>(column - PeopleModel::kFixedColumns);
    }
}

std::int64_t sortNumber(const actions::RosterRow& row, int column)
{
    const Person& person = row.person;
    const auto day = [](const std::optional<Date>& date) { return date ? std::int64_t{date->days()} : kNever; };
    switch (column) {
    case PeopleModel::kLevel:
        return static_cast<int>(person.level);
    case PeopleModel::kTies:
        return row.ties;
    case PeopleModel::kLastHeard:
        return row.lastHeard ? row.lastHeard->unixMs : kNever;
    case PeopleModel::kJoined:
        return day(person.joined);
    case PeopleModel::kLeft:
        return day(person.left ? person.left : person.archived);
    default:
        return 0;
    }
}

} // namespace weavemap::ui
