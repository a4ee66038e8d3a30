// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/actions/LogCall.h"
#include "core/store/Audience.h"
#include "core/weaving/Note.h"

namespace weavemap::actions {

/// The names of the projects that are known to the reader of a note: what it may call by name.
Result<std::vector<std::string>> projectNames(const store::AudienceRecords& readable);

/// The kind of line that a proposal becomes; nothing for ties, people, promises and topics.
std::optional<NoteItemKind> itemKindOf(weaving::ProposalKind kind);

/// What a promise says without the day that is stored with it: "send the list" of "send the list by next Friday". As
/// it stands where the day is no more than a part of what is promised ("come to the talk of 3 March").
std::string promiseText(const weaving::Proposal& promise);

/// Whether the records have a place for it: for everything but a topic that stands alone.
bool hasRecord(const weaving::Proposal& proposal);

/// Which way a tie goes, where the note says one: learned from somebody, else going to them for advice. `words` is the
/// clause the proposal came from.
std::optional<OverlayKind> directionOf(const weaving::Proposal& proposal, std::string_view words);

/// Adds what a proposal says to the call that is going to be stored with the note it was read from: the one rule for
/// the window and the terminal. What names nobody is about the first who took part; a promise of ours is that of the
/// staff person of the call. Somebody who is not in the file is added once, by their name, as a member who joined on
/// the call's day.
void takeProposal(CallDraft& draft, const weaving::Proposal& proposal);

} // namespace weavemap::actions
