// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/domain/Ids.h"

namespace weavemap::store {

/// The recorded tables, in the order in which they are attached to the recording session.
enum class Table {
    organization,
    person,
    attribute,
    attributeValue,
    tie,
    overlay,
    evidence,
    conversation,
    participant,
    noteItem,
    followUp,
    view,
    position,
    fact,
    introduction,
    introductionStep,
    apartPair,
    question,
    askedQuestion,
    snooze,
    convening,
    attendance,
    project,
    projectPerson,
};
inline constexpr std::size_t kTableCount = 24;

enum class RowChange { inserted, updated, deleted };

struct ChangedRow
{
    std::int64_t id = 0; ///< the row's primary key
    RowChange change = RowChange::updated;
    bool operator==(const ChangedRow&) const = default;
};

/// What a change, an undo or a redo did, read from SQLite's changeset itself: which rows of which tables. Rows of a
/// table are in ascending order of id, each once. For `attributeValue`, `participant`, `introductionStep`, `attendance`
/// and `projectPerson` the person, conversation, introduction, convening and project that own the rows are listed under
/// their own tables as updated, too.
struct ChangeSet
{
    enum class Cause { change, undo, redo };

    std::uint64_t revision = 0; ///< of the data after it; grows by one with each
    Cause cause = Cause::change;
    std::string label; ///< of the step
    std::array<std::vector<ChangedRow>, kTableCount> rowsByTable;

    std::span<const ChangedRow> rows(Table table) const { return rowsByTable[static_cast<std::size_t>(table)]; }
    bool touches(Table table) const { return !rows(table).empty(); }
    bool isEmpty() const
    {
        for (const auto& rows : rowsByTable)
            if (!rows.empty())
                return false;
        return true;
    }
};

} // namespace weavemap::store
