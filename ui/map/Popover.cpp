// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/Popover.h"

#include <algorithm>
#include <cmath>

#include <QApplication>
#include <QKeyEvent>
#include <QVBoxLayout>

#include "ui/map/MapFit.h"
#include "ui/map/PopoverAccess.h"

namespace weavemap::ui {

namespace {
constexpr int kAway = 12; ///< px from the spot
constexpr int kEdge = 8;  ///< px that it keeps from the edges
constexpr int kRise = 8;  ///< px that it comes up from below
} // namespace

Popover::Popover(const Settings& settings, QWidget* parent)
    : Card(Kind::floating, Padding::normal, parent), m_motion(settings)
{
    installPopoverAccess();
    connect(&m_motion, &MapMotion::stepped, this, &Popover::settle);
    connect(&m_motion, &MapMotion::ended, this, &Popover::settle);
    hide();
    setFocusPolicy(Qt::StrongFocus);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        // Another window in front (a menu of ours, another program) is no answer; another part of this window is.
        if (isVisible() && now != nullptr && now->window() == window() && now != this && !isAncestorOf(now))
            dismiss();
    });
}

void Popover::fitContent()
{
    adjustSize();
    body()->invalidate();
    if (body()->hasHeightForWidth())
        resize(width(), body()->totalHeightForWidth(width()));
}

void Popover::openAt(QPoint at, QWidget* first)
{
    fitContent();
    const QRect room = parentWidget()->rect().adjusted(kEdge, kEdge, -kEdge, -kEdge);
    QPoint corner = at + QPoint(kAway, kAway);
    if (corner.x() + width() > room.right())
        corner.setX(at.x() - kAway - width());
    if (corner.y() + height() > room.bottom())
        corner.setY(at.y() - kAway - height());
    open({std::max(corner.x(), room.left()), std::max(corner.y(), room.top())}, first);
}

void Popover::openBeside(const QLineF& line, const QRect& room, QWidget* first)
{
    fitContent();
    if (const auto corner = besideLine(size(), line, QRectF(room).adjusted(kEdge, kEdge, -kEdge, -kEdge)))
        open(corner->toPoint(), first);
    else
        openAt(line.p2().toPoint(), first);
}

void Popover::open(QPoint corner, QWidget* first)
{
    m_corner = corner;
    m_motion.start(MapMotion::Kind::panel);
    settle();
    m_before = window()->focusWidget(); // also of a window that is not in front
    show();
    raise();
    first->setFocus(Qt::PopupFocusReason);
}

void Popover::settle()
{
    const double left = 1 - m_motion.at(MapMotion::Kind::panel);
    move(m_corner + QPoint(0, static_cast<int>(std::lround(kRise * left))));
}

bool Popover::event(QEvent* event)
{
    // The window listens to Escape, too: it has to wait until this card is closed.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return Card::event(event);
}

void Popover::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        accept();
    else
        Card::keyPressEvent(event);
}

void Popover::accept()
{
    if (!isVisible() || !canAccept())
        return;
    leave();
    Q_EMIT accepted();
    Q_EMIT closed();
}

void Popover::leave()
{
    const QWidget* const focus = window()->focusWidget();
    const bool held = focus != nullptr && isAncestorOf(focus);
    hide();
    if (held && m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

void Popover::dismiss()
{
    if (!isVisible())
        return;
    leave();
    Q_EMIT closed();
}

} // namespace weavemap::ui
