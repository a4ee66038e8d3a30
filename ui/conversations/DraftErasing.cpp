// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/DraftErasing.h"

#include <algorithm>

#include "core/store/Records.h"
#include "ui/base/Convert.h"
#include "ui/session/Session.h"

namespace weavemap::ui {

DraftLeft forgetPerson(CallInput& input, PersonId person, const store::ErasedName& name)
{
    const CallInput before = input;
    const auto isThem = [&](const PersonChoice& choice) {
        // A namesake in the file is somebody else.
        return choice.state == PersonChoice::State::known ? choice.id == person : name.isNameIn(toUtf8(choice.name));
    };
    const auto theirs = std::erase_if(input.participants, isThem);
    if (theirs > 0 && input.participants.empty())
        return DraftLeft::nothing;
    using Where = store::WrittenName::Where;
    const Where where = theirs > 0 ? Where::ownConversation : Where::elsewhere;
    const auto without = [&](QString& text) { text = toQString(name.takenOutOf(toUtf8(text), where)); };
    const auto wasTheirs = [person](const TieInput& tie) {
        return tie.recorded && (tie.recorded->said.a == person || tie.recorded->said.b == person);
    };
    std::erase_if(input.ties, [&](const TieInput& tie) {
        return isThem(tie.a) || isThem(tie.b) || (tie.takenOut && wasTheirs(tie));
    });
    for (TieInput& tie : input.ties) {
        if (isThem(tie.heardFrom))
            tie.heardFrom = {};
        without(tie.topic);
        if (wasTheirs(tie))
            tie.recorded.reset(); // their tie is gone; on the page it is between others by now
        if (!tie.recorded)
            continue;
        // As the file has it by now, so that nothing of this counts as a change.
        actions::MentionedTie& said = tie.recorded->said;
        said.topic = name.takenOutOf(said.topic, where);
        if (said.heardFrom == person)
            said.heardFrom = {};
    }
    std::erase_if(input.items, [&](const ItemInput& item) { return item.stored.person == person; });
    for (ItemInput& item : input.items) {
        for (PersonChoice* someone : {&item.other, &item.about})
            if (isThem(*someone))
                *someone = {};
        std::erase_if(item.inIt, isThem);
        without(item.text);
        without(item.topic);
    }
    std::erase_if(input.steps, [&](const StepInput& step) { return step.stored.person == person; });
    for (StepInput& step : input.steps) {
        for (PersonChoice* someone : {&step.owner, &step.about})
            if (isThem(*someone))
                *someone = {};
        without(step.text);
    }
    std::erase_if(input.settled, [&](const SettledChoice& settled) { return isThem(settled.who); });
    std::erase_if(input.decisions, [&](const KeptDecision& kept) {
        return std::any_of(kept.people.begin(), kept.people.end(), [&](const QString& key) {
            return key == QString::number(person.value) || name.isNameIn(toUtf8(key));
        });
    });
    for (KeptDecision& kept : input.decisions) {
        without(kept.text);
        without(kept.words);
    }
    input.taken.clear(); // read anew from what is left of the note
    if (input.conversation.staff == person)
        input.conversation.staff = {};
    if (name.isNameIn(toUtf8(input.participantTyped)))
        input.participantTyped.clear();
    for (QString* text : {&input.participantTyped, &input.text, &input.quote, &input.convening})
        without(*text);
    return input == before ? DraftLeft::asItWas : DraftLeft::changed;
}

DraftLeft forgetConversation(const CallInput& input, ConversationId conversation)
{
    return input.conversation.id == conversation ? DraftLeft::nothing : DraftLeft::asItWas;
}

void forgetInDrafts(const std::vector<CallDraftFile>& drafts, const Forget& forget)
{
    for (const CallDraftFile& draft : drafts) {
        auto call = draft.load();
        const DraftLeft left = call ? forget(*call) : DraftLeft::nothing; // one that cannot be read goes, too
        if (left == DraftLeft::nothing || (left == DraftLeft::changed && draft.save(*call) == CallDraftFile::Saved::no))
            draft.remove();
    }
}

void whenErased(Session& session, QObject* receiver, std::function<void(const Forget&)> erased)
{
    QObject::connect(&session, &Session::personErased, receiver,
                     [erased, &session](PersonId person, const QString& qName) {
                         const std::string name = toUtf8(qName);
                         auto theirs = store::ErasedName::of(session.records().database(), person, name);
                         if (!theirs) // nobody knows whose name it is, too: as if it were another's
                             theirs = store::ErasedName(name, {name});
                         erased([&](CallInput& call) { return forgetPerson(call, person, *theirs); });
                     });
    QObject::connect(&session, &Session::conversationErased, receiver, [erased](ConversationId conversation) {
        erased([conversation](const CallInput& call) { return forgetConversation(call, conversation); });
    });
}

} // namespace weavemap::ui
