// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>
#include <vector>

#include "core/weaving/Findings.h"
#include "core/weaving/TieTable.h"

namespace weavemap::weaving {

using Pairs = std::vector<std::pair<Cast::Number, Cast::Number>>;

/// What the rules for ties share: who stands where, and how pairs of people become ties.
class TieWriter
{
public:
    explicit TieWriter(const Reading& reading) : m_in(reading), m_clauses(reading.clauses) {}

protected:
    bool isAdverb(std::size_t i) const { return isAdverbAt(m_in, i); }
    const Entity* personAt(std::size_t i) const { return weaving::personAt(m_in, i); }
    /// Each of the subjects with each whom `person` means.
    Pairs pairsWith(const People& subjects, const Entity& person) const;
    /// All of them with one another.
    static Pairs pairsAmong(const People& people);
    /// Adds a tie like this one for each pair of a subject and an object.
    void addPairs(const TieFound& like, Flow flow, const Pairs& pairs);

    const Reading& m_in;
    const Clauses& m_clauses;

private:
    /// Who told it, where that is neither of the two.
    std::optional<Cast::Number> sourceOf(Cast::Number a, Cast::Number b) const;
};

} // namespace weavemap::weaving
