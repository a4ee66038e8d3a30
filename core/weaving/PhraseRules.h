// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/weaving/Findings.h"

namespace weavemap::weaving {

/// Needs, offers and barriers that a turn of phrase says (PhraseTable.cpp), where the rules for verbs and marks found
/// nothing of the kind in the sentence.
void findWishPhrases(const Reading& reading);

} // namespace weavemap::weaving
