// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/Figures.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/sna/NodeAttribute.h"
#include "core/sna/Registry.h"

namespace weavemap::actions {

namespace {

constexpr int kMostMonths = 1200;
constexpr double kDearFrom = 1e9;

/// A number as a spreadsheet would read it; nothing for words, and for nan and inf, which are words here.
std::optional<double> numberIn(std::string_view text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

sna::NodeAttribute attributeOf(const std::string& name, const std::unordered_map<PersonId, std::string>& values,
                               const graph::GraphSnapshot& snapshot)
{
    sna::NodeAttribute attribute;
    attribute.name = name;
    bool allNumbers = true;
    std::vector<std::optional<double>> numbers;
    for (const PersonId id : snapshot.ids()) {
        const auto found = values.find(id);
        attribute.values.push_back(found == values.end() ? std::string() : found->second);
        const auto number = found == values.end() ? std::nullopt : numberIn(found->second);
        allNumbers = allNumbers && (found == values.end() || number.has_value());
        numbers.push_back(number);
    }
    if (allNumbers && std::any_of(numbers.begin(), numbers.end(), [](const auto& n) { return n.has_value(); }))
        attribute.numbers = std::move(numbers);
    return attribute;
}

std::vector<sna::NodeAttribute> attributesOf(const NetworkData& data, const graph::GraphSnapshot& snapshot)
{
    constexpr std::string_view prefix = "attribute:";
    std::vector<sna::NodeAttribute> attributes;
    for (const std::string& field : fieldsOf(data)) {
        const bool isColumn = field.starts_with(prefix);
        const std::string name = isColumn ? field.substr(prefix.size()) : field;
        const bool twice =
            !isColumn && std::any_of(data.attributes.begin(), data.attributes.end(),
                                     [&name](const Attribute& attribute) { return attribute.name == name; });
        // Everybody has a kind, and it says who counts, not what they are like.
        if (twice || field == "kind")
            continue;
        const auto values = valuesOfField(data, field);
        if (!isColumn || !repeatsIdentity(data, values))
            attributes.push_back(attributeOf(name, values, snapshot));
    }
    return attributes;
}

/// The network with staff in it, where there are any: hub dependence compares the two.
std::optional<sna::StaffNetwork> staffNetworkOf(const NetworkData& data, graph::NetworkOptions options)
{
    if (std::none_of(data.people.begin(), data.people.end(),
                     [](const Person& person) { return person.kind == PersonKind::staff; }))
        return std::nullopt; // mostly so in a large file
    options.population = graph::Population::membersAndStaff;
    sna::StaffNetwork network;
    network.snapshot = graph::networkSnapshot(data.people, data.ties, data.overlays, options);
    std::unordered_set<PersonId> staff;
    for (const Person& person : data.people)
        if (person.kind == PersonKind::staff)
            staff.insert(person.id);
    bool any = false;
    for (const PersonId id : network.snapshot.ids()) {
        network.isStaff.push_back(staff.contains(id) ? 1 : 0);
        any = any || network.isStaff.back() != 0;
    }
    return any ? std::optional(std::move(network)) : std::nullopt;
}

bool sameEdges(const graph::GraphSnapshot& one, const graph::GraphSnapshot& other)
{
    const auto left = one.edges(), right = other.edges();
    return one.ids() == other.ids() && std::equal(left.begin(), left.end(), right.begin(), right.end(),
                                                  [](const graph::Edge& a, const graph::Edge& b) {
                                                      return a.source == b.source && a.target == b.target &&
                                                             a.weight == b.weight;
                                                  });
}

/// The keys with the estimate of betweenness in place of betweenness.
std::vector<std::string> withEstimate(std::vector<std::string> keys)
{
    const auto found = std::remove_if(keys.begin(), keys.end(), [](const std::string& key) {
        return key == "betweenness" || key == "betweenness_normalized";
    });
    if (found == keys.end())
        return keys;
    keys.erase(found, keys.end());
    keys.emplace_back("betweenness_estimate");
    keys.emplace_back("betweenness_estimate_bound");
    return keys;
}

} // namespace

bool isDear(std::size_t people, std::size_t ties)
{
    return static_cast<double>(people) * static_cast<double>(ties) > kDearFrom;
}

std::size_t staleTiesOf(const NetworkData& data, const graph::NetworkOptions& network)
{
    return static_cast<std::size_t>(std::count_if(data.ties.begin(), data.ties.end(), [&network](const Tie& tie) {
        return belongsTo(tie, network.set) && tie.isOpenOn(network.on) && tie.isStaleOn(network.on);
    }));
}

Result<NetworkFigures> computeFigures(const NetworkData& data, const FigureQuestion& question, const RunContext& run)
{
    NetworkFigures result;
    result.network = question.network;
    result.network.direction = graph::GraphSnapshot::Direction::undirected;
    result.coverage = coverageOf(data, question.network.on);
    result.staleTies = staleTiesOf(data, question.network);

    const auto undirected = graph::networkSnapshot(data.people, data.ties, data.overlays, result.network);
    sna::AnalysisRequest request;
    request.keys = question.measures;
    if (question.precision == Precision::estimatedWhereDear && isDear(undirected.vertexCount(), undirected.edgeCount()))
        request.keys = withEstimate(std::move(request.keys));
    request.upTo = question.upTo;
    request.attributes = attributesOf(data, undirected);
    request.onFigure = question.onFigure;
    const auto withStaff = staffNetworkOf(data, result.network);
    request.withStaff = withStaff ? &*withStaff : nullptr;

    const bool withDirected =
        question.directed == DirectedFigures::always || data.directedness == Directedness::directed;
    if (!withDirected) {
        WEAVEMAP_ASSIGN(result.figures, sna::analyse(undirected, request, run));
        return result;
    }
    graph::NetworkOptions options = result.network;
    options.direction = graph::GraphSnapshot::Direction::directed;
    const auto directed = graph::networkSnapshot(data.people, data.ties, data.overlays, options);
    if (sameEdges(directed.undirected(), undirected)) {
        WEAVEMAP_ASSIGN(result.figures, sna::analyse(directed, request, run));
        return result;
    }
    // Ties without a direction stand beside arcs: each section is over its own.
    request.onFigure = [&question](sna::Section section, const std::string& key, const sna::Value& value) {
        if (question.onFigure && section == sna::Section::directed)
            question.onFigure(section, key, value);
    };
    WEAVEMAP_ASSIGN(sna::Figures arcs, sna::analyse(directed, request, run));
    request.onFigure = question.onFigure;
    WEAVEMAP_ASSIGN(result.figures, sna::analyse(undirected, request, run));
    result.figures.directed = std::move(arcs.directed);
    for (const auto& [key, seconds] : arcs.seconds)
        if (key.starts_with("directed."))
            result.figures.seconds.insert_or_assign(key, seconds);
    return result;
}

void carryOver(NetworkFigures& figures, const NetworkFigures& earlier, std::span<const std::string> keys)
{
    const auto isMeant = [keys](const std::string& key) {
        return std::find(keys.begin(), keys.end(), key) != keys.end();
    };
    sna::FigureSection& section = figures.figures.undirected;
    for (const auto& [key, value] : earlier.figures.undirected.scalars)
        if (isMeant(key))
            section.scalars.try_emplace(key, value);
    const auto &now = figures.figures.ids, &then = earlier.figures.ids;
    for (const auto& [key, values] : earlier.figures.undirected.nodes) {
        if (!isMeant(key))
            continue;
        const auto [place, isNew] = section.nodes.try_emplace(key);
        if (!isNew)
            continue;
        if (now == then) {
            place->second = values;
            continue;
        }
        std::size_t at = 0; // both lists ascend
        for (const PersonId id : now) {
            while (at < then.size() && then[at] < id)
                ++at;
            place->second.push_back(at < then.size() && then[at] == id ? values[at] : sna::kUndefined);
        }
    }
}

Result<std::vector<MonthFigures>> figuresOverTime(const NetworkData& data, const graph::NetworkOptions& network,
                                                  Date from, Date until, const RunContext& run)
{
    std::vector<MonthFigures> months;
    std::unordered_map<PersonId, bool> counted;
    counted.reserve(data.people.size());
    const auto measure = [&data, &network, &counted](Date on) {
        graph::NetworkOptions options = network;
        options.on = on;
        MonthFigures month;
        month.on = on;
        for (const Person& person : data.people) {
            const bool here = graph::isInNetwork(person, options);
            counted[person.id] = here;
            month.members += here ? 1 : 0;
        }
        for (const Tie& tie : data.ties)
            if (graph::isInNetwork(tie, options) && counted[tie.a] && counted[tie.b])
                ++month.ties;
        const auto n = static_cast<double>(month.members), m = static_cast<double>(month.ties);
        month.tiesPerMember = month.members > 0 ? 2 * m / n : sna::kUndefined;
        month.density = month.members > 1 ? 2 * m / (n * (n - 1)) : sna::kUndefined;
        return month;
    };
    if (until < from)
        return months;
    const Date firstOfMonth = from.addDays(1 - from.day());
    for (int i = 1; i <= kMostMonths; ++i) {
        if (run.cancelled())
            return fail(ErrorCode::cancelled);
        const Date monthEnd = firstOfMonth.addMonths(i).addDays(-1);
        if (monthEnd >= until)
            break;
        months.push_back(measure(monthEnd));
    }
    months.push_back(measure(until));
    return months;
}

Date firstDate(const NetworkData& data, Date until, int years)
{
    const Date earliest = until.addYears(-years);
    std::optional<Date> first;
    const auto see = [&first, earliest, until](const std::optional<Date>& date) {
        if (date && *date <= until) {
            const Date day = std::max(*date, earliest);
            first = first ? std::min(*first, day) : day;
        }
    };
    for (const Tie& tie : data.ties)
        see(tie.firstSeen);
    if (!first)
        for (const Person& person : data.people)
            see(person.joined);
    return first.value_or(until);
}

} // namespace weavemap::actions
