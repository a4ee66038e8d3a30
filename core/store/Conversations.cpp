// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Conversations.h"

#include <algorithm>
#include <unordered_map>

#include "core/store/Database.h"
#include "core/store/ProjectRows.h"
#include "core/store/Requirements.h"

namespace weavemap::store {

namespace {

std::string selectConversations(std::string_view rest)
{
    std::string sql = "SELECT id, at_ms, zone_minutes, kind, staff, text, confidentiality, reached, minutes, initiator,"
                      " mood, quote, quote_consent, convening, source FROM conversation ";
    return sql.append(rest);
}

std::string selectItems(std::string_view rest)
{
    std::string sql = "SELECT id, conversation, person, kind, state, text, topic, other, confidentiality,"
                      " project FROM note_item ";
    return sql.append(rest);
}

std::string selectFollowUps(std::string_view rest)
{
    std::string sql = "SELECT id, conversation, person, owner, text, due, done, confidentiality FROM follow_up ";
    return sql.append(rest);
}

Conversation readConversation(Statement& row)
{
    Conversation conversation;
    conversation.id = row.id<ConversationId>(0);
    conversation.when = row.instant(1);
    conversation.kind = row.as<ConversationKind>(3);
    conversation.staff = row.id<PersonId>(4);
    conversation.text = row.text(5);
    conversation.confidentiality = row.as<Confidentiality>(6);
    conversation.reached = row.flag(7);
    conversation.minutes = row.small(8);
    conversation.initiator = row.as<Initiator>(9);
    conversation.mood = row.as<Mood>(10);
    conversation.quote = row.text(11);
    conversation.quoteConsent = row.as<QuoteConsent>(12);
    conversation.convening = row.text(13);
    conversation.source = row.as<EntrySource>(14);
    return conversation;
}

NoteItem readItem(Statement& row)
{
    NoteItem item;
    item.id = row.id<NoteItemId>(0);
    item.conversation = row.id<ConversationId>(1);
    item.person = row.id<PersonId>(2);
    item.kind = row.as<NoteItemKind>(3);
    item.state = row.as<NoteItemState>(4);
    item.text = row.text(5);
    item.topic = row.text(6);
    item.other = row.id<PersonId>(7);
    item.confidentiality = row.as<Confidentiality>(8);
    item.project = row.id<ProjectId>(9);
    return item;
}

FollowUp readFollowUp(Statement& row)
{
    FollowUp followUp;
    followUp.id = row.id<FollowUpId>(0);
    followUp.conversation = row.id<ConversationId>(1);
    followUp.person = row.id<PersonId>(2);
    followUp.owner = row.id<PersonId>(3);
    followUp.text = row.text(4);
    followUp.due = row.date(5);
    followUp.done = row.date(6);
    followUp.confidentiality = row.as<Confidentiality>(7);
    return followUp;
}

/// A participation as it is stored.
struct Seat
{
    std::int64_t id = 0;
    PersonId person;
    int place = 0;
};

Result<std::vector<Seat>> seatsOf(Database& database, ConversationId conversation)
{
    return database.list(
        "SELECT id, person, place FROM participant WHERE conversation = ?1 ORDER BY place, id",
        [](Statement& row) {
            return Seat{row.integer(0), row.id<PersonId>(1), row.small(2)};
        },
        conversation);
}

/// Each participant once, in the order of first mention.
std::vector<PersonId> withoutRepeats(const std::vector<PersonId>& people)
{
    std::vector<PersonId> once;
    for (const auto person : people)
        if (std::find(once.begin(), once.end(), person) == once.end())
            once.push_back(person);
    return once;
}

Result<> fitsAmongRows(Database& database, const Conversation& conversation)
{
    WEAVEMAP_TRY(requirePersonOrNone(database, conversation.staff));
    for (const auto person : conversation.participants)
        WEAVEMAP_TRY(requirePerson(database, person));
    return {};
}

Result<> fitsAmongRows(Database& database, const NoteItem& item)
{
    WEAVEMAP_TRY(requireConversationOrNone(database, item.conversation));
    WEAVEMAP_TRY(requirePersonOrNone(database, item.person));
    if (item.project)
        WEAVEMAP_TRY(requireRow(database, "SELECT 1 FROM project WHERE id = ?1", "project", item.project.value));
    return requirePersonOrNone(database, item.other);
}

Result<> fitsAmongRows(Database& database, const FollowUp& followUp)
{
    WEAVEMAP_TRY(requireConversationOrNone(database, followUp.conversation));
    WEAVEMAP_TRY(requirePersonOrNone(database, followUp.person));
    return requirePersonOrNone(database, followUp.owner);
}

Result<> insertSeat(Database& database, ConversationId conversation, PersonId person, int place)
{
    return database.run("INSERT INTO participant(id, conversation, person, place) VALUES(?1, ?2, ?3, ?4)",
                        database.ids().next(), conversation, person, place);
}

/// Takes away, adds and moves seats until `people` sit in their order; a seat that stays is not written.
Result<> seat(Database& database, ConversationId conversation, const std::vector<PersonId>& people)
{
    WEAVEMAP_ASSIGN(auto seats, seatsOf(database, conversation));
    for (int place = 0; const auto person : people) {
        const auto taken = std::find_if(seats.begin(), seats.end(), [&](const Seat& s) { return s.person == person; });
        if (taken == seats.end()) {
            WEAVEMAP_TRY(insertSeat(database, conversation, person, place));
        } else {
            if (taken->place != place)
                WEAVEMAP_TRY(database.run("UPDATE participant SET place = ?2 WHERE id = ?1", taken->id, place));
            seats.erase(taken);
        }
        ++place;
    }
    for (const auto& left : seats)
        WEAVEMAP_TRY(database.run("DELETE FROM participant WHERE id = ?1", left.id));
    return {};
}

} // namespace

Result<std::vector<Conversation>> Conversations::all() const
{
    WEAVEMAP_ASSIGN(auto conversations,
                    m_database->list(selectConversations("ORDER BY at_ms DESC, id DESC"), readConversation));
    std::unordered_map<std::int64_t, std::size_t> indexes;
    indexes.reserve(conversations.size());
    for (std::size_t i = 0; i < conversations.size(); ++i)
        indexes.emplace(conversations[i].id.value, i);
    WEAVEMAP_TRY(m_database->each("SELECT conversation, person FROM participant ORDER BY conversation, place, id",
                                  [&](Statement& row) {
                                      const auto at = indexes.find(row.integer(0));
                                      if (at != indexes.end())
                                          conversations[at->second].participants.push_back(row.id<PersonId>(1));
                                  }));
    return conversations;
}

Result<std::optional<Conversation>> Conversations::find(ConversationId id) const
{
    WEAVEMAP_ASSIGN(auto conversation, m_database->first(selectConversations("WHERE id = ?1"), readConversation, id));
    if (conversation) {
        WEAVEMAP_ASSIGN(const auto seats, seatsOf(*m_database, id));
        for (const auto& seat : seats)
            conversation->participants.push_back(seat.person);
    }
    return conversation;
}

Result<std::vector<Conversation>> Conversations::with(PersonId person) const
{
    WEAVEMAP_ASSIGN(auto conversations,
                    m_database->list(selectConversations("WHERE id IN (SELECT conversation FROM participant WHERE"
                                                         " person = ?1) ORDER BY at_ms DESC, id DESC"),
                                     readConversation, person));
    for (auto& conversation : conversations) {
        WEAVEMAP_ASSIGN(const auto seats, seatsOf(*m_database, conversation.id));
        for (const auto& seat : seats)
            conversation.participants.push_back(seat.person);
    }
    return conversations;
}

Result<std::size_t> Conversations::count() const
{
    WEAVEMAP_ASSIGN(const auto conversations, m_database->integer("SELECT count(*) FROM conversation"));
    return static_cast<std::size_t>(conversations);
}

Result<ConversationId> Conversations::insert(Conversation conversation)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(validate(conversation));
    WEAVEMAP_TRY(fitsAmongRows(*m_database, conversation));
    conversation.id = givenOrNew(*m_database, conversation.id);
    WEAVEMAP_TRY(m_database->run(
        "INSERT INTO conversation(id, at_ms, zone_minutes, kind, staff, text, confidentiality, reached, minutes,"
        " initiator, mood, quote, quote_consent, convening, source)"
        " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
        conversation.id, conversation.when, conversation.kind, conversation.staff, conversation.text,
        conversation.confidentiality, conversation.reached, conversation.minutes, conversation.initiator,
        conversation.mood, conversation.quote, conversation.quoteConsent, conversation.convening, conversation.source));
    for (int place = 0; const auto person : withoutRepeats(conversation.participants))
        WEAVEMAP_TRY(insertSeat(*m_database, conversation.id, person, place++));
    return conversation.id;
}

Result<> Conversations::update(const Conversation& given)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    Conversation conversation = given;
    conversation.participants = withoutRepeats(given.participants);
    WEAVEMAP_TRY(validate(conversation));
    WEAVEMAP_ASSIGN(auto before, find(conversation.id));
    if (!before)
        return fail(ErrorCode::notFound, {"conversation", conversation.id.toString()});
    // Equal moments may have been written down in different zones.
    const bool sameZone = before->when.zoneMinutes == conversation.when.zoneMinutes;
    if (sameZone && *before == conversation)
        return {};
    WEAVEMAP_TRY(fitsAmongRows(*m_database, conversation));
    if (before->participants != conversation.participants)
        WEAVEMAP_TRY(seat(*m_database, conversation.id, conversation.participants));
    before->participants = conversation.participants;
    if (sameZone && *before == conversation)
        return {};
    if (before->confidentiality != conversation.confidentiality || before->staff != conversation.staff)
        WEAVEMAP_TRY(handOnProjects(*m_database, conversation.id));
    return m_database->run(
        "UPDATE conversation SET at_ms = ?2, zone_minutes = ?3, kind = ?4, staff = ?5, text = ?6, confidentiality = ?7,"
        " reached = ?8, minutes = ?9, initiator = ?10, mood = ?11, quote = ?12, quote_consent = ?13, convening = ?14,"
        " source = ?15 WHERE id = ?1",
        conversation.id, conversation.when, conversation.kind, conversation.staff, conversation.text,
        conversation.confidentiality, conversation.reached, conversation.minutes, conversation.initiator,
        conversation.mood, conversation.quote, conversation.quoteConsent, conversation.convening, conversation.source);
}

Result<> Conversations::remove(ConversationId id)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(requireConversation(*m_database, id));
    WEAVEMAP_TRY(handOnProjects(*m_database, id));
    constexpr std::string_view kSteps[] = {
        "UPDATE evidence SET conversation = NULL WHERE conversation = ?1",
        // Without its note a promise, a project or an introduction from a private one would be open to all.
        "DELETE FROM follow_up WHERE conversation = ?1 AND (confidentiality = 2"
        " OR EXISTS (SELECT 1 FROM conversation WHERE id = ?1 AND confidentiality = 2))",
        "UPDATE note_item SET project = NULL WHERE project IN (SELECT p.id FROM project p"
        " JOIN conversation c ON c.id = p.conversation"
        " WHERE p.conversation = ?1 AND (p.confidentiality = 2 OR c.confidentiality = 2))",
        "DELETE FROM project_person WHERE project IN (SELECT p.id FROM project p"
        " JOIN conversation c ON c.id = p.conversation"
        " WHERE p.conversation = ?1 AND (p.confidentiality = 2 OR c.confidentiality = 2))",
        "DELETE FROM project WHERE conversation = ?1 AND (confidentiality = 2"
        " OR EXISTS (SELECT 1 FROM conversation WHERE id = ?1 AND confidentiality = 2))",
        "UPDATE evidence SET introduction = NULL WHERE introduction IN (SELECT i.id FROM introduction i"
        " JOIN conversation c ON c.id = i.conversation"
        " WHERE i.conversation = ?1 AND (i.confidentiality = 2 OR c.confidentiality = 2))",
        "UPDATE project SET introduction = NULL WHERE introduction IN (SELECT i.id FROM introduction i"
        " JOIN conversation c ON c.id = i.conversation"
        " WHERE i.conversation = ?1 AND (i.confidentiality = 2 OR c.confidentiality = 2))",
        "DELETE FROM introduction_step WHERE introduction IN (SELECT i.id FROM introduction i"
        " JOIN conversation c ON c.id = i.conversation"
        " WHERE i.conversation = ?1 AND (i.confidentiality = 2 OR c.confidentiality = 2))",
        "DELETE FROM introduction WHERE conversation = ?1 AND (confidentiality = 2"
        " OR EXISTS (SELECT 1 FROM conversation WHERE id = ?1 AND confidentiality = 2))",
        // What stays is as confidential as it was with its note.
        "UPDATE follow_up SET conversation = NULL, confidentiality ="
        " max(confidentiality, (SELECT confidentiality FROM conversation WHERE id = ?1)) WHERE conversation = ?1",
        "UPDATE project SET conversation = NULL, confidentiality ="
        " max(confidentiality, (SELECT confidentiality FROM conversation WHERE id = ?1)) WHERE conversation = ?1",
        "UPDATE introduction SET conversation = NULL, confidentiality ="
        " max(confidentiality, (SELECT confidentiality FROM conversation WHERE id = ?1)) WHERE conversation = ?1",
        "UPDATE introduction SET need = NULL WHERE need IN (SELECT id FROM note_item WHERE conversation = ?1)",
        "UPDATE introduction SET offer = NULL WHERE offer IN (SELECT id FROM note_item WHERE conversation = ?1)",
        "DELETE FROM note_item WHERE conversation = ?1",
        "DELETE FROM asked_question WHERE conversation = ?1",
        "DELETE FROM participant WHERE conversation = ?1",
        "DELETE FROM conversation WHERE id = ?1",
    };
    for (const auto sql : kSteps)
        WEAVEMAP_TRY(m_database->run(sql, id));
    return {};
}

Result<std::vector<NoteItem>> Conversations::items() const
{
    return m_database->list(selectItems("ORDER BY id"), readItem);
}

Result<std::vector<NoteItem>> Conversations::items(ConversationId conversation) const
{
    return m_database->list(selectItems("WHERE conversation = ?1 ORDER BY id"), readItem, conversation);
}

Result<std::vector<NoteItem>> Conversations::itemsOf(PersonId person) const
{
    return m_database->list(selectItems("WHERE person = ?1 ORDER BY id"), readItem, person);
}

Result<std::vector<NoteItem>> Conversations::itemsAbout(ProjectId project) const
{
    return m_database->list(selectItems("WHERE project = ?1 ORDER BY id"), readItem, project);
}

Result<NoteItemId> Conversations::insert(NoteItem item)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(validate(item));
    WEAVEMAP_TRY(fitsAmongRows(*m_database, item));
    item.id = givenOrNew(*m_database, item.id);
    WEAVEMAP_TRY(m_database->run("INSERT INTO note_item(id, conversation, person, kind, state, text, topic, other,"
                                 " confidentiality, project) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                                 item.id, item.conversation, item.person, item.kind, item.state, item.text, item.topic,
                                 item.other, item.confidentiality, item.project));
    return item.id;
}

Result<> Conversations::update(const NoteItem& item)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(validate(item));
    WEAVEMAP_ASSIGN(const auto before, m_database->first(selectItems("WHERE id = ?1"), readItem, item.id));
    if (!before)
        return fail(ErrorCode::notFound, {"item", item.id.toString()});
    if (*before == item)
        return {};
    WEAVEMAP_TRY(fitsAmongRows(*m_database, item));
    return m_database->run("UPDATE note_item SET conversation = ?2, person = ?3, kind = ?4, state = ?5, text = ?6,"
                           " topic = ?7, other = ?8, confidentiality = ?9, project = ?10 WHERE id = ?1",
                           item.id, item.conversation, item.person, item.kind, item.state, item.text, item.topic,
                           item.other, item.confidentiality, item.project);
}

Result<> Conversations::remove(NoteItemId id)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(requireRow(*m_database, "SELECT 1 FROM note_item WHERE id = ?1", "item", id.value));
    WEAVEMAP_TRY(m_database->run("UPDATE introduction SET need = NULL WHERE need = ?1", id));
    WEAVEMAP_TRY(m_database->run("UPDATE introduction SET offer = NULL WHERE offer = ?1", id));
    return m_database->run("DELETE FROM note_item WHERE id = ?1", id);
}

Result<std::vector<FollowUp>> Conversations::followUps() const
{
    return m_database->list(selectFollowUps("ORDER BY done IS NOT NULL, due IS NULL, due, id"), readFollowUp);
}

Result<std::vector<FollowUp>> Conversations::followUps(ConversationId conversation) const
{
    return m_database->list(selectFollowUps("WHERE conversation = ?1 ORDER BY done IS NOT NULL, due IS NULL, due, id"),
                            readFollowUp, conversation);
}

Result<std::optional<FollowUp>> Conversations::find(FollowUpId id) const
{
    return m_database->first(selectFollowUps("WHERE id = ?1"), readFollowUp, id);
}

Result<FollowUpId> Conversations::insert(FollowUp followUp)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(validate(followUp));
    WEAVEMAP_TRY(fitsAmongRows(*m_database, followUp));
    followUp.id = givenOrNew(*m_database, followUp.id);
    WEAVEMAP_TRY(m_database->run("INSERT INTO follow_up(id, conversation, person, owner, text, due, done,"
                                 " confidentiality) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                                 followUp.id, followUp.conversation, followUp.person, followUp.owner, followUp.text,
                                 followUp.due, followUp.done, followUp.confidentiality));
    return followUp.id;
}

Result<> Conversations::update(const FollowUp& followUp)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(validate(followUp));
    WEAVEMAP_ASSIGN(const auto before, find(followUp.id));
    if (!before)
        return fail(ErrorCode::notFound, {"followUp", followUp.id.toString()});
    if (*before == followUp)
        return {};
    WEAVEMAP_TRY(fitsAmongRows(*m_database, followUp));
    return m_database->run("UPDATE follow_up SET conversation = ?2, person = ?3, owner = ?4, text = ?5, due = ?6,"
                           " done = ?7, confidentiality = ?8 WHERE id = ?1",
                           followUp.id, followUp.conversation, followUp.person, followUp.owner, followUp.text,
                           followUp.due, followUp.done, followUp.confidentiality);
}

Result<> Conversations::remove(FollowUpId id)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(requireRow(*m_database, "SELECT 1 FROM follow_up WHERE id = ?1", "followUp", id.value));
    return m_database->run("DELETE FROM follow_up WHERE id = ?1", id);
}

Result<std::vector<ContactSummary>> Conversations::contacts(Instant until) const
{
    // With one max() in it, SQLite takes zone and id from the row that has the maximum.
    return m_database->list(
        "SELECT p.person, max(CASE WHEN c.reached = 1 THEN c.at_ms END), c.zone_minutes,"
        " sum(c.reached = 1), sum(c.reached = 0), c.id"
        " FROM participant p JOIN conversation c ON c.id = p.conversation"
        " WHERE c.at_ms <= ?1 GROUP BY p.person ORDER BY p.person",
        [](Statement& row) {
            ContactSummary contact;
            contact.person = row.id<PersonId>(0);
            if (!row.isNull(1)) {
                contact.lastHeard = row.instant(1);
                contact.last = row.id<ConversationId>(5);
            }
            contact.reached = row.small(3);
            contact.attempts = row.small(4);
            return contact;
        },
        until.unixMs);
}

} // namespace weavemap::store
