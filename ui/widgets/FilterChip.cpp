// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FilterChip.h"

#include <QKeyEvent>
#include <QMenu>

namespace weavemap::ui {

FilterChip::FilterChip(const QString& label, const QString& value, End end, QWidget* parent) : Chip(value, parent)
{
    setLabel(label);
    setEnd(end);
    connect(this, &QAbstractButton::clicked, this, &FilterChip::openMenu);
}

void FilterChip::setMenu(QMenu* menu)
{
    m_menu = menu;
    if (menu->accessibleName().isEmpty())
        menu->setAccessibleName(label());
}

void FilterChip::openMenu()
{
    if (m_menu)
        m_menu->popup(mapToGlobal(QPoint(0, height() + 4)));
}

void FilterChip::keyPressEvent(QKeyEvent* event)
{
    if (m_menu && event->key() == Qt::Key_Down) {
        openMenu();
        return;
    }
    Chip::keyPressEvent(event);
}

} // namespace weavemap::ui
