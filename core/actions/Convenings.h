// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "core/base/Result.h"
#include "core/domain/Convening.h"
#include "core/store/Records.h"

namespace weavemap::actions {

/// How many people of a convening were asked, said they would come, and came.
struct AttendanceCounts
{
    std::size_t invited = 0;
    std::size_t registered = 0;
    std::size_t came = 0;
    bool operator==(const AttendanceCounts&) const = default;
};
AttendanceCounts countsOf(const std::vector<Attendance>& attendance);

/// Stores a convening as `me` wrote it down, a new one where it has no id, and what is known of the people in
/// `attendance`, whose convening is this one whatever they say; who is not in it stays as they are. The inside of one
/// change. Errors: missingName; notFound where it is not there, or not for `me`; invalidArgument ("onlyMe") where
/// nobody could read it.
Result<ConveningId> putConvening(store::Records& records, Convening convening,
                                 const std::vector<Attendance>& attendance, PersonId me);

} // namespace weavemap::actions
