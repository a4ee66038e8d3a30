// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/TieLooks.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <tuple>

#include "ui/paint/TieGeometry.h"

namespace weavemap::ui {

namespace {

constexpr double kUsualTies = 5;        ///< for each person
constexpr double kWithoutGroups = 0.16; ///< more opacity where no colour says anything and all lines are grey
constexpr double kDimmed = 0.05;        ///< opacity of a tie that stepped back
constexpr double kFreshWidth = 1.5;     ///< of a new tie: it is told from the kept ones without its colour, too
constexpr std::size_t kOneColourAbove = 5'000;
constexpr double kFlatness = 0.06;       ///< px between a curve and its straight pieces
constexpr double kFlatnessOfMany = 0.15; ///< the same where ties have one colour each: they are faint and many

/// Many ties are fainter, and so are those of few people who nearly all know each other.
double opacityFactor(const PeopleLooks& looks)
{
    if (looks.drawnTies == 0)
        return 1.0;
    const auto ties = static_cast<double>(looks.drawnTies), people = static_cast<double>(looks.drawn);
    const double many = std::clamp(std::pow(600.0 / ties, 0.35), 0.18, 1.0);
    return many * std::clamp(std::sqrt(kUsualTies * people / ties), 0.4, 1.0);
}

} // namespace

std::vector<double> patternOf(Dash dash)
{
    switch (dash) {
    case Dash::stale:
        return {4, 4};
    case Dash::guess:
        return {1, 4};
    case Dash::learnedFrom:
        return {10, 3};
    case Dash::introduced:
        return {8, 3, 2, 3};
    case Dash::sharedResource:
        return {10, 2, 2, 2, 2, 2};
    case Dash::solid:
        break;
    }
    return {};
}

TieLooks::TieLooks(const MapInput& input, const PeopleLooks& looks)
    : m_input(input), m_looks(looks), m_density(opacityFactor(looks)),
      m_hasOneColour(looks.drawnTies > kOneColourAbove),
      m_anyHeard(std::any_of(input.people.begin(), input.people.end(),
                             [&input](const MapPerson& person) { return input.isFull(person); })),
      m_palette(input, looks,
                looks.drawnTies > kStraightAbove ? TiePalette::Kind::few
                : m_hasOneColour                 ? TiePalette::Kind::mean
                                                 : TiePalette::Kind::running)
{}

TieLook TieLooks::lookOf(std::size_t index, const Line& line) const
{
    const MapTie& tie = m_input.ties[index];
    const MapColors& colors = m_input.style.colors;
    const bool isDark = colors.scheme == MapScheme::dark;
    const MapPerson& a = m_input.people[tie.a];
    const MapPerson& b = m_input.people[tie.b];
    const bool isWithin = a.group == b.group;
    const bool isWork =
        tie.collaboration == Collaboration::now && (!m_input.style.kinds || line.kind == MapKind::workTogether);

    TieLook look;
    look.width = isWork ? 2.1 : tie.depth >= TieDepth::exchange ? 1.15 : 0.8;
    look.width *= static_cast<double>(std::clamp(tie.strength, kLeastStrength, kMostStrength));
    look.alpha = isWithin ? (isDark ? 0.36 : 0.34) + (isWork ? 0.14 : 0.0) : (isDark ? 0.66 : 0.62);
    if (m_input.groups.empty())
        look.alpha += kWithoutGroups;
    if (m_anyHeard && !m_input.isFull(a) && !m_input.isFull(b))
        look.alpha *= 0.6;
    look.alpha *= m_density;
    look.layer = isWithin ? 1 : 2;
    look.dash = tie.stale ? Dash::stale : tie.staffGuess ? Dash::guess : Dash::solid;
    look.tapers = !m_hasOneColour && (line.direction == MapDirection::aToB || line.direction == MapDirection::bToA);
    if (line.kind >= MapKind::names)
        applyOverlay(line.kind, look);

    std::tie(look.from, look.to) = m_palette.colours(tie);
    if (tie.attended)
        applyAttended(look);
    applyChange(tie, look);
    applyFocus(tie, index, look);
    return look;
}

double TieLooks::flatness() const { return m_hasOneColour ? kFlatnessOfMany : kFlatness; }

void TieLooks::applyOverlay(MapKind kind, TieLook& look)
{
    look.width = kind == MapKind::names ? 0.8 : 1.15;
    look.dash = kind == MapKind::learnedFrom      ? Dash::learnedFrom
                : kind == MapKind::introduced     ? Dash::introduced
                : kind == MapKind::sharedResource ? Dash::sharedResource
                                                  : Dash::solid;
}

/// Who came to a convening: fine lines in grey below all ties.
void TieLooks::applyAttended(TieLook& look) const
{
    look.from = look.to = m_input.style.colors.muted;
    look.width = 0.8;
    look.alpha = 0.45 * m_density;
    look.dash = Dash::solid;
    look.layer = 1;
}

/// Where two dates are compared a dash means lost and nothing else.
void TieLooks::applyChange(const MapTie& tie, TieLook& look) const
{
    const MapColors& colors = m_input.style.colors;
    if (tie.change == MapTieChange::fresh) {
        look.from = look.to = colors.good;
        look.alpha = 0.9;
        look.width *= kFreshWidth;
        look.dash = Dash::solid;
        look.layer = kOwnLayer;
    } else if (tie.change == MapTieChange::lost) {
        look.from = look.to = colors.danger;
        look.alpha = 0.8;
        look.dash = Dash::stale;
        look.layer = kOwnLayer;
    } else if (tie.change == MapTieChange::kept) {
        look.from = look.to = colors.muted;
        look.alpha *= 0.6;
        look.dash = Dash::solid;
    }
}

void TieLooks::applyFocus(const MapTie& tie, std::size_t index, TieLook& look) const
{
    const PersonLook& a = m_looks.people[tie.a];
    const PersonLook& b = m_looks.people[tie.b];
    if (m_looks.onPath) {
        const bool isStep = a.pathStep >= 0 && b.pathStep >= 0 && std::abs(a.pathStep - b.pathStep) == 1;
        look.width *= isStep ? 2.0 : 1.0;
        look.alpha = isStep ? 0.95 : kDimmed * m_density * m_density;
        look.layer = isStep ? kOwnLayer : 0;
    } else if (m_looks.dims) {
        if (a.nearness == Nearness::focus || b.nearness == Nearness::focus) {
            look.width *= 1.5;
            look.alpha = 0.95;
            look.layer = kOwnLayer;
        } else if (a.nearness == Nearness::dimmed || b.nearness == Nearness::dimmed || !m_looks.inCircle) {
            look.alpha = kDimmed * m_density * m_density; // thousands of them are no cloud
            look.layer = 0;
        }
    }
    // On a path a tie that leads off it would end at somebody who stepped back.
    const bool isOffPath = m_looks.onPath && look.layer == 0;
    if ((a.selected || b.selected) && !isOffPath) {
        const double ink = m_palette.kind() == TiePalette::Kind::few ? 1.0 : 0.5;
        look.from = mixed(look.from, m_input.style.colors.text, ink);
        look.to = mixed(look.to, m_input.style.colors.text, ink);
        look.alpha = std::max(look.alpha, 0.9);
        look.layer = kOwnLayer;
    }
    // A choice is ink: it shows among ties of any colour.
    if (m_input.focus.hoveredTie == static_cast<std::int64_t>(index)) {
        look.from = look.to = m_input.style.colors.text;
        look.width *= 2;
        look.alpha = 0.95;
        look.layer = kOwnLayer;
    }
}

} // namespace weavemap::ui
