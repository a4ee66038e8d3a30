// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QString>

#include "core/base/Date.h"
#include "core/base/Result.h"
#include "core/domain/Conversation.h"
#include "core/store/Records.h"

namespace weavemap::ui {

/// A conversation as the timeline shows it. A value, made in a job.
struct ConversationRow
{
    ConversationId id;
    Instant when;
    ConversationKind kind = ConversationKind::call;
    PersonId staff;
    std::vector<PersonId> participants;
    Confidentiality confidentiality = Confidentiality::staff;
    bool reached = true;
    int minutes = 0;
    QString who;        ///< "Ana Ruiz, Jun Takeda"
    QString firstWords; ///< one line of the note
    QString heading;    ///< "Today", "Yesterday", "October 2026"
    QString folded;     ///< every word of it, folded, each after a space

    bool operator==(const ConversationRow&) const = default;
};

/// Whether `me` may read this one: notes marked *only me* belong to who wrote them.
bool mayRead(const Conversation& conversation, PersonId me);

/// All that `me` may read, newest first. O(text); run it in a job.
Result<std::vector<ConversationRow>> readTimeline(store::Records& records, PersonId me, Date today);
/// One of them; nothing where it is not there or `me` may not read it. Quick enough for the UI thread.
Result<std::optional<ConversationRow>> readTimelineRow(store::Records& records, ConversationId id, PersonId me,
                                                       Date today);

} // namespace weavemap::ui
