// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/WheelGuard.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>

namespace weavemap::ui {

WheelGuard::WheelGuard(QObject* parent) : QObject(parent) { qApp->installEventFilter(this); }

bool WheelGuard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::Wheel)
        return QObject::eventFilter(watched, event);
    const auto* const number = qobject_cast<QAbstractSpinBox*>(watched);
    if (qobject_cast<QComboBox*>(watched) == nullptr && (number == nullptr || number->hasFocus()))
        return QObject::eventFilter(watched, event);
    event->ignore(); // goes on to what the field lies in
    return true;
}

} // namespace weavemap::ui
