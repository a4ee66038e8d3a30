// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include <QPointer>
#include <QScrollArea>

#include "core/domain/Question.h"
#include "ui/conversations/CallInput.h"
#include "ui/conversations/EntrySections.h"
#include "ui/conversations/ProposalEntries.h"
#include "ui/conversations/ProposalWords.h"

namespace weavemap::ui {

class Button;
class EntryRow;
class ItemEntry;
class PeopleModel;
class ProposalBoard;
class StepEntry;
class TextLabel;
class TieEntry;

/// What a call will leave behind besides its note: ties, needs and offers, what is under way, next steps; as the note
/// proposes it, and as it was added by hand. At most one row is open.
class EntryColumn : public QScrollArea
{
    Q_OBJECT

public:
    explicit EntryColumn(PeopleModel& people, QWidget* parent = nullptr);
    ~EntryColumn() override;

    /// Who works here and what day it is, for new rows.
    void setOffice(PersonId me, Date today);
    /// Shows the rows of `input`.
    void setInput(const CallInput& input);
    /// How confidential the call is, and who talked: lines are never looser, and only the writer's own are theirs
    /// alone.
    void setCall(const Conversation& call);
    void setParticipants(const std::vector<PersonChoice>& participants);
    /// How two people stand on the board of introductions, as far as whoever works here may know; shows it anew.
    void setStanding(std::function<BoardSays(PersonId, PersonId)> standing);
    /// What the note proposes by now.
    void setRead(const NoteRead& read);
    /// What the note says when it is read next was there before: it is not taken by itself.
    void leaveNextRead();
    /// Writes the rows, what is taken of the note and what was decided on it into `input`.
    void read(CallInput& input) const;
    /// The questions that one can be asked from.
    void setBank(const std::vector<weavemap::Question>& bank);
    /// Which of them the call has as asked.
    std::vector<QuestionId> asked() const;
    /// Adds one as asked, or takes it out; the keyboard stays where it is.
    void turnAsked(const weavemap::Question& question);
    /// An empty line for any other, which goes again when it is left with nothing in it.
    void askAnother();
    /// What *Store* would take of the note.
    std::vector<weaving::Proposal> taken() const;
    void setProblem(const CallProblem& problem);
    void clearProblems();

    enum class Way { up, down };
    /// From one entry to the next, or from outside to the first; past the last entry to the links that add one, which
    /// alone are gone through where there is no entry. An open entry that is left folds. False where there is no
    /// further one.
    bool walk(Way way);
    /// Folds the entry that is open, the one with the keyboard first: back to its chip where nothing of it was changed;
    /// one with nothing in it goes, unless it is stored: then it has its words again. False where none is open.
    bool foldBack();

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void changed();
    /// Rows came or went: the tab order is to be made anew.
    void rowsChanged();
    /// The words of the note behind the proposal in hand; nothing: none is.
    void lit(std::optional<weavemap::ui::TextPlace> place);
    /// Somebody was chosen for a name that fits several.
    void settled(const QString& words, const weavemap::ui::PersonChoice& person);
    /// Nothing here has the keyboard any more.
    void focusLost();
    /// The whole call is to be as confidential as one of its lines.
    void callLevelRequested(weavemap::Confidentiality level);
    /// Why something cannot be taken.
    void said(const QString& sentence);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// Where the arrows stop: a proposal, an entry, or a link that adds one.
    struct Stop
    {
        QWidget* widget = nullptr;
        EntryRow* row = nullptr; ///< where it is an entry
        bool isAdder = false;
    };
    void wireAdders();
    void wireBoard();
    void addTie(const TieInput& tie);
    void addItem(const ItemInput& item);
    void addStep(const StepInput& step);
    void watch(EntryRow* row, EntryGroup group);
    /// What an entry stands for, and how it stood there.
    struct Origin
    {
        NoteProposal proposal;
        Decision was = Decision::left;
        ProposalEntry given;
    };
    /// Opens an entry in the place of a proposal.
    void change(const NoteProposal& proposal, Decision was);
    ProposalEntry entryOf(const EntryRow* row) const;
    /// Takes a row away; whatever had the keyboard is left to the caller.
    void drop(EntryRow* row);
    /// The link that adds more of what a row is.
    Button* adderOf(const EntryRow* row) const;
    QString concernedBy(const StepInput& step) const;
    /// Tells the proposals what stands beside them.
    void presentPage();
    CallInput page() const;
    void readRows(CallInput& input) const;
    /// "Principal, Osprey Lake School".
    QString whoIs(PersonId person) const;
    void openRow(EntryRow* row);
    void addAndOpen(EntryRow* row);
    /// What is new goes; what is on record stays in its line until it is stored, and the same key puts it back.
    void leaveOut(EntryRow* row);
    /// Ends the change of a line: it has the keyboard, folded, as a chip again where nothing was changed.
    void close(EntryRow* row);
    /// Puts the chip back in the place of an entry that is as it came from it; false where it is not.
    bool foldToChip(EntryRow* row, bool hasKeys);
    /// Scrolls to it once the layout knows its place.
    void showWhole(QWidget* widget);
    void remove(EntryRow* row);
    std::vector<EntryRow*> rows() const;
    /// All of them, from top to bottom.
    std::vector<Stop> stops() const;
    void stopAt(const Stop& stop);
    /// Whether the keyboard is in an open entry that holds something.
    bool isFillingIn() const;
    void updateCount();
    /// Tells the ties on record whether they stand without their entry.
    void updateStanding();

    PeopleModel& m_people;
    PersonId m_me;
    Conversation m_call; ///< how confidential it is, and who talked
    Date m_today;
    std::vector<PersonChoice> m_participants;
    TextLabel* m_count;
    TextLabel* m_keys; ///< what keys do to an entry
    std::unique_ptr<EntrySections> m_sections;
    ProposalBoard* m_board;
    std::map<const EntryRow*, Origin> m_origins; ///< of entries that stand for a proposal
    std::vector<TieEntry*> m_ties;
    std::vector<ItemEntry*> m_items;
    std::vector<weavemap::Question> m_bank;
    QPointer<EntryRow> m_another; ///< the line that `askAnother` made
    std::vector<StepEntry*> m_steps;
};

} // namespace weavemap::ui
