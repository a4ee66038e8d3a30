// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/base/Result.h"
#include "core/domain/Convening.h"

namespace weavemap::store {

class Database;

/// Convenings with who was invited, registered and came. A view over one connection, on its thread. These are the
/// office's own reads: what may leave goes through `AudienceRecords`.
class Convenings
{
public:
    explicit Convenings(Database& database) : m_database(&database) {}

    Result<std::vector<Convening>> all() const; ///< newest first
    Result<std::optional<Convening>> find(ConveningId id) const;
    Result<std::size_t> count() const;
    Result<ConveningId> insert(Convening convening);
    Result<> update(const Convening& convening);
    Result<> remove(ConveningId id); ///< with who came; projects lose the reference

    Result<std::vector<Attendance>> attendance() const; ///< by convening, in the order they were written
    Result<std::vector<Attendance>> attendance(ConveningId convening) const;
    Result<std::vector<Attendance>> attendanceOf(PersonId person) const;
    /// Writes what is known of this person at this convening in the place of what was; nothing of the three takes it
    /// away. The id is found.
    Result<> put(const Attendance& attendance);

private:
    Database* m_database;
};

} // namespace weavemap::store
