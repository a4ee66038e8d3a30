// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/PictureLegend.h"

#include <algorithm>
#include <utility>

#include "ui/base/Words.h"
#include "ui/paint/PaintWords.h"

namespace weavemap::ui {

namespace {

/// What occurs on the map.
struct Present
{
    bool heard = false, unheard = false, noGroup = false, sizes = false;
    bool staff = false, outside = false, organization = false, convening = false, attended = false;
    bool strengths = false, direction = false;
    bool names = false, advice = false, learned = false, introduced = false, shared = false;
    bool work = false, exchange = false, aware = false, stale = false, guess = false;
    int fresh = 0, lost = 0, kept = 0, joined = 0, left = 0; ///< where two dates are compared
    int untied = 0;
};

Present presentIn(const MapInput& input, const PeopleLooks& looks)
{
    Present present;
    for (std::size_t i = 0; i < input.people.size(); ++i) {
        if (!looks.people[i].drawn)
            continue;
        const MapPerson& person = input.people[i];
        if (person.shape == MapShape::diamond) {
            present.convening = true;
            continue;
        }
        present.organization = present.organization || person.shape == MapShape::square;
        present.staff = present.staff || person.shape == MapShape::shield;
        present.outside = present.outside || person.shape == MapShape::triangle;
        (input.isFull(person) ? present.heard : present.unheard) = true;
        present.noGroup = present.noGroup || person.group < 0;
        present.sizes = present.sizes || person.size > 0;
        present.untied += looks.people[i].untied ? 1 : 0;
        present.joined += person.change == MapTieChange::fresh ? 1 : 0;
        present.left += person.change == MapTieChange::lost ? 1 : 0;
    }
    for (const MapTie& tie : input.ties) {
        if (!isDrawn(tie, looks))
            continue;
        if (tie.attended) {
            present.attended = true;
            continue;
        }
        const bool isWork = tie.collaboration == Collaboration::now;
        present.work = present.work || isWork;
        // Side by side, what is known of the depth is a line of its own.
        if (!isWork || (input.style.kinds && tie.depth != TieDepth::unknown))
            (tie.depth >= TieDepth::exchange ? present.exchange : present.aware) = true;
        const auto has = [&](MapKind kind) { return tie.directionOf(kind) != MapDirection::none; };
        if (input.style.kinds) {
            present.names = present.names || has(MapKind::names);
            present.advice = present.advice || has(MapKind::advice);
            present.learned = present.learned || has(MapKind::learnedFrom);
            present.introduced = present.introduced || has(MapKind::introduced);
            present.shared = present.shared || has(MapKind::sharedResource);
        }
        present.direction =
            present.direction || tie.direction == MapDirection::aToB || tie.direction == MapDirection::bToA;
        present.strengths = present.strengths || tie.strength != 1.0F;
        // Where dates are compared, dashes say what became of a tie.
        const bool isCompared = tie.change != MapTieChange::none;
        present.stale = present.stale || (tie.stale && !isCompared);
        present.guess = present.guess || (tie.staffGuess && !tie.stale && !isCompared);
        present.fresh += tie.change == MapTieChange::fresh ? 1 : 0;
        present.lost += tie.change == MapTieChange::lost ? 1 : 0;
        present.kept += tie.change == MapTieChange::kept ? 1 : 0;
    }
    return present;
}

} // namespace

MapLegend makeLegend(const MapInput& input, const PeopleLooks& looks)
{
    const MapColors& colors = input.style.colors;
    const Present present = presentIn(input, looks);
    MapLegend legend;
    if (!input.groups.empty() || !input.shades.empty()) // else no colour says anything
        legend.title = input.colourTitle;
    for (std::size_t g = 0; g < input.groups.size(); ++g) {
        const MapGroup& group = input.groups[g];
        legend.values.push_back({LegendKind::group,
                                 group.name,
                                 {},
                                 group.members,
                                 colors.group(group.colour),
                                 static_cast<int>(g),
                                 colors.isGrey ? markOf(group.colour) : 0});
    }
    for (const MapGroup& shade : input.shades)
        legend.values.push_back(
            {LegendKind::shade, shade.name, {}, shade.members, colors.group(shade.colour), shade.colour});
    if (present.noGroup && !input.groups.empty()) {
        int count = 0;
        for (std::size_t i = 0; i < input.people.size(); ++i)
            count += looks.people[i].drawn && input.people[i].group < 0 && input.people[i].shape != MapShape::diamond
                         ? 1
                         : 0;
        legend.values.push_back({LegendKind::group,
                                 input.noGroup.isEmpty() ? PaintWords::otherValue() : input.noGroup,
                                 {},
                                 count,
                                 colors.control,
                                 -1});
    }
    if (!input.seconds.empty() && !input.secondTitle.isEmpty())
        legend.rows.push_back({LegendKind::heading, PaintWords::ringsSay(input.secondTitle), {}, -1, colors.muted});
    for (const MapGroup& second : input.seconds)
        legend.rows.push_back({LegendKind::secondGroup,
                               second.name,
                               {},
                               second.members,
                               colors.group(second.colour),
                               -1,
                               ringArcsOf(second.colour)});

    const auto row = [&legend](bool isThere, LegendKind kind, const QString& text, const QColor& color,
                               const QString& shortText = {}) {
        if (isThere)
            legend.rows.push_back({kind, text, shortText, -1, color, -1});
    };
    const auto change = [&legend](int count, LegendKind kind, const QString& text, const QColor& color) {
        if (count > 0)
            legend.rows.push_back({kind, text, {}, count, color, -1});
    };
    const bool showsSizes = input.style.sizes == MapSizes::byMeasure && present.sizes && !input.sizeTitle.isEmpty();
    row(showsSizes, LegendKind::sizes, PaintWords::lessToMore(input.sizeTitle), colors.muted);
    row(present.heard && present.unheard && !showsSizes, LegendKind::heard, PaintWords::heardFrom(), colors.muted);
    row(present.staff, LegendKind::staff, PaintWords::staff(), colors.muted);
    row(present.outside, LegendKind::outside, PaintWords::outside(), colors.muted);
    row(present.organization, LegendKind::organization, PaintWords::organization(), colors.muted);
    row(present.convening, LegendKind::convening, PaintWords::convening(), colors.control);
    row(present.unheard, LegendKind::notHeard, PaintWords::notHeard(), colors.muted, PaintWords::notHeardShort());
    row(present.work, LegendKind::workTogether, PaintWords::workTogether(), colors.muted);
    row(present.exchange, LegendKind::exchange, PaintWords::exchange(), colors.muted, PaintWords::exchangeShort());
    row(present.aware, LegendKind::aware, PaintWords::aware(), colors.muted);
    row(present.names, LegendKind::kindNames, words(OverlayKind::names), colors.muted);
    row(present.advice, LegendKind::kindAdvice, words(OverlayKind::advice), colors.muted);
    row(present.learned, LegendKind::kindLearned, words(OverlayKind::learnedFrom), colors.muted);
    row(present.introduced, LegendKind::kindIntroduced, words(OverlayKind::introduced), colors.muted);
    row(present.shared, LegendKind::kindShared, words(OverlayKind::sharedResource), colors.muted);
    row(present.direction && !input.style.kinds, LegendKind::direction, PaintWords::direction(), colors.muted);
    row(present.strengths && !input.strengthTitle.isEmpty(), LegendKind::strengths,
        PaintWords::lessToMore(input.strengthTitle), colors.muted);
    row(present.attended, LegendKind::attended, PaintWords::attended(), colors.muted);
    row(present.stale, LegendKind::stale, PaintWords::stale(), colors.muted);
    row(present.guess, LegendKind::staffGuess, PaintWords::staffGuess(), colors.muted);
    change(present.untied, LegendKind::untied, PaintWords::untied(), colors.muted);
    change(present.fresh, LegendKind::fresh, PaintWords::freshTie(), colors.good);
    change(present.lost, LegendKind::lost, PaintWords::lostTie(), colors.danger);
    change(present.kept, LegendKind::kept, PaintWords::keptTie(), colors.muted);
    change(present.joined, LegendKind::joined, PaintWords::joined(), colors.good);
    change(present.left, LegendKind::left, PaintWords::left(), colors.danger);
    return legend;
}

QStringList makeCaption(const MapInput& input, const PeopleLooks& looks)
{
    QStringList parts;
    for (const QString& part :
         {input.caption.nodes, input.caption.ties, input.caption.date, input.caption.coverage, input.caption.filter})
        if (!part.isEmpty())
            parts.append(part);
    if (const auto convenings = std::count_if(input.people.begin(), input.people.end(),
                                              [&](const MapPerson& person) {
                                                  const auto i =
                                                      static_cast<std::size_t>(&person - input.people.data());
                                                  return person.shape == MapShape::diamond && looks.people[i].drawn;
                                              });
        convenings > 0)
        parts.append(PaintWords::convenings(static_cast<int>(convenings), input.conveningMonths));
    if (looks.leftOut > 0)
        parts.append(PaintWords::notShown(looks.leftOut));
    return parts;
}

} // namespace weavemap::ui
