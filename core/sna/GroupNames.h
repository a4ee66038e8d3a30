// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/domain/Ids.h"

namespace weavemap::sna {

/// Who is in which group on a date: person `people[i]`, each at most once, is in group `of[i]`.
struct Grouping
{
    std::vector<PersonId> people;
    std::vector<std::uint32_t> of; ///< groups are numbered from 0
};

/// Names for the groups of a later date, so that a group keeps its name while its people change. `names[g]` is the name
/// of group g before; the result has one name for each group after, empty for one that is new.
///
/// Only people of both dates count. Pairs of an old and a new group are taken by the number of people they share, most
/// first, each group once; a pair of which less than half of the smaller group is shared is none. So of a split the
/// largest part keeps the name, of a merger the largest part gives it, and a group that scatters takes its name with
/// it. Ties go to the pair with fewer people outside, then to the pair that shares the person with the lowest id:
/// neither the numbering of groups nor the order of people matters. Pure; any thread. O(n log n).
std::vector<std::string> keptGroupNames(const Grouping& before, const std::vector<std::string>& names,
                                        const Grouping& after);

} // namespace weavemap::sna
