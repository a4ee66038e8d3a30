// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QAbstractTableModel>
#include <QStringList>

#include "core/actions/Roster.h"
#include "core/domain/Ids.h"
#include "core/store/ChangeSet.h"
#include "ui/jobs/Jobs.h"

namespace weavemap::ui {

class Session;

/// Everybody in the open file, with their number of exchange ties and when they were last heard from. Read again in a
/// job after each change that touches them; what differs is handed on as inserted, removed and changed rows, and the
/// model is reset only when a file is opened or closed. UI thread.
class PeopleModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        kName,
        kRegion,
        kRole,
        kOrganization,
        kLevel,
        kTies,
        kLastHeard,
        kKind,
        kJoined,
        kLeft,
        kEmail,
        kPhone
    };
    static constexpr int kFixedColumns = kPhone + 1;
    enum Role {
        kIdRole = Qt::UserRole + 1, ///< qlonglong
        kColourRole,                ///< int: group colour of the region, -1 other or none
        kHeardRole,                 ///< bool: heard from in the last twelve months
        kSortRole,    ///< what a column sorts by; names by their last word, or by what stands before a comma
        kFoldedRole,  ///< QString: all texts of the row, without case and accents
        kCurrentRole, ///< bool: here today
        kKindRole,    ///< int: PersonKind
        kWhoRole      ///< QString: "Librarian, Osprey Lake School · Lakes", to tell namesakes apart
    };

    PeopleModel(Session& session, Jobs& jobs, QObject* parent = nullptr);

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Whether the people of the open file are here yet.
    bool isLoaded() const { return m_loaded; }
    const actions::RosterRow& row(int row) const { return m_rows[static_cast<std::size_t>(row)]->data; }
    int rowOf(PersonId id) const; ///< -1 where the person is not there
    const actions::RosterRow* find(PersonId id) const;
    QString nameOf(PersonId id) const; ///< empty where the person is not there
    int colourOf(PersonId id) const;   ///< group colour of the region, -1 other or none
    bool isHeardFrom(PersonId id) const;
    int currentMembers() const { return m_currentMembers; }
    int heardMembers() const { return m_heardMembers; }
    /// Further columns of the file, shown from column `kFixedColumns`.
    const std::vector<Attribute>& attributes() const { return m_attributes; }
    /// Below 0, 0 or above it: how two rows stand in the order of a column. Quick enough for sorting everybody at once.
    int compare(int left, int right, int column) const;
    /// Names of columns for the settings of a header: "name", "attribute:Grade".
    QString columnKey(int column) const;

Q_SIGNALS:
    /// After rows were put in step with the file: first after opening, then after each change that touches people.
    void refreshed();

private:
    struct Row
    {
        actions::RosterRow data;
        int colour = -1;
        QString folded;
        std::vector<QString> keys; ///< what columns of text sort by, see `sortKeys`; equal ones are shared
        bool operator==(const Row& other) const;
    };
    /// Rows by themselves, so that inserting and removing among many moves pointers only.
    using Rows = std::vector<std::unique_ptr<Row>>;
    struct Load
    {
        std::vector<Attribute> attributes;
        Rows rows;
    };

    void clear();
    void reload();
    void onChanged(const store::ChangeSet& changes);
    void adopt(Load load);
    void adoptRows(Rows rows);
    void replaceRows(Rows rows);
    void countMembers();
    QVariant text(const Row& row, int column) const;
    QString who(const Row& row) const;
    static Result<Load> read(store::Records& records, Date on);

    Session& m_session;
    Jobs& m_jobs;
    JobHandle m_job;
    bool m_again = false;
    bool m_loaded = false;
    std::vector<Attribute> m_attributes;
    Rows m_rows; ///< in order of id
    int m_currentMembers = 0;
    int m_heardMembers = 0;
};

} // namespace weavemap::ui
