// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/questions/QuestionsDelegate.h"

#include <QPainter>

#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"
#include "ui/questions/QuestionsModel.h"
#include "ui/widgets/PaintParts.h"

namespace weavemap::ui {

namespace {

constexpr int kRow = 54, kEmptyRow = 34, kHeading = 40, kSide = 12;
constexpr double kLeastWords = 220; // px: pills give way to the words

} // namespace

void QuestionsDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = currentTheme();
    const QColor muted = theme.color(ColorRole::muted);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QRectF row(option.rect);
    if (const QString group = index.data(QuestionsModel::kGroupRole).toString(); !group.isEmpty()) {
        paintText(painter, {row.left() + kSide, row.top() + 12, row.width() - 2 * kSide, 24}, group,
                  TextStyle::section, theme.color(ColorRole::text));
        row.setTop(row.top() + kHeading);
    }
    const QString words = index.data().toString();
    if (!index.flags().testFlag(Qt::ItemIsSelectable)) {
        paintText(painter, row.adjusted(kSide, 0, -kSide, 0), words, TextStyle::control, muted);
        painter->restore();
        return;
    }
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.color(ColorRole::accentSoft));
        painter->drawRoundedRect(row.adjusted(2, 1, -2, -1), radius::kButton, radius::kButton);
    }
    const bool isRetired = index.data(QuestionsModel::kRetiredRole).toBool();
    double right = row.right() - kSide;
    QList<PillText> pills;
    if (isRetired)
        pills.append({tr("Retired"), {}, {}, Tone::warning});
    if (const QString suits = index.data(QuestionsModel::kSuitsRole).toString(); !suits.isEmpty())
        pills.append({suits, {}, {}, Tone::neutral});
    pills.append({index.data(QuestionsModel::kFillsRole).toString(), {}, {}, Tone::neutral});
    for (const PillText& pill : pills) {
        const QSizeF size = pillSize(pill);
        if (right - size.width() - row.left() - kSide < kLeastWords)
            break;
        right -= size.width();
        paintPill(painter, {right, row.center().y() - size.height() / 2}, pill, theme);
        right -= space::k8;
    }
    const QRectF texts(row.left() + kSide, row.top() + 7, right - row.left() - kSide, row.height() - 14);
    paintText(painter, {texts.left(), texts.top(), texts.width(), 20}, words, TextStyle::base,
              isRetired ? muted : theme.color(ColorRole::text));
    paintText(painter, {texts.left(), texts.top() + 21, texts.width(), 18},
              index.data(QuestionsModel::kAskedRole).toString(), TextStyle::second, muted);
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFocusRing(painter, row.adjusted(5, 4, -5, -5), radius::kButton, theme);
    painter->restore();
}

QSize QuestionsDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const bool isHead = !index.data(QuestionsModel::kGroupRole).toString().isEmpty();
    const bool isQuestion = index.flags().testFlag(Qt::ItemIsSelectable);
    return {400, (isQuestion ? kRow : kEmptyRow) + (isHead ? kHeading : 0)};
}

} // namespace weavemap::ui
