// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QString>

#include "core/actions/Roster.h"
#include "core/domain/Convening.h"
#include "core/domain/Introduction.h"
#include "core/domain/Project.h"
#include "ui/widgets/PaintParts.h"

namespace weavemap::ui {

class PeopleModel;

/// A convening that somebody was asked to, and what came of it.
struct AttendedConvening
{
    Convening convening;
    Attendance attendance;
    bool isKnownWhoCame = false; ///< somebody is ticked
};

/// A project that somebody is in, and the day it is known from.
struct KnownProject
{
    Project project;
    std::optional<Date> on;                             ///< it started, or was heard of
    Confidentiality level = Confidentiality::shareable; ///< with that of the call where it was heard of
};

/// What a person's page is made of, read in one go.
struct PersonPageData
{
    actions::Profile profile;
    /// Conversations of others that brought up something about this person, or told of a tie of theirs.
    std::vector<Conversation> others;
    /// Introductions of this person, and those they brought about, that the reader may see.
    std::vector<Introduction> introductions;
    std::vector<AttendedConvening> convenings; ///< that the reader may see
    std::vector<KnownProject> projects;        ///< that the reader may see
};

/// Reads it for somebody on a date. Whatever comes from a note that is marked *only me* and is not `me`'s own is left
/// out. Error: notFound.
Result<PersonPageData> readPersonPage(store::Records& records, PersonId person, Date on, PersonId me);

/// One line of "What happened".
struct TimelineEntry
{
    enum class Kind { conversation, mention, promise, introduction, attendance, project, membership };

    Kind kind = Kind::conversation;
    std::optional<Date> on; ///< nothing: not known when
    QString icon;
    QString title;
    QString text;
    std::vector<PillText> pills;
    // What it opens; of several the last one that is there.
    ConversationId conversation;
    IntroductionId introduction;
    ConveningId convening;
    ProjectId project;
    Confidentiality confidentiality = Confidentiality::shareable;
};

/// Everything that happened with a person up to `today`, the newest first, what has no date last; what is still to come
/// stands before. Names of others come from `people`.
std::vector<TimelineEntry> timelineOf(const PersonPageData& data, const PeopleModel& people, Date today);

/// What of it is wanted.
enum class TimelineShow { everything, conversations, withItems, promises, introductions, convenings, projects };
bool isOf(TimelineShow show, const TimelineEntry& entry);

} // namespace weavemap::ui
