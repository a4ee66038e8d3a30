// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace weavemap::ui {

/// Paints a line of the search: a disc or an icon, a title, and the words found in bold in their surroundings.
class SearchDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role {
        kSnippet = Qt::UserRole + 1, ///< words found stand between U+0001 and U+0002
        kIconName,                   ///< empty: a person's disc
        kColour,
        kHeard,
        kTargetKind, ///< int: store::HitKind
        kTargetId    ///< qlonglong
    };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace weavemap::ui
