// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QString>
#include <QStringList>

#include "core/base/Result.h"
#include "core/domain/Person.h"

namespace weavemap::ui {

class PeopleModel;

/// A date as people write it: "2026-10-15", "15 Oct 2026", "15 October 2026", "15.10.2026", "15/10/2026"; no text is no
/// date. Error: badDate.
Result<std::optional<Date>> readDate(const QString& text);
/// The way a field shows it again.
QString fieldDate(const std::optional<Date>& date);
/// What is wrong with an e-mail address, in one sentence; empty where it is none or a fit one.
QString emailProblem(const QString& text);

/// Puts the text of a cell into the field of a person that stands in this column of a PeopleModel; the level is read by
/// its name. The organization and further columns are left alone: they are rows of their own. Errors: badDate,
/// badEmail, missingName, datesReversed, outOfRange.
Result<> setField(Person& person, int column, const QString& text);
/// What is wrong with a text for this cell, in one sentence; empty where it fits.
QString cellProblem(const Person& person, int column, const QString& text);
/// What a cell's editor starts with.
QString cellText(const PeopleModel& people, int row, int column);

/// The values there are in a column, each once, the most frequent first.
QStringList valuesIn(const PeopleModel& people, int column);
/// "Ana Ruiz", or "3 people".
QString namesOf(const PeopleModel& people, const std::vector<PersonId>& ids);

} // namespace weavemap::ui
