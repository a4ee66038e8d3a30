// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/weaving/NoteReader.h"
#include "core/weaving/PeopleIndex.h"

/// A small association for tests of the reader of notes.
namespace weavemap::test {

inline const std::vector<weaving::KnownName>& members()
{
    static const std::vector<weaving::KnownName> kMembers{{PersonId{1}, "Ana Ruiz", {}},
                                                          {PersonId{2}, "Ana Ortega", {}},
                                                          {PersonId{3}, "Ben Okafor", {}},
                                                          {PersonId{4}, "Carla Mendes", {}},
                                                          {PersonId{5}, "Roberto Díaz Soto", {"Beto"}},
                                                          {PersonId{6}, "Will Sato", {}},
                                                          {PersonId{7}, "May Chenoweth", {}},
                                                          {PersonId{8}, "Mei-Ling Tsao", {}},
                                                          {PersonId{9}, "Siobhan O'Dwyer", {}},
                                                          {PersonId{10}, "María Elena de la Cruz", {}}};
    return kMembers;
}

inline const weaving::PeopleIndex& memberIndex()
{
    static const weaving::PeopleIndex kIndex(members());
    return kIndex;
}

/// A note of Thursday 2026-10-15, on a call with `with`.
inline weaving::NoteReading read(std::string_view text, std::vector<PersonId> with = {PersonId{3}},
                                 std::vector<std::string> projects = {})
{
    return weaving::readNote({text, *Date::fromYmd(2026, 10, 15)},
                             {memberIndex(), std::move(with), std::move(projects)});
}

/// A proposal in short: "tie Ben Okafor, Carla Mendes 3 now >", "follow_up Ben Okafor us 2026-10-16".
inline std::string inShort(const weaving::Proposal& proposal)
{
    using weaving::ProposalKind;
    static constexpr const char* kKinds[]{"tie",          "person",  "need",    "offer", "follow_up",
                                          "introduction", "project", "barrier", "topic"};
    std::string text = kKinds[static_cast<int>(proposal.kind)];
    for (const weaving::Who& who : proposal.people)
        text += (&who == &proposal.people.front() ? " " : ", ") + who.name;
    if (proposal.kind == ProposalKind::tie) {
        text += ' ' + std::to_string(static_cast<int>(proposal.depth));
        if (proposal.collaboration)
            text += *proposal.collaboration == Collaboration::now    ? " now"
                    : *proposal.collaboration == Collaboration::past ? " past"
                                                                     : " never";
        text += proposal.way == weaving::TieWay::aToB ? " >" : "";
        text += proposal.isEnded ? " ended" : "";
    }
    if (proposal.kind == ProposalKind::followUp)
        text += std::string(proposal.by == weaving::Promiser::us ? " us" : " them") +
                (proposal.due ? ' ' + proposal.due->toIso() : "");
    return text;
}

/// All proposals in short, one a line, in alphabetical order.
inline std::string proposed(const weaving::NoteReading& reading)
{
    std::vector<std::string> lines;
    for (const weaving::Proposal& proposal : reading.proposals)
        lines.push_back(inShort(proposal));
    std::sort(lines.begin(), lines.end());
    std::string text;
    for (const std::string& line : lines)
        text += (text.empty() ? "" : "\n") + line;
    return text;
}

} // namespace weavemap::test
