// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/base/Date.h"
#include "core/base/Result.h"
#include "core/domain/Question.h"

namespace weavemap::store {

class Database;

/// A question put to somebody, and when that conversation was.
struct Asking
{
    AskedQuestion asked;
    Instant when;
    bool operator==(const Asking&) const = default;
};

/// The question bank, what was asked of whom, and who is left out of the call queue for a while. A view over one
/// connection, on its thread.
class Questions
{
public:
    explicit Questions(Database& database) : m_database(&database) {}

    Result<std::vector<Question>> all() const; ///< by group, order and id; the retired ones, too
    Result<std::optional<Question>> find(QuestionId id) const;
    Result<QuestionId> insert(Question question);
    Result<> update(const Question& question);
    /// Not offered any more; what was asked stays known.
    Result<> retire(QuestionId id);

    Result<std::vector<AskedQuestion>> asked() const;                            ///< by id
    Result<std::vector<AskedQuestion>> asked(ConversationId conversation) const; ///< by id
    /// With the moment of each, the newest first.
    Result<std::vector<Asking>> askings() const;
    Result<std::vector<Asking>> askings(QuestionId question) const;
    Result<std::vector<Asking>> askingsOf(PersonId person) const;
    /// What is there already (the same question, conversation and person) is not stored twice: its id comes back.
    Result<AskedQuestionId> insert(AskedQuestion asked);
    Result<> remove(AskedQuestionId id);

    Result<std::vector<Snooze>> snoozes() const; ///< by person; also those that are over
    Result<std::optional<Snooze>> snoozeOf(PersonId person) const;
    /// Takes the place of the person's snooze before it.
    Result<SnoozeId> insert(Snooze snooze);
    Result<> remove(SnoozeId id);

private:
    Database* m_database;
};

/// Puts the default questions (QuestionBank.h) into the empty table, under fixed ids: the same question is the same row
/// in every file. For the step of the schema that makes the table.
Result<> addDefaultQuestions(Database& database);

} // namespace weavemap::store
