// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/SilentDelegate.h"

#include <QPainter>
#include <QPainterPath>

#include "core/base/Text.h"
#include "ui/base/Convert.h"
#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"
#include "ui/today/SilentModel.h"
#include "ui/widgets/PaintParts.h"

namespace weavemap::ui {

namespace {
constexpr int kRowHeight = 62, kActionsHeight = 50, kWordsHeight = 26;
}

void SilentDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = currentTheme();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF row(option.rect);
    const bool open = index.row() == m_current;
    if (open) {
        painter->fillRect(row, blend(theme.color(ColorRole::surface), theme.color(ColorRole::accentSoft), 0.45));
        painter->fillRect(QRectF(row.left(), row.top(), 3, row.height()), theme.color(ColorRole::accent));
    }
    const QString name = index.data().toString();
    const auto heard = index.data(SilentModel::kHeardRole).toBool() ? Heard::yes : Heard::no;
    paintAvatar(painter, {row.left() + 20, row.top() + 13, 36, 36}, toQString(initialsOf(toUtf8(name))),
                index.data(SilentModel::kColourRole).toInt(), heard, theme);

    PillText pill;
    pill.text = index.data(SilentModel::kReasonRole).toString();
    pill.suffix = index.data(SilentModel::kTriedRole).toString();
    pill.tone = index.data(SilentModel::kLateRole).toBool() ? Tone::warning : Tone::neutral;
    const QSizeF pillAt = pillSize(pill);
    const double textWidth = row.width() - kTextLeft - pillAt.width() - 36;
    paintText(painter, {row.left() + kTextLeft, row.top() + 11, textWidth, 20}, name, TextStyle::baseBold,
              theme.color(ColorRole::text));
    paintText(painter, {row.left() + kTextLeft, row.top() + 31, textWidth, 18},
              index.data(SilentModel::kWhoRole).toString(), TextStyle::second, theme.color(ColorRole::muted));
    if (const QString words = index.data(SilentModel::kWordsRole).toString(); open && !words.isEmpty()) {
        QRectF line(row.left() + kTextLeft, row.top() + kRowHeight - 4, row.width() - kTextLeft - 20, 18);
        line.setLeft(line.left() + 5 +
                     paintText(painter, line, index.data(SilentModel::kTalkedRole).toString(), TextStyle::second,
                               theme.color(ColorRole::muted)));
        paintText(painter, line, words, TextStyle::second, theme.color(ColorRole::text));
    }
    paintPill(painter, {row.right() - pillAt.width() - 20, row.top() + 20}, pill, theme);
    if (index.row() + 1 < index.model()->rowCount()) { // below the last one is the card's own edge
        painter->setPen(QPen(theme.color(ColorRole::border), 1));
        painter->drawLine(QPointF(row.left(), row.bottom() - 0.5), QPointF(row.right(), row.bottom() - 0.5));
    }
    painter->restore();
}

int SilentDelegate::heightOf(const QModelIndex& index) const
{
    if (index.row() != m_current)
        return kRowHeight;
    const bool words = !index.data(SilentModel::kWordsRole).toString().isEmpty();
    return kRowHeight + (words ? kWordsHeight : 0) + kActionsHeight;
}

QSize SilentDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return {320, heightOf(index)};
}

} // namespace weavemap::ui
