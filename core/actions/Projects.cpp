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
    bool isFor(PersonId reader) const { return !isPrivate() || (reader && writer == reader); }
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

/// Whether two lines of notes say the same of a project.
bool sayTheSame(const NoteItem& one, const NoteItem& other)
{
    return one.kind == other.kind && folded(one.text) == folded(other.text) && one.person == other.person &&
           one.other == other.other;
}

/// Whom the line names and no other line is in the project no more, unless they are among `staying`.
void takeOut(Project& project, const NoteItem& line, const std::vector<NoteItem>& elsewhere,
             const std::vector<PersonId>& staying)
{
    for (const PersonId person : peopleOf(line)) {
        const bool isNamed = std::any_of(elsewhere.begin(), elsewhere.end(),
                                         [person](const NoteItem& one) { return holds(peopleOf(one), person); });
        if (!isNamed && !holds(staying, person))
            std::erase(project.people, person);
    }
}

/// These people are in the project from now on, and it is at least as confidential as what is said of it: whatever
/// becomes of the call where it was first heard of, what another call says in private stays private.
Result<> tell(store::Records& records, Project project, const std::vector<PersonId>& people, const NoteItem& line,
              const Conversation& call)
{
    const bool isOfCall = project.conversation && project.conversation == call.id;
    const Confidentiality own = isOfCall ? line.confidentiality : levelOf(line, call).level;
    project.confidentiality = std::max(project.confidentiality, own);
    add(project.people, people);
    return records.projects.update(project);
}

/// Nobody whose call tells of a project loses it because somebody else keeps it to themselves.
Result<> mayBePrivate(store::Records& records, const Project& before, const Project& project)
{
    WEAVEMAP_ASSIGN(const Level was, levelOf(records, before));
    WEAVEMAP_ASSIGN(const Level now, levelOf(records, project));
    if (was.isPrivate() || !now.isPrivate())
        return {};
    WEAVEMAP_ASSIGN(const auto lines, records.conversations.itemsAbout(project.id));
    for (const NoteItem& line : lines) {
        WEAVEMAP_ASSIGN(const auto call, records.conversations.find(line.conversation));
        if (call && call->staff != now.writer)
            return fail(ErrorCode::invalidArgument, {"project", "told"});
    }
    return {};
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
        WEAVEMAP_TRY(tell(records, *known, people, line, call));
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

Result<NoteItem> withProject(store::Records& records, const ToldLine& was, NoteItem line,
                             const std::vector<PersonId>& others, const Conversation& call, PersonId me)
{
    if (line.kind != NoteItemKind::project)
        return line;
    const Level saidBefore = levelOf(was.line, was.call), said = levelOf(line, call);
    line.project = was.line.project;
    if (others.empty() && sayTheSame(was.line, line) && said.level == saidBefore.level && said.fits(saidBefore))
        return line;
    line.project = {};
    WEAVEMAP_ASSIGN(auto project, records.projects.find(was.line.project));
    if (!project)
        return withProject(records, std::move(line), others, call);
    WEAVEMAP_ASSIGN(const Level level, levelOf(records, *project));
    if (!level.isFor(me))
        return withProject(records, std::move(line), others, call);
    WEAVEMAP_ASSIGN(const auto elsewhere, otherLines(records, project->id, line.id));
    const bool isRenamed = folded(line.text) != folded(was.line.text) && folded(line.text) != folded(project->name);
    WEAVEMAP_ASSIGN(const auto ofNewName, projectNamed(records, line.text, said));
    const bool follows = isRenamed && elsewhere.empty() && !ofNewName && folded(was.line.text) == folded(project->name);
    // Where its level is another than the line's was, somebody chose that by hand.
    const bool wasOfOneLevel = saidBefore.fits(level);
    const bool isOwnPrivate = !wasOfOneLevel && level.isPrivate() && level.isFor(call.staff);
    const bool stays = (said.fits(level) || isOwnPrivate) && (!isRenamed || follows);
    std::vector<PersonId> people = peopleOf(line);
    add(people, others);
    if (stays || wasOfOneLevel)
        takeOut(*project, was.line, elsewhere, stays ? people : std::vector<PersonId>());
    if (!stays) {
        if (wasOfOneLevel && elsewhere.empty() && isOnlyFrom(was.line, *project))
            WEAVEMAP_TRY(records.projects.remove(project->id));
        else
            WEAVEMAP_TRY(records.projects.update(*project));
        return withProject(records, std::move(line), others, call);
    }
    if (follows)
        project->name = std::string(trimmed(line.text));
    line.project = project->id;
    for (const PersonId person : peopleOf(was.line))
        std::erase(people, person); // whoever was named before may have been taken out of it since
    WEAVEMAP_TRY(tell(records, *project, people, line, call));
    return line;
}

Result<> leaveProject(store::Records& records, const ToldLine& was, PersonId me)
{
    WEAVEMAP_ASSIGN(auto project, records.projects.find(was.line.project));
    if (!project)
        return {};
    WEAVEMAP_ASSIGN(const Level level, levelOf(records, *project));
    if (!level.isFor(me))
        return {};
    WEAVEMAP_ASSIGN(const auto elsewhere, otherLines(records, project->id, was.line.id));
    if (elsewhere.empty())
        return isOnlyFrom(was.line, *project) ? records.projects.remove(project->id) : Result<>();
    if (!levelOf(was.line, was.call).fits(level))
        return {};
    takeOut(*project, was.line, elsewhere, {});
    return records.projects.update(*project);
}

Result<ProjectId> putProject(store::Records& records, Project project, PersonId me)
{
    const store::AudienceRecords readable(records, store::Audience::office(me));
    std::optional<Project> old;
    if (project.id) {
        WEAVEMAP_ASSIGN(const auto before, readable.find(project.id));
        if (!before)
            return fail(ErrorCode::notFound, {"project", project.id.toString()});
        project.writer = before->writer;
        old = before;
    }
    if (!project.writer && (!project.id || project.confidentiality == Confidentiality::onlyMe))
        project.writer = me;
    project.name = std::string(trimmed(project.name));
    WEAVEMAP_ASSIGN(const bool may, readable.mayRead(project));
    if (!may)
        return fail(ErrorCode::invalidArgument, {"project", "onlyMe"});
    if (!old)
        return records.projects.insert(std::move(project));
    WEAVEMAP_TRY(mayBePrivate(records, *old, project));
    WEAVEMAP_TRY(records.projects.update(project));
    return project.id;
}

} // namespace weavemap::actions
