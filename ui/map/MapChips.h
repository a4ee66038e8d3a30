// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include "core/actions/MapData.h"

class QMenu;

namespace weavemap::ui {

class Chip;
class FilterChip;
class FlowLayout;
class LayoutChip;
class MapModel;
class ShowChips;

/// The row of chips over the map: the saved view that is shown, whose circle, tie set, colour, size, layout, one chip
/// for each filter, and "Filter". They change the model's question; nothing in the file.
class MapChips : public QWidget
{
    Q_OBJECT

public:
    explicit MapChips(MapModel& model, QWidget* parent = nullptr);

    /// Whose circle is shown; no name: none.
    void setCircle(const QString& name, int steps);
    const QWidget* circleChip() const;
    /// The saved view that is shown; empty: the map itself.
    void setView(const QString& name);
    /// Whom rings are offered round; 0: nobody is chosen.
    void setCentre(PersonId person);
    /// The ways to arrange people, for the map's menu too: where there is no room their chip goes.
    QMenu* layoutMenu() const;
    /// Opens the menu of "Filter".
    void openFilterMenu();
    /// Keeps only the people with this value of the field coloured by, adds one more, or takes it away again.
    void toggleValue(const std::string& field, const std::string& value);
    void clearFilters();
    /// The height that the chips take at a width. Where one line is too narrow for all their words, those go first that
    /// are understood: "Show" beside its eye, "Layout" and its value, "Circle of" beside its icon, "Ties", the end of a
    /// long name, "Filter"
    /// beside its plus. They stay in the tooltips and for screen readers. Where that is not enough, all are there
    /// again, in two lines.
    int fitInto(int width);
    /// The width of one line of all chips as they are now.
    int lineWidth() const;

Q_SIGNALS:
    /// The circle's chip was pressed: one step more.
    void nextSteps();
    void circleClosed();
    /// The view's chip was closed: back to the map itself.
    void viewClosed();
    /// The menu of the view's chip is about to open.
    void viewMenuWanted(QMenu* menu);
    /// Another day, or a comparison, is to be left for today.
    void dateClosed();
    /// It takes another size now.
    void resized();

private:
    /// What is left out, each with those before it.
    enum class Words { all, show, layoutName, layoutIcon, name, ties, shortName, fewest, noLayout };

    void sync();
    void buildTies();
    void fillColours();
    void fillSizes();
    void offerExact(QMenu* menu);
    void fillFilters();
    void fillValues(QMenu* menu, const std::string& field);
    void syncFilterChips();
    FilterChip* makeFilterChip(const std::string& field);
    void setWords(Words words);
    actions::MapQuestion question() const;

    MapModel& m_model;
    FlowLayout* m_flow;
    FilterChip* m_view;
    QMenu* m_viewMenu;
    Chip* m_circle;
    Chip* m_date; ///< the day shown, or the two compared, where it is not today alone
    FilterChip* m_ties;
    FilterChip* m_colour;
    FilterChip* m_size;
    LayoutChip* m_layout;
    ShowChips* m_show;
    Chip* m_add;
    QMenu* m_tiesMenu;
    QMenu* m_colourMenu;
    QMenu* m_sizeMenu;
    QMenu* m_filterMenu;
    std::vector<actions::MapFilter> m_shown; ///< the filters that have chips
    std::vector<FilterChip*> m_filters;
    QString m_circleName, m_circleSteps;
};

} // namespace weavemap::ui
