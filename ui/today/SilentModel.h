// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractListModel>

#include "core/actions/Today.h"

namespace weavemap::ui {

class PeopleModel;

/// The members to call next: those not heard from longest. UI thread.
class SilentModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        kIdRole = Qt::UserRole + 1, ///< qlonglong
        kWhoRole,                   ///< "Librarian, Osprey Lake School · Lakes"
        kReasonRole,                ///< "14 months since a talk"
        kTriedRole,                 ///< "tried twice since", or empty
        kLateRole,                  ///< bool: longer than a year
        kTalkedRole,                ///< "Last talked 2 September:"
        kWordsRole,                 ///< what was written down then, in one line and quotes; may be empty
        kColourRole,
        kHeardRole
    };

    explicit SilentModel(PeopleModel& people, QObject* parent = nullptr) : QAbstractListModel(parent), m_people(people)
    {}

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    /// Takes a new list: rows that are the same person stay, the rest come and go.
    void adopt(std::vector<actions::SilentMember> members);
    PersonId personAt(int row) const;

private:
    QString reason(const actions::SilentMember& member) const;

    PeopleModel& m_people;
    std::vector<actions::SilentMember> m_members;
};

} // namespace weavemap::ui
