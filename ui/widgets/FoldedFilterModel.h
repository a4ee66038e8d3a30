// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QHash>
#include <QSortFilterProxyModel>
#include <QStringList>
#include <QVariant>

namespace weavemap::ui {

/// Keeps the rows whose text matches a query word by word, whatever case and accents. What is called exactly so comes
/// first, then what begins with all that is typed, then what begins with its first word, then the rest; each by name,
/// and all of them by name before anything is typed. Folded names are kept, so that typing costs no folding of names
/// seen before; each row is read once, so that everybody is sorted in a moment. For lists.
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
    void setSourceModel(QAbstractItemModel* model) override;

    /// The words of a text, folded.
    static QStringList foldedWords(const QString& text);
    /// Whether each word of `query` begins a word of `name` of its own.
    static bool matches(const QStringList& name, const QStringList& query);

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    /// What is known of a row of the source.
    struct Row
    {
        QStringList words;
        QString key;         ///< what it is sorted by: the words in one
        bool isLast = false; ///< after those of `setFirst`
        bool isRead = false;
    };

    void follow(const QAbstractItemModel& model);
    const Row& read(int sourceRow) const;
    int rankOf(const Row& row) const;

    int m_role;
    int m_detailRole = -1;
    int m_firstRole = -1;
    QVariant m_first;
    QStringList m_query;
    mutable QHash<QString, QStringList> m_words; ///< of names
    std::unique_ptr<QObject> m_listening;        ///< to the source
    mutable std::vector<Row> m_rows;             ///< of the source as it is now
};

} // namespace weavemap::ui
