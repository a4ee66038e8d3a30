// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/LivePicture.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "ui/paint/MapPictureBuilder.h"

namespace weavemap::ui {

namespace {

constexpr std::size_t kMostUnderHand = 200; ///< people: with more, what stays is hardly less than what moves

/// Who is elsewhere in `now`; nothing where more than places differs, or somebody moved who is not chosen.
std::optional<std::vector<bool>> movedIn(const MapInput& before, const MapInput& now)
{
    if (before.people.size() != now.people.size() || before.focus != now.focus || before.ties != now.ties ||
        now.focus.selected.size() > kMostUnderHand)
        return std::nullopt;
    std::vector<bool> moved(now.people.size(), false), isChosen(now.people.size(), false);
    for (const std::uint32_t person : now.focus.selected) {
        if (person >= isChosen.size())
            return std::nullopt;
        isChosen[person] = true;
    }
    for (std::size_t i = 0; i < now.people.size(); ++i) {
        const MapPerson &old = before.people[i], &person = now.people[i];
        moved[i] = old.at.x() != person.at.x() || old.at.y() != person.at.y();
        if (moved[i] && !isChosen[i])
            return std::nullopt;
        MapPerson there = old;
        there.at = person.at;
        if (there != person)
            return std::nullopt;
    }
    const auto rest = [](const MapInput& input) {
        return std::tie(input.groups, input.seconds, input.labels, input.labelBy, input.areas, input.rings, input.style,
                        input.colourTitle, input.noGroup, input.sizeTitle, input.isRolledUp, input.tellsHeard,
                        input.discRoom);
    };
    return rest(before) == rest(now) ? std::optional(std::move(moved)) : std::nullopt;
}

bool isSameView(const MapViewport& a, const MapViewport& b)
{
    return a.size == b.size && a.centre.x() == b.centre.x() && a.centre.y() == b.centre.y() && a.scale == b.scale &&
           a.zoom == b.zoom && a.unit == b.unit && a.obstacles == b.obstacles;
}

} // namespace

Result<std::shared_ptr<const MapPicture>> nextMapPicture(const std::shared_ptr<const MapInput>& input,
                                                         const MapViewport& viewport, MapHand hand, LiveMap& live,
                                                         const RunContext& run)
{
    const std::shared_ptr<const MapInput> asked = std::exchange(live.input, nullptr);
    const std::shared_ptr<const MapPicture> before = std::exchange(live.picture, nullptr);
    std::optional<std::vector<bool>> moved;
    if (hand == MapHand::moving && asked && before && isSameView(before->viewport, viewport))
        moved = movedIn(*asked, *input);
    std::shared_ptr<const MapPicture> picture;
    if (moved) {
        MapFollowing following{*before, *moved, nullptr};
        const bool anyMoved = std::find(moved->begin(), moved->end(), true) != moved->end();
        following.ground = !input->hasHulls() ? nullptr
                           : anyMoved         ? live.ground.follow(*input, input->focus.selected, viewport.unit, run)
                                              : before->ground;
        if (input->hasHulls() && !following.ground)
            return fail(ErrorCode::cancelled);
        WEAVEMAP_ASSIGN(picture, buildMapPicture(*input, viewport, run, before.get(), &following));
    } else {
        live.ground.forget();
        WEAVEMAP_ASSIGN(picture, buildMapPicture(*input, viewport, run, before.get()));
    }
    live.input = input;
    live.picture = picture;
    return picture;
}

} // namespace weavemap::ui
