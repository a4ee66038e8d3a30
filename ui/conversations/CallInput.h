// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include <QString>

#include "core/actions/LogCall.h"
#include "core/domain/Conversation.h"
#include "core/domain/Introduction.h"
#include "core/domain/Tie.h"
#include "ui/conversations/NoteRead.h"
#include "ui/conversations/PersonChoice.h"
#include "ui/conversations/ProposalDecisions.h"

namespace weavemap::ui {

struct ConversationRecord;

/// A tie as it stands on the page.
struct TieInput
{
    PersonChoice a;
    PersonChoice b;
    TieDepth depth = TieDepth::exchange;
    TieContact contact = TieContact::unknown;
    Collaboration collaboration = Collaboration::never;
    std::optional<OverlayKind> direction; ///< from `a` to `b`
    bool turned = false;                  ///< the direction goes from `b` to `a`
    QString topic;                        ///< of the direction, as typed
    EvidenceKind evidence = EvidenceKind::oneSaid;
    PersonChoice heardFrom; ///< nobody: the end that took part
    bool ended = false;     ///< no longer in touch on the day of the call
    bool begun = false;     ///< the user has been at it: it is never left out without a word
    /// What the stored call has on record of it, as it was when it came to the page; nothing: it is new.
    std::optional<actions::RecordedMention> recorded;
    bool takenOut = false; ///< what is on record leaves the call
    bool operator==(const TieInput&) const = default;
    /// As it was added, or with nobody in it. What is on record never is.
    bool isBlank() const
    {
        return !recorded && b.state == PersonChoice::State::none && topic.trimmed().isEmpty() &&
               (!begun || a.state == PersonChoice::State::none);
    }
};

/// Something brought up, as it stands on the page: a need, an offer, a project and the like; its text as typed.
/// `stored` keeps its kind and state, and what the page does not show.
struct ItemInput
{
    NoteItem stored;
    QString text;
    QString topic;
    PersonChoice other;   ///< who met the need, to whom the introduction is; `stored.other` says nothing
    PersonChoice about{}; ///< of a new one: whose it is; nobody: the first of the call
    std::optional<IntroductionState> board{}; ///< of the introduction that came of a stored one
    std::vector<PersonChoice> inIt{}; ///< of a project: who else is in it, beside the two
    QuestionId bank{}; ///< the question of the bank that it is, as long as it stands there; its text is a copy
    bool operator==(const ItemInput&) const = default;
    /// An introduction may say all by who is introduced.
    bool isBlank() const
    {
        return text.trimmed().isEmpty() && topic.trimmed().isEmpty() && other.state == PersonChoice::State::none;
    }
};

/// A next step as it stands on the page.
struct StepInput
{
    FollowUp stored;
    QString text;
    PersonChoice owner;
    std::optional<Date> due;
    PersonChoice about{}; ///< of a new one: whom it concerns; nobody: the first of the call
    bool operator==(const StepInput&) const = default;
    bool isBlank() const { return text.trimmed().isEmpty() && !due; }
};

/// All that stands on the page for a call, finished or not. A value; it becomes a draft file, and at last a change.
struct CallInput
{
    /// The conversation as it was or will be; its text, quote, convening and participants are those below.
    Conversation conversation;
    std::vector<PersonChoice> participants;
    QString participantTyped; ///< what stands in the field for one more
    QString text;
    QString quote;
    QString convening;
    std::vector<TieInput> ties;
    std::vector<ItemInput> items;
    std::vector<StepInput> steps;
    std::vector<weaving::Proposal> taken; ///< of the note, as it was read last
    std::vector<KeptDecision> decisions;
    std::vector<SettledChoice> settled;
    /// What the note said when it came to the page has been read there; false: it stands as it was stored.
    bool noteSeen = false;

    bool operator==(const CallInput&) const = default;

    /// Whether a stored conversation is being changed.
    bool isEdit() const { return conversation.id.isValid(); }
    /// Whether somebody would miss it: more than people and choices.
    bool holdsWork() const;
    /// "Ana Ruiz", "Ana Ruiz and Jun Takeda", "Ana Ruiz and 2 others"; empty where nobody is chosen.
    QString whoText() const;
    enum class Deed { store, change, remove };
    /// "Call with Ana Ruiz", for the page and the history; "Change the call with Ana Ruiz" where that is done to it.
    QString label(Deed deed = Deed::store) const;
};

/// What keeps a call from being stored, and where it stands.
struct CallProblem
{
    enum class Where { participants, when, staff, tie, item, step };
    Where where = Where::participants;
    int row = 0; ///< of the ties, items or steps
    QString sentence;
};

/// Whether somebody who was chosen is not in the file any more: undone or deleted meanwhile.
using IsGone = std::function<bool(PersonId)>;

/// Whether two people are never to be introduced.
using AreApart = std::function<bool(PersonId, PersonId)>;

/// Everything that is missing, in the order of the page; empty: it can be stored.
std::vector<CallProblem> problemsOf(const CallInput& input, PersonId me, Date today, const IsGone& isGone = {},
                                    const AreApart& areApart = {});
/// Takes people who are gone out of what the page does not show.
void letGoOf(CallInput& input, const IsGone& isGone);

/// The page as core stores it: new people once each, blank rows left out, what was taken of the note behind them.
actions::CallDraft toDraft(const CallInput& input);
/// A stored conversation as the page shows it.
CallInput toInput(const ConversationRecord& record);
/// Adds the ties that the conversation has on record and the page does not know of; of those that it knows it takes
/// over whether others tell of them by now.
void addRecordedTies(CallInput& input, const ConversationRecord& record);

/// The inside of the change: stores a new call, or what became different about one that is stored; `me` is who works
/// here.
Result<> storeCall(store::Records& records, const CallInput& input, PersonId me);

} // namespace weavemap::ui
