// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/ChartListDelegate.h"

#include <QPainter>

#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"
#include "ui/widgets/PaintParts.h"

namespace weavemap::ui {

namespace {
constexpr int kTextLeft = 10;
} // namespace

void ChartListDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = currentTheme();
    const QRectF row = QRectF(option.rect).adjusted(0, 0, 0, -1);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (!index.flags().testFlag(Qt::ItemIsSelectable)) {
        paintText(painter, {row.left() + kTextLeft, row.bottom() - 20, row.width() - kTextLeft, 18},
                  index.data().toString(), TextStyle::caption, theme.color(ColorRole::muted));
        painter->restore();
        return;
    }
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    if (chosen || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.color(chosen ? ColorRole::accentSoft : ColorRole::sunken));
        painter->drawRoundedRect(row, radius::kButton, radius::kButton);
    }
    paintText(painter, row.adjusted(kTextLeft, 0, -4, 0), index.data().toString(),
              chosen ? TextStyle::controlBold : TextStyle::control,
              theme.color(chosen ? ColorRole::accent : ColorRole::text));
    if (chosen && option.state.testFlag(QStyle::State_HasFocus))
        paintFocusRing(painter, row.adjusted(4, 3, -4, -3), radius::kButton, theme);
    painter->restore();
}

} // namespace weavemap::ui
