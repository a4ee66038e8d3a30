// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/weaving/Clauses.h"

namespace weavemap::weaving {

/// Everything a sentence is read with.
struct NoteParts
{
    std::string_view text;
    const std::vector<Token>& tokens;
    const std::vector<NameInText>& names; ///< in the order of the text
    const Cast& cast;
};

/// Finds out who is meant and who does what in a sentence, and keeps in `memory` what the next one needs to know.
Clauses readClauses(const NoteParts& note, const Sentence& sentence, const People& speaker, Memory& memory);

/// Which of she and he the person called is, from the whole note: who "says", else the first with nobody else named
/// before it in its sentence, else the first.
void settleCalledPronoun(const NoteParts& note, const std::vector<Sentence>& sentences, Memory& memory);

/// Whom "him", "her" and "them" mean behind a verb with this subject; a name means itself.
People peopleOfObject(const Clauses& clauses, const Entity& object, const People& subject, const Memory& memory,
                      const std::vector<Token>& tokens);

} // namespace weavemap::weaving
