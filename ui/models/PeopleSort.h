// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <QString>

#include "core/actions/Roster.h"
#include "core/base/Date.h"

namespace weavemap::ui {

/// Texts as columns sort them, each folded once and shared by all who have it: regions are few, people many.
class SortTexts
{
public:
    const QString& of(const std::string& text);

private:
    std::unordered_map<std::string, QString> m_folded;
};

/// What the columns of `PeopleModel` that hold text sort one person by, in the order of `sortKeyOf`. May be called by
/// any thread.
std::vector<QString> sortKeys(const actions::RosterRow& row, SortTexts& texts);
/// Where among these keys a column's text is; nothing for a column that sorts by `sortNumber`.
std::optional<std::size_t> sortKeyOf(int column);
/// What a column without such a text sorts by: a number, a level, a day, a moment.
std::int64_t sortNumber(const actions::RosterRow& row, int column);

/// The day somebody was last heard from.
std::optional<Date> heardDate(const actions::RosterRow& row);

} // namespace weavemap::ui
