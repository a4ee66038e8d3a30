// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QAbstractListModel>

#include "core/actions/Today.h"
#include "ui/widgets/PaintParts.h"

namespace weavemap::ui {

class PeopleModel;

/// Members to call, with the reasons why. UI thread.
class QueueModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        kIdRole = Qt::UserRole + 1, ///< qlonglong
        kWhoRole,                   ///< "Librarian, Osprey Lake School · Lakes"
        kPillsRole,                 ///< QList<PillText>: why, the most points first
        kPointsRole,                ///< "14 points"
        kTalkedRole,                ///< "Last talked 2 September:", or since when they are a member; may be empty
        kWordsRole,                 ///< what was written down then, in one line and quotes; may be empty
        kColourRole,
        kHeardRole
    };

    explicit QueueModel(PeopleModel& people, QObject* parent = nullptr) : QAbstractListModel(parent), m_people(people)
    {}

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    /// Takes a new list of a day: rows that are the same person stay, the rest come and go.
    void adopt(std::vector<actions::QueueRow> rows, Date today);
    PersonId personAt(int row) const;

private:
    QList<PillText> pills(const actions::QueueRow& row) const;
    QString talked(const weaving::QueueEntry& entry) const;
    QString spoken(const actions::QueueRow& row) const;

    PeopleModel& m_people;
    std::vector<actions::QueueRow> m_rows;
    Date m_today;
};

} // namespace weavemap::ui
