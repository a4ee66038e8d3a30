// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "core/weaving/NoteReader.h"
#include "core/weaving/PeopleIndex.h"
#include "core/weaving/ShortNames.h"

namespace {

using namespace weavemap;
using namespace weavemap::weaving;

const PeopleIndex& people()
{
    static const PeopleIndex kPeople({{PersonId{1}, "Ana Ruiz", {}},
                                      {PersonId{2}, "Ana Ortega", {}},
                                      {PersonId{3}, "Ben Okafor", {}},
                                      {PersonId{4},
                                       "Roberto D\xC3\xAD"
                                       "az Soto",
                                       {"Beto"}},
                                      {PersonId{5}, "Will Sato", {}},
                                      {PersonId{6}, "Siobhan O'Dwyer", {}}});
    return kPeople;
}

/// As people type names who leave out hyphens and apostrophes.
std::string plain(std::string_view text)
{
    std::string folded = foldedName(text);
    std::erase_if(folded, [](char c) { return c == '-' || c == '\''; });
    return folded;
}

/// Whether any word that calls the person stands in the text: the least that naming somebody takes.
bool isNamed(const std::string& text, const Who& who)
{
    std::vector<std::string> calls = nameWords(who.name);
    if (who.id.isValid())
        for (const std::string& nickname : people().at(people().placeOf(who.id)).nicknames)
            calls.push_back(nickname);
    for (const std::string& call : std::vector<std::string>(calls))
        for (const std::string_view form : otherFormsOf(call))
            calls.emplace_back(form);
    return std::any_of(calls.begin(), calls.end(),
                       [&text](const std::string& call) { return text.find(plain(call)) != std::string::npos; });
}

/// Whether the user is asked whether a name that is almost theirs means them.
bool isAskedAbout(const NoteReading& reading, const Who& who)
{
    return std::any_of(reading.unresolved.begin(), reading.unresolved.end(), [&who](const Unresolved& unresolved) {
        return std::find(unresolved.candidates.begin(), unresolved.candidates.end(), who) !=
               unresolved.candidates.end();
    });
}

void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

/// The first byte says who was called and on which day, the rest is the note.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 1)
        return 0;
    const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const NoteContext context{people(), {PersonId{(data[0] & 7) + 1}}, {"Reading Circle"}};
    const std::string folded = plain(text);
    const NoteReading reading = readNote({text, Date::fromDays(20'000 + (data[0] >> 3))}, context);
    const auto lies = [&text](const TextSpan& span) { return span.begin < span.end && span.end <= text.size(); };
    for (const Proposal& proposal : reading.proposals) {
        require(lies(proposal.words));
        require(proposal.people.empty() == (proposal.kind == ProposalKind::topic));
        for (const Who& who : proposal.people) {
            const bool isThere = who.id == context.with.front() || isNamed(folded, who);
            require(!who.name.empty() && (isThere || (!proposal.isSure() && isAskedAbout(reading, who))));
        }
    }
    for (const Unresolved& unresolved : reading.unresolved)
        require(lies(unresolved.words) && unresolved.candidates.size() > 1);
    for (const Mention& mention : reading.mentions)
        require(lies(mention.words));
    return 0;
}
