// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ProjectRows.h"

#include <map>

#include "core/store/Database.h"

namespace weavemap::store {

Result<> handOnProjects(Database& database, ConversationId conversation)
{
    // The earliest call of each comes last.
    std::map<ProjectId, ConversationId> heard;
    WEAVEMAP_TRY(database.each(
        "SELECT p.id, t.id FROM project p JOIN conversation c ON c.id = p.conversation"
        " JOIN note_item l ON l.project = p.id JOIN conversation t ON t.id = l.conversation"
        " WHERE p.conversation = ?1 AND t.id <> ?1 AND iif(max(p.confidentiality, c.confidentiality) = 2,"
        " t.staff = c.staff, max(l.confidentiality, t.confidentiality) < 2) ORDER BY t.at_ms DESC, l.id DESC",
        [&heard](Statement& row) { heard[row.id<ProjectId>(0)] = row.id<ConversationId>(1); }, conversation));
    for (const auto& [project, next] : heard)
        WEAVEMAP_TRY(database.run("UPDATE project SET conversation = ?2, confidentiality = max(confidentiality,"
                                  " (SELECT confidentiality FROM conversation WHERE id = ?3)) WHERE id = ?1",
                                  project, next, conversation));
    return {};
}

Result<std::vector<ProjectId>> projectsGoingWith(Database& database, PersonId person)
{
    return database.list(
        "WITH own AS (SELECT conversation FROM participant AS mine WHERE person = ?1 AND NOT EXISTS"
        " (SELECT 1 FROM participant WHERE conversation = mine.conversation AND person <> ?1))"
        " SELECT p.id FROM project_person s JOIN project p ON p.id = s.project WHERE s.person = ?1"
        " AND p.planned_by_us = 0 AND p.convening IS NULL"
        " AND (p.conversation IS NULL OR p.conversation IN (SELECT conversation FROM own))"
        " AND NOT EXISTS (SELECT 1 FROM introduction WHERE id = p.introduction AND a <> ?1 AND b <> ?1)"
        " AND NOT EXISTS (SELECT 1 FROM project_person WHERE project = p.id AND person <> ?1)"
        " AND NOT EXISTS (SELECT 1 FROM note_item WHERE project = p.id AND (person IS NULL OR person <> ?1)"
        " AND coalesce(conversation, 0) NOT IN (SELECT conversation FROM own)) ORDER BY p.id",
        [](Statement& row) { return row.id<ProjectId>(0); }, person);
}

} // namespace weavemap::store
