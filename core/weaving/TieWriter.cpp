// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/TieWriter.h"

#include <algorithm>

namespace weavemap::weaving {

Pairs TieWriter::pairsWith(const People& subjects, const Entity& person) const
{
    Pairs pairs;
    const People objects = m_in.objectOf(person, subjects);
    for (const Cast::Number subject : subjects)
        for (const Cast::Number object : objects)
            if (subject != object)
                pairs.emplace_back(subject, object);
    return pairs;
}

Pairs TieWriter::pairsAmong(const People& people)
{
    Pairs pairs;
    for (std::size_t i = 0; i < people.size(); ++i)
        for (std::size_t k = i + 1; k < people.size(); ++k)
            pairs.emplace_back(people[i], people[k]);
    return pairs;
}

void TieWriter::addPairs(const TieFound& like, Flow flow, const Pairs& pairs)
{
    for (const auto& [subject, object] : pairs) {
        TieFound tie = like;
        tie.a = flow == Flow::fromObject ? object : subject;
        tie.b = flow == Flow::fromObject ? subject : object;
        tie.way = flow == Flow::mutual ? TieWay::none : TieWay::aToB;
        tie.words = m_in.words();
        tie.heardFrom = sourceOf(tie.a, tie.b);
        m_in.findings.addTie(std::move(tie));
    }
}

std::optional<Cast::Number> TieWriter::sourceOf(Cast::Number a, Cast::Number b) const
{
    const auto isOne = [a, b](Cast::Number who) { return who == a || who == b; };
    const People& with = m_in.memory.with;
    if (m_clauses.reporter && !isOne(*m_clauses.reporter))
        return m_clauses.reporter;
    if (std::any_of(with.begin(), with.end(), isOne))
        return std::nullopt;
    if (m_clauses.speaker.size() == 1 && !isOne(m_clauses.speaker.front()))
        return m_clauses.speaker.front();
    return with.size() == 1 ? std::optional<Cast::Number>(with.front()) : std::nullopt;
}

} // namespace weavemap::weaving
