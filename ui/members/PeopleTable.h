// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QHash>
#include <QList>
#include <QPersistentModelIndex>
#include <QTableView>

#include "core/domain/Ids.h"

class QMenu;

namespace weavemap::ui {

class PeopleDelegate;
class PeopleFilterModel;
class PeopleModel;
class Settings;

/// The table of people: columns that can be chosen, moved and sorted, are remembered and share the width there is;
/// cells edited in place, and the keys of a grid.
class PeopleTable : public QTableView
{
    Q_OBJECT

public:
    PeopleTable(PeopleModel& people, PeopleFilterModel& filtered, Settings& settings, QWidget* parent = nullptr);

    /// The people of the chosen rows, from top to bottom.
    std::vector<PersonId> selectedPeople() const;
    PersonId currentPerson() const;
    /// Chooses the row of a person and brings it into view; false where the filter leaves them out.
    bool choose(PersonId person);
    /// Draws this person's name bold while chosen.
    void setShownPerson(PersonId person);
    /// One checkable entry for each column, in their order; the name always stays.
    void fillColumnsMenu(QMenu* menu);

    PeopleDelegate* delegate() const { return m_delegate; }

Q_SIGNALS:
    /// The user went to another row, by key or pointer.
    void personChosen(weavemap::PersonId person);
    /// Enter.
    void pageRequested(weavemap::PersonId person);
    void archiveRequested();
    /// Ctrl+D: what the first chosen row says in this column is meant for the others, too.
    void fillDownRequested(int column);
    /// Something about the chosen rows is another.
    void selectionMoved();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct InView
    {
        QPersistentModelIndex row;
        int below = 0; ///< rows between the first one in view and this one
    };

    void restoreColumns();
    void saveColumns();
    void onResized(int column, int width);
    std::vector<int> shownColumns() const; ///< from left to right
    int wantedWidth(int column) const;
    void fitToWidth();
    void rememberInView();
    void keepInView();
    /// Several people who are chosen stay so while rows come, go and move: by who they are, not by their cells.
    void rememberChosen();
    void chooseAgain();

    PeopleModel& m_people;
    PeopleFilterModel& m_filtered;
    Settings& m_settings;
    PeopleDelegate* m_delegate;
    QList<InView> m_inView;         ///< the current row first, while rows take another order
    int m_rowsBefore = 0;           ///< how many there were then
    std::vector<PersonId> m_chosen; ///< while rows take another order, where they are several
    QHash<int, int> m_wanted;       ///< widths that somebody chose, by column
    bool m_arranging = false;       ///< columns are being put as remembered
    bool m_rowsMoving = false;      ///< rows come and go: nobody chose anything
};

} // namespace weavemap::ui
