// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <QObject>

#include "core/store/ErasedName.h"
#include "ui/conversations/CallDraftFile.h"
#include "ui/conversations/CallInput.h"

namespace weavemap::ui {

class Session;

enum class DraftLeft { asItWas, changed, nothing };

/// Takes somebody who was forgotten out of a call that is not stored: as participant, in ties, items and next steps,
/// and their full name in what was typed, by the rule of the file (`store::ErasedName`). Nothing is left of a call with
/// them alone.
DraftLeft forgetPerson(CallInput& input, PersonId person, const store::ErasedName& name);

/// Nothing is left of a conversation that was being changed and is forgotten.
DraftLeft forgetConversation(const CallInput& input, ConversationId conversation);

using Forget = std::function<DraftLeft(CallInput&)>;
/// Does it to each of the drafts on disk; one that cannot be read or written anew is removed.
void forgetInDrafts(const std::vector<CallDraftFile>& drafts, const Forget& forget);
/// Calls `erased` after each erasure, as long as `receiver` lives.
void whenErased(Session& session, QObject* receiver, std::function<void(const Forget&)> erased);

} // namespace weavemap::ui
