// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/LogCall.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/actions/CallIntroductions.h"
#include "core/actions/CallTies.h"
#include "core/actions/EditNetwork.h"
#include "core/actions/Projects.h"
#include "core/actions/QuestionBank.h"
#include "core/base/Text.h"
#include "core/store/Audience.h"

namespace weavemap::actions {

namespace {

/// Turns references to new people into their ids.
class Resolver
{
public:
    explicit Resolver(const std::vector<PersonId>& people) : m_people(people) {}

    Result<> resolve(PersonId& reference) const
    {
        if (reference.value >= 0)
            return {};
        const auto index = static_cast<std::size_t>(-1 - reference.value);
        if (index >= m_people.size())
            return fail(ErrorCode::notFound, {"person", ""});
        reference = m_people[index];
        return {};
    }

private:
    const std::vector<PersonId>& m_people;
};

Result<MentionedTie> resolved(MentionedTie tie, const Resolver& resolver)
{
    WEAVEMAP_TRY(resolver.resolve(tie.a));
    WEAVEMAP_TRY(resolver.resolve(tie.b));
    WEAVEMAP_TRY(resolver.resolve(tie.heardFrom));
    return tie;
}

Result<std::vector<MentionedTie>> resolved(std::vector<MentionedTie> ties, const Resolver& resolver)
{
    for (MentionedTie& tie : ties) {
        WEAVEMAP_ASSIGN(tie, resolved(tie, resolver));
    }
    return ties;
}

/// The draft's conversation with ids for everybody; each participant once, and all of them known.
Result<Conversation> resolved(store::Records& records, Conversation conversation, const Resolver& resolver)
{
    WEAVEMAP_TRY(resolver.resolve(conversation.staff));
    std::vector<PersonId> participants;
    for (PersonId person : conversation.participants) {
        WEAVEMAP_TRY(resolver.resolve(person));
        if (std::find(participants.begin(), participants.end(), person) == participants.end())
            participants.push_back(person);
    }
    conversation.participants = std::move(participants);
    for (const PersonId person : conversation.participants) {
        WEAVEMAP_ASSIGN(const auto known, records.people.find(person));
        if (!known)
            return fail(ErrorCode::notFound, {"person", person.toString()});
    }
    return conversation;
}

Result<std::vector<NoteItem>> resolved(std::vector<NoteItem> items, ConversationId conversation,
                                       const Resolver& resolver)
{
    for (NoteItem& item : items) {
        item.conversation = conversation;
        WEAVEMAP_TRY(resolver.resolve(item.person));
        WEAVEMAP_TRY(resolver.resolve(item.other));
    }
    return items;
}

Result<std::vector<ProjectPeople>> resolved(std::vector<ProjectPeople> projects, const Resolver& resolver)
{
    for (ProjectPeople& project : projects)
        for (PersonId& person : project.people)
            WEAVEMAP_TRY(resolver.resolve(person));
    return projects;
}

/// Who else is in the project that a line tells of.
std::vector<PersonId> othersIn(const std::vector<ProjectPeople>& projects, const NoteItem& line)
{
    const std::string name = foldForSearch(trimmed(line.text));
    std::vector<PersonId> others;
    for (const ProjectPeople& project : projects)
        if (line.kind == NoteItemKind::project && foldForSearch(trimmed(project.name)) == name)
            others.insert(others.end(), project.people.begin(), project.people.end());
    return others;
}

Result<std::vector<FollowUp>> resolved(std::vector<FollowUp> followUps, ConversationId conversation,
                                       const Resolver& resolver)
{
    for (FollowUp& followUp : followUps) {
        followUp.conversation = conversation;
        WEAVEMAP_TRY(resolver.resolve(followUp.person));
        WEAVEMAP_TRY(resolver.resolve(followUp.owner));
    }
    return followUps;
}

/// Stores what was asked of the bank; what only looks like a line of the note goes there.
Result<> storeAsked(store::Records& records, const Conversation& call, std::vector<QuestionId> asked,
                    std::vector<NoteItem>& items)
{
    WEAVEMAP_ASSIGN(const auto typed, takeBankQuestions(records, call, items));
    asked.insert(asked.end(), typed.begin(), typed.end());
    return putAsked(records, call, asked);
}

Result<std::vector<PersonId>> addPeople(store::Records& records, const std::vector<Person>& people)
{
    std::vector<PersonId> ids;
    for (const Person& person : people) {
        WEAVEMAP_ASSIGN(const PersonId id, addPerson(records, person));
        ids.push_back(id);
    }
    return ids;
}

template <class Row, class IdType>
bool holdsId(const std::vector<Row>& rows, IdType id)
{
    return std::any_of(rows.begin(), rows.end(), [id](const Row& row) { return row.id == id; });
}

/// What a stored call has that whoever changes it may not read.
struct Hidden
{
    std::vector<NoteItem> items;
    std::vector<FollowUp> followUps;

    bool isEmpty() const { return items.empty() && followUps.empty(); }
};

template <class Row>
Result<std::vector<Row>> hiddenOf(std::vector<Row> rows, const store::AudienceRecords& readable)
{
    std::vector<Row> hidden;
    for (Row& row : rows) {
        WEAVEMAP_ASSIGN(const bool may, readable.mayRead(row));
        if (!may)
            hidden.push_back(std::move(row));
    }
    return hidden;
}

/// Asked before the call is changed: it says who its writer is and how confidential it is.
Result<Hidden> hiddenIn(store::Records& records, ConversationId call, const store::Audience& reader)
{
    const store::AudienceRecords readable(records, reader);
    Hidden hidden;
    WEAVEMAP_ASSIGN(auto items, records.conversations.items(call));
    WEAVEMAP_ASSIGN(hidden.items, hiddenOf(std::move(items), readable));
    WEAVEMAP_ASSIGN(auto followUps, records.conversations.followUps(call));
    WEAVEMAP_ASSIGN(hidden.followUps, hiddenOf(std::move(followUps), readable));
    return hidden;
}

/// Whether the draft has a line that only one of the staff is to read, beside what it cannot change.
bool holdsPrivate(const CallDraft& draft, const Hidden& hidden)
{
    const auto isAmong = [](const auto& rows, const auto& out) {
        return std::any_of(rows.begin(), rows.end(), [&out](const auto& row) {
            return row.confidentiality == Confidentiality::onlyMe && !holdsId(out, row.id);
        });
    };
    return isAmong(draft.items, hidden.items) || isAmong(draft.followUps, hidden.followUps);
}

/// The same of the draft as a whole.
bool isPrivate(const CallDraft& draft, const Hidden& hidden)
{
    return draft.conversation.confidentiality == Confidentiality::onlyMe || holdsPrivate(draft, hidden);
}

Result<NoteItemId> addItem(store::Records& records, const NoteItem& line, const std::vector<ProjectPeople>& projects,
                           const Conversation& call, StoredCall& stored)
{
    WEAVEMAP_ASSIGN(NoteItem item, withProject(records, line, othersIn(projects, line), call));
    WEAVEMAP_ASSIGN(item.id, records.conversations.insert(item));
    WEAVEMAP_ASSIGN(const auto proposed, proposeWish(records, item, call));
    if (proposed)
        stored.introductions.push_back(*proposed);
    return item.id;
}

/// `was`: the call until now.
Result<> putItems(store::Records& records, const Conversation& was, const Conversation& call,
                  const std::vector<NoteItem>& items, const std::vector<ProjectPeople>& projects,
                  const std::vector<NoteItem>& hidden, PersonId me, StoredCall& stored)
{
    WEAVEMAP_ASSIGN(const auto before, records.conversations.items(call.id));
    for (const NoteItem& item : before)
        if (!holdsId(items, item.id) && !holdsId(hidden, item.id)) {
            WEAVEMAP_TRY(withdrawWish(records, item, was));
            WEAVEMAP_TRY(leaveProject(records, {item, was}, me));
            WEAVEMAP_TRY(records.conversations.remove(item.id));
        }
    for (const NoteItem& item : items) {
        const auto on =
            std::find_if(before.begin(), before.end(), [&item](const NoteItem& row) { return row.id == item.id; });
        if (on == before.end()) {
            WEAVEMAP_ASSIGN(const NoteItemId id, addItem(records, item, projects, call, stored));
            stored.items.push_back(id);
            continue;
        }
        stored.items.push_back(item.id);
        if (holdsId(hidden, item.id))
            continue;
        WEAVEMAP_ASSIGN(NoteItem now, withStateOfBoard(records, *on, item));
        WEAVEMAP_ASSIGN(now, withProject(records, {*on, was}, std::move(now), othersIn(projects, item), call, me));
        WEAVEMAP_TRY(records.conversations.update(now));
        WEAVEMAP_ASSIGN(const auto proposed, changeWish(records, *on, was, now, call));
        if (proposed)
            stored.introductions.push_back(*proposed);
    }
    return {};
}

Result<std::vector<FollowUpId>> putFollowUps(store::Records& records, ConversationId call,
                                             const std::vector<FollowUp>& followUps,
                                             const std::vector<FollowUp>& hidden)
{
    WEAVEMAP_ASSIGN(const auto before, records.conversations.followUps(call));
    for (const FollowUp& followUp : before)
        if (!holdsId(followUps, followUp.id) && !holdsId(hidden, followUp.id))
            WEAVEMAP_TRY(records.conversations.remove(followUp.id));
    std::vector<FollowUpId> ids;
    for (FollowUp followUp : followUps) {
        // Looked for in the whole file: one that outlived its call stands there without it.
        WEAVEMAP_ASSIGN(const auto known, records.conversations.find(followUp.id));
        if (known) {
            followUp.done = known->done;
            if (!holdsId(hidden, followUp.id))
                WEAVEMAP_TRY(records.conversations.update(followUp));
        } else {
            WEAVEMAP_ASSIGN(followUp.id, records.conversations.insert(followUp));
        }
        ids.push_back(followUp.id);
    }
    return ids;
}

/// Projects that were first heard of in a call and that the reader may not see, without those that another call of
/// whoever reads them tells of, or a line that is counted already.
Result<std::size_t> countHiddenProjects(store::Records& records, ConversationId call, const Hidden& hidden,
                                        const store::AudienceRecords& readable)
{
    WEAVEMAP_ASSIGN(auto projects, records.projects.all());
    std::erase_if(projects, [call](const Project& one) { return one.conversation != call; });
    WEAVEMAP_ASSIGN(projects, hiddenOf(std::move(projects), readable));
    std::size_t count = 0;
    for (const Project& project : projects) {
        WEAVEMAP_ASSIGN(const auto note, readable.noteOf(call));
        WEAVEMAP_ASSIGN(const auto lines, records.conversations.itemsAbout(project.id));
        bool goes = true;
        for (const NoteItem& line : lines) {
            WEAVEMAP_ASSIGN(const auto told, readable.noteOf(line.conversation));
            const bool isElsewhere = line.conversation != call && note.writer && told.writer == note.writer;
            goes = goes && !isElsewhere && !holdsId(hidden.items, line.id);
        }
        count += goes ? 1 : 0;
    }
    return count;
}

} // namespace

Result<StoredCall> logCall(store::Records& records, const CallDraft& draft)
{
    StoredCall stored;
    WEAVEMAP_ASSIGN(stored.newPeople, addPeople(records, draft.newPeople));
    const Resolver resolver(stored.newPeople);
    WEAVEMAP_ASSIGN(Conversation conversation, resolved(records, draft.conversation, resolver));
    // What is only for who talked would be for nobody.
    if (!conversation.staff && isPrivate(draft, {}))
        return fail(ErrorCode::invalidArgument, {"conversation", "onlyMe"});
    WEAVEMAP_ASSIGN(conversation.id, records.conversations.insert(conversation));
    stored.conversation = conversation.id;
    WEAVEMAP_ASSIGN(const auto ties, resolved(draft.ties, resolver));
    for (const MentionedTie& tie : ties) {
        WEAVEMAP_ASSIGN(const StoredTie row, mentionTie(records, tie, conversation));
        stored.ties.push_back(row);
    }
    WEAVEMAP_ASSIGN(auto items, resolved(draft.items, conversation.id, resolver));
    WEAVEMAP_TRY(storeAsked(records, conversation, draft.asked, items));
    WEAVEMAP_ASSIGN(const auto projects, resolved(draft.projects, resolver));
    for (const NoteItem& item : items) {
        WEAVEMAP_ASSIGN(const NoteItemId id, addItem(records, item, projects, conversation, stored));
        stored.items.push_back(id);
    }
    WEAVEMAP_ASSIGN(const auto followUps, resolved(draft.followUps, conversation.id, resolver));
    for (const FollowUp& followUp : followUps) {
        WEAVEMAP_ASSIGN(const FollowUpId id, records.conversations.insert(followUp));
        stored.followUps.push_back(id);
    }
    return stored;
}

Result<StoredCall> changeCall(store::Records& records, const CallDraft& draft, PersonId me)
{
    if (!draft.conversation.id)
        return fail(ErrorCode::invalidArgument, {"conversation"});
    const auto reader = store::Audience::office(me);
    WEAVEMAP_ASSIGN(const auto known, records.conversations.find(draft.conversation.id));
    if (known && !reader.mayRead(*known))
        return fail(ErrorCode::notFound, {"conversation", known->id.toString()});
    WEAVEMAP_ASSIGN(const Hidden hidden, hiddenIn(records, draft.conversation.id, reader));
    // The call stays its writer's, who would be the one to read what is meant for nobody else.
    if (known && !hidden.isEmpty() && draft.conversation.staff != known->staff && isPrivate(draft, hidden))
        return fail(ErrorCode::invalidArgument, {"conversation", "onlyMe"});
    const PersonId staff = known && !hidden.isEmpty() ? known->staff : draft.conversation.staff;
    if ((!staff && isPrivate(draft, hidden)) || (staff != me && holdsPrivate(draft, hidden)))
        return fail(ErrorCode::invalidArgument, {"conversation", "onlyMe"});
    StoredCall stored;
    WEAVEMAP_ASSIGN(stored.newPeople, addPeople(records, draft.newPeople));
    const Resolver resolver(stored.newPeople);
    WEAVEMAP_ASSIGN(Conversation conversation, resolved(records, draft.conversation, resolver));
    stored.conversation = conversation.id;
    if (known) {
        if (!hidden.isEmpty())
            conversation.staff = known->staff;
        WEAVEMAP_TRY(records.conversations.update(conversation));
        WEAVEMAP_TRY(moveTies(records, *known, conversation));
    } else {
        WEAVEMAP_TRY(records.conversations.insert(conversation));
    }
    std::vector<ChangedMention> changed = draft.changedTies;
    for (ChangedMention& change : changed) {
        if (change.takenOut)
            continue;
        WEAVEMAP_ASSIGN(change.now, resolved(change.now, resolver));
    }
    WEAVEMAP_ASSIGN(const auto ties, resolved(draft.ties, resolver));
    WEAVEMAP_ASSIGN(stored.ties, putTies(records, changed, ties, conversation));
    WEAVEMAP_ASSIGN(auto items, resolved(draft.items, conversation.id, resolver));
    WEAVEMAP_TRY(storeAsked(records, conversation, draft.asked, items));
    WEAVEMAP_ASSIGN(const auto projects, resolved(draft.projects, resolver));
    WEAVEMAP_TRY(
        putItems(records, known.value_or(conversation), conversation, items, projects, hidden.items, me, stored));
    WEAVEMAP_ASSIGN(const auto followUps, resolved(draft.followUps, conversation.id, resolver));
    WEAVEMAP_ASSIGN(stored.followUps, putFollowUps(records, conversation.id, followUps, hidden.followUps));
    return stored;
}

Result<std::size_t> countHidden(store::Records& records, ConversationId call, PersonId me)
{
    const auto reader = store::Audience::office(me);
    const store::AudienceRecords readable(records, reader);
    WEAVEMAP_ASSIGN(const Hidden hidden, hiddenIn(records, call, reader));
    WEAVEMAP_ASSIGN(auto introductions, records.introductions.from(call));
    std::erase_if(introductions, [call](const Introduction& one) { return one.conversation != call; });
    WEAVEMAP_ASSIGN(introductions, hiddenOf(std::move(introductions), readable));
    WEAVEMAP_ASSIGN(const std::size_t projects, countHiddenProjects(records, call, hidden, readable));
    return hidden.items.size() + hidden.followUps.size() + introductions.size() + projects;
}

} // namespace weavemap::actions
