// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleMap.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "core/base/Random.h"
#include "core/graph/GraphSnapshot.h"
#include "core/layout/Layout.h"
#include "ui/base/Theme.h"

namespace weavemap::ui {

namespace {

constexpr std::array<const char*, 24> kFirst{"Marisol", "Tom",   "Ana",   "Luis",  "Elif",   "Owen",  "Jun",  "Priya",
                                             "Omar",    "Freya", "Lena",  "Diego", "Hannah", "Ravi",  "Mina", "Noor",
                                             "Samuel",  "Ada",   "Caleb", "Ines",  "Wen",    "Sofia", "Hugo", "Dalia"};
constexpr std::array<const char*, 24> kLast{"Vega",      "Birkett", "Ruiz",   "Castellano", "Musa",  "Kapoor",
                                            "Takeda",    "Nair",    "Bello",  "Dubois",     "Yusuf", "Saleh",
                                            "Lindqvist", "Pell",    "Pillai", "Serrano",    "Mehta", "Nyberg",
                                            "Ekman",     "Mensah",  "Hart",   "Orlov",      "Byrne", "Almeida"};
constexpr std::array<const char*, 5> kRegions{"Coast", "Uplands", "Riverside", "Midtown", "Lakes"};
constexpr std::array<double, 5> kShare{0.24, 0.205, 0.218, 0.21, 0.127};
constexpr std::array<double, 5> kHeard{0.88, 0.66, 0.74, 0.7, 0.17};

struct Builder
{
    MapInput input;
    Random random;
    std::set<std::pair<std::uint32_t, std::uint32_t>> there;

    explicit Builder(std::uint64_t seed) : random(seed) {}

    void tie(std::uint32_t a, std::uint32_t b)
    {
        if (a == b || !there.insert({std::min(a, b), std::max(a, b)}).second)
            return;
        MapTie made;
        made.id = TieId{static_cast<std::int64_t>(input.ties.size()) + 1};
        made.a = std::min(a, b);
        made.b = std::max(a, b);
        made.collaboration = random.chance(0.22) ? Collaboration::now : Collaboration::never;
        made.depth = random.chance(0.08) ? TieDepth::aware : TieDepth::exchange;
        made.stale = random.chance(0.07);
        made.staffGuess = random.chance(0.03);
        input.ties.push_back(made);
    }
};

} // namespace

void layOut(MapInput& input, std::uint64_t seed, layout::Style style)
{
    std::vector<graph::Edge> edges;
    for (const MapTie& tie : input.ties)
        edges.push_back({tie.a, tie.b, 1.0});
    const graph::GraphSnapshot graph(graph::GraphSnapshot::Direction::undirected,
                                     static_cast<std::uint32_t>(input.people.size()), edges);
    layout::LayoutOptions options;
    options.seed = seed;
    options.style = style;
    for (std::uint32_t v = 0; v < graph.vertexCount(); ++v)
        if (options.centre == layout::kNobody || graph.degree(v) > graph.degree(options.centre))
            options.centre = v;
    for (const MapPerson& person : input.people)
        options.groups.push_back(person.group);
    const auto placement = layout::layoutNetwork(graph, options);
    if (!placement)
        return;
    input.areas.clear();
    for (std::size_t i = 0; i < input.people.size(); ++i) {
        input.people[i].at = QPointF(placement->at[i].x, placement->at[i].y);
        input.people[i].place = MapArea::network;
    }
    for (const layout::Area& area : placement->areas) {
        if (area.kind == layout::Area::Kind::mainPieces)
            continue;
        const bool isAlone = area.kind == layout::Area::Kind::isolates;
        input.areas.push_back(
            {isAlone ? MapArea::isolate : MapArea::smallPiece, QPointF(area.caption.x, area.caption.y + 0.5 * area.caption.height)});
        for (std::size_t i = 0; i < input.people.size(); ++i)
            if (area.box.contains(placement->at[i]) && (graph.degree(static_cast<std::uint32_t>(i)) == 0) == isAlone)
                input.people[i].place = isAlone ? MapArea::isolate : MapArea::smallPiece;
    }
}

MapInput sampleMap(int people, std::uint64_t seed)
{
    Builder made(seed);
    MapInput& input = made.input;
    input.style.colors = mapColors(Theme::light());
    input.colourTitle = QStringLiteral("Region");
    input.sizeTitle = QStringLiteral("Go-between");
    std::array<std::vector<std::uint32_t>, 5> regions;
    int placed = 0;
    for (std::size_t g = 0; g < 5; ++g) {
        const int count = g == 4 ? people - placed : static_cast<int>(people * kShare[g]);
        placed += count;
        MapGroup group{QString::fromLatin1(kRegions[g]), static_cast<int>(g), count, 0};
        for (int k = 0; k < count; ++k) {
            MapPerson person;
            const auto index = static_cast<std::uint32_t>(input.people.size());
            person.id = PersonId{1000 + index};
            person.name = QString::fromLatin1(kFirst[made.random.below(24)]) + QLatin1Char(' ') +
                          QString::fromLatin1(kLast[made.random.below(24)]);
            person.group = static_cast<int>(g);
            person.heardFrom = made.random.chance(kHeard[g]);
            group.heard += person.heardFrom ? 1 : 0;
            regions[g].push_back(index);
            input.people.push_back(person);
        }
        input.groups.push_back(group);
    }
    // Within a region newcomers tie to a few, sooner to those who have many; the last ones of each stay alone or in
    // pairs.
    for (auto& region : regions) {
        const std::size_t main = region.size() > 4 ? region.size() - 2 : region.size();
        for (std::size_t k = 1; k < main; ++k) {
            const int wanted = 1 + static_cast<int>(made.random.below(3)) + (k % 3 == 0 ? 1 : 0);
            for (int w = 0; w < wanted; ++w)
                made.tie(region[k],
                         region[static_cast<std::size_t>(std::pow(made.random.unit(), 1.6) * static_cast<double>(k))]);
        }
        if (&region == &regions[1] && region.size() > 4)
            made.tie(region[main], region[main + 1]);
    }
    const int across = people * 45 / 142;
    for (int k = 0; k < across; ++k) {
        const std::size_t g = made.random.below(4), h = (g + 1 + made.random.below(3)) % 4;
        const bool isLakes = k % 9 == 0;
        const auto& from = regions[g];
        const auto& to = regions[isLakes ? 4 : h];
        if (from.size() > 4 && to.size() > 4)
            made.tie(from[made.random.below(from.size() / 3 + 1)], to[made.random.below(to.size() / 3 + 1)]);
    }
    for (const MapTie& tie : input.ties) {
        const bool isBridge = input.people[tie.a].group != input.people[tie.b].group;
        for (const std::uint32_t end : {tie.a, tie.b})
            input.people[end].size += isBridge ? 2.4 : 1.0;
    }
    for (MapPerson& person : input.people)
        person.size = person.size * person.size;

    layOut(input, seed);
    input.caption = {{},
                     QStringLiteral("%1 exchange ties, members only").arg(input.ties.size()),
                     QStringLiteral("15 Oct 2026"),
                     QStringLiteral("heard from 96 of 142 (68 %)"),
                     QString()};
    return input;
}

MapInput hugeMap(int people, int ties, std::uint64_t seed)
{
    Builder made(seed);
    MapInput& input = made.input;
    input.style.colors = mapColors(Theme::light());
    const int side = std::max(1, static_cast<int>(std::ceil(std::sqrt(people))));
    for (int g = 0; g < 8; ++g)
        input.groups.push_back({QStringLiteral("Group %1").arg(g), g, people / 8, people / 16});
    for (int i = 0; i < people; ++i) {
        MapPerson person;
        person.id = PersonId{i + 1};
        person.name = QStringLiteral("Person %1").arg(i);
        person.at = QPointF(i % side * 30 + made.random.unit() * 20, i / side * 30 + made.random.unit() * 20);
        person.group = (i % side) * 8 / side;
        person.heardFrom = made.random.chance(0.6);
        person.size = made.random.unit();
        input.people.push_back(person);
    }
    while (static_cast<int>(input.ties.size()) < ties) {
        const auto a = static_cast<std::int64_t>(made.random.below(static_cast<std::uint64_t>(people)));
        const std::int64_t b = a + made.random.between(-6, 6) + side * made.random.between(-6, 6);
        if (b >= 0 && b < people)
            made.tie(static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b));
    }
    return input;
}

} // namespace weavemap::ui
