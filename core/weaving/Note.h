// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Date.h"
#include "core/domain/Ids.h"
#include "core/domain/Tie.h"

/// What is read out of a note (README.md beside this file has the grammar). Plain values; any thread.
namespace weavemap::weaving {

class PeopleIndex;

/// A piece of the note: bytes from `begin` to before `end`.
struct TextSpan
{
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const TextSpan&) const = default;
};

/// Somebody in a proposal: a person of the file, or (id 0) one who is not in it yet, named as written.
struct Who
{
    PersonId id;
    std::string name;
    bool operator==(const Who&) const = default;
};

enum class ProposalKind { tie, person, need, offer, followUp, introduction, project, barrier, topic };
std::string_view codeOf(ProposalKind kind);           ///< "follow_up"
std::string_view codeOf(Collaboration collaboration); ///< "now"
/// Which of the two people of a tie goes to the other one.
enum class TieWay { none, aToB };
enum class Promiser { us, them };

/// What the reader had to guess for a proposal; of several guesses the first of this list. Sure proposals start taken,
/// doubtful ones are left to the user.
enum class Doubt {
    none,
    nameGuessed,    ///< a short form that fits one person ("Liz"), or a new name that is near to a known one
    pronounGuessed, ///< she, him, they: somebody else than who was called, found by what stands near
    nameIsWord,     ///< a name that is a word too, where both could stand ("Will needs ...")
    hearsay,        ///< told by somebody who neither took part in the call nor is one of the two
    hedged,         ///< "maybe", "apparently", "sounds like", "thinks"
    fragment,       ///< words without a verb, a label or a mark
};

/// Something that the note says and that could be recorded. Which fields count depends on the kind.
struct Proposal
{
    ProposalKind kind = ProposalKind::topic;
    Doubt doubt = Doubt::none;
    bool isSure() const { return doubt == Doubt::none; }
    std::vector<Who> people; ///< tie: a and b, with `TieWay::aToB` a is who goes to b
    TieDepth depth = TieDepth::unknown;
    std::optional<Collaboration> collaboration;
    TieWay way = TieWay::none;
    bool isEnded = false; ///< no longer in touch
    std::optional<Who> heardFrom;
    std::string topic;
    std::string text;        ///< need, offer, follow-up, project, barrier: what it is, in the note's words
    std::optional<Date> due; ///< of a follow-up
    Promiser by = Promiser::us;
    TextSpan words; ///< the clause it comes from
    bool operator==(const Proposal&) const = default;
};

/// A name in the note that fits several people and that the note does not settle; or a new one that is near to known
/// ones, which are the candidates before it (id 0): what is proposed of the new one is doubtful then.
struct Unresolved
{
    TextSpan words;
    std::vector<Who> candidates;
    bool operator==(const Unresolved&) const = default;
};

enum class MentionKind { person, newPerson, ambiguous, topic, mark, date };

/// A piece of the note to colour.
struct Mention
{
    TextSpan words;
    MentionKind kind = MentionKind::person;
    std::optional<Who> who; ///< of a person, known or new
    bool operator==(const Mention&) const = default;
};

struct NoteReading
{
    std::vector<Proposal> proposals; ///< in the order of the text
    std::vector<Unresolved> unresolved;
    std::vector<Mention> mentions;
    bool operator==(const NoteReading&) const = default;
};

/// A note as typed. Bytes that are not UTF-8 part words.
struct NoteText
{
    std::string_view text;
    Date on; ///< the day that its dates count from
};

/// Whom the user chose for a name that fits several people.
struct SettledName
{
    std::string words; ///< as written; compared as names are
    PersonId who;
    bool operator==(const SettledName&) const = default;
};

/// What is known when the note is typed. The index must outlive the call only.
struct NoteContext
{
    const PeopleIndex& people;
    std::vector<PersonId> with;        ///< who was called; nobody in a note after an event
    std::vector<std::string> projects; ///< names of known projects
    std::vector<SettledName> settled{};
};

} // namespace weavemap::weaving
