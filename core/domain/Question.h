// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/base/Date.h"
#include "core/domain/Ids.h"
#include "core/domain/Person.h"

namespace weavemap {

/// The part of a conversation that a question belongs to (domain 3.1).
enum class QuestionGroup {
    person = 0,
    work = 1,
    needs = 2,
    gifts = 3,
    ties = 4,
    knowledge = 5,
    experience = 6,
    emergence = 7,
    missing = 8,
    close = 9,
};

/// What an answer fills: the part of what is known about a member that a question makes less stale.
enum class QuestionFills {
    nothing = 0,
    need = 1,
    offer = 2,
    tie = 3,
    barrier = 4,
    project = 5,
    introduction = 6,
    contactPreference = 7,
    consent = 8,
    promise = 9,
    about = 10, ///< what drew them, what they work on
};

/// A question of the bank. Editable; one that is not wanted any more is retired, so that what was asked stays known.
struct Question
{
    QuestionId id;
    QuestionGroup group = QuestionGroup::person;
    std::string text;
    QuestionFills fills = QuestionFills::nothing;
    EngagementLevel level = EngagementLevel::unknown; ///< whom it suits; unknown: everybody
    bool retired = false;
    int order = 0;
    bool operator==(const Question&) const = default;
};

/// A question put to somebody in a conversation.
struct AskedQuestion
{
    AskedQuestionId id;
    QuestionId question;
    ConversationId conversation;
    PersonId person;
    bool operator==(const AskedQuestion&) const = default;
};

/// A member who is left out of the call queue for a while.
struct Snooze
{
    SnoozeId id;
    PersonId person;
    Date made;
    Date until; ///< the first day on which they may come up again
    std::string why;
    bool operator==(const Snooze&) const = default;
};

/// Some text.
Result<> validate(const Question& question);
/// Somebody, and a day after the one it was made on.
Result<> validate(const Snooze& snooze);

} // namespace weavemap
