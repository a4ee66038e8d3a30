// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FoldedFilterModel.h"

#include <algorithm>

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
    invalidate();
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

const QStringList& FoldedFilterModel::wordsOf(const QModelIndex& sourceIndex) const
{
    const QString text = sourceIndex.data(m_role).toString();
    auto known = m_words.find(text);
    if (known == m_words.end())
        known = m_words.insert(text, foldedWords(text));
    return *known;
}

int FoldedFilterModel::rankOf(const QModelIndex& sourceIndex) const
{
    const int later = m_first.isValid() && sourceIndex.data(m_firstRole) != m_first ? 4 : 0;
    return later + nearness(wordsOf(sourceIndex), m_query);
}

bool FoldedFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const
{
    return matches(wordsOf(sourceModel()->index(sourceRow, 0, sourceParent)), m_query);
}

bool FoldedFilterModel::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    if (const int a = rankOf(left), b = rankOf(right); a != b)
        return a < b;
    const QStringList one = wordsOf(left), other = wordsOf(right); // shared: looking up may move what is kept
    return one != other ? one < other : left.row() < right.row();
}

} // namespace weavemap::ui
