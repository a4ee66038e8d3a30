// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/CallInput.h"

#include <algorithm>
#include <utility>

#include <QCoreApplication>
#include <QStringList>

#include "core/actions/TakeProposal.h"
#include "ui/base/Convert.h"
#include "ui/conversations/ConversationRecord.h"
#include "ui/conversations/ProposalWords.h"
#include "ui/conversations/TieWords.h"

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

actions::MentionedTie mentionOf(const TieInput& row, Cast& cast)
{
    actions::MentionedTie tie;
    tie.a = cast.idOf(row.a);
    tie.b = cast.idOf(row.b);
    tie.depth = row.depth;
    tie.contact = row.contact;
    tie.collaboration = row.collaboration;
    tie.evidence = row.evidence;
    tie.heardFrom = cast.idOf(row.heardFrom);
    tie.isEnded = row.ended;
    if (row.direction) {
        tie.overlay = row.direction;
        if (row.turned)
            std::swap(tie.a, tie.b);
        if (mayHaveTopic(*row.direction))
            tie.topic = toUtf8(plainTopic(row.topic));
    }
    return tie;
}

actions::ChangedMention changeOf(const TieInput& row, Cast& cast)
{
    const actions::MentionedTie& said = row.recorded->said;
    actions::ChangedMention change{*row.recorded, said, row.takenOut};
    if (row.takenOut)
        return change; // whoever stands there now is not added
    change.now = mentionOf(row, cast);
    // A topic that the page does not show, or shows in another way, is as it was.
    if (change.now.overlay && change.now.overlay == said.overlay &&
        (!mayHaveTopic(*said.overlay) || change.now.topic == toUtf8(plainTopic(toQString(said.topic)))))
        change.now.topic = said.topic;
    return change;
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

QString CallInput::label(Deed deed) const
{
    const QString who = whoText();
    const auto say = [&](const QString& stored, const QString& changed, const QString& removed) {
        const QString& words = deed == Deed::store ? stored : deed == Deed::change ? changed : removed;
        return who.isEmpty() ? words : words.arg(who);
    };
    if (conversation.kind == ConversationKind::journal)
        return who.isEmpty()
                   ? say(T::tr("Journal note"), T::tr("Change a journal note"), T::tr("Delete a journal note"))
                   : say(T::tr("Journal note on %1"), T::tr("Change the journal note on %1"),
                         T::tr("Delete the journal note on %1"));
    if (who.isEmpty())
        return say(T::tr("Note of a conversation"), T::tr("Change the note of a conversation"),
                   T::tr("Delete the note of a conversation"));
    if (!conversation.reached)
        return say(T::tr("Missed call to %1"), T::tr("Change the missed call to %1"),
                   T::tr("Delete the missed call to %1"));
    switch (conversation.kind) {
    case ConversationKind::email:
        return say(T::tr("E-mail with %1"), T::tr("Change the e-mail with %1"), T::tr("Delete the e-mail with %1"));
    case ConversationKind::inPerson:
    case ConversationKind::hallway:
        return say(T::tr("Talk with %1"), T::tr("Change the talk with %1"), T::tr("Delete the talk with %1"));
    default:
        return say(T::tr("Call with %1"), T::tr("Change the call with %1"), T::tr("Delete the call with %1"));
    }
}

std::vector<CallProblem> problemsOf(const CallInput& input, PersonId me, Date today, const IsGone& isGone,
                                    const AreApart& areApart)
{
    using Where = CallProblem::Where;
    std::vector<CallProblem> problems;
    const auto unknown = [](const QString& typed) {
        return T::tr("Nobody here is called \u201C%1\u201D. Press Enter there to add them as a new member.").arg(typed);
    };
    const auto left = [&isGone](const PersonChoice& person) {
        return isGone && person.state == PersonChoice::State::known && isGone(person.id);
    };
    const auto gone = [](const PersonChoice& person) {
        return T::tr("%1 is not in this file any more. Take them out, or add them again.").arg(person.name);
    };
    const auto check = [&](const PersonChoice& person, Where where, std::size_t row) {
        if (person.state == PersonChoice::State::typed)
            problems.push_back({where, static_cast<int>(row), unknown(person.name)});
        else if (left(person))
            problems.push_back({where, static_cast<int>(row), gone(person)});
    };

    // What is only for its writer is for who talked: that has to be known, and to be who sits here.
    const auto checkLevel = [&](Confidentiality level, Where where, std::size_t row) {
        const PersonId staff = input.conversation.staff;
        if (level != Confidentiality::onlyMe || (me && (!staff || staff == me)))
            return;
        problems.push_back(
            {where, static_cast<int>(row),
             me ? T::tr("Only who talked can keep a line to themselves. Choose yourself as the staff person, or "
                        "another level.")
                : T::tr("A line only for you needs to know who you are: choose yourself in Settings.")});
    };

    if (!input.participantTyped.trimmed().isEmpty())
        problems.push_back({Where::participants, 0, unknown(input.participantTyped.trimmed())});
    else if (input.participants.empty() && input.text.trimmed().isEmpty())
        problems.push_back({Where::participants, 0, T::tr("Say who it was with, or write something down.")});
    else if (input.participants.empty() && std::any_of(input.items.begin(), input.items.end(),
                                                       [](const ItemInput& item) { return item.bank.isValid(); }))
        problems.push_back({Where::participants, 0, T::tr("Say whom the question was put to, or leave it out.")});
    for (const PersonChoice& person : input.participants)
        check(person, Where::participants, 0);
    const Conversation& call = input.conversation;
    if (call.when.localDate() > today)
        problems.push_back({Where::when, 0, T::tr("That day is still to come.")});
    if (call.confidentiality == Confidentiality::onlyMe && (!me || call.staff != me))
        problems.push_back({Where::staff, 0,
                            me ? T::tr("A note only for you needs you as the staff person, or nobody could read it.")
                               : T::tr("A note only for you needs to know who you are: choose yourself in Settings.")});
    else if (call.staff && isGone && isGone(call.staff))
        problems.push_back({Where::staff, 0, T::tr("The staff person is not in this file any more.")});
    for (std::size_t i = 0; i < input.ties.size(); ++i) {
        const TieInput& tie = input.ties[i];
        if (tie.isBlank() || tie.takenOut)
            continue;
        for (const PersonChoice& person : {tie.a, tie.b, tie.heardFrom})
            check(person, Where::tie, i);
        const int row = static_cast<int>(i);
        if (tie.b.state == PersonChoice::State::none)
            problems.push_back({Where::tie, row,
                                tie.a.name.isEmpty()
                                    ? T::tr("Say who this tie is between, or leave it out.")
                                    : T::tr("Say with whom %1 has this tie, or leave it out.").arg(tie.a.name)});
        else if (tie.a.state == PersonChoice::State::none)
            problems.push_back({Where::tie, row, T::tr("Say who %1 has this tie with.").arg(tie.b.name)});
        else if (tie.a.isSame(tie.b))
            problems.push_back({Where::tie, row, T::tr("Both ends are %1. A tie needs two people.").arg(tie.a.name)});
    }
    for (std::size_t i = 0; i < input.items.size(); ++i) {
        const ItemInput& item = input.items[i];
        if (!item.isBlank() && item.text.trimmed().isEmpty() && item.stored.kind != NoteItemKind::introduction)
            problems.push_back({Where::item, static_cast<int>(i),
                                item.topic.trimmed().isEmpty() ? T::tr("Say what it is.")
                                                               : T::tr("The topic alone says too little.")});
        if (!item.isBlank())
            checkLevel(item.stored.confidentiality, Where::item, i);
        check(item.other, Where::item, i);
        if (item.about.state == PersonChoice::State::typed)
            check(item.about, Where::item, i);
        if (item.stored.kind != NoteItemKind::introduction || item.stored.id || !item.other.isSomebody())
            continue;
        // The one it is about is the first of the call, where nobody else is named.
        PersonChoice subject = item.about;
        if (!subject.isSomebody() && !input.participants.empty())
            subject = input.participants.front();
        if (item.other.isSame(subject))
            problems.push_back({Where::item, static_cast<int>(i),
                                T::tr("Both sides are %1. An introduction needs two people.").arg(item.other.name)});
        else if (areApart && subject.id && item.other.id && item.stored.state != NoteItemState::made &&
                 areApart(subject.id, item.other.id))
            problems.push_back({Where::item, static_cast<int>(i), apartSentence(subject.name, item.other.name)});
    }
    for (std::size_t i = 0; i < input.steps.size(); ++i) {
        const StepInput& step = input.steps[i];
        if (step.isBlank())
            continue;
        if (step.text.trimmed().isEmpty())
            problems.push_back({Where::step, static_cast<int>(i), T::tr("Say what is to be done by then.")});
        checkLevel(step.stored.confidentiality, Where::step, i);
        check(step.owner, Where::step, i);
        if (step.about.state == PersonChoice::State::typed)
            check(step.about, Where::step, i);
    }
    return problems;
}

void letGoOf(CallInput& input, const IsGone& isGone)
{
    const auto check = [&isGone](PersonId& person) {
        if (person && isGone(person))
            person = {};
    };
    const auto checkAbout = [&isGone](PersonChoice& person) {
        if (person.state == PersonChoice::State::known && isGone(person.id))
            person = {};
    };
    for (ItemInput& item : input.items) {
        check(item.stored.person);
        checkAbout(item.about);
        std::erase_if(item.inIt, [&isGone](const PersonChoice& person) {
            return person.state == PersonChoice::State::known && isGone(person.id);
        });
    }
    for (StepInput& step : input.steps) {
        check(step.stored.person);
        checkAbout(step.about);
    }
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
        if (row.recorded)
            draft.changedTies.push_back(changeOf(row, cast));
        else
            draft.ties.push_back(mentionOf(row, cast));
    }
    for (const ItemInput& row : input.items) {
        if (row.isBlank())
            continue;
        // A line that is more private than the call stays one: what was asked is as private as the call.
        if (row.bank && row.stored.confidentiality <= draft.conversation.confidentiality) {
            draft.asked.push_back(row.bank);
            continue;
        }
        NoteItem item = row.stored;
        item.text = toUtf8(row.text.trimmed());
        item.topic = toUtf8(row.topic.trimmed());
        item.other = cast.idOf(row.other);
        if (!item.id)
            item.person = row.about.isSomebody() ? cast.idOf(row.about) : about;
        if (!row.inIt.empty()) {
            actions::ProjectPeople others{item.text, {}};
            for (const PersonChoice& person : row.inIt)
                others.people.push_back(cast.idOf(person));
            draft.projects.push_back(std::move(others));
        }
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
            step.person = row.about.isSomebody() ? cast.idOf(row.about) : about;
        draft.followUps.push_back(std::move(step));
    }
    for (const weaving::Proposal& proposal : input.taken)
        actions::takeProposal(draft, proposal);
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
    addRecordedTies(input, record);
    for (std::size_t i = 0; i < record.items.size(); ++i) {
        const NoteItem& item = record.items[i];
        ItemInput row{item, toQString(item.text), toQString(item.topic), {}, {}};
        if (const auto& introduction = record.itemIntroductions[i]; introduction && introduction->cameOfIt)
            row.board = introduction->state;
        if (item.other)
            row.other = PersonChoice::known(item.other, toQString(record.itemOthers[i]));
        input.items.push_back(std::move(row));
    }
    for (const RecordedQuestion& asked : record.asked) {
        ItemInput row;
        row.stored.kind = NoteItemKind::question;
        row.text = toQString(asked.text);
        row.bank = asked.question;
        input.items.push_back(std::move(row));
    }
    for (std::size_t i = 0; i < record.followUps.size(); ++i) {
        const FollowUp& step = record.followUps[i];
        const PersonChoice owner =
            step.owner ? PersonChoice::known(step.owner, toQString(record.followUpOwners[i])) : PersonChoice{};
        input.steps.push_back({step, toQString(step.text), owner, step.due, {}});
    }
    return input;
}

void addRecordedTies(CallInput& input, const ConversationRecord& record)
{
    for (const RecordedTie& recorded : record.ties) {
        const actions::RecordedMention& mention = recorded.mention;
        const auto known = std::find_if(input.ties.begin(), input.ties.end(), [&mention](const TieInput& tie) {
            return tie.recorded && tie.recorded->evidence == mention.evidence;
        });
        if (known != input.ties.end()) {
            known->recorded->isAlone = mention.isAlone;
            continue;
        }
        const auto end = [&recorded](PersonId person) {
            return PersonChoice::known(person, toQString(person == recorded.tie.a ? recorded.nameA : recorded.nameB));
        };
        TieInput tie;
        tie.a = end(mention.said.a);
        tie.b = end(mention.said.b);
        tie.depth = mention.said.depth;
        tie.contact = mention.said.contact;
        tie.collaboration = mention.said.collaboration;
        tie.direction = mention.said.overlay;
        tie.topic = toQString(mention.said.topic);
        tie.ended = mention.said.isEnded;
        tie.evidence = mention.said.evidence;
        if (mention.said.heardFrom)
            tie.heardFrom = PersonChoice::known(mention.said.heardFrom, toQString(recorded.heardFrom));
        tie.recorded = mention;
        input.ties.push_back(std::move(tie));
    }
}

Result<> storeCall(store::Records& records, const CallInput& input, PersonId me)
{
    CallInput now = input;
    for (ItemInput& item : now.items) {
        if (!item.bank)
            continue;
        WEAVEMAP_ASSIGN(const auto question, records.questions.find(item.bank));
        if (!question)
            item.bank = {}; // taken back meanwhile: its words stay a line of the note
    }
    actions::CallDraft draft = toDraft(now);
    // Where nobody said who talked, a line that is only somebody's is whose page it was written on.
    if (const auto isPrivate = [](const auto& row) { return row.confidentiality == Confidentiality::onlyMe; };
        !draft.conversation.staff && (std::any_of(draft.items.begin(), draft.items.end(), isPrivate) ||
                                      std::any_of(draft.followUps.begin(), draft.followUps.end(), isPrivate)))
        draft.conversation.staff = me;
    const auto stored = input.isEdit() ? actions::changeCall(records, draft, me) : actions::logCall(records, draft);
    return stored.map([](const actions::StoredCall&) {});
}

} // namespace weavemap::ui
