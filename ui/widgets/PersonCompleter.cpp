// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PersonCompleter.h"

#include <algorithm>

#include <QAbstractItemView>
#include <QAbstractProxyModel>
#include <QPainter>
#include <QStyledItemDelegate>

#include "ui/base/ThemeController.h"
#include "ui/widgets/FoldedFilterModel.h"
#include "ui/widgets/PaintParts.h"

namespace weavemap::ui {

namespace {

constexpr int kLeastWidth = 380;
constexpr double kSide = 12, kGap = 10;

/// A name, and behind it in muted ink who that is.
class PersonDelegate : public QStyledItemDelegate
{
public:
    PersonDelegate(int detailRole, QObject* parent) : QStyledItemDelegate(parent), m_detailRole(detailRole) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = currentTheme();
        if (option.state.testFlag(QStyle::State_Selected) || option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(option.rect, theme.color(ColorRole::accentSoft));
        QRectF line = QRectF(option.rect).adjusted(kSide, 0, -kSide, 0);
        line.setLeft(line.left() + kGap +
                     paintText(painter, line, index.data().toString(), TextStyle::base, theme.color(ColorRole::text)));
        const QString detail = m_detailRole < 0 ? QString() : index.data(m_detailRole).toString();
        if (!detail.isEmpty() && line.width() > 0)
            paintText(painter, line, detail, TextStyle::second, theme.color(ColorRole::muted));
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {kLeastWidth, 32}; }

private:
    int m_detailRole;
};

} // namespace

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
