// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/ConversationsDelegate.h"

#include <QFontMetricsF>
#include <QPainter>

#include "ui/base/Icons.h"
#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"
#include "ui/conversations/ConversationsModel.h"
#include "ui/widgets/PaintParts.h"
#include "ui/widgets/RecordIcons.h"

namespace weavemap::ui {

namespace {

constexpr int kHeadingHeight = 34;
constexpr int kRowHeight = 58;
constexpr double kSide = 12, kIcon = 17, kTextLeft = 42, kDateGap = 10;

bool startsHeading(const QModelIndex& index)
{
    return index.row() == 0 || index.data(ConversationsModel::kHeadingRole) !=
                                   index.siblingAtRow(index.row() - 1).data(ConversationsModel::kHeadingRole);
}

} // namespace

void ConversationsDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = currentTheme();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QRectF row(option.rect);
    if (startsHeading(index)) {
        paintText(painter, {row.left() + kSide, row.top() + 12, row.width() - 2 * kSide, 20},
                  index.data(ConversationsModel::kHeadingRole).toString(), TextStyle::second,
                  theme.color(ColorRole::muted));
        row.setTop(row.top() + kHeadingHeight);
    }
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    if (chosen || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(chosen ? theme.color(ColorRole::accentSoft) : theme.color(ColorRole::text, 0.035));
        painter->drawRoundedRect(row.adjusted(0, 1, 0, -1), radius::kButton, radius::kButton);
    }
    const bool reached = index.data(ConversationsModel::kReachedRole).toBool();
    const auto kind = static_cast<ConversationKind>(index.data(ConversationsModel::kKindRole).toInt());
    paintIcon(painter, kindIcon(kind), theme.color(chosen ? ColorRole::accent : ColorRole::muted),
              {row.left() + kSide, row.top() + 11, kIcon, kIcon});

    const QString date = index.data(ConversationsModel::kDateRole).toString();
    const double dateWidth = QFontMetricsF(font(TextStyle::second)).horizontalAdvance(date) + 2;
    const double right = row.right() - kSide;
    paintText(painter, {right - dateWidth, row.top() + 10, dateWidth, 19}, date, TextStyle::second,
              theme.color(ColorRole::muted), Qt::AlignRight);
    paintText(painter,
              {row.left() + kTextLeft, row.top() + 9, right - dateWidth - kDateGap - row.left() - kTextLeft, 20},
              index.data().toString(), chosen ? TextStyle::baseBold : TextStyle::base, theme.color(ColorRole::text));

    const auto shown = static_cast<Confidentiality>(index.data(ConversationsModel::kConfidentialityRole).toInt());
    double wordsRight = right;
    if (shown != Confidentiality::shareable) {
        paintIcon(painter, confidentialityIcon(shown), theme.color(ColorRole::muted),
                  {right - 14, row.top() + 32, 14, 14});
        wordsRight -= 14 + 8;
    }
    double wordsLeft = row.left() + kTextLeft;
    if (!reached)
        wordsLeft += paintText(painter, {wordsLeft, row.top() + 30, wordsRight - wordsLeft, 18}, tr("not reached"),
                               TextStyle::second, theme.color(ColorRole::warning)) +
                     8;
    paintText(painter, {wordsLeft, row.top() + 30, wordsRight - wordsLeft, 18},
              index.data(ConversationsModel::kWordsRole).toString(), TextStyle::second, theme.color(ColorRole::muted));
    painter->restore();
}

QSize ConversationsDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return {300, kRowHeight + (startsHeading(index) ? kHeadingHeight : 0)};
}

} // namespace weavemap::ui
