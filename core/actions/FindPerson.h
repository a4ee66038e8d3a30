// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "core/base/Result.h"
#include "core/domain/Person.h"
#include "core/store/Records.h"

namespace weavemap::actions {

/// The one person meant by a full name, a source id or an id in decimal. An exact name is taken first, then one that is
/// equal without case and accents. Errors: notFound ("person", text); ambiguousName with the candidates as
/// "Name (id)" where several fit.
Result<Person> findPersonExactly(store::Records& records, std::string_view text);

/// The same, and where nobody is called so in full, whom the names that notes use call: a first name or a surname, a
/// nickname, a short form of a name, "Ruiz, Ana". Nobody is taken for a near miss: notFound names the nearest behind
/// its text, as "Name (id)". O(people) where the name is not exact. Candidates are by name, then id.
Result<Person> findPerson(store::Records& records, std::string_view text);

/// Who somebody says to be (`--me NAME`), in full: among staff first, so that a member of the same name is not in the
/// way. Nobody is taken for a part of a name: whom it calls is named by the error, ambiguousName or, of one, notFound.
Result<Person> findStaffFirst(store::Records& records, std::string_view text);

/// The staff person of this name; made, where nobody has it, as a staff person. For "who are you" (`--me NAME`).
Result<PersonId> staffPersonNamed(store::Records& records, std::string_view name);

} // namespace weavemap::actions
