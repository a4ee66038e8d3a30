// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/actions/LogCall.h"
#include "core/base/Result.h"
#include "core/domain/Conversation.h"
#include "core/domain/Introduction.h"
#include "core/domain/Person.h"
#include "core/domain/Project.h"
#include "core/domain/Tie.h"
#include "core/store/Records.h"

namespace weavemap::ui {

/// A tie that came up in a conversation, and who said so.
struct RecordedTie
{
    Tie tie;
    std::string nameA;
    std::string nameB;
    std::vector<Overlay> directions; ///< that the tie has by now
    Evidence evidence;
    std::string heardFrom;            ///< name, or empty
    actions::RecordedMention mention; ///< the same, as it is changed with the conversation
    bool operator==(const RecordedTie&) const = default;
};

/// The introduction that a line of a conversation stands for.
struct RecordedIntroduction
{
    IntroductionId id;
    IntroductionState state = IntroductionState::proposed;
    bool cameOfIt = false; ///< else it was open when the line was written, or came up later
    std::string nameA; ///< of an introduction that no line of the conversation names
    std::string nameB;
    bool operator==(const RecordedIntroduction&) const = default;
};

/// A question of the bank that a conversation put to people.
struct RecordedQuestion
{
    QuestionId question;
    std::string text;
    std::vector<std::string> people; ///< names
    bool operator==(const RecordedQuestion&) const = default;
};

/// All that one conversation holds. A value, read in a job.
struct ConversationRecord
{
    Conversation conversation;
    std::string staff;                                          ///< name, or empty
    std::vector<std::pair<PersonId, std::string>> participants; ///< in their order
    std::vector<RecordedTie> ties;                              ///< in the order they were said
    std::vector<NoteItem> items;
    std::vector<std::string> itemOthers; ///< for each item: name of `other`, or empty
    std::vector<std::string> itemPeople; ///< for each item: name of `person`, or empty
    std::vector<std::optional<RecordedIntroduction>> itemIntroductions; ///< for each item: as far as `me` may read it
    std::vector<std::optional<Project>> itemProjects; ///< for each item: what it tells of, as far as `me` may read it
    /// Others that came out of it or rest on its lines, as far as `me` may read them.
    std::vector<RecordedIntroduction> introductions;
    std::vector<RecordedQuestion> asked; ///< in the order they were stored
    std::vector<FollowUp> followUps;
    std::vector<std::string> followUpOwners; ///< for each follow-up: name, or empty
    std::vector<std::string> followUpPeople; ///< for each follow-up: name of whom it concerns, or empty
    std::vector<std::string> topics;         ///< that the note marks, once each, as it first writes them
    /// Who joined on its day and is named in it; left to who knows everybody (`addNewMember`).
    std::vector<std::pair<PersonId, std::string>> newMembers;
    bool operator==(const ConversationRecord&) const = default;
};

/// notFound where it is not there, or `me` may not read it; without the items and follow-ups that are not for `me`.
/// Reads only what belongs to it, however large the file.
Result<ConversationRecord> readConversation(store::Records& records, ConversationId id, PersonId me);

/// Adds somebody to the new members where they joined on the day of the conversation and are named by its note or by
/// what came of it.
void addNewMember(ConversationRecord& record, const Person& person);

} // namespace weavemap::ui
