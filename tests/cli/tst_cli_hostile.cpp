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
