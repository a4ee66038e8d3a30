// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Date.h"
#include "core/domain/Conversation.h"
#include "core/domain/Introduction.h"
#include "core/domain/Person.h"
#include "core/domain/Tie.h"
#include "core/weaving/CallQueue.h"
#include "core/weaving/QuestionChoice.h"

/// What to know of somebody before a call (domain E11). Pure rules over values, without a clock; any thread.
namespace weavemap::weaving {

/// What the file has about somebody, without what the reader may not see. Spans must outlive the call.
struct BriefFacts
{
    Date today;
    Person person;
    std::string organization;
    std::span<const Conversation> conversations; ///< with them, newest first
    std::span<const NoteItem> items;             ///< of theirs
    std::span<const NoteItem> othersItems;       ///< needs and offers of others
    std::span<const FollowUp> followUps;         ///< about them or theirs
    std::span<const Person> people;
    std::span<const Tie> ties;                        ///< theirs, and their contacts'
    std::span<const QueueIntroduction> introductions; ///< of theirs
    std::span<const ApartPair> apart;
    std::span<const Question> bank;
    std::span<const AskedBefore> asked; ///< of them
};

/// An open need or offer.
struct BriefItem
{
    NoteItem item;
    std::optional<Date> on; ///< of the talk it came up in, where the reader knows it
    bool operator==(const BriefItem&) const = default;
};

/// Somebody they know.
struct BriefTie
{
    TieId tie;
    PersonId other;
    std::string name;
    TieDepth depth = TieDepth::unknown;
    Collaboration collaboration = Collaboration::never;
    std::optional<Date> lastConfirmed;
    bool isStale = false;
    bool operator==(const BriefTie&) const = default;
};

/// Why somebody is near.
enum class NearReason {
    offersWhatTheyNeed, ///< the other one offers something on the topic of their need
    needsWhatTheyOffer,
    sameTopic,
    sharedContact, ///< both exchange help or ideas with the same person
    sameRole,
    sameRegion,
};
std::string_view codeOf(NearReason reason);

struct NearWhy
{
    NearReason code = NearReason::sameRegion;
    std::string words;              ///< the topic, role or region
    std::vector<PersonId> through;  ///< sharedContact: who knows both, at most three, by name
    std::size_t count = 0;          ///< sharedContact: how many do
    std::vector<RecordRef> records; ///< lines of notes, ties, people
    bool operator==(const NearWhy&) const = default;
};

/// A current member they have no tie with, who is near all the same.
struct NearPerson
{
    PersonId person;
    std::string name;
    int points = 0;
    std::vector<NearWhy> reasons; ///< the weightiest first
    bool operator==(const NearPerson&) const = default;
};

/// An open introduction of theirs.
struct BriefIntroduction
{
    Introduction introduction;
    Date since;                ///< the day it came to its state
    bool isUnanswered = false; ///< they owe a word on it: it brings them up in the queue
    bool operator==(const BriefIntroduction&) const = default;
};

struct CallBrief
{
    Person person;
    std::string organization;
    std::vector<Conversation> talks; ///< the last ones that reached them, newest first
    std::size_t talkCount = 0;       ///< of all that the reader may see
    std::vector<FollowUp> ours;      ///< open promises to them, by due date, undated last
    std::vector<FollowUp> theirs;    ///< open promises they made
    std::vector<BriefItem> needs;    ///< open ones, newest first
    std::vector<BriefItem> offers;   ///< those that stand, newest first
    std::vector<BriefTie> ties;      ///< the deepest first, then by name
    std::vector<NearPerson> near;
    /// Open ones: all that they owe a word on, the oldest first, then the newest, at least kIntroductions if there are.
    std::vector<BriefIntroduction> introductions;
    std::vector<ChosenQuestion> questions;

    static constexpr std::size_t kTalks = 3, kNear = 5, kIntroductions = 2, kQuestions = 3;
};

/// The brief for a call. Near is a current member without an open tie to them, not kept apart from them and not
/// introduced to them: because of a need and an offer on one topic, a topic both have to do with, contacts they share
/// (ties of exchange and more), or the same role in the same region; ordered by points, name, id.
/// O(people + ties + items).
CallBrief callBrief(const BriefFacts& facts);

/// What is known of the things that questions fill.
KnowledgeOf knowledgeOf(const BriefFacts& facts, bool mayIntroduce);

} // namespace weavemap::weaving
