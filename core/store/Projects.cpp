// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Projects.h"

#include <algorithm>
#include <unordered_map>

#include "core/store/Database.h"
#include "core/store/Requirements.h"

namespace weavemap::store {

namespace {

std::string selectProjects(std::string_view rest)
{
    std::string sql = "SELECT id, name, purpose, started, status, planned_by_us, heard, conversation, origin,"
                      " introduction, convening, writer, confidentiality FROM project ";
    return sql.append(rest);
}

Project readProject(Statement& row)
{
    Project project;
    project.id = row.id<ProjectId>(0);
    project.name = row.text(1);
    project.purpose = row.text(2);
    project.started = row.date(3);
    project.status = row.as<ProjectStatus>(4);
    project.isPlannedByUs = row.flag(5);
    project.heard = row.as<ProjectHeard>(6);
    project.conversation = row.id<ConversationId>(7);
    project.origin = row.as<ProjectOrigin>(8);
    project.introduction = row.id<IntroductionId>(9);
    project.convening = row.id<ConveningId>(10);
    project.writer = row.id<PersonId>(11);
    project.confidentiality = row.as<Confidentiality>(12);
    return project;
}

Result<> readPeople(Database& database, Project& project)
{
    return database.each(
        "SELECT person FROM project_person WHERE project = ?1 ORDER BY id",
        [&](Statement& row) { project.people.push_back(row.id<PersonId>(0)); }, project.id);
}

Result<std::vector<Project>> withPeople(Database& database, Result<std::vector<Project>> projects)
{
    if (!projects)
        return projects;
    for (Project& project : *projects)
        WEAVEMAP_TRY(readPeople(database, project));
    return projects;
}

/// Everybody and everything it names is there.
Result<> fitsAmongRows(Database& database, const Project& project)
{
    WEAVEMAP_TRY(requireConversationOrNone(database, project.conversation));
    WEAVEMAP_TRY(requirePersonOrNone(database, project.writer));
    if (project.introduction)
        WEAVEMAP_TRY(requireRow(database, "SELECT 1 FROM introduction WHERE id = ?1", "introduction",
                                project.introduction.value));
    if (project.convening)
        WEAVEMAP_TRY(
            requireRow(database, "SELECT 1 FROM convening WHERE id = ?1", "convening", project.convening.value));
    for (const PersonId person : project.people)
        WEAVEMAP_TRY(requirePerson(database, person));
    return {};
}

Project withoutRepeats(Project project)
{
    std::vector<PersonId> once;
    for (const PersonId person : project.people)
        if (std::find(once.begin(), once.end(), person) == once.end())
            once.push_back(person);
    project.people = std::move(once);
    return project;
}

/// Takes away and adds until `people` are in it; a row that stays is not written.
Result<> putPeople(Database& database, ProjectId project, const std::vector<PersonId>& before,
                   const std::vector<PersonId>& people)
{
    const auto holds = [](const std::vector<PersonId>& some, PersonId one) {
        return std::find(some.begin(), some.end(), one) != some.end();
    };
    for (const PersonId person : before)
        if (!holds(people, person))
            WEAVEMAP_TRY(
                database.run("DELETE FROM project_person WHERE project = ?1 AND person = ?2", project, person));
    for (const PersonId person : people)
        if (!holds(before, person))
            WEAVEMAP_TRY(database.run("INSERT INTO project_person(id, project, person) VALUES(?1, ?2, ?3)",
                                      database.ids().next(), project, person));
    return {};
}

} // namespace

Result<std::vector<Project>> Projects::all() const
{
    WEAVEMAP_ASSIGN(auto projects, m_database->list(selectProjects("ORDER BY id"), readProject));
    std::unordered_map<std::int64_t, std::size_t> indexes;
    for (std::size_t i = 0; i < projects.size(); ++i)
        indexes.emplace(projects[i].id.value, i);
    WEAVEMAP_TRY(m_database->each("SELECT project, person FROM project_person ORDER BY id", [&](Statement& row) {
        const auto at = indexes.find(row.integer(0));
        if (at != indexes.end())
            projects[at->second].people.push_back(row.id<PersonId>(1));
    }));
    return projects;
}

Result<std::optional<Project>> Projects::find(ProjectId id) const
{
    WEAVEMAP_ASSIGN(auto project, m_database->first(selectProjects("WHERE id = ?1"), readProject, id));
    if (project)
        WEAVEMAP_TRY(readPeople(*m_database, *project));
    return project;
}

Result<std::vector<Project>> Projects::of(PersonId person) const
{
    return withPeople(
        *m_database,
        m_database->list(
            selectProjects("WHERE id IN (SELECT project FROM project_person WHERE person = ?1) ORDER BY id"),
            readProject, person));
}

Result<std::vector<Project>> Projects::from(IntroductionId introduction) const
{
    return withPeople(*m_database, m_database->list(selectProjects("WHERE introduction = ?1 ORDER BY id"), readProject,
                                                    introduction));
}

Result<std::size_t> Projects::count() const
{
    WEAVEMAP_ASSIGN(const auto projects, m_database->integer("SELECT count(*) FROM project"));
    return static_cast<std::size_t>(projects);
}

Result<ProjectId> Projects::insert(Project given)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    Project project = withoutRepeats(std::move(given));
    WEAVEMAP_TRY(validate(project));
    WEAVEMAP_TRY(fitsAmongRows(*m_database, project));
    project.id = givenOrNew(*m_database, project.id);
    WEAVEMAP_TRY(m_database->run(
        "INSERT INTO project(id, name, purpose, started, status, planned_by_us, heard, conversation, origin,"
        " introduction, convening, writer, confidentiality)"
        " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        project.id, project.name, project.purpose, project.started, project.status, project.isPlannedByUs,
        project.heard, project.conversation, project.origin, project.introduction, project.convening, project.writer,
        project.confidentiality));
    WEAVEMAP_TRY(putPeople(*m_database, project.id, {}, project.people));
    return project.id;
}

Result<> Projects::update(const Project& given)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    const Project project = withoutRepeats(given);
    WEAVEMAP_TRY(validate(project));
    WEAVEMAP_ASSIGN(auto before, find(project.id));
    if (!before)
        return fail(ErrorCode::notFound, {"project", project.id.toString()});
    if (*before == project)
        return {};
    WEAVEMAP_TRY(fitsAmongRows(*m_database, project));
    WEAVEMAP_TRY(putPeople(*m_database, project.id, before->people, project.people));
    before->people = project.people;
    if (*before == project)
        return {};
    return m_database->run(
        "UPDATE project SET name = ?2, purpose = ?3, started = ?4, status = ?5, planned_by_us = ?6, heard = ?7,"
        " conversation = ?8, origin = ?9, introduction = ?10, convening = ?11, writer = ?12, confidentiality = ?13"
        " WHERE id = ?1",
        project.id, project.name, project.purpose, project.started, project.status, project.isPlannedByUs,
        project.heard, project.conversation, project.origin, project.introduction, project.convening, project.writer,
        project.confidentiality);
}

Result<> Projects::remove(ProjectId id)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(requireRow(*m_database, "SELECT 1 FROM project WHERE id = ?1", "project", id.value));
    WEAVEMAP_TRY(m_database->run("UPDATE note_item SET project = NULL WHERE project = ?1", id));
    WEAVEMAP_TRY(m_database->run("DELETE FROM project_person WHERE project = ?1", id));
    return m_database->run("DELETE FROM project WHERE id = ?1", id);
}

Result<std::vector<ConversationId>> Projects::conversationsAbout(ProjectId id) const
{
    return m_database->list(
        "SELECT id FROM conversation WHERE id IN"
        " (SELECT conversation FROM note_item WHERE project = ?1"
        " UNION SELECT conversation FROM project WHERE id = ?1) ORDER BY at_ms DESC, id DESC",
        [](Statement& row) { return row.id<ConversationId>(0); }, id);
}

} // namespace weavemap::store
