// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/Date.h"
#include "core/domain/Confidentiality.h"
#include "core/domain/Ids.h"

namespace weavemap {

enum class ConversationKind { call = 0, video = 1, inPerson = 2, email = 3, group = 4, hallway = 5, journal = 6 };

enum class QuoteConsent { none = 0, anonymous = 1, named = 2 };
enum class Mood { unknown = 0, low = 1, even = 2, high = 3 };
enum class Initiator { unknown = 0, staff = 1, member = 2 };
enum class EntrySource { live = 0, afterwards = 1, imported = 2 };

/// A weaving call, or another contact with one or more people (domain 3.2).
struct Conversation
{
    ConversationId id;
    Instant when;
    ConversationKind kind = ConversationKind::call;
    PersonId staff; ///< who talked; 0: not said
    std::vector<PersonId> participants;
    std::string text;
    Confidentiality confidentiality = Confidentiality::staff;
    bool reached = true; ///< a missed call is an attempt, not a contact
    int minutes = 0;     ///< 0: not said
    Initiator initiator = Initiator::unknown;
    Mood mood = Mood::unknown;
    std::string quote;
    QuoteConsent quoteConsent = QuoteConsent::none;
    std::string convening; ///< the convening it relates to, if any
    EntrySource source = EntrySource::live;

    bool operator==(const Conversation&) const = default;
};

enum class NoteItemKind { need = 0, offer = 1, project = 2, barrier = 3, introduction = 4, question = 5 };
enum class NoteItemState { open = 0, met = 1, standing = 2, oneTime = 3, asked = 4, made = 5 };

/// Something a conversation brought up: a need, an offer, a project, a barrier, an introduction wanted, a question
/// asked.
struct NoteItem
{
    NoteItemId id;
    ConversationId conversation;
    PersonId person; ///< whose need or offer; 0: nobody in particular
    NoteItemKind kind = NoteItemKind::need;
    NoteItemState state = NoteItemState::open;
    std::string text;
    std::string topic;
    PersonId other;      ///< met by whom, or introduced to whom; 0: nobody
    ProjectId project{}; ///< the project that this line tells of; 0: none
    /// Of this line where it is stricter than its conversation's, which holds anyway.
    Confidentiality confidentiality = Confidentiality::shareable;
    bool operator==(const NoteItem&) const = default;
};

/// A promise or a next step: who does what by when, and for whom.
struct FollowUp
{
    FollowUpId id;
    ConversationId conversation; ///< 0: none
    PersonId person;             ///< the member it is about; 0: nobody
    PersonId owner;              ///< who does it, staff or member; 0: nobody in particular
    std::string text;
    std::optional<Date> due;
    std::optional<Date> done;
    /// Of this promise where it is stricter than its conversation's, which holds anyway.
    Confidentiality confidentiality = Confidentiality::shareable;
    bool operator==(const FollowUp&) const = default;
};

/// A date-time and at least one participant or some text.
Result<> validate(const Conversation& conversation);
Result<> validate(const NoteItem& item);
Result<> validate(const FollowUp& followUp);

} // namespace weavemap
