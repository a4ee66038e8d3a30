// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QMap>
#include <QSortFilterProxyModel>
#include <QString>
#include <QStringList>

#include "core/domain/Person.h"

namespace weavemap::ui {

class PeopleModel;

enum class StatusFilter { current, everyone, former };

/// Which people the table shows. A comparable value.
struct PeopleFilter
{
    QString words; ///< each must be somewhere in the row, whatever case and accents
    StatusFilter status = StatusFilter::current;
    std::optional<PersonKind> kind = PersonKind::member; ///< nothing: all kinds
    QMap<QString, QString> values;                       ///< column key and the one value it must have
    bool operator==(const PeopleFilter&) const = default;
};

/// The people that a filter lets through, in the order of a column; equal ones by name. UI thread.
class PeopleFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Editing { no, yes };

    explicit PeopleFilterModel(PeopleModel& people, QObject* parent = nullptr);

    const PeopleFilter& filter() const { return m_filter; }
    void setFilter(const PeopleFilter& filter);
    /// Takes words and values out of the filter that nobody has but this person, who is forgotten for good.
    void forget(PersonId person);
    /// Whether cells may be edited; columns that are counted or computed never are.
    void setEditing(Editing editing);
    static bool isEditable(int column);

    PersonId personAt(int row) const; ///< 0 for a row that is not there
    int rowOf(PersonId person) const; ///< -1 where the filter leaves them out

    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void filterChanged();

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    void apply();
    /// Whether `has` is true of anybody but this person; it is asked with the first cell of a row of the people.
    template <class Has>
    bool isHadByAnother(PersonId person, const Has& has) const;

    PeopleModel& m_people;
    PeopleFilter m_filter;
    QStringList m_words; ///< folded
    QMap<int, QString> m_values;
    Editing m_editing = Editing::no;
};

} // namespace weavemap::ui
