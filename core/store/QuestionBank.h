// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "core/domain/Question.h"

namespace weavemap::store {

struct DefaultQuestion
{
    QuestionGroup group;
    QuestionFills fills;
    EngagementLevel level;
    std::string_view text;
};

/// The question bank that a new file begins with. Written by the build from
/// resources/instruments/question-bank.json; the order there is theirs, and their ids count it: new ones go to the
/// end, none is taken out.
std::span<const DefaultQuestion> defaultQuestions();

} // namespace weavemap::store
