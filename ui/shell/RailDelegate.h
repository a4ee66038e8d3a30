// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace weavemap::ui {

/// Paints a line of the rail: icon, name, figure; the chosen one on accent soft. Folded: the icon alone.
class RailDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role { kIconName = Qt::UserRole + 1, kFigure, kTarget };
    enum class Lines { places, views };

    explicit RailDelegate(Lines lines, QObject* parent = nullptr) : QStyledItemDelegate(parent), m_lines(lines) {}

    void setFolded(bool folded) { m_folded = folded; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    Lines m_lines;
    bool m_folded = false;
};

} // namespace weavemap::ui
