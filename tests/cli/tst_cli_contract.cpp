// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QSet>
#include <QTest>

#include "Terminal.h"

using namespace clitest;

class TestCliContract : public QObject
{
    Q_OBJECT

    static QStringList log(const QStringList& more)
    {
        return QStringList{QStringLiteral("log"), QStringLiteral("n.weavemap"), QStringLiteral("--with"),
                           QStringLiteral("Ana Ruiz")} +
               more;
    }
    static void fill(const Terminal& terminal)
    {
        terminal.write("nodes.csv", "id,label\n1,Ana Ruiz\n2,Luis Vega\n3,Sam Doe\n4,Sam Doe\n");
        QCOMPARE(terminal("import n.weavemap nodes.csv --as members").status, 0);
    }

private Q_SLOTS:
    void wrongUsage_exitsWith2AndSaysTheUsage_data()
    {
        QTest::addColumn<QString>("line");
        for (const char* const line : {"",
                                       "frobnicate n.weavemap",
                                       "metrics",
                                       "metrics n.weavemap extra",
                                       "metrics n.weavemap --nonsense",
                                       "metrics n.weavemap --ties",
                                       "metrics n.weavemap --ties friends",
                                       "metrics n.weavemap --on 2026-02-30",
                                       "metrics n.weavemap --ids uuid",
                                       "metrics n.weavemap --threads 0",
                                       "metrics n.weavemap --with-staff=yes",
                                       "metrics n.weavemap --measures charisma",
                                       "import n.weavemap",
                                       "import n.weavemap nodes.csv --as people",
                                       "import n.weavemap nodes.csv --map shoe=size",
                                       "demo d.weavemap --members many",
                                       "map n.weavemap out.doc",
                                       "map n.weavemap out.pdf --page A5",
                                       "map n.weavemap out.pdf --names secret",
                                       "map n.weavemap out.pdf --style spiral",
                                       "map n.weavemap out.pdf --style around",
                                       "layout n.weavemap out.csv --style circle --around Ana",
                                       "log n.weavemap --text hi",
                                       "log n.weavemap --with Ana",
                                       "log n.weavemap --with Ana --text hi --tie Ana",
                                       "log n.weavemap --with Ana --text hi --and Ana",
                                       "log n.weavemap --with Ana --text a --text-file b",
                                       "log n.weavemap --with Ana --text hi --kind chat",
                                       "erase n.weavemap",
                                       "brief n.weavemap",
                                       "brief n.weavemap Ana --on soon",
                                       "queue n.weavemap --limit 0",
                                       "queue n.weavemap extra",
                                       "suggest n.weavemap --lens luck",
                                       "suggest n.weavemap --limit 0",
                                       "search n.weavemap"})
            QTest::newRow(line) << QString::fromUtf8(line);
    }
    void wrongUsage_exitsWith2AndSaysTheUsage()
    {
        QFETCH(QString, line);
        const Terminal terminal;
        fill(terminal);
        const QString digest = terminal.digest("n.weavemap");
        const Run run = terminal.run(line.split(QLatin1Char(' '), Qt::SkipEmptyParts));
        QCOMPARE(run.status, 2);
        QVERIFY(run.out.isEmpty());
        QVERIFY(run.err.contains("Usage: weavemap-cli"));
        QCOMPARE(terminal.digest("n.weavemap"), digest);
    }

    void help_isForEachCommand()
    {
        const Terminal terminal;
        const Run all = terminal("--help");
        QCOMPARE(all.status, 0);
        for (const char* const command :
             {"demo", "import", "metrics", "stage", "layout", "map", "log", "brief", "queue", "suggest", "search",
              "history", "undo", "redo", "check", "backup", "restore", "erase"}) {
            QVERIFY2(all.out.contains(command), command);
            const Run one = terminal.run({QString::fromUtf8(command), QStringLiteral("--help")});
            QCOMPARE(one.status, 0);
            QVERIFY2(one.out.contains(QByteArray("Usage: weavemap-cli ") + command), command);
        }
    }

    void log_storesNothingWithoutAccept()
    {
        const Terminal terminal;
        fill(terminal);
        const QString digest = terminal.digest("n.weavemap");
        const QStringList words =
            log({QStringLiteral("--text"), QStringLiteral("hi"), QStringLiteral("--tie"), QStringLiteral("Ana Ruiz"),
                 QStringLiteral("--and"), QStringLiteral("2"), QStringLiteral("--me"), QStringLiteral("Ruth")});
        const Run shown = terminal.run(words);
        QCOMPARE(shown.status, 0);
        QCOMPARE(shown.json().value(QStringLiteral("stored")).toBool(true), false);
        QCOMPARE(terminal.digest("n.weavemap"), digest);

        const Run stored = terminal.run(words + QStringList{QStringLiteral("--accept")});
        QCOMPARE(stored.status, 0);
        QCOMPARE(stored.json().value(QStringLiteral("stored")).toBool(), true);
        QVERIFY(stored.json().value(QStringLiteral("conversation")).isString());
        QVERIFY(terminal("history n.weavemap").out.contains("Call with Ana Ruiz\tRuth"));
        QVERIFY(terminal.digest("n.weavemap") != digest);
        QCOMPARE(terminal("undo n.weavemap").status, 0);
        QCOMPARE(terminal.digest("n.weavemap"), digest);
        QCOMPARE(terminal("redo n.weavemap").status, 0);
        QCOMPARE(terminal("redo n.weavemap").status, 1);
    }

    void log_proposesWhatTheNoteSays()
    {
        const Terminal terminal;
        fill(terminal);
        const QString digest = terminal.digest("n.weavemap");
        const Run run = terminal.run(
            log({QStringLiteral("--on"), QStringLiteral("2026-10-15"), QStringLiteral("--text"),
                 QStringLiteral("Works with @Kofi Mensah on #labs. Call her back next Tuesday. Met Sam Doe.")}));
        QCOMPARE(run.status, 0);
        const QJsonArray proposals = run.json().value(QStringLiteral("proposals")).toArray();
        QCOMPARE(proposals.size(), 3);
        QStringList kinds;
        for (const QJsonValue& proposal : proposals)
            kinds << proposal[QStringLiteral("kind")].toString();
        kinds.sort();
        QCOMPARE(kinds, QStringList({QStringLiteral("follow_up"), QStringLiteral("person"), QStringLiteral("tie")}));
        for (const QJsonValue& proposal : proposals) {
            const QString kind = proposal[QStringLiteral("kind")].toString();
            if (kind == QStringLiteral("tie")) {
                QCOMPARE(proposal[QStringLiteral("people")].toArray(),
                         QJsonArray({QStringLiteral("Ana Ruiz"), QStringLiteral("Kofi Mensah")}));
                QCOMPARE(proposal[QStringLiteral("depth")].toInt(), 3);
                QCOMPARE(proposal[QStringLiteral("collaboration")].toString(), QStringLiteral("now"));
                QCOMPARE(proposal[QStringLiteral("topic")].toString(), QStringLiteral("labs"));
            } else if (kind == QStringLiteral("follow_up")) {
                QCOMPARE(proposal[QStringLiteral("due")].toString(), QStringLiteral("2026-10-20"));
            } else {
                QCOMPARE(proposal[QStringLiteral("new")].toBool(), true);
            }
        }
        const QJsonArray unresolved = run.json().value(QStringLiteral("unresolved")).toArray();
        QCOMPARE(unresolved.size(), 1);
        QCOMPARE(unresolved[0][QStringLiteral("candidates")].toArray().size(), 2);
        QCOMPARE(terminal.digest("n.weavemap"), digest);
    }

    void log_takesTheNoteFromStandardInput()
    {
        const Terminal terminal;
        fill(terminal);
        const Run run = terminal.run(log({QStringLiteral("--text-file"), QStringLiteral("-"), QStringLiteral("--on"),
                                          QStringLiteral("2026-10-15T15:40"), QStringLiteral("--accept")}),
                                     "Talked about fractions\nand more");
        QCOMPARE(run.status, 0);
        QCOMPARE(run.json().value(QStringLiteral("when")).toString(), QStringLiteral("2026-10-15T15:40"));
        const QJsonObject found = terminal("search n.weavemap fract").json();
        QCOMPARE(found.value(QStringLiteral("conversations")).toArray().size(), 1);
    }

    void log_namesTheCandidatesOfAnAmbiguousName()
    {
        const Terminal terminal;
        fill(terminal);
        const QString digest = terminal.digest("n.weavemap");
        const Run run = terminal.run({QStringLiteral("log"), QStringLiteral("n.weavemap"), QStringLiteral("--with"),
                                      QStringLiteral("Sam Doe"), QStringLiteral("--text"), QStringLiteral("hi"),
                                      QStringLiteral("--accept")});
        QCOMPARE(run.status, 1);
        QCOMPARE(run.lines(), 1);
        QCOMPARE(run.err.count("Sam Doe"), 3);
        QCOMPARE(terminal.digest("n.weavemap"), digest);
    }

    void search_findsPeopleByOneLetter()
    {
        const Terminal terminal;
        fill(terminal);
        const QJsonArray people = terminal("search n.weavemap l").json().value(QStringLiteral("people")).toArray();
        QCOMPARE(people.size(), 1);
        QCOMPARE(people.first()[QStringLiteral("name")].toString(), QStringLiteral("Luis Vega"));
        QVERIFY(people.first()[QStringLiteral("id")].isString());
    }

    void search_meIsAStaffPersonEvenWhereAMemberHasTheName()
    {
        const Terminal terminal;
        fill(terminal);
        const QStringList me{QStringLiteral("--me"), QStringLiteral("Luis Vega")};
        // Logging makes the staff person of this name.
        QCOMPARE(
            terminal
                .run(log(QStringList{QStringLiteral("--text"), QStringLiteral("hi"), QStringLiteral("--accept")} + me))
                .status,
            0);
        const Run run = terminal.run(
            QStringList{QStringLiteral("search"), QStringLiteral("n.weavemap"), QStringLiteral("hi")} + me);
        QCOMPARE(run.status, 0);
        QCOMPARE(run.json().value(QStringLiteral("conversations")).toArray().size(), 1);
        QCOMPARE(terminal("search n.weavemap hi --me Nobody").status, 1);
    }

    void backupAndRestore_giveTheDataBack()
    {
        const Terminal terminal;
        fill(terminal);
        const QString digest = terminal.digest("n.weavemap");
        QCOMPARE(terminal("backup n.weavemap copy.weavemap").status, 0);
        QVERIFY(terminal.exists("copy.weavemap"));
        QCOMPARE(terminal("undo n.weavemap").status, 0);
        QVERIFY(terminal.digest("n.weavemap") != digest);
        QCOMPARE(terminal("restore n.weavemap copy.weavemap").status, 0);
        QCOMPARE(terminal.digest("n.weavemap"), digest);
        QCOMPARE(terminal("restore n.weavemap nothing.weavemap").status, 1);
        QCOMPARE(terminal.digest("n.weavemap"), digest);
    }

    void erase_asksAndThenLeavesNoTrace()
    {
        const Terminal terminal;
        fill(terminal);
        const QString digest = terminal.digest("n.weavemap");
        const QStringList words{QStringLiteral("erase"), QStringLiteral("n.weavemap"), QStringLiteral("--person"),
                                QStringLiteral("Luis Vega")};
        QCOMPARE(terminal.run(words).status, 1);
        QCOMPARE(terminal.digest("n.weavemap"), digest);
        QCOMPARE(terminal.run(words + QStringList{QStringLiteral("--yes")}).status, 0);
        QVERIFY(!terminal.read("n.weavemap").contains("Luis"));
        QVERIFY(terminal("search n.weavemap Luis").json().value(QStringLiteral("people")).toArray().isEmpty());
        QCOMPARE(terminal("undo n.weavemap").status, 1);
    }

    void eraseConversation_leavesNoWordOfIt()
    {
        const Terminal terminal;
        fill(terminal);
        const QString id = terminal
                               .run(log({QStringLiteral("--text"), QStringLiteral("canaryword and Canaryother"),
                                         QStringLiteral("--accept")}))
                               .json()
                               .value(QStringLiteral("conversation"))
                               .toString();
        QCOMPARE(
            terminal.run(log({QStringLiteral("--text"), QStringLiteral("another"), QStringLiteral("--accept")})).status,
            0);
        QCOMPARE(terminal("backup n.weavemap").status, 0);
        const auto filesWithIt = [&terminal] {
            int found = 0;
            QDirIterator files(terminal.path({}), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                found += file.open(QIODevice::ReadOnly) && file.readAll().toLower().contains("canary") ? 1 : 0;
            }
            return found;
        };
        QCOMPARE(filesWithIt(), 2); // the file and its backup
        QCOMPARE(
            terminal("search n.weavemap canaryword").json().value(QStringLiteral("conversations")).toArray().size(), 1);

        const QStringList words{QStringLiteral("erase"), QStringLiteral("n.weavemap"), QStringLiteral("--conversation"),
                                id};
        QCOMPARE(terminal.run(words).status, 1); // it asks first
        QCOMPARE(filesWithIt(), 2);
        QCOMPARE(terminal.run(words + QStringList{QStringLiteral("--yes")}).status, 0);
        QCOMPARE(filesWithIt(), 0);
        QVERIFY(terminal("search n.weavemap canary").json().value(QStringLiteral("conversations")).toArray().isEmpty());
        QCOMPARE(terminal("search n.weavemap another").json().value(QStringLiteral("conversations")).toArray().size(),
                 1);
        QCOMPARE(terminal("search n.weavemap Ana").json().value(QStringLiteral("people")).toArray().size(), 1);
        QVERIFY(!terminal("history n.weavemap").out.contains("Ana"));
        QCOMPARE(terminal("undo n.weavemap").status, 1);
        QVERIFY(terminal("check n.weavemap --json").json().value(QStringLiteral("ok")).toBool());
        QCOMPARE(terminal.run(words + QStringList{QStringLiteral("--yes")}).status, 1);
        QCOMPARE(terminal("erase n.weavemap --conversation none --yes").status, 1);
    }

    void fileThatCannotBeOpened_givesOneSentence_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text under our suffix") << QByteArray("hello\n");
        QTest::newRow("no bytes under our suffix") << QByteArray();
        QTest::newRow("a database cut short") << QByteArray("SQLite format 3\0garbage", 23);
    }
    void fileThatCannotBeOpened_givesOneSentence()
    {
        QFETCH(QByteArray, bytes);
        const Terminal terminal;
        terminal.write("x.weavemap", bytes);
        for (const char* const line : {"metrics x.weavemap", "undo x.weavemap", "check x.weavemap --json"}) {
            const Run run = terminal(line);
            QCOMPARE(run.status, 1);
            QCOMPARE(run.lines(), 1);
            QVERIFY(run.out.isEmpty());
        }
        QCOMPARE(terminal.read("x.weavemap"), bytes);
        QCOMPARE(terminal("metrics nothing.weavemap").status, 1);
    }

    void demo_isTheSameForOneSeedAndNeverOverwrites()
    {
        const Terminal terminal;
        QCOMPARE(terminal("demo a.weavemap --members 30 --seed 5 --on 2026-10-15").status, 0);
        QCOMPARE(terminal("demo b.weavemap --members 30 --seed 5 --on 2026-10-15").status, 0);
        QCOMPARE(terminal("demo c.weavemap --members 30 --seed 6 --on 2026-10-15").status, 0);
        QCOMPARE(terminal.read("a.weavemap"), terminal.read("b.weavemap"));
        QCOMPARE(terminal.digest("a.weavemap"), terminal.digest("b.weavemap"));
        QVERIFY(terminal.digest("a.weavemap") != terminal.digest("c.weavemap"));
        QCOMPARE(terminal("demo a.weavemap").status, 1);
    }

    void styles_arrangePeopleDifferently()
    {
        const Terminal terminal;
        terminal.write("edges.csv", "source,target\nAna,Ben\nBen,Cy\nCy,Dee\nDee,Ana\nDee,Eve\nEve,Flo\n");
        QSet<QByteArray> places, pages;
        for (const char* const style : {"clusters", "distances", "around --around Ana", "circle"}) {
            const QByteArray end = QByteArray(" --style ") + style;
            QCOMPARE(terminal((QByteArray("layout edges.csv places.csv") + end).constData()).status, 0);
            QCOMPARE(terminal((QByteArray("map edges.csv page.svg --title T") + end).constData()).status, 0);
            places.insert(terminal.read("places.csv"));
            pages.insert(terminal.read("page.svg"));
        }
        QCOMPARE(places.size(), 4);
        QCOMPARE(pages.size(), 4);
        QCOMPARE(terminal("layout edges.csv again.csv --around Ana").status, 0);
        QVERIFY(places.contains(terminal.read("again.csv")));
        QCOMPARE(terminal("layout edges.csv again.csv --around Zoe").status, 1);
    }

    void layout_isTheSameForOneSeed()
    {
        const Terminal terminal;
        terminal.write("edges.csv", "source,target\na,b\nb,c\nc,a\nd,e\n");
        QCOMPARE(terminal("layout edges.csv one.csv --seed 3 --threads 1").status, 0);
        QCOMPARE(terminal("layout edges.csv two.csv --seed 3 --threads 2").status, 0);
        QVERIFY(terminal.read("one.csv").startsWith("id,x,y\r\na,"));
        QCOMPARE(terminal.read("one.csv"), terminal.read("two.csv"));
    }

    void map_isWrittenWithoutADisplayAndChangesNothing()
    {
        const Terminal terminal;
        QCOMPARE(terminal("demo a.weavemap --members 30 --on 2026-10-15").status, 0);
        const QString digest = terminal.digest("a.weavemap");
        QCOMPARE(terminal("map a.weavemap a.pdf --on 2026-10-15").status, 0);
        QVERIFY(terminal.read("a.pdf").startsWith("%PDF-"));
        QCOMPARE(terminal("map a.weavemap a.svg --view screen --names hidden").status, 0);
        QVERIFY(terminal.read("a.svg").contains("<svg"));
        QCOMPARE(terminal("map a.weavemap a.png --page A3-portrait").status, 0);
        QVERIFY(terminal.read("a.png").startsWith("\x89PNG"));
        QCOMPARE(terminal("map a.weavemap nowhere/a.pdf").status, 1);
        // As other systems write it.
        QCOMPARE(terminal("map a.weavemap B.PDF --on 2026-10-15").status, 0);
        QVERIFY(terminal.read("B.PDF").startsWith("%PDF-"));
        QCOMPARE(terminal("map a.weavemap B.Svg --names hidden").status, 0);
        QVERIFY(terminal.read("B.Svg").contains("<svg"));
        for (const char* const none : {"map a.weavemap a", "map a.weavemap a.pdf.txt", "map a.weavemap pdf"})
            QCOMPARE(terminal(none).status, 2);
        QCOMPARE(terminal.digest("a.weavemap"), digest);
    }
};

QTEST_GUILESS_MAIN(TestCliContract)
#include "tst_cli_contract.moc"
