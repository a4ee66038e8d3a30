// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Questions.h"

#include "core/store/Database.h"
#include "core/store/QuestionBank.h"
#include "core/store/Requirements.h"

namespace weavemap::store {

namespace {

std::string selectQuestions(std::string_view rest)
{
    std::string sql = "SELECT id, part, text, fills, level, retired, sort_order FROM question ";
    return sql.append(rest);
}

Question readQuestion(Statement& row)
{
    Question question;
    question.id = row.id<QuestionId>(0);
    question.group = row.as<QuestionGroup>(1);
    question.text = row.text(2);
    question.fills = row.as<QuestionFills>(3);
    question.level = row.as<EngagementLevel>(4);
    question.retired = row.flag(5);
    question.order = row.small(6);
    return question;
}

AskedQuestion readAsked(Statement& row)
{
    return {row.id<AskedQuestionId>(0), row.id<QuestionId>(1), row.id<ConversationId>(2), row.id<PersonId>(3)};
}

std::string selectAskings(std::string_view which, std::string_view last)
{
    std::string sql = "SELECT a.id, a.question, a.conversation, a.person, c.at_ms, c.zone_minutes"
                      " FROM asked_question a JOIN conversation c ON c.id = a.conversation ";
    return sql.append(which).append(" ORDER BY c.at_ms DESC, ").append(last);
}

Asking readAsking(Statement& row) { return {readAsked(row), row.instant(4)}; }

Snooze readSnooze(Statement& row)
{
    return {row.id<SnoozeId>(0), row.id<PersonId>(1), row.date(2).value_or(Date()), row.date(3).value_or(Date()),
            row.text(4)};
}

Result<> requireQuestion(Database& database, QuestionId id)
{
    return requireRow(database, "SELECT 1 FROM question WHERE id = ?1", "question", id.value);
}

Result<> write(Database& database, const Question& question)
{
    return database.run("INSERT INTO question(id, part, text, fills, level, retired, sort_order)"
                        " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                        question.id, question.group, question.text, question.fills, question.level, question.retired,
                        question.order);
}

} // namespace

Result<std::vector<Question>> Questions::all() const
{
    return m_database->list(selectQuestions("ORDER BY part, sort_order, id"), readQuestion);
}

Result<std::optional<Question>> Questions::find(QuestionId id) const
{
    return m_database->first(selectQuestions("WHERE id = ?1"), readQuestion, id);
}

Result<QuestionId> Questions::insert(Question question)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(validate(question));
    question.id = givenOrNew(*m_database, question.id);
    WEAVEMAP_TRY(write(*m_database, question));
    return question.id;
}

Result<> Questions::update(const Question& question)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(validate(question));
    WEAVEMAP_ASSIGN(const auto before, find(question.id));
    if (!before)
        return fail(ErrorCode::notFound, {"question", question.id.toString()});
    if (*before == question)
        return {};
    return m_database->run("UPDATE question SET part = ?2, text = ?3, fills = ?4, level = ?5, retired = ?6,"
                           " sort_order = ?7 WHERE id = ?1",
                           question.id, question.group, question.text, question.fills, question.level, question.retired,
                           question.order);
}

Result<> Questions::retire(QuestionId id)
{
    WEAVEMAP_ASSIGN(auto question, find(id));
    if (!question)
        return fail(ErrorCode::notFound, {"question", id.toString()});
    question->retired = true;
    return update(*question);
}

Result<std::vector<AskedQuestion>> Questions::asked() const
{
    return m_database->list("SELECT id, question, conversation, person FROM asked_question ORDER BY id", readAsked);
}

Result<std::vector<AskedQuestion>> Questions::asked(ConversationId conversation) const
{
    return m_database->list(
        "SELECT id, question, conversation, person FROM asked_question WHERE conversation = ?1 ORDER BY id", readAsked,
        conversation);
}

Result<std::vector<Asking>> Questions::askings() const
{
    return m_database->list(selectAskings("", "a.id"), readAsking);
}

Result<std::vector<Asking>> Questions::askings(QuestionId question) const
{
    return m_database->list(selectAskings("WHERE a.question = ?1", "a.id"), readAsking, question);
}

Result<std::vector<Asking>> Questions::askingsOf(PersonId person) const
{
    return m_database->list(selectAskings("WHERE a.person = ?1", "a.question, a.id"), readAsking, person);
}

Result<AskedQuestionId> Questions::insert(AskedQuestion asked)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(requireQuestion(*m_database, asked.question));
    WEAVEMAP_TRY(requireConversation(*m_database, asked.conversation));
    WEAVEMAP_TRY(requirePerson(*m_database, asked.person));
    WEAVEMAP_ASSIGN(
        const auto there,
        m_database->integer("SELECT id FROM asked_question WHERE conversation = ?1 AND question = ?2 AND person = ?3",
                            asked.conversation, asked.question, asked.person));
    if (there != 0)
        return AskedQuestionId{there};
    asked.id = givenOrNew(*m_database, asked.id);
    WEAVEMAP_TRY(m_database->run("INSERT INTO asked_question(id, question, conversation, person)"
                                 " VALUES(?1, ?2, ?3, ?4)",
                                 asked.id, asked.question, asked.conversation, asked.person));
    return asked.id;
}

Result<> Questions::remove(AskedQuestionId id)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(requireRow(*m_database, "SELECT 1 FROM asked_question WHERE id = ?1", "askedQuestion", id.value));
    return m_database->run("DELETE FROM asked_question WHERE id = ?1", id);
}

Result<std::vector<Snooze>> Questions::snoozes() const
{
    return m_database->list("SELECT id, person, made, until, why FROM snooze ORDER BY person, id", readSnooze);
}

Result<std::optional<Snooze>> Questions::snoozeOf(PersonId person) const
{
    return m_database->first("SELECT id, person, made, until, why FROM snooze WHERE person = ?1 ORDER BY id DESC",
                             readSnooze, person);
}

Result<SnoozeId> Questions::insert(Snooze snooze)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(validate(snooze));
    WEAVEMAP_TRY(requirePerson(*m_database, snooze.person));
    WEAVEMAP_TRY(m_database->run("DELETE FROM snooze WHERE person = ?1", snooze.person));
    snooze.id = givenOrNew(*m_database, snooze.id);
    WEAVEMAP_TRY(m_database->run("INSERT INTO snooze(id, person, made, until, why) VALUES(?1, ?2, ?3, ?4, ?5)",
                                 snooze.id, snooze.person, snooze.made, snooze.until, snooze.why));
    return snooze.id;
}

Result<> Questions::remove(SnoozeId id)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(requireRow(*m_database, "SELECT 1 FROM snooze WHERE id = ?1", "snooze", id.value));
    return m_database->run("DELETE FROM snooze WHERE id = ?1", id);
}

Result<> addDefaultQuestions(Database& database)
{
    int place = 0;
    for (const DefaultQuestion& given : defaultQuestions()) {
        ++place;
        Question question;
        question.id = QuestionId{place};
        question.group = given.group;
        question.text = given.text;
        question.fills = given.fills;
        question.level = given.level;
        question.order = place;
        WEAVEMAP_TRY(validate(question));
        WEAVEMAP_TRY(write(database, question));
    }
    return {};
}

} // namespace weavemap::store
