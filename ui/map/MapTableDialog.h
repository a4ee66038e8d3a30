// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "core/domain/Ids.h"
#include "ui/paint/MapInput.h"

class QStackedWidget;
class QTableView;

namespace weavemap::ui {

class TextLabel;
class TextTableModel;

/// What the map shows as two tables, of people and of ties: for those who cannot see the map, and for looking things
/// up. Rows that are chosen are copied as a spreadsheet takes them, all but those of people who asked not to be shown
/// by name; people by name and without their figures, so that no copy ranks them.
class MapTableDialog : public QDialog
{
    Q_OBJECT

public:
    explicit MapTableDialog(const MapInput& input, QWidget* parent = nullptr);

Q_SIGNALS:
    /// A row was opened: this person is to be shown on the map.
    void personChosen(weavemap::PersonId person);

private:
    QTableView* addTable(TextTableModel* model, const QString& object, const QString& name);
    void copy(const QTableView& table);

    QStackedWidget* m_stack;
    TextLabel* m_caption;
};

} // namespace weavemap::ui
