// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "core/weaving/Tokens.h"

/// What a word is by the words around it.
namespace weavemap::weaving {

/// Tokens [first, last).
struct TokenRange
{
    std::size_t first = 0;
    std::size_t last = 0;
};

/// Whether a finite verb or an auxiliary stands at a token: what is before it is its subject.
bool isFiniteVerb(const std::vector<Token>& tokens, std::size_t at, std::size_t last);

/// Whether the "'s" at a token is "is" or "has" and not whose: "Gareth's after readers", "Ana's been helping".
bool isCopula(const std::vector<Token>& tokens, std::size_t i, std::size_t last);

/// Whether the "her" at a token says whose, not whom: "her website" against "helped her with".
bool isPossessiveHer(const std::vector<Token>& tokens, TokenRange range, std::size_t i);

/// Whether a name stands as that of a place: "Victoria Station", "on Lincoln Ave", "in Charlotte", "moved from Austin".
bool isPlaceName(const std::vector<Token>& tokens, TokenRange sentence, TokenRange name);

/// Whether what begins at a token is where a journey goes: "the drive to San Antonio".
bool isJourney(const std::vector<Token>& tokens, std::size_t first, std::size_t begin);

} // namespace weavemap::weaving
