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

private:
    void adopt(std::vector<store::HistoryStep> steps);

    Session& m_session;
    std::vector<store::HistoryStep> m_steps;
    int m_files = 0; ///< how many files were closed: an answer for one that is gone counts no more
};

} // namespace weavemap::ui
