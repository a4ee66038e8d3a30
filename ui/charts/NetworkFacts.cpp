// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/NetworkFacts.h"

#include <algorithm>
#include <cmath>
#include <variant>

#include <QCoreApplication>
#include <QLocale>

#include "ui/base/Convert.h"

namespace weavemap::ui {

namespace {

/// Where `lupdate` finds these texts.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(NetworkFacts)
};

QString oneDecimal(double value) { return QLocale().toString(value, 'f', 1); }

/// Sizes of the connected pieces, the largest first.
std::vector<double> pieceSizes(const sna::FigureSection& section)
{
    const auto found = section.scalars.find("component_sizes");
    if (found == section.scalars.end())
        return {};
    const auto* sizes = std::get_if<sna::NumberList>(&found->second);
    return sizes ? sizes->values : std::vector<double>{};
}

int countWhere(const std::vector<double>* values, double wanted)
{
    return values == nullptr ? 0 : static_cast<int>(std::count(values->begin(), values->end(), wanted));
}

/// Members without a known tie, and how many of them were never heard from in the year.
NetworkFact withoutTies(const FiguresResult& figures)
{
    const auto* degree = figures.network.figures.undirected.perNode("degree");
    int alone = 0, unheard = 0;
    for (std::size_t i = 0; degree != nullptr && i < degree->size(); ++i) {
        if ((*degree)[i] > 0)
            continue;
        ++alone;
        const PersonId id = figures.network.figures.ids[i];
        const auto contact = std::find_if(figures.data.contacts.begin(), figures.data.contacts.end(),
                                          [id](const auto& c) { return c.person == id; });
        unheard += contact == figures.data.contacts.end() || !actions::isHeardFrom(*contact, figures.network.network.on)
                       ? 1
                       : 0;
    }
    return {formatCount(alone), Text::tr("%Ln members have no known tie.", nullptr, alone),
            alone == 0
                ? QString()
                : Text::tr("%Ln of them we have not heard from in a year: they may have ties.", nullptr, unheard),
            Text::tr("isolates")};
}

} // namespace

std::vector<NetworkFact> networkFacts(const FiguresResult& figures)
{
    const sna::FigureSection& section = figures.network.figures.undirected;
    std::vector<NetworkFact> facts;
    const auto members = static_cast<double>(figures.network.figures.vertices);
    if (members < 1)
        return facts;
    if (const auto mean = section.number("degree_mean"))
        facts.push_back({oneDecimal(*mean),
                         Text::tr("On average each member is in touch with %1 others.").arg(oneDecimal(*mean)),
                         {},
                         Text::tr("mean degree, 2m/n")});
    if (const auto density = section.number("density"))
        facts.push_back(
            {formatPercent(*density, 1),
             Text::tr("Of all pairs who could know each other, %1 do.").arg(formatPercent(*density, 1)),
             Text::tr("It falls as membership grows, even when everyone gains ties. Never compare networks of "
                      "different size by it."),
             Text::tr("density, 2m/(n(n-1))")});
    facts.push_back(withoutTies(figures));
    const auto sizes = pieceSizes(section);
    if (!sizes.empty()) {
        const double share = sizes.front() / members;
        facts.push_back({formatPercent(share),
                         Text::tr("%1 of the members can reach each other by some chain.").arg(formatPercent(share)),
                         Text::tr("The network is in %Ln pieces, people without a tie included.", nullptr,
                                  static_cast<int>(sizes.size())),
                         Text::tr("share of the largest component")});
    }
    const auto steps = section.number("largest.mean_distance"), longest = section.number("largest.diameter");
    if (steps && longest && !sizes.empty() && sizes.front() > 1)
        facts.push_back({oneDecimal(*steps),
                         Text::tr("Between two of them lie %1 handshakes on average, %2 at most.")
                             .arg(oneDecimal(*steps))
                             .arg(static_cast<int>(*longest)),
                         {},
                         Text::tr("average path length and diameter of the largest component"),
                         figures.isComing("largest.diameter")});
    else if (figures.isComing("largest.diameter"))
        facts.push_back({QStringLiteral("\u2026"),
                         Text::tr("Computing\u2026"),
                         {},
                         Text::tr("average path length and diameter of the largest component"),
                         true});
    const auto* degree = section.perNode("degree");
    const bool anyPair =
        degree != nullptr && std::any_of(degree->begin(), degree->end(), [](double ties) { return ties > 1; });
    if (const auto closed = section.number("transitivity_global"); closed && anyPair)
        facts.push_back(
            {formatPercent(*closed),
             Text::tr("Two contacts of the same person know each other in %1 of cases.").arg(formatPercent(*closed)),
             {},
             Text::tr("transitivity, 3 triangles / connected triples")});
    const int cutPoints = countWhere(section.perNode("articulation_point"), 1);
    if (section.perNode("articulation_point") != nullptr)
        facts.push_back(
            {formatCount(cutPoints),
             cutPoints == 0 ? Text::tr("Nobody is the only link that others have.")
                            : Text::tr("If one of %Ln people left, others would lose their link.", nullptr, cutPoints),
             cutPoints > 0 ? Text::tr("They stand out on the map when people are sized by go-between.") : QString(),
             Text::tr("cut points (articulation points)"), figures.isComing("articulation_point")});
    const auto* cores = section.perNode("core_number");
    if (cores != nullptr && !cores->empty()) {
        const double most = *std::max_element(cores->begin(), cores->end());
        if (most >= 2)
            facts.push_back(
                {formatCount(countWhere(cores, most)),
                 Text::tr("%Ln people form the best-knit centre: ", nullptr, countWhere(cores, most)) +
                     Text::tr("each is in touch with at least %Ln others in it.", nullptr, static_cast<int>(most)),
                 {},
                 Text::tr("highest k-core"),
                 figures.isComing("core_number")});
    }
    return facts;
}

} // namespace weavemap::ui
