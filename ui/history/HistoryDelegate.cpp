// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/HistoryDelegate.h"

#include <QFontMetricsF>
#include <QPainter>

#include "core/store/Workspace.h"
#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"
#include "ui/history/HistoryModel.h"
#include "ui/widgets/PaintParts.h"

namespace weavemap::ui {

namespace {
constexpr int kDayHeight = 40;
constexpr int kTimeWidth = 64;
constexpr int kAuthorWidth = 200;
} // namespace

void HistoryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    using State = store::HistoryStep::State;
    const Theme& theme = currentTheme();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QRectF row(option.rect);
    const QString day = index.data(HistoryModel::kDayRole).toString();
    if (!day.isEmpty()) {
        paintText(painter, {row.left() + 12, row.top() + 12, row.width() - 24, 24}, day, TextStyle::section,
                  theme.color(ColorRole::text));
        row.setTop(row.top() + kDayHeight);
    }
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.color(ColorRole::accentSoft));
        painter->drawRoundedRect(row.adjusted(2, 1, -2, -1), radius::kButton, radius::kButton);
    }
    const auto state = static_cast<State>(index.data(HistoryModel::kStateRole).toInt());
    const QColor ink = theme.color(state == State::done ? ColorRole::text : ColorRole::muted);
    paintText(painter, {row.left() + 12, row.top(), kTimeWidth, row.height()},
              index.data(HistoryModel::kWhenRole).toString(), TextStyle::control, theme.color(ColorRole::muted));
    const QRectF label(row.left() + 12 + kTimeWidth, row.top(), row.width() - kTimeWidth - kAuthorWidth - 36,
                       row.height());
    const double width = paintText(painter, label, index.data().toString(), TextStyle::base, ink);
    if (state == State::undone) {
        painter->setPen(QPen(ink, 1));
        painter->drawLine(QPointF(label.left(), label.center().y()), QPointF(label.left() + width, label.center().y()));
        paintText(painter, label.adjusted(width + 10, 0, 0, 0), tr("undone"), TextStyle::second,
                  theme.color(ColorRole::muted));
    }
    paintText(painter, {row.right() - kAuthorWidth - 12, row.top(), kAuthorWidth, row.height()},
              index.data(HistoryModel::kAuthorRole).toString(), TextStyle::control, theme.color(ColorRole::muted),
              Qt::AlignRight);
    if (index.row() + 1 < index.model()->rowCount()) { // below the last one is the card's own edge
        painter->setPen(QPen(theme.color(ColorRole::border), 1));
        painter->drawLine(QPointF(row.left() + 12, row.bottom() - 0.5), QPointF(row.right() - 12, row.bottom() - 0.5));
    }
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFocusRing(painter, row.adjusted(5, 4, -5, -5), radius::kButton, theme);
    painter->restore();
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const bool day = !index.data(HistoryModel::kDayRole).toString().isEmpty();
    return {400, size::kRow + 2 + (day ? kDayHeight : 0)};
}

} // namespace weavemap::ui
