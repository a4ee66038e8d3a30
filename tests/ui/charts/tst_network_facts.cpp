// SPDX-License-Identifier: GPL-3.0-or-later
#include <optional>

#include <QLocale>
#include <QTest>

#include "ui/charts/NetworkFacts.h"

using namespace weavemap;
using namespace weavemap::ui;

/// The list of figures: what is in it, and what it says of figures that are being computed.
class NetworkFactsTest : public QObject
{
    Q_OBJECT

    /// Two people with a tie.
    static FiguresResult pair()
    {
        FiguresResult result;
        result.network.figures.ids = {PersonId{1}, PersonId{2}};
        result.network.figures.vertices = 2;
        result.network.figures.undirected.nodes["degree"] = {1.0, 1.0};
        return result;
    }

    /// What the list of figures says under a term of the field; nothing where it is not there.
    static std::optional<NetworkFact> factOf(const FiguresResult& figures, const QString& term)
    {
        for (const NetworkFact& fact : networkFacts(figures))
            if (fact.measure.startsWith(term))
                return fact;
        return std::nullopt;
    }

private Q_SLOTS:
    void nobody_hasNoFigures() { QVERIFY(networkFacts(FiguresResult()).empty()); }

    void sayWhatIsBeingComputed()
    {
        FiguresResult figures = pair();
        auto& section = figures.network.figures.undirected;
        section.scalars["component_sizes"] = sna::NumberList{{2}};
        figures.coming = {"largest.diameter", "articulation_point"};
        const auto path = factOf(figures, QStringLiteral("average path length"));
        QVERIFY(path && path->isComputing);
        QCOMPARE(path->sentence, QStringLiteral("Computing\u2026"));
        QVERIFY(factOf(figures, QStringLiteral("cut points"))->isComputing);
        QVERIFY(!factOf(figures, QStringLiteral("isolates"))->isComputing);
        section.scalars["largest.diameter"] = 1.0;
        section.scalars["largest.mean_distance"] = 1.0;
        const auto before = factOf(figures, QStringLiteral("average path length"));
        QVERIFY(before && before->isComputing);
        QCOMPARE(before->figure, QLocale().toString(1.0, 'f', 1)); // of the network before
        figures.coming.clear();
        QVERIFY(!factOf(figures, QStringLiteral("average path length"))->isComputing);
        section.scalars.erase("largest.diameter");
        QVERIFY(!factOf(figures, QStringLiteral("average path length"))); // there is none, and none comes
    }

    void tellOfTrianglesOnlyWhereSomebodyHasTwoContacts()
    {
        FiguresResult figures = pair();
        figures.network.figures.undirected.scalars["transitivity_global"] = 0.0;
        QVERIFY(!factOf(figures, QStringLiteral("transitivity")));
        figures.network.figures.undirected.nodes["degree"] = {2.0, 1.0};
        QVERIFY(factOf(figures, QStringLiteral("transitivity")));
    }
};

QTEST_GUILESS_MAIN(NetworkFactsTest)
#include "tst_network_facts.moc"
