// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/domain/Conversation.h"
#include "core/domain/Person.h"
#include "core/domain/Tie.h"

namespace weavemap::ui {

/// The names of values as users read them, in sentence case ("Exchange help or ideas", "Staff only").
QString words(PersonKind kind);
QString words(EngagementLevel level);
QString words(ShowConsent consent);
QString words(ConversationKind kind);
QString words(Confidentiality confidentiality);
QString words(QuoteConsent consent);
QString words(Mood mood);
QString words(Initiator initiator);
QString words(EntrySource source);
QString words(NoteItemKind kind);
QString words(NoteItemState state);
QString words(TieDepth depth);
QString words(TieContact contact);
QString words(Collaboration collaboration);
QString words(TieOrigin origin);
QString words(OverlayKind kind);
QString words(EvidenceKind kind);
/// A tie set as a filter's value: "exchange and deeper".
QString words(TieSet set);
/// A tie set in front of a count: "332 exchange ties".
QString tieCount(TieSet set, int count);
/// What a tie is in one phrase: "Work together" where they do, else its depth.
QString tieWords(const Tie& tie);
/// "142 members", "1 person": counts with the right plural.
QString memberCount(int count);
QString peopleCount(int count);
QString dayCount(int count);

} // namespace weavemap::ui
