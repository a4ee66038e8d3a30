// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Calls.h"

#include "core/actions/Projects.h"

namespace actionstest {

inline NoteItem line(const char* name, PersonId person = {}, PersonId other = {},
                     Confidentiality level = Confidentiality::shareable)
{
    NoteItem item;
    item.kind = NoteItemKind::project;
    item.text = name;
    item.person = person;
    item.other = other;
    item.confidentiality = level;
    return item;
}

/// Calls of two of the staff with lines about projects.
struct ProjectDesk : Calls
{
    PersonId ruth = add("Ruth Adler", PersonKind::staff), omar = add("Omar Diaz", PersonKind::staff);

    /// A call of one of the staff with Ana that brought these lines up.
    ConversationId told(PersonId staff, std::vector<NoteItem> lines, Confidentiality level = Confidentiality::staff,
                        std::vector<actions::ProjectPeople> projects = {})
    {
        actions::CallDraft draft;
        draft.conversation.when = moment(kToday);
        draft.conversation.staff = staff;
        draft.conversation.participants = {ana};
        draft.conversation.text = "We talked.";
        draft.conversation.confidentiality = level;
        draft.items = std::move(lines);
        draft.projects = std::move(projects);
        return got(put(draft)).conversation;
    }
    actions::CallDraft openedWithLines(ConversationId call)
    {
        auto draft = opened(call);
        draft.items = got(records().conversations.items(call));
        return draft;
    }
    std::vector<Project> projects() { return got(records().projects.all()); }
    NoteItem lineOf(ConversationId call) { return got(records().conversations.items(call)).front(); }
    Project put(Project project, PersonId me)
    {
        got(change([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(project.id, actions::putProject(records, project, me));
            return {};
        }));
        return *got(records().projects.find(project.id));
    }
    std::size_t found(const char* words, PersonId me) { return got(records().search.find(words, me)).size(); }
    using Calls::put;
};

using People = std::vector<PersonId>;

} // namespace actionstest
