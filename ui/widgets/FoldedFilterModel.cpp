// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FoldedFilterModel.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "core/base/Text.h"
#include "ui/base/Convert.h"

namespace weavemap::ui {

namespace {

/// 0: the name itself was typed; 1: its beginning; 2: its first word begins so; 3: it matches elsewhere.
int nearness(const QStringList& name, const QStringList& query)
{
    if (query.isEmpty() || name.isEmpty() || !name.front().startsWith(query.front()))
        return 3;
    if (name == query)
        return 0;
    const qsizetype last = query.size() - 1;
    const bool begins = name.size() > last && std::equal(query.begin(), query.begin() + last, name.begin()) &&
                        name[last].startsWith(query[last]);
    return begins ? 1 : 2;
}

} // namespace

FoldedFilterModel::FoldedFilterModel(int role, QObject* parent) : QSortFilterProxyModel(parent), m_role(role)
{
    setDynamicSortFilter(true);
    sort(0);
}

void FoldedFilterModel::setQuery(const QString& query)
{
    const QStringList words = foldedWords(query);
    if (words == m_query)
        return;
    m_query = words;
    invalidate();
}

void FoldedFilterModel::setFirst(int role, const QVariant& value)
{
    m_firstRole = role;
    m_first = value;
    m_rows.clear();
    invalidate();
}

void FoldedFilterModel::setSourceModel(QAbstractItemModel* model)
{
    m_listening = std::make_unique<QObject>();
    m_rows.clear();
    if (model != nullptr)
        follow(*model);
    QSortFilterProxyModel::setSourceModel(model);
}

/// Comes before what the base does at the same signals: it sorts by what is read then.
void FoldedFilterModel::follow(const QAbstractItemModel& model)
{
    const auto forgetAll = [this] { m_rows.clear(); };
    const auto at = [this](int row) {
        return m_rows.begin() + std::min(static_cast<std::ptrdiff_t>(row), std::ssize(m_rows));
    };
    for (const auto signal : {&QAbstractItemModel::modelAboutToBeReset, &QAbstractItemModel::modelReset})
        connect(&model, signal, m_listening.get(), forgetAll);
    connect(&model, &QAbstractItemModel::rowsMoved, m_listening.get(), forgetAll);
    connect(&model, &QAbstractItemModel::layoutChanged, m_listening.get(), forgetAll);
    connect(&model, &QAbstractItemModel::rowsInserted, m_listening.get(),
            [this, at](const QModelIndex&, int first, int last) {
                m_rows.insert(at(first), static_cast<std::size_t>(last - first + 1), Row());
            });
    connect(&model, &QAbstractItemModel::rowsRemoved, m_listening.get(),
            [this, at](const QModelIndex&, int first, int last) { m_rows.erase(at(first), at(last + 1)); });
    connect(&model, &QAbstractItemModel::dataChanged, m_listening.get(),
            [at](const QModelIndex& first, const QModelIndex& last) {
                std::for_each(at(first.row()), at(last.row() + 1), [](Row& row) { row.isRead = false; });
            });
}

QVariant FoldedFilterModel::data(const QModelIndex& index, int role) const
{
    if (role == Qt::AccessibleTextRole && m_detailRole >= 0 && index.isValid()) {
        const QString name = data(index).toString(), detail = data(index, m_detailRole).toString();
        return detail.isEmpty() ? name : QStringLiteral("%1, %2").arg(name, detail);
    }
    return QSortFilterProxyModel::data(index, role);
}

QStringList FoldedFilterModel::foldedWords(const QString& text)
{
    const QString folded = toQString(foldForSearch(toUtf8(text)));
    QStringList words;
    QString word;
    for (const QChar c : folded) {
        if (c.isLetterOrNumber() || c.isSurrogate()) {
            word.append(c);
        } else if (c != QLatin1Char('\'') && c != QChar(0x2019) && !word.isEmpty()) {
            words << word;
            word.clear();
        }
    }
    if (!word.isEmpty())
        words << word;
    return words;
}

bool FoldedFilterModel::matches(const QStringList& name, const QStringList& query)
{
    std::vector<char> taken(static_cast<std::size_t>(name.size()), 0);
    for (const QString& wanted : query) {
        bool found = false;
        for (qsizetype i = 0; i < name.size() && !found; ++i) {
            char& used = taken[static_cast<std::size_t>(i)];
            if (!used && name[i].startsWith(wanted)) {
                used = 1;
                found = true;
            }
        }
        if (!found)
            return false;
    }
    return true;
}

const FoldedFilterModel::Row& FoldedFilterModel::read(int sourceRow) const
{
    const auto at = static_cast<std::size_t>(sourceRow);
    if (at >= m_rows.size())
        m_rows.resize(std::max(at + 1, static_cast<std::size_t>(sourceModel()->rowCount())));
    Row& row = m_rows[at];
    if (row.isRead)
        return row;
    const QModelIndex index = sourceModel()->index(sourceRow, 0);
    const QString text = index.data(m_role).toString();
    auto known = m_words.constFind(text);
    if (known == m_words.constEnd())
        known = m_words.insert(text, foldedWords(text));
    row = {*known, known->join(QLatin1Char(' ')), m_first.isValid() && index.data(m_firstRole) != m_first, true};
    return row;
}

int FoldedFilterModel::rankOf(const Row& row) const
{
    return (row.isLast ? 4 : 0) + (m_query.isEmpty() ? 3 : nearness(row.words, m_query));
}

bool FoldedFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex&) const
{
    return m_query.isEmpty() || matches(read(sourceRow).words, m_query);
}

bool FoldedFilterModel::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    (void)read(std::max(left.row(), right.row())); // what is read moves no more below
    const Row& one = read(left.row());
    const Row& other = read(right.row());
    if (const int a = rankOf(one), b = rankOf(other); a != b)
        return a < b;
    return one.key != other.key ? one.key < other.key : left.row() < right.row();
}

} // namespace weavemap::ui
