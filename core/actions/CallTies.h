// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/actions/LogCall.h"
#include "core/base/Result.h"
#include "core/domain/Conversation.h"
#include "core/store/Records.h"

namespace weavemap::actions {

/// Stores a tie that came up in a call, with its evidence and its direction. People have ids already.
Result<StoredTie> mentionTie(store::Records& records, const MentionedTie& tie, const Conversation& call);

/// Gives the evidence of a call whose day is another now that day. Their ties follow where they were as old or as fresh
/// as the call.
Result<> moveTies(store::Records& records, const Conversation& before, const Conversation& call);

/// Changes what a call has on record and adds what is mentioned anew, as `changeCall` says. What became of `mentioned`.
Result<std::vector<StoredTie>> putTies(store::Records& records, const std::vector<ChangedMention>& changed,
                                       const std::vector<MentionedTie>& mentioned, const Conversation& call);

} // namespace weavemap::actions
