// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Introductions.h"

#include "core/store/Database.h"
#include "core/store/Requirements.h"

namespace weavemap::store {

namespace {

std::string selectIntroductions(std::string_view rest)
{
    std::string sql = "SELECT id, a, b, host, proposed, reason, why, topic, need, offer, conversation, consent_a,"
                      " consent_b, strength, state, follow_up, outcome, confidentiality FROM introduction ";
    return sql.append(rest);
}

Introduction readIntroduction(Statement& row)
{
    Introduction introduction;
    introduction.id = row.id<IntroductionId>(0);
    introduction.a = row.id<PersonId>(1);
    introduction.b = row.id<PersonId>(2);
    introduction.host = row.id<PersonId>(3);
    introduction.proposed = row.date(4).value_or(Date());
    introduction.reason = row.as<IntroductionReason>(5);
    introduction.why = row.text(6);
    introduction.topic = row.text(7);
    introduction.need = row.id<NoteItemId>(8);
    introduction.offer = row.id<NoteItemId>(9);
    introduction.conversation = row.id<ConversationId>(10);
    introduction.consentA = row.as<IntroductionConsent>(11);
    introduction.consentB = row.as<IntroductionConsent>(12);
    introduction.strength = row.as<IntroductionStrength>(13);
    introduction.state = row.as<IntroductionState>(14);
    introduction.followUp = row.date(15);
    introduction.outcome = row.text(16);
    introduction.confidentiality = row.as<Confidentiality>(17);
    return introduction;
}

IntroductionStep readStep(Statement& row)
{
    return {row.id<IntroductionStepId>(0), row.id<IntroductionId>(1), row.as<IntroductionState>(2),
            row.date(3).value_or(Date())};
}

ApartPair readPair(Statement& row)
{
    return {row.id<ApartPairId>(0), row.id<PersonId>(1), row.id<PersonId>(2), row.text(3)};
}

Result<> requireItemOrNone(Database& database, NoteItemId id)
{
    return id ? requireRow(database, "SELECT 1 FROM note_item WHERE id = ?1", "item", id.value) : Result<>();
}

/// Everybody and everything it names is there.
Result<> fitsAmongRows(Database& database, const Introduction& introduction)
{
    WEAVEMAP_TRY(requirePerson(database, introduction.a));
    WEAVEMAP_TRY(requirePerson(database, introduction.b));
    WEAVEMAP_TRY(requirePersonOrNone(database, introduction.host));
    WEAVEMAP_TRY(requireItemOrNone(database, introduction.need));
    WEAVEMAP_TRY(requireItemOrNone(database, introduction.offer));
    return requireConversationOrNone(database, introduction.conversation);
}

/// Both are there, and are not kept apart by another row.
Result<> fitsAmongRows(Database& database, const ApartPair& pair)
{
    WEAVEMAP_TRY(requirePerson(database, pair.a));
    WEAVEMAP_TRY(requirePerson(database, pair.b));
    WEAVEMAP_ASSIGN(const auto others, database.integer("SELECT count(*) FROM apart_pair WHERE id <> ?3"
                                                        " AND ((a = ?1 AND b = ?2) OR (a = ?2 AND b = ?1))",
                                                        pair.a, pair.b, pair.id.value));
    if (others > 0)
        return fail(ErrorCode::duplicateTie, {nameForError(database, pair.a), nameForError(database, pair.b)});
    return {};
}

Result<> writeStep(Database& database, IntroductionId introduction, IntroductionState state, Date on)
{
    return database.run("INSERT INTO introduction_step(id, introduction, state, on_date) VALUES(?1, ?2, ?3, ?4)",
                        database.ids().next(), introduction, state, on);
}

} // namespace

Result<std::vector<Introduction>> Introductions::all() const
{
    return m_database->list(selectIntroductions("ORDER BY id"), readIntroduction);
}

Result<std::optional<Introduction>> Introductions::find(IntroductionId id) const
{
    return m_database->first(selectIntroductions("WHERE id = ?1"), readIntroduction, id);
}

Result<std::vector<Introduction>> Introductions::of(PersonId person) const
{
    return m_database->list(selectIntroductions("WHERE a = ?1 OR b = ?1 ORDER BY id"), readIntroduction, person);
}

Result<std::vector<Introduction>> Introductions::hostedBy(PersonId person) const
{
    return m_database->list(selectIntroductions("WHERE host = ?1 ORDER BY id"), readIntroduction, person);
}

Result<std::vector<Introduction>> Introductions::from(ConversationId conversation) const
{
    return m_database->list(
        selectIntroductions("WHERE conversation = ?1 OR need IN (SELECT id FROM note_item WHERE conversation = ?1)"
                            " OR offer IN (SELECT id FROM note_item WHERE conversation = ?1) ORDER BY id"),
        readIntroduction, conversation);
}

Result<std::vector<Introduction>> Introductions::putAside() const
{
    return m_database->list(
        selectIntroductions("WHERE state = ?1 AND (SELECT count(*) FROM introduction_step"
                            " WHERE introduction_step.introduction = introduction.id) = 1 ORDER BY id"),
        readIntroduction, IntroductionState::lapsed);
}

Result<std::size_t> Introductions::count() const
{
    WEAVEMAP_ASSIGN(const auto introductions, m_database->integer("SELECT count(*) FROM introduction"));
    return static_cast<std::size_t>(introductions);
}

Result<IntroductionId> Introductions::insert(Introduction introduction)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(validate(introduction));
    WEAVEMAP_TRY(fitsAmongRows(*m_database, introduction));
    introduction.id = givenOrNew(*m_database, introduction.id);
    WEAVEMAP_TRY(m_database->run(
        "INSERT INTO introduction(id, a, b, host, proposed, reason, why, topic, need, offer, conversation, consent_a,"
        " consent_b, strength, state, follow_up, outcome, confidentiality)"
        " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)",
        introduction.id, introduction.a, introduction.b, introduction.host, introduction.proposed, introduction.reason,
        introduction.why, introduction.topic, introduction.need, introduction.offer, introduction.conversation,
        introduction.consentA, introduction.consentB, introduction.strength, introduction.state, introduction.followUp,
        introduction.outcome, introduction.confidentiality));
    WEAVEMAP_TRY(writeStep(*m_database, introduction.id, introduction.state, introduction.proposed));
    return introduction.id;
}

Result<> Introductions::update(const Introduction& introduction, Date on)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(validate(introduction));
    WEAVEMAP_ASSIGN(const auto before, find(introduction.id));
    if (!before)
        return fail(ErrorCode::notFound, {"introduction", introduction.id.toString()});
    if (*before == introduction)
        return {};
    WEAVEMAP_TRY(fitsAmongRows(*m_database, introduction));
    if (before->state != introduction.state)
        WEAVEMAP_TRY(writeStep(*m_database, introduction.id, introduction.state, on));
    return m_database->run(
        "UPDATE introduction SET a = ?2, b = ?3, host = ?4, proposed = ?5, reason = ?6, why = ?7, topic = ?8,"
        " need = ?9, offer = ?10, conversation = ?11, consent_a = ?12, consent_b = ?13, strength = ?14, state = ?15,"
        " follow_up = ?16, outcome = ?17, confidentiality = ?18 WHERE id = ?1",
        introduction.id, introduction.a, introduction.b, introduction.host, introduction.proposed, introduction.reason,
        introduction.why, introduction.topic, introduction.need, introduction.offer, introduction.conversation,
        introduction.consentA, introduction.consentB, introduction.strength, introduction.state, introduction.followUp,
        introduction.outcome, introduction.confidentiality);
}

Result<> Introductions::remove(IntroductionId id)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(requireRow(*m_database, "SELECT 1 FROM introduction WHERE id = ?1", "introduction", id.value));
    WEAVEMAP_TRY(m_database->run("UPDATE evidence SET introduction = NULL WHERE introduction = ?1", id));
    WEAVEMAP_TRY(m_database->run("UPDATE project SET introduction = NULL WHERE introduction = ?1", id));
    WEAVEMAP_TRY(m_database->run("DELETE FROM introduction_step WHERE introduction = ?1", id));
    return m_database->run("DELETE FROM introduction WHERE id = ?1", id);
}

Result<std::vector<IntroductionStep>> Introductions::steps() const
{
    return m_database->list("SELECT id, introduction, state, on_date FROM introduction_step ORDER BY introduction, id",
                            readStep);
}

Result<std::vector<IntroductionStep>> Introductions::steps(IntroductionId introduction) const
{
    return m_database->list(
        "SELECT id, introduction, state, on_date FROM introduction_step WHERE introduction = ?1 ORDER BY id", readStep,
        introduction);
}

Result<std::vector<ApartPair>> Introductions::apartPairs() const
{
    return m_database->list("SELECT id, a, b, why FROM apart_pair ORDER BY id", readPair);
}

Result<std::vector<ApartPair>> Introductions::apartPairs(PersonId person) const
{
    return m_database->list("SELECT id, a, b, why FROM apart_pair WHERE a = ?1 OR b = ?1 ORDER BY id", readPair,
                            person);
}

Result<ApartPairId> Introductions::insert(ApartPair pair)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(validate(pair));
    WEAVEMAP_TRY(fitsAmongRows(*m_database, pair));
    pair.id = givenOrNew(*m_database, pair.id);
    WEAVEMAP_TRY(m_database->run("INSERT INTO apart_pair(id, a, b, why) VALUES(?1, ?2, ?3, ?4)", pair.id, pair.a,
                                 pair.b, pair.why));
    return pair.id;
}

Result<> Introductions::update(const ApartPair& pair)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(validate(pair));
    WEAVEMAP_ASSIGN(const auto before,
                    m_database->first("SELECT id, a, b, why FROM apart_pair WHERE id = ?1", readPair, pair.id));
    if (!before)
        return fail(ErrorCode::notFound, {"apartPair", pair.id.toString()});
    if (*before == pair)
        return {};
    WEAVEMAP_TRY(fitsAmongRows(*m_database, pair));
    return m_database->run("UPDATE apart_pair SET a = ?2, b = ?3, why = ?4 WHERE id = ?1", pair.id, pair.a, pair.b,
                           pair.why);
}

Result<> Introductions::remove(ApartPairId id)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(requireRow(*m_database, "SELECT 1 FROM apart_pair WHERE id = ?1", "apartPair", id.value));
    return m_database->run("DELETE FROM apart_pair WHERE id = ?1", id);
}

} // namespace weavemap::store
