// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <variant>

#include "ui/conversations/CallInput.h"

namespace weavemap::ui {

/// The entry that stands for a proposal once the user changes it; nothing where a kind has none.
using ProposalEntry = std::variant<std::monostate, TieInput, ItemInput, StepInput>;
/// `call` says who took part and who of the staff talked; `nameOf` names people of the file.
ProposalEntry entryFor(const NoteProposal& proposal, const CallInput& call,
                       const std::function<QString(PersonId)>& nameOf);

/// Whether an entry of the page says it already: made by hand, or on record in a stored call.
bool isOnPage(const weaving::Proposal& proposal, const CallInput& page);

/// Whether a proposal names somebody who is not in the file yet, by this name.
bool namesNewcomer(const weaving::Proposal& proposal, const std::string& foldedName);

} // namespace weavemap::ui
