// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSet>
#include <QTest>

#include "Terminal.h"

using namespace clitest;

/// `suggest`, as a script meets it.
class TestCliSuggest : public QObject
{
    Q_OBJECT

    Terminal m_terminal;

    static QJsonArray listOf(const Run& run) { return run.json().value(QStringLiteral("suggestions")).toArray(); }

private Q_SLOTS:
    void initTestCase() { QCOMPARE(m_terminal("demo d.weavemap --members 142 --seed 5 --on 2026-10-15").status, 0); }

    void emptyFile_hasNone()
    {
        const Terminal terminal;
        terminal.write("nodes.csv", "id,label\n");
        QCOMPARE(terminal("import n.weavemap nodes.csv --as members").status, 0);
        const Run run = terminal("suggest n.weavemap --json");
        QCOMPARE(run.status, 0);
        QVERIFY(run.json().contains(QStringLiteral("suggestions")));
        QVERIFY(listOf(run).isEmpty());
        QCOMPARE(at(run.json(), "spread.people").toInt(-1), 0);
        const Run words = terminal("suggest n.weavemap");
        QVERIFY(words.out.isEmpty());
        QCOMPARE(words.lines(), 1);
    }
    void suggestions_nameTheirRecords()
    {
        const Run run = m_terminal("suggest d.weavemap --json --on 2026-10-15");
        QCOMPARE(run.status, 0);
        const QJsonArray list = listOf(run);
        QVERIFY(list.size() >= 4);
        QSet<QString> people, lenses;
        for (const QJsonValue& value : list) {
            const QJsonObject one = value.toObject();
            for (const char* const side : {"a.id", "b.id"}) {
                const QString id = at(one, side).toString();
                QVERIFY(!id.isEmpty() && !people.contains(id));
                people.insert(id);
            }
            const QString lens = one.value(QStringLiteral("lens")).toString();
            lenses.insert(lens);
            QVERIFY(!one.value(QStringLiteral("reason")).toString().isEmpty());
            const QJsonArray records = one.value(QStringLiteral("records")).toArray();
            QVERIFY2(!records.isEmpty(), qPrintable(lens));
            for (const QJsonValue& record : records) {
                QVERIFY(!at(record.toObject(), "kind").toString().isEmpty());
                QVERIFY(at(record.toObject(), "id").toString().toLongLong() > 0);
            }
            if (lens == QLatin1String("need-offer")) {
                QCOMPARE(at(one, "need.person"), at(one, "a.id"));
                QCOMPARE(at(one, "offer.person"), at(one, "b.id"));
                QVERIFY(!at(one, "need.id").toString().isEmpty() &&
                        !at(one, "offer.conversation").toString().isEmpty());
            } else if (lens == QLatin1String("triangle")) {
                QCOMPARE(one.value(QStringLiteral("ties")).toArray().size(), 2);
                QVERIFY(!one.value(QStringLiteral("hosts")).toArray().isEmpty());
            } else if (lens == QLatin1String("bridge")) {
                QVERIFY(one.contains(QStringLiteral("groups")));
            }
        }
        QVERIFY(lenses.contains(QStringLiteral("need-offer")) && lenses.contains(QStringLiteral("triangle")));
        QCOMPARE(at(run.json(), "spread.people").toInt(), int(people.size()));
        int inQuarters = 0;
        for (const QJsonValue& quarter : at(run.json(), "spread.by_quarter_of_ties").toArray())
            inQuarters += quarter.toInt();
        QCOMPARE(inQuarters, int(people.size()));
    }
    void theSameFile_givesTheSameAnswer_andIsNotChanged()
    {
        const QString before = m_terminal.digest("d.weavemap");
        const Run one = m_terminal("suggest d.weavemap --json --on 2026-10-15");
        const Run other = m_terminal("suggest d.weavemap --json --on 2026-10-15");
        QCOMPARE(one.out, other.out);
        QCOMPARE(m_terminal.digest("d.weavemap"), before);
    }
    void limitAndLens_holdBack()
    {
        QCOMPARE(listOf(m_terminal("suggest d.weavemap --json --limit 3 --on 2026-10-15")).size(), 3);
        const QJsonArray some = listOf(m_terminal("suggest d.weavemap --json --lens triangle bridge --on 2026-10-15"));
        QVERIFY(!some.isEmpty());
        for (const QJsonValue& value : some) {
            const QString lens = value.toObject().value(QStringLiteral("lens")).toString();
            QVERIFY(lens == QLatin1String("triangle") || lens == QLatin1String("bridge"));
        }
    }
    void withoutJson_aLineIsASuggestion()
    {
        const Run run = m_terminal("suggest d.weavemap --limit 4 --on 2026-10-15");
        QCOMPARE(run.status, 0);
        QCOMPARE(run.out.trimmed().split('\n').size(), 4);
        for (const QByteArray& line : run.out.trimmed().split('\n'))
            QVERIFY2(line.contains(" and ") && line.contains(" ["), line.constData());
        QCOMPARE(run.lines(), 1); // how they spread
    }
    void whoIsNotThere_cannotRead()
    {
        QCOMPARE(m_terminal("suggest d.weavemap --me Nobody").status, 1);
        QCOMPARE(m_terminal("suggest missing.weavemap").status, 1);
    }
};

QTEST_GUILESS_MAIN(TestCliSuggest)
#include "tst_cli_suggest.moc"
