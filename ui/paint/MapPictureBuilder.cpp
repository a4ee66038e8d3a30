// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/MapPictureBuilder.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <tuple>
#include <utility>

#include <QTransform>

#include "ui/paint/HitIndex.h"
#include "ui/paint/MapGround.h"
#include "ui/paint/Parallel.h"
#include "ui/paint/PersonLook.h"
#include "ui/paint/PictureLabels.h"
#include "ui/paint/PictureLegend.h"
#include "ui/paint/RingGuides.h"
#include "ui/paint/TieGeometry.h"

namespace weavemap::ui {

namespace {

constexpr float kGap = 1.4F;
constexpr float kHollowEdge = 1.25F;
constexpr double kGoneFill = 0.3;  ///< of who left between two dates: paler than any other who is not hollow
constexpr float kHollowGap = 0.8F; ///< the edge sets a hollow disc off already; a wide gap would shine in the fog
constexpr double kHollowFill = 0.16;
constexpr double kHollowEdgeShare = 0.62;
constexpr double kDimmedShare = 0.1;
constexpr double kSecondStepShare = 0.8;
constexpr double kDimmedHull = 0.45;
constexpr float kRing = 2.0F;
constexpr float kLeastMarked = 3.4F; ///< px of radius: a mark on a smaller disc is a blot
constexpr float kPin = 2.8F, kPinGap = 1.2F,
                kPinStands = 1.2F; ///< px: the head, canvas round it, its middle off the disc's edge
constexpr float kSelectRing = 2.25F, kSelectReach = 3.5F;
constexpr float kGlow = 7.0F;
constexpr double kGlowOpacity = 0.28;
constexpr std::size_t kManyTies = 20'000; ///< of so many it is worth while to begin a thread
constexpr float kFocusReach = 6.0F, kFocusRing = 2.0F;

QColor withOpacity(QColor color, double opacity)
{
    color.setAlphaF(static_cast<float>(opacity));
    return color;
}

void addGround(MapPicture& picture, const MapInput& input, const PeopleLooks& looks)
{
    const MapColors& colors = input.style.colors;
    const MapViewport& view = picture.viewport;
    const bool isDark = colors.scheme == MapScheme::dark;
    const double strength = looks.dims ? kDimmedHull : 1.0;
    const double fogMost = isDark ? 0.13 : 0.20;
    const bool showsFog = input.style.fog && !looks.inCircle && !looks.onPath;
    const QPointF origin = view.toPixels(QPointF(0, 0));
    const QTransform toPixels(view.scale, 0, 0, view.scale, origin.x(), origin.y());
    picture.groundToPixels = toPixels;
    for (std::size_t i = 0; i < picture.ground->hulls.size(); ++i) {
        const MapGround::Hull& ground = picture.ground->hulls[i];
        const QColor& color = colors.group(input.groups[static_cast<std::size_t>(ground.group)].colour);
        PictureHull hull;
        hull.path = toPixels.map(ground.path);
        hull.fill = withOpacity(color, (isDark ? 0.11 : 0.085) * strength);
        hull.edge = withOpacity(color, (isDark ? 0.29 : 0.22) * strength);
        hull.group = ground.group;
        picture.hulls.push_back(std::move(hull));
        if (!showsFog || !ground.hasFog)
            continue;
        PictureFog fog;
        fog.hull = static_cast<int>(picture.hulls.size()) - 1;
        fog.color = colors.fog;
        fog.strength = ground.strength;
        fog.target = toPixels.mapRect(ground.target);
        fog.most = fogMost * strength;
        fog.ground = i;
        picture.fog.push_back(std::move(fog));
    }
}

PictureDisc discOf(const MapInput& input, const PersonLook& look, std::uint32_t person, QPointF at)
{
    const MapColors& colors = input.style.colors;
    const MapPerson& who = input.people[person];
    const QColor color = personColor(input, person);
    const double share = look.isDimmed()                         ? kDimmedShare
                         : look.untied                           ? kUntiedShare
                         : look.nearness == Nearness::secondStep ? kSecondStepShare
                                                                 : 1.0;
    const auto faded = [&](const QColor& full) {
        return share < 1.0 ? mixed(colors.canvas, full, share).rgb() : full.rgb();
    };
    const bool isGone = who.change == MapTieChange::lost;
    PictureDisc disc;
    disc.at = at;
    disc.radius = look.radius;
    disc.gap = std::min(kGap, look.radius * 0.25F);
    disc.shape = who.shape;
    disc.person = person;
    if (input.isFull(who) && !isGone) {
        disc.fill = faded(color);
    } else {
        disc.fill = faded(mixed(colors.canvas, color, kHollowFill));
        disc.edge = faded(mixed(colors.canvas, color, kHollowEdgeShare));
        disc.edgeWidth = std::min(kHollowEdge, look.radius * 0.4F);
        disc.gap = std::min(kHollowGap, disc.gap);
    }
    if (isGone || who.change == MapTieChange::fresh) {
        disc.ring = faded(isGone ? colors.danger : colors.good);
        disc.ringWidth = kRing;
        if (isGone)
            disc.fill = faded(mixed(colors.canvas, color, kGoneFill));
    } else if (look.reach > look.radius) {
        const int value = input.seconds[static_cast<std::size_t>(who.second)].colour;
        disc.ring = faded(colors.group(value));
        disc.ringWidth = kRing;
        disc.ringArcs = ringArcsOf(value);
    }
    const bool hasGroup = who.group >= 0 && static_cast<std::size_t>(who.group) < input.groups.size();
    if (colors.isGrey && hasGroup && look.radius >= kLeastMarked) {
        disc.mark = markOf(input.groups[static_cast<std::size_t>(who.group)].colour);
        disc.sign = inkOn(colors, QColor::fromRgb(disc.fill)).rgb();
    }
    return disc;
}

/// The head of a pin at the left above a disc, of somebody who stays where they were put: full dots are rings whose
/// lines meet in the middle.
void addPin(MapPicture& picture, QPointF disc, float reach, const MapColors& colors)
{
    const QPointF head = disc - QPointF(1, 1) / std::numbers::sqrt2 * static_cast<double>(reach);
    for (const auto& [dot, color] : {std::pair(kPin + kPinGap, colors.canvas), std::pair(kPin, colors.text)})
        picture.rings.push_back({head, dot / 2, dot, color});
}

void addPeople(MapPicture& picture, const MapInput& input, const PeopleLooks& looks,
               const std::vector<QPointF>& positions)
{
    const MapColors& colors = input.style.colors;
    const QRectF window = QRectF(QPointF(0, 0), picture.viewport.size).adjusted(-50, -50, 50, 50);
    struct Place
    {
        bool isLit;
        float radius;
        std::uint32_t person;
    };
    std::vector<Place> order;
    for (std::uint32_t i = 0; i < input.people.size(); ++i)
        if (looks.people[i].drawn && window.contains(positions[i]))
            order.push_back({!looks.people[i].isDimmed(), looks.people[i].radius, i});
    // Who is dimmed lies lowest, under the ties as well; a small disc lies on a large one.
    std::sort(order.begin(), order.end(), [](const Place& a, const Place& b) {
        return std::tuple(a.isLit, -a.radius, a.person) < std::tuple(b.isLit, -b.radius, b.person);
    });
    picture.discs.reserve(order.size());
    const bool showsPins = input.style.purpose == MapPurpose::screen;
    for (const auto& [isLit, radius, i] : order) {
        const PersonLook& look = looks.people[i];
        picture.discs.push_back(discOf(input, look, i, positions[i]));
        picture.lowDiscs += look.isDimmed() ? 1 : 0;
        if (look.selected)
            picture.glows.push_back({positions[i], look.reach + kSelectReach + kGlow / 2, kGlow,
                                     withOpacity(personColor(input, i), kGlowOpacity)});
        if (look.selected || look.atTie || (look.nearness == Nearness::focus && (looks.inCircle || looks.onPath)))
            picture.rings.push_back({positions[i], look.reach + kSelectReach, kSelectRing, colors.text});
        if (static_cast<int>(i) == input.focus.keyboard)
            picture.rings.push_back({positions[i], look.reach + kFocusReach, kFocusRing, colors.focus});
        if (input.people[i].pinned && showsPins && !look.isDimmed() && radius >= kLeastMarked)
            addPin(picture, positions[i], look.reach + (look.selected ? kSelectReach : kPinStands), colors);
    }
}

void indexDiscs(const MapPicture& picture, MapPicture::HitIndex& hits)
{
    std::vector<layout::Disc> discs;
    discs.reserve(picture.discs.size());
    for (const PictureDisc& disc : picture.discs)
        discs.push_back({disc.at.x(), disc.at.y(), static_cast<double>(disc.radius)});
    hits.discs = layout::SpatialIndex(std::move(discs));
}

} // namespace

Result<std::shared_ptr<const MapPicture>> buildMapPicture(const MapInput& input, const MapViewport& viewport,
                                                          const RunContext& run, const MapPicture* previous,
                                                          const MapFollowing* following)
{
    auto picture = std::make_shared<MapPicture>();
    picture->viewport = viewport;
    picture->canvas = input.style.colors.canvas;
    picture->fontFamily = input.style.fontFamily;
    const PeopleLooks looks = looksOf(input, viewport.zoom, viewport.unit);
    picture->leftOut = looks.leftOut;
    picture->dimmed = looks.dimmed;

    std::vector<QPointF> positions;
    positions.reserve(input.people.size());
    for (const MapPerson& person : input.people)
        positions.push_back(viewport.toPixels(person.at));

    if (input.hasHulls()) {
        const bool isSame = following == nullptr && previous != nullptr && previous->ground != nullptr &&
                            previous->ground->key == groundKey(input, viewport.unit);
        picture->ground = following ? following->ground
                          : isSame  ? previous->ground
                                    : makeGround(input, viewport.unit, run);
        if (picture->ground == nullptr)
            return fail(ErrorCode::cancelled);
        addGround(*picture, input, looks);
    }
    addRingGuides(*picture, input);
    auto hits = std::make_shared<MapPicture::HitIndex>();
    bool done = true;
    const auto addLines = [&] {
        done = following ? addTiesLike(*picture, *hits, input, looks, positions, following->before, run)
                         : addTies(*picture, *hits, input, looks, positions, run);
    };
    const auto addOthers = [&] {
        addPeople(*picture, input, looks, positions);
        indexDiscs(*picture, *hits);
        picture->legend = makeLegend(input, looks);
        picture->caption = makeCaption(input, looks);
    };
    // Lines share nothing with the rest.
    inParallel(2, input.ties.size() < kManyTies ? run.withThreads(1) : run,
               [&](int part) { part == 0 ? addLines() : addOthers(); });
    if (!done)
        return fail(ErrorCode::cancelled);
    picture->hits = std::move(hits);
    if (following ? !addTextsLike(*picture, input, looks, positions, following->before, following->moved, run)
                  : !addTexts(*picture, input, looks, positions, run))
        return fail(ErrorCode::cancelled);
    return picture;
}

} // namespace weavemap::ui
