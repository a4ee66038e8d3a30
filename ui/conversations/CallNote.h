// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QWidget>

#include "core/base/Clock.h"
#include "ui/base/Theme.h"
#include "ui/conversations/CallInput.h"

class QHBoxLayout;
class QSpinBox;

namespace weavemap::ui {

class Button;
class CallDetails;
class CallFacts;
class Jobs;
class LinkLabel;
class NoteEdit;
class NoteListener;
class ParticipantsField;
class PeopleModel;
class TextLabel;

/// The middle of the page for a call: who it was with, when and how, and the note itself. It shows and gives back its
/// part of a CallInput, says what the note proposes, and knows nothing of drafts and storing.
class CallNote : public QWidget
{
    Q_OBJECT

public:
    CallNote(PeopleModel& people, Jobs& jobs, QWidget* parent = nullptr);

    /// Shows it; nothing is emitted.
    void setInput(const CallInput& input, Instant now);
    /// Writes what stands here into `input`.
    void read(CallInput& input) const;
    const std::vector<PersonChoice>& participants() const;
    void addParticipant(const PersonChoice& person);
    /// The projects that the note may call by name.
    void setProjects(std::vector<std::string> projects);
    /// Takes a name that was typed in full and not chosen.
    void takeTyped();
    /// A remark under the note: when the draft was kept, or why it is not.
    void setRemark(const QString& remark, ColorRole role);
    /// Shows a problem of the participants, the day or the staff person, and puts the keyboard there.
    void setProblem(const CallProblem& problem);
    void clearProblems();
    /// Puts the keyboard where the next word goes.
    void takeFocus();
    void focusText();
    /// What the note says, as it was read last.
    const NoteRead& noteRead() const;
    /// Reads what was typed last, where that can be done at once; whether all is read by then.
    bool catchUp();
    /// Something was typed that is not read yet.
    bool isBehind() const;
    /// Who may see the call, chosen elsewhere on the page.
    void setLevel(weavemap::Confidentiality level);
    /// Lights a piece of the note; nothing: none is lit.
    void setLit(std::optional<TextPlace> place);
    /// Takes somebody for a name that fits several.
    void settle(const QString& words, const PersonChoice& person);
    QWidget* throwAwayButton() const;
    QWidget* helpLink() const;
    /// Gives a control of the page a place behind the title.
    void addToHead(QWidget* control);

Q_SIGNALS:
    void changed();
    /// Who took part changed; `changed` follows.
    void participantsChanged();
    void throwAwayRequested();
    /// The note was read: `noteRead` is of it as it stands.
    void heard();
    void storeRequested();
    void helpRequested();

private:
    void build();
    void onEdited();
    void listen();
    void presentTitle();

    CallInput m_given; ///< what the title needs and no field holds
    bool m_showing = false;
    TextLabel* m_title;
    QHBoxLayout* m_head = nullptr;
    QSpinBox* m_minutes;
    ParticipantsField* m_participants;
    TextLabel* m_participantProblem;
    CallFacts* m_facts;
    CallDetails* m_details;
    NoteEdit* m_text;
    NoteListener* m_listener;
    std::vector<SettledChoice> m_settled;
    LinkLabel* m_help;
    TextLabel* m_whoSees;
    TextLabel* m_remark;
    Button* m_throwAway;
};

} // namespace weavemap::ui
