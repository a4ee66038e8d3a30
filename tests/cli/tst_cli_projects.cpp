// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "Terminal.h"

using namespace clitest;

/// Projects and convenings, as a script meets them.
class TestCliProjects : public QObject
{
    Q_OBJECT

    Terminal m_terminal;

    static QJsonArray group(const Run& run, const char* name)
    {
        return run.json().value(QLatin1String(name)).toArray();
    }

private Q_SLOTS:
    void initTestCase() { QCOMPARE(m_terminal("demo d.weavemap --members 142 --seed 5 --on 2026-10-15").status, 0); }

    void search_findsThemByName()
    {
        const Run convenings = m_terminal("search d.weavemap spring convening --json");
        QCOMPARE(convenings.status, 0);
        QVERIFY(group(convenings, "convenings").size() >= 2);
        const QJsonObject first = group(convenings, "convenings").first().toObject();
        QVERIFY(first.value(QStringLiteral("name")).toString().startsWith(QStringLiteral("Spring convening")));
        QVERIFY(first.value(QStringLiteral("id")).toString().toLongLong() > 0);
        const Run projects = m_terminal("search d.weavemap unit --json");
        QVERIFY(!group(projects, "projects").isEmpty());
        for (const QJsonValue& project : group(projects, "projects"))
            QVERIFY(!at(project.toObject(), "name").toString().isEmpty());
        // What a note says of one is a group of its own.
        QVERIFY(group(projects, "convenings").isEmpty());
        QVERIFY(!group(m_terminal("search d.weavemap across two schools --json"), "projects_mentioned").isEmpty());
    }

    void loggedCall_makesTheProject_andUndoTakesItBack()
    {
        const Terminal terminal;
        terminal.write("nodes.csv", "id,label\n1,Ana Ruiz\n2,Ben Okafor\n3,Cleo Marin\n");
        QCOMPARE(terminal("import n.weavemap nodes.csv --as members").status, 0);
        terminal.write("note.txt", "Ben Okafor and Cleo Marin are building a greenhouse together.");
        const Run logged = terminal("log n.weavemap --with Ana --text-file note.txt --on 2026-10-15 --accept");
        QVERIFY2(logged.status == 0, qPrintable(QString::fromUtf8(logged.err)));
        const Run found = terminal("search n.weavemap greenhouse --json");
        QCOMPARE(group(found, "projects").size(), 1);
        QCOMPARE(at(group(found, "projects").first().toObject(), "name").toString(), QStringLiteral("greenhouse"));
        QCOMPARE(terminal("undo n.weavemap").status, 0);
        QVERIFY(group(terminal("search n.weavemap greenhouse --json"), "projects").isEmpty());
    }

    void historyNamesTheStep()
    {
        const Run history = m_terminal("history d.weavemap");
        QCOMPARE(history.status, 0);
        QVERIFY(history.out.contains("Sample network"));
        QCOMPARE(m_terminal("check d.weavemap").status, 0);
    }
};

QTEST_GUILESS_MAIN(TestCliProjects)
#include "tst_cli_projects.moc"
