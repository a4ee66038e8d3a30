// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/CallInput.h"

#include <algorithm>

#include <QCoreApplication>
#include <QStringList>

#include "core/actions/ConfirmTie.h"
#include "core/actions/EditNetwork.h"
#include "ui/base/Convert.h"
#include "ui/conversations/ConversationRecord.h"

namespace weavemap::ui {

namespace {

struct T
{
    Q_DECLARE_TR_FUNCTIONS(Call)
};

/// Gives each person of the page an id or a reference to one to be added.
class Cast
{
public:
    explicit Cast(actions::CallDraft& draft) : m_draft(draft) {}

    PersonId idOf(const PersonChoice& choice)
    {
        if (choice.state == PersonChoice::State::known)
            return choice.id;
        if (choice.state != PersonChoice::State::added)
            return {};
        const std::string name = toUtf8(choice.name);
        for (std::size_t i = 0; i < m_draft.newPeople.size(); ++i)
            if (m_draft.newPeople[i].name == name)
                return actions::newPersonRef(i);
        Person person;
        person.name = name;
        person.joined = m_draft.conversation.when.localDate();
        m_draft.newPeople.push_back(std::move(person));
        return actions::newPersonRef(m_draft.newPeople.size() - 1);
    }

private:
    actions::CallDraft& m_draft;
};

template <class Row, class IdType>
bool holdsId(const std::vector<Row>& rows, IdType id)
{
    return std::any_of(rows.begin(), rows.end(), [id](const Row& row) { return row.id == id; });
}

/// The ids behind a draft's references to new people.
PersonId resolved(PersonId person, const std::vector<PersonId>& added)
{
    return person.value < 0 ? added[static_cast<std::size_t>(-1 - person.value)] : person;
}

Result<> storeItems(store::Records& records, ConversationId id, const std::vector<NoteItem>& items)
{
    WEAVEMAP_ASSIGN(const auto before, records.conversations.items(id));
    for (const NoteItem& item : before)
        if (!holdsId(items, item.id) && item.kind != NoteItemKind::introduction && item.kind != NoteItemKind::question)
            WEAVEMAP_TRY(records.conversations.remove(item.id));
    for (const NoteItem& item : items) {
        if (holdsId(before, item.id))
            WEAVEMAP_TRY(records.conversations.update(item));
        else
            WEAVEMAP_TRY(records.conversations.insert(item));
    }
    return {};
}

Result<> storeSteps(store::Records& records, ConversationId id, const std::vector<FollowUp>& steps)
{
    WEAVEMAP_ASSIGN(auto before, records.conversations.followUps());
    std::erase_if(before, [id](const FollowUp& step) { return step.conversation != id; });
    for (const FollowUp& step : before)
        if (!holdsId(steps, step.id))
            WEAVEMAP_TRY(records.conversations.remove(step.id));
    for (FollowUp step : steps) {
        const auto known =
            std::find_if(before.begin(), before.end(), [&](const FollowUp& row) { return row.id == step.id; });
        if (known == before.end()) {
            WEAVEMAP_TRY(records.conversations.insert(step));
        } else {
            step.done = known->done; // kept elsewhere meanwhile, perhaps
            WEAVEMAP_TRY(records.conversations.update(step));
        }
    }
    return {};
}

Result<> storeEdit(store::Records& records, actions::CallDraft draft)
{
    std::vector<PersonId> added;
    for (const Person& person : draft.newPeople) {
        WEAVEMAP_ASSIGN(const PersonId id, actions::addPerson(records, person));
        added.push_back(id);
    }
    Conversation& conversation = draft.conversation;
    for (PersonId& person : conversation.participants)
        person = resolved(person, added);
    WEAVEMAP_TRY(records.conversations.update(conversation));
    for (NoteItem& item : draft.items) {
        item.conversation = conversation.id;
        item.person = resolved(item.person, added);
    }
    WEAVEMAP_TRY(storeItems(records, conversation.id, draft.items));
    for (FollowUp& step : draft.followUps) {
        step.conversation = conversation.id;
        step.person = resolved(step.person, added);
        step.owner = resolved(step.owner, added);
    }
    WEAVEMAP_TRY(storeSteps(records, conversation.id, draft.followUps));
    for (const actions::MentionedTie& tie : draft.ties) {
        actions::TieClaim claim;
        claim.a = resolved(tie.a, added);
        claim.b = resolved(tie.b, added);
        claim.depth = tie.depth;
        claim.collaboration = tie.collaboration;
        claim.evidence = tie.evidence;
        claim.heardFrom = resolved(tie.heardFrom, added);
        const auto& people = conversation.participants;
        for (auto person = people.begin(); !claim.heardFrom && person != people.end(); ++person)
            if (*person == claim.a || *person == claim.b)
                claim.heardFrom = *person;
        if (!claim.heardFrom && !people.empty())
            claim.heardFrom = people.front();
        claim.conversation = conversation.id;
        claim.on = conversation.when.localDate();
        WEAVEMAP_TRY(actions::confirmTie(records, claim));
    }
    return {};
}

} // namespace

bool CallInput::holdsWork() const
{
    if (isEdit() || !text.trimmed().isEmpty() || !quote.trimmed().isEmpty() || !convening.trimmed().isEmpty())
        return true;
    return std::any_of(ties.begin(), ties.end(), [](const TieInput& tie) { return !tie.isBlank(); }) ||
           std::any_of(items.begin(), items.end(), [](const ItemInput& item) { return !item.isBlank(); }) ||
           std::any_of(steps.begin(), steps.end(), [](const StepInput& step) { return !step.isBlank(); });
}

QString CallInput::whoText() const
{
    if (participants.empty())
        return {};
    const QString first = participants.front().name;
    if (participants.size() == 1)
        return first;
    if (participants.size() == 2)
        return T::tr("%1 and %2").arg(first, participants[1].name);
    return T::tr("%1 and %2 others").arg(first).arg(participants.size() - 1);
}

QString CallInput::label() const
{
    const QString who = whoText();
    if (conversation.kind == ConversationKind::journal)
        return who.isEmpty() ? T::tr("Journal note") : T::tr("Journal note on %1").arg(who);
    if (who.isEmpty())
        return T::tr("Note of a conversation");
    if (!conversation.reached)
        return T::tr("Missed call to %1").arg(who);
    switch (conversation.kind) {
    case ConversationKind::email:
        return T::tr("E-mail with %1").arg(who);
    case ConversationKind::inPerson:
    case ConversationKind::hallway:
        return T::tr("Talk with %1").arg(who);
    default:
        return T::tr("Call with %1").arg(who);
    }
}

std::vector<CallProblem> problemsOf(const CallInput& input, PersonId me, Date today)
{
    using Where = CallProblem::Where;
    std::vector<CallProblem> problems;
    const auto unknown = [](const QString& typed) {
        return T::tr("Nobody here is called \u201C%1\u201D. Press Enter there to add them as a new member.").arg(typed);
    };
    if (!input.participantTyped.trimmed().isEmpty())
        problems.push_back({Where::participants, 0, unknown(input.participantTyped.trimmed())});
    else if (input.participants.empty() && input.text.trimmed().isEmpty())
        problems.push_back({Where::participants, 0, T::tr("Say who it was with, or write something down.")});
    if (input.conversation.when.localDate() > today)
        problems.push_back({Where::when, 0, T::tr("That day is still to come.")});
    if (input.conversation.confidentiality == Confidentiality::onlyMe && (!me || input.conversation.staff != me))
        problems.push_back({Where::staff, 0,
                            me ? T::tr("A note only for you needs you as the staff person, or nobody could read it.")
                               : T::tr("A note only for you needs to know who you are: choose yourself in Settings.")});
    for (std::size_t i = 0; i < input.ties.size(); ++i) {
        const TieInput& tie = input.ties[i];
        const int row = static_cast<int>(i);
        if (tie.isBlank())
            continue;
        for (const PersonChoice& end : {tie.a, tie.b})
            if (end.state == PersonChoice::State::typed)
                problems.push_back({Where::tie, row, unknown(end.name)});
        if (tie.a.state == PersonChoice::State::none)
            problems.push_back({Where::tie, row, T::tr("Say who %1 has this tie with.").arg(tie.b.name)});
        else if (tie.a.isSame(tie.b))
            problems.push_back({Where::tie, row, T::tr("Both ends are %1. A tie needs two people.").arg(tie.a.name)});
    }
    for (std::size_t i = 0; i < input.items.size(); ++i)
        if (!input.items[i].isBlank() && input.items[i].text.trimmed().isEmpty())
            problems.push_back({Where::item, static_cast<int>(i), T::tr("The topic alone says too little.")});
    for (std::size_t i = 0; i < input.steps.size(); ++i)
        if (!input.steps[i].isBlank() && input.steps[i].owner.state == PersonChoice::State::typed)
            problems.push_back({Where::step, static_cast<int>(i), unknown(input.steps[i].owner.name)});
    return problems;
}

actions::CallDraft toDraft(const CallInput& input)
{
    actions::CallDraft draft;
    draft.conversation = input.conversation;
    draft.conversation.text = toUtf8(input.text);
    draft.conversation.quote = toUtf8(input.quote.trimmed());
    draft.conversation.convening = toUtf8(input.convening.trimmed());
    draft.conversation.participants.clear();
    Cast cast(draft);
    for (const PersonChoice& person : input.participants)
        draft.conversation.participants.push_back(cast.idOf(person));
    const PersonId about =
        draft.conversation.participants.empty() ? PersonId{} : draft.conversation.participants.front();
    for (const TieInput& row : input.ties) {
        if (row.isBlank())
            continue;
        actions::MentionedTie tie;
        tie.a = cast.idOf(row.a);
        tie.b = cast.idOf(row.b);
        tie.depth = row.depth;
        tie.collaboration = row.collaboration;
        tie.evidence = row.evidence;
        tie.heardFrom = cast.idOf(row.heardFrom);
        draft.ties.push_back(std::move(tie));
    }
    for (const ItemInput& row : input.items) {
        if (row.isBlank())
            continue;
        NoteItem item = row.stored;
        item.text = toUtf8(row.text.trimmed());
        item.topic = toUtf8(row.topic.trimmed());
        if (!item.id)
            item.person = about;
        draft.items.push_back(std::move(item));
    }
    for (const StepInput& row : input.steps) {
        if (row.isBlank())
            continue;
        FollowUp step = row.stored;
        step.text = toUtf8(row.text.trimmed());
        step.owner = cast.idOf(row.owner);
        step.due = row.due;
        if (!step.id)
            step.person = about;
        draft.followUps.push_back(std::move(step));
    }
    return draft;
}

CallInput toInput(const ConversationRecord& record)
{
    CallInput input;
    input.conversation = record.conversation;
    input.text = toQString(record.conversation.text);
    input.quote = toQString(record.conversation.quote);
    input.convening = toQString(record.conversation.convening);
    for (const auto& [person, name] : record.participants)
        input.participants.push_back(PersonChoice::known(person, toQString(name)));
    for (const NoteItem& item : record.items)
        if (item.kind != NoteItemKind::introduction && item.kind != NoteItemKind::question)
            input.items.push_back({item, toQString(item.text), toQString(item.topic)});
    for (std::size_t i = 0; i < record.followUps.size(); ++i) {
        const FollowUp& step = record.followUps[i];
        const PersonChoice owner =
            step.owner ? PersonChoice::known(step.owner, toQString(record.followUpOwners[i])) : PersonChoice{};
        input.steps.push_back({step, toQString(step.text), owner, step.due});
    }
    return input;
}

Result<> storeCall(store::Records& records, const CallInput& input)
{
    if (input.isEdit())
        return storeEdit(records, toDraft(input));
    WEAVEMAP_TRY(actions::logCall(records, toDraft(input)));
    return {};
}

} // namespace weavemap::ui
