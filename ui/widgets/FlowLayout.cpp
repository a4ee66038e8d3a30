// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FlowLayout.h"

#include <algorithm>

#include <QWidget>

namespace weavemap::ui {

FlowLayout::FlowLayout(QWidget* parent, int gapX, int gapY) : QLayout(parent), m_gapX(gapX), m_gapY(gapY)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    for (QLayoutItem* const item : m_items)
        delete item;
}

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.push_back(item);
    invalidate();
}

void FlowLayout::insertWidget(int index, QWidget* widget)
{
    addChildWidget(widget);
    const int at = std::clamp(index, 0, count());
    m_items.insert(m_items.begin() + at, new QWidgetItem(widget));
    invalidate();
}

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)] : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    QLayoutItem* const item = itemAt(index);
    if (item) {
        m_items.erase(m_items.begin() + index);
        invalidate();
    }
    return item;
}

int FlowLayout::heightForWidth(int width) const { return arrange(QRect(0, 0, width, 0), Mode::measure); }

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, Mode::place);
}

QSize FlowLayout::sizeHint() const
{
    // All in one row; narrower is asked through heightForWidth.
    int width = 0, height = 0;
    for (QLayoutItem* const item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize hint = item->sizeHint();
        width += hint.width() + (width > 0 ? m_gapX : 0);
        height = std::max(height, hint.height());
    }
    const QMargins margins = contentsMargins();
    return {width + margins.left() + margins.right(), height + margins.top() + margins.bottom()};
}

QSize FlowLayout::minimumSize() const
{
    QSize least;
    for (QLayoutItem* const item : m_items) {
        if (!item->isEmpty())
            least = least.expandedTo(item->minimumSize());
    }
    const QMargins margins = contentsMargins();
    return least + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

int FlowLayout::arrange(const QRect& rect, Mode mode) const
{
    const QMargins margins = contentsMargins();
    const QRect area = rect.marginsRemoved(margins);
    int x = area.left(), y = area.top(), rowHeight = 0;
    for (QLayoutItem* const item : m_items) {
        if (item->isEmpty())
            continue;
        QSize hint = item->sizeHint();
        hint.setWidth(std::min(hint.width(), std::max(area.width(), item->minimumSize().width())));
        if (x > area.left() && x + hint.width() > area.right() + 1) {
            x = area.left();
            y += rowHeight + m_gapY;
            rowHeight = 0;
        }
        if (mode == Mode::place) {
            const QWidget* const widget = parentWidget();
            QRect place(QPoint(x, y), hint);
            if (widget && widget->isRightToLeft())
                place.moveRight(area.right() - (x - area.left()));
            item->setGeometry(place);
        }
        x += hint.width() + m_gapX;
        rowHeight = std::max(rowHeight, hint.height());
    }
    return y + rowHeight - rect.top() + margins.bottom();
}

} // namespace weavemap::ui
