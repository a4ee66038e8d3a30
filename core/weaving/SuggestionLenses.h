// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "core/weaving/SuggestionGround.h"

namespace weavemap::weaving {

inline constexpr std::uint32_t kNoMatter = 0xFFFFFFFF;

/// Two people a lens has found, before it is settled who is suggested.
struct Candidate
{
    SuggestionGround::Place a = 0;
    SuggestionGround::Place b = 0;
    double score = 0.0;
    std::uint32_t first = kNoMatter;  ///< which of the matters: of a
    std::uint32_t second = kNoMatter; ///< of b
    std::uint32_t groupTies = 0;      ///< between the groups that are bridged
};

/// What people have to do with, by the topics of their lines.
class TopicsOfPeople
{
public:
    explicit TopicsOfPeople(const SuggestionGround& ground);
    /// The lines of one and of the other that name the same topic, the rarest first looked for.
    std::optional<std::pair<std::uint32_t, std::uint32_t>> shared(SuggestionGround::Place one,
                                                                  SuggestionGround::Place other) const;
    struct Line
    {
        std::uint32_t people = 0; ///< how many have this topic
        std::uint32_t topic = 0;
        std::uint32_t matter = 0;
    };
    const std::vector<Line>& of(SuggestionGround::Place place) const { return m_lines[place]; }
    /// Whose lines name a topic.
    const std::vector<SuggestionGround::Place>& people(std::uint32_t topic) const { return m_people[topic]; }

private:
    std::vector<std::vector<Line>> m_lines; ///< by person: one for each topic, rare ones first
    std::vector<std::vector<SuggestionGround::Place>> m_people;
};

/// What each lens finds among those who are free to meet, the best first. `run` stops them; what was found is worth
/// nothing then.
std::vector<Candidate> askedFor(const SuggestionGround& ground);
std::vector<Candidate> needsMet(const SuggestionGround& ground);
std::vector<Candidate> isolatesReached(const SuggestionGround& ground, const TopicsOfPeople& topics,
                                       const RunContext& run);
std::vector<Candidate> trianglesClosed(const SuggestionGround& ground, const TopicsOfPeople& topics,
                                       const RunContext& run);
std::vector<Candidate> groupsBridged(const SuggestionGround& ground, const TopicsOfPeople& topics,
                                     const RunContext& run);

} // namespace weavemap::weaving
