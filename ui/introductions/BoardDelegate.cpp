// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/introductions/BoardDelegate.h"

#include <QPainter>

#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"
#include "ui/introductions/BoardModel.h"
#include "ui/widgets/PaintParts.h"

namespace weavemap::ui {

namespace {
constexpr double kPad = 12;
}

void BoardDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = currentTheme();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    const bool hasKeyboard = option.state.testFlag(QStyle::State_HasFocus);
    const QRectF card = QRectF(option.rect).adjusted(3.5, 3.5, -3.5, -kGap + 3.5);
    painter->setPen(QPen(theme.color(isChosen ? ColorRole::accent : ColorRole::border), 1));
    painter->setBrush(theme.color(isChosen ? ColorRole::accentSoft : ColorRole::surface));
    painter->drawRoundedRect(card, radius::kCard, radius::kCard);
    if (hasKeyboard)
        paintFocusRing(painter, card.adjusted(1, 1, -1, -1), radius::kCard, theme);

    QRectF line(card.left() + kPad, card.top() + 5, card.width() - 2 * kPad, lineHeight(TextStyle::baseBold));
    paintText(painter, line, index.data().toString(), TextStyle::baseBold, theme.color(ColorRole::text));
    line.moveTop(line.bottom());
    paintText(painter, line, index.data(BoardModel::kSecondRole).toString(), TextStyle::baseBold,
              theme.color(ColorRole::text));
    line.moveTop(line.bottom());
    line.setHeight(lineHeight(TextStyle::second));
    const QString remark = index.data(BoardModel::kRemarkRole).toString();
    paintText(painter, line, remark.isEmpty() ? index.data(BoardModel::kSinceRole).toString() : remark,
              TextStyle::second, theme.color(remark.isEmpty() ? ColorRole::muted : ColorRole::warning));
    painter->restore();
}

QSize BoardDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {120, kCardHeight + kGap};
}

} // namespace weavemap::ui
