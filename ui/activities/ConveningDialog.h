// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/Convening.h"
#include "ui/activities/ActivityDialog.h"
#include "ui/activities/TicksModel.h"

class QDateEdit;
class QLineEdit;

namespace weavemap::ui {

/// A convening: what, when and where, and who was invited, registered and came.
class ConveningDialog : public ActivityDialog
{
    Q_OBJECT

public:
    /// A new one where `id` is 0.
    ConveningDialog(Office& office, ConveningId id, QWidget* parent = nullptr);

    /// Whether the convening is there for who sits here; else the window is not to be shown.
    bool isThere() const { return m_there; }

protected:
    void store() override;
    bool isChanged() const override;

private:
    enum Tick { kInvited, kRegistered, kCame };

    void read(ConveningId id);
    void build();
    void presentCounts();
    /// What the fields say, without who came.
    Convening written() const;
    /// What a change of it is called: private ones are not named.
    QString label(const QString& named, const QString& unnamed, const Convening& convening) const;

    bool m_there = false;
    Convening m_convening;
    Convening m_start; ///< what the fields said at first
    PeopleTickMap m_before;
    QLineEdit* m_title;
    QDateEdit* m_on;
    QComboBox* m_kind;
    QComboBox* m_form;
    QLineEdit* m_place;
    QLineEdit* m_purpose;
};

} // namespace weavemap::ui
