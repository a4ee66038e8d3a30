// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/store/Recording.h"
#include "core/store/Workspace.h"

namespace weavemap::store {

class Database;

/// The steps of the `history` table and their changesets. The undo cursor is the state of the rows: undo takes the
/// newest step that is not undone, redo the oldest that is. Everything runs in the caller's transaction, on its thread.
class History
{
public:
    struct Step
    {
        std::int64_t number = 0;
        std::string label;
        int schemaVersion = 0;
        HistoryStep::State state = HistoryStep::State::done;
    };
    struct NewStep
    {
        std::string label;
        std::string author;
        Instant when;
        int schemaVersion = 0;
        std::size_t rows = 0;
    };

    History(Database& database, HistoryCap cap) : m_database(&database), m_cap(cap) {}

    /// Drops the undone steps, writes the new one, drops the oldest ones beyond the cap. The newest always stays.
    Result<> add(const NewStep& step, const Bytes& changeset);
    /// The step that undo would undo (or that forbids it, being kept); none where there is none.
    Result<std::optional<Step>> undoStep() const;
    Result<std::optional<Step>> redoStep() const;
    Result<Bytes> changeset(std::int64_t number) const;
    Result<> mark(std::int64_t number, HistoryStep::State state);
    /// Ends it: changesets and undone steps go, the labels stay as `labelOf(label)` says (as they are where empty).
    Result<> end(const std::function<std::string(const std::string&)>& labelOf);
    Result<std::vector<HistoryStep>> list(std::size_t limit) const;
    Result<std::size_t> count() const;

private:
    Result<> drop(std::int64_t number);
    Result<> trim();

    Database* m_database;
    HistoryCap m_cap;
};

} // namespace weavemap::store
