// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/RailDelegate.h"

#include <QPainter>
#include <QPainterPath>

#include "ui/base/Icons.h"
#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"
#include "ui/widgets/PaintParts.h"

namespace weavemap::ui {

namespace {
constexpr int kIcon = 20;
constexpr int kIconLeft = 10;
constexpr int kTextLeft = 38;
} // namespace

void RailDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = currentTheme();
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF row = QRectF(option.rect).adjusted(0, 0, 0, -1);
    if (chosen || hovered) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.color(chosen ? ColorRole::accentSoft : ColorRole::sunken));
        painter->drawRoundedRect(row, radius::kButton, radius::kButton);
    }
    const QColor ink = theme.color(chosen ? ColorRole::accent : ColorRole::text);
    if (m_lines == Lines::places) {
        const double left = m_folded ? row.center().x() - kIcon / 2.0 : row.left() + kIconLeft;
        const QColor iconInk = theme.color(chosen ? ColorRole::accent : ColorRole::muted);
        paintIcon(painter, index.data(kIconName).toString(), iconInk,
                  {left, row.center().y() - kIcon / 2.0, kIcon, kIcon});
    }
    if (!m_folded) {
        const QString figure = index.data(kFigure).toString();
        const QRectF right = row.adjusted(0, 0, -10, 0);
        double figureWidth = 0;
        if (!figure.isEmpty())
            figureWidth = paintText(painter, right, figure, chosen ? TextStyle::controlBold : TextStyle::control,
                                    chosen ? ink : theme.color(ColorRole::muted), Qt::AlignRight);
        const double textLeft = m_lines == Lines::places ? kTextLeft : kIconLeft;
        paintText(painter, row.adjusted(textLeft, 0, -10 - figureWidth - 6, 0), index.data().toString(),
                  chosen ? TextStyle::baseBold : TextStyle::base, ink);
    }
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFocusRing(painter, row.adjusted(3, 3, -3, -3), radius::kButton, theme);
    painter->restore();
}

QSize RailDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {size::kRailFolded - 20, (m_lines == Lines::places ? size::kRailItem : size::kViewItem) + 1};
}

} // namespace weavemap::ui
