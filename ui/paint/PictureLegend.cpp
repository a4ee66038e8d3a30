// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/PictureLegend.h"

#include <algorithm>
#include <utility>

#include "ui/paint/PaintWords.h"

namespace weavemap::ui {

namespace {

/// What occurs on the map.
struct Present
{
    bool heard = false, unheard = false, noGroup = false, sizes = false;
    bool work = false, exchange = false, aware = false, stale = false, guess = false, fresh = false, lost = false;
};

Present presentIn(const MapInput& input, const PeopleLooks& looks)
{
    Present present;
    for (std::size_t i = 0; i < input.people.size(); ++i) {
        if (!looks.people[i].drawn)
            continue;
        const MapPerson& person = input.people[i];
        (person.heardFrom ? present.heard : present.unheard) = true;
        present.noGroup = present.noGroup || person.group < 0;
        present.sizes = present.sizes || person.size > 0;
    }
    for (const MapTie& tie : input.ties) {
        if (!isDrawn(tie, looks))
            continue;
        if (tie.collaboration == Collaboration::now)
            present.work = true;
        else if (tie.depth >= TieDepth::exchange)
            present.exchange = true;
        else
            present.aware = true;
        present.stale = present.stale || tie.stale;
        present.guess = present.guess || (tie.staffGuess && !tie.stale);
        present.fresh = present.fresh || tie.change == MapTieChange::fresh;
        present.lost = present.lost || tie.change == MapTieChange::lost;
    }
    return present;
}

} // namespace

MapLegend makeLegend(const MapInput& input, const PeopleLooks& looks)
{
    const MapColors& colors = input.style.colors;
    const Present present = presentIn(input, looks);
    MapLegend legend;
    legend.title = input.colourTitle;
    for (std::size_t g = 0; g < input.groups.size(); ++g) {
        const MapGroup& group = input.groups[g];
        legend.values.push_back(
            {LegendKind::group, group.name, {}, group.members, colors.group(group.colour), static_cast<int>(g)});
    }
    if (present.noGroup && !input.groups.empty()) {
        int count = 0;
        for (std::size_t i = 0; i < input.people.size(); ++i)
            count += looks.people[i].drawn && input.people[i].group < 0 ? 1 : 0;
        legend.values.push_back({LegendKind::group, PaintWords::otherValue(), {}, count, colors.control, -1});
    }
    for (const MapGroup& second : input.seconds)
        legend.rows.push_back(
            {LegendKind::secondGroup, second.name, {}, second.members, colors.group(second.colour), -1});

    const auto row = [&legend](bool isThere, LegendKind kind, const QString& text, const QColor& color,
                               const QString& shortText = {}) {
        if (isThere)
            legend.rows.push_back({kind, text, shortText, -1, color, -1});
    };
    const bool showsSizes = input.style.sizes == MapSizes::byMeasure && present.sizes && !input.sizeTitle.isEmpty();
    row(showsSizes, LegendKind::sizes, PaintWords::lessToMore(input.sizeTitle), colors.muted);
    row(present.heard && present.unheard && !showsSizes, LegendKind::heard, PaintWords::heardFrom(), colors.muted);
    row(present.unheard, LegendKind::notHeard, PaintWords::notHeard(), colors.muted, PaintWords::notHeardShort());
    row(present.work, LegendKind::workTogether, PaintWords::workTogether(), colors.muted);
    row(present.exchange, LegendKind::exchange, PaintWords::exchange(), colors.muted, PaintWords::exchangeShort());
    row(present.aware, LegendKind::aware, PaintWords::aware(), colors.muted);
    row(present.stale, LegendKind::stale, PaintWords::stale(), colors.muted);
    row(present.guess, LegendKind::staffGuess, PaintWords::staffGuess(), colors.muted);
    row(present.fresh, LegendKind::fresh, PaintWords::freshTie(), colors.good);
    row(present.lost, LegendKind::lost, PaintWords::lostTie(), colors.danger);
    return legend;
}

QStringList makeCaption(const MapInput& input, const PeopleLooks& looks)
{
    QStringList parts;
    for (const QString& part : {input.caption.ties, input.caption.date, input.caption.coverage, input.caption.filter})
        if (!part.isEmpty())
            parts.append(part);
    if (looks.leftOut > 0)
        parts.append(PaintWords::notShown(looks.leftOut));
    return parts;
}

} // namespace weavemap::ui
