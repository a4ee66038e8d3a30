// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/SearchDelegate.h"

#include <QFontMetricsF>
#include <QPainter>

#include "core/base/Text.h"
#include "ui/base/Convert.h"
#include "ui/base/Icons.h"
#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"
#include "ui/widgets/PaintParts.h"

namespace weavemap::ui {

namespace {

/// One line with the marked words in ink and bold, the rest muted; what does not fit gives way to dots.
void paintSnippet(QPainter* painter, const QRectF& rect, const QString& snippet, const Theme& theme)
{
    QFont plain = font(TextStyle::second);
    QFont strong = plain;
    strong.setBold(true);
    painter->save();
    painter->setClipRect(rect);
    double x = rect.left();
    bool marked = false;
    QString part;
    const auto flush = [&] {
        const QFont& use = marked ? strong : plain;
        part = QFontMetricsF(use).elidedText(part, Qt::ElideRight, rect.right() - x);
        painter->setFont(use);
        painter->setPen(theme.color(marked ? ColorRole::text : ColorRole::muted));
        painter->drawText(QRectF(x, rect.top(), rect.right() - x, rect.height()), Qt::AlignVCenter | Qt::AlignLeft,
                          part);
        x += QFontMetricsF(use).horizontalAdvance(part);
        part.clear();
    };
    for (const QChar letter : snippet) {
        if (letter == QChar(1) || letter == QChar(2)) {
            flush();
            marked = letter == QChar(1);
        } else {
            part.append(letter.isSpace() ? QLatin1Char(' ') : letter);
        }
    }
    flush();
    painter->restore();
}

} // namespace

void SearchDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = currentTheme();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF row = QRectF(option.rect).adjusted(4, 1, -4, -1);
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.color(ColorRole::accentSoft));
        painter->drawRoundedRect(row, radius::kButton, radius::kButton);
    }
    const QString title = index.data().toString();
    const QRectF mark(row.left() + 8, row.center().y() - 12, 24, 24);
    const QString iconName = index.data(kIconName).toString();
    if (iconName.isEmpty())
        paintAvatar(painter, mark, toQString(initialsOf(toUtf8(title))), index.data(kColour).toInt(),
                    index.data(kHeard).toBool() ? Heard::yes : Heard::no, theme);
    else
        paintIcon(painter, iconName, theme.color(ColorRole::muted), mark.adjusted(4, 4, -4, -4));
    const QString snippet = index.data(kSnippet).toString();
    const QRectF text = row.adjusted(42, 0, -8, 0);
    if (snippet.isEmpty()) {
        paintText(painter, text, title, TextStyle::base, theme.color(ColorRole::text));
    } else {
        const QRectF upper(text.left(), text.top() + 3, text.width(), text.height() / 2 - 2);
        paintText(painter, upper, title, TextStyle::base, theme.color(ColorRole::text));
        paintSnippet(painter, upper.translated(0, upper.height() - 1), snippet, theme);
    }
    painter->restore();
}

QSize SearchDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return {200, index.data(kSnippet).toString().isEmpty() ? 36 : 44};
}

} // namespace weavemap::ui
