// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "Terminal.h"

using namespace clitest;

class TestCliImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dryRun_makesNoFileAndStoresNothing()
    {
        const Terminal terminal;
        terminal.write("nodes.csv", "id,label\n1,Ana\n2,Ben\n");
        const Run run = terminal("import n.weavemap nodes.csv --dry-run --json");
        QCOMPARE(run.status, 0);
        QCOMPARE(at(run.json(), "stored.people").toInt(), 2);
        QVERIFY(!terminal.exists("n.weavemap"));
        QCOMPARE(terminal("import n.weavemap nodes.csv").status, 0);
        const QString digest = terminal.digest("n.weavemap");
        terminal.write("more.csv", "id,label\n3,Cho\n");
        QCOMPARE(at(terminal("import n.weavemap more.csv --dry-run --json").json(), "stored.people").toInt(), 1);
        QCOMPARE(terminal.digest("n.weavemap"), digest);
    }

    void counts_areThoseOfTheFileAndOfWhatWasStored()
    {
        const Terminal terminal;
        terminal.write("edges.csv", "source,target,weight\n1,2,1\n2,1,2\n1,2,3\n3,3,1\n,4,1\n");
        const Run run = terminal("import n.weavemap edges.csv --as ties --directed --json");
        QCOMPARE(run.status, 0);
        const QJsonObject json = run.json();
        QCOMPARE(json.value(QStringLiteral("ties")).toInt(), 4);
        QCOMPARE(json.value(QStringLiteral("people")).toInt(), 3);
        QCOMPARE(json.value(QStringLiteral("merged")).toInt(), 1);
        QCOMPARE(json.value(QStringLiteral("self_loops")).toInt(), 1);
        QCOMPARE(at(json, "stored.arcs").toInt(), 2);
        QCOMPARE(at(json, "stored.ties").toInt(), 1);
        const QJsonArray rejected = json.value(QStringLiteral("rejected")).toArray();
        QCOMPARE(rejected.size(), 1);
        QCOMPARE(rejected.first()[QStringLiteral("line")].toInt(), 6);
        QVERIFY(!rejected.first()[QStringLiteral("reason")].toString().isEmpty());
    }

    void headerWithoutRows_isReadAsNobody()
    {
        const Terminal terminal;
        terminal.write("nodes.csv", "id,label\n");
        const Run run = terminal("import n.weavemap nodes.csv --as members --json");
        QCOMPARE(run.status, 0);
        QCOMPARE(run.json().value(QStringLiteral("people")).toInt(-1), 0);
        const Run metrics = terminal("metrics n.weavemap");
        QCOMPARE(metrics.status, 0);
        QVERIFY(metrics.json().value(QStringLiteral("nodes")).isArray());
        QVERIFY(metrics.out.contains("\"nodes\": []"));
    }

    void namedColumn_fillsItsFieldAndStandsOnce()
    {
        const Terminal terminal;
        terminal.write("nodes.csv", "Nr,Mitglied,Bezirk,Team\n06,Ana,Nord,Rot\n6,Ben,S\xC3\xBC"
                                    "d,Rot\n");
        terminal.write("edges.csv", "source,target\n06,6\n");
        const char* const import =
            "import n.weavemap nodes.csv --map id=Nr --map name=Mitglied --map region=Bezirk --json";
        QCOMPARE(terminal(import).status, 0);
        QCOMPARE(at(terminal("import n.weavemap edges.csv --as ties --json").json(), "stored.people").toInt(), 0);
        const QString digest = terminal.digest("n.weavemap");
        QCOMPARE(at(terminal(import).json(), "stored.people").toInt(-1), 0);
        QCOMPARE(terminal.digest("n.weavemap"), digest);
        const Run metrics = terminal("metrics n.weavemap --ids source");
        QVERIFY(metrics.out.contains("\"06\""));
        const Run map = terminal("map n.weavemap m.svg --colour shoes"); // names what there is
        QCOMPARE(map.status, 1);
        QVERIFY(map.err.contains("region") && map.err.contains("attribute:Team") &&
                !map.err.contains("attribute:Bezirk"));
    }

    void rowsLeftOut_areSaidOfThemselvesAlone()
    {
        const Terminal terminal;
        terminal.write("people.csv", "id,name\n1,Ana Ruiz\n1,Luis Vega\n2,Ben Hill\n");
        const Run run = terminal("import n.weavemap people.csv --as members --json");
        QCOMPARE(run.status, 0);
        QCOMPARE(at(run.json(), "stored.people").toInt(), 2);
        QCOMPARE(run.json().value(QStringLiteral("rejected")).toArray().size(), 1);
        QVERIFY(run.out.contains("This row is left out.") && !run.out.contains("Nothing was stored"));
        const Run told = terminal("import other.weavemap people.csv --as members");
        QCOMPARE(told.status, 0);
        QVERIFY(told.err.contains("This row is left out.") && !told.err.contains("Nothing was stored"));
    }

    void fileWithTooMuch_saysOfWhat()
    {
        const Terminal terminal;
        terminal.write("cols.csv", QByteArray("a,").repeated(20'000) + "a\n");
        const Run run = terminal("import n.weavemap cols.csv --as members");
        QCOMPARE(run.status, 1);
        QVERIFY2(run.err.contains("more columns than Weavemap reads (16"), run.err.constData());
        terminal.write("cell.csv", "id,name\n1," + QByteArray(2'000'000, 'x') + "\n");
        QVERIFY(terminal("import n.weavemap cell.csv --as members").err.contains("(1 MB)"));
        QVERIFY(!terminal.exists("n.weavemap"));
    }

    void severalSources_areOneStep()
    {
        const Terminal terminal;
        terminal.write("nodes.csv", "id,label\n1,Ana\n2,Ben\n");
        terminal.write("edges.csv", "source,target\n1,2\n");
        QCOMPARE(terminal("import n.weavemap nodes.csv edges.csv").status, 0);
        const QJsonObject history = terminal("history n.weavemap --json").json();
        QCOMPARE(history.value(QStringLiteral("steps")).toArray().size(), 1);
        QCOMPARE(terminal("undo n.weavemap").status, 0);
        QCOMPARE(terminal("undo n.weavemap").status, 1);
    }

    void map_fillsFieldsFromTheColumnsNamed()
    {
        const Terminal terminal;
        terminal.write("people.csv", "Nr,Wer,Funktion\n1,Ana,Principal\n");
        const Run run =
            terminal("import n.weavemap people.csv --as members --map id=Nr --map name=Wer --map role=Funktion");
        QCOMPARE(run.status, 0);
        const QJsonObject hit =
            terminal("search n.weavemap Ana").json().value(QStringLiteral("people")).toArray().first().toObject();
        QCOMPARE(hit.value(QStringLiteral("role")).toString(), QStringLiteral("Principal"));
    }

    void map_knowsEveryFieldOfAPerson()
    {
        const Terminal terminal;
        terminal.write("people.csv",
                       "Nr,Vor,Nach,Post,Ruf,Amt,Haus,Ort,Stufe,Seit,Wann\n"
                       "1,Zo\u00EB,Lind,z@example.org,555,Coach,Nordwiese,\u00D6st,Kern,01.02.2020,abends\n");
        const Run run = terminal(
            "import n.weavemap people.csv --as members --map id=Nr --map firstName=Vor --map lastName=Nach "
            "--map email=Post --map phone=Ruf --map role=Amt --map school=Haus --map region=Ort --map level=Stufe "
            "--map joined=Seit --map contactPreference=Wann --json");
        QCOMPARE(run.status, 0);
        QVERIFY(run.json().value(QStringLiteral("notices")).toArray().isEmpty());
        const QJsonObject hit =
            terminal("search n.weavemap Lind").json().value(QStringLiteral("people")).toArray().first().toObject();
        QCOMPARE(hit.value(QStringLiteral("name")).toString(), QStringLiteral("Zo\u00EB Lind"));
        QCOMPARE(hit.value(QStringLiteral("role")).toString(), QStringLiteral("Coach"));
        const Run unknown = terminal("import n.weavemap people.csv --as members --map shoeSize=Nr");
        QCOMPARE(unknown.status, 2);
    }

    void directedFlag_isRememberedWithoutAnyArc()
    {
        const Terminal terminal;
        terminal.write("nodes.csv", "id,label\n1,Ana\n2,Ben\n");
        terminal.write("edges.csv", "source,target,weight\n");
        terminal("import n.weavemap nodes.csv --as members");
        QVERIFY(!terminal("metrics n.weavemap")
                     .json()
                     .value(QStringLiteral("sections"))
                     .toObject()
                     .contains(QStringLiteral("directed")));
        QCOMPARE(terminal("import n.weavemap edges.csv --as ties --directed").status, 0);
        QVERIFY(terminal("metrics n.weavemap")
                    .json()
                    .value(QStringLiteral("sections"))
                    .toObject()
                    .contains(QStringLiteral("directed")));
    }

    void depth_decidesTheTieSet()
    {
        const Terminal terminal;
        terminal.write("edges.csv", "source,target\n1,2\n");
        QCOMPARE(terminal("import n.weavemap edges.csv --as ties --depth 1").status, 0);
        const auto edges = [&terminal](const char* line) {
            return at(terminal(line).json().value(QStringLiteral("sections")).toObject(), "undirected.scalars.edges")
                .toInt(-1);
        };
        QCOMPARE(edges("metrics n.weavemap"), 0);
        QCOMPARE(edges("metrics n.weavemap --ties awareness"), 1);
        QCOMPARE(edges("metrics n.weavemap --ties all"), 1);
        QCOMPARE(terminal("import n.weavemap edges.csv --as ties --depth 5").status, 2);
    }

    void sameFileTwice_changesNothing()
    {
        const Terminal terminal;
        terminal.write("edges.csv", "source,target,weight\n1,2,4\n2,3,1\n");
        terminal("import n.weavemap edges.csv --as ties");
        const QString digest = terminal.digest("n.weavemap");
        QVERIFY(!digest.isEmpty());
        QCOMPARE(terminal("import n.weavemap edges.csv --as ties").status, 0);
        QCOMPARE(terminal.digest("n.weavemap"), digest);
    }

    void whatCannotBeRead_givesOneSentenceAndNoFile_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("options");
        QTest::newRow("no bytes") << QByteArray() << QString();
        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) << QString();
        QTest::newRow("a column that is not there")
            << QByteArray("id,label\n1,Ana\n") << QStringLiteral("--as members --map name=Name");
        QTest::newRow("no ends") << QByteArray("a,b\n1,2\n") << QStringLiteral("--as ties");
        QTest::newRow("a quote that never closes") << QByteArray("id,label\n1,\"Ana\n2,Ben\n") << QString();
    }
    void whatCannotBeRead_givesOneSentenceAndNoFile()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, options);
        const Terminal terminal;
        terminal.write("source.csv", bytes);
        const Run run = terminal.run(
            QStringList{QStringLiteral("import"), QStringLiteral("n.weavemap"), QStringLiteral("source.csv")} +
            options.split(QLatin1Char(' '), Qt::SkipEmptyParts));
        QCOMPARE(run.status, 1);
        QCOMPARE(run.lines(), 1);
        QVERIFY(run.out.isEmpty());
        QVERIFY(!terminal.exists("n.weavemap"));
    }

    void badSecondSource_changesNothingOfTheFirst()
    {
        const Terminal terminal;
        terminal.write("good.csv", "id,label\n1,Ana\n");
        terminal.write("bad.csv", "");
        QCOMPARE(terminal("import n.weavemap good.csv").status, 0);
        const QString digest = terminal.digest("n.weavemap");
        terminal.write("more.csv", "id,label\n2,Ben\n");
        QCOMPARE(terminal("import n.weavemap more.csv bad.csv").status, 1);
        QCOMPARE(terminal.digest("n.weavemap"), digest);
    }

    void columnsThatATieHasNoPlaceFor_areSaid()
    {
        const Terminal terminal;
        terminal.write("edges.csv", "source,target,seats\na,b,2019\n");
        const Run said = terminal("import n.weavemap edges.csv --as ties");
        QCOMPARE(said.status, 0);
        QVERIFY(said.err.contains("seats"));
        const Run listed = terminal("import m.weavemap edges.csv --as ties --dry-run --json");
        QCOMPARE(listed.json().value(QStringLiteral("left_out_columns")).toArray(),
                 QJsonArray{QStringLiteral("seats")});
    }

    void mannerOfTies_isStoredAndWhatIsNotUnderstoodIsSaid()
    {
        const Terminal terminal;
        terminal.write("edges.csv", "source,target,how often,since\na,b,Weekly,2019-03-31\nb,c,now and then,2019\n");
        const Run said = terminal("import n.weavemap edges.csv --as ties");
        QCOMPARE(said.status, 0);
        QVERIFY2(said.err.contains("Line 3: \u201Cnow and then\u201D is not understood"), said.err.constData());
        QVERIFY2(said.err.contains("Line 3: \u201C2019\u201D is taken for 1 January 2019."), said.err.constData());
        QVERIFY(!said.err.contains("no place for"));
        const QString digest = terminal.digest("n.weavemap");
        const Run again = terminal("import n.weavemap edges.csv --as ties --json");
        QCOMPARE(again.json().value(QStringLiteral("notices")).toArray().size(), 2);
        QCOMPARE(terminal.digest("n.weavemap"), digest);
        // Named columns, too.
        terminal.write("named.csv", "source,target,x,y\na,b,monthly,2020-01-01\n");
        const Run named = terminal("import m.weavemap named.csv --as ties --map contact=x --map since=y --json");
        QCOMPARE(named.status, 0);
        QVERIFY(named.json().value(QStringLiteral("left_out_columns")).toArray().isEmpty());
    }

    void columnOfYears_doesNotHideWhatElseIsNoticed()
    {
        const Terminal terminal;
        QByteArray csv = "source,target,how often,since\n";
        for (int i = 0; i < 40; ++i)
            csv += "a" + QByteArray::number(i) + ",b,,2019\n";
        terminal.write("edges.csv", csv + "a0,c,often,\n");
        const Run said = terminal("import n.weavemap edges.csv --as ties");
        QCOMPARE(said.status, 0);
        const qsizetype rare = said.err.indexOf("Line 42: “often”");
        QVERIFY2(rare >= 0 && rare < said.err.indexOf("Line 2: “2019”"), said.err.constData());
        QCOMPARE(said.err.count("is taken for 1 January"), 19);
        QVERIFY2(said.err.contains("21 more things were noticed"), said.err.constData());

        // Twenty are all said, and no more is promised.
        terminal.write("few.csv", csv.split('\n').mid(0, 21).join('\n') + "\n");
        const Run few = terminal("import m.weavemap few.csv --as ties");
        QCOMPARE(few.err.count("is taken for 1 January"), 20);
        QVERIFY2(!few.err.contains(" more thing"), few.err.constData());
        terminal.write("one.csv", csv.split('\n').mid(0, 22).join('\n') + "\n");
        QVERIFY(terminal("import l.weavemap one.csv --as ties").err.contains("1 more thing was noticed"));
    }

    void tieThatSaysHowOftenAlready_isNamed()
    {
        const Terminal terminal;
        terminal.write("edges.csv", "source,target,how often\nAna,Ben Ali,weekly\n");
        QCOMPARE(terminal("import n.weavemap edges.csv --as ties").status, 0);
        terminal.write("other.csv", "source,target,how often\nAna,Ben Ali,monthly\n");
        const Run said = terminal("import n.weavemap other.csv --as ties");
        QVERIFY2(said.err.contains("Line 2: The tie of Ana and Ben Ali says already how often they are in touch "
                                   "(weekly); that stays."),
                 said.err.constData());
    }

    void rowWithoutAName_isSaidToComeInAsItsId()
    {
        const Terminal terminal;
        terminal.write("people.csv", "id,name\n17,\n18,Ana\n");
        const Run said = terminal("import n.weavemap people.csv --as members");
        QCOMPARE(said.status, 0);
        QVERIFY2(said.err.contains("Line 2: No name; comes in as \u201C17\u201D."), said.err.constData());
        // Where nobody has a name, ids are names.
        terminal.write("ids.csv", "id\n17\n");
        QVERIFY(!terminal("import m.weavemap ids.csv --as members").err.contains("No name"));
    }

    void foreignFile_isReadByMetricsWithoutLeavingAnything()
    {
        const Terminal terminal;
        terminal.write("edges.csv", "source,target\na,b\nb,c\n");
        // Nothing of it may reach the disk, where a killed program would leave it: there is no folder for it.
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("TMPDIR"), terminal.path(QStringLiteral("nowhere")));
        const Run run = terminal.run({QStringLiteral("metrics"), QStringLiteral("edges.csv"), QStringLiteral("--ids"),
                                      QStringLiteral("source"), QStringLiteral("--measures"), QStringLiteral("degree")},
                                     {}, environment);
        QCOMPARE(run.status, 0);
        QCOMPARE(run.json().value(QStringLiteral("nodes")).toArray(),
                 QJsonArray({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
        QCOMPARE(QDir(terminal.path({})).entryList(QDir::Files).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestCliImport)
#include "tst_cli_import.moc"
