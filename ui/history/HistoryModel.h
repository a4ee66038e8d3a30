// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractListModel>

#include "core/store/Workspace.h"

namespace weavemap::ui {

class Session;

/// The steps of the open file's history, newest first. Asked of the writer thread after each change; only what is new
/// or differs is handed on. UI thread.
class HistoryModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        kWhenRole = Qt::UserRole + 1, ///< "15:40"
        kDayRole,                     ///< "Thursday 15 October", for the heading over the first step of a day
        kAuthorRole,
        kStateRole, ///< int: store::HistoryStep::State
        kRowsRole
    };

    explicit HistoryModel(Session& session, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    void refresh();

    /// How many steps lead to before (a step that stands) or to after (one that was undone) this row, itself counted: 3
    /// undoes three, -3 redoes three. 0 where the step is kept for reading only.
    int stepsTo(int row) const;
    /// How many steps can be undone or redone: those that are not kept for reading only.
    int reversible() const;

private:
    void adopt(std::vector<store::HistoryStep> steps);

    Session& m_session;
    std::vector<store::HistoryStep> m_steps;
    int m_files = 0; ///< how many files were closed: an answer for one that is gone counts no more
};

} // namespace weavemap::ui
