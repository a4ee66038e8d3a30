// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRectF>
#include <QStyledItemDelegate>

#include "ui/widgets/PaintParts.h"

namespace weavemap::ui {

/// Paints a member to call: disc, name, role and school, why in one line or two, and the points. The current row is
/// open: all its reasons, the last words, and room for its actions, which are real buttons that the view puts there.
class QueueDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setCurrentRow(int row) { m_current = row; }
    /// How wide rows are: reasons of the open row wrap.
    void setWidth(int width) { m_width = width; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    int heightOf(const QModelIndex& index) const;
    /// How many of the reasons stand in a closed row with so much room for them; it says how many more there are.
    static int reasonsShown(const QList<PillText>& reasons, double room);

    static constexpr int kTextLeft = 72;
    static constexpr int kRowHeight = 62; ///< of a row that is not open

private:
    void paintClosed(QPainter* painter, const QRectF& row, const QModelIndex& index) const;
    void paintOpen(QPainter* painter, const QRectF& row, const QModelIndex& index) const;

    int m_current = -1;
    int m_width = 0;
};

} // namespace weavemap::ui
