// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QString>

#include "core/actions/Roster.h"
#include "core/domain/Introduction.h"
#include "ui/widgets/PaintParts.h"

namespace weavemap::ui {

class PeopleModel;

/// What a person's page is made of, read in one go.
struct PersonPageData
{
    actions::Profile profile;
    /// Conversations of others that brought up something about this person.
    std::vector<Conversation> others;
    /// Introductions of this person, and those they brought about, that the reader may see.
    std::vector<Introduction> introductions;
};

/// Reads it for somebody on a date. Whatever comes from a note that is marked *only me* and is not `me`'s own is left
/// out. Error: notFound.
Result<PersonPageData> readPersonPage(store::Records& records, PersonId person, Date on, PersonId me);

/// One line of "What happened".
struct TimelineEntry
{
    enum class Kind { conversation, promise, introduction, membership };

    Kind kind = Kind::conversation;
    std::optional<Date> on; ///< nothing: not known when
    QString icon;
    QString title;
    QString text;
    std::vector<PillText> pills;
    ConversationId conversation; ///< 0: nothing to open
    Confidentiality confidentiality = Confidentiality::shareable;
};

/// Everything that happened with a person, the newest first, what has no date last. Names of others come from `people`.
std::vector<TimelineEntry> timelineOf(const PersonPageData& data, const PeopleModel& people);

} // namespace weavemap::ui
