// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace weavemap::ui {

/// Paints a member to call: disc, name, role and school, and why. The current row is open: below stand the last words
/// and its actions, as real buttons that the view puts there.
class SilentDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setCurrentRow(int row) { m_current = row; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// The open row is higher, and higher still where it has last words.
    int heightOf(const QModelIndex& index) const;

    static constexpr int kTextLeft = 72;

private:
    int m_current = -1;
};

} // namespace weavemap::ui
