// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QString>

#include "core/weaving/Note.h"
#include "ui/conversations/PersonChoice.h"

namespace weavemap::ui {

/// A piece of the note: characters from `begin` to before `end`.
struct TextPlace
{
    int begin = 0;
    int end = 0;
    bool operator==(const TextPlace&) const = default;
};

/// A proposal and the words it came from.
struct NoteProposal
{
    weaving::Proposal said;
    TextPlace place;
    QString words;
    bool operator==(const NoteProposal&) const = default;
};

/// A name that fits several people, or is somebody new with a name near to known ones.
struct OpenName
{
    TextPlace place;
    QString words;
    std::vector<PersonChoice> candidates;
    PersonChoice meant{}; ///< by what stands around it, or as the user said; nobody: it is to be settled
    bool operator==(const OpenName&) const = default;
};

/// Whom the user chose for such a name.
struct SettledChoice
{
    QString words;
    PersonChoice who;
    bool operator==(const SettledChoice&) const = default;
};

/// A piece of the note to colour.
struct NoteMark
{
    enum class Kind { need, offer, person, newPerson, openName, topic, date };
    TextPlace place;
    Kind kind = Kind::person;
    bool operator==(const NoteMark&) const = default;
};

/// What a note says, in places of its text as the editor counts them.
struct NoteRead
{
    std::vector<NoteProposal> proposals; ///< those that the records have a place for, in the order of the text
    std::vector<OpenName> openNames;     ///< to be settled, in the order of the text
    std::vector<OpenName> settledNames;  ///< those of somebody with namesakes whom a proposal is about, once each
    std::vector<NoteMark> marks;         ///< needs and offers, which others may stand in, before these
};

/// What is to be read. People who are not in the file yet have ids below 0 in the index.
struct NoteToRead
{
    QString text;
    Date on;
    std::vector<PersonId> with;
    std::vector<weaving::SettledName> settled;
    std::vector<std::string> newcomers; ///< names near to known ones that the user said are somebody new
    std::vector<std::string> projects;  ///< names of known projects
};

/// Linear in the text; any thread.
NoteRead readNote(const NoteToRead& note, const weaving::PeopleIndex& people);

/// Somebody of a proposal as the page means them.
PersonChoice toChoice(const weaving::Who& who);

} // namespace weavemap::ui
