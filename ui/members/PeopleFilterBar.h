// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/members/PeopleFilterModel.h"

class QMenu;

namespace weavemap::ui {

class Button;
class FlowLayout;
class SearchField;
class TextLabel;

/// The row over the people table: the field for any word, a chip for each filter, "+ Filter", and the menu of columns;
/// and how many people are left.
class PeopleFilterBar : public QWidget
{
    Q_OBJECT

public:
    PeopleFilterBar(PeopleModel& people, PeopleFilterModel& filtered, QWidget* parent = nullptr);

    void focusField();
    /// Takes away words and filters; everyone is shown.
    void clearAll();
    /// Back to the current members.
    void reset();
    /// No filter and no menu names what only this person had, who is forgotten for good.
    void forget(PersonId person);
    QMenu* columnsMenu() const { return m_columns; }
    /// "142 of 165 people", to be placed by the owner of the bar, who owns it then.
    TextLabel* count() const { return m_count; }
    /// Called after the rows changed.
    void updateCount();

Q_SIGNALS:
    /// Down in the field: the table may take the focus.
    void wentDown();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void apply(const PeopleFilter& filter);
    void rebuildChips();
    void addChip(const QString& label, const QString& value, const QString& name, QMenu* menu, PeopleFilter without);
    QMenu* statusMenu();
    QMenu* kindMenu();
    QMenu* valueMenu(const QString& key);
    void fillFilterMenu();
    void emptyFilterMenu();
    int columnOf(const QString& key) const;

    PeopleModel& m_people;
    PeopleFilterModel& m_filtered;
    SearchField* m_field;
    QWidget* m_chipRow;
    FlowLayout* m_chips;
    Button* m_add;
    QMenu* m_addMenu;
    TextLabel* m_count;
    QMenu* m_columns;
    PeopleFilter m_chipsOf; ///< what the chips show, the words left out
    int m_columnsOf = 0;    ///< of the table, when they were made
};

} // namespace weavemap::ui
