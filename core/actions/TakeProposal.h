// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "core/actions/LogCall.h"
#include "core/weaving/Note.h"

namespace weavemap::actions {

/// Whether the records have a place for it: for everything but a topic that stands alone.
bool hasRecord(const weaving::Proposal& proposal);

/// Which way a tie goes, where the note says one: learned from somebody, else going to them for advice. `words` is the
/// clause the proposal came from.
std::optional<OverlayKind> directionOf(const weaving::Proposal& proposal, std::string_view words);

/// Adds what a proposal says to the call that is going to be stored with the note it was read from: the one rule for
/// the window and the terminal. What names nobody is about the first who took part; a promise of ours is that of the
/// staff person of the call. Somebody who is not in the file is added once, by their name, as a member who joined on
/// the call's day. Of a project with several people the first two are kept.
void takeProposal(CallDraft& draft, const weaving::Proposal& proposal);

} // namespace weavemap::actions
