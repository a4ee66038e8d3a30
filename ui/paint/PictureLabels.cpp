// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/PictureLabels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include "core/layout/LabelPlacement.h"
#include "ui/base/Theme.h"
#include "ui/paint/GroupNames.h"
#include "ui/paint/PaintWords.h"
#include "ui/paint/PersonSets.h"
#include "ui/paint/TextMeasure.h"

namespace weavemap::ui {

namespace {

constexpr float kHaloWidth = 3.2F;
constexpr double kHaloOpacity = 0.88;
constexpr double kAreaPerLabel = 20'000;
constexpr float kLargeDisc = 9.5F;
constexpr double kLeaderInk = 0.55;
constexpr double kPageEdge = 4;
constexpr float kTightPx = 6.0F / 0.75F; ///< of a name that finds no room otherwise
constexpr float kLeastPx = 4.5F / 0.75F; ///< of one on its disc
constexpr double kOnDisc = 0.94;         ///< of a disc's width that words on it may take
constexpr double kBesideDisc = 3;        ///< px between a disc and a name that stands there in any case
constexpr double kDimmedCaption = 0.45;  ///< of a caption whose people all stepped back

layout::Rect toRect(const QRectF& rect) { return {rect.x(), rect.y(), rect.width(), rect.height()}; }

/// A disc with the ring of who is chosen.
double reachOf(const PersonLook& look)
{
    return static_cast<double>(look.reach) + (look.selected || look.atTie ? 5.0 : 0.0);
}

/// Order of labels: selected, hovered, contacts, pinned, size, degree, heard from; then by id, so that ties are
/// settled.
using Rank = std::tuple<int, int, int, int, double, std::uint32_t, int, std::int64_t>;

bool isPointedAt(const MapInput& input, const PeopleLooks& looks, std::uint32_t i)
{
    const PersonLook& look = looks.people[i];
    return look.nearness == Nearness::focus || static_cast<int>(i) == input.focus.keyboard || look.atTie;
}

Rank rankOf(const MapInput& input, const PeopleLooks& looks, std::uint32_t i)
{
    const MapPerson& person = input.people[i];
    const PersonLook& look = looks.people[i];
    const int beside = look.besideSelected || look.nearness == Nearness::contact ? 1 : 0;
    const double size = input.style.sizes == MapSizes::byMeasure && std::isfinite(person.size) ? person.size : 0;
    return {look.selected ? 1 : 0,
            isPointedAt(input, looks, i) ? 1 : 0,
            beside,
            person.pinned ? 1 : 0,
            size,
            look.degree,
            person.heardFrom ? 1 : 0,
            -person.id.value};
}

struct Candidate
{
    std::uint32_t person;
    PictureText text;
};

std::size_t labelLimit(const MapInput& input, const MapViewport& view)
{
    if (input.style.labels == MapLabels::all || input.style.labels == MapLabels::everyone)
        return input.people.size();
    const double area = view.size.width() * view.size.height();
    return static_cast<std::size_t>(std::max(1.0, area / kAreaPerLabel * std::clamp(view.zoom, 1.0, 6.0)));
}

/// Who may be named, the first `most` of them by rank and the others after these as they come.
std::vector<std::uint32_t> peopleByRank(const MapInput& input, const PeopleLooks& looks,
                                        const std::vector<QPointF>& positions, const QRectF& window, std::size_t most)
{
    std::vector<std::pair<Rank, std::uint32_t>> ranked;
    for (std::uint32_t i = 0; i < input.people.size(); ++i) {
        const PersonLook& look = looks.people[i];
        const bool isNamed = look.shown != ShownAs::nameless && look.shown != ShownAs::leftOut;
        if (look.drawn && isNamed && !look.isDimmed() && window.contains(positions[i]))
            ranked.emplace_back(rankOf(input, looks, i), i);
    }
    const auto end = ranked.begin() + static_cast<std::ptrdiff_t>(std::min(most, ranked.size()));
    std::partial_sort(ranked.begin(), end, ranked.end(), std::greater<>());
    std::vector<std::uint32_t> people;
    people.reserve(ranked.size());
    for (const auto& [rank, person] : ranked)
        people.push_back(person);
    return people;
}

PictureText labelOf(const MapPicture& picture, const MapInput& input, const PersonLook& look, std::uint32_t i,
                    int codeNumber)
{
    const MapPerson& person = input.people[i];
    const bool isStrong = look.selected || look.nearness == Nearness::focus || look.atTie;
    const float px = isStrong || look.radius > kLargeDisc ? textpx::kLabel : textpx::kLabelSmall;
    PictureText text =
        makeText(shownName(look.shown, person.name, person.initials, codeNumber), {}, picture.fontFamily, px, isStrong);
    const bool isMuted = !isStrong && (!person.heardFrom || look.nearness == Nearness::secondStep);
    text.color = isMuted ? input.style.colors.muted : input.style.colors.text;
    text.halo = input.style.colors.canvas;
    text.halo.setAlphaF(static_cast<float>(kHaloOpacity));
    text.haloWidth = kHaloWidth;
    text.person = i;
    return text;
}

/// What is drawn beside the network, by `MapArea`: pieces of people who are joined by drawn ties, and people without.
struct Apart
{
    int count = 0;
    bool isLit = false; ///< whether somebody of them did not step back
};

std::array<Apart, 4> countApart(const MapInput& input, const PeopleLooks& looks)
{
    PersonSets sets(input.people.size());
    for (const MapTie& tie : input.ties)
        if (isDrawn(tie, looks) && input.people[tie.a].place == MapArea::smallPiece &&
            input.people[tie.b].place == MapArea::smallPiece)
            sets.join(tie.a, tie.b);
    std::array<Apart, 4> apart;
    for (std::uint32_t i = 0; i < input.people.size(); ++i) {
        if (!looks.people[i].drawn)
            continue;
        const MapArea place = input.people[i].place;
        Apart& there = apart[static_cast<std::size_t>(place)];
        there.count += place != MapArea::smallPiece || sets.rootOf(i) == i ? 1 : 0;
        there.isLit = there.isLit || !looks.people[i].isDimmed();
    }
    return apart;
}

void addAreaCaptions(MapPicture& picture, const MapInput& input, const PeopleLooks& looks)
{
    if (input.areas.empty())
        return;
    const std::array<Apart, 4> apart = countApart(input, looks);
    for (const MapAreaCaption& area : input.areas) {
        const Apart& there = apart[static_cast<std::size_t>(area.place)];
        if (there.count == 0 || area.place == MapArea::network)
            continue;
        const QString words = area.place == MapArea::smallPiece      ? PaintWords::smallGroups(there.count)
                              : area.place == MapArea::tiedElsewhere ? PaintWords::tiedElsewhere(there.count)
                                                                     : PaintWords::noKnownTie(there.count);
        PictureText text =
            makeText(words, picture.viewport.toPixels(area.at), picture.fontFamily, textpx::kSmall, false);
        text.color = there.isLit ? input.style.colors.muted
                                 : mixed(input.style.colors.canvas, input.style.colors.muted, kDimmedCaption);
        text.role = TextRole::areaCaption;
        const auto& cards = picture.viewport.obstacles;
        if (!QRectF(QPointF(0, 0), picture.viewport.size).contains(text.box) ||
            std::any_of(cards.begin(), cards.end(), [&](const QRectF& card) { return card.intersects(text.box); }))
            continue;
        picture.texts.push_back(std::move(text));
    }
}

/// Puts the labels that find room into the picture and gives back the others. `limit`: at most so many.
std::vector<Candidate> placeBeside(MapPicture& picture, const MapInput& input, const PeopleLooks& looks,
                                   const std::vector<QPointF>& positions, std::vector<Candidate> candidates,
                                   std::size_t limit)
{
    std::vector<layout::Disc> discs;
    discs.reserve(picture.discs.size());
    for (const PictureDisc& disc : picture.discs)
        discs.push_back({disc.at.x(), disc.at.y(), reachOf(looks.people[disc.person])});
    std::vector<layout::Rect> obstacles;
    for (const QRectF& card : picture.viewport.obstacles)
        obstacles.push_back(toRect(card));
    for (const PictureText& text : picture.texts)
        obstacles.push_back(toRect(text.box));
    std::vector<layout::Label> labels;
    for (const Candidate& candidate : candidates) {
        const QPointF at = positions[candidate.person];
        labels.push_back({{at.x(), at.y(), reachOf(looks.people[candidate.person])},
                          candidate.text.box.width(),
                          candidate.text.box.height(),
                          static_cast<double>(candidates.size() - labels.size())});
    }
    layout::LabelScene scene;
    scene.bounds =
        toRect(QRectF(QPointF(0, 0), picture.viewport.size).adjusted(kPageEdge, kPageEdge, -kPageEdge, -kPageEdge));
    scene.discs = discs;
    scene.obstacles = obstacles;
    layout::LabelOptions options;
    options.limit = limit;
    QColor ink = input.style.colors.text;
    ink.setAlphaF(static_cast<float>(kLeaderInk));
    std::vector<bool> isPlaced(candidates.size(), false);
    for (const layout::PlacedLabel& placed : layout::placeLabels(labels, scene, options)) {
        isPlaced[placed.label] = true;
        PictureText text = std::move(candidates[placed.label].text);
        text.box.moveTopLeft(QPointF(placed.box.x, placed.box.y));
        text.baseline = text.box.topLeft() + QPointF(0, kAscent * static_cast<double>(text.px));
        if (placed.hasLeader())
            picture.leaders.push_back(
                {QLineF(placed.leaderFrom.x, placed.leaderFrom.y, placed.leaderTo.x, placed.leaderTo.y), ink, 1});
        picture.texts.push_back(std::move(text));
    }
    std::vector<Candidate> others;
    for (std::size_t k = 0; k < candidates.size(); ++k)
        if (!isPlaced[k])
            others.push_back(std::move(candidates[k]));
    return others;
}

/// The same text in another size.
PictureText resized(const PictureText& text, const QString& family, float px)
{
    PictureText other = makeText(text.text, {}, family, px, text.bold);
    other.color = text.color;
    other.halo = text.halo;
    other.haloWidth = text.haloWidth;
    other.person = text.person;
    return other;
}

/// Initials and codes without room beside their disc stand on it, as large as fits.
void placeOn(MapPicture& picture, const MapInput& input, const PeopleLooks& looks,
             const std::vector<QPointF>& positions, const std::vector<Candidate>& candidates)
{
    std::vector<QColor> fills(input.people.size());
    for (const PictureDisc& disc : picture.discs)
        fills[disc.person] = QColor::fromRgb(disc.fill);
    const QRectF window(QPointF(0, 0), picture.viewport.size);
    for (const Candidate& candidate : candidates) {
        const ShownAs shown = looks.people[candidate.person].shown;
        if (shown != ShownAs::initials && shown != ShownAs::code) {
            ++picture.unnamed;
            continue;
        }
        const double room = kOnDisc * 2 * static_cast<double>(looks.people[candidate.person].radius);
        const double fitting = static_cast<double>(candidate.text.px) * room / candidate.text.box.width();
        const float px = std::clamp(static_cast<float>(fitting), kLeastPx, kTightPx);
        PictureText text = resized(candidate.text, picture.fontFamily, px);
        const MapColors& colors = input.style.colors;
        if (text.box.width() <= room) {
            const QColor& fill = fills[candidate.person];
            text.color =
                Theme::contrast(colors.canvas, fill) > Theme::contrast(colors.text, fill) ? colors.canvas : colors.text;
            text.haloWidth = 0;
            text.halo = {};
        }
        QRectF box = text.box;
        box.moveCenter(positions[candidate.person]);
        box.moveLeft(std::clamp(box.left(), window.left(), std::max(window.left(), window.right() - box.width())));
        box.moveTop(std::clamp(box.top(), window.top(), std::max(window.top(), window.bottom() - box.height())));
        text.box = box;
        text.baseline = box.topLeft() + QPointF(0, kAscent * static_cast<double>(text.px));
        picture.texts.push_back(std::move(text));
    }
}

/// Whoever is pointed at, or alone chosen, is named in any case: where no room is free, over the least of other words.
void nameInAnyCase(MapPicture& picture, const MapInput& input, const PeopleLooks& looks,
                   const std::vector<QPointF>& positions, std::vector<Candidate>& others)
{
    const QRectF window =
        QRectF(QPointF(0, 0), picture.viewport.size).adjusted(kPageEdge, kPageEdge, -kPageEdge, -kPageEdge);
    const bool isOneChosen = input.focus.selected.size() == 1;
    std::erase_if(others, [&](Candidate& candidate) {
        const bool isChosen = isOneChosen && looks.people[candidate.person].selected;
        if (!isChosen && !isPointedAt(input, looks, candidate.person))
            return false;
        const QPointF at = positions[candidate.person];
        const double away = reachOf(looks.people[candidate.person]) + kBesideDisc;
        const QSizeF words = candidate.text.box.size();
        const double left = at.x() - words.width() / 2, top = at.y() - words.height() / 2;
        const std::array spots{QPointF(at.x() + away, top), QPointF(at.x() - away - words.width(), top),
                               QPointF(left, at.y() + away), QPointF(left, at.y() - away - words.height())};
        const auto covered = [&](QPointF spot) {
            const QRectF box(spot, words);
            const auto meets = [&box](const QRectF& other) { return other.intersects(box); };
            const auto& cards = picture.viewport.obstacles;
            const auto texts = std::count_if(picture.texts.begin(), picture.texts.end(),
                                             [&](const PictureText& text) { return meets(text.box); });
            const bool isCut = !window.contains(box) || std::any_of(cards.begin(), cards.end(), meets);
            return texts + (isCut ? static_cast<std::ptrdiff_t>(picture.texts.size()) : 0);
        };
        const QPointF spot = *std::min_element(
            spots.begin(), spots.end(), [&](const QPointF& a, const QPointF& b) { return covered(a) < covered(b); });
        PictureText text = std::move(candidate.text);
        text.box.moveTopLeft(spot);
        text.baseline = spot + QPointF(0, kAscent * static_cast<double>(text.px));
        picture.texts.push_back(std::move(text));
        return true;
    });
}

void placePeople(MapPicture& picture, const MapInput& input, const PeopleLooks& looks,
                 const std::vector<QPointF>& positions)
{
    const QRectF window(QPointF(0, 0), picture.viewport.size);
    const std::size_t limit = labelLimit(input, picture.viewport);
    // Measuring is the cost here: beyond four times as many as there is room for, nobody would be placed anyway.
    const std::size_t most = std::max<std::size_t>(limit, 10) * 4;
    const std::vector<std::uint32_t> people = peopleByRank(input, looks, positions, window, most);
    const std::vector<int> codes = codeNumbers(input);
    const std::size_t tried = std::min(people.size(), most);
    std::vector<Candidate> candidates;
    for (std::size_t k = 0; k < tried; ++k) {
        PictureText text = labelOf(picture, input, looks.people[people[k]], people[k], codes[people[k]]);
        if (!text.text.isEmpty())
            candidates.push_back({people[k], std::move(text)});
    }
    const std::size_t named = candidates.size();
    std::vector<Candidate> others = placeBeside(picture, input, looks, positions, std::move(candidates), limit);
    if (input.style.labels != MapLabels::everyone) {
        nameInAnyCase(picture, input, looks, positions, others);
        picture.unnamed = static_cast<int>(others.size() + people.size() - tried);
        return;
    }
    for (Candidate& candidate : others)
        candidate.text = resized(candidate.text, picture.fontFamily, kTightPx);
    others = placeBeside(picture, input, looks, positions, std::move(others), named);
    placeOn(picture, input, looks, positions, others);
}

} // namespace

bool addTexts(MapPicture& picture, const MapInput& input, const PeopleLooks& looks,
              const std::vector<QPointF>& positions, const RunContext& run)
{
    addAreaCaptions(picture, input, looks);
    addGroupNames(picture, input);
    if (run.cancelled())
        return false;
    if (input.style.labels != MapLabels::none && input.style.names != NamesPolicy::hidden)
        placePeople(picture, input, looks, positions);
    return !run.cancelled();
}

} // namespace weavemap::ui
