// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/PersonFields.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include "core/base/Text.h"
#include "ui/base/Convert.h"
#include "ui/base/ErrorText.h"
#include "ui/base/Words.h"
#include "ui/models/PeopleModel.h"

namespace weavemap::ui {

namespace {

struct T
{
    Q_DECLARE_TR_FUNCTIONS(PersonFields)
};

constexpr std::array kLevels{EngagementLevel::unknown, EngagementLevel::core, EngagementLevel::active,
                             EngagementLevel::occasional, EngagementLevel::peripheral};

Result<> setDate(std::optional<Date>& field, const QString& text)
{
    WEAVEMAP_ASSIGN(field, readDate(text));
    return {};
}

} // namespace

Result<std::optional<Date>> readDate(const QString& text)
{
    const QString plain = text.simplified();
    if (plain.isEmpty())
        return std::nullopt;
    if (const auto iso = Date::parseIso(toUtf8(plain)))
        return *iso;
    const QLocale locale;
    for (const auto* format : {"d MMM yyyy", "d MMMM yyyy", "d.M.yyyy", "d/M/yyyy"}) {
        const QDate date = locale.toDate(plain, QString::fromLatin1(format));
        if (const auto read = toDate(date); read && date.year() >= 1)
            return *read;
    }
    return fail(ErrorCode::badDate, {toUtf8(plain)});
}

QString fieldDate(const std::optional<Date>& date) { return date ? toQString(date->toIso()) : QString(); }

QString emailProblem(const QString& text)
{
    const QString plain = text.trimmed();
    const auto at = plain.indexOf(QLatin1Char('@'));
    if (plain.isEmpty() || (at > 0 && at < plain.size() - 1 && !plain.contains(QLatin1Char(' '))))
        return {};
    return errorSentence(Error(ErrorCode::badEmail, {toUtf8(plain)}));
}

Result<> setField(Person& person, int column, const QString& text)
{
    const std::string plain = toUtf8(text.trimmed());
    switch (column) {
    case PeopleModel::kName:
        person.name = plain;
        break;
    case PeopleModel::kRegion:
        person.region = plain;
        break;
    case PeopleModel::kRole:
        person.role = plain;
        break;
    case PeopleModel::kEmail:
        if (!emailProblem(text).isEmpty())
            return fail(ErrorCode::badEmail, {plain});
        person.email = plain;
        break;
    case PeopleModel::kPhone:
        person.phone = plain;
        break;
    case PeopleModel::kJoined:
        WEAVEMAP_TRY(setDate(person.joined, text));
        break;
    case PeopleModel::kLeft:
        WEAVEMAP_TRY(setDate(person.left, text));
        break;
    case PeopleModel::kLevel: {
        const auto* level = std::find_if(kLevels.begin(), kLevels.end(), [&text](EngagementLevel each) {
            return words(each).compare(text.trimmed(), Qt::CaseInsensitive) == 0;
        });
        if (level == kLevels.end() && !plain.empty())
            return fail(ErrorCode::outOfRange,
                        {toUtf8(T::tr("The level")), plain, toUtf8(T::tr("one of those in the list"))});
        person.level = level == kLevels.end() ? EngagementLevel::unknown : *level;
        break;
    }
    default:
        break;
    }
    return validate(person);
}

QString cellProblem(const Person& person, int column, const QString& text)
{
    if (column == PeopleModel::kName && text.trimmed().isEmpty())
        return T::tr("A person needs a name.");
    Person changed = person;
    const auto set = setField(changed, column, text);
    if (set)
        return {};
    if (set.error().code == ErrorCode::datesReversed)
        return T::tr("Nobody leaves before they have joined.");
    return errorSentence(set.error());
}

QString cellText(const PeopleModel& people, int row, int column)
{
    const Person& person = people.row(row).person;
    switch (column) {
    case PeopleModel::kJoined:
        return fieldDate(person.joined);
    case PeopleModel::kLeft:
        return fieldDate(person.left);
    default:
        return people.index(row, column).data(Qt::EditRole).toString();
    }
}

QStringList valuesIn(const PeopleModel& people, int column)
{
    QHash<QString, int> counts;
    for (int row = 0; row < people.rowCount(); ++row) {
        const QString value = people.index(row, column).data().toString();
        if (!value.isEmpty())
            ++counts[value];
    }
    QStringList values = counts.keys();
    std::sort(values.begin(), values.end(), [&counts](const QString& a, const QString& b) {
        return counts[a] != counts[b] ? counts[a] > counts[b] : QString::localeAwareCompare(a, b) < 0;
    });
    return values;
}

QString namesOf(const PeopleModel& people, const std::vector<PersonId>& ids)
{
    return ids.size() == 1 ? people.nameOf(ids.front()) : peopleCount(static_cast<int>(ids.size()));
}

} // namespace weavemap::ui
