// SPDX-License-Identifier: GPL-3.0-or-later
// Every style: nobody overlaps, the same bits at any number of threads, pins hold; and what each style promises.
#include <algorithm>
#include <cmath>
#include <map>
#include <stop_token>

#include <QObject>
#include <QTest>

#include "Styles.h"

using namespace weavemap;
using namespace weavemap::layout;
using namespace styles;

namespace {

bool cross(const Point& a, const Point& b, const Point& c, const Point& d)
{
    const auto side = [](const Point& p, const Point& q, const Point& r) {
        return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    };
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

std::size_t crossings(const graph::GraphSnapshot& graph, const std::vector<Point>& at)
{
    const auto edges = graph.edges();
    std::size_t count = 0;
    for (std::size_t i = 0; i < edges.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            count += cross(at[edges[i].source], at[edges[i].target], at[edges[k].source], at[edges[k].target]) ? 1 : 0;
    return count;
}

graph::GraphSnapshot tree(std::uint32_t n, std::uint32_t children)
{
    std::vector<networks::Edge> edges;
    for (std::uint32_t v = 1; v < n; ++v)
        edges.push_back({v, (v - 1) / children});
    return networks::of(n, edges);
}

} // namespace

class TestLayoutStyles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void edges_ofTheInput_data()
    {
        QTest::addColumn<int>("kind");
        const char* const names[] = {"nobody", "one", "two", "three", "isolates", "pieces", "star", "dense"};
        for (int kind = 0; kind < 8; ++kind)
            QTest::newRow(names[kind]) << kind;
    }
    void edges_ofTheInput()
    {
        QFETCH(int, kind);
        std::vector<networks::Edge> edges;
        for (std::uint32_t a = 0; a < 60; ++a)
            for (std::uint32_t b = 0; b < a; ++b)
                edges.push_back({a, b});
        const graph::GraphSnapshot graphs[]{networks::of(0, {}),  networks::of(1, {}),
                                            networks::chain(2),   networks::chain(3),
                                            networks::of(50, {}), networks::clustered(3, 20, 7, true),
                                            networks::star(900),  networks::of(60, edges)};
        const graph::GraphSnapshot& graph = graphs[kind];
        for (const Style style : kStyles) {
            const auto result = layoutNetwork(graph, styled(style, graph.vertexCount(), 7));
            QVERIFY(result.has_value());
            QCOMPARE(result->at.size(), std::size_t{graph.vertexCount()});
            QVERIFY(networks::isFinite(*result));
            const double room = networks::leastRoom(result->at);
            QVERIFY2(room > 0.5, qPrintable(QStringLiteral("%1: %2").arg(static_cast<int>(style)).arg(room)));
            for (const Area& area : result->areas)
                for (const Point& p : result->at)
                    QVERIFY(area.caption.isEmpty() || !area.caption.intersects(Disc{p.x, p.y, kDefaultRadius}));
        }
    }

    void everyStyle_isTheSameAtAnyThreadCount()
    {
        const auto graph = networks::clustered(12, 50, 20, true);
        for (const Style style : kStyles) {
            const LayoutOptions options = styled(style, graph.vertexCount(), 50);
            const Placement one = laidOut(graph, options);
            QVERIFY(!one.at.empty());
            QVERIFY(one == laidOut(graph, options, 2));
            QVERIFY(one == laidOut(graph, options, 5));
        }
    }

    void everyStyle_differsFromClusters()
    {
        const auto graph = networks::clustered(5, 30);
        LayoutOptions options = styled(Style::clusters, 150, 30);
        const Placement clusters = laidOut(graph, options);
        for (const Style style : kStyles)
            QVERIFY(!(laidOut(graph, styled(style, 150, 30)).at == clusters.at));
    }

    void cancelledRun_saysSo()
    {
        std::stop_source source;
        source.request_stop();
        for (const Style style : kStyles) {
            const auto result =
                layoutNetwork(networks::clustered(10, 30), styled(style), RunContext(source.get_token()));
            QVERIFY(!result.has_value());
            QVERIFY(result.error().code == ErrorCode::cancelled);
        }
    }

    void progress_growsToOne()
    {
        for (const Style style : kStyles) {
            std::vector<double> told;
            const RunContext context({}, [&](double done) { told.push_back(done); });
            QVERIFY(layoutNetwork(networks::clustered(10, 40, 5, true), styled(style), context).has_value());
            QVERIFY(!told.empty() && std::is_sorted(told.begin(), told.end()));
            QCOMPARE(told.back(), 1.0);
        }
    }

    void distances_areLikeSteps()
    {
        const auto graph = networks::clustered(5, 30);
        const auto stressOf = [&](const std::vector<Point>& at) {
            // With the scale that fits best, over all pairs.
            double up = 0.0, down = 0.0, sum = 0.0, pairs = 0.0;
            std::vector<std::vector<std::uint32_t>> steps;
            for (std::uint32_t v = 0; v < graph.vertexCount(); ++v)
                steps.push_back(stepsFrom(graph, v));
            for (std::uint32_t a = 0; a < graph.vertexCount(); ++a)
                for (std::uint32_t b = 0; b < a; ++b) {
                    const double ratio = networks::distance(at[a], at[b]) / steps[a][b];
                    up += ratio;
                    down += ratio * ratio;
                }
            for (std::uint32_t a = 0; a < graph.vertexCount(); ++a)
                for (std::uint32_t b = 0; b < a; ++b) {
                    const double off = up / down * networks::distance(at[a], at[b]) / steps[a][b] - 1.0;
                    sum += off * off;
                    pairs += 1.0;
                }
            return sum / pairs;
        };
        const double ours = stressOf(laidOut(graph, styled(Style::distances)).at);
        const double clusters = stressOf(laidOut(graph, {}).at);
        QVERIFY2(ours < clusters, qPrintable(QStringLiteral("%1 against %2").arg(ours).arg(clusters)));
        QVERIFY2(ours < 0.12, qPrintable(QString::number(ours)));
    }

    void distances_ofALatticeAreEven()
    {
        const auto graph = networks::grid(10);
        const Placement placement = laidOut(graph, styled(Style::distances));
        double shortest = 1e9, longest = 0.0;
        for (const auto& edge : graph.edges()) {
            const double length = networks::distance(placement.at[edge.source], placement.at[edge.target]);
            shortest = std::min(shortest, length);
            longest = std::max(longest, length);
        }
        QVERIFY2(longest < 1.7 * shortest, qPrintable(QStringLiteral("%1 %2").arg(shortest).arg(longest)));
    }

    void rings_holdWhomSoManyTiesLeadTo()
    {
        const auto graph = networks::clustered(5, 30, 4);
        for (const std::uint32_t centre : {0U, 77U}) {
            LayoutOptions options = styled(Style::rings);
            options.centre = centre;
            const Placement placement = laidOut(graph, options);
            const auto steps = stepsFrom(graph, centre);
            std::map<std::uint32_t, std::pair<double, double>> reach;
            for (std::uint32_t v = 0; v < 150; ++v) {
                const double d = networks::distance(placement.at[v], placement.at[centre]);
                auto [found, isNew] = reach.try_emplace(steps[v], d, d);
                found->second.first = std::min(found->second.first, d);
                found->second.second = std::max(found->second.second, d);
            }
            QCOMPARE(reach[0].second, 0.0);
            for (std::uint32_t k = 1; k < reach.size(); ++k) {
                QVERIFY(reach[k].first > reach[k - 1].second + 2.0 * kDefaultRadius);
                QVERIFY2(reach[k].second - reach[k].first < 0.01, "so few people take one row");
            }
        }
    }

    void rings_ofATreeCrossNothing()
    {
        const auto graph = tree(121, 3);
        const Placement placement = laidOut(graph, styled(Style::rings));
        QCOMPARE(crossings(graph, placement.at), std::size_t{0});
    }

    void ringsRoundNobodyOfTheNetwork_areClusters()
    {
        const auto graph = networks::clustered(3, 20, 4);
        LayoutOptions options = styled(Style::rings);
        for (const std::uint32_t centre : {63U, kNobody, 4000U}) {
            options.centre = centre;
            QVERIFY(laidOut(graph, options).at == laidOut(graph, {}).at);
        }
    }

    void ringsOfALargeStar_stayCompact()
    {
        const Placement placement = laidOut(networks::star(5000), styled(Style::rings));
        QVERIFY(placement.bounds.width < 4000.0);
        QVERIFY(networks::leastRoom(placement.at) > 0.5);
    }

    void areas_standApartAndHoldTheirOwn()
    {
        const auto graph = networks::clustered(6, 25);
        LayoutOptions options = styled(Style::areas, 150, 25);
        // One who knows nobody of their own value stands with the others of it all the same.
        options.groups[3] = 4;
        options.groups[30] = -1;
        options.groups[100] = -1;
        const Placement placement = laidOut(graph, options);
        std::map<int, std::vector<std::uint32_t>> areas;
        for (std::uint32_t v = 0; v < 150; ++v)
            areas[options.groups[v]].push_back(v);
        std::map<int, Disc> discs;
        for (const auto& [group, people] : areas) {
            Disc& disc = discs[group];
            for (const std::uint32_t v : people) {
                disc.x += placement.at[v].x / static_cast<double>(people.size());
                disc.y += placement.at[v].y / static_cast<double>(people.size());
            }
            for (const std::uint32_t v : people)
                disc.radius = std::max(disc.radius, networks::distance(placement.at[v], {disc.x, disc.y}));
        }
        QCOMPARE(discs.size(), std::size_t{7});
        for (const auto& [a, one] : discs)
            for (const auto& [b, other] : discs)
                if (a < b)
                    QVERIFY(networks::distance({one.x, one.y}, {other.x, other.y}) > one.radius + other.radius + 20.0);
    }

    void areas_withTiesBetweenThem_areNeighbours()
    {
        // Groups in a ring, each tied to the next only.
        std::vector<networks::Edge> edges;
        for (std::uint32_t g = 0; g < 8; ++g)
            for (std::uint32_t i = 0; i < 12; ++i) {
                edges.push_back({g * 12 + i, g * 12 + (i + 1) % 12});
                edges.push_back({g * 12 + i, g * 12 + (i + 5) % 12});
                edges.push_back({g * 12 + i, ((g + 1) % 8) * 12 + i});
            }
        const Placement placement = laidOut(networks::of(96, edges), styled(Style::areas, 96, 12));
        const auto middle = [&](std::uint32_t g) {
            Point p;
            for (std::uint32_t i = 0; i < 12; ++i) {
                p.x += placement.at[g * 12 + i].x / 12.0;
                p.y += placement.at[g * 12 + i].y / 12.0;
            }
            return p;
        };
        double near = 0.0, all = 0.0;
        for (std::uint32_t a = 0; a < 8; ++a) {
            near += networks::distance(middle(a), middle((a + 1) % 8)) / 8.0;
            for (std::uint32_t b = 0; b < 8; ++b)
                all += networks::distance(middle(a), middle(b)) / 56.0;
        }
        QVERIFY2(near < 0.75 * all, qPrintable(QStringLiteral("%1 of %2").arg(near).arg(all)));
    }

    void circle_isOneAndCrossesLittle()
    {
        const auto graph = networks::clustered(5, 20);
        const Placement placement = laidOut(graph, styled(Style::circle));
        Point middle;
        for (const Point& p : placement.at)
            middle = {middle.x + p.x / 100.0, middle.y + p.y / 100.0};
        const double radius = networks::distance(middle, placement.at[0]);
        std::vector<Point> byNumber(100);
        for (std::uint32_t v = 0; v < 100; ++v) {
            QVERIFY(std::abs(networks::distance(middle, placement.at[v]) - radius) < 0.02 * radius);
            const double angle = 2.0 * 3.14159265358979 * v / 100.0;
            byNumber[v] = {std::cos(angle), std::sin(angle)};
        }
        // The numbers already go group by group.
        QVERIFY(crossings(graph, placement.at) < crossings(graph, byNumber));
    }

    void circle_ofARingOfPeopleCrossesNothing()
    {
        std::vector<networks::Edge> edges;
        for (std::uint32_t v = 0; v < 30; ++v)
            edges.push_back({(v * 7) % 30, ((v + 1) * 7) % 30});
        const auto graph = networks::of(30, edges);
        QCOMPARE(crossings(graph, laidOut(graph, styled(Style::circle)).at), std::size_t{0});
    }

    void circle_keepsGroupsTogether()
    {
        const auto graph = networks::clustered(6, 20);
        LayoutOptions options = styled(Style::circle, 120);
        for (std::uint32_t v = 0; v < 120; ++v)
            options.groups.push_back(static_cast<int>(v % 4) - 1);
        const Placement placement = laidOut(graph, options);
        Point middle;
        for (const Point& p : placement.at)
            middle = {middle.x + p.x / 120.0, middle.y + p.y / 120.0};
        std::vector<std::pair<double, int>> round;
        for (std::uint32_t v = 0; v < 120; ++v)
            round.emplace_back(std::atan2(placement.at[v].y - middle.y, placement.at[v].x - middle.x),
                               options.groups[v]);
        std::sort(round.begin(), round.end());
        int changes = 0;
        for (std::size_t i = 0; i < round.size(); ++i)
            changes += round[i].second != round[(i + 1) % round.size()].second ? 1 : 0;
        QCOMPARE(changes, 4);
    }

    void thousands_endAndDoNotOverlap()
    {
        for (const Style style : kStyles) {
            const bool onCircles = style == Style::rings || style == Style::circle;
            const auto graph = networks::clustered(onCircles ? 400 : 60, 50, 100, true);
            LayoutOptions options = styled(style);
            for (std::uint32_t v = 0; v < graph.vertexCount(); ++v)
                options.groups.push_back(static_cast<int>(v % 12));
            const auto result = layoutNetwork(graph, options, RunContext({}, {}, 2));
            QVERIFY(result.has_value());
            QVERIFY(networks::isFinite(*result));
            // Near pairs only, through a grid of cells.
            std::map<std::pair<int, int>, std::vector<Point>> cells;
            for (const Point& p : result->at)
                cells[{static_cast<int>(std::floor(p.x / 20.0)), static_cast<int>(std::floor(p.y / 20.0))}].push_back(
                    p);
            for (const auto& [cell, people] : cells)
                for (int dx = 0; dx <= 1; ++dx)
                    for (int dy = -1; dy <= 1; ++dy) {
                        const auto other = cells.find({cell.first + dx, cell.second + dy});
                        if (other == cells.end() || (dx == 0 && dy < 0))
                            continue;
                        for (std::size_t i = 0; i < people.size(); ++i)
                            for (std::size_t k = dx == 0 && dy == 0 ? i + 1 : 0; k < other->second.size(); ++k)
                                QVERIFY(networks::distance(people[i], other->second[k]) > 18.0);
                    }
        }
    }
};

QTEST_GUILESS_MAIN(TestLayoutStyles)
#include "tst_layoutstyles.moc"
