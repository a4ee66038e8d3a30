// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/base/Result.h"
#include "core/domain/Conversation.h"
#include "core/domain/Project.h"
#include "core/store/Audience.h"
#include "core/store/Records.h"

/// Projects of members: what calls tell of them, and what is written down by hand. What writes is the inside of one
/// change.
namespace weavemap::actions {

/// A line of a call as it is to be stored: one about a project leads to its record, which has that name (accents and
/// case ignored) and is for the same eyes, or is new; the line's people and `others` are in it from now on. What only
/// one of the staff reads has a record of its own, so that nobody is seen in a project through it. A record that comes
/// up where fewer may read is as confidential as that from then on. Other lines come back as they are.
Result<NoteItem> withProject(store::Records& records, NoteItem line, const std::vector<PersonId>& others,
                             const Conversation& call);

/// A line as it is on record, with its call as that was until now.
struct ToldLine
{
    NoteItem line;
    Conversation call;
};

/// The same for a line on record, which `was` something until now; `me` changes it. One that says what it said keeps
/// its project, or its lack of one. Whom it named before and names no more is taken out of the project, unless another
/// line has them; one that has another name now renames a project that it alone tells of. A project that was made
/// private by hand stays with the line of its writer; one that `me` may not read, or that was opened by hand while the
/// line is private, stays as it is, and the line gets another one.
Result<NoteItem> withProject(store::Records& records, const ToldLine& was, NoteItem line,
                             const std::vector<PersonId>& others, const Conversation& call, PersonId me);

/// To be called before a line goes: a project that it alone tells of goes with it, unless more was written about it;
/// from one that others tell of, those go whom it alone named. One that `me` may not read stays as it is.
Result<> leaveProject(store::Records& records, const ToldLine& was, PersonId me);

/// Stores a project as it was written down by `me`: a new one where it has no id. It is at least as confidential as the
/// call in which it was heard of. Errors: missingName; notFound where it is not there, or not for `me`; invalidArgument
/// ("onlyMe") where nobody could read it, ("told") where it would be taken from others whose calls tell of it.
Result<ProjectId> putProject(store::Records& records, Project project, PersonId me);

} // namespace weavemap::actions
