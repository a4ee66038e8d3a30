// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/Projects.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/Text.h"

namespace weavemap::actions {

namespace {

std::string folded(std::string_view name) { return foldForSearch(trimmed(name)); }

bool holds(const std::vector<PersonId>& people, PersonId person)
{
    return std::find(people.begin(), people.end(), person) != people.end();
}

/// How confidential something is together with its conversation, and whose it is.
struct Level
{
    Confidentiality level = Confidentiality::shareable;
    PersonId writer;
    bool isPrivate() const { return level == Confidentiality::onlyMe; }
    /// Whether what has this level may be told of in a record of the other: both are for everybody of the office, or
    /// both for the same person alone.
    bool fits(const Level& other) const
    {
        return isPrivate() == other.isPrivate() && (!isPrivate() || (writer && writer == other.writer));
    }
};

Level levelOf(const NoteItem& line, const Conversation& call)
{
    return {std::max(line.confidentiality, call.confidentiality), call.staff};
}

Result<Level> levelOf(store::Records& records, const Project& project)
{
    if (!project.conversation)
        return Level{project.confidentiality, project.writer};
    WEAVEMAP_ASSIGN(const auto call, records.conversations.find(project.conversation));
    return call ? Level{std::max(project.confidentiality, call->confidentiality), call->staff}
                : Level{Confidentiality::onlyMe, {}};
}

/// The oldest of this name that what is said may be told of in.
Result<std::optional<Project>> projectNamed(store::Records& records, std::string_view name, const Level& said)
{
    const std::string wanted = folded(name);
    WEAVEMAP_ASSIGN(const auto projects, records.projects.all());
    for (const Project& project : projects) {
        if (folded(project.name) != wanted)
            continue;
        WEAVEMAP_ASSIGN(const Level level, levelOf(records, project));
        if (said.fits(level))
            return project;
    }
    return std::nullopt;
}

std::vector<PersonId> peopleOf(const NoteItem& line)
{
    std::vector<PersonId> people;
    for (const PersonId person : {line.person, line.other})
        if (person && !holds(people, person))
            people.push_back(person);
    return people;
}

void add(std::vector<PersonId>& people, const std::vector<PersonId>& more)
{
    for (const PersonId person : more)
        if (person && !holds(people, person))
            people.push_back(person);
}

/// Other lines that tell of the project.
Result<std::vector<NoteItem>> otherLines(store::Records& records, ProjectId project, NoteItemId line)
{
    WEAVEMAP_ASSIGN(auto lines, records.conversations.itemsAbout(project));
    std::erase_if(lines, [line](const NoteItem& one) { return one.id == line; });
    return lines;
}

/// Whether nothing was written about it but what the line says.
bool isOnlyFrom(const NoteItem& line, const Project& project)
{
    Project bare;
    bare.id = project.id;
    bare.name = project.name;
    bare.heard = project.heard;
    bare.conversation = project.conversation;
    bare.writer = project.writer;
    bare.confidentiality = project.confidentiality;
    bare.people = project.people;
    return project == bare && project.conversation && project.conversation == line.conversation &&
           folded(project.name) == folded(line.text);
}

/// These people are in the project from now on, and it is at least as confidential as what is said of it.
Result<> tell(store::Records& records, Project project, const std::vector<PersonId>& people, const Level& said)
{
    WEAVEMAP_ASSIGN(const Level level, levelOf(records, project));
    if (said.level > level.level)
        project.confidentiality = std::max(project.confidentiality, said.level);
    add(project.people, people);
    return records.projects.update(project);
}

} // namespace

Result<NoteItem> withProject(store::Records& records, NoteItem line, const std::vector<PersonId>& others,
                             const Conversation& call)
{
    if (line.kind != NoteItemKind::project || trimmed(line.text).empty())
        return line;
    const Level said = levelOf(line, call);
    std::vector<PersonId> people = peopleOf(line);
    add(people, others);
    WEAVEMAP_ASSIGN(const auto known, projectNamed(records, line.text, said));
    if (known) {
        line.project = known->id;
        WEAVEMAP_TRY(tell(records, *known, people, said));
        return line;
    }
    Project project;
    project.name = std::string(trimmed(line.text));
    project.heard = ProjectHeard::call;
    project.conversation = call.id;
    project.writer = call.staff;
    project.confidentiality = line.confidentiality;
    project.people = std::move(people);
    WEAVEMAP_ASSIGN(line.project, records.projects.insert(project));
    return line;
}

Result<NoteItem> withProject(store::Records& records, const NoteItem& was, NoteItem line,
                             const std::vector<PersonId>& others, const Conversation& call)
{
    if (line.kind != NoteItemKind::project)
        return line;
    WEAVEMAP_ASSIGN(auto project, records.projects.find(was.project));
    if (!project)
        return withProject(records, std::move(line), others, call);
    const Level said = levelOf(line, call);
    WEAVEMAP_ASSIGN(const Level level, levelOf(records, *project));
    WEAVEMAP_ASSIGN(const auto elsewhere, otherLines(records, project->id, line.id));
    const bool isRenamed = folded(line.text) != folded(was.text) && folded(line.text) != folded(project->name);
    WEAVEMAP_ASSIGN(const auto ofNewName, projectNamed(records, line.text, said));
    const bool follows = isRenamed && elsewhere.empty() && !ofNewName && folded(was.text) == folded(project->name);
    const bool stays = said.fits(level) && (!isRenamed || follows);
    std::vector<PersonId> people = peopleOf(line);
    add(people, others);
    for (const PersonId person : peopleOf(was)) {
        const bool isNamed = std::any_of(elsewhere.begin(), elsewhere.end(),
                                         [person](const NoteItem& one) { return holds(peopleOf(one), person); });
        if (!isNamed && !(stays && holds(people, person)))
            std::erase(project->people, person);
        std::erase(people, person); // whoever was named before may have been taken out of it since
    }
    if (!stays) {
        if (elsewhere.empty() && isOnlyFrom(was, *project))
            WEAVEMAP_TRY(records.projects.remove(project->id));
        else
            WEAVEMAP_TRY(records.projects.update(*project));
        line.project = {};
        return withProject(records, std::move(line), others, call);
    }
    if (follows)
        project->name = std::string(trimmed(line.text));
    line.project = project->id;
    WEAVEMAP_TRY(tell(records, *project, people, said));
    return line;
}

Result<> leaveProject(store::Records& records, const NoteItem& line)
{
    WEAVEMAP_ASSIGN(const auto project, records.projects.find(line.project));
    if (!project || !isOnlyFrom(line, *project))
        return {};
    WEAVEMAP_ASSIGN(const auto elsewhere, otherLines(records, project->id, line.id));
    return elsewhere.empty() ? records.projects.remove(project->id) : Result<>();
}

Result<ProjectId> putProject(store::Records& records, Project project, PersonId me)
{
    const store::AudienceRecords readable(records, store::Audience::office(me));
    if (project.id) {
        WEAVEMAP_ASSIGN(const auto before, readable.find(project.id));
        if (!before)
            return fail(ErrorCode::notFound, {"project", project.id.toString()});
        project.writer = before->writer;
    }
    if (!project.writer && (!project.id || project.confidentiality == Confidentiality::onlyMe))
        project.writer = me;
    project.name = std::string(trimmed(project.name));
    WEAVEMAP_ASSIGN(const bool may, readable.mayRead(project));
    if (!may)
        return fail(ErrorCode::invalidArgument, {"project", "onlyMe"});
    if (!project.id)
        return records.projects.insert(std::move(project));
    WEAVEMAP_TRY(records.projects.update(project));
    return project.id;
}

} // namespace weavemap::actions
