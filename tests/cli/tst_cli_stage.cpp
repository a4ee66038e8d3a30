// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QTest>

#include "Terminal.h"

using namespace clitest;

/// What stage a network looks most like, as the terminal says it.
class TestCliStage : public QObject
{
    Q_OBJECT

private:
    static QByteArray star(int leaves)
    {
        QByteArray csv("source,target\n");
        for (int i = 1; i <= leaves; ++i)
            csv += "Ana Ruiz,Member " + QByteArray::number(i) + "\n";
        return csv;
    }

private Q_SLOTS:
    void sample_isReadWithItsFigures()
    {
        const Terminal terminal;
        QCOMPARE(terminal("demo a.weavemap --on 2026-10-15").status, 0);
        const Run run = terminal("stage a.weavemap --on 2026-10-15");
        QCOMPARE(run.status, 0);
        const auto stage = run.json();
        QCOMPARE(stage[QStringLiteral("n")].toInt(), 142);
        QCOMPARE(stage[QStringLiteral("date")].toString(), QStringLiteral("2026-10-15"));
        QCOMPARE(stage[QStringLiteral("tie_set")].toString(), QStringLiteral("exchange"));
        QVERIFY(stage[QStringLiteral("coverage")].toDouble() > 0.6);
        QVERIFY(!stage[QStringLiteral("stage")].toString().isEmpty());
        QVERIFY(stage[QStringLiteral("stage")].toString() != QStringLiteral("too_little_known"));
        QCOMPARE(stage[QStringLiteral("weak")].toBool(), false);
        QVERIFY(stage[QStringLiteral("figures")].toObject()[QStringLiteral("modularity")].toDouble() > 0.3);
        // The same answer at any number of threads.
        QCOMPARE(terminal("stage a.weavemap --on 2026-10-15 --threads 1").out, run.out);
    }

    void star_isAHubWithItsName_andWeakWhereFew()
    {
        const Terminal terminal;
        terminal.write("ties.csv", star(20));
        const auto stage = terminal("stage ties.csv --ids name").json();
        QCOMPARE(stage[QStringLiteral("stage")].toString(), QStringLiteral("hub_and_spoke"));
        QCOMPARE(stage[QStringLiteral("go_between")].toString(), QStringLiteral("Ana Ruiz"));
        QVERIFY(stage[QStringLiteral("weak")].toBool());
        QCOMPARE(stage[QStringLiteral("doubts")].toArray(), QJsonArray{QStringLiteral("few_people")});
        QVERIFY(stage[QStringLiteral("coverage")].isNull());
    }

    void tooFewPeople_areNoStage()
    {
        const Terminal terminal;
        terminal.write("ties.csv", star(5));
        const auto stage = terminal("stage ties.csv").json();
        QCOMPARE(stage[QStringLiteral("stage")].toString(), QStringLiteral("too_little_known"));
        QVERIFY(!stage[QStringLiteral("weak")].toBool());
        QCOMPARE(terminal("stage nowhere.weavemap").status, 1);
        QCOMPARE(terminal("stage ties.csv --ties friends").status, 2);
    }
};

QTEST_GUILESS_MAIN(TestCliStage)
#include "tst_cli_stage.moc"
