// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/OverhangItem.h"

#include <algorithm>

#include <QWidget>

namespace weavemap::ui {

OverhangItem::OverhangItem(QWidget* widget, int lineHeight) : QWidgetItem(widget), m_line(lineHeight) {}

int OverhangItem::over() const { return std::max(0, (QWidgetItem::sizeHint().height() - m_line) / 2); }

QSize OverhangItem::sizeHint() const { return QWidgetItem::sizeHint() - QSize(0, 2 * over()); }

QSize OverhangItem::minimumSize() const { return QWidgetItem::minimumSize() - QSize(0, 2 * over()); }

QSize OverhangItem::maximumSize() const { return QWidgetItem::maximumSize() - QSize(0, 2 * over()); }

void OverhangItem::setGeometry(const QRect& rect)
{
    if (isEmpty())
        return;
    const QSize whole = QWidgetItem::sizeHint();
    const int width = std::min(rect.width(), whole.width());
    const int left = widget()->isRightToLeft() ? rect.right() + 1 - width : rect.left();
    const int spare = alignment().testFlag(Qt::AlignTop) ? 0 : (rect.height() - sizeHint().height()) / 2;
    widget()->setGeometry(left, rect.top() + spare - over(), width, whole.height());
}

} // namespace weavemap::ui
