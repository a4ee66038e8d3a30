// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Ties.h"

#include <algorithm>

#include "core/store/Database.h"
#include "core/store/Requirements.h"

namespace weavemap::store {

namespace {

std::string selectTies(std::string_view rest)
{
    std::string sql =
        "SELECT id, a, b, depth, contact, collaboration, weight, first_seen, last_confirmed, ended, origin"
        " FROM tie ";
    return sql.append(rest);
}

std::string selectOverlays(std::string_view rest)
{
    std::string sql = "SELECT id, tie, from_person, to_person, kind, topic, weight FROM overlay ";
    return sql.append(rest);
}

std::string selectEvidence(std::string_view rest)
{
    std::string sql = "SELECT id, tie, kind, heard_from, conversation, source, on_date, introduction FROM evidence ";
    return sql.append(rest);
}

Tie readTie(Statement& row)
{
    Tie tie;
    tie.id = row.id<TieId>(0);
    tie.a = row.id<PersonId>(1);
    tie.b = row.id<PersonId>(2);
    tie.depth = row.as<TieDepth>(3);
    tie.contact = row.as<TieContact>(4);
    tie.collaboration = row.as<Collaboration>(5);
    tie.weight = row.real(6);
    tie.firstSeen = row.date(7);
    tie.lastConfirmed = row.date(8);
    tie.ended = row.date(9);
    tie.origin = row.as<TieOrigin>(10);
    return tie;
}

Overlay readOverlay(Statement& row)
{
    Overlay overlay;
    overlay.id = row.id<OverlayId>(0);
    overlay.tie = row.id<TieId>(1);
    overlay.from = row.id<PersonId>(2);
    overlay.to = row.id<PersonId>(3);
    overlay.kind = row.as<OverlayKind>(4);
    overlay.topic = row.text(5);
    overlay.weight = row.real(6);
    return overlay;
}

Evidence readEvidence(Statement& row)
{
    Evidence evidence;
    evidence.id = row.id<EvidenceId>(0);
    evidence.tie = row.id<TieId>(1);
    evidence.kind = row.as<EvidenceKind>(2);
    evidence.heardFrom = row.id<PersonId>(3);
    evidence.conversation = row.id<ConversationId>(4);
    evidence.source = row.text(5);
    evidence.on = row.date(6);
    evidence.introduction = row.id<IntroductionId>(7);
    return evidence;
}

/// Both ends are there, and no other tie stands between them.
Result<> fitsAmongRows(Database& database, const Tie& tie)
{
    struct Around
    {
        bool a = false, b = false, other = false;
    };
    // One query, for an import asks this half a million times.
    WEAVEMAP_ASSIGN(const auto around,
                    database.first(
                        "SELECT (SELECT 1 FROM person WHERE id = ?1), (SELECT 1 FROM person WHERE id = ?2),"
                        " (SELECT 1 FROM tie WHERE a = ?1 AND b = ?2 AND id <> ?3)",
                        [](Statement& row) {
                            return Around{row.flag(0), row.flag(1), row.flag(2)};
                        },
                        tie.a, tie.b, tie.id.value));
    if (!around->a || !around->b)
        return fail(ErrorCode::notFound, {"person", (around->a ? tie.b : tie.a).toString()});
    if (around->other)
        return fail(ErrorCode::duplicateTie, {nameForError(database, tie.a), nameForError(database, tie.b)});
    return {};
}

/// The overlay joins the ends of its tie, and no other says the same.
Result<> fitsAmongRows(Database& database, const Ties& ties, const Overlay& overlay)
{
    WEAVEMAP_ASSIGN(const auto tie, ties.find(overlay.tie));
    if (!tie)
        return fail(ErrorCode::notFound, {"tie", overlay.tie.toString()});
    const auto [smaller, larger] = std::minmax(overlay.from, overlay.to);
    if (smaller != tie->a || larger != tie->b)
        return fail(ErrorCode::invalidArgument, {"overlay", overlay.from.toString() + " - " + overlay.to.toString()});
    WEAVEMAP_ASSIGN(const auto others,
                    database.integer("SELECT count(*) FROM overlay WHERE tie = ?1 AND from_person = ?2 AND kind = ?3"
                                     " AND topic = ?4 AND id <> ?5",
                                     overlay.tie, overlay.from, overlay.kind, overlay.topic, overlay.id.value));
    if (others > 0)
        return fail(ErrorCode::duplicateTie,
                    {nameForError(database, overlay.from), nameForError(database, overlay.to)});
    return {};
}

Result<> fitsAmongRows(Database& database, const Evidence& evidence)
{
    WEAVEMAP_TRY(requireRow(database, "SELECT 1 FROM tie WHERE id = ?1", "tie", evidence.tie.value));
    WEAVEMAP_TRY(requirePersonOrNone(database, evidence.heardFrom));
    if (evidence.introduction)
        WEAVEMAP_TRY(requireRow(database, "SELECT 1 FROM introduction WHERE id = ?1", "introduction",
                                evidence.introduction.value));
    return requireConversationOrNone(database, evidence.conversation);
}

} // namespace

Result<std::vector<Tie>> Ties::all() const { return m_database->list(selectTies("ORDER BY id"), readTie); }

Result<std::optional<Tie>> Ties::find(TieId id) const
{
    return m_database->first(selectTies("WHERE id = ?1"), readTie, id);
}

Result<std::optional<Tie>> Ties::between(PersonId one, PersonId other) const
{
    const auto [a, b] = std::minmax(one, other);
    return m_database->first(selectTies("WHERE a = ?1 AND b = ?2 ORDER BY id"), readTie, a, b);
}

Result<std::vector<Tie>> Ties::of(PersonId person) const
{
    return m_database->list(
        selectTies("WHERE id IN (SELECT id FROM tie WHERE a = ?1 UNION SELECT id FROM tie WHERE b = ?1) ORDER BY id"),
        readTie, person);
}

Result<std::size_t> Ties::count() const
{
    WEAVEMAP_ASSIGN(const auto ties, m_database->integer("SELECT count(*) FROM tie"));
    return static_cast<std::size_t>(ties);
}

Result<TieId> Ties::insert(Tie tie)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    tie = ordered(tie);
    WEAVEMAP_TRY(validate(tie));
    WEAVEMAP_TRY(fitsAmongRows(*m_database, tie));
    tie.id = givenOrNew(*m_database, tie.id);
    WEAVEMAP_TRY(m_database->run("INSERT INTO tie(id, a, b, depth, contact, collaboration, weight, first_seen,"
                                 " last_confirmed, ended, origin)"
                                 " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
                                 tie.id, tie.a, tie.b, tie.depth, tie.contact, tie.collaboration, tie.weight,
                                 tie.firstSeen, tie.lastConfirmed, tie.ended, tie.origin));
    return tie.id;
}

Result<> Ties::update(const Tie& given)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    const Tie tie = ordered(given);
    WEAVEMAP_TRY(validate(tie));
    WEAVEMAP_ASSIGN(const auto before, find(tie.id));
    if (!before)
        return fail(ErrorCode::notFound, {"tie", tie.id.toString()});
    if (*before == tie)
        return {};
    WEAVEMAP_TRY(fitsAmongRows(*m_database, tie));
    return m_database->run("UPDATE tie SET a = ?2, b = ?3, depth = ?4, contact = ?5, collaboration = ?6, weight = ?7,"
                           " first_seen = ?8, last_confirmed = ?9, ended = ?10, origin = ?11 WHERE id = ?1",
                           tie.id, tie.a, tie.b, tie.depth, tie.contact, tie.collaboration, tie.weight, tie.firstSeen,
                           tie.lastConfirmed, tie.ended, tie.origin);
}

Result<> Ties::remove(TieId id)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(requireRow(*m_database, "SELECT 1 FROM tie WHERE id = ?1", "tie", id.value));
    WEAVEMAP_TRY(m_database->run("DELETE FROM evidence WHERE tie = ?1", id));
    WEAVEMAP_TRY(m_database->run("DELETE FROM overlay WHERE tie = ?1", id));
    return m_database->run("DELETE FROM tie WHERE id = ?1", id);
}

Result<std::vector<Overlay>> Ties::overlays() const
{
    return m_database->list(selectOverlays("ORDER BY id"), readOverlay);
}

Result<std::vector<Overlay>> Ties::overlays(TieId tie) const
{
    return m_database->list(selectOverlays("WHERE tie = ?1 ORDER BY id"), readOverlay, tie);
}

Result<OverlayId> Ties::insert(Overlay overlay)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(validate(overlay));
    WEAVEMAP_TRY(fitsAmongRows(*m_database, *this, overlay));
    overlay.id = givenOrNew(*m_database, overlay.id);
    WEAVEMAP_TRY(m_database->run("INSERT INTO overlay(id, tie, from_person, to_person, kind, topic, weight)"
                                 " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                                 overlay.id, overlay.tie, overlay.from, overlay.to, overlay.kind, overlay.topic,
                                 overlay.weight));
    return overlay.id;
}

Result<> Ties::update(const Overlay& overlay)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(validate(overlay));
    WEAVEMAP_ASSIGN(const auto before, m_database->first(selectOverlays("WHERE id = ?1"), readOverlay, overlay.id));
    if (!before)
        return fail(ErrorCode::notFound, {"overlay", overlay.id.toString()});
    if (*before == overlay)
        return {};
    WEAVEMAP_TRY(fitsAmongRows(*m_database, *this, overlay));
    return m_database->run("UPDATE overlay SET tie = ?2, from_person = ?3, to_person = ?4, kind = ?5, topic = ?6,"
                           " weight = ?7 WHERE id = ?1",
                           overlay.id, overlay.tie, overlay.from, overlay.to, overlay.kind, overlay.topic,
                           overlay.weight);
}

Result<> Ties::remove(OverlayId id)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(requireRow(*m_database, "SELECT 1 FROM overlay WHERE id = ?1", "overlay", id.value));
    return m_database->run("DELETE FROM overlay WHERE id = ?1", id);
}

Result<std::vector<Evidence>> Ties::evidence() const
{
    return m_database->list(selectEvidence("ORDER BY id"), readEvidence);
}

Result<std::vector<Evidence>> Ties::evidence(TieId tie) const
{
    return m_database->list(selectEvidence("WHERE tie = ?1 ORDER BY id"), readEvidence, tie);
}

Result<std::vector<Evidence>> Ties::evidence(ConversationId conversation) const
{
    return m_database->list(selectEvidence("WHERE conversation = ?1 ORDER BY id"), readEvidence, conversation);
}

Result<EvidenceId> Ties::insert(Evidence evidence)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(fitsAmongRows(*m_database, evidence));
    evidence.id = givenOrNew(*m_database, evidence.id);
    WEAVEMAP_TRY(m_database->run("INSERT INTO evidence(id, tie, kind, heard_from, conversation, source, on_date,"
                                 " introduction) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                                 evidence.id, evidence.tie, evidence.kind, evidence.heardFrom, evidence.conversation,
                                 evidence.source, evidence.on, evidence.introduction));
    return evidence.id;
}

Result<> Ties::update(const Evidence& evidence)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_ASSIGN(const auto before, m_database->first(selectEvidence("WHERE id = ?1"), readEvidence, evidence.id));
    if (!before)
        return fail(ErrorCode::notFound, {"evidence", evidence.id.toString()});
    if (*before == evidence)
        return {};
    WEAVEMAP_TRY(fitsAmongRows(*m_database, evidence));
    return m_database->run("UPDATE evidence SET tie = ?2, kind = ?3, heard_from = ?4, conversation = ?5, source = ?6,"
                           " on_date = ?7, introduction = ?8 WHERE id = ?1",
                           evidence.id, evidence.tie, evidence.kind, evidence.heardFrom, evidence.conversation,
                           evidence.source, evidence.on, evidence.introduction);
}

Result<> Ties::remove(EvidenceId id)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(requireRow(*m_database, "SELECT 1 FROM evidence WHERE id = ?1", "evidence", id.value));
    return m_database->run("DELETE FROM evidence WHERE id = ?1", id);
}

} // namespace weavemap::store
