// SPDX-License-Identifier: GPL-3.0-or-later
// What a sentence says is so: why something was not done, and what was.
#include <QDirIterator>
#include <QTest>

#include "Terminal.h"

using namespace clitest;

class TestCliSentences : public QObject
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
        terminal.write("nodes.csv", "id,label\n1,Ana Ruiz\n2,Luis Vega\n");
        QCOMPARE(terminal("import n.weavemap nodes.csv --as members").status, 0);
    }

private Q_SLOTS:
    void log_takesASlipOfTheHandForNoNewStaffPerson()
    {
        const Terminal terminal;
        fill(terminal);
        const auto logAs = [&terminal](const char* me, bool accept = true) {
            QStringList words =
                log({QStringLiteral("--text"), QStringLiteral("hi"), QStringLiteral("--me"), QString::fromUtf8(me)});
            if (accept)
                words << QStringLiteral("--accept");
            return terminal.run(words);
        };
        const Run first = logAs("Ruth Hayes");
        QCOMPARE(first.status, 0);
        QVERIFY(first.err.contains("new staff person"));
        QCOMPARE(at(first.json(), "me.new").toBool(), true);
        QVERIFY(at(first.json(), "me.id").isString());
        QCOMPARE(at(logAs(" ruth  hayes").json(), "me.id"), at(first.json(), "me.id"));
        const QString digest = terminal.digest("n.weavemap");
        for (const char* const slip : {"Ruth Hays", "Rut Hayes", "RUTH HAYSE", "Ruth", "hayes"})
            for (const bool accept : {true, false}) {
                const Run refused = logAs(slip, accept);
                QVERIFY2(refused.status == 1, slip);
                QCOMPARE(refused.lines(), 1);
                QVERIFY(refused.err.contains("“Ruth Hayes”"));
            }
        QCOMPARE(terminal.digest("n.weavemap"), digest);

        const Run known = logAs("RUTH hayes");
        QCOMPARE(known.status, 0);
        QVERIFY(!known.err.contains("new staff person"));
        QCOMPARE(at(known.json(), "me.new").toBool(true), false);
        QCOMPARE(at(known.json(), "me.id"), at(first.json(), "me.id"));
        const Run shown = logAs("Omar Diaz", false);
        QCOMPARE(shown.status, 0);
        QVERIFY(shown.err.contains("would add a new staff person") && at(shown.json(), "me.id").isNull());
        QCOMPARE(logAs("Omar Diaz").status, 0);
        QCOMPARE(terminal("search n.weavemap Ruth").json().value(QStringLiteral("people")).toArray().size(), 1);
    }

    void log_isByWhoItWasTakenToBe()
    {
        const Terminal terminal;
        fill(terminal);
        const auto logAs = [&terminal](const char* me) {
            return terminal.run(log({QStringLiteral("--text"), QStringLiteral("hi"), QStringLiteral("--me"),
                                     QString::fromUtf8(me), QStringLiteral("--accept")}));
        };
        const auto author = [&terminal] {
            const QJsonArray steps =
                terminal("history n.weavemap --json").json().value(QStringLiteral("steps")).toArray();
            return steps.first().toObject().value(QStringLiteral("author")).toString();
        };
        for (const char* const me : {" Ana Ruiz-Ward ", " \u00c1na   ruiz-ward", "ANA RUIZ-WARD"}) {
            QCOMPARE(logAs(me).status, 0);
            QCOMPARE(author(), QStringLiteral("Ana Ruiz-Ward"));
        }
        QCOMPARE(logAs("  ").status, 0);
        QCOMPARE(author(), QString());
        // A mark on nothing is no name, and near to nobody's.
        const QString digest = terminal.digest("n.weavemap");
        const Run refused = logAs("\u0301");
        QVERIFY(refused.status != 0 && refused.status != 256);
        QVERIFY(refused.err.contains("--me") && !refused.err.contains("Ward"));
        QCOMPARE(terminal.digest("n.weavemap"), digest);
    }

    void foreignText_doesNotSteerTheTerminal()
    {
        const Terminal terminal;
        const QByteArray evil = "\x1b[2J\x1b]0;x\x07\xc2\x9b"
                                "31m\rLine 9";
        terminal.write("people.csv", "id,name,joined\n1,Ana,soon\n2,Ben\x1b[1m Ali,2020-01-01\n");
        QCOMPARE(terminal("import n.weavemap people.csv --as members").status, 0);
        terminal.write("edges.csv", "source,target,how often\n1,2,\"" + evil + "\"\nBEN\x1b[1m ALI,1,\n");
        const Run said = terminal("import n.weavemap edges.csv --as ties");
        QCOMPARE(said.status, 0);
        QVERIFY2(said.err.contains("Line 2: ") && said.err.contains("is taken for"), said.err.toPercentEncoding());
        terminal.write("bad.csv", "source,target,weight\n1,2,\"" + evil + "\"\n");
        const Run left = terminal("import n.weavemap bad.csv --as ties");
        QVERIFY(left.err.contains("Line 2: "));
        // Paths are said whole, letter by letter.
        const Run path = terminal.run({QStringLiteral("metrics"), QString::fromUtf8("a\x1b[31m\r\x07.weavemap")});
        QCOMPARE(path.status, 1);
        QVERIFY2(path.err.contains("[31m"), path.err.toPercentEncoding());
        for (const QByteArray& err : {said.err, left.err, path.err}) {
            for (const char byte : {'\x1b', '\x07', '\r'})
                QVERIFY2(!err.contains(byte), err.toPercentEncoding());
            QVERIFY(!err.contains("\xc2\x9b"));
        }
    }

    void restore_takesABareNameThatIsNotThereAnyMore()
    {
        const Terminal terminal;
        fill(terminal);
        const QString digest = terminal.digest("n.weavemap");
        QCOMPARE(terminal("backup n.weavemap").status, 0);
        QVERIFY(QFile::remove(terminal.path(QStringLiteral("n.weavemap"))));
        QCOMPARE(terminal("restore n.weavemap").status, 0);
        QCOMPARE(terminal.digest("n.weavemap"), digest);
    }

    void fullDisk_isSaid()
    {
        const Terminal terminal;
        fill(terminal);
        const QString digest = terminal.digest("n.weavemap");
        // A file system of 2 MB in a place of its own, which ends with the shell.
        const auto full = [&terminal](const QString& command) {
            QProcess process;
            process.setWorkingDirectory(terminal.path({}));
            process.start(QStringLiteral("unshare"),
                          {QStringLiteral("--map-root-user"), QStringLiteral("--mount"), QStringLiteral("sh"),
                           QStringLiteral("-c"),
                           QStringLiteral("mkdir -p d && mount -t tmpfs -o size=2m none d && cp n.weavemap nodes.csv d "
                                          "|| exit 99; cat /dev/zero > d/fill 2>&-; cd d; exec %1/weavemap-cli %2")
                               .arg(QStringLiteral(WEAVEMAP_BIN_DIR), command)});
            if (!process.waitForStarted() || !process.waitForFinished(kLongestRunMs))
                return Run{99, {}, {}};
            return Run{process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
        };
        const Run first = full(QStringLiteral("history n.weavemap"));
        if (first.status == 99 || first.err.startsWith("unshare:"))
            QSKIP("this machine lets nobody make a file system for a test");
        for (const char* const line : {"undo n.weavemap", "import n.weavemap nodes.csv --as members",
                                       "log n.weavemap --with 1 --text hi --accept"}) {
            const Run run = full(QString::fromUtf8(line));
            QCOMPARE(run.status, 1);
            QVERIFY2(run.err.contains("The disk is full"), run.err.constData());
            QCOMPARE(run.lines(), 1);
        }
        QCOMPARE(terminal.digest("n.weavemap"), digest);
    }

    void newerFile_isSaidToBeReadableOnlyWhereItIs()
    {
        const Terminal terminal;
        fill(terminal);
        // The version stands in bytes 60 to 63; the file itself says that version 1 may read it.
        QByteArray bytes = terminal.read("n.weavemap");
        bytes[62] = 3;
        terminal.write("n.weavemap", bytes);
        const Run run = terminal("undo n.weavemap");
        QCOMPARE(run.status, 1);
        QVERIFY2(run.err.contains("newer Weavemap. You can read it"), run.err.constData());
        QCOMPARE(terminal("search n.weavemap Ana").status, 0);
    }

    void erase_saysWhatItDoesNotFindAndWhyUndoEnds()
    {
        const Terminal terminal;
        fill(terminal);
        QCOMPARE(terminal
                     .run(log({QStringLiteral("--text"), QStringLiteral("LUIS  VEGA; Vega, Luis; Luis alone"),
                               QStringLiteral("--accept")}))
                     .status,
                 0);
        QCOMPARE(terminal("backup n.weavemap").status, 0);
        const Run run = terminal.run({QStringLiteral("erase"), QStringLiteral("n.weavemap"), QStringLiteral("--person"),
                                      QStringLiteral("Luis Vega"), QStringLiteral("--yes")});
        QCOMPARE(run.status, 0);
        QVERIFY(run.err.contains("first name alone") && !run.err.contains("Nothing of that person"));
        QDirIterator files(terminal.path({}), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.fileName().endsWith(QStringLiteral(".csv")))
                QVERIFY2(file.open(QIODevice::ReadOnly) && !file.readAll().toLower().contains("vega"),
                         qPrintable(file.fileName()));
        }
        const Run undone = terminal("undo n.weavemap");
        QCOMPARE(undone.status, 1);
        QVERIFY2(undone.err.contains("Erasing ended the history"), undone.err.constData());
    }

    void erase_saysWhereTheNameIsNotLookedFor()
    {
        const Terminal terminal;
        terminal.write("nodes.csv", "id,label\n1,Ana Ruiz\n2,Cleo\n");
        QCOMPARE(terminal("import n.weavemap nodes.csv --as members").status, 0);
        const Run run = terminal("erase n.weavemap --person Cleo --yes");
        QVERIFY2(run.status == 0 && run.err.contains("Elsewhere it stays"), run.err.constData());
    }

    void demo_isOfADayThatIdsCanBeMadeOf()
    {
        const Terminal terminal;
        for (const char* const day : {"0001-01-01", "1969-12-31", "2150-01-02", "9999-12-31"}) {
            const Run run = terminal.run({QStringLiteral("demo"), QStringLiteral("d.weavemap"), QStringLiteral("--on"),
                                          QString::fromUtf8(day), QStringLiteral("--members"), QStringLiteral("30")});
            QCOMPARE(run.status, 2);
            QVERIFY2(run.err.contains("1970-01-01 to 2150-01-01"), run.err.constData());
            QVERIFY(!terminal.exists("d.weavemap"));
        }
        for (const char* const line :
             {"demo old.weavemap --on 1970-01-01 --members 30", "demo same.weavemap --on 1970-01-01 --members 30",
              "demo late.weavemap --on 2150-01-01 --members 30"})
            QCOMPARE(terminal(line).status, 0);
        QCOMPARE(terminal.digest("old.weavemap"), terminal.digest("same.weavemap"));
    }
};

QTEST_GUILESS_MAIN(TestCliSentences)
#include "tst_cli_sentences.moc"
