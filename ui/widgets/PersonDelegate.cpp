// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PersonDelegate.h"

#include <QPainter>

#include "ui/base/ThemeController.h"
#include "ui/widgets/PaintParts.h"

namespace weavemap::ui {

namespace {
constexpr int kLeastWidth = 380;
constexpr double kSide = 12, kGap = 10;
} // namespace

PersonDelegate::PersonDelegate(int detailRole, QObject* parent) : QStyledItemDelegate(parent), m_detailRole(detailRole)
{}

void PersonDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
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

QSize PersonDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {kLeastWidth, size::kRow};
}

} // namespace weavemap::ui
