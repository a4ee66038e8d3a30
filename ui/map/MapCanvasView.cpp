// SPDX-License-Identifier: GPL-3.0-or-later
// What the map's canvas shows: the view and its travels, pictures as they come, and how they are painted.
#include <algorithm>
#include <cmath>
#include <utility>

#include <QPainter>
#include <QPainterPath>
#include <QResizeEvent>

#include "ui/base/ThemeController.h"
#include "ui/map/DrawTieTool.h"
#include "ui/map/FloatShadow.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapFit.h"
#include "ui/map/MapModel.h"
#include "ui/paint/LivePicture.h"
#include "ui/paint/RasterPainter.h"
#include "ui/widgets/Card.h"

namespace weavemap::ui {

namespace {

using Kind = MapMotion::Kind;

constexpr std::size_t kMostGrowing = 12;    ///< an import or another tie set is no news to watch
constexpr std::size_t kMostSettling = 2000; ///< beyond it a frame takes too long to look like motion
constexpr double kGrowWidth = 2;
constexpr double kInView = 16; ///< px from the edge at least
constexpr double kSame = 1e-9;
constexpr double kElsewhere = 0.1; ///< of the canvas, from corner to corner: farther is another place

/// The first `t` of a path that is one quadratic curve.
QPainterPath beginningOf(const QPainterPath& path, double t)
{
    QPainterPath part;
    const int steps = std::max(1, static_cast<int>(std::ceil(24 * t)));
    part.moveTo(path.pointAtPercent(0));
    for (int i = 1; i <= steps; ++i)
        part.lineTo(path.pointAtPercent(t * i / steps));
    return part;
}

bool asksTheSame(const actions::MapQuestion& a, const actions::MapQuestion& b)
{
    return a.network.set == b.network.set && a.network.population == b.network.population && a.filters == b.filters &&
           a.view == b.view && a.network.on == b.network.on && a.compare == b.compare;
}

} // namespace

MapViewport MapCanvas::view() const
{
    const double t = m_motion.at(m_flight);
    if (t >= 1)
        return m_viewport;
    MapViewport now = m_viewport;
    now.scale = m_start.scale * std::pow(m_viewport.scale / m_start.scale, t);
    now.zoom = m_start.zoom * std::pow(m_viewport.zoom / m_start.zoom, t);
    now.centre = m_start.centre + (m_viewport.centre - m_start.centre) * t;
    return now;
}

void MapCanvas::travel(const MapViewport& to, Kind kind, Travel how)
{
    m_start = view();
    m_motion.stop(m_flight);
    m_viewport = to;
    m_flight = kind;
    if (how == Travel::slide && isVisible() && !m_drawn.image.isNull())
        m_motion.start(kind);
    Q_EMIT zoomChanged();
    update();
    requestPicture();
}

void MapCanvas::stayHere()
{
    m_viewport = view();
    m_motion.stop(m_flight);
}

MapViewport MapCanvas::fitted() const
{
    // The minimap leaves with the zoom; in a circle it stays, and so does the circle's card.
    const bool circled = m_circle.steps > 0;
    MapViewport whole = viewportClearOf(m_model.input(), size(), circled ? m_viewport.obstacles : m_cards);
    whole.obstacles = m_viewport.obstacles;
    return whole;
}

void MapCanvas::fit()
{
    const MapViewport whole = fitted();
    m_fitScale = whole.scale;
    m_fitted = true;
    m_circle.isFramed = false;
    travel(whole, Kind::fly);
}

void MapCanvas::setCards(const std::vector<QRectF>& cards, const std::vector<QRectF>& passing, Refit refit, Travel how)
{
    std::vector<QRectF> all = cards;
    all.insert(all.end(), passing.begin(), passing.end());
    const bool same = cards == m_cards;
    if (same && all == m_viewport.obstacles)
        return;
    m_cards = cards;
    m_viewport.obstacles = std::move(all);
    if (m_circle.isFramed && m_focus.circle >= 0) {
        frameCircle();
        return;
    }
    if (same || !m_fitted || refit == Refit::no) {
        requestPicture();
        return;
    }
    const MapViewport whole = fitted();
    m_fitScale = whole.scale;
    travel(whole, Kind::panel, how);
}

MapViewport MapCanvas::viewWith(const std::vector<QRectF>& cards, Refit refit) const
{
    const bool fits = m_fitted && refit == Refit::yes && cards != m_cards;
    return fits ? viewportClearOf(m_model.input(), size(), cards) : m_viewport;
}

void MapCanvas::place(const QRect& geometry, Travel how)
{
    m_resizing = how;
    setGeometry(geometry);
    m_resizing = Travel::jump;
}

void MapCanvas::resizeEvent(QResizeEvent* event)
{
    // The left upper corner stays where it is, whatever comes at the right or below.
    MapViewport kept = view();
    if (event->oldSize().isValid())
        kept.centre +=
            QPointF((event->size() - event->oldSize()).width(), (event->size() - event->oldSize()).height()) /
            (2 * kept.scale);
    kept.size = size();
    m_motion.stop(m_flight);
    m_viewport = kept;
    m_clear = rect();
    if (m_circle.isFramed && m_focus.circle >= 0) {
        frameCircle(m_resizing);
        return;
    }
    if (!m_fitted) {
        requestPicture();
        return;
    }
    const MapViewport whole = fitted();
    m_fitScale = whole.scale;
    travel(whole, Kind::panel, m_resizing);
}

void MapCanvas::zoomBy(double factor) { zoomAt(QRectF(rect()).center(), factor); }

void MapCanvas::centreOn(QPointF map)
{
    stayHere();
    m_viewport.centre = map;
    m_fitted = m_circle.isFramed = false;
    update();
    requestPicture();
    Q_EMIT zoomChanged();
}

void MapCanvas::panBy(QPointF px) { centreOn(view().centre - px / view().scale); }

void MapCanvas::reveal(PersonId person)
{
    const int at = m_model.indexOf(person);
    if (at < 0)
        return;
    const QRectF clear = (m_clear.isEmpty() ? QRectF(rect()) : m_clear).adjusted(kInView, kInView, -kInView, -kInView);
    const QPointF px = m_viewport.toPixels(m_model.input().people[static_cast<std::size_t>(at)].at);
    const QPointF inside(std::clamp(px.x(), clear.left(), std::max(clear.left(), clear.right())),
                         std::clamp(px.y(), clear.top(), std::max(clear.top(), clear.bottom())));
    if (inside == px)
        return;
    MapViewport there = m_viewport;
    there.centre += (px - inside) / there.scale;
    m_fitted = m_circle.isFramed = false;
    travel(there, Kind::fly);
}

QRectF MapCanvas::seen() const
{
    return QRectF(m_viewport.toMap({0, 0}), m_viewport.toMap(QPointF(width(), height())));
}

bool MapCanvas::isPartial() const
{
    const QRectF in = seen();
    const auto& people = m_model.input().people;
    return !m_fitted && std::any_of(people.begin(), people.end(), [&](const MapPerson& person) {
        return !person.hidden && std::isfinite(person.at.x()) && !in.contains(person.at);
    });
}

QPointF MapCanvas::placeOf(std::size_t person) const
{
    const MapPerson& there = m_model.input().people[person];
    if (m_settling.empty())
        return there.at;
    const auto from = m_settling.find(there.id);
    return from == m_settling.end() ? there.at : from->second + (there.at - from->second) * m_motion.at(Kind::settle);
}

/// Whether most of the people, or most of their places, are others than those shown last: the view was of something
/// else then. What filters hide and what the user moved by a little is no other picture.
bool MapCanvas::isAnotherPicture() const
{
    const actions::MapQuestion& now = m_model.answered();
    const auto& people = m_model.input().people;
    if (!m_known.any || people.empty() || now.filters != m_known.question.filters || now.view != m_known.question.view)
        return false;
    // At another date, too, everybody has the place they have.
    if (now.network.on != m_known.question.network.on || now.compare != m_known.question.compare)
        return false;
    std::size_t stayed = 0, near = 0;
    const double reach = kElsewhere * std::hypot(width(), height()) / m_fitScale;
    for (const MapPerson& person : people) {
        const auto before = m_known.places.find(person.id);
        if (before == m_known.places.end())
            continue;
        ++stayed;
        const QPointF by = person.at - before->second;
        near += std::hypot(by.x(), by.y()) <= reach ? 1 : 0;
    }
    return near * 2 < people.size() || stayed * 2 < m_known.places.size();
}

void MapCanvas::noteChanges()
{
    const MapInput& input = m_model.input();
    Known now;
    now.any = m_model.data() != nullptr;
    now.question = m_model.answered();
    for (const MapTie& tie : input.ties)
        now.ties.push_back(tie.id);
    std::unordered_map<PersonId, QPointF> from;
    bool moves = false;
    for (const MapPerson& person : input.people) {
        now.places.emplace(person.id, person.at);
        const auto before = m_known.places.find(person.id);
        if (before == m_known.places.end())
            continue;
        // Whoever is still on the way goes on from there.
        QPointF at = before->second;
        if (const auto way = m_settling.find(person.id); way != m_settling.end())
            at = way->second + (at - way->second) * m_motion.at(Kind::settle);
        if (!std::isfinite(at.x()))
            continue; // not seen yet
        from.emplace(person.id, at);
        moves = moves || std::hypot(at.x() - person.at.x(), at.y() - person.at.y()) > kSame;
    }
    if (m_known.any && now.any && asksTheSame(m_known.question, now.question)) {
        std::vector<TieId> fresh;
        std::set_difference(now.ties.begin(), now.ties.end(), m_known.ties.begin(), m_known.ties.end(),
                            std::back_inserter(fresh));
        if (fresh.size() <= kMostGrowing)
            m_new.insert(m_new.end(), fresh.begin(), fresh.end());
    }
    if (m_known.any && now.any &&
        (m_known.question.network.on != now.question.network.on || m_known.question.compare != now.question.compare))
        m_redateNext = true;
    const bool settles = moves && m_known.any && now.any && isVisible() && from.size() <= kMostSettling;
    m_known = std::move(now);
    m_settling.clear();
    m_asked.reset();
    m_motion.stop(Kind::settle);
    if (settles) {
        m_settling = std::move(from);
        m_motion.start(Kind::settle);
    }
}

void MapCanvas::onStep(Kind kind)
{
    update();
    if (kind == Kind::settle)
        requestPicture();
}

void MapCanvas::onEnd(Kind kind)
{
    if (kind == Kind::settle) {
        m_settling.clear();
        m_asked.reset();
        requestPicture();
    }
    if (kind == Kind::grow)
        m_growing.clear();
    if (!m_motion.isMoving(Kind::hover) && !m_motion.isMoving(Kind::date) && !m_motion.isMoving(Kind::grow) &&
        !m_motion.isMoving(m_flight))
        m_under = {};
    update();
}

void MapCanvas::requestPicture()
{
    if (width() < 8 || height() < 8)
        return;
    if (m_job.isRunning()) {
        m_again = true;
        return;
    }
    // Panning and zooming ask for the same again: it is copied once.
    if (!m_asked || m_asked->focus != m_focus || !m_settling.empty()) {
        auto asked = std::make_shared<MapInput>(m_model.input());
        asked->focus = m_focus;
        for (std::size_t i = 0; i < asked->people.size() && !m_settling.empty(); ++i)
            asked->people[i].at = placeOf(i);
        m_asked = std::move(asked);
    }
    m_viewport.size = size();
    m_job = m_office.jobs.run<Drawn>(
        this,
        [input = m_asked, fades = std::exchange(m_fadeNext, false), redates = std::exchange(m_redateNext, false),
         viewport = m_viewport, hand = m_dragging ? MapHand::moving : MapHand::off,
         live = std::exchange(m_live, nullptr), ratio = devicePixelRatioF()](const RunContext& run) -> Result<Drawn> {
            Drawn drawn;
            drawn.fades = fades;
            drawn.redates = redates;
            drawn.live = live ? live : std::make_shared<LiveMap>();
            drawn.people.reserve(input->people.size());
            for (const MapPerson& person : input->people)
                drawn.people.push_back(person.id);
            drawn.ties.reserve(input->ties.size());
            for (const MapTie& tie : input->ties)
                drawn.ties.push_back(tie.id);
            WEAVEMAP_ASSIGN(drawn.picture, nextMapPicture(input, viewport, hand, *drawn.live, run));
            WEAVEMAP_ASSIGN(drawn.image, RasterPainter::render(drawn.picture, ratio, drawn.live->raster, run));
            return drawn;
        },
        [this](Result<Drawn> drawn) {
            if (drawn) {
                m_live = std::move(drawn->live);
                show(std::move(*drawn));
            }
            if (std::exchange(m_again, false))
                requestPicture();
        });
}

void MapCanvas::show(Drawn drawn)
{
    std::vector<TieId> growing;
    for (const TieId tie : m_new)
        if (std::binary_search(drawn.ties.begin(), drawn.ties.end(), tie))
            growing.push_back(tie);
    if (!growing.empty())
        m_new.clear();
    const bool flies = m_motion.isMoving(m_flight);
    // A picture that says the same, as with another caption, goes on with the date that is coming.
    if (!drawn.fades && !drawn.redates && !flies && growing.empty() && m_growing.empty() && m_fading == Kind::date &&
        m_motion.isMoving(Kind::date)) {
        m_drawn = std::move(drawn);
        update();
        Q_EMIT pictureChanged();
        return;
    }
    flatten();
    const bool fades = drawn.fades || drawn.redates || flies;
    const Kind by = drawn.redates ? Kind::date : Kind::hover;
    if ((fades || !growing.empty()) && !m_drawn.image.isNull())
        m_under = std::exchange(m_drawn, std::move(drawn));
    else
        m_drawn = std::move(drawn);
    if (!growing.empty()) {
        m_growing = std::move(growing);
        m_motion.start(Kind::grow);
    } else if (fades) {
        m_fading = by;
        m_motion.start(by);
    }
    update();
    Q_EMIT pictureChanged();
}

double MapCanvas::fade() const { return m_motion.at(m_growing.empty() ? m_fading : Kind::grow); }

/// Both pictures become the one that is on the screen now: the next one starts from there.
void MapCanvas::flatten()
{
    if (m_under.image.isNull())
        return;
    const Drawn under = std::exchange(m_under, {});
    const double fade = this->fade();
    if (fade >= 1 || m_drawn.image.isNull() || under.image.size() != m_drawn.image.size() ||
        under.picture->viewport.centre != m_drawn.picture->viewport.centre ||
        under.picture->viewport.scale != m_drawn.picture->viewport.scale)
        return;
    QImage mixed = under.image;
    QPainter painter(&mixed);
    painter.setOpacity(fade);
    painter.drawImage(QPointF(0, 0), m_drawn.image);
    painter.end();
    m_drawn.image = mixed;
}

void MapCanvas::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = currentTheme();
    painter.fillRect(rect(), m_model.input().style.colors.canvas);
    // The picture before lies over the new one and goes: where it does not reach, as in a flight, the new one shows.
    paintPicture(painter, m_drawn, 1);
    paintPicture(painter, m_under, 1 - fade());
    painter.setRenderHint(QPainter::Antialiasing);
    paintGrowth(painter, theme);
    paintShadows(painter, theme);
    active().paint(painter, *this, theme);
    const int from = m_tieFrom && !m_gesture ? m_model.indexOf(m_tieFrom) : -1;
    if (from >= 0 && onlySelected() >= 0 && onlySelected() != from)
        DrawTieTool::paintLine(painter, *this, theme, static_cast<std::uint32_t>(from), onlySelected(), {});
}

void MapCanvas::paintPicture(QPainter& painter, const Drawn& drawn, double opacity) const
{
    if (!drawn.picture || drawn.image.isNull())
        return;
    const MapViewport now = view(), then = drawn.picture->viewport;
    const double ratio = now.scale / then.scale;
    const QPointF origin = now.toPixels(then.toMap({0, 0}));
    painter.setOpacity(opacity);
    if (std::abs(ratio - 1) < kSame) {
        painter.drawImage(QPointF(std::round(origin.x()), std::round(origin.y())), drawn.image);
    } else {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(QRectF(origin, then.size * ratio), drawn.image);
    }
    painter.setOpacity(1);
}

void MapCanvas::paintGrowth(QPainter& painter, const Theme& theme) const
{
    if (m_growing.empty() || !m_drawn.picture)
        return;
    const double t = m_motion.at(Kind::grow);
    const MapViewport now = view(), then = m_drawn.picture->viewport;
    painter.save();
    painter.translate(now.toPixels(then.toMap({0, 0})));
    painter.scale(now.scale / then.scale, now.scale / then.scale);
    // The finished tie comes through below while the line on its way fades.
    painter.setOpacity(1 - t * t);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(ColorRole::accent), kGrowWidth, Qt::SolidLine, Qt::RoundCap));
    for (const TieId tie : m_growing) {
        const auto at = std::lower_bound(m_drawn.ties.begin(), m_drawn.ties.end(), tie);
        if (at == m_drawn.ties.end() || *at != tie)
            continue;
        const QPainterPath path = m_drawn.picture->tiePath(static_cast<std::uint32_t>(at - m_drawn.ties.begin()));
        if (!path.isEmpty())
            painter.drawPath(beginningOf(path, t));
    }
    painter.restore();
}

void MapCanvas::paintShadows(QPainter& painter, const Theme& theme) const
{
    for (const Card* card : findChildren<Card*>(QString(), Qt::FindDirectChildrenOnly))
        if (card->isVisible())
            paintFloatShadow(painter, card->geometry(), theme, devicePixelRatioF());
}

} // namespace weavemap::ui
