// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QRegularExpression>
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
        const QRegularExpression reason(QStringLiteral(
            R"(^.+ \(\+\d+\) \[(person|follow_up|introduction|conversation|tie|note_item) \d+( and \d+ more)?\]$)"));
        for (const QByteArray& line : lines) {
            const QList<QByteArray> parts = line.split('\t');
            QCOMPARE(parts.size(), 3);
            for (const QString& one : QString::fromUtf8(parts[2]).split(QStringLiteral("; ")))
                QVERIFY2(reason.match(one).hasMatch(), qPrintable(one));
        }
    }

    void lateness_isInWeeksAfterAFortnight()
    {
        const Terminal terminal;
        terminal.write("nodes.csv", "id,label\n1,Ana Ruiz\n");
        QCOMPARE(terminal("import n.weavemap nodes.csv --as members").status, 0);
        QCOMPARE(terminal
                     .run({QStringLiteral("log"), QStringLiteral("n.weavemap"), QStringLiteral("--with"),
                           QStringLiteral("1"), QStringLiteral("--text"),
                           QStringLiteral("I'll send her the list by 5 October."), QStringLiteral("--on"),
                           QStringLiteral("2026-09-30"), QStringLiteral("--accept")})
                     .status,
                 0);
        const Run soon = terminal("queue n.weavemap --on 2026-10-15"),
                  late = terminal("queue n.weavemap --on 2026-11-12");
        QVERIFY2(soon.out.contains("promise 10 days late, due 2026-10-05"), soon.out.constData());
        QVERIFY2(late.out.contains("promise 5 weeks late, due 2026-10-05"), late.out.constData());
        QVERIFY(terminal("brief n.weavemap 1 --on 2026-11-12").out.contains("(5 weeks late, due 2026-10-05)"));
        QVERIFY(terminal("brief n.weavemap 1 --on 2026-10-01").out.contains("(by 2026-10-05)"));
    }

    void answers_areTheSameOnEachRun()
    {
        const Terminal terminal;
        QCOMPARE(demo(terminal).status, 0);
        QCOMPARE(terminal("backup d.weavemap copy.weavemap").status, 0);
        const QJsonArray queue = array(terminal("queue d.weavemap --json --on 2026-10-15").json(), "queue");
        const QString somebody = text(queue.first().toObject(), "id");
        for (const char* const rest :
             {"queue %1 --on 2026-10-15 --json --limit 1000", "queue %1 --on 2026-10-15 --limit 1000",
              "suggest %1 --on 2026-10-15 --json", "brief %1 %2 --on 2026-10-15 --json", "search %1 school"}) {
            const auto run = [&](const char* file) {
                QString line = QString::fromUtf8(rest).arg(QString::fromUtf8(file));
                return terminal.run(line.replace(QStringLiteral("%2"), somebody).split(QLatin1Char(' ')));
            };
            const Run first = run("d.weavemap");
            QVERIFY(first.out.size() > 100);
            for (const char* const file : {"d.weavemap", "copy.weavemap", "d.weavemap"})
                QCOMPARE(run(file).out, first.out);
        }
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

    void askedInACall_isLastAskedInTheBrief()
    {
        const Terminal terminal;
        terminal.write("nodes.csv", "id,label\n8,Ana Ruiz\n");
        QCOMPARE(terminal("import n.weavemap nodes.csv --as members").status, 0);
        const auto brief = [&](const char* on) {
            return terminal.run({QStringLiteral("brief"), QStringLiteral("n.weavemap"), QStringLiteral("Ana Ruiz"),
                                 QStringLiteral("--json"), QStringLiteral("--on"), QString::fromUtf8(on)});
        };
        const auto questions = [&](const char* on) { return array(brief(on).json(), "questions"); };
        const QJsonObject first = questions("2026-03-01").first().toObject();
        QVERIFY(first.value(QStringLiteral("last_asked")).isNull());
        const auto log = [&](const QString& question, const QStringList& more) {
            return terminal.run(QStringList{QStringLiteral("log"), QStringLiteral("n.weavemap"),
                                            QStringLiteral("--with"), QStringLiteral("Ana Ruiz"),
                                            QStringLiteral("--text"), QStringLiteral("Hello."), QStringLiteral("--on"),
                                            QStringLiteral("2026-03-03"), QStringLiteral("--asked"), question} +
                                more);
        };
        // Without --accept it is only said.
        QCOMPARE(
            array(log(text(first, "id"), {}).json(), "asked").first().toObject(),
            (QJsonObject{{QStringLiteral("id"), text(first, "id")}, {QStringLiteral("text"), text(first, "text")}}));
        QVERIFY(questions("2026-03-04").first().toObject() == first);
        const Run refused = log(QStringLiteral("What is it?"), {QStringLiteral("--accept")});
        QCOMPARE(refused.status, 1);
        QCOMPARE(refused.lines(), 1);
        QCOMPARE(log(QString(), {}).status, 2);
        // By its words, whatever their case and marks.
        QCOMPARE(log(text(first, "text").toUpper().remove(QLatin1Char('?')), {QStringLiteral("--accept")}).status, 0);
        for (const QJsonValue& other : questions("2026-03-04"))
            QVERIFY(text(other.toObject(), "id") != text(first, "id"));
        // Where all of the bank was asked, all of it rests; then it comes back, and says when it was asked.
        QStringList all;
        for (int id = 2; id <= 25; ++id)
            all << QStringLiteral("--asked") << QString::number(id);
        QCOMPARE(log(QStringLiteral("1"), all + QStringList{QStringLiteral("--accept")}).status, 0);
        QVERIFY(questions("2026-05-31").isEmpty());
        QCOMPARE(questions("2026-06-01").size(), 3);
        for (const QJsonValue& other : questions("2026-06-01"))
            QCOMPARE(text(other.toObject(), "last_asked"), QStringLiteral("2026-03-03"));
        const Run plain =
            terminal.run({QStringLiteral("brief"), QStringLiteral("n.weavemap"), QStringLiteral("Ana Ruiz"),
                          QStringLiteral("--on"), QStringLiteral("2026-06-01")});
        QCOMPARE(plain.out.count("(last asked 2026-03-03)"), 3);
    }

    void aQuestionThatWasAsked_isSomethingToStoreWithoutANote()
    {
        const Terminal terminal;
        terminal.write("nodes.csv", "id,label\n8,Ana Ruiz\n");
        QCOMPARE(terminal("import n.weavemap nodes.csv --as members").status, 0);
        const QStringList log{QStringLiteral("log"),     QStringLiteral("n.weavemap"), QStringLiteral("--with"),
                              QStringLiteral("Ana"),     QStringLiteral("--text"),     QString(),
                              QStringLiteral("--accept")};
        QCOMPARE(terminal.run(log).status, 1); // there is nothing to store
        const Run stored = terminal.run(log + QStringList{QStringLiteral("--asked"), QStringLiteral("1")});
        QVERIFY2(stored.status == 0, stored.err.constData());
        QCOMPARE(array(stored.json(), "asked").size(), 1);
        QCOMPARE(terminal("check n.weavemap").status, 0);
        QCOMPARE(terminal("undo n.weavemap").status, 0);
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

    void brief_knowsShortNamesAccentsAndCase()
    {
        const Terminal terminal;
        terminal.write("nodes.csv", "id,label\n7,Elizabeth Tr\u1ea7n\n8,Ana Ruiz\n");
        QCOMPARE(terminal("import n.weavemap nodes.csv --as members").status, 0);
        for (const char* const name : {"ELIZABETH", "tran", "Liz", "Tran, Elizabeth"}) {
            const Run run = terminal.run({QStringLiteral("brief"), QStringLiteral("n.weavemap"),
                                          QString::fromUtf8(name), QStringLiteral("--json")});
            QVERIFY2(run.status == 0, name);
            QCOMPARE(text(run.json(), "name"), QString::fromUtf8("Elizabeth Tr\u1ea7n"));
        }
    }

    void aNameThatFitsSeveral_isAnsweredWithThem()
    {
        const Terminal terminal;
        terminal.write("nodes.csv", "id,label\n8,Ana Ruiz\n9,Ana \u00c1lba\n10,Ben Oda\n");
        QCOMPARE(terminal("import n.weavemap nodes.csv --as members").status, 0);
        for (const char* const line : {"brief n.weavemap ana --json", "log n.weavemap --with ana --text hi"}) {
            const Run run = terminal(line);
            QCOMPARE(run.status, 1);
            QCOMPARE(run.lines(), 1);
            const QJsonArray unresolved = array(run.json(), "unresolved");
            QCOMPARE(unresolved.size(), 1);
            QCOMPARE(text(unresolved[0].toObject(), "words"), QStringLiteral("ana"));
            const QJsonArray candidates = array(unresolved[0].toObject(), "candidates");
            QCOMPARE(candidates.size(), 2);
            QCOMPARE(text(candidates[0].toObject(), "name"), QString::fromUtf8("Ana \u00c1lba"));
            for (const QJsonValue& candidate : candidates) {
                QVERIFY(run.err.contains(text(candidate.toObject(), "name").toUtf8()));
                QCOMPARE(
                    terminal
                        .run({QStringLiteral("brief"), QStringLiteral("n.weavemap"), text(candidate.toObject(), "id")})
                        .status,
                    0);
            }
        }
        const Run words = terminal("brief n.weavemap ana");
        QVERIFY(words.status == 1 && words.out.isEmpty() && words.err.contains("Ana Ruiz"));
        const Run near = terminal("brief n.weavemap Bem --json");
        QCOMPARE(near.status, 1);
        QVERIFY2(near.err.contains("Near to it: Ben Oda"), near.err.constData());
        QCOMPARE(array(array(near.json(), "unresolved")[0].toObject(), "candidates").size(), 1);
        // What cannot be undone takes full names only.
        QCOMPARE(terminal("erase n.weavemap --person Ben --yes").status, 1);
    }

    void whatIsMissing_isNamed()
    {
        const Terminal terminal;
        const auto first = [&terminal](const char* line) {
            const Run run = terminal(line);
            return run.status == 2 && run.out.isEmpty() ? run.err.left(run.err.indexOf('\n'))
                                                        : QByteArray("not refused");
        };
        QCOMPARE(first("brief"), QByteArray("FILE and NAME are missing."));
        QCOMPARE(first("brief n.weavemap"), QByteArray("NAME is missing."));
        QCOMPARE(first("search n.weavemap"), QByteArray("WORDS is missing."));
        QCOMPARE(first("import n.weavemap"), QByteArray("SOURCE is missing."));
        QCOMPARE(first("map n.weavemap --title T"), QByteArray("OUT.pdf|.svg|.png is missing."));
        for (const char* const command : {"queue", "suggest", "log", "check", "erase", "undo"})
            QCOMPARE(first(command), QByteArray("FILE is missing."));
    }

    void introductionOfTheQueue_standsInTheBrief()
    {
        const Terminal terminal;
        QCOMPARE(demo(terminal).status, 0);
        const QJsonObject queue = terminal("queue d.weavemap --json --on 2026-10-15 --limit 500").json();
        int seen = 0;
        for (const QJsonValue& entry : array(queue, "queue"))
            for (const QJsonValue& reason : array(entry.toObject(), "reasons")) {
                if (text(reason.toObject(), "code") != QStringLiteral("introduction_unanswered"))
                    continue;
                const QStringList words{QStringLiteral("brief"), QStringLiteral("d.weavemap"),
                                        text(entry.toObject(), "id"), QStringLiteral("--on"),
                                        QStringLiteral("2026-10-15")};
                const QJsonArray rows =
                    array(terminal.run(words + QStringList{QStringLiteral("--json")}).json(), "introductions");
                const QJsonArray records = array(reason.toObject(), "records");
                QVERIFY(rows.size() >= records.size());
                const QByteArray plain = terminal.run(words).out;
                for (qsizetype i = 0; i < records.size(); ++i) {
                    const QJsonObject row = rows[i].toObject();
                    QVERIFY(row[QStringLiteral("unanswered")].toBool());
                    QVERIFY(std::any_of(records.begin(), records.end(), [&row](const QJsonValue& record) {
                        return text(record.toObject(), "id") == text(row, "id");
                    }));
                    QVERIFY(plain.contains("Introduction\t" +
                                           text(row[QStringLiteral("with")].toObject(), "name").toUtf8() + " ("));
                    QVERIFY(plain.contains("no answer since " + text(row, "since").toUtf8()));
                    ++seen;
                }
            }
        QVERIFY(seen > 0);
    }

    void me_thatFitsSeveralIsAnsweredWithThem()
    {
        const Terminal terminal;
        terminal.write("nodes.csv", "id,label\n1,Alice Novak\n2,Alice Roe\n3,Ben Cole\n");
        QCOMPARE(terminal("import n.weavemap nodes.csv --as members").status, 0);
        for (const char* const line : {"queue n.weavemap --me Alice", "brief n.weavemap Ben --me Alice"}) {
            const Run run = terminal(line);
            QCOMPARE(run.status, 1);
            QCOMPARE(run.lines(), 1);
            QVERIFY(run.err.contains("Alice Novak (") && run.err.contains("Alice Roe ("));
        }
        // One is not guessed, either.
        const Run one = terminal("queue n.weavemap --me Ben");
        QCOMPARE(one.status, 1);
        QVERIFY(one.err.contains("Ben Cole ("));
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
