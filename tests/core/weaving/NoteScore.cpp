// SPDX-License-Identifier: GPL-3.0-or-later
#include "NoteScore.h"

#include <algorithm>
#include <sstream>

#include "core/base/Text.h"
#include "core/weaving/NoteReader.h"
#include "core/weaving/PeopleIndex.h"

namespace weavemap::test {

using namespace weaving;

namespace {

std::string_view collaborationName(const std::optional<Collaboration>& collaboration)
{
    return collaboration ? codeOf(*collaboration) : std::string_view();
}

std::vector<std::string> namesOf(const Proposal& proposal)
{
    std::vector<std::string> names;
    for (const Who& who : proposal.people)
        names.push_back(who.name);
    return names;
}

bool agrees(const ExpectedProposal& expected, const Proposal& proposal)
{
    if (expected.kind != codeOf(proposal.kind))
        return false;
    std::vector<std::string> wanted = expected.people, got = namesOf(proposal);
    const bool isTie = proposal.kind == ProposalKind::tie;
    if (!isTie || expected.direction == "none") {
        std::sort(wanted.begin(), wanted.end());
        std::sort(got.begin(), got.end());
    } else if (expected.direction == "b_to_a") {
        std::reverse(wanted.begin(), wanted.end());
    }
    if (wanted != got)
        return false;
    if (isTie &&
        (expected.depth != static_cast<int>(proposal.depth) ||
         expected.collaboration != collaborationName(proposal.collaboration) ||
         (expected.direction == "none") != (proposal.way == TieWay::none) || expected.isEnded != proposal.isEnded))
        return false;
    if (proposal.kind == ProposalKind::followUp &&
        (expected.due != (proposal.due ? proposal.due->toIso() : std::string()) ||
         (expected.by == "us") != (proposal.by == Promiser::us)))
        return false;
    const std::string text = foldForSearch(proposal.text);
    std::istringstream words(foldForSearch(expected.text));
    for (std::string word; words >> word;)
        if (text.find(word) == std::string::npos)
            return false;
    if (!expected.topic.empty() && foldForSearch(expected.topic) != foldForSearch(proposal.topic))
        return false;
    return expected.heardFrom.empty() || (proposal.heardFrom && proposal.heardFrom->name == expected.heardFrom);
}

std::string joined(const std::vector<std::string>& names)
{
    std::string all;
    for (const std::string& name : names)
        all += (all.empty() ? "" : ", ") + name;
    return all;
}

std::string told(const ExpectedProposal& expected)
{
    std::ostringstream out;
    out << expected.kind << " [" << joined(expected.people) << "]";
    if (expected.depth)
        out << " depth " << *expected.depth << ' ' << expected.collaboration << ' ' << expected.direction
            << (expected.isEnded ? " ended" : "");
    out << " topic=" << expected.topic << " from=" << expected.heardFrom << " text=" << expected.text
        << " due=" << expected.due << ' ' << expected.by << "  << " << expected.words;
    return out.str();
}

std::string told(const CorpusNote& note, const Proposal& proposal)
{
    std::ostringstream out;
    out << codeOf(proposal.kind) << " [" << joined(namesOf(proposal)) << "]";
    if (proposal.kind == ProposalKind::tie)
        out << " depth " << static_cast<int>(proposal.depth) << ' ' << collaborationName(proposal.collaboration)
            << (proposal.way == TieWay::none ? " none" : " a_to_b") << (proposal.isEnded ? " ended" : "");
    out << " topic=" << proposal.topic << " from=" << (proposal.heardFrom ? proposal.heardFrom->name : "")
        << " text=" << proposal.text << " due=" << (proposal.due ? proposal.due->toIso() : "");
    if (proposal.kind == ProposalKind::followUp)
        out << (proposal.by == Promiser::us ? " us" : " them");
    out << (proposal.isSure() ? "" : " doubtful") << "  << "
        << note.text.substr(proposal.words.begin, proposal.words.end - proposal.words.begin);
    return out.str();
}

} // namespace

Score& Score::operator+=(const Score& other)
{
    right += other.right;
    proposed += other.proposed;
    expected += other.expected;
    return *this;
}

NoteReading readingOf(const CorpusNote& note)
{
    std::vector<KnownName> people;
    std::vector<PersonId> with;
    for (const KnownPerson& person : note.people) {
        people.push_back({PersonId{static_cast<std::int64_t>(people.size()) + 1}, person.name, person.nicknames});
        if (std::find(note.with.begin(), note.with.end(), person.name) != note.with.end())
            with.push_back(people.back().id);
    }
    const PeopleIndex index(std::move(people));
    return readNote({note.text, *Date::parseIso(note.on)}, {index, with, note.projects});
}

NoteResult compare(const CorpusNote& note, const NoteReading& reading)
{
    NoteResult result;
    std::vector<bool> isTaken(reading.proposals.size(), false);
    for (const Proposal& proposal : reading.proposals)
        ++result.byKind[std::string(codeOf(proposal.kind))].proposed;
    for (const ExpectedProposal& expected : note.expected) {
        Score& score = result.byKind[expected.kind];
        ++score.expected;
        ++result.sure.expected;
        bool isFound = false;
        for (std::size_t i = 0; i < reading.proposals.size() && !isFound; ++i)
            if (!isTaken[i] && agrees(expected, reading.proposals[i])) {
                isTaken[i] = isFound = true;
                result.sure.right += reading.proposals[i].isSure() ? 1 : 0;
            }
        if (isFound)
            ++score.right;
        else
            result.missed.push_back(told(expected));
    }
    for (const Proposal& proposal : reading.proposals)
        result.sure.proposed += proposal.isSure() ? 1 : 0;
    for (std::size_t i = 0; i < reading.proposals.size(); ++i)
        if (!isTaken[i])
            result.wrong.push_back(told(note, reading.proposals[i]));
    return result;
}

} // namespace weavemap::test
