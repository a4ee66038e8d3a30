// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/MapCanvas.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QWheelEvent>

#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"
#include "ui/map/AddPersonTool.h"
#include "ui/map/DrawTieTool.h"
#include "ui/map/MapFit.h"
#include "ui/map/MapModel.h"
#include "ui/map/SelectTool.h"
#include "ui/paint/MapPictureBuilder.h"
#include "ui/paint/RasterPainter.h"
#include "ui/session/Session.h"
#include "ui/widgets/Card.h"

namespace weavemap::ui {

namespace {
constexpr int kHoverAfterMs = 80;
constexpr double kLeastZoom = 0.2;
constexpr double kMostZoom = 24;
} // namespace

MapCanvas::MapCanvas(Office& office, MapModel& model, QWidget* parent)
    : QWidget(parent), m_office(office), m_model(model)
{
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
    connect(&office.session, &Session::closing, this, [this] {
        m_job.cancel();
        m_again = m_placed = false;
        m_fitted = true;
        m_selectedIds.clear();
        m_selectedTie = {};
        m_circlePerson = {};
        m_circleSteps = 0;
        m_picture.reset();
        m_image = {};
    });
}

MapCanvas::~MapCanvas() { m_job.cancel(); }

void MapCanvas::onModelChanged()
{
    // Indices are another list's now: selection and circle are kept by id.
    m_focus.selected.clear();
    for (const PersonId id : m_selectedIds)
        if (const int at = m_model.indexOf(id); at >= 0)
            m_focus.selected.push_back(static_cast<std::uint32_t>(at));
    m_focus.circle = m_circlePerson ? m_model.indexOf(m_circlePerson) : -1;
    m_focus.circleSteps = m_focus.circle >= 0 ? m_circleSteps : 0;
    m_focus.hovered = m_focus.keyboard = -1;
    m_focus.hoveredTie = m_selectedTie ? m_model.indexOfTie(m_selectedTie) : -1;
    if (m_focus.hoveredTie < 0)
        m_selectedTie = {};
    if (!m_placed && !m_model.input().people.empty()) {
        m_placed = true;
        fit();
    }
    requestPicture();
}

void MapCanvas::requestPicture()
{
    if (width() < 8 || height() < 8)
        return;
    if (m_job.isRunning()) {
        m_again = true;
        return;
    }
    MapInput input = m_model.input();
    input.focus = m_focus;
    m_viewport.size = size();
    m_job = m_office.jobs.run<Drawn>(
        this,
        [input = std::move(input), viewport = m_viewport, previous = m_picture,
         ratio = devicePixelRatioF()](const RunContext& run) -> Result<Drawn> {
            Drawn drawn;
            WEAVEMAP_ASSIGN(drawn.picture, buildMapPicture(input, viewport, run, previous.get()));
            WEAVEMAP_ASSIGN(drawn.image, RasterPainter::render(*drawn.picture, ratio, run));
            return drawn;
        },
        [this](Result<Drawn> drawn) {
            if (drawn) {
                m_picture = std::move(drawn->picture);
                m_image = std::move(drawn->image);
                update();
                Q_EMIT pictureChanged();
            }
            if (std::exchange(m_again, false))
                requestPicture();
        });
}

void MapCanvas::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = currentTheme();
    painter.fillRect(rect(), theme.color(ColorRole::canvas));
    if (m_picture && !m_image.isNull()) {
        const MapViewport& drawn = m_picture->viewport;
        const double ratio = m_viewport.scale / drawn.scale;
        const QPointF origin = m_viewport.toPixels(drawn.toMap({0, 0}));
        const QRectF target(origin, drawn.size * ratio);
        painter.setRenderHint(QPainter::SmoothPixmapTransform, ratio != 1);
        if (ratio == 1)
            painter.drawImage(QPointF(std::round(origin.x()), std::round(origin.y())), m_image);
        else
            painter.drawImage(target, m_image);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    paintShadows(painter, theme);
    active().paint(painter, *this, theme);
}

void MapCanvas::paintShadows(QPainter& painter, const Theme& theme) const
{
    // Soft edges by rings of growing size, each a share of the full strength: half of it at the card's own edge.
    const auto shadow = [&painter](const QRectF& card, double drop, double blur, QColor color) {
        const int rings = std::max(2, static_cast<int>(blur / 1.5));
        color.setAlphaF(color.alphaF() / static_cast<float>(rings));
        painter.setBrush(color);
        for (int ring = 0; ring < rings; ++ring) {
            const double grow = blur * ((ring + 0.5) / rings - 0.5);
            const QRectF soft = card.adjusted(-grow, -grow, grow, grow).translated(0, drop);
            const double corner = std::max(2.0, radius::kCard + grow);
            painter.drawRoundedRect(soft, corner, corner);
        }
    };
    painter.setPen(Qt::NoPen);
    for (const Card* card : findChildren<Card*>(QString(), Qt::FindDirectChildrenOnly))
        if (card->isVisible()) {
            shadow(card->geometry(), 1, 2, theme.shadowTight());
            shadow(card->geometry(), 6, 20, theme.shadowWide());
        }
}

void MapCanvas::resizeEvent(QResizeEvent*)
{
    m_viewport.size = size();
    if (m_fitted)
        fit();
    else
        requestPicture();
}

void MapCanvas::fit()
{
    const std::vector<QRectF> cards = m_viewport.obstacles;
    m_viewport = viewportClearOf(m_model.input(), size(), cards);
    m_viewport.obstacles = cards;
    m_fitScale = m_viewport.scale;
    m_fitted = true;
    Q_EMIT zoomChanged();
    requestPicture();
    update();
}

void MapCanvas::setCards(const std::vector<QRectF>& cards, Refit refit)
{
    if (cards == m_viewport.obstacles)
        return;
    m_viewport.obstacles = cards;
    if (m_fitted && refit == Refit::yes)
        fit();
    else
        requestPicture();
}

void MapCanvas::zoomBy(double factor) { zoomAt(QRectF(rect()).center(), factor); }

void MapCanvas::zoomAt(QPointF px, double factor)
{
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

void MapCanvas::panBy(QPointF px)
{
    m_viewport.centre -= px / m_viewport.scale;
    m_fitted = false;
    update();
    requestPicture();
}

void MapCanvas::flyTo(PersonId person)
{
    const int at = m_model.indexOf(person);
    if (at < 0)
        return;
    m_viewport.centre = m_model.input().people[static_cast<std::size_t>(at)].at;
    m_fitted = false;
    update();
    requestPicture();
}

QPointF MapCanvas::inPicture(QPointF px) const { return m_picture->viewport.toPixels(m_viewport.toMap(px)); }

MapPointer MapCanvas::pointerAt(QPointF px, Qt::KeyboardModifiers modifiers) const
{
    MapPointer pointer{px, m_viewport.toMap(px), -1, -1, modifiers};
    if (m_picture) {
        const QPointF at = inPicture(px);
        const auto people = static_cast<std::int64_t>(m_model.input().people.size());
        const auto ties = static_cast<std::int64_t>(m_model.input().ties.size());
        const std::int64_t person = m_picture->personAt(at);
        pointer.person = person < people ? static_cast<int>(person) : -1;
        const std::int64_t tie = person < 0 ? m_picture->tieAt(at) : -1;
        pointer.tie = tie < ties ? static_cast<int>(tie) : -1;
    }
    return pointer;
}

std::vector<std::uint32_t> MapCanvas::peopleIn(const QRectF& px) const
{
    return m_picture ? m_picture->peopleIn(QRectF(inPicture(px.topLeft()), inPicture(px.bottomRight())))
                     : std::vector<std::uint32_t>{};
}

QPointF MapCanvas::personAtPx(std::uint32_t person) const
{
    return person < m_model.input().people.size() ? m_viewport.toPixels(m_model.input().people[person].at) : QPointF();
}

double MapCanvas::radiusOf(std::uint32_t person) const
{
    if (m_picture)
        for (const PictureDisc& disc : m_picture->discs)
            if (disc.person == person)
                return static_cast<double>(disc.radius);
    return 7;
}

bool MapCanvas::canEdit() const { return m_office.session.isOpen() && !m_office.session.isReadOnly(); }

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
    m_selectedIds.clear();
    m_selectedTie = m_model.input().ties[static_cast<std::size_t>(tie)].id;
    m_focus.hoveredTie = tie;
    requestPicture();
    Q_EMIT selectionChanged();
}

std::vector<PersonId> MapCanvas::selectedPeople() const { return m_selectedIds; }

void MapCanvas::selectPeople(const std::vector<PersonId>& people)
{
    m_selectedIds = people;
    m_selectedTie = {};
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
    active().cancel(*this);
    m_tool = tool;
    syncCursor();
    Q_EMIT toolChanged();
}

void MapCanvas::syncCursor()
{
    setCursor(m_panning ? Qt::ClosedHandCursor : m_spaceHeld ? Qt::OpenHandCursor : active().cursor());
}

bool MapCanvas::stepBack()
{
    if (active().cancel(*this))
        return true;
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
        m_focus.hovered = -1;
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
