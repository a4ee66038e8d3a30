// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/domain/Conversation.h"
#include "core/domain/Person.h"
#include "core/domain/Question.h"
#include "core/domain/Tie.h"
#include "core/store/Records.h"

namespace weavemap::actions {

/// How a draft refers to the i-th of its new people before they have an id.
constexpr PersonId newPersonRef(std::size_t i) { return PersonId{-1 - static_cast<std::int64_t>(i)}; }

/// A tie that came up in a conversation.
struct MentionedTie
{
    PersonId a;
    PersonId b;
    TieDepth depth = TieDepth::exchange;
    TieContact contact = TieContact::unknown;           ///< unknown leaves what is stored
    Collaboration collaboration = Collaboration::never; ///< never leaves what is stored
    TieOrigin origin = TieOrigin::unknown;              ///< for a new tie
    EvidenceKind evidence = EvidenceKind::oneSaid;
    PersonId heardFrom; ///< 0: the end that took part in the call, else the first participant
    /// A direction stated, from `a` to `b`.
    std::optional<OverlayKind> overlay;
    std::string topic;    ///< of the overlay
    bool isEnded = false; ///< no longer in touch on the day of the call
    bool operator==(const MentionedTie&) const = default;
};

/// What a stored call has on record of a tie, as it was read.
struct RecordedMention
{
    EvidenceId evidence;
    TieId tie;
    OverlayId direction; ///< the one that `said` states; 0: none, or not this mention's own
    MentionedTie said;   ///< the tie as it stands; who said so in this call, where anybody did
    bool isAlone = true; ///< nothing outside of this call tells of the tie
    bool operator==(const RecordedMention&) const = default;
};

/// What becomes of it.
struct ChangedMention
{
    RecordedMention recorded;
    MentionedTie now;      ///< what differs from `recorded.said` is changed, and nothing else
    bool takenOut = false; ///< whatever `now` says
};

/// Who else is in a project that a line of the call tells of, beside the two whom the line can name.
struct ProjectPeople
{
    std::string name; ///< of the project, as its line says it
    std::vector<PersonId> people;
    bool operator==(const ProjectPeople&) const = default;
};

/// A call as it is going to be stored. Ids may be `newPersonRef(i)` wherever a person is meant.
struct CallDraft
{
    Conversation conversation;
    std::vector<Person> newPeople;
    std::vector<MentionedTie> ties;
    std::vector<ChangedMention> changedTies; ///< of a stored call; one that is not named stays as it is
    std::vector<NoteItem> items;
    std::vector<FollowUp> followUps;
    std::vector<ProjectPeople> projects;
    std::vector<QuestionId> asked; ///< of the question bank, put to everybody who took part
};

/// What became of a tie that was mentioned.
enum class TieOutcome { created, deepened, confirmed };

struct StoredTie
{
    TieId id;
    PersonId a;
    PersonId b;
    TieOutcome outcome = TieOutcome::created;
};

struct StoredCall
{
    ConversationId conversation;
    std::vector<PersonId> newPeople;
    std::vector<StoredTie> ties; ///< in the order of the draft
    std::vector<NoteItemId> items;
    std::vector<FollowUpId> followUps;
    std::vector<IntroductionId> introductions; ///< that its items brought to the board
};

/// Stores a call and all that it brought up: the inside of one change ("Call with Ana Ruiz").
/// A tie that is not there is created, first seen on the call's date. One that is there is never made less: its depth
/// is the greater of both, its last confirmation moves to the call's date (never back), and one that had ended before
/// the call is open again. Each mention leaves an evidence row that leads to this conversation; where the other end had
/// said so before, it says "both said". One that is said to have ended ends on the call's day, unless it was seen
/// later. A new line that asks what a question of the bank asks is stored as that one being asked. An item that wants
/// two people introduced proposes that on the board (`CallIntroductions.h`), one about a project leads to its record
/// (`Projects.h`). Errors: whatever the records' validation
/// finds; sameEnds; notFound for a reference to nobody; invalidArgument ("apart") where two who are kept apart were to
/// be introduced, ("conversation", "onlyMe") where something is only for who talked, and nobody says who that was.
/// Nothing is stored then.
Result<StoredCall> logCall(store::Records& records, const CallDraft& draft);

/// What a stored call has on record of ties, in the order in which it was said. The direction of a mention is the first
/// that came into the file after it and before the next word about this tie; else the only one that the tie has, which
/// then is not this call's.
Result<std::vector<RecordedMention>> recordedMentions(store::Records& records, const Conversation& call);

/// Makes the stored call of the draft's id what the draft of the staff person `me` says (0: nobody in particular); what
/// is equal is not written. Items and follow-ups that the draft leaves out go; a follow-up's day of being kept is taken
/// from the file, where it may have been kept meanwhile, and whether a wish to be introduced is granted from the board.
/// The questions asked become the draft's; one on record stays asked of whom it was. Those that `me` may not read
/// (`store::Audience`) stay as they are whatever the draft says, and so does who talked in a call that has any: they
/// are that person's own. The draft's ties are mentioned in addition to those on record, as for a new call. A mention
/// on record that is changed corrects the tie, also to less. One whose ends are others is taken out and mentioned anew;
/// where others tell of the tie, too, with no more than what was changed: the rest may be theirs. A direction that is
/// not the mention's own stays whatever is said of it; another one comes in addition. A mention that is taken out loses
/// its evidence and the direction that came with it; a tie nothing else tells of goes with it, any other keeps its
/// depth and is as old and as fresh as what is left says. What the file lost meanwhile comes back only where it is
/// changed here. A call whose day is another now gives its evidence that day. Where the call was deleted meanwhile it
/// is stored again under its id, with the follow-ups and the evidence that outlived it; the evidence that is named gets
/// the call's day. Errors: as above; invalidArgument without an id; notFound where the call that is stored is not for
/// `me`.
Result<StoredCall> changeCall(store::Records& records, const CallDraft& draft, PersonId me);

/// How many lines, promises, introductions and projects `me` may not read would go with a call.
Result<std::size_t> countHidden(store::Records& records, ConversationId call, PersonId me);

} // namespace weavemap::actions
