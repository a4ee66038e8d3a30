// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "Terminal.h"

using namespace clitest;

/// `queue` and `brief` on the sample network and on files of few people.
class TestCliQueue : public QObject
{
    Q_OBJECT

    static Run demo(const Terminal& terminal) { return terminal("demo d.weavemap --on 2026-10-15"); }
    static QJsonArray array(const QJsonObject& json, const char* key)
    {
        return json.value(QString::fromLatin1(key)).toArray();
    }
    static QString text(const QJsonObject& json, const char* key)
    {
        return json.value(QString::fromLatin1(key)).toString();
    }

private Q_SLOTS:
    void queue_addsUpPointsAndNamesRecords()
    {
        const Terminal terminal;
        QCOMPARE(demo(terminal).status, 0);
        const Run run = terminal("queue d.weavemap --json --on 2026-10-15 --limit 500");
        QCOMPARE(run.status, 0);
        QCOMPARE(text(run.json(), "on"), QStringLiteral("2026-10-15"));
        const QJsonArray queue = array(run.json(), "queue");
        QCOMPARE(queue.size(), run.json().value(QStringLiteral("due")).toInt());
        QVERIFY(queue.size() > 5);
        int before = 1000;
        for (const QJsonValue& value : queue) {
            const QJsonObject member = value.toObject();
            int sum = 0;
            for (const QJsonValue& reason : array(member, "reasons")) {
                sum += reason.toObject().value(QStringLiteral("points")).toInt();
                QVERIFY(!text(reason.toObject(), "code").isEmpty());
                const QJsonArray records = array(reason.toObject(), "records");
                QVERIFY(!records.isEmpty());
                for (const QJsonValue& record : records)
                    QVERIFY(text(record.toObject(), "id").toLongLong() > 0);
            }
            QCOMPARE(member.value(QStringLiteral("points")).toInt(), sum);
            QVERIFY(sum <= before);
            before = sum;
        }
        QCOMPARE(terminal("queue d.weavemap --json --on 2026-10-15 --limit 500").out, run.out);
        QCOMPARE(array(terminal("queue d.weavemap --json --on 2026-10-15 --limit 3").json(), "queue").size(), 3);
    }

    void queue_holdsEverybodySilentForAYear()
    {
        const Terminal terminal;
        QCOMPARE(demo(terminal).status, 0);
        const QJsonObject json = terminal("queue d.weavemap --json --on 2027-12-31 --limit 500").json();
        // Nobody was talked with for a year: all are there, or were never reached.
        QCOMPARE(array(json, "queue").size() + at(json, "never_reached.count").toInt(), 142);
    }

    void queue_withoutJsonIsOneLineAMember()
    {
        const Terminal terminal;
        QCOMPARE(demo(terminal).status, 0);
        const Run run = terminal("queue d.weavemap --on 2026-10-15 --limit 4");
        QCOMPARE(run.status, 0);
        const QList<QByteArray> lines = run.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 4);
        for (const QByteArray& line : lines)
            QCOMPARE(line.split('\t').size(), 3);
    }

    void emptyFile_givesEmptyAnswers()
    {
        const Terminal terminal;
        terminal.write("nodes.csv", "id,label\n");
        QCOMPARE(terminal("import n.weavemap nodes.csv --as members").status, 0);
        const Run run = terminal("queue n.weavemap --json");
        QCOMPARE(run.status, 0);
        QVERIFY(array(run.json(), "queue").isEmpty());
        QCOMPARE(terminal("brief n.weavemap Ana --json").status, 1);
    }

    void brief_tellsWhatIsKnown()
    {
        const Terminal terminal;
        QCOMPARE(demo(terminal).status, 0);
        const QJsonArray queue = array(terminal("queue d.weavemap --json --on 2026-10-15").json(), "queue");
        const QString id = text(queue.first().toObject(), "id");
        const Run run = terminal.run({QStringLiteral("brief"), QStringLiteral("d.weavemap"), id,
                                      QStringLiteral("--json"), QStringLiteral("--on"), QStringLiteral("2026-10-15")});
        QCOMPARE(run.status, 0);
        const QJsonObject brief = run.json();
        QCOMPARE(text(brief, "id"), id);
        QCOMPARE(text(brief, "name"), text(queue.first().toObject(), "name"));
        QCOMPARE(array(brief, "questions").size(), 3);
        QVERIFY(!array(brief, "talks").isEmpty());
        for (const QJsonValue& near : array(brief, "near"))
            for (const QJsonValue& tie : array(brief, "knows"))
                QVERIFY(text(near.toObject(), "id") != text(tie.toObject(), "id"));
        for (const char* const key : {"promised_to_them", "promised_by_them", "needs", "offers", "introductions"})
            QVERIFY2(brief.value(QString::fromLatin1(key)).isArray(), key);
        QCOMPARE(terminal.run({QStringLiteral("brief"), QStringLiteral("d.weavemap"), id}).status, 0);
    }

    void brief_ofTwoWithOneNameAsksWhich()
    {
        const Terminal terminal;
        terminal.write("nodes.csv", "id,label\n1,Sam Doe\n2,Sam Doe\n");
        QCOMPARE(terminal("import n.weavemap nodes.csv --as members").status, 0);
        const Run run =
            terminal.run({QStringLiteral("brief"), QStringLiteral("n.weavemap"), QStringLiteral("Sam Doe")});
        QCOMPARE(run.status, 1);
        QVERIFY(run.out.isEmpty());
        QCOMPARE(run.lines(), 1);
    }

    void me_isSomebodyOfTheStaff()
    {
        const Terminal terminal;
        QCOMPARE(demo(terminal).status, 0);
        for (const char* const line : {"queue d.weavemap --json --me Nobody", "brief d.weavemap 1 --me Nobody"}) {
            const Run run = terminal(line);
            QCOMPARE(run.status, 1);
            QVERIFY(run.out.isEmpty());
            QCOMPARE(run.lines(), 1);
        }
    }
};

QTEST_APPLESS_MAIN(TestCliQueue)
#include "tst_cli_queue.moc"
