// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace weavemap::ui {

/// A line of a list of people who are offered: a name, and behind it in muted ink who that is.
class PersonDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// `detailRole` says who that is; -1: nothing does.
    explicit PersonDelegate(int detailRole, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int m_detailRole;
};

} // namespace weavemap::ui
