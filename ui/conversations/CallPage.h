// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QTimer>

#include "core/base/Result.h"
#include "core/store/ChangeSet.h"
#include "ui/conversations/CallDraftFile.h"
#include "ui/conversations/CallInput.h"
#include "ui/conversations/DraftErasing.h"
#include "ui/widgets/Place.h"

namespace weavemap::ui {

class BriefPanel;
class CallFoot;
class CallGround;
class CallNote;
class EntryColumn;

/// The page on which a conversation is written down or changed: brief, note, what it will leave behind, bottom line.
/// Each of the four shows its part; the page holds the call, its draft and its storing. What stands on it is kept in a
/// file until it is stored or thrown away. Nothing is stored before the user says so; then it is one change. UI thread.
class CallPage : public QWidget
{
    Q_OBJECT

public:
    explicit CallPage(Office& office, QWidget* parent = nullptr);
    ~CallPage() override;

    /// Whether a call stands on the page that is neither stored nor thrown away.
    bool isBegun() const { return m_begun; }
    /// What stands on the page.
    CallInput input() const;
    /// A new call; with nobody chosen where the id is 0. What stood there is thrown away.
    void begin(PersonId person);
    /// Puts a stored conversation on the page, as it was left where its change was set aside. What stood there is
    /// thrown away.
    void edit(const ConversationRecord& record);
    /// Takes over what the file says by now of the ties on record, where the change of a stored call waited.
    void catchUp();
    /// A new call while the change of a stored one is under way: the change is set aside, and comes back after the call
    /// or when that conversation is edited again. False where the disk does not take it: the page stays as it is, and
    /// `said` says why.
    bool interrupt(PersonId person);
    void addParticipant(PersonId person);
    /// The page goes to the back: what was typed is kept, a page on which nothing was typed is forgotten.
    void leave();
    /// Puts the keyboard where the next word goes.
    void takeFocus();
    /// Takes what was forgotten for good out of what stands on the page; a page with nothing left is not begun any
    /// more.
    void forget(const Forget& forget);
    /// Folds what is open, then from the entries or the brief back to the note; false where there is no step back within
    /// the page.
    bool stepBack();

Q_SIGNALS:
    void leaveRequested();
    void stored(weavemap::ConversationId conversation);
    /// A call was begun, stored or thrown away.
    void begunChanged();
    void said(const QString& sentence);
    /// The question bank is wanted; the page waits as it is.
    void bankRequested();

private:
    void wire();
    void chainKeys();
    void setInput(const CallInput& input);
    void show(const CallInput& input);
    void clear();
    void onEdited();
    void store();
    /// Whether everything that would be taken of the note has stood on the page.
    bool isNoteSeen();
    void lookAtBoard();
    void onHeard();
    void onStored(ConversationId id, const Result<store::ChangeSet>& changes);
    void presentProblems(const std::vector<CallProblem>& problems);
    void throwAway();
    enum class Kept { yes, nothing, failed };
    Kept saveDraft();
    void loadDraft();
    void onMeChanged();
    bool isGone(PersonId person) const;
    PersonId briefPerson() const;

    Office m_office;
    CallInput m_given; ///< what the widgets do not hold: the id, and what was stored
    bool m_begun = false;
    bool m_touched = false; ///< by the user, since it was shown
    bool m_storing = false;
    bool m_storeWhenHeard = false;
    bool m_catchUpWhenHeard = false;
    std::optional<CallDraftFile> m_draft;
    PersonId m_draftOf; ///< whose draft it is
    QTimer m_saveSoon;
    BriefPanel* m_brief;
    CallNote* m_note;
    CallFoot* m_foot;
    EntryColumn* m_entries;
    CallGround* m_ground;
};

} // namespace weavemap::ui
