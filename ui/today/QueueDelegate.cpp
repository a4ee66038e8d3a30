// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/QueueDelegate.h"

#include <algorithm>

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include "core/base/Text.h"
#include "ui/base/Convert.h"
#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"
#include "ui/today/QueueModel.h"

namespace weavemap::ui {

namespace {

constexpr int kRight = 20, kPillGap = 8, kWidePoints = 20;
// The tops of reasons in a closed row, where one line or two have them all.
constexpr int kOneLine = 20, kUpperLine = 7, kLowerLine = 33;
// The open row: name, pills, words, buttons from above.
constexpr int kOpenTop = 12, kNameLine = 26, kPillLine = 28, kWordsLine = 26, kActionsHeight = 50;
constexpr double kLeastName = 150, kMostName = 250, kNameShare = 0.38;

QList<PillText> pillsOf(const QModelIndex& index)
{
    return index.data(QueueModel::kPillsRole).value<QList<PillText>>();
}

/// Pills one after another, wrapped within a width; where each one's corner is.
QList<QPointF> wrapped(const QList<PillText>& pills, double width)
{
    QList<QPointF> corners;
    double x = 0, y = 0;
    for (const PillText& pill : pills) {
        const double wide = std::min(pillSize(pill).width(), width);
        if (x > 0 && x + wide > width) {
            x = 0;
            y += kPillLine;
        }
        corners << QPointF(x, y);
        x += wide + kPillGap;
    }
    return corners;
}

/// Where the reasons of a closed row stand: in one line where it has all, else in two; behind the last pill that there
/// is room for, how many more there are.
struct Reasons
{
    QList<QPointF> corners;
    QPointF more;
};

double textWidth(const QString& text, TextStyle style) { return QFontMetricsF(font(style)).horizontalAdvance(text); }

QString moreText(qsizetype count) { return QueueModel::tr("and %Ln more", "", static_cast<int>(count)); }

Reasons placed(const QList<PillText>& pills, double room)
{
    double all = -kPillGap;
    for (const PillText& pill : pills)
        all += pillSize(pill).width() + kPillGap;
    Reasons reasons;
    double x = 0;
    int y = all <= room ? kOneLine : kUpperLine;
    for (const PillText& pill : pills) {
        const double width = pillSize(pill).width();
        if (y == kUpperLine && x > 0 && x + width > room) {
            x = 0;
            y = kLowerLine;
        }
        const qsizetype rest = pills.size() - reasons.corners.size() - 1;
        const double reserve =
            y == kLowerLine && rest > 0 ? kPillGap + textWidth(moreText(rest), TextStyle::second) : 0;
        if (x + width + reserve > room)
            break;
        reasons.corners << QPointF(x, y);
        x += width + kPillGap;
    }
    reasons.more = QPointF(x, y);
    return reasons;
}

void paintReasons(QPainter* painter, const QRectF& area, const QList<PillText>& pills)
{
    if (pills.isEmpty())
        return;
    const Theme& theme = currentTheme();
    const Reasons reasons = placed(pills, area.width());
    for (qsizetype at = 0; at < reasons.corners.size(); ++at)
        paintPill(painter, area.topLeft() + reasons.corners[at], pills[at], theme);
    if (const qsizetype rest = pills.size() - reasons.corners.size(); rest > 0)
        paintText(painter,
                  QRectF(area.topLeft() + reasons.more,
                         QSizeF(std::max(0.0, area.width() - reasons.more.x()), pillSize(pills.first()).height())),
                  moreText(rest), TextStyle::second, theme.color(ColorRole::muted));
}

QString initialsAt(const QModelIndex& index) { return toQString(initialsOf(toUtf8(index.data().toString()))); }

} // namespace

void QueueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = currentTheme();
    const QRectF row(option.rect);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.row() == m_current)
        paintOpen(painter, row, index);
    else
        paintClosed(painter, row, index);
    // Below the last one that is seen is the card's own edge.
    const auto* list = qobject_cast<const QAbstractItemView*>(option.widget);
    const bool isAtEdge = list != nullptr && option.rect.bottom() + 1 >= list->viewport()->height();
    if (index.row() + 1 < index.model()->rowCount() && !isAtEdge) {
        painter->setPen(QPen(theme.color(ColorRole::border), 1));
        painter->drawLine(QPointF(row.left(), row.bottom() - 0.5), QPointF(row.right(), row.bottom() - 0.5));
    }
    painter->restore();
}

void QueueDelegate::paintClosed(QPainter* painter, const QRectF& row, const QModelIndex& index) const
{
    const Theme& theme = currentTheme();
    const auto heard = index.data(QueueModel::kHeardRole).toBool() ? Heard::yes : Heard::no;
    paintAvatar(painter, {row.left() + 20, row.top() + 13, 36, 36}, initialsAt(index),
                index.data(QueueModel::kColourRole).toInt(), heard, theme);
    const QString points = index.data(QueueModel::kPointsRole).toString();
    // As wide in each row, so that names and reasons stand in columns.
    const double pointsWidth = textWidth(QueueModel::tr("%Ln points", "", kWidePoints), TextStyle::second) + 10;
    paintText(painter, {row.left(), row.top(), row.width() - kRight, row.height()}, points, TextStyle::second,
              theme.color(ColorRole::muted), Qt::AlignRight);

    const double room = row.width() - kTextLeft - kRight - pointsWidth;
    const double nameWidth = std::clamp(room * kNameShare, kLeastName, kMostName);
    paintText(painter, {row.left() + kTextLeft, row.top() + 11, nameWidth, 20}, index.data().toString(),
              TextStyle::baseBold, theme.color(ColorRole::text));
    paintText(painter, {row.left() + kTextLeft, row.top() + 31, nameWidth, 18},
              index.data(QueueModel::kWhoRole).toString(), TextStyle::second, theme.color(ColorRole::muted));

    const double left = row.left() + kTextLeft + nameWidth + 12;
    paintReasons(painter, QRectF(QPointF(left, row.top()), QPointF(row.right() - kRight - pointsWidth, row.bottom())),
                 pillsOf(index));
}

void QueueDelegate::paintOpen(QPainter* painter, const QRectF& row, const QModelIndex& index) const
{
    const Theme& theme = currentTheme();
    painter->fillRect(row, blend(theme.color(ColorRole::surface), theme.color(ColorRole::accentSoft), 0.45));
    painter->fillRect(QRectF(row.left(), row.top(), 3, row.height()), theme.color(ColorRole::accent));
    const auto heard = index.data(QueueModel::kHeardRole).toBool() ? Heard::yes : Heard::no;
    paintAvatar(painter, {row.left() + 16, row.top() + 14, 44, 44}, initialsAt(index),
                index.data(QueueModel::kColourRole).toInt(), heard, theme);
    const QString points = index.data(QueueModel::kPointsRole).toString();
    QRectF line(row.left() + kTextLeft, row.top() + kOpenTop, row.width() - kTextLeft - kRight, 20);
    paintText(painter, line, points, TextStyle::second, theme.color(ColorRole::muted), Qt::AlignRight);
    line.setWidth(line.width() - textWidth(points, TextStyle::second) - 16);
    const double named =
        paintText(painter, line, index.data().toString(), TextStyle::baseBold, theme.color(ColorRole::text));
    paintText(painter, line.adjusted(named + 8, 0, 0, 0), index.data(QueueModel::kWhoRole).toString(),
              TextStyle::second, theme.color(ColorRole::muted));

    const double room = row.width() - kTextLeft - kRight;
    const QList<PillText> pills = pillsOf(index);
    const QList<QPointF> corners = wrapped(pills, room);
    const QPointF first(row.left() + kTextLeft, row.top() + kOpenTop + kNameLine);
    for (qsizetype at = 0; at < pills.size(); ++at)
        paintPill(painter, first + corners[at], pills[at], theme);

    const QString talked = index.data(QueueModel::kTalkedRole).toString();
    if (talked.isEmpty())
        return;
    const double top = first.y() + (corners.isEmpty() ? 0 : corners.last().y() + kPillLine) + 2;
    QRectF words(row.left() + kTextLeft, top, room, 18);
    const QString said = index.data(QueueModel::kWordsRole).toString();
    words.setLeft(words.left() + 5 +
                  paintText(painter, words, said.isEmpty() ? talked : talked + QLatin1Char(':'), TextStyle::second,
                            theme.color(ColorRole::muted)));
    paintText(painter, words, said, TextStyle::second, theme.color(ColorRole::text));
}

int QueueDelegate::reasonsShown(const QList<PillText>& reasons, double room)
{
    return static_cast<int>(placed(reasons, room).corners.size());
}

int QueueDelegate::heightOf(const QModelIndex& index) const
{
    if (index.row() != m_current)
        return kRowHeight;
    const QList<QPointF> corners = wrapped(pillsOf(index), m_width - kTextLeft - kRight);
    const int pills = corners.isEmpty() ? 0 : static_cast<int>(corners.last().y()) + kPillLine;
    const int words = index.data(QueueModel::kTalkedRole).toString().isEmpty() ? 0 : kWordsLine;
    return std::max(kOpenTop + kNameLine + pills + words, kRowHeight) + kActionsHeight;
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return {320, heightOf(index)};
}

} // namespace weavemap::ui
