// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/weaving/ClauseReader.h"

namespace weavemap::weaving {

/// The verbs of a sentence with their subjects, tenses, negations; `clauses` has the entities already.
std::vector<VerbUse> verbUsesOf(const NoteParts& note, const Clauses& clauses);

} // namespace weavemap::weaving
