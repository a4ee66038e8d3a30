// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/actions/Convenings.h"
#include "core/domain/Project.h"
#include "ui/jobs/Jobs.h"
#include "ui/widgets/Place.h"

class QSortFilterProxyModel;
class QStackedWidget;
class QStandardItemModel;
class QTableView;

namespace weavemap::ui {

class ActivityDialog;
class Button;
class EmptyState;
class SearchField;
class SegmentedSwitch;
class TextLabel;

/// A convening of the list, and how many came.
struct ListedConvening
{
    Convening convening;
    actions::AttendanceCounts counts;
};

/// A project of the list, and who may see it together with the call where it was heard of.
struct ListedProject
{
    Project project;
    Confidentiality level = Confidentiality::shareable;
};

/// What the place lists.
struct ActivityList
{
    std::vector<ListedConvening> convenings; ///< newest first
    std::vector<ListedProject> projects;     ///< those that go on first, the newest first
};

/// Reads it as `me` may.
Result<ActivityList> readActivities(store::Records& records, PersonId me);

/// All convenings, or all projects, in a table that is narrowed as one types; Enter opens the chosen one in its window,
/// Insert begins a new one.
class ActivitiesPlace : public Place
{
    Q_OBJECT

public:
    explicit ActivitiesPlace(Office& office, QWidget* parent = nullptr);

    void enter() override;
    bool stepBack() override;
    void focusFilter() override;

    void showConvenings();
    void showProjects();
    /// The window of one, over `over`; a new one where the id is 0. A sentence where it is not there for who sits here.
    void openConvening(ConveningId id, QWidget* over);
    void openProject(ProjectId id, QWidget* over);

private:
    enum Page { kConvenings, kProjects };

    void build();
    void wire();
    void showPage(Page page);
    void refresh();
    void clear();
    void present();
    void presentConvenings();
    void presentProjects();
    void presentTexts();
    /// Makes the row with this id the chosen one; `row` where it is gone.
    void choose(qlonglong id, int row);
    void openRow(const QModelIndex& index);
    void sayWhenStored(const ActivityDialog& window);
    void addNew();

    Office m_office;
    JobHandle m_job;
    ActivityList m_list;
    Page m_page = kConvenings;
    SegmentedSwitch* m_switch;
    SearchField* m_filter;
    Button* m_add;
    TextLabel* m_subtitle;
    QStackedWidget* m_stack;
    EmptyState* m_nothing;
    QTableView* m_table;
    QStandardItemModel* m_rows;
    QSortFilterProxyModel* m_shown;
};

} // namespace weavemap::ui
