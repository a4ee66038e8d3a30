// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCompleter>

namespace weavemap::ui {

class FoldedFilterModel;

/// Completes people's names over any list model: every typed word must begin a word of the name, whatever its case and
/// accents ("ru an" finds "Ána Ruiz"). Names whose first word matches come first, then the model's order.
class PersonCompleter : public QCompleter
{
    Q_OBJECT
public:
    /// Names are read from `role` of `people`, column 0; behind each stands, muted, what `detailRole` says, so that
    /// namesakes can be told apart (-1: nothing). The model is not owned.
    PersonCompleter(QAbstractItemModel* people, int role, QObject* parent = nullptr, int detailRole = -1);

    /// Rows whose `role` has this value come first; an invalid value: none do.
    void setFirst(int role, const QVariant& value);

    /// Opens the list below the widget, wide enough for details.
    void offer();

    /// The row of `people` that stands at `completionRow` of the popup, or -1.
    int sourceRow(int completionRow) const;
    int sourceRow(const QModelIndex& popupIndex) const;

    QStringList splitPath(const QString& path) const override;
    QString pathFromIndex(const QModelIndex& index) const override;

Q_SIGNALS:
    /// A person was chosen from the popup; `row` is that of `people`.
    void personChosen(int row);

private:
    FoldedFilterModel* m_filter;
};

/// Whether every word of `query` begins a word of `name`, both folded. An empty query matches.
bool nameMatches(const QString& name, const QString& query);

} // namespace weavemap::ui
