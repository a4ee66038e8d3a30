// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PersonCompleter.h"

#include <algorithm>

#include <QAbstractItemView>
#include <QAbstractProxyModel>

#include "ui/widgets/FoldedFilterModel.h"
#include "ui/widgets/PersonDelegate.h"

namespace weavemap::ui {

namespace {
constexpr int kLeastWidth = 380;
}

PersonCompleter::PersonCompleter(QAbstractItemModel* people, int role, QObject* parent, int detailRole)
    : QCompleter(parent), m_filter(new FoldedFilterModel(role, this))
{
    m_filter->setSourceModel(people);
    m_filter->setDetailRole(detailRole);
    setModel(m_filter);
    setCompletionRole(role);
    // The filter model has chosen the rows already; Qt's own matching knows prefixes of whole texts only.
    setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    setMaxVisibleItems(8);
    popup()->setObjectName(QStringLiteral("personCompleterPopup"));
    popup()->setAccessibleName(tr("People"));
    popup()->setItemDelegate(new PersonDelegate(detailRole, popup()));
    connect(this, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) { Q_EMIT personChosen(sourceRow(index)); });
}

void PersonCompleter::setFirst(int role, const QVariant& value) { m_filter->setFirst(role, value); }

void PersonCompleter::offer()
{
    const QWidget* field = widget();
    complete(QRect(0, 0, std::max(kLeastWidth, field->width()), field->height()));
}

int PersonCompleter::sourceRow(int completionRow) const
{
    return sourceRow(completionModel()->index(completionRow, 0));
}

int PersonCompleter::sourceRow(const QModelIndex& popupIndex) const
{
    const auto* const shown = qobject_cast<const QAbstractProxyModel*>(completionModel());
    if (!shown || !popupIndex.isValid())
        return -1;
    return m_filter->mapToSource(shown->mapToSource(popupIndex)).row();
}

QStringList PersonCompleter::splitPath(const QString& path) const
{
    m_filter->setQuery(path);
    return {QString()};
}

QString PersonCompleter::pathFromIndex(const QModelIndex& index) const
{
    return index.data(completionRole()).toString();
}

bool nameMatches(const QString& name, const QString& query)
{
    return FoldedFilterModel::matches(FoldedFilterModel::foldedWords(name), FoldedFilterModel::foldedWords(query));
}

} // namespace weavemap::ui
