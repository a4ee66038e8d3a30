// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ErasingRows.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/Text.h"
#include "core/domain/Introduction.h"
#include "core/store/Database.h"
#include "core/store/ProjectRows.h"

namespace weavemap::store {

namespace {

/// The words of a text, folded, with a space around each.
std::string spacedWords(std::string_view text)
{
    std::string words = " ";
    for (const char c : foldForSearch(text)) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isOfWord = byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (isOfWord || words.back() != ' ')
            words += isOfWord ? c : ' ';
    }
    if (words.back() != ' ')
        words += ' ';
    return words;
}

/// What a note that is erased says, to know its words again where others wrote them down.
class ErasedNote
{
public:
    static Result<ErasedNote> of(Database& database, ConversationId id)
    {
        ErasedNote note;
        const auto add = [&note](Statement& row) {
            if (std::string words = spacedWords(row.textView(0)); words.size() > 1)
                note.m_texts.push_back(std::move(words));
        };
        for (const char* sql :
             {"SELECT text FROM conversation WHERE id = ?1", "SELECT quote FROM conversation WHERE id = ?1",
              "SELECT convening FROM conversation WHERE id = ?1", "SELECT text FROM note_item WHERE conversation = ?1",
              "SELECT topic FROM note_item WHERE conversation = ?1",
              "SELECT text FROM follow_up WHERE conversation = ?1"})
            WEAVEMAP_TRY(database.each(sql, add, id));
        return note;
    }

    /// Whether a text stands in the note, or something that the note says stands in it.
    bool isSourceOf(std::string_view text) const
    {
        const std::string words = spacedWords(text);
        return words.size() > 1 && std::any_of(m_texts.begin(), m_texts.end(), [&words](const std::string& said) {
                   return said.find(words) != std::string::npos ||
                          (said.size() >= kLeastQuote && words.find(said) != std::string::npos);
               });
    }

private:
    /// Bytes of a line, with the spaces around it, from which on it is not another's by chance.
    static constexpr std::size_t kLeastQuote = 10;
    std::vector<std::string> m_texts;
};

Result<> eraseIntroduction(Database& database, IntroductionId id)
{
    for (const char* sql :
         {"UPDATE evidence SET introduction = NULL WHERE introduction = ?1",
          "UPDATE project SET introduction = NULL WHERE introduction = ?1",
          "DELETE FROM introduction_step WHERE introduction = ?1", "DELETE FROM introduction WHERE id = ?1"})
        WEAVEMAP_TRY(database.run(sql, id));
    return {};
}

/// Introductions that came out of the note go with it: asked for there, resting on a line of it, or with its words for
/// their reason; and private ones, which would be open to all without it. Those that only cite it stay as confidential
/// as they were with it, without what is in its words.
Result<> eraseIntroductionsFrom(Database& database, ConversationId id)
{
    WEAVEMAP_ASSIGN(const ErasedNote note, ErasedNote::of(database, id));
    std::vector<IntroductionId> fromIt, topics, outcomes;
    WEAVEMAP_TRY(database.each(
        "SELECT i.id, i.why, i.topic, i.outcome, i.reason = ?2 OR i.confidentiality = 2 OR c.confidentiality = 2"
        " OR EXISTS (SELECT 1 FROM note_item WHERE conversation = ?1 AND id IN (i.need, i.offer))"
        " FROM introduction i JOIN conversation c ON c.id = i.conversation WHERE i.conversation = ?1",
        [&](Statement& row) {
            const auto introduction = row.id<IntroductionId>(0);
            if (row.integer(4) != 0 || note.isSourceOf(row.textView(1))) {
                fromIt.push_back(introduction);
                return;
            }
            if (note.isSourceOf(row.textView(2)))
                topics.push_back(introduction);
            if (note.isSourceOf(row.textView(3)))
                outcomes.push_back(introduction);
        },
        id, IntroductionReason::memberAsked));
    for (const IntroductionId introduction : fromIt)
        WEAVEMAP_TRY(eraseIntroduction(database, introduction));
    for (const IntroductionId introduction : topics)
        WEAVEMAP_TRY(database.run("UPDATE introduction SET topic = '' WHERE id = ?1", introduction));
    for (const IntroductionId introduction : outcomes)
        WEAVEMAP_TRY(database.run("UPDATE introduction SET outcome = '' WHERE id = ?1", introduction));
    return database.run("UPDATE introduction SET conversation = NULL, confidentiality ="
                        " max(confidentiality, (SELECT confidentiality FROM conversation WHERE id = ?1))"
                        " WHERE conversation = ?1",
                        id);
}

Result<> eraseProject(Database& database, ProjectId id)
{
    for (const char* sql : {"UPDATE note_item SET project = NULL WHERE project = ?1",
                            "DELETE FROM project_person WHERE project = ?1", "DELETE FROM project WHERE id = ?1"})
        WEAVEMAP_TRY(database.run(sql, id));
    return {};
}

/// Projects that were first heard of in the note go with it where they are private, or where it alone has their name
/// and nothing else was written of them. Others stay as confidential as they were with it, without a purpose that is in
/// its words.
Result<> eraseProjectsFrom(Database& database, ConversationId id)
{
    WEAVEMAP_ASSIGN(const ErasedNote note, ErasedNote::of(database, id));
    std::vector<ProjectId> purposes, fromIt;
    WEAVEMAP_TRY(database.each(
        "SELECT id, purpose FROM project WHERE conversation = ?1",
        [&](Statement& row) {
            if (note.isSourceOf(row.textView(1)))
                purposes.push_back(row.id<ProjectId>(0));
        },
        id));
    for (const ProjectId project : purposes)
        WEAVEMAP_TRY(database.run("UPDATE project SET purpose = '' WHERE id = ?1", project));
    WEAVEMAP_TRY(handOnProjects(database, id));
    WEAVEMAP_TRY(database.each(
        "SELECT p.id, p.name, p.confidentiality = 2 OR c.confidentiality = 2,"
        " p.planned_by_us = 1 OR p.purpose <> '' OR p.convening IS NOT NULL OR EXISTS"
        " (SELECT 1 FROM note_item WHERE project = p.id AND conversation <> ?1)"
        " FROM project p JOIN conversation c ON c.id = p.conversation WHERE p.conversation = ?1",
        [&](Statement& row) {
            if (row.flag(2) || (!row.flag(3) && note.isSourceOf(row.textView(1))))
                fromIt.push_back(row.id<ProjectId>(0));
        },
        id));
    for (const ProjectId project : fromIt)
        WEAVEMAP_TRY(eraseProject(database, project));
    return database.run("UPDATE project SET conversation = NULL, confidentiality ="
                        " max(confidentiality, (SELECT confidentiality FROM conversation WHERE id = ?1))"
                        " WHERE conversation = ?1",
                        id);
}

Result<> eraseOwnProjects(Database& database, PersonId id)
{
    WEAVEMAP_ASSIGN(const auto own, projectsGoingWith(database, id));
    for (const ProjectId project : own)
        WEAVEMAP_TRY(eraseProject(database, project));
    return {};
}

} // namespace

Result<> eraseConversationRows(Database& database, ConversationId id)
{
    WEAVEMAP_TRY(eraseIntroductionsFrom(database, id));
    WEAVEMAP_TRY(eraseProjectsFrom(database, id));
    for (const char* sql : {
             "DELETE FROM participant WHERE conversation = ?1",
             "UPDATE introduction SET need = NULL WHERE need IN (SELECT id FROM note_item WHERE conversation = ?1)",
             "UPDATE introduction SET offer = NULL WHERE offer IN (SELECT id FROM note_item WHERE conversation = ?1)",
             "DELETE FROM asked_question WHERE conversation = ?1",
             "DELETE FROM note_item WHERE conversation = ?1",
             "DELETE FROM follow_up WHERE conversation = ?1",
             "UPDATE evidence SET conversation = NULL WHERE conversation = ?1",
             "DELETE FROM conversation WHERE id = ?1",
         })
        WEAVEMAP_TRY(database.run(sql, id));
    return {};
}

Result<> erasePersonRows(Database& database, PersonId id)
{
    WEAVEMAP_TRY(eraseOwnProjects(database, id));
    for (const char* sql : {
             "UPDATE evidence SET introduction = NULL WHERE introduction IN"
             " (SELECT id FROM introduction WHERE a = ?1 OR b = ?1)",
             "UPDATE project SET introduction = NULL WHERE introduction IN"
             " (SELECT id FROM introduction WHERE a = ?1 OR b = ?1)",
             "DELETE FROM introduction_step WHERE introduction IN"
             " (SELECT id FROM introduction WHERE a = ?1 OR b = ?1)",
             "DELETE FROM introduction WHERE a = ?1 OR b = ?1",
             "UPDATE introduction SET host = NULL WHERE host = ?1",
             "DELETE FROM apart_pair WHERE a = ?1 OR b = ?1",
             "DELETE FROM asked_question WHERE person = ?1",
             "DELETE FROM snooze WHERE person = ?1",
             "DELETE FROM attendance WHERE person = ?1",
             "DELETE FROM project_person WHERE person = ?1",
             "UPDATE convening SET writer = NULL WHERE writer = ?1",
             "UPDATE project SET writer = NULL WHERE writer = ?1",
             "UPDATE person SET about_by = NULL WHERE about_by = ?1",
             "DELETE FROM overlay WHERE tie IN (SELECT id FROM tie WHERE a = ?1 OR b = ?1)",
             "DELETE FROM evidence WHERE tie IN (SELECT id FROM tie WHERE a = ?1 OR b = ?1)",
             "DELETE FROM tie WHERE a = ?1 OR b = ?1",
             "UPDATE evidence SET heard_from = NULL WHERE heard_from = ?1",
             "DELETE FROM participant WHERE person = ?1",
             "UPDATE introduction SET need = NULL WHERE need IN (SELECT id FROM note_item WHERE person = ?1)",
             "UPDATE introduction SET offer = NULL WHERE offer IN (SELECT id FROM note_item WHERE person = ?1)",
             "DELETE FROM note_item WHERE person = ?1",
             "UPDATE note_item SET other = NULL WHERE other = ?1",
             "DELETE FROM follow_up WHERE person = ?1",
             "UPDATE follow_up SET owner = NULL WHERE owner = ?1",
             "UPDATE conversation SET staff = NULL WHERE staff = ?1",
             "DELETE FROM attribute_value WHERE person = ?1",
             "DELETE FROM map_position WHERE person = ?1",
             "DELETE FROM computed_position WHERE person = ?1",
             "DELETE FROM person WHERE id = ?1",
         })
        WEAVEMAP_TRY(database.run(sql, id));
    return {};
}

} // namespace weavemap::store
