// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/weaving/ClauseReader.h"

namespace weavemap::weaving {

/// The names and pronouns of a sentence, those joined by "and" as one, with whom they mean as far as that shows before
/// the verbs are known. Binds she and he in `memory` where the sentence settles them.
std::vector<Entity> entitiesOf(const NoteParts& note, const Sentence& sentence, const Clauses& clauses, Memory& memory);

} // namespace weavemap::weaving
