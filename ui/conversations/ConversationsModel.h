// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractListModel>

#include "core/store/ChangeSet.h"
#include "ui/conversations/ConversationRow.h"
#include "ui/jobs/Jobs.h"

namespace weavemap::ui {

class Session;

/// All conversations that who works here may read, newest first. Read in a job at opening and after each change that
/// touches them; what differs is handed on as inserted, removed and changed rows. UI thread.
class ConversationsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        kIdRole = Qt::UserRole + 1, ///< qlonglong
        kKindRole,                  ///< int: ConversationKind
        kHeadingRole,               ///< QString
        kWordsRole,                 ///< QString: first words
        kDateRole,                  ///< QString: "15:40" today and yesterday, else "8 Oct"
        kConfidentialityRole,       ///< int: Confidentiality
        kReachedRole                ///< bool
    };

    ConversationsModel(Session& session, Jobs& jobs, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    bool isLoaded() const { return m_loaded; }
    const ConversationRow& row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    int rowOf(ConversationId id) const; ///< -1 where it is not there
    /// Puts the rows in step with `rows` (newest first).
    void adopt(std::vector<ConversationRow> rows);

Q_SIGNALS:
    /// After rows were put in step with the file.
    void refreshed();

private:
    void clear();
    void reload();
    void onChanged(const store::ChangeSet& changes);
    /// Follows a change to a single conversation at once, so that a logged call shows without a wait; false where the
    /// change is of another kind.
    bool followOne(const store::ChangeSet& changes);

    Session& m_session;
    Jobs& m_jobs;
    JobHandle m_job;
    bool m_loaded = false;
    std::vector<ConversationRow> m_rows;
};

} // namespace weavemap::ui
