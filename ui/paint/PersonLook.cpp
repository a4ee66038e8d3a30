// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/PersonLook.h"

#include <algorithm>
#include <cmath>

#include "ui/paint/CircleSteps.h"

namespace weavemap::ui {

namespace {

constexpr double kLeastFactor = 0.6;
constexpr double kMostFactor = 2.2;
constexpr double kLeastShare = 0.5;                     ///< of its size that a disc keeps where others stand near
constexpr double kBetweenDiscs = 1;                     ///< px kept between two discs
constexpr double kNearestUnit = 0.4, kFarthestUnit = 4; ///< map units a px
constexpr double kSameRadius = 7;
constexpr double kBaseRadius = 5.2;
constexpr double kValueRadius = 11.5;
constexpr std::size_t kManyPeople = 300; ///< more have smaller discs, so that ties are seen between them
constexpr double kLeastRadius = 2;
constexpr double kSmallPicture = 2.2; ///< map units a px, from which on discs follow the scale
constexpr float kSecondRing = 4;      ///< a 2 px ring beyond a 2 px gap

double sizeOf(const MapPerson& person) { return std::isfinite(person.size) && person.size > 0 ? person.size : 0; }

/// The radius in a network that fills the canvas, px.
double plainRadius(const MapInput& input, const MapPerson& person, double largest)
{
    return input.style.sizes == MapSizes::byMeasure && largest > 0
               ? kBaseRadius + kValueRadius * std::sqrt(sizeOf(person) / largest)
               : kSameRadius;
}

/// How much smaller discs are in a crowd, and in a picture that is shown small, such as a wide circle.
double crowdOf(const PeopleLooks& looks, double unit)
{
    const double crowd = looks.drawn > kManyPeople
                             ? std::sqrt(static_cast<double>(kManyPeople) / static_cast<double>(looks.drawn))
                             : 1.0;
    return std::min(crowd, kSmallPicture / std::max(unit, 1.0));
}

void setRadii(const MapInput& input, double unit, PeopleLooks& looks)
{
    double largest = 0;
    for (std::size_t i = 0; i < input.people.size(); ++i)
        if (looks.people[i].drawn)
            largest = std::max(largest, sizeOf(input.people[i]));
    double crowd = crowdOf(looks, unit);
    if (input.discRoom > 0)
        crowd = std::min(crowd, std::max(kLeastShare, input.discRoom / std::max(unit, 1e-3)));
    // What was made small for the crowd may grow longer, as one comes nearer.
    const double factor = std::clamp(looks.grown, kLeastFactor, std::max(kLeastFactor, kMostFactor / crowd));
    for (std::size_t i = 0; i < input.people.size(); ++i) {
        const double radius = plainRadius(input, input.people[i], largest);
        PersonLook& look = looks.people[i];
        look.radius = static_cast<float>(std::max(kLeastRadius, radius * factor * crowd));
        const int second = input.people[i].second;
        const bool hasRing = second >= 0 && static_cast<std::size_t>(second) < input.seconds.size();
        const MapTieChange change = input.people[i].change;
        const bool isMarked = change == MapTieChange::fresh || change == MapTieChange::lost;
        look.reach = look.radius + (hasRing || isMarked ? kSecondRing : 0.0F);
    }
}

void lightPath(const std::vector<std::uint32_t>& path, PeopleLooks& looks)
{
    looks.dims = looks.onPath = true;
    for (PersonLook& look : looks.people)
        look.nearness = Nearness::dimmed;
    for (std::size_t step = 0; step < path.size(); ++step) {
        looks.people[path[step]].nearness = Nearness::focus;
        looks.people[path[step]].pathStep = static_cast<int>(step);
    }
    looks.dimmed = static_cast<int>(std::count_if(looks.people.begin(), looks.people.end(), [](const PersonLook& look) {
        return look.drawn && look.isDimmed();
    }));
}

void setNearness(const MapInput& input, PeopleLooks& looks)
{
    const auto isThere = [&](int person) {
        return person >= 0 && static_cast<std::size_t>(person) < input.people.size() &&
               looks.people[static_cast<std::size_t>(person)].drawn;
    };
    const MapFocus& focus = input.focus;
    if (focus.path.size() > 1 && std::all_of(focus.path.begin(), focus.path.end(),
                                             [&](std::uint32_t at) { return isThere(static_cast<int>(at)); })) {
        lightPath(focus.path, looks);
        return;
    }
    looks.inCircle = isThere(focus.circle) && focus.circleSteps > 0;
    const int centre = looks.inCircle ? focus.circle : focus.hovered;
    if (!isThere(centre))
        return;
    looks.dims = true;
    std::vector<std::uint32_t> centres{static_cast<std::uint32_t>(centre)};
    if (looks.inCircle)
        centres.insert(centres.end(), focus.circleWith.begin(), focus.circleWith.end());
    const std::vector<int> steps =
        stepsFrom(input.people.size(), input.ties, centres, looks.inCircle ? focus.circleSteps : 1,
                  [&looks](const MapTie& tie) { return isDrawn(tie, looks); });
    for (std::size_t i = 0; i < steps.size(); ++i) {
        PersonLook& look = looks.people[i];
        look.nearness = steps[i] < 0    ? Nearness::dimmed
                        : steps[i] == 0 ? Nearness::focus
                        : steps[i] == 1 ? Nearness::contact
                                        : Nearness::secondStep;
        if (look.drawn && look.isDimmed())
            ++looks.dimmed;
    }
}

} // namespace

const QColor& personColor(const MapInput& input, std::uint32_t person)
{
    if (const int shade = input.people[person].shade; shade >= 0 && shade < static_cast<int>(input.shades.size()))
        return input.style.colors.group(input.shades[static_cast<std::size_t>(shade)].colour);
    const int group = input.people[person].group;
    const bool hasGroup = group >= 0 && static_cast<std::size_t>(group) < input.groups.size();
    return input.style.colors.group(hasGroup ? input.groups[static_cast<std::size_t>(group)].colour : -1);
}

double discRoomOf(const MapInput& input)
{
    struct Place
    {
        double x, y, radius;
    };
    std::vector<Place> places;
    double largest = 0, widest = 0;
    for (const MapPerson& person : input.people)
        largest = std::max(largest, person.hidden ? 0 : sizeOf(person));
    for (const MapPerson& person : input.people)
        if (!person.hidden && !person.pinned && std::isfinite(person.at.x()) && std::isfinite(person.at.y())) {
            places.push_back({person.at.x(), person.at.y(), plainRadius(input, person, largest)});
            widest = std::max(widest, places.back().radius);
        }
    if (places.size() > kManyPeople)
        return 0;
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.x < b.x; });
    double room = 0;
    for (std::size_t i = 0; i < places.size(); ++i)
        for (std::size_t k = i + 1; k < places.size(); ++k) {
            const double reach = kFarthestUnit * (places[i].radius + widest + kBetweenDiscs);
            if (places[k].x - places[i].x > reach)
                break;
            const double apart = std::hypot(places[k].x - places[i].x, places[k].y - places[i].y);
            const double unit = apart / (places[i].radius + places[k].radius + kBetweenDiscs);
            // Who stand on one point, as in a file with places of its own, can not be set apart by any size.
            if (unit >= kNearestUnit && (room == 0 || unit < room))
                room = unit;
        }
    return room;
}

PeopleLooks looksOf(const MapInput& input, double zoom, double unit)
{
    PeopleLooks looks;
    looks.grown = std::sqrt(std::max(0.0, zoom));
    looks.factor = std::clamp(looks.grown, kLeastFactor, kMostFactor);
    looks.people.resize(input.people.size());
    looks.isShown.resize(input.people.size());
    for (std::size_t i = 0; i < input.people.size(); ++i) {
        const MapPerson& person = input.people[i];
        PersonLook& look = looks.people[i];
        look.shown = shownAs(input.style.names, person.consent, input.style.purpose);
        // Policies are about people: an organization or a convening has its name, or none where nothing is named.
        if (!isPerson(person.shape) && (look.shown == ShownAs::initials || look.shown == ShownAs::code))
            look.shown = ShownAs::full;
        const bool hasPlace = std::isfinite(person.at.x()) && std::isfinite(person.at.y());
        look.drawn = !person.hidden && hasPlace && look.shown != ShownAs::leftOut;
        look.untied = person.untied && person.place == MapArea::network;
        looks.isShown[i] = look.drawn ? 1 : 0;
        looks.drawn += look.drawn ? 1 : 0;
        looks.leftOut += !person.hidden && look.shown == ShownAs::leftOut ? 1 : 0;
    }
    for (const std::uint32_t chosen : input.focus.selected)
        if (chosen < looks.people.size())
            looks.people[chosen].selected = true;
    const std::int64_t chosenTie = input.focus.hoveredTie;
    if (chosenTie >= 0 && chosenTie < static_cast<std::int64_t>(input.ties.size())) {
        const MapTie& tie = input.ties[static_cast<std::size_t>(chosenTie)];
        if (isDrawn(tie, looks))
            looks.people[tie.a].atTie = looks.people[tie.b].atTie = true;
    }
    for (const MapTie& tie : input.ties) {
        if (!isDrawn(tie, looks))
            continue;
        PersonLook& a = looks.people[tie.a];
        PersonLook& b = looks.people[tie.b];
        if (!tie.attended) {
            ++a.degree;
            ++b.degree;
            ++looks.drawnTies;
        }
        const bool touchesHovered =
            static_cast<int>(tie.a) == input.focus.hovered || static_cast<int>(tie.b) == input.focus.hovered;
        a.besideSelected = a.besideSelected || b.selected || touchesHovered;
        b.besideSelected = b.besideSelected || a.selected || touchesHovered;
    }
    setRadii(input, unit, looks);
    setNearness(input, looks);
    return looks;
}

} // namespace weavemap::ui
