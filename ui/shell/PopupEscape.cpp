// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/PopupEscape.h"

#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QMenu>

namespace weavemap::ui {

PopupEscape::PopupEscape(QObject* parent) : QObject(parent) { qApp->installEventFilter(this); }

bool PopupEscape::eventFilter(QObject* watched, QEvent* event)
{
    const bool asks = event->type() == QEvent::ShortcutOverride;
    if (!asks && event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    if (static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape) {
        m_closed = false;
        return QObject::eventFilter(watched, event);
    }
    if (asks) {
        QWidget* const popup = QApplication::activePopupWidget();
        // A menu takes the key for itself, one step for each of its menus.
        m_closed = popup != nullptr && qobject_cast<QMenu*>(popup) == nullptr;
        if (auto* const field = m_closed ? qobject_cast<QComboBox*>(popup->parentWidget()) : nullptr)
            field->hidePopup();
        else if (m_closed)
            popup->close();
    }
    if (!m_closed)
        return QObject::eventFilter(watched, event);
    m_closed = asks;
    event->accept();
    return true;
}

} // namespace weavemap::ui
