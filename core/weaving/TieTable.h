// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "core/domain/Tie.h"
#include "core/weaving/WordPattern.h"

namespace weavemap::weaving {

/// Who goes to whom, by who is the subject of the verb.
enum class Flow { mutual, toObject, fromObject };

/// What follows a verb that states a tie.
struct TiePattern
{
    WordPattern words; ///< behind the verb; without a person: said of several subjects
    TieDepth depth = TieDepth::talked;
    Flow flow = Flow::mutual;
    bool isWork = false;  ///< says that they work together
    bool isEnd = false;   ///< says that they are out of touch
    bool hasTopic = true; ///< "on" and "for" behind it name what it is about
    bool hasPerson = false;
    bool endsWithOwner = false; ///< "borrowed Ana's"
};

/// The patterns of a verb, the more telling first.
const std::vector<TiePattern>& tiePatternsOf(std::string_view lemma);

} // namespace weavemap::weaving
