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
    std::string topic; ///< of the overlay
};

/// A call as it is going to be stored. Ids may be `newPersonRef(i)` wherever a person is meant.
struct CallDraft
{
    Conversation conversation;
    std::vector<Person> newPeople;
    std::vector<MentionedTie> ties;
    std::vector<NoteItem> items;
    std::vector<FollowUp> followUps;
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
};

/// Stores a call and all that it brought up: the inside of one change ("Call with Ana Ruiz").
/// A tie that is not there is created, first seen on the call's date. One that is there is never made less: its depth
/// is the greater of both, its last confirmation moves to the call's date (never back), and one that had ended before
/// the call is open again. Each mention leaves an evidence row that leads to this conversation; where the other end had
/// said so before, it says "both said".
/// Errors: whatever the records' validation finds; sameEnds; notFound for a reference to nobody. Nothing is stored
/// then.
Result<StoredCall> logCall(store::Records& records, const CallDraft& draft);

/// Makes the stored call of the draft's id what the draft says; what is equal is not written. Items and follow-ups that
/// the draft leaves out go; a follow-up's day of being kept is taken from the file, where it may have been kept
/// meanwhile. The draft's ties are mentioned in addition to those on record, as for a new call. Where the call was
/// deleted meanwhile it is stored again under its id, with the follow-ups that outlived it. Errors: as above;
/// invalidArgument without an id.
Result<StoredCall> changeCall(store::Records& records, const CallDraft& draft);

} // namespace weavemap::actions
