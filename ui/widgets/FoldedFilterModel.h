// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSortFilterProxyModel>
#include <QStringList>
#include <QVariant>

namespace weavemap::ui {

/// Keeps the rows whose text matches a query word by word, whatever case and accents. What is called exactly so comes
/// first, then what begins with all that is typed, then what begins with its first word, then the rest; each by name,
/// and all of them by name before anything is typed. Folded names are kept, so that typing costs no folding of names
/// seen before.
class FoldedFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit FoldedFilterModel(int role, QObject* parent = nullptr);

    void setQuery(const QString& query);
    /// A role whose text follows the name where a row is read aloud.
    void setDetailRole(int role) { m_detailRole = role; }
    /// Rows whose `role` has this value come before all others; an invalid value: none do.
    void setFirst(int role, const QVariant& value);
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    /// The words of a text, folded.
    static QStringList foldedWords(const QString& text);
    /// Whether each word of `query` begins a word of `name` of its own.
    static bool matches(const QStringList& name, const QStringList& query);

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    const QStringList& wordsOf(const QModelIndex& sourceIndex) const;
    int rankOf(const QModelIndex& sourceIndex) const;

    int m_role;
    int m_detailRole = -1;
    int m_firstRole = -1;
    QVariant m_first;
    QStringList m_query;
    mutable QHash<QString, QStringList> m_words;
};

} // namespace weavemap::ui
