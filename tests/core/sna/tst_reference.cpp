// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <QTest>

#include "DrawnGraphs.h"
#include "ReferenceNetworks.h"
#include "core/sna/Analysis.h"
#include "core/sna/Communities.h"

using namespace weavemap;
using nlohmann::json;

namespace {

/// Whether `have` is `want` within the reference's tolerance; an undefined value may be blank or 0.
bool close(double have, const json& want, double rel, double absolute)
{
    if (want.is_null())
        return std::isnan(have) || have == 0.0;
    const double value = want.get<double>();
    return std::abs(have - value) <= rel * std::max(std::abs(have), std::abs(value)) + absolute;
}

double absoluteTolerance(const std::string& key, const json& values)
{
    for (const char* loose : {"eigenvector", "pagerank", "hub_", "authority_"})
        if (key.find(loose) != std::string::npos)
            return 1e-9;
    double top = 1.0;
    for (const json& value : values)
        if (value.is_number())
            top = std::max(top, std::abs(value.get<double>()));
    return 1e-12 * top;
}

/// What differs, or nothing.
using Fault = std::string;

Fault compareNodes(const std::string& key, const json& want, const std::vector<double>& have,
                   const std::vector<std::uint32_t>& order)
{
    const json& values = want.at("value");
    if (values.size() != have.size())
        return "other length";
    const double absolute = absoluteTolerance(key, values);
    for (std::size_t i = 0; i < order.size(); ++i)
        if (!close(have[order[i]], values[i], want.at("rel").get<double>(), absolute))
            return "node " + std::to_string(i) + ": " + std::to_string(have[order[i]]) + " for " + values[i].dump();
    return {};
}

Fault compareScalar(const std::string& key, const json& want, const sna::Value& have)
{
    const json& value = want.at("value");
    const double rel = want.at("rel").get<double>();
    if (const auto* number = std::get_if<double>(&have))
        return value.is_number() && close(*number, value, rel, absoluteTolerance(key, json::array({value})))
                   ? Fault()
                   : std::to_string(*number) + " for " + value.dump();
    if (const auto* list = std::get_if<sna::NumberList>(&have))
        return json(list->values) == value ? Fault() : "other list";
    const auto* named = std::get_if<sna::NamedNumbers>(&have);
    if (named == nullptr || !value.is_object() || value.size() != named->values.size())
        return "other shape";
    for (const auto& [name, number] : named->values)
        if (!value.contains(name) || !close(number, value.at(name), rel, 1e-12))
            return name + ": " + std::to_string(number) + " in " + value.dump();
    return {};
}

Fault compareEdges(const json& want, const std::vector<sna::EdgeValue>& have, const test::ReferenceNetwork& network,
                   bool ordered)
{
    const auto ends = [ordered](std::string a, std::string b) {
        return ordered || a < b ? std::pair(a, b) : std::pair(b, a);
    };
    std::map<std::pair<std::string, std::string>, std::optional<double>> mine;
    for (const sna::EdgeValue& edge : have)
        mine[ends(network.ids[edge.source], network.ids[edge.target])] = edge.value;
    if (mine.size() != have.size() || have.size() != want.at("value").size())
        return "other number of edges";
    double top = 1.0;
    for (const json& edge : want.at("value"))
        top = std::max(top, edge.size() > 2 ? std::abs(edge[2].get<double>()) : 0.0);
    for (const json& edge : want.at("value")) {
        const auto it = mine.find(ends(edge[0].get<std::string>(), edge[1].get<std::string>()));
        if (it == mine.end())
            return "no edge " + edge.dump();
        if (edge.size() > 2 && (!it->second || !close(*it->second, edge[2], want.at("rel").get<double>(), 1e-12 * top)))
            return "edge " + edge.dump();
    }
    return {};
}

/// Newman's modularity by its definition, pair by pair of the rows: no code of the program's.
double plainModularity(const test::ReferenceNetwork& network, const std::vector<double>& of, bool weighted)
{
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> ties;
    for (const graph::Edge& row : network.rows) {
        if (row.source == row.target)
            continue;
        double& tie = ties[std::minmax(row.source, row.target)];
        tie = weighted ? tie + row.weight : 1.0;
    }
    double total = 0.0, inside = 0.0;
    std::map<double, double> strength;
    for (const auto& [ends, weight] : ties) {
        total += weight;
        inside += of[ends.first] == of[ends.second] ? weight : 0.0;
        strength[of[ends.first]] += weight;
        strength[of[ends.second]] += weight;
    }
    double chance = 0.0;
    for (const auto& [group, sum] : strength)
        chance += (sum / (2 * total)) * (sum / (2 * total));
    return inside / total - chance;
}

constexpr double kBehindAtMost = 0.002; ///< modularity, behind the best that many runs of other programs found

/// The groups found have the modularity that is claimed, none above what is proven, and none that falls behind the
/// best.
Fault compareModularity(const test::ReferenceNetwork& network, const sna::FigureSection& have)
{
    constexpr double kRounding = 1e-9;
    Fault faults;
    const json none = json::object();
    for (const auto& [form, want] :
         (network.expected.contains("modularity") ? network.expected.at("modularity") : none).items()) {
        if (!want.is_object() || !want.contains("best"))
            continue;
        const bool weighted = form == "weighted";
        const auto value = have.number(weighted ? "modularity_weighted" : "modularity");
        const auto* const groups = have.perNode(weighted ? "community_weighted" : "community");
        if (!value || groups == nullptr || groups->size() != network.ids.size()) {
            faults += "\n  modularity." + form + ": missing";
            continue;
        }
        const double claimed = *value, best = want.at("best").get<double>();
        const std::string text = "\n  modularity." + form + ": " + std::to_string(claimed);
        if (std::abs(plainModularity(network, *groups, weighted) - claimed) > kRounding)
            faults += text + " is not that of its groups";
        if (want.at("proven_optimum").is_number() && claimed > want.at("proven_optimum").get<double>() + kRounding)
            faults += text + " is above the optimum";
        if (claimed < best - kBehindAtMost)
            faults += text + " is behind " + std::to_string(best);
    }
    return faults;
}

/// Keys of the section that nothing computes yet would show here: every key of every network is claimed.
Fault compareSection(const test::ReferenceNetwork& network, const json& want, const sna::FigureSection& have,
                     bool directed, const std::vector<std::uint32_t>& order, int& compared)
{
    Fault faults;
    const auto note = [&](const std::string& key, const Fault& fault) {
        ++compared;
        if (!fault.empty())
            faults += "\n  " + std::string(directed ? "directed." : "undirected.") + key + ": " + fault;
    };
    for (const auto& [key, value] : want.at("scalars").items()) {
        const auto it = have.scalars.find(key);
        note(key, it == have.scalars.end() ? "missing" : compareScalar(key, value, it->second));
    }
    for (const auto& [key, value] : want.at("nodes").items()) {
        const auto it = have.nodes.find(key);
        note(key, it == have.nodes.end() ? "missing" : compareNodes(key, value, it->second, order));
    }
    const json noEdges = json::object();
    for (const auto& [key, value] : (want.contains("edges") ? want.at("edges") : noEdges).items()) {
        const auto it = have.edges.find(key);
        note(key, it == have.edges.end() ? "missing" : compareEdges(value, it->second, network, directed));
    }
    return faults;
}

/// The vertices in the order of the expected lists.
std::vector<std::uint32_t> peopleOf(const test::ReferenceNetwork& network)
{
    std::map<std::string, std::uint32_t> index;
    for (std::uint32_t v = 0; v < network.ids.size(); ++v)
        index[network.ids[v]] = v;
    std::vector<std::uint32_t> order;
    for (const json& id : network.expected.at("nodes"))
        order.push_back(index.at(id.get<std::string>()));
    return order;
}

Fault compareAll(const test::ReferenceNetwork& network, const sna::Figures& figures, int& compared)
{
    const std::vector<std::uint32_t> order = peopleOf(network);
    const json& sections = network.expected.at("sections");
    Fault faults = compareSection(network, sections.at("undirected"), figures.undirected, false, order, compared);
    if (sections.contains("directed") != figures.directed.has_value())
        faults += "\n  directed: one has it, the other not";
    else if (figures.directed)
        faults += compareSection(network, sections.at("directed"), *figures.directed, true, order, compared);
    return faults + compareModularity(network, figures.undirected);
}

/// The same network with its people and rows in another order.
test::ReferenceNetwork reordered(const test::ReferenceNetwork& network, std::uint64_t seed)
{
    const auto place = test::shuffled(seed, static_cast<std::uint32_t>(network.ids.size()));
    test::ReferenceNetwork moved = network;
    const auto move = [&place](auto& to, const auto& from) {
        for (std::size_t v = 0; v < from.size(); ++v)
            to[place[v]] = from[v];
    };
    move(moved.ids, network.ids);
    for (std::size_t a = 0; a < network.attributes.size(); ++a) {
        move(moved.attributes[a].values, network.attributes[a].values);
        move(moved.attributes[a].numbers, network.attributes[a].numbers);
    }
    for (graph::Edge& row : moved.rows)
        row = {place[row.source], place[row.target], row.weight};
    std::reverse(moved.rows.begin(), moved.rows.end());
    return moved;
}

/// Gives pieces the numbers they have by the order of `people`: which number a piece has is only its name.
void numberPieces(sna::FigureSection& section, const std::vector<std::uint32_t>& people)
{
    for (auto& [key, values] : section.nodes) {
        if (key != "component" && key != "strong_component" && key != "weak_component")
            continue;
        std::map<double, double> number;
        for (const std::uint32_t v : people)
            number.try_emplace(values[v], static_cast<double>(number.size()));
        for (double& value : values)
            value = number.at(value);
    }
}

bool sameBits(const sna::FigureSection& one, const sna::FigureSection& other)
{
    return one.nodes.size() == other.nodes.size() &&
           std::all_of(one.nodes.begin(), one.nodes.end(), [&other](const auto& entry) {
               const auto& [key, values] = entry;
               const auto* const others = other.perNode(key);
               return others != nullptr && others->size() == values.size() &&
                      (values.empty() ||
                       std::memcmp(values.data(), others->data(), values.size() * sizeof(double)) == 0);
           });
}

} // namespace

/// Every figure of every reference network, against the values that independent programs agree on.
class TestReference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKey_agreesOnEveryNetwork_data()
    {
        QTest::addColumn<QString>("folder");
        for (const auto& folder : test::referenceFolders())
            QTest::newRow(folder.filename().c_str()) << QString::fromStdString(folder.string());
    }

    void everyKey_agreesOnEveryNetwork()
    {
        QFETCH(QString, folder);
        const test::ReferenceNetwork network = test::readReference(folder.toStdString());
        const graph::GraphSnapshot snapshot = network.snapshot();
        sna::AnalysisRequest request;
        request.attributes = network.attributes;
        const auto figures = sna::analyse(snapshot, request, RunContext({}, {}, 2));
        QVERIFY(figures);

        int compared = 0;
        const Fault faults = compareAll(network, *figures, compared);
        QVERIFY2(faults.empty(), faults.c_str());
        QVERIFY(compared > 0);
    }

    void everyKey_agreesInAnotherOrder_onOneToThreeThreads_data() { everyKey_agreesOnEveryNetwork_data(); }

    void everyKey_agreesInAnotherOrder_onOneToThreeThreads()
    {
        QFETCH(QString, folder);
        const test::ReferenceNetwork network = reordered(test::readReference(folder.toStdString()), 7);
        sna::AnalysisRequest request;
        request.attributes = network.attributes;
        const auto alone = sna::analyse(network.snapshot(), request, RunContext());
        QVERIFY(alone);
        int compared = 0;
        sna::Figures named = *alone;
        numberPieces(named.undirected, peopleOf(network));
        if (named.directed)
            numberPieces(*named.directed, peopleOf(network));
        const Fault faults = compareAll(network, named, compared);
        QVERIFY2(faults.empty(), faults.c_str());
        for (const unsigned threads : {2U, 3U}) {
            const auto together = sna::analyse(network.snapshot(), request, RunContext({}, {}, threads));
            QVERIFY(together);
            QVERIFY(sameBits(alone->undirected, together->undirected));
            QVERIFY(!alone->directed || sameBits(*alone->directed, *together->directed));
        }
    }

    void communities_areAsGoodInAnotherOrder_data() { everyKey_agreesOnEveryNetwork_data(); }

    void communities_areAsGoodInAnotherOrder()
    {
        QFETCH(QString, folder);
        test::ReferenceNetwork network = test::readReference(folder.toStdString());
        const json forms = network.expected.value("modularity", json::object());
        for (const std::uint64_t seed : {1U, 2U}) {
            const auto place = test::shuffled(seed, static_cast<std::uint32_t>(network.ids.size()));
            for (graph::Edge& row : network.rows)
                row = {place[row.source], place[row.target], row.weight};
            std::reverse(network.rows.begin(), network.rows.end());
            for (const auto& [form, want] : forms.items()) {
                if (!want.is_object() || !want.contains("best"))
                    continue;
                const auto weighting = form == "weighted" ? sna::Weighting::weighted : sna::Weighting::counted;
                const auto groups = sna::communities(network.snapshot(), weighting, RunContext());
                QVERIFY(groups);
                const std::vector<double> of(groups->of.begin(), groups->of.end());
                QVERIFY(plainModularity(network, of, form == "weighted") >=
                        want.at("best").get<double>() - kBehindAtMost);
            }
        }
    }

    void networks_areThere() { QVERIFY(test::referenceFolders().size() >= 20); }
};

QTEST_GUILESS_MAIN(TestReference)
#include "tst_reference.moc"
