// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/base/Result.h"
#include "core/domain/Ids.h"

namespace weavemap::store {

class Database;

// What becomes of projects with the calls and the people whom they name.

/// To be called before a conversation goes or gets another level or writer: a project that was first heard of in it and
/// that another one tells of for the same eyes counts as heard of there from now on, as confidential as it was.
Result<> handOnProjects(Database& database, ConversationId conversation);

/// Projects that would go with a person who is erased: nobody else is in them, the association does not plan them, they
/// did not grow out of what stays, and nothing but the person's own conversations and lines about them tells of them.
Result<std::vector<ProjectId>> projectsGoingWith(Database& database, PersonId person);

} // namespace weavemap::store
