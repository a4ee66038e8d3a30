// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/activities/TicksModel.h"

class QSortFilterProxyModel;
class QTableView;

namespace weavemap::ui {

class SearchField;

/// People to tick, narrowed as one types. In the field Enter ticks the first of those left who is not ticked yet, takes
/// nobody out, and makes ready for the next name; in the list Space ticks and takes out.
class PeopleTicks : public QWidget
{
    Q_OBJECT

public:
    /// `main`: the tick that Enter and Space set beside a name.
    PeopleTicks(PeopleModel& people, const QStringList& columns, int main, QWidget* parent = nullptr);

    void setTicks(const PeopleTickMap& ticks) { m_model->setTicks(ticks); }
    PeopleTickMap ticks() const { return m_model->ticks(); }
    int count(int tick) const { return m_model->count(tick); }
    void setReadOnly(bool readOnly) { m_model->setReadOnly(readOnly); }

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void changed();

private:
    void toggle(const QModelIndex& shown);
    void tickFirst();

    TicksModel* m_model;
    QSortFilterProxyModel* m_shown;
    SearchField* m_field;
    QTableView* m_table;
    int m_main;
};

} // namespace weavemap::ui
