// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QTimer>

#include "core/base/Result.h"
#include "core/store/ChangeSet.h"
#include "ui/conversations/CallDraftFile.h"
#include "ui/conversations/CallInput.h"
#include "ui/widgets/Place.h"

class QPlainTextEdit;
class QSpinBox;

namespace weavemap::ui {

class Button;
class CallBrief;
class CallDetails;
class CallFacts;
class EntryColumn;
class ParticipantsField;
class TextLabel;

/// The page on which a conversation is written down or changed: brief, note, and what it will leave behind. What stands
/// on it is kept in a file until it is stored or thrown away. Nothing is stored before the user says so; then it is one
/// change. UI thread.
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
    /// Puts a stored conversation on the page. What stood there is thrown away.
    void edit(const ConversationRecord& record);
    void addParticipant(PersonId person);
    /// The page goes to the back: what was typed is kept, a page on which nothing was typed is forgotten.
    void leave();
    /// Puts the keyboard where the next word goes.
    void takeFocus();
    /// From the entries back to the note; false where there is no step back within the page.
    bool stepBack();

Q_SIGNALS:
    void leaveRequested();
    void stored(weavemap::ConversationId conversation);
    /// A call was begun, stored or thrown away.
    void begunChanged();
    void said(const QString& sentence);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildMiddle();
    QWidget* buildFoot();
    void wire();
    void setInput(const CallInput& input, const QStringList& recorded = {});
    void clear();
    void onEdited();
    void onParticipants();
    void presentTitle();
    void store();
    void onStored(ConversationId id, const Result<store::ChangeSet>& changes);
    void presentProblems(const std::vector<CallProblem>& problems);
    void throwAway();
    void saveDraft();
    void loadDraft();
    void onMeChanged();
    PersonId briefPerson() const;

    Office m_office;
    CallInput m_given; ///< what the widgets do not hold: the id, and what was stored
    bool m_begun = false;
    bool m_touched = false; ///< by the user, since it was shown
    bool m_storing = false;
    bool m_showing = false;
    std::optional<CallDraftFile> m_draft;
    PersonId m_draftOf; ///< whose draft it is
    QTimer m_saveSoon;
    CallBrief* m_brief;
    QWidget* m_briefLine;
    TextLabel* m_title;
    QSpinBox* m_minutes;
    ParticipantsField* m_participants;
    TextLabel* m_participantProblem;
    CallFacts* m_facts;
    CallDetails* m_details;
    QPlainTextEdit* m_note;
    TextLabel* m_whoSees;
    TextLabel* m_kept;
    EntryColumn* m_entries;
    TextLabel* m_promise;
    Button* m_throwAway;
    Button* m_close;
    Button* m_store;
};

} // namespace weavemap::ui
