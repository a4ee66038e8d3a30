// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/domain/Ids.h"

namespace weavemap::store {

class Database;

/// A record that was merged into another one of the same person. The file remembers it as long as they are in it: who
/// is forgotten is forgotten under each name, also in backups from before.
struct MergedRecord
{
    PersonId id;      ///< nobody in the file any more
    std::string name; ///< as it was
};

/// Hands all that refers to `gone` to `keep` (ties with evidence and directions, calls, lines, promises, introductions,
/// pairs kept apart, questions, attendance, projects, places) and removes `gone`. What would stand twice is joined: a
/// tie to the same person is as deep as the deeper of the two, open where either is, and their weights add up unless
/// both are 1, which says nothing. What joined the two goes. The fields of `keep` are the caller's. Part of a change.
/// Errors: sameEnds, notFound.
Result<> handOver(Database& database, PersonId gone, PersonId keep);

/// The records merged into somebody, those merged into these before, too.
Result<std::vector<MergedRecord>> mergedInto(Database& database, PersonId person);

/// Forgets what was merged into somebody who goes.
Result<> forgetMergedInto(Database& database, PersonId person);

} // namespace weavemap::store
