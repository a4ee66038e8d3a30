// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/base/Text.h"
#include "core/domain/Conversation.h"
#include "core/domain/Project.h"
#include "core/store/Database.h"
#include "core/store/SchemaSteps.h"

namespace weavemap::store {

namespace {

/// What a note of version 3 said of a project: its name and at most two people.
struct Line
{
    std::int64_t id = 0;
    ConversationId conversation;
    PersonId people[2];
    std::string name;
    Confidentiality own = Confidentiality::shareable;
    Confidentiality level = Confidentiality::shareable; ///< with its note's
    PersonId writer;
};

/// Lines of one project: of one name, and for the same eyes.
std::pair<std::string, std::int64_t> keyOf(const Line& line)
{
    const bool isPrivate = line.level == Confidentiality::onlyMe;
    return {foldForSearch(trimmed(line.name)), isPrivate ? std::max<std::int64_t>(line.writer.value, 0) : -1};
}

Result<std::vector<Line>> projectLines(Database& database)
{
    WEAVEMAP_ASSIGN(auto lines, database.list(
                                    "SELECT i.id, i.conversation, i.person, i.other, i.text, i.confidentiality,"
                                    " max(i.confidentiality, coalesce(c.confidentiality, 0)), c.staff FROM note_item i"
                                    " LEFT JOIN conversation c ON c.id = i.conversation"
                                    " WHERE i.kind = ?1 ORDER BY i.id",
                                    [](Statement& row) {
                                        return Line{row.integer(0),
                                                    row.id<ConversationId>(1),
                                                    {row.id<PersonId>(2), row.id<PersonId>(3)},
                                                    std::string(trimmed(row.textView(4))),
                                                    row.as<Confidentiality>(5),
                                                    row.as<Confidentiality>(6),
                                                    row.id<PersonId>(7)};
                                    },
                                    NoteItemKind::project));
    std::erase_if(lines, [](const Line& line) { return line.name.empty(); });
    return lines;
}

/// Makes the projects that the lines tell of. Their ids come from the file, so that every copy of it gets the same: a
/// project has that of its first line, and people are counted.
Result<> addProjectsOfNotes(Database& database)
{
    WEAVEMAP_ASSIGN(const auto lines, projectLines(database));
    std::map<std::pair<std::string, std::int64_t>, std::int64_t> projects;
    std::set<std::pair<std::int64_t, std::int64_t>> people;
    for (const Line& line : lines) {
        const auto [at, isNew] = projects.emplace(keyOf(line), line.id);
        const auto project = at->second;
        if (isNew)
            WEAVEMAP_TRY(database.run("INSERT INTO project(id, name, status, heard, conversation, writer,"
                                      " confidentiality) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                                      project, line.name, ProjectStatus::underWay,
                                      line.conversation ? ProjectHeard::call : ProjectHeard::unknown, line.conversation,
                                      line.writer, line.own));
        else
            WEAVEMAP_TRY(database.run("UPDATE project SET confidentiality = max(confidentiality, ?2) WHERE id = ?1",
                                      project, line.level));
        WEAVEMAP_TRY(database.run("UPDATE note_item SET project = ?2 WHERE id = ?1", line.id, project));
        for (const PersonId person : line.people)
            if (person && people.emplace(project, person.value).second)
                WEAVEMAP_TRY(database.run("INSERT INTO project_person(id, project, person) VALUES(?1, ?2, ?3)",
                                          static_cast<std::int64_t>(people.size()), project, person));
    }
    return {};
}

} // namespace

// The rules for tables are in Schema1.cpp. The search tables hold copies only: a migration fills them again.
Migration schemaStep4()
{
    return {.lowestReader = 3, // version 3 shows nothing of the new tables
            .sql = R"sql(
CREATE TABLE convening(
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    on_date TEXT NOT NULL CHECK(on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    kind INTEGER NOT NULL DEFAULT 0 CHECK(kind BETWEEN 0 AND 5),
    form INTEGER NOT NULL DEFAULT 0 CHECK(form BETWEEN 0 AND 3),
    place TEXT NOT NULL DEFAULT '',
    purpose TEXT NOT NULL DEFAULT '',
    writer INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    confidentiality INTEGER NOT NULL DEFAULT 1 CHECK(confidentiality BETWEEN 0 AND 2)
) STRICT;
CREATE INDEX convening_writer ON convening(writer) WHERE writer IS NOT NULL;

CREATE TABLE attendance(
    id INTEGER PRIMARY KEY,
    convening INTEGER NOT NULL REFERENCES convening(id) DEFERRABLE INITIALLY DEFERRED,
    person INTEGER NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    invited INTEGER NOT NULL DEFAULT 0 CHECK(invited BETWEEN 0 AND 1),
    registered INTEGER NOT NULL DEFAULT 0 CHECK(registered BETWEEN 0 AND 1),
    came INTEGER NOT NULL DEFAULT 0 CHECK(came BETWEEN 0 AND 1)
) STRICT;
CREATE INDEX attendance_convening ON attendance(convening, person);
CREATE INDEX attendance_person ON attendance(person);

CREATE TABLE project(
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    purpose TEXT NOT NULL DEFAULT '',
    started TEXT CHECK(started GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    status INTEGER NOT NULL DEFAULT 1 CHECK(status BETWEEN 0 AND 3),
    planned_by_us INTEGER NOT NULL DEFAULT 0 CHECK(planned_by_us BETWEEN 0 AND 1),
    heard INTEGER NOT NULL DEFAULT 0 CHECK(heard BETWEEN 0 AND 3),
    conversation INTEGER REFERENCES conversation(id) DEFERRABLE INITIALLY DEFERRED,
    origin INTEGER NOT NULL DEFAULT 0 CHECK(origin BETWEEN 0 AND 3),
    introduction INTEGER REFERENCES introduction(id) DEFERRABLE INITIALLY DEFERRED,
    convening INTEGER REFERENCES convening(id) DEFERRABLE INITIALLY DEFERRED,
    writer INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    confidentiality INTEGER NOT NULL DEFAULT 1 CHECK(confidentiality BETWEEN 0 AND 2)
) STRICT;
CREATE INDEX project_conversation ON project(conversation) WHERE conversation IS NOT NULL;
CREATE INDEX project_introduction ON project(introduction) WHERE introduction IS NOT NULL;
CREATE INDEX project_convening ON project(convening) WHERE convening IS NOT NULL;
CREATE INDEX project_writer ON project(writer) WHERE writer IS NOT NULL;

CREATE TABLE project_person(
    id INTEGER PRIMARY KEY,
    project INTEGER NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
    person INTEGER NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX project_person_project ON project_person(project, person);
CREATE INDEX project_person_person ON project_person(person);

ALTER TABLE note_item ADD COLUMN project INTEGER REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX note_item_project ON note_item(project) WHERE project IS NOT NULL;

DROP TABLE search_entry;
CREATE TABLE search_entry(
    id INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL CHECK(kind BETWEEN 0 AND 9),
    record INTEGER NOT NULL,
    place INTEGER NOT NULL,
    level INTEGER NOT NULL CHECK(level BETWEEN 0 AND 2),
    writer INTEGER
) STRICT;
CREATE UNIQUE INDEX search_entry_record ON search_entry(record, kind);
)sql",
            .also = addProjectsOfNotes};
}

} // namespace weavemap::store
