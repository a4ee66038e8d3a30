// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/domain/Tie.h"
#include "core/weaving/TieTable.h"
#include "core/weaving/WordPattern.h"

namespace weavemap::weaving {

/// A turn of phrase that says by itself what somebody needs or offers, or what keeps them away.
struct WishPhrase
{
    ProposalKind kind = ProposalKind::need;
    WordPattern words;
    std::size_t textFrom = 0; ///< the element that its text begins with; past the last: behind the phrase
    bool isWhole = false;     ///< the clause is the text: "Lowell's chart is free for anyone"
};
const std::vector<WishPhrase>& wishPhrases();

/// How two people stand to each other, said without a verb of its own: "friends with Ben".
struct StatePhrase
{
    WordPattern words;
    TieDepth depth = TieDepth::talked;
    Flow flow = Flow::mutual;
    bool isWork = false;
    bool hasPerson = false; ///< else of several subjects: "Ben and Carla are friends"
};
const std::vector<StatePhrase>& statePhrases();

} // namespace weavemap::weaving
