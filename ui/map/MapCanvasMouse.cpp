// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse, wheel and fingers on the map: who is pointed at, what the tool is told, how the view moves.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <QApplication>
#include <QContextMenuEvent>
#include <QGestureEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QWheelEvent>

#include "ui/map/MapCanvas.h"
#include "ui/map/MapModel.h"

namespace weavemap::ui {

namespace {
constexpr double kLeastZoom = 0.2;
constexpr double kMostZoom = 24;
constexpr double kLeastPinch = 0.1; ///< of one event
/// Keys without Ctrl that add people, pin, change or merge them.
constexpr std::array kChangingLetters{Qt::Key_N, Qt::Key_P, Qt::Key_E, Qt::Key_M};
} // namespace

void MapCanvas::setHovered(int person)
{
    if (person == m_focus.hovered)
        return;
    m_focus.hovered = person;
    m_fadeNext = true;
    requestPicture();
}

void MapCanvas::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_spaceHeld)) {
        m_panning = true;
        m_panLast = event->position();
        syncCursor();
    } else if (event->button() == Qt::LeftButton) {
        m_hoverTimer.stop();
        m_hoverNext = m_focus.hovered = -1;
        // What arrives from now on waits for the drop.
        m_gesture = true;
        m_model.hold();
        active().press(*this, pointerAt(event->position(), event->modifiers()));
    }
}

void MapCanvas::mouseMoveEvent(QMouseEvent* event)
{
    if (m_panning) {
        panBy(event->position() - m_panLast);
        m_panLast = event->position();
        return;
    }
    const MapPointer at = pointerAt(event->position(), event->modifiers());
    if (event->buttons().testFlag(Qt::LeftButton)) {
        active().move(*this, at);
        return;
    }
    cancelGesture(); // The button came up where nobody told us.
    if (at.person != m_hoverNext) {
        m_hoverNext = at.person;
        m_hoverTimer.start();
    }
}

void MapCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_panning) {
        m_panning = false;
        syncCursor();
    } else if (event->button() == Qt::LeftButton) {
        const bool circled = m_gesture && m_tool == Tool::lasso;
        active().release(*this, pointerAt(event->position(), event->modifiers()));
        endGesture();
        if (circled) // a lasso is drawn once: what was caught is then moved or opened
            setTool(Tool::select);
    }
}

void MapCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    const MapPointer at = pointerAt(event->position(), event->modifiers());
    if (event->button() != Qt::LeftButton)
        return;
    if (at.person >= 0) {
        const PersonId person = m_model.input().people[static_cast<std::size_t>(at.person)].id;
        cancelGesture();
        setCircle(person, 1);
    } else if (at.tie < 0 && canEdit())
        addPerson(at.map, at.px);
}

void MapCanvas::contextMenuEvent(QContextMenuEvent* event)
{
    event->accept();
    if (event->reason() != QContextMenuEvent::Mouse) {
        if (QApplication::activePopupWidget() != nullptr) // one key may tell of itself twice
            return;
        const QPoint at = walker() >= 0 ? discRect(walker()).center().toPoint() : rect().center();
        Q_EMIT menuRequested(mapToGlobal(rect().contains(at) ? at : rect().center()));
        return;
    }
    cancelGesture();
    const MapPointer at = pointerAt(event->pos(), Qt::NoModifier);
    const auto& chosen = m_focus.selected;
    if (at.person >= 0 &&
        std::find(chosen.begin(), chosen.end(), static_cast<std::uint32_t>(at.person)) == chosen.end())
        select({static_cast<std::uint32_t>(at.person)});
    else if (at.person < 0 && at.tie >= 0)
        selectTie(at.tie);
    else if (at.person < 0)
        clearSelection();
    Q_EMIT menuRequested(event->globalPos());
}

void MapCanvas::zoomAt(QPointF px, double factor)
{
    stayHere();
    const double zoom = std::clamp(m_viewport.zoom * factor, kLeastZoom, kMostZoom);
    const QPointF held = m_viewport.toMap(px);
    m_viewport.zoom = zoom;
    m_viewport.scale = m_fitScale * zoom;
    m_viewport.centre += held - m_viewport.toMap(px);
    m_fitted = m_circle.isFramed = false;
    Q_EMIT zoomChanged();
    update();
    requestPicture();
}

void MapCanvas::wheelEvent(QWheelEvent* event)
{
    zoomAt(event->position(), std::pow(1.0015, event->angleDelta().y()));
    event->accept();
}

void MapCanvas::leaveEvent(QEvent*)
{
    m_hoverNext = -1;
    m_hoverTimer.start();
}

/// Two fingers on a touchpad or a screen: nearer or farther where they are.
bool MapCanvas::pinch(QEvent* event)
{
    if (event->type() == QEvent::NativeGesture) {
        auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() != Qt::ZoomNativeGesture)
            return false;
        zoomAt(gesture->position(), std::max(kLeastPinch, 1 + gesture->value()));
        return true;
    }
    if (event->type() != QEvent::Gesture)
        return false;
    const auto* gesture = static_cast<QPinchGesture*>(static_cast<QGestureEvent*>(event)->gesture(Qt::PinchGesture));
    if (gesture == nullptr)
        return false;
    cancelGesture(); // the first finger may have begun one
    if (gesture->changeFlags().testFlag(QPinchGesture::CenterPointChanged))
        panBy(gesture->centerPoint() - gesture->lastCenterPoint());
    if (gesture->changeFlags().testFlag(QPinchGesture::ScaleFactorChanged) && gesture->scaleFactor() > 0)
        zoomAt(mapFromGlobal(gesture->centerPoint()), gesture->scaleFactor());
    return true;
}

bool MapCanvas::event(QEvent* event)
{
    if (pinch(event))
        return true;
    if (event->type() == QEvent::Show)
        m_model.watch();
    if (event->type() == QEvent::Hide)
        m_model.unwatch();
    if (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide ||
        event->type() == QEvent::WindowDeactivate) {
        // Keys and buttons come up elsewhere from here on.
        if (std::exchange(m_spaceHeld, false))
            syncCursor();
        if (event->type() != QEvent::FocusOut)
            cancelGesture();
    }
    // While a tool waits for a hand, a letter is no command that adds or changes somebody: who types a name there means
    // no command. The tool's card says what to do.
    if (event->type() == QEvent::ShortcutOverride && m_tool != Tool::select) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool plain = (key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
        if (plain &&
            std::find(kChangingLetters.begin(), kChangingLetters.end(), key->key()) != kChangingLetters.end()) {
            event->accept();
            return true;
        }
    }
    // Tab walks over people while there are any; Ctrl+Tab leaves the map.
    if (event->type() == QEvent::KeyPress && !m_model.input().people.empty()) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab) {
            const bool forward = key->key() == Qt::Key_Tab;
            if (key->modifiers().testFlag(Qt::ControlModifier))
                focusNextPrevChild(forward);
            else
                walkBySize(forward ? 1 : -1);
            return true;
        }
    }
    return QWidget::event(event);
}

void MapCanvas::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_spaceHeld = false;
        syncCursor();
    }
    QWidget::keyReleaseEvent(event);
}

} // namespace weavemap::ui
