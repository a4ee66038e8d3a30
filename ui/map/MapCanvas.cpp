// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/MapCanvas.h"

#include <algorithm>
#include <utility>

#include "ui/map/AddPersonTool.h"
#include "ui/map/DrawTieTool.h"
#include "ui/map/LassoTool.h"
#include "ui/map/MapAccess.h"
#include "ui/map/MapModel.h"
#include "ui/map/PathTool.h"
#include "ui/map/SelectTool.h"
#include "ui/session/Session.h"

namespace weavemap::ui {

namespace {
constexpr int kHoverAfterMs = 80;
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
    m_tools = {std::make_unique<SelectTool>(), std::make_unique<DrawTieTool>(), std::make_unique<AddPersonTool>(),
               std::make_unique<LassoTool>(), std::make_unique<PathTool>()};
#ifndef Q_OS_MACOS // tells of pinches by native gestures
    grabGesture(Qt::PinchGesture);
#endif
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
    m_gesture = m_dragging = m_panning = m_spaceHeld = false;
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
    m_circle = {};
    m_path.clear();
    m_focus = {};
    m_drawn = m_under = {};
    m_live.reset();
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
    const bool comes = m_focus.circle < 0;
    syncLit();
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
    if (comes && m_focus.circle >= 0) // whose circle was asked for before the map had them
        frameCircle();
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

std::vector<std::uint32_t> MapCanvas::peopleIn(const QPolygonF& px) const
{
    std::vector<std::uint32_t> people;
    if (!m_drawn.picture)
        return people;
    QPolygonF line;
    for (const QPointF& corner : px)
        line.append(inPicture(corner));
    for (const std::uint32_t drawn : m_drawn.picture->peopleIn(line))
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
    return m_office.session.isOpen() && !m_office.session.isReadOnly() && !m_model.isRolledUp() &&
           !m_model.isLayoutShown();
}

void MapCanvas::select(std::vector<std::uint32_t> people)
{
    // Whoever is chosen and not on the map now is let go, too.
    if (people == m_focus.selected && m_selectedIds.size() == people.size() && !m_selectedTie)
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

void MapCanvas::dragBy(QPointF map)
{
    m_dragging = true;
    m_model.moveOnScreen(m_focus.selected, map);
}

void MapCanvas::dropDrag() { m_model.storeMove(m_focus.selected); }

void MapCanvas::drawTie(std::uint32_t from, std::uint32_t to, QPointF px)
{
    const auto& people = m_model.input().people;
    Q_EMIT tieDrawn(people[from].id, people[to].id, mapToGlobal(px).toPoint());
}

void MapCanvas::addPerson(QPointF map, QPointF px) { Q_EMIT personAddRequested(map, mapToGlobal(px).toPoint()); }

void MapCanvas::choosePathEnd(std::uint32_t person) { Q_EMIT pathEndChosen(m_model.input().people[person].id); }

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
    // Pictures made under the hand keep what can be kept: the last one is made anew.
    if (std::exchange(m_dragging, false))
        requestPicture();
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
    if (m_circle.steps > 0) {
        setCircle({}, 0);
        return true;
    }
    if (!m_path.empty()) {
        setPath({});
        return true;
    }
    if (!m_focus.selected.empty() || m_selectedTie) {
        clearSelection();
        return true;
    }
    return false;
}

} // namespace weavemap::ui
