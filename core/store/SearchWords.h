// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/Result.h"
#include "core/domain/Confidentiality.h"
#include "core/domain/Ids.h"
#include "core/store/SearchIndex.h"

namespace weavemap::store {

/// What stands in the index for one record. Where many are found, their order and who may read them must be known
/// without looking at each record.
struct Words
{
    std::string title;
    std::string body;
    std::int64_t place = 0; ///< the greatest comes first; within those that are alike, the newest record
    Confidentiality level = Confidentiality::shareable;
    PersonId writer{}; ///< who alone reads what is marked only me
    bool operator==(const Words&) const = default;
};

/// The words of a record as the index has them: control characters are spaces. None where it has none, or is not there.
Result<std::optional<Words>> wordsOf(Database& database, EntryKind kind, std::int64_t id);

} // namespace weavemap::store
