// SPDX-License-Identifier: GPL-3.0-or-later
// How often people are in touch and since when, from a list to the record of a tie.
#include <QTest>

#include "Sheets.h"

using namespace actionstest;

class TestImportTieManner : public QObject
{
    Q_OBJECT

    static PersonId idOf(Office& office, const char* id) { return byId(office, id).id; }
    /// A tie between 1 and 2 that stands before the import.
    static void addTie(Office& office, Tie tie)
    {
        import(office, members("id,label\n1,Ana\n2,Ben\n"));
        tie.a = idOf(office, "1");
        tie.b = idOf(office, "2");
        office.add(tie);
    }

private Q_SLOTS:
    void newTies_holdWhatTheirRowsSay()
    {
        Office office;
        const auto plan = import(office, ties("source,target,how often,since\n1,2,monthly,2019-03-31\n2,3,often,\n"));
        const Tie first = between(office, "1", "2"), second = between(office, "2", "3");
        QCOMPARE(first.contact, TieContact::monthly);
        QCOMPARE(first.firstSeen, std::optional(day(2019, 3, 31)));
        QCOMPARE(first.lastConfirmed, std::optional(kToday));
        QCOMPARE(second.contact, TieContact::unknown);
        QVERIFY(!second.firstSeen);
        QVERIFY(plan.leftOutColumns.empty());
        QCOMPARE(plan.rejected, 0u);
        QCOMPARE(plan.notices.size(), 1u);
        QCOMPARE(plan.notices.front().line, 3u);
    }

    void rowsOfOnePair_giveTheMostFrequentAndTheEarliest()
    {
        Office office;
        import(office, ties("source,target,how often,since\n1,2,yearly,2020-01-01\n2,1,weekly,2018-05-05\n"
                            "1,2,monthly,2019-01-01\n"));
        QCOMPARE(between(office, "1", "2").contact, TieContact::weekly);
        QCOMPARE(between(office, "1", "2").firstSeen, std::optional(day(2018, 5, 5)));
    }

    void sameRowsAgain_changeNothing()
    {
        Office office;
        const std::string csv = "source,target,how often,since\n1,2,monthly,2019-03-31\n2,3,often,2020\n";
        import(office, ties(csv));
        const std::string digest = office.digest();
        const auto plan = import(office, ties(csv));
        QVERIFY(plan.sameFileAgain);
        QVERIFY(plan.isEmpty());
        QCOMPARE(office.digest(), digest);
    }

    void sameRowsWithoutTheColumns_eraseNothing()
    {
        Office office;
        import(office, ties("source,target,how often,since\n1,2,monthly,2019-03-31\n"));
        for (const char* csv : {"source,target\n1,2\n", "source,target,how often,since\n1,2,,\n",
                                "source,target,how often,since\n1,2,not said,soon\n", "source,target,weight\n1,2,7\n"})
            import(office, ties(csv));
        QCOMPARE(between(office, "1", "2").contact, TieContact::monthly);
        QCOMPARE(between(office, "1", "2").firstSeen, std::optional(day(2019, 3, 31)));
    }

    void sameRowsWithTheColumns_fillThemWithoutAddingUp()
    {
        // As in a file that was imported before these columns were read.
        Office office;
        import(office, ties("source,target,weight\n1,2,3\n"));
        const auto plan = import(office, ties("source,target,weight,how often,since\n1,2,3,weekly,2019-03-31\n"));
        QVERIFY(plan.sameFileAgain);
        const Tie tie = between(office, "1", "2");
        QCOMPARE(tie.contact, TieContact::weekly);
        QCOMPARE(tie.firstSeen, std::optional(day(2019, 3, 31)));
        QCOMPARE(tie.weight, 3.0);
        QCOMPARE(got(office.records().ties.evidence(tie.id)).size(), 1u);
    }

    void tieThatStands_keepsHowOften()
    {
        Office office;
        Tie tie;
        tie.contact = TieContact::monthly;
        addTie(office, tie);
        const auto plan = import(office, ties("source,target,how often\n1,2,weekly\n"));
        QCOMPARE(between(office, "1", "2").contact, TieContact::monthly);
        // The user is told, once, and not where both say the same.
        QCOMPARE(plan.notices.size(), 1u);
        QCOMPARE(plan.notices.front().line, 2u);
        QCOMPARE(plan.notices.front().reason.code, ErrorCode::duplicateTie);
        QCOMPARE(plan.notices.front().reason.args.at(2), std::string("monthly"));
        QVERIFY(import(office, ties("source,target,how often\n2,1,monthly\n")).notices.empty());
    }

    void tieThatStands_isKnownSinceTheEarlierDay_data()
    {
        QTest::addColumn<QString>("firstSeen");
        QTest::addColumn<QString>("since");
        QTest::addColumn<QString>("after");
        QTest::newRow("never dated") << ""
                                     << "2019-03-31"
                                     << "2019-03-31";
        QTest::newRow("earlier") << "2024-01-01"
                                 << "2019-03-31"
                                 << "2019-03-31";
        QTest::newRow("later") << "2018-01-01"
                               << "2019-03-31"
                               << "2018-01-01";
        QTest::newRow("nothing said") << "2018-01-01"
                                      << ""
                                      << "2018-01-01";
        QTest::newRow("the day itself") << ""
                                        << "2026-10-15"
                                        << "2026-10-15";
        QTest::newRow("a day to come") << ""
                                       << "2026-10-16"
                                       << "";
    }
    void tieThatStands_isKnownSinceTheEarlierDay()
    {
        QFETCH(const QString, firstSeen);
        QFETCH(const QString, since);
        QFETCH(const QString, after);
        const auto date = [](const QString& iso) {
            return iso.isEmpty() ? std::nullopt : std::optional(got(Date::parseIso(iso.toStdString())));
        };
        Office office;
        Tie tie;
        tie.firstSeen = date(firstSeen);
        tie.lastConfirmed = day(2025, 1, 1);
        addTie(office, tie);
        const auto plan = import(office, ties("source,target,since\n1,2," + since.toStdString() + "\n"));
        QCOMPARE(between(office, "1", "2").firstSeen, date(after));
        QCOMPARE(plan.notices.size(), since > QStringLiteral("2026-10-15") ? 1u : 0u);
    }

    void dayToCome_isNotedAndTheTieTaken()
    {
        Office office;
        const auto plan = import(office, ties("source,target,since\n1,2,2031-05-01\n"));
        QVERIFY(!between(office, "1", "2").firstSeen);
        QCOMPARE(plan.newTies, 1u);
        QCOMPARE(plan.notices.size(), 1u);
        QCOMPARE(plan.notices.front().reason.code, ErrorCode::outOfRange);
        // No words of a language: those are for who says it.
        QVERIFY(plan.notices.front().reason.args == (std::vector<std::string>{"since", "2031-05-01"}));
    }

    void lineOfWhichNothingIsTaken_isNotNoticed()
    {
        Office office;
        import(office, members("id,label\n1,Ana Ruiz\n2,Ben\n3,Ben\n4,Cid\n"));
        const auto plan = import(office, ties("source,target,how often,since\n1,1,often,2019\n4,Ben,often,2019\n"
                                              "ana ruiz,Ben,often,2031-01-01\n"));
        QCOMPARE(plan.selfLoops, 1u);
        QCOMPARE(plan.rejected, 2u);
        QCOMPARE(plan.notices.size(), 0u);
        QVERIFY(plan.rows.back().takenFor.empty());
        // Of a line that makes a tie with one of several it is noticed.
        const auto half = import(office, ties("Name,Knows,Knows,Since\n1,1,2,2019\n"));
        QCOMPARE(half.newTies, 1u);
        QCOMPARE(half.notices.size(), 1u);
    }

    void notices_standInTheOrderOfTheFile()
    {
        // What the reader noticed and what only the plan can know.
        Office office;
        Tie tie;
        tie.contact = TieContact::monthly;
        addTie(office, tie);
        const auto plan = import(office, ties("source,target,how often,since\n1,2,weekly,\n1,3,,2019\n1,4,often,\n"
                                              "1,5,,2031-01-01\n1,6,,2020\n"));
        std::vector<std::size_t> lines;
        for (const auto& notice : plan.notices)
            lines.push_back(notice.line);
        QVERIFY(lines == (std::vector<std::size_t>{2, 3, 4, 5, 6}));
    }

    void dayBehindTheEndOfATieOfTheSameFile_isNotTaken()
    {
        Office office;
        import(office, ties("source,target\n1,2\n"));
        Tie ended = between(office, "1", "2");
        ended.lastConfirmed = day(2020, 1, 1);
        ended.ended = day(2021, 1, 1);
        got(office.change([&](store::Records& records) { return records.ties.update(ended); }));
        // The same rows do not open it again; a beginning after its end would make no tie at all.
        import(office, ties("source,target,how often,since\n1,2,weekly,2022-01-01\n"));
        const Tie after = between(office, "1", "2");
        QVERIFY(!after.firstSeen);
        QCOMPARE(after.ended, ended.ended);
        QCOMPARE(after.contact, TieContact::weekly);
    }

    void directedRows_sayItOfTheTie()
    {
        Office office;
        import(office, arcs("source,target,how often\n1,2,yearly\n2,1,monthly\n"));
        QCOMPARE(between(office, "1", "2").contact, TieContact::monthly);
        QCOMPARE(got(office.records().ties.overlays()).size(), 2u);
    }

    void undo_givesTheSameDatabase()
    {
        Office office;
        Tie tie;
        tie.firstSeen = day(2024, 1, 1);
        addTie(office, tie);
        const std::string before = office.digest();
        import(office, ties("source,target,how often,since\n1,2,monthly,2019-03-31\n2,3,weekly,2020\n"));
        const std::string after = office.digest();
        QVERIFY(after != before);
        got(office.workspace().undo());
        QCOMPARE(office.digest(), before);
        got(office.workspace().redo());
        QCOMPARE(office.digest(), after);
    }

    void manyRows_ofOnePairAndOfMany()
    {
        Office office;
        std::string csv = "source,target,how often,since\n";
        for (int i = 0; i < 3000; ++i)
            csv += std::to_string(i) + "," + std::to_string(i + 1) + ",weekly,2019-03-31\n0,1,yearly,2020\n";
        const auto plan = import(office, ties(csv));
        QCOMPARE(plan.newTies, 3000u);
        QCOMPARE(plan.notices.size(), 3000u);
        QCOMPARE(between(office, "0", "1").contact, TieContact::weekly);
        QCOMPARE(between(office, "2999", "3000").firstSeen, std::optional(day(2019, 3, 31)));
    }
};

QTEST_APPLESS_MAIN(TestImportTieManner)
#include "tst_import_tie_manner.moc"
