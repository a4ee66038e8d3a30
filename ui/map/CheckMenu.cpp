// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/CheckMenu.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace weavemap::ui {

bool CheckMenu::toggleActive()
{
    QAction* action = activeAction();
    if (action == nullptr || !action->isCheckable() || !action->isEnabled())
        return false;
    action->trigger();
    return true;
}

void CheckMenu::mouseReleaseEvent(QMouseEvent* event)
{
    if (!(rect().contains(event->pos()) && toggleActive()))
        QMenu::mouseReleaseEvent(event);
}

void CheckMenu::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    const bool ticks = key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!(ticks && toggleActive()))
        QMenu::keyPressEvent(event);
}

} // namespace weavemap::ui
