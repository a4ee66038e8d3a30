// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QString>

#include "core/actions/QuestionBank.h"
#include "core/domain/Question.h"

namespace weavemap::ui {

/// The words of the question bank, the same wherever it shows.
QString words(QuestionGroup group);
/// What an answer fills: "A need"; "Nothing that is counted".
QString words(QuestionFills fills);
/// Whom a question suits: "Everybody", "Core members".
QString suitsWords(EngagementLevel level);

/// "Ana Ruiz", "Ana Ruiz and Ben Cole", "Ana Ruiz and 2 others".
QString namesText(const std::vector<std::string>& names);
/// "last asked: 3 Mar, of Ana Ruiz"; "not asked yet".
QString lastAskedText(const std::optional<actions::AskedIn>& last, Date today);
/// "5 times".
QString timesText(std::size_t calls);

/// Why a wording is not taken, in one sentence; `twin` is the question that asks the same.
QString faultSentence(actions::QuestionFault fault, const weavemap::Question* twin = nullptr);

} // namespace weavemap::ui
