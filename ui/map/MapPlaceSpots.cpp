// SPDX-License-Identifier: GPL-3.0-or-later
// When the minimap and the circle's card come, and where they stand.
#include <algorithm>
#include <array>
#include <utility>

#include "ui/map/CircleCard.h"
#include "ui/map/MapDesk.h"
#include "ui/map/MapEdits.h"
#include "ui/map/MapFit.h"
#include "ui/map/MapModel.h"
#include "ui/map/MapPath.h"
#include "ui/map/MapPlace.h"
#include "ui/map/MiniMap.h"
#include "ui/map/PathCard.h"
#include "ui/map/ToolHint.h"
#include "ui/map/ZoomCard.h"

namespace weavemap::ui {

namespace {

constexpr int kCardGap = 12;
constexpr double kClearOfHulls = 30; ///< px around the middle of a disc that its hull takes

/// A card that needs a spot: where it would like to stand, and who is not to lie under it, first of all and besides.
struct Wish
{
    QSize card;
    QPointF corner;
    std::vector<QPointF> first, others;
};

struct Spots
{
    std::vector<QRect> rects; ///< in the order of the wishes
    int hidden = 0;           ///< people under them
};

enum class Order { asWished, lastFirst };

/// Spots for all wishes, given out one after another.
Spots spotsFor(const std::vector<Wish>& wishes, Order order, const QRectF& room, std::vector<QRectF> taken,
               double clear = kClearOfDiscs)
{
    Spots spots;
    spots.rects.resize(wishes.size());
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        const std::size_t k = order == Order::asWished ? i : wishes.size() - 1 - i;
        const Wish& wish = wishes[k];
        const CardSpot found = clearSpot(wish.card, wish.corner, room, taken, wish.first, wish.others, clear);
        spots.hidden += found.hidden;
        spots.rects[k] = QRect(found.corner.toPoint(), wish.card);
        taken.emplace_back(spots.rects[k]);
    }
    return spots;
}

} // namespace

/// Minimap and circle card stand where they hide nobody, as near to their corner as can be. They keep their spots while
/// the view moves.
void MapPlace::placePassing(const std::vector<QRectF>& cards, const std::vector<QRectF>& around,
                            const MapViewport& view)
{
    if (around != m_around) {
        m_around = around;
        m_miniSpot = m_circleSpot = {};
    }
    // A circle and a path are never there at once: their cards have one spot.
    const QWidget* pathCard = &m_desk->path().card();
    const QWidget* shown = pathCard->isVisibleTo(m_canvas) ? pathCard : m_circle;
    const bool mini = m_mini->isVisibleTo(m_canvas), card = shown->isVisibleTo(m_canvas);
    const bool miniStands = !mini || m_miniSpot.size() == m_mini->size();
    const bool cardStands = !card || m_circleSpot.size() == shown->size();
    if (miniStands && cardStands)
        return;
    const MapInput& input = m_model->input();
    std::vector<QPointF> everybody, circle;
    for (const MapPerson& person : input.people)
        if (!person.hidden)
            everybody.push_back(view.toPixels(person.at));
    for (const PersonId person : m_desk->path().people())
        if (const int at = m_model->indexOf(person); at >= 0)
            circle.push_back(view.toPixels(input.people[static_cast<std::size_t>(at)].at));
    // The view is made for a circle, clear of its cards: they stand in their corner.
    if (m_canvas->circleSteps() > 0)
        everybody.clear();

    const QRectF& room = around.front();
    const std::vector<QRectF> fixed(around.begin() + 1, around.end());
    std::vector<QRectF> taken = fixed;
    if (miniStands && mini)
        taken.emplace_back(m_miniSpot);
    if (cardStands && card)
        taken.emplace_back(m_circleSpot);
    const bool whole = m_canvas->isFitted();
    const auto cornerOf = [&room](const QWidget* widget, double right) {
        return QPointF(right - widget->width(), room.bottom() - widget->height());
    };
    const double beside = m_zoom->x() - kCardGap;
    std::vector<Wish> wishes;
    std::vector<QRect*> spots;
    if (!miniStands) {
        wishes.push_back({m_mini->size(), cornerOf(m_mini, beside), {}, whole ? everybody : std::vector<QPointF>()});
        spots.push_back(&m_miniSpot);
    }
    if (!cardStands) {
        wishes.push_back({shown->size(), cornerOf(shown, room.right()), circle, everybody});
        spots.push_back(&m_circleSpot);
    }
    // The first may take the only spot that is wide enough for the second.
    const auto fewestHidden = [&](double clear) {
        Spots one = spotsFor(wishes, Order::asWished, room, taken, clear);
        Spots other = spotsFor(wishes, Order::lastFirst, room, taken, clear);
        return other.hidden < one.hidden ? other : one;
    };
    Spots best = fewestHidden(kClearOfHulls);
    if (best.hidden > 0)
        best = fewestHidden(kClearOfDiscs);
    for (std::size_t k = 0; k < spots.size(); ++k)
        *spots[k] = best.rects[k];
    if (best.hidden == 0 || !whole)
        return;

    // Where everybody is in view, a fit makes the room that there is not: above each other in the corner or side by
    // side at the bottom, whichever leaves the map larger.
    m_cramped = true;
    wishes.clear();
    spots.clear();
    if (mini) {
        wishes.push_back({m_mini->size(), cornerOf(m_mini, beside), {}, {}});
        spots.push_back(&m_miniSpot);
    }
    if (card) {
        wishes.push_back({shown->size(), {}, {}, {}});
        spots.push_back(&m_circleSpot);
    }
    double largest = 0;
    for (const double right : std::array{room.right(), beside - (mini ? m_mini->width() + kCardGap : 0)}) {
        if (card)
            wishes.back().corner = cornerOf(shown, right);
        const Spots there = spotsFor(wishes, Order::asWished, room, fixed);
        std::vector<QRectF> all = cards;
        all.insert(all.end(), there.rects.begin(), there.rects.end());
        const double scale = viewportClearOf(input, m_canvas->size(), all).scale;
        if (scale <= largest)
            continue;
        largest = scale;
        for (std::size_t k = 0; k < spots.size(); ++k)
            *spots[k] = there.rects[k];
    }
}

void MapPlace::syncCircle()
{
    const auto map = m_model->data();
    const PersonId centre = m_canvas->circlePerson();
    const auto& centres = m_canvas->circleCentres();
    const bool shown = map && !centres.empty() && (centres.size() > 1 || m_model->indexOf(centre) >= 0);
    if (shown) {
        const bool named = isInspectorShown() && m_canvas->selectedPeople() == centres;
        m_circle->setCircle(*map, centres, m_canvas->circleSteps(),
                            named ? CircleCard::Head::hidden : CircleCard::Head::shown);
    } else {
        m_circle->forget();
        m_circleSpot = {};
    }
    m_circle->setVisible(shown);
    syncMini();
    arrange(Refit::no);
    // What made room for the circle's cards takes it back with them.
    const bool roomier = !shown && std::exchange(m_yielded, false);
    const bool yields = std::exchange(m_cramped, false);
    m_yielded = m_yielded || yields;
    if ((yields || roomier) && m_canvas->isFitted())
        m_canvas->fit();
}

/// What the tool in hand waits for; a path that waits for its end says so on its own card.
void MapPlace::syncHint()
{
    const auto chosen = m_canvas->selectedPeople();
    const bool begins = m_canvas->tool() == MapCanvas::Tool::drawTie && chosen.size() == 1;
    const bool shown = m_canvas->tool() != MapCanvas::Tool::path || !m_desk->path().isShown();
    m_hint->setTool(shown ? m_canvas->tool() : MapCanvas::Tool::select,
                    begins ? m_edits->nameOf(chosen.front()) : QString());
    arrange(Refit::no);
}

void MapPlace::syncMini()
{
    const bool shown = !m_model->input().people.empty() && (m_canvas->circleSteps() > 0 || m_canvas->isPartial());
    m_mini->update();
    if (shown == m_mini->isVisibleTo(m_canvas))
        return;
    m_mini->setVisible(shown);
    m_miniSpot = {};
    arrange(Refit::no);
}

} // namespace weavemap::ui
