// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Date.h"
#include "core/base/Result.h"
#include "core/domain/Conversation.h"
#include "core/domain/Question.h"
#include "core/store/Records.h"

/// The question bank as the office edits it (domain 3.1), and what of it was asked in which call. What writes is the
/// inside of one change.
namespace weavemap::actions {

inline constexpr std::size_t kLongestQuestion = 300; ///< characters of a wording

/// What keeps a wording out of the bank.
enum class QuestionFault { empty, tooLong, twice };

/// A wording as it is stored: all white space is single spaces, and none stands at either end.
std::string plainWording(std::string_view text);
/// The question that asks the same, whatever its case, accents, spaces and marks; null: there is none. Retired ones
/// count.
const Question* findWording(std::span<const Question> bank, std::string_view text);
/// What is wrong with this wording for the question `self` (0: a new one).
std::optional<QuestionFault> faultOf(std::string_view text, std::span<const Question> bank, QuestionId self);

/// A call in which a question was put to people.
struct AskedIn
{
    ConversationId conversation;
    Instant when;
    std::vector<std::string> people; ///< names, in the order they were stored
    bool operator==(const AskedIn&) const = default;
};

/// A line of the bank.
struct BankQuestion
{
    Question question;
    std::size_t calls = 0; ///< in which it was asked, of those the reader may see
    std::optional<AskedIn> last;
    bool operator==(const BankQuestion&) const = default;
};

/// The whole bank, retired questions included, by group and order, for the staff person `me` (0: nobody in
/// particular): what was asked in a call that is not for them is left out. O(what was asked + people).
Result<std::vector<BankQuestion>> readQuestionBank(store::Records& records, PersonId me);
/// The calls in which a question was asked, the newest first, as `me` may read them.
Result<std::vector<AskedIn>> readAskings(store::Records& records, QuestionId question, PersonId me);

/// Puts a question at the end of its group. Errors: missingName without words; invalidArgument ("question", "tooLong"
/// or "twice").
Result<QuestionId> addQuestion(store::Records& records, Question question);
/// Replaces wording, group, what it fills and whom it suits; in another group it comes last. Errors: as above, and
/// notFound.
Result<> changeQuestion(store::Records& records, const Question& question);
enum class Retired { no, yes };
/// Whether it is offered for calls. What was asked stays known. Error: notFound.
Result<> retireQuestion(store::Records& records, QuestionId id, Retired retired);
/// Puts it before another question of its group, or last (0). Errors: notFound; invalidArgument where `before` stands
/// in another group.
Result<> moveQuestion(store::Records& records, QuestionId id, QuestionId before);

/// Takes the questions out of `items` that are new and ask what one of the bank asks, without more to them, and says
/// which those of the bank are: a question of the bank is never stored as a line of a note.
Result<std::vector<QuestionId>> takeBankQuestions(store::Records& records, const Conversation& call,
                                                  std::vector<NoteItem>& items);
/// Makes these the questions that the stored call put, and no others: a new one to everybody who took part, one on
/// record to whom it was put, as long as any of them took part. Error: notFound.
Result<> putAsked(store::Records& records, const Conversation& call, std::span<const QuestionId> questions);

} // namespace weavemap::actions
