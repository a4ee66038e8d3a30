// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/FocusRing.h"

#include <QFocusFrame>
#include <QVariant>
#include <QWidget>

namespace weavemap::ui {

FocusRing::FocusRing(QObject* parent) : QObject(parent) {}

FocusRing::~FocusRing() { delete m_frame; }

void FocusRing::focusMoved(QWidget* widget, Qt::FocusReason reason)
{
    const bool byKey =
        reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
    // A window that comes back to the front keeps the ring it had.
    if (reason == Qt::ActiveWindowFocusReason && m_frame && m_frame->widget() == widget)
        return;
    if (!byKey || !widget || !widget->property(kFocusRadiusProperty).isValid()) {
        if (m_frame)
            m_frame->setWidget(nullptr);
        return;
    }
    // The frame lives in the widget's window and dies with it.
    if (!m_frame)
        m_frame = new QFocusFrame(widget);
    m_frame->setWidget(widget);
}

} // namespace weavemap::ui
