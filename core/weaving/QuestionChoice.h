// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "core/base/Date.h"
#include "core/domain/Person.h"
#include "core/domain/Question.h"

/// Which questions of the bank to ask somebody next (domain 3.1): those whose answer is missing or stale. Pure; any
/// thread.
namespace weavemap::weaving {

inline constexpr std::size_t kQuestionFills = 11; ///< of QuestionFills
inline constexpr int kQuestionRestDays = 90;      ///< so long nobody is asked the same again
inline constexpr int kStaleMonths = 12;

/// What is known about a member of one of the things that questions fill.
struct Knowledge
{
    enum class State {
        missing,
        known,
        beside, ///< there is nothing to ask: no promise to ask about, nobody to be introduced to
    };
    State state = State::missing;
    std::optional<Date>
        since; ///< known: the newest word of it; none: how old it is nobody can say, and it counts as fresh
    bool operator==(const Knowledge&) const = default;
};
/// By QuestionFills.
using KnowledgeOf = std::array<Knowledge, kQuestionFills>;

/// The last day on which a question was put to this member.
struct AskedBefore
{
    QuestionId question;
    Date on;
    bool operator==(const AskedBefore&) const = default;
};

/// Why a question was chosen.
enum class QuestionWhy {
    missing, ///< we do not know it
    stale,   ///< what we know of it is older than a year
    open,    ///< it fills nothing that is counted: asked for its own sake
    known,   ///< nothing else is left to ask
};

struct ChosenQuestion
{
    Question question;
    QuestionWhy why = QuestionWhy::missing;
    std::optional<Date> since;     ///< stale: of what is known
    std::optional<Date> lastAsked; ///< of this member
    bool operator==(const ChosenQuestion&) const = default;
};

/// At most `count` questions. Never one that is retired, that suits another level of engagement, that has nothing to
/// ask about, or that was put to this member in the last kQuestionRestDays days. What is missing comes before what is
/// stale, before the open ones, before the rest; then what was never asked, what was asked longest ago, and the order
/// of the bank. One of a group, and one of what they fill, as long as there are others. The same for the same values.
std::vector<ChosenQuestion> chooseQuestions(std::span<const Question> bank, std::span<const AskedBefore> asked,
                                            const KnowledgeOf& knowledge, EngagementLevel level, Date today,
                                            std::size_t count = 3);

} // namespace weavemap::weaving
