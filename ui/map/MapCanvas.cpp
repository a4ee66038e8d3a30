// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/MapCanvas.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QWheelEvent>

#include "ui/map/AddPersonTool.h"
#include "ui/map/DrawTieTool.h"
#include "ui/map/MapAccess.h"
#include "ui/map/MapModel.h"
#include "ui/map/SelectTool.h"
#include "ui/session/Session.h"

namespace weavemap::ui {

namespace {
constexpr int kHoverAfterMs = 80;
constexpr double kLeastZoom = 0.2;
constexpr double kMostZoom = 24;
} // namespace

MapCanvas::MapCanvas(Office& office, MapModel& model, QWidget* parent)
    : QWidget(parent), m_office(office), m_model(model), m_motion(office.settings)
{
    // Naming the canvas makes what a screen reader sees of it, once and for all.
    installMapAccess();
    setObjectName(QStringLiteral("mapCanvas"));
    setAccessibleName(tr("Map"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_tools = {std::make_unique<SelectTool>(), std::make_unique<DrawTieTool>(), std::make_unique<AddPersonTool>()};
    m_hoverTimer.setSingleShot(true);
    m_hoverTimer.setInterval(kHoverAfterMs);
    connect(&m_hoverTimer, &QTimer::timeout, this, [this] { setHovered(m_hoverNext); });
    connect(&model, &MapModel::changed, this, &MapCanvas::onModelChanged);
    connect(&model, &MapModel::moved, this, &MapCanvas::onMoved);
    connect(&m_motion, &MapMotion::stepped, this, &MapCanvas::onStep);
    connect(&m_motion, &MapMotion::ended, this, &MapCanvas::onEnd);
    connect(&office.session, &Session::closing, this, &MapCanvas::forget);
}

MapCanvas::~MapCanvas() { m_job.cancel(); }

void MapCanvas::forget()
{
    for (const auto& tool : m_tools)
        tool->forget();
    m_gesture = m_panning = m_spaceHeld = false;
    syncCursor();
    m_job.cancel();
    m_hoverTimer.stop();
    m_hoverNext = -1;
    m_again = m_placed = m_fadeNext = m_redateNext = false;
    m_fitted = true;
    for (const auto kind :
         {MapMotion::Kind::hover, MapMotion::Kind::date, MapMotion::Kind::grow, MapMotion::Kind::settle, m_flight})
        m_motion.stop(kind);
    m_selectedIds.clear();
    m_selectedTie = {};
    m_walkedTo = m_tieFrom = {};
    m_circlePerson = {};
    m_circleSteps = 0;
    m_focus = {};
    m_drawn = m_under = {};
    m_asked.reset();
    m_known = {};
    m_settling.clear();
    m_new.clear();
    m_growing.clear();
    update();
}

void MapCanvas::onModelChanged()
{
    m_asked.reset();
    // Indices are another list's now: selection and circle are kept by id.
    m_focus.selected.clear();
    for (const PersonId id : m_selectedIds)
        if (const int at = m_model.indexOf(id); at >= 0)
            m_focus.selected.push_back(static_cast<std::uint32_t>(at));
    m_focus.circle = m_circlePerson ? m_model.indexOf(m_circlePerson) : -1;
    m_focus.circleSteps = m_focus.circle >= 0 ? m_circleSteps : 0;
    m_hoverTimer.stop();
    m_focus.hovered = m_hoverNext = -1;
    m_focus.keyboard = m_walkedTo ? m_model.indexOf(m_walkedTo) : -1;
    m_focus.hoveredTie = m_selectedTie ? m_model.indexOfTie(m_selectedTie) : -1;
    if (m_focus.hoveredTie < 0)
        m_selectedTie = {};
    if (!m_placed && !m_model.input().people.empty()) {
        m_placed = true;
        fit();
    } else if (isAnotherPicture()) {
        fit();
    }
    noteChanges();
    requestPicture();
}

void MapCanvas::onMoved()
{
    m_asked.reset();
    // The hand moves them: what follows finds them where they are.
    for (const MapPerson& person : m_model.input().people)
        m_known.places[person.id] = person.at;
    requestPicture();
}

QPointF MapCanvas::inPicture(QPointF px) const { return m_drawn.picture->viewport.toPixels(toMap(px)); }

// The picture may be of people who have changed since: its indices lead to ids, and those to the people of now.
MapPointer MapCanvas::pointerAt(QPointF px, Qt::KeyboardModifiers modifiers) const
{
    MapPointer pointer{px, toMap(px), -1, -1, modifiers};
    if (!m_drawn.picture)
        return pointer;
    const QPointF at = inPicture(px);
    if (const std::int64_t person = m_drawn.picture->personAt(at); person >= 0)
        pointer.person = m_model.indexOf(m_drawn.people[static_cast<std::size_t>(person)]);
    else if (const std::int64_t tie = m_drawn.picture->tieAt(at); tie >= 0)
        pointer.tie = m_model.indexOfTie(m_drawn.ties[static_cast<std::size_t>(tie)]);
    return pointer;
}

std::vector<std::uint32_t> MapCanvas::peopleIn(const QRectF& px) const
{
    std::vector<std::uint32_t> people;
    if (m_drawn.picture)
        for (const std::uint32_t drawn :
             m_drawn.picture->peopleIn(QRectF(inPicture(px.topLeft()), inPicture(px.bottomRight()))))
            if (const int at = m_model.indexOf(m_drawn.people[drawn]); at >= 0)
                people.push_back(static_cast<std::uint32_t>(at));
    return people;
}

QPointF MapCanvas::personAtPx(std::uint32_t person) const
{
    return person < m_model.input().people.size() ? toPx(placeOf(person)) : QPointF();
}

double MapCanvas::radiusOf(std::uint32_t person) const
{
    if (m_drawn.picture && person < m_model.input().people.size())
        for (const PictureDisc& disc : m_drawn.picture->discs)
            if (m_drawn.people[disc.person] == m_model.input().people[person].id)
                return static_cast<double>(disc.radius);
    return 7;
}

bool MapCanvas::canEdit() const
{
    return m_office.session.isOpen() && !m_office.session.isReadOnly() && !m_model.isRolledUp();
}

void MapCanvas::select(std::vector<std::uint32_t> people)
{
    if (people == m_focus.selected && !m_selectedTie)
        return;
    m_focus.selected = std::move(people);
    m_focus.hoveredTie = -1;
    m_selectedTie = {};
    m_selectedIds.clear();
    for (const std::uint32_t at : m_focus.selected)
        m_selectedIds.push_back(m_model.input().people[at].id);
    m_walkedTo = {};
    m_focus.keyboard = -1;
    requestPicture();
    Q_EMIT selectionChanged();
}

void MapCanvas::showTie(TieId tie)
{
    if (const int at = m_model.indexOfTie(tie); at >= 0)
        selectTie(at);
}

QRectF MapCanvas::discRect(int person) const
{
    const auto at = static_cast<std::uint32_t>(person);
    const double radius = radiusOf(at);
    const QPointF middle = personAtPx(at);
    return QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius);
}

void MapCanvas::selectTie(int tie)
{
    m_focus.selected.clear();
    m_focus.keyboard = -1;
    m_walkedTo = {};
    m_selectedIds.clear();
    m_selectedTie = m_model.input().ties[static_cast<std::size_t>(tie)].id;
    m_focus.hoveredTie = tie;
    requestPicture();
    Q_EMIT selectionChanged();
}

std::vector<PersonId> MapCanvas::selectedPeople() const { return m_selectedIds; }

void MapCanvas::selectPeople(const std::vector<PersonId>& people)
{
    cancelGesture();
    m_selectedIds = people;
    m_selectedTie = {};
    m_walkedTo = {};
    onModelChanged();
    Q_EMIT selectionChanged();
}

void MapCanvas::clearSelection() { select({}); }

void MapCanvas::setCircle(PersonId person, int steps)
{
    m_circlePerson = steps > 0 ? person : PersonId{};
    m_circleSteps = m_circlePerson ? std::clamp(steps, 1, 3) : 0;
    m_focus.circle = m_circlePerson ? m_model.indexOf(m_circlePerson) : -1;
    m_focus.circleSteps = m_focus.circle >= 0 ? m_circleSteps : 0;
    m_fadeNext = true;
    requestPicture();
    Q_EMIT circleChanged();
}

void MapCanvas::dragBy(QPointF map) { m_model.moveOnScreen(m_focus.selected, map); }

void MapCanvas::dropDrag() { m_model.storeMove(m_focus.selected); }

void MapCanvas::drawTie(std::uint32_t from, std::uint32_t to, QPointF px)
{
    const auto& people = m_model.input().people;
    Q_EMIT tieDrawn(people[from].id, people[to].id, mapToGlobal(px).toPoint());
}

void MapCanvas::addPerson(QPointF map, QPointF px) { Q_EMIT personAddRequested(map, mapToGlobal(px).toPoint()); }

void MapCanvas::setTool(Tool tool)
{
    if (tool == m_tool)
        return;
    cancelGesture();
    m_tool = tool;
    // A tie may begin at who is chosen already: the arrows and Enter lead to its other end.
    const int chosen = onlySelected();
    m_tieFrom = tool == Tool::drawTie && chosen >= 0 ? m_selectedIds.front() : PersonId{};
    update();
    syncCursor();
    Q_EMIT toolChanged();
}

void MapCanvas::syncCursor()
{
    setCursor(m_panning ? Qt::ClosedHandCursor : m_spaceHeld ? Qt::OpenHandCursor : active().cursor());
}

void MapCanvas::endGesture()
{
    m_gesture = false;
    m_model.letGo();
}

void MapCanvas::cancelGesture()
{
    if (!m_gesture)
        return;
    active().cancel(*this);
    endGesture();
}

bool MapCanvas::stepBack()
{
    if (active().cancel(*this)) {
        endGesture();
        return true;
    }
    if (m_tool != Tool::select) {
        setTool(Tool::select);
        return true;
    }
    if (m_circleSteps > 0) {
        setCircle({}, 0);
        return true;
    }
    if (!m_focus.selected.empty() || m_selectedTie) {
        clearSelection();
        return true;
    }
    return false;
}

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
        active().release(*this, pointerAt(event->position(), event->modifiers()));
        endGesture();
    }
}

void MapCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    const MapPointer at = pointerAt(event->position(), event->modifiers());
    if (event->button() != Qt::LeftButton)
        return;
    if (at.person >= 0)
        setCircle(m_model.input().people[static_cast<std::size_t>(at.person)].id, 1);
    else if (at.tie < 0 && canEdit())
        addPerson(at.map, at.px);
}

void MapCanvas::zoomAt(QPointF px, double factor)
{
    stayHere();
    const double zoom = std::clamp(m_viewport.zoom * factor, kLeastZoom, kMostZoom);
    const QPointF held = m_viewport.toMap(px);
    m_viewport.zoom = zoom;
    m_viewport.scale = m_fitScale * zoom;
    m_viewport.centre += held - m_viewport.toMap(px);
    m_fitted = false;
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

bool MapCanvas::event(QEvent* event)
{
    if (event->type() == QEvent::NativeGesture) {
        auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoomAt(gesture->position(), 1 + gesture->value());
            return true;
        }
    }
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
