// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/weaving/Findings.h"

namespace weavemap::weaving {

/// Words as they stand in a note. Written so: `either|or`, `?may be missing`, `=verb|verb` in any form, `~` up to
/// eight words that are nobody, `O` a person, `P` whose thing it is ("Ana's rubric"), `N` a number. Adverbs may stand
/// anywhere between.
struct PatternElement
{
    enum class Part { words, optional, lemma, gap, person, owner, number };
    Part part = Part::words;
    std::vector<std::string> words; ///< any of them
};
using WordPattern = std::vector<PatternElement>;

WordPattern wordPattern(std::string_view written);

/// A pattern found in a sentence.
struct PatternMatch
{
    const Entity* person = nullptr;
    std::size_t end = 0;      ///< past its last token
    std::size_t gapFirst = 0; ///< the words of a gap
    std::size_t gapLast = 0;
    bool holds = false;
};

/// Whether the pattern stands at token `i` and ends before `last`.
PatternMatch matchAt(const Reading& reading, const WordPattern& pattern, std::size_t i, std::size_t last);

/// Whether the first element could stand at token `i`, whose verb is `lemma`: cheaper than to look for all of it.
bool mayStart(const Reading& reading, const WordPattern& pattern, std::size_t i, std::string_view lemma);

bool isAdverbAt(const Reading& reading, std::size_t i);
/// A person at `i`, behind articles and what they are to the subject ("her colleague Ben").
const Entity* personAt(const Reading& reading, std::size_t i);

} // namespace weavemap::weaving
