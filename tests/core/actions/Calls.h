// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "Office.h"
#include "core/actions/LogCall.h"

namespace actionstest {

inline actions::MentionedTie between(PersonId a, PersonId b, TieDepth depth = TieDepth::exchange)
{
    actions::MentionedTie tie;
    tie.a = a;
    tie.b = b;
    tie.depth = depth;
    return tie;
}

inline actions::MentionedTie directed(PersonId from, PersonId to, OverlayKind kind, const char* topic = "")
{
    actions::MentionedTie tie = between(from, to);
    tie.overlay = kind;
    tie.topic = topic;
    return tie;
}

/// A file with three people, and its calls.
struct Calls : Office
{
    PersonId ana = add("Ana Ruiz"), ben = add("Ben Okafor"), cy = add("Cy \u5B66\u6821");

    Result<actions::StoredCall> put(const actions::CallDraft& draft, PersonId me = {})
    {
        actions::StoredCall stored;
        const auto changed = change([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(stored, draft.conversation.id ? actions::changeCall(records, draft, me)
                                                          : actions::logCall(records, draft));
            return {};
        });
        if (!changed)
            return fail(changed.error());
        return stored;
    }
    ConversationId call(PersonId with, const std::vector<actions::MentionedTie>& ties, int daysAgo = 0)
    {
        actions::CallDraft draft;
        draft.conversation.when = moment(kToday.addDays(-daysAgo));
        draft.conversation.participants = {with};
        draft.conversation.text = "We talked.";
        draft.ties = ties;
        return got(put(draft)).conversation;
    }
    /// The call as it is opened to be changed, with each of its ties as it is on record.
    actions::CallDraft opened(ConversationId id)
    {
        actions::CallDraft draft;
        draft.conversation = *got(records().conversations.find(id));
        for (const auto& recorded : got(actions::recordedMentions(records(), draft.conversation)))
            draft.changedTies.push_back({recorded, recorded.said, false});
        return draft;
    }
    void takeOut(ConversationId id, std::size_t row = 0)
    {
        auto draft = opened(id);
        draft.changedTies.at(row).takenOut = true;
        got(put(draft));
    }
    std::vector<Evidence> evidence(TieId tie) { return got(records().ties.evidence(tie)); }
    std::vector<Overlay> overlays(TieId tie) { return got(records().ties.overlays(tie)); }
    bool isTied(PersonId a, PersonId b) { return got(records().ties.between(a, b)).has_value(); }
};

} // namespace actionstest
