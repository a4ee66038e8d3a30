// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activities/WordsFilter.h"

#include "ui/widgets/PersonCompleter.h"

namespace weavemap::ui {

void WordsFilter::setQuery(const QString& query)
{
    m_query = query;
    invalidateFilter();
}

bool WordsFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    QString all;
    for (int column = 0; column < sourceModel()->columnCount(parent); ++column)
        all += sourceModel()->index(row, column, parent).data().toString() + QLatin1Char(' ');
    return nameMatches(all, m_query);
}

} // namespace weavemap::ui
