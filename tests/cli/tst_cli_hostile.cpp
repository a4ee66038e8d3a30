// SPDX-License-Identifier: GPL-3.0-or-later
//
// What people and scripts do wrong, and what several of them do at once.
#include <QTest>

#include "Terminal.h"

using namespace clitest;

class TestCliHostile : public QObject
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
        terminal.write("nodes.csv", "id,label,e-mail\n1,Ana Ruiz,ana@example.org\n2,Luis Vega,luis@example.org\n");
        terminal.write("edges.csv", "source,target\n1,2\n");
        QCOMPARE(terminal("import n.weavemap nodes.csv --as members").status, 0);
        QCOMPARE(terminal("import n.weavemap edges.csv --as ties").status, 0);
    }
    /// What a picture says: the bytes of the file, and of a PDF, whose pages are compressed, its text.
    static QByteArray printed(const Terminal& terminal, const char* file)
    {
        QByteArray said = terminal.read(file);
        if (!QByteArray(file).endsWith(".pdf"))
            return said;
        QProcess process;
        process.start(QStringLiteral("pdftotext"), {terminal.path(QString::fromUtf8(file)), QStringLiteral("-")});
        if (!process.waitForFinished() || process.exitCode() != 0)
            qFatal("pdftotext cannot read %s", file);
        return said += process.readAllStandardOutput();
    }
    static QStringList filesOf(const Terminal& terminal)
    {
        return QDir(terminal.path(QStringLiteral("."))).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }

private Q_SLOTS:
    void folderForAFile_givesOneSentence_data()
    {
        QTest::addColumn<QString>("line");
        for (const char* const line :
             {"metrics .", "import n.weavemap .", "import . nodes.csv", "map n.weavemap folder.pdf",
              "metrics n.weavemap --measures degree --out folder.pdf", "layout n.weavemap folder.pdf",
              "restore n.weavemap .", "log n.weavemap --with 1 --text-file .",
              "log n.weavemap --with 1 --text-file . --accept", "log n.weavemap --with 1 --text-file nothing"})
            QTest::newRow(line) << QString::fromUtf8(line);
    }
    void folderForAFile_givesOneSentence()
    {
        QFETCH(QString, line);
        const Terminal terminal;
        fill(terminal);
        QVERIFY(QDir(terminal.path(QStringLiteral("."))).mkdir(QStringLiteral("folder.pdf")));
        const QString digest = terminal.digest("n.weavemap");
        const Run run = terminal.run(line.split(QLatin1Char(' ')));
        QCOMPARE(run.status, 1);
        QCOMPARE(run.lines(), 1);
        QVERIFY(run.out.isEmpty());
        QCOMPARE(terminal.digest("n.weavemap"), digest);
    }

    void results_areNeverWrittenOverWhatTheyAreMadeFrom_data()
    {
        QTest::addColumn<QString>("line");
        for (const char* const line :
             {"layout n.weavemap n.weavemap", "layout n.weavemap ./n.weavemap", "layout edges.csv n.weavemap",
              "layout edges.csv edges.csv", "metrics n.weavemap --out n.weavemap", "metrics edges.csv --out edges.csv",
              "metrics edges.csv --out n.weavemap", "map edges.csv network.pdf"})
            QTest::newRow(line) << QString::fromUtf8(line);
    }
    void results_areNeverWrittenOverWhatTheyAreMadeFrom()
    {
        QFETCH(QString, line);
        const Terminal terminal;
        fill(terminal);
        QVERIFY(QFile::copy(terminal.path(QStringLiteral("n.weavemap")), terminal.path(QStringLiteral("network.pdf"))));
        const QString digest = terminal.digest("n.weavemap");
        const QByteArray edges = terminal.read("edges.csv"), network = terminal.read("network.pdf");
        const Run run = terminal.run(line.split(QLatin1Char(' ')));
        QCOMPARE(run.status, 1);
        QCOMPARE(run.lines(), 1);
        QVERIFY(run.out.isEmpty());
        QCOMPARE(terminal.digest("n.weavemap"), digest);
        QCOMPARE(terminal.read("edges.csv"), edges);
        QCOMPARE(terminal.read("network.pdf"), network);
    }

    void anyFileThatImportReads_isReadByEveryReadingCommand()
    {
        const Terminal terminal;
        fill(terminal);
        terminal.write("net.graphml", "<graphml><graph edgedefault=\"undirected\"><node id=\"Ana\"/><node id=\"Ben\"/>"
                                      "<edge source=\"Ana\" target=\"Ben\"/></graph></graphml>");
        terminal.write("matrix.csv", ",Ana,Ben\nAna,0,1\nBen,1,0\n");
        terminal.write("pairs.csv", "source,target\nAna,Ben\n");
        for (const char* const file : {"net.graphml", "matrix.csv", "pairs.csv"}) {
            const auto run = [&](const char* before, const char* after = "") {
                return terminal((QByteArray(before) + ' ' + file + ' ' + after).constData());
            };
            QCOMPARE(run("metrics", "--ids name").json().value(QStringLiteral("nodes")).toArray(),
                     QJsonArray({QStringLiteral("Ana"), QStringLiteral("Ben")}));
            QCOMPARE(run("map", "out.svg").status, 0);
            QCOMPARE(run("layout", "out.csv --ids name").status, 0);
            QVERIFY(terminal.read("out.csv").contains("\r\nBen,"));
            QCOMPARE(run("search", "ben").json().value(QStringLiteral("people")).toArray().size(), 1);
            QCOMPARE(run("history").status, 0);
            QCOMPARE(run("check", "--json").json().value(QStringLiteral("people")).toInt(), 2);
            QCOMPARE(run("log", "--with Ana --text hi").json().value(QStringLiteral("stored")).toBool(true), false);
            // Where something would be written it must be a network file.
            for (const char* const writing : {"undo", "redo", "backup", "erase --yes --person Ana"}) {
                const Run refused = run(writing);
                QCOMPARE(refused.status, 1);
                QCOMPARE(refused.lines(), 1);
            }
            QCOMPARE(run("log", "--with Ana --text hi --accept").status, 1);
        }
    }

    void fieldThatIsNotThere_isSaid()
    {
        const Terminal terminal;
        fill(terminal);
        const Run run = terminal("map n.weavemap m.svg --colour shoes");
        QCOMPARE(run.status, 1);
        QVERIFY(run.err.contains("shoes") && run.err.contains("attribute:label"));
        QVERIFY(!terminal.exists("m.svg"));
        for (const char* const field : {"region", "none", "attribute:label"})
            QCOMPARE(terminal((QByteArray("map n.weavemap m.svg --colour ") + field).constData()).status, 0);
    }

    void field_isFoundByTheNameThatPeopleRead()
    {
        const Terminal terminal;
        terminal.write("people.csv", "id,name,Mentor,Région,team,TEAM\n1,Ana,Bo,Nord,a,x\n2,Ben,Bo,Süd,b,y\n");
        QCOMPARE(terminal("import n.weavemap people.csv --as members").status, 0);
        const auto map = [&terminal](const char* out, const char* colour) {
            return terminal.run({QStringLiteral("map"), QStringLiteral("n.weavemap"), QString::fromUtf8(out),
                                 QStringLiteral("--colour"), QString::fromUtf8(colour)});
        };
        QCOMPARE(map("key.svg", "attribute:Mentor").status, 0);
        for (const char* const colour : {"Mentor", "mentor", "ATTRIBUTE:mentor", "KIND", "TEAM", "team"})
            QVERIFY2(map("m.svg", colour).status == 0, colour);
        QCOMPARE(map("m.svg", "mentor").status, 0);
        QCOMPARE(terminal.read("m.svg"), terminal.read("key.svg"));
        // One of two that only capitals tell apart is not guessed.
        const Run either = map("n.svg", "Team");
        QCOMPARE(either.status, 1);
        QVERIFY(either.err.contains("attribute:team") && either.err.contains("attribute:TEAM"));
        QVERIFY(!terminal.exists("n.svg"));
    }

    void columnOfTheFile_goesBeforeAFieldThatNobodyHas()
    {
        const Terminal terminal;
        terminal.write("people.csv", "id,name,Role,Region\n1,Ana,Tutor,North\n2,Ben,Head,South\n");
        QCOMPARE(terminal("import n.weavemap people.csv --as members").status, 0);
        const auto map = [&terminal](const char* out, const char* colour) {
            return terminal.run({QStringLiteral("map"), QStringLiteral("n.weavemap"), QString::fromUtf8(out),
                                 QStringLiteral("--colour"), QString::fromUtf8(colour)});
        };
        QCOMPARE(map("key.svg", "attribute:Role").status, 0);
        QCOMPARE(map("none.svg", "none").status, 0);
        QVERIFY(terminal.read("key.svg") != terminal.read("none.svg"));
        for (const char* const colour : {"Role", "role", "ROLE"}) {
            const Run run = map("m.svg", colour);
            QVERIFY2(run.status == 0, run.err.constData());
            QCOMPARE(terminal.read("m.svg"), terminal.read("key.svg"));
        }
        // What no column is called and nobody has can still be asked for.
        QCOMPARE(map("m.svg", "organization").status, 0);

        // Both have values: neither is guessed, and the way out is one that works.
        terminal.write("more.csv", "id,name,Role\n3,Cid,Coach\n");
        QCOMPARE(terminal("import n.weavemap more.csv --as members --map role=Role").status, 0);
        const Run tie = map("n.svg", "Role");
        QCOMPARE(tie.status, 1);
        QCOMPARE(tie.lines(), 1);
        QVERIFY2(tie.err.contains("More than one column is called “Role”") && tie.err.contains("role, attribute:Role"),
                 tie.err.constData());
        QVERIFY(!terminal.exists("n.svg"));
        for (const char* const colour : {"role", "attribute:Role"})
            QCOMPARE(map((QByteArray(colour).replace(':', '-') + ".svg").constData(), colour).status, 0);
        QVERIFY(terminal.read("role.svg") != terminal.read("attribute-Role.svg"));
    }

    void lineBreakInAFileName_makesNoStepOfTheHistory()
    {
        const Terminal terminal;
        const QByteArray name = "people\n9\t2026-01-01T00:00:00\tdone\tFaked\x1b[2J.csv";
        terminal.write(name.constData(), "id,name\n1,Ana\n");
        QCOMPARE(terminal
                     .run({QStringLiteral("import"), QStringLiteral("n.weavemap"), QString::fromUtf8(name),
                           QStringLiteral("--as"), QStringLiteral("members"), QStringLiteral("--me"),
                           QStringLiteral("Ruth\nHayes")})
                     .status,
                 0);
        const QByteArray listing = terminal("history n.weavemap").out;
        QCOMPARE(terminal("history n.weavemap --json").json().value(QStringLiteral("steps")).toArray().size(),
                 listing.count('\n'));
        QVERIFY(listing.contains("Faked"));
        QVERIFY(!listing.contains('\x1b'));
        for (const QByteArray& line : listing.trimmed().split('\n'))
            QVERIFY2(line.count('\t') <= 4, line.constData());
        const Run undone = terminal("undo n.weavemap");
        QCOMPARE(undone.status, 0);
        QCOMPARE(undone.lines(), 1);
    }

    void emptyName_isWrongUsage()
    {
        const Terminal terminal;
        fill(terminal);
        for (const QStringList& names :
             {QStringList{QStringLiteral("--with"), QString()},
              QStringList{QStringLiteral("--with"), QStringLiteral(" ")},
              QStringList{QStringLiteral("--with"), QStringLiteral("1"), QStringLiteral("--tie"), QString(),
                          QStringLiteral("--and"), QStringLiteral("2")}})
            QCOMPARE(terminal
                         .run(QStringList{QStringLiteral("log"), QStringLiteral("n.weavemap"), QStringLiteral("--text"),
                                          QStringLiteral("hi")} +
                              names)
                         .status,
                     2);
    }

    void folderThatIsNotThere_isNamed()
    {
        const Terminal terminal;
        const Run run = terminal("demo nowhere/n.weavemap");
        QCOMPARE(run.status, 1);
        QVERIFY(run.err.contains("nowhere") && !run.err.contains("n.weavemap"));
    }

    void reading_leavesNoFileBehind()
    {
        const Terminal terminal;
        fill(terminal);
        const QStringList before = filesOf(terminal);
        for (const char* const line : {"metrics n.weavemap --measures degree", "search n.weavemap ana",
                                       "history n.weavemap", "check n.weavemap", "map n.weavemap nowhere/m.pdf",
                                       "log n.weavemap --with 1 --text hi", "import n.weavemap nodes.csv --dry-run"})
            terminal(line);
        QCOMPARE(filesOf(terminal), before);
    }

    void noteBeingTyped_keepsNobodyOut()
    {
        const Terminal terminal;
        fill(terminal);
        QProcess typing;
        typing.setWorkingDirectory(terminal.path(QStringLiteral(".")));
        typing.start(QStringLiteral(WEAVEMAP_BIN_DIR "/weavemap-cli"),
                     log({QStringLiteral("--text-file"), QStringLiteral("-"), QStringLiteral("--accept")}));
        QVERIFY(typing.waitForStarted());
        typing.write("First ");
        QVERIFY(typing.waitForBytesWritten());
        QCOMPARE(
            terminal.run(log({QStringLiteral("--text"), QStringLiteral("Second"), QStringLiteral("--accept")})).status,
            0);
        typing.closeWriteChannel();
        QVERIFY(typing.waitForFinished());
        QCOMPARE(typing.exitCode(), 0);
        for (const char* const line : {"search n.weavemap First", "search n.weavemap Second"})
            QCOMPARE(terminal(line).json().value(QStringLiteral("conversations")).toArray().size(), 1);
    }

    void sameNameTwice_isOnePerson()
    {
        const Terminal terminal;
        fill(terminal);
        const Run run = terminal.run(
            log({QStringLiteral("--with"), QStringLiteral("1"), QStringLiteral("--tie"), QStringLiteral("1"),
                 QStringLiteral("--and"), QStringLiteral("2"), QStringLiteral("--tie"), QStringLiteral("2"),
                 QStringLiteral("--and"), QStringLiteral("1"), QStringLiteral("--text"), QStringLiteral("hi"),
                 QStringLiteral("--me"), QStringLiteral(" Ruth "), QStringLiteral("--accept")}));
        QCOMPARE(run.status, 0);
        QCOMPARE(run.json().value(QStringLiteral("label")).toString(), QStringLiteral("Call with Ana Ruiz"));
        QCOMPARE(run.json().value(QStringLiteral("with")).toArray().size(), 1);
        QCOMPARE(terminal
                     .run(log({QStringLiteral("--text"), QStringLiteral("hi"), QStringLiteral("--me"),
                               QStringLiteral("  Ruth"), QStringLiteral("--accept")}))
                     .status,
                 0);
        QCOMPARE(terminal("search n.weavemap Ruth").json().value(QStringLiteral("people")).toArray().size(), 1);
    }

    void legend_neverTellsWhoSomebodyIsWhereNamesAreHidden()
    {
        const Terminal terminal;
        fill(terminal);
        for (const char* const more : {"", " --colour attribute:e-mail", " --colour attribute:label --view screen"}) {
            const QByteArray line = QByteArray("map n.weavemap m.svg --names hidden") + more;
            QCOMPARE(terminal(line.constData()).status, 0);
            const QByteArray picture = terminal.read("m.svg");
            QVERIFY(!picture.contains("example.org") && !picture.contains("Ruiz"));
        }
        QCOMPARE(terminal("map n.weavemap m.svg --names full --colour attribute:e-mail").status, 0);
        QVERIFY(terminal.read("m.svg").contains("ana@example.org"));
    }

    void legend_neverTellsWhomAColumnNames()
    {
        const Terminal terminal;
        terminal.write("mentor.csv", "name,Mentor,Mail,Buddies\n"
                                     "Canary Bird,Ana Ruiz,ana@example.org,Ana Ruiz; \xC3\x87"
                                     "agla \xC3\x9Cnal\n"
                                     "Ana Ruiz,\"Bird,  CANARY\",b@canary.org,Canary Bird\n"
                                     "Tom Birkett,canary bird,b@canary.org,Canary Bird\n"
                                     "Jun Takeda,Canary Bird,b@canary.org,Tom Birkett\n"
                                     "Mina Pillai,Canary Bird,b@canary.org,Tom Birkett\n"
                                     "\xC3\x87"
                                     "agla \xC3\x9Cnal,Ana Ruiz,ana@example.org,Canary Bird\n");
        for (const char* const names : {"initials", "codes", "hidden"})
            for (const char* const colour :
                 {"", " --colour attribute:Mentor", " --colour attribute:Mail", " --colour attribute:Buddies"})
                for (const char* const out : {"m.svg", "m.pdf"}) {
                    const QByteArray line = QByteArray("map mentor.csv ") + out + " --names " + names + colour;
                    QCOMPARE(terminal(line.constData()).status, 0);
                    const QByteArray bytes = printed(terminal, out).toLower();
                    for (const char* const word : {"canary", "ruiz", "birkett", "example.org"})
                        QVERIFY2(!bytes.contains(word), line.constData());
                }
        QCOMPARE(terminal("map mentor.csv m.svg --names full --colour attribute:Mentor").status, 0);
        QVERIFY(terminal.read("m.svg").contains("Canary Bird"));
        QCOMPARE(terminal("map mentor.csv m.pdf --names full --colour attribute:Mentor").status, 0);
        QVERIFY(printed(terminal, "m.pdf").contains("Canary Bird"));
        QCOMPARE(terminal("map mentor.csv m.svg --names hidden --colour attribute:Mentor").status, 0);
        QVERIFY(terminal.read("m.svg").contains("Hidden name 1"));
    }

    void legend_neverTellsWhomItNamesBetweenOtherWords()
    {
        const Terminal terminal;
        terminal.write("mentor.csv", "name,Mentor,Lehrer,Mail,Star\n"
                                     "김민수,이영희 선생님,李明老师,Sam Lee <sam@canary.org>,Madonna (2024)\n"
                                     "이영희,김민수 선생님,李明老师,sam@canary.org; kim@canary.org,Ms Madonna\n"
                                     "李明,김민수선생님,我的李明,Sam Lee <sam@canary.org>,none\n"
                                     "Madonna,이영희 선생님,我的李明,none,none\n"
                                     "Tom Birkett,Tom\u2212Bir\u00adkett!,none,none,none\n");
        for (const char* const names : {"hidden", "initials", "codes"})
            for (const char* const colour :
                 {"", " --colour attribute:Mentor", " --colour attribute:Lehrer", " --colour attribute:Mail"}) {
                const QByteArray line = QByteArray("map mentor.csv out.svg --names ") + names + colour;
                QCOMPARE(terminal(line.constData()).status, 0);
                const QByteArray picture = terminal.read("out.svg");
                QVERIFY(picture.contains("<svg"));
                for (const char* const word : {"김민수", "이영희", "李明", "canary", "Madonna", "kett"})
                    QVERIFY2(!picture.contains(word), (line + " says " + word).constData());
            }
        // Each is there to be hidden.
        QCOMPARE(terminal("map mentor.csv out.svg --names full --colour attribute:Mentor").status, 0);
        QVERIFY(terminal.read("out.svg").contains("김민수 선생님"));
        QCOMPARE(terminal("map mentor.csv out.svg --names full --colour attribute:Mail").status, 0);
        QVERIFY(terminal.read("out.svg").contains("sam@canary.org"));
    }

    void savedView_isHonouredWhole()
    {
        const Terminal terminal;
        QCOMPARE(terminal("demo a.weavemap --on 2026-10-15").status, 0);
        const auto map = [&terminal](const QString& view, const QStringList& more = {}) {
            return terminal.run(QStringList{QStringLiteral("map"), QStringLiteral("a.weavemap"),
                                            QStringLiteral("m.svg"), QStringLiteral("--on"),
                                            QStringLiteral("2026-10-15"), QStringLiteral("--json"),
                                            QStringLiteral("--view"), view} +
                                more);
        };
        const int everybody = map(QStringLiteral("Whole network")).json().value(QStringLiteral("people")).toInt();
        QVERIFY(terminal.read("m.svg").contains("Go-between"));
        const int filtered = map(QStringLiteral("Lakes and Uplands")).json().value(QStringLiteral("people")).toInt();
        QVERIFY(filtered > 0 && filtered < everybody);
        map(QStringLiteral("Lakes and Uplands"), {QStringLiteral("--size"), QStringLiteral("degree")});
        QVERIFY(!terminal.read("m.svg").contains("Go-between"));
        QCOMPARE(map(QStringLiteral("Board view")).status, 0);
        QVERIFY(terminal.read("m.svg").contains("same size"));
        QCOMPARE(map(QStringLiteral("Nobody's view")).status, 1);
    }
};

QTEST_GUILESS_MAIN(TestCliHostile)
#include "tst_cli_hostile.moc"
