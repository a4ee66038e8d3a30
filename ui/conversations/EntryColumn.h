// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QScrollArea>

#include "ui/conversations/CallInput.h"

class QVBoxLayout;

namespace weavemap::ui {

class Button;
class EntryRow;
class ItemEntry;
class PeopleModel;
class StepEntry;
class TextLabel;
class TieEntry;

/// What a call will leave behind besides its note: ties, needs and offers, what is under way, next steps. At most one
/// row is open.
class EntryColumn : public QScrollArea
{
    Q_OBJECT

public:
    explicit EntryColumn(PeopleModel& people, QWidget* parent = nullptr);

    /// Who works here and what day it is, for new rows.
    void setOffice(PersonId me, Date today);
    /// Shows the rows of `input`.
    void setInput(const CallInput& input);
    void setParticipants(const std::vector<PersonChoice>& participants);
    /// Writes the rows into `input`.
    void read(CallInput& input) const;
    void setProblem(const CallProblem& problem);
    void clearProblems();

    enum class Way { up, down };
    /// From one entry to the next, or from outside to the first; past the last entry to the links that add one, which
    /// alone are gone through where there is no entry. An open entry that is left folds. False where there is no
    /// further one.
    bool walk(Way way);

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void changed();
    /// Rows came or went: the tab order is to be made anew.
    void rowsChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// Where the arrows stop: an entry, or a link that adds one.
    struct Stop
    {
        EntryRow* row = nullptr;
        Button* adder = nullptr;
    };
    struct Section
    {
        QVBoxLayout* rows = nullptr;
        std::vector<Button*> adders;
    };
    Section makeSection(const QString& title, const std::vector<std::pair<QString, const char*>>& adders);
    void addTie(const TieInput& tie);
    void addItem(const ItemInput& item);
    void addStep(const StepInput& step);
    const Section& sectionOf(NoteItemKind kind) const;
    void watch(EntryRow* row, const Section& section);
    void openRow(EntryRow* row);
    void addAndOpen(EntryRow* row);
    /// What is new goes; what is on record stays in its line until it is stored, and the same key puts it back.
    void leaveOut(EntryRow* row);
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
    Date m_today;
    std::vector<PersonChoice> m_participants;
    QVBoxLayout* m_column;
    TextLabel* m_count;
    TextLabel* m_keys; ///< what keys do to an entry
    Section m_tieSection;
    Section m_itemSection;
    Section m_workSection;
    Section m_askedSection;
    Section m_stepSection;
    std::vector<TieEntry*> m_ties;
    std::vector<ItemEntry*> m_items;
    std::vector<StepEntry*> m_steps;
};

} // namespace weavemap::ui
