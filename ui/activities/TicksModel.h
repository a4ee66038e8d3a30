// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include <QAbstractTableModel>
#include <QStringList>

#include "core/domain/Ids.h"

namespace weavemap::ui {

class PeopleModel;

/// What is ticked of each person: bit i stands for column i of the ticks. Who has none is not in it.
using PeopleTickMap = std::map<PersonId, unsigned>;

/// People with ticks beside their names. The table is made anew by `setTicks`, and where the people of the file are
/// others than before. Who is not among them, or not yet, keeps the ticks they came with.
class TicksModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    TicksModel(PeopleModel& people, QStringList columns, QObject* parent = nullptr);

    /// Everybody who is here, and who has ticks; these first, then by name.
    void setTicks(const PeopleTickMap& ticks);
    PeopleTickMap ticks() const;
    int count(int tick) const; ///< how many people have it
    bool isTicked(int row, int tick) const;
    /// `tick` from 0. Does nothing where the table may only be read.
    void toggle(int row, int tick);
    void setReadOnly(bool readOnly) { m_readOnly = readOnly; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override; ///< the name, then the ticks
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void ticked();

private:
    struct Row
    {
        PersonId person;
        QString name;
        QString who; ///< what tells namesakes apart
        unsigned ticks = 0;
    };

    std::vector<Row> rowsWith(const PeopleTickMap& ticks) const;
    void adopt(std::vector<Row> rows, PeopleTickMap ticks);
    /// In step with the people of the file.
    void follow();

    PeopleModel& m_people;
    QStringList m_columns;
    std::vector<Row> m_rows;
    PeopleTickMap m_unseen; ///< the ticks of people without a row
    bool m_readOnly = false;
};

} // namespace weavemap::ui
