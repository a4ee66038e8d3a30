// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include <QWidget>

#include "ui/members/PeopleFilterModel.h"

class QHBoxLayout;
class QMenu;

namespace weavemap::ui {

class Button;
class FilterChip;
class SearchField;
class TextLabel;

/// The row over the people table: the field for any word, a chip for each filter, "+ Filter", and the menu of columns;
/// and how many people are left. It is always one line, so that the rows below stay where they are: what finds no room
/// goes into the menu "More filters", which says how many it holds.
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
    /// A filter that is set: its chip, and what the chip does, to be done from the menu where there is no room.
    struct Shown
    {
        FilterChip* chip;
        std::function<QMenu*()> makeMenu; ///< of the values it could have
        PeopleFilter without;
    };
    void apply(const PeopleFilter& filter);
    void takeAway(PeopleFilter without);
    void rebuildChips();
    void addChip(const QString& label, const QString& value, const QString& name, std::function<QMenu*()> makeMenu,
                 PeopleFilter without);
    /// Shows what there is room for.
    void arrange();
    /// The first chips, and behind them either "+ Filter" or the menu of what finds no room.
    void showFirst(std::size_t count, QWidget* last);
    QString moreWords(std::size_t shown) const;
    void fillMoreMenu();
    QMenu* statusMenu();
    QMenu* kindMenu();
    QMenu* valueMenu(const QString& key);
    void fillFilterMenu();
    void emptyMenus();
    int columnOf(const QString& key) const;

    PeopleModel& m_people;
    PeopleFilterModel& m_filtered;
    SearchField* m_field;
    QWidget* m_chipRow;
    QHBoxLayout* m_chips;
    std::vector<Shown> m_shown; ///< in the order of the chips
    Button* m_add;
    QMenu* m_addMenu;
    FilterChip* m_more;
    QMenu* m_moreMenu;
    TextLabel* m_count;
    QMenu* m_columns;
    Button* m_columnsButton;
    int m_addWidth = 0;     ///< with its word
    PeopleFilter m_chipsOf; ///< what the chips show, the words left out
    int m_columnsOf = 0;    ///< of the table, when they were made
};

} // namespace weavemap::ui
