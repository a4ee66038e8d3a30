// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "Terminal.h"

using namespace clitest;

/// Figures from the terminal: which there are, from which files, at what cost.
class TestCliMeasures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void measures_areListedWithTheirWords()
    {
        const Terminal terminal;
        const Run run = terminal("measures");
        QCOMPARE(run.status, 0);
        const QJsonArray list = QJsonDocument::fromJson(run.out).array();
        QVERIFY(list.size() > 100);
        for (const QJsonValue& row : list) {
            const QString sentence = row[QStringLiteral("sentence")].toString();
            QVERIFY2(!row[QStringLiteral("title")].toString().isEmpty() &&
                         (sentence.endsWith(QLatin1Char('.')) || sentence.endsWith(QLatin1Char('?'))),
                     qPrintable(row[QStringLiteral("key")].toString()));
            QVERIFY(QStringLiteral("light medium heavy").contains(row[QStringLiteral("cost")].toString()));
        }
        QCOMPARE(terminal("measures more").status, 2);
    }

    void edgeList_isMeasured()
    {
        const Terminal terminal;
        terminal.write("list.txt", "# n=4\n0 1\n1 2\n");
        const Run run = terminal("metrics list.txt --ids source --ties all");
        QCOMPARE(run.status, 0);
        const QJsonObject json = run.json();
        QCOMPARE(json.value(QStringLiteral("nodes")).toArray().size(), 4);
        const QJsonObject undirected = at(json, "sections.undirected").toObject();
        QCOMPARE(at(undirected, "scalars.isolates").toInt(), 1);
        QCOMPARE(at(undirected, "scalars.open_triads_total").toInt(), 1);
        QVERIFY(!undirected.value(QStringLiteral("nodes")).toObject().contains(QStringLiteral("betweenness_estimate")));
    }

    void estimate_comesWithItsBound()
    {
        const Terminal terminal;
        terminal.write("list.txt", "0 1\n1 2\n");
        const Run run = terminal("metrics list.txt --measures betweenness_estimate,betweenness_estimate_bound");
        QCOMPARE(run.status, 0);
        QVERIFY(
            at(run.json(), "sections.undirected.nodes").toObject().contains(QStringLiteral("betweenness_estimate")));
        // So few people are counted exactly.
        QCOMPARE(at(run.json(), "sections.undirected.scalars.betweenness_estimate_bound").toDouble(-1), 0.0);
    }

    void timing_saysSecondsAndMemory()
    {
        const Terminal terminal;
        terminal.write("edges.csv", "source,target,weight\na,b,2\nb,c,1\n");
        const QJsonObject json = terminal("metrics edges.csv --measures betweenness,degree --timing").json();
        const QJsonObject seconds = json.value(QStringLiteral("seconds")).toObject();
        QCOMPARE(seconds.keys(),
                 QStringList({QStringLiteral("undirected.betweenness"), QStringLiteral("undirected.degree")}));
        QVERIFY(json.value(QStringLiteral("peak_memory_mb")).toDouble() > 1.0);
        QVERIFY(!terminal("metrics edges.csv --measures degree").json().contains(QStringLiteral("seconds")));
    }
};

QTEST_GUILESS_MAIN(TestCliMeasures)
#include "tst_cli_measures.moc"
