// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/NoteJson.h"

#include <string>
#include <utility>
#include <vector>

#include "core/actions/TakeProposal.h"
#include "core/store/Audience.h"
#include "core/weaving/NoteReader.h"
#include "core/weaving/PeopleIndex.h"

namespace weavemap::cli {

namespace {

using Json = nlohmann::ordered_json;
using namespace weavemap::weaving;

Json namesJson(const std::vector<Who>& people)
{
    Json names = Json::array();
    for (const Who& who : people)
        names.push_back(who.name);
    return names;
}

std::string pieceOf(const std::string& text, const TextSpan& span)
{
    return text.substr(span.begin, span.end - span.begin);
}

Json proposalJson(const Proposal& proposal, const std::string& text)
{
    Json json{{"kind", codeOf(proposal.kind)}, {"people", namesJson(proposal.people)}};
    if (proposal.kind == ProposalKind::tie) {
        json["depth"] = static_cast<int>(proposal.depth);
        if (proposal.collaboration)
            json["collaboration"] = codeOf(*proposal.collaboration);
        json["direction"] = proposal.way == TieWay::aToB ? "a_to_b" : "none";
        if (proposal.isEnded)
            json["ended"] = true;
        if (proposal.heardFrom)
            json["heard_from"] = proposal.heardFrom->name;
    }
    if (proposal.kind == ProposalKind::followUp) {
        json["by"] = proposal.by == Promiser::us ? "us" : "them";
        if (proposal.due)
            json["due"] = proposal.due->toIso();
    }
    if (!proposal.topic.empty())
        json["topic"] = proposal.topic;
    if (!proposal.text.empty())
        json["text"] = proposal.text;
    json["words"] = pieceOf(text, proposal.words);
    json["sure"] = proposal.isSure();
    if (proposal.kind == ProposalKind::person)
        json["new"] = true;
    return json;
}

} // namespace

Result<NoteReading> readNoteOf(store::Records& records, const Conversation& conversation)
{
    WEAVEMAP_ASSIGN(const std::vector<Person> everybody, records.people.all());
    const PeopleIndex index(knownNames(everybody));
    const store::AudienceRecords readable(records, store::Audience::office(conversation.staff));
    WEAVEMAP_ASSIGN(std::vector<std::string> projects, actions::projectNames(readable));
    NoteReading reading = readNote({conversation.text, conversation.when.localDate()},
                                   {index, conversation.participants, std::move(projects)});
    for (Proposal& proposal : reading.proposals)
        if (proposal.kind == ProposalKind::followUp)
            proposal.text = actions::promiseText(proposal); // the day stands beside it
    return reading;
}

Json noteJson(const NoteReading& reading, const std::string& text)
{
    Json json{{"proposals", Json::array()}, {"unresolved", Json::array()}};
    for (const Proposal& proposal : reading.proposals)
        json["proposals"].push_back(proposalJson(proposal, text));
    for (const Unresolved& unresolved : reading.unresolved)
        json["unresolved"].push_back(
            Json{{"words", pieceOf(text, unresolved.words)}, {"candidates", namesJson(unresolved.candidates)}});
    return json;
}

} // namespace weavemap::cli
