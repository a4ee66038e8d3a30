// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "Sheets.h"

using namespace actionstest;
using actions::RowFate;

class TestImportTies : public QObject
{
    Q_OBJECT

    static std::vector<Overlay> arcsOf(Office& office) { return got(office.records().ties.overlays()); }
    static double arc(Office& office, const std::string& from, const std::string& to)
    {
        double weight = 0;
        for (const Overlay& overlay : arcsOf(office))
            if (overlay.from == byId(office, from).id && overlay.to == byId(office, to).id)
                weight += overlay.weight;
        return weight;
    }

private Q_SLOTS:
    void newEnds_becomeMembersWithThatTextAsTheirId()
    {
        Office office;
        const auto plan = import(office, ties("source,target\nAna Ruiz,Luis\n"));
        QCOMPARE(plan.newPeople, 2u);
        const Person ana = byId(office, "Ana Ruiz");
        QCOMPARE(ana.name, std::string("Ana Ruiz"));
        QCOMPARE(ana.kind, PersonKind::member);
    }

    void ends_areFoundBySourceIdBeforeName()
    {
        Office office;
        import(office, members("id,label\n1,2\n2,Ana\n"));
        import(office, ties("source,target\n2,1\n"));
        QCOMPARE(got(office.records().people.count()), 2u);
        QCOMPARE(got(office.records().ties.count()), 1u);
    }

    void ends_areFoundByAUniqueFullName()
    {
        Office office;
        const PersonId ana = office.add("Ana Ruiz"), luis = office.add("Luis Vega");
        import(office, ties("source,target\nAna Ruiz,Luis Vega\n"));
        QCOMPARE(got(office.records().people.count()), 2u);
        QCOMPARE(office.tieBetween(ana, luis).depth, TieDepth::exchange);
    }

    void endsWrittenAlmostAlike_areThePersonWhoIsThere_data()
    {
        QTest::addColumn<QString>("stored");
        QTest::addColumn<QString>("written");
        QTest::addColumn<bool>("isThem");
        QTest::newRow("case") << "Anna Berg"
                              << "anna BERG" << true;
        QTest::newRow("spaces") << "Anna Berg"
                                << " Anna   Berg " << true;
        QTest::newRow("no-break space") << "Anna Berg"
                                        << "Anna\u00A0Berg" << true;
        QTest::newRow("accents") << QStringLiteral("K\u00E4the Wei\u00DF") << "Kathe Weiss" << true;
        QTest::newRow("last name first there") << "Berg, Anna"
                                               << "Anna Berg" << true;
        QTest::newRow("last name first here") << "Anna Berg"
                                              << "Berg,anna" << true;
        QTest::newRow("one word is too little") << "Anna"
                                                << "anna" << false;
        QTest::newRow("order alone says nothing") << "Anna Berg"
                                                  << "Berg Anna" << false;
        QTest::newRow("another name") << "Anna Berg"
                                      << "Anna Berger" << false;
        QTest::newRow("an id") << "06"
                               << "6" << false;
    }
    void endsWrittenAlmostAlike_areThePersonWhoIsThere()
    {
        QFETCH(const QString, stored);
        QFETCH(const QString, written);
        QFETCH(const bool, isThem);
        Office office;
        office.add(stored.toStdString());
        const auto plan = import(office, ties("source,target\n\"" + written.toStdString() + "\",Ben Okafor\n"));
        QCOMPARE(plan.newPeople, isThem ? 1u : 2u);
        QCOMPARE(plan.rows.front().takenFor.size(), isThem ? 1u : 0u);
        if (isThem)
            QCOMPARE(plan.rows.front().takenFor.front().second, stored.toStdString());
        QCOMPARE(got(office.records().ties.count()), 1u);
    }

    void endsWrittenLikeTwoPeople_areLeftOutWithTheirNames()
    {
        Office office;
        office.add("Jorg Muller");
        office.add("J\xC3\xB6rg M\xC3\xBCller");
        const auto plan = import(office, ties("source,target\nJORG MULLER,Ben Okafor\nJorg Muller,Ben Okafor\n"));
        QCOMPARE(plan.rejected, 1u);
        QCOMPARE(plan.rows.front().reason->code, ErrorCode::ambiguousName);
        QCOMPARE(plan.newTies, 1u); // the second is who is called so
    }

    void ambiguousName_isRejectedWithCandidatesAndTheRestStored()
    {
        Office office;
        office.add("Ana");
        office.add("Ana");
        const auto plan = import(office, ties("source,target\nAna,Ben\nBen,Cho\n"));
        QCOMPARE(plan.rejected, 1u);
        QCOMPARE(plan.rows.front().line, 2u);
        QCOMPARE(plan.rows.front().reason->code, ErrorCode::ambiguousName);
        QCOMPARE(plan.rows.front().reason->args.size(), 3u);
        QCOMPARE(plan.newTies, 1u);
    }

    void duplicates_mergeAndTheirWeightsAddUp()
    {
        Office office;
        const auto plan = import(office, ties("source,target,weight\n1,2,1\n2,1,2\n1,2,3\n2,3,1\n"));
        QCOMPARE(plan.statedTies, 4u);
        QCOMPARE(plan.newTies, 2u);
        QCOMPARE(plan.merged, 2u);
        QCOMPARE(between(office, "1", "2").weight, 6.0);
        QVERIFY(arcsOf(office).empty());
    }

    void weightsThatAddUpBeyondAllNumbers_areLeftOutRowByRow()
    {
        Office office;
        const auto plan = import(office, ties("source,target,weight\n1,2,1e308\n2,1,1e308\n2,3,1\n"));
        QCOMPARE(plan.newTies, 2u);
        QCOMPARE(plan.rejected, 1u);
        QCOMPARE(plan.rows.at(1).reason->code, ErrorCode::badNumber);
        QCOMPARE(between(office, "1", "2").weight, 1e308);
    }

    void selfLoop_isReportedAndNotStoredButItsPersonIs()
    {
        Office office;
        const auto plan = import(office, ties("source,target\n1,2\n6,6\n"));
        QCOMPARE(plan.selfLoops, 1u);
        QCOMPARE(plan.newTies, 1u);
        QCOMPARE(plan.rows.at(1).fate, RowFate::selfLoop);
        QCOMPARE(byId(office, "6").name, std::string("6"));
    }

    void directedRows_becomeOneOverlayForEachOrderedPair()
    {
        Office office;
        const auto plan = import(office, arcs("source,target,weight\n1,2,1\n2,1,2\n1,2,3\n2,3,1\n"));
        QCOMPARE(plan.newArcs, 3u);
        QCOMPARE(plan.newTies, 2u);
        QCOMPARE(plan.merged, 1u);
        QCOMPARE(arc(office, "1", "2"), 4.0);
        QCOMPARE(arc(office, "2", "1"), 2.0);
        QCOMPARE(between(office, "1", "2").weight, 6.0);
        for (const Overlay& overlay : arcsOf(office))
            QCOMPARE(overlay.kind, OverlayKind::names);
    }

    void directedFileWithoutAnyArc_isRemembered()
    {
        Office office;
        import(office, arcs("source,target\n"));
        QVERIFY(got(office.records().views.fact("directed")).has_value());
        Office other;
        import(other, ties("source,target\n"));
        QVERIFY(!got(other.records().views.fact("directed")).has_value());
    }

    void depth_isExchangeUnlessTheFileOrTheCallerSays()
    {
        Office plain, said;
        import(plain, ties("source,target\n1,2\n"));
        QCOMPARE(between(plain, "1", "2").depth, TieDepth::exchange);
        actions::ImportOptions options;
        options.depth = TieDepth::aware;
        import(said, ties("source,target\n1,2\n"), options);
        QCOMPARE(between(said, "1", "2").depth, TieDepth::aware);
    }

    void evidence_namesTheFile()
    {
        Office office;
        actions::ImportOptions options;
        options.fileName = "spring survey.csv";
        import(office, ties("source,target\n1,2\n"), options);
        const auto evidence = got(office.records().ties.evidence());
        QCOMPARE(evidence.size(), 1u);
        QCOMPARE(evidence.front().kind, EvidenceKind::imported);
        QCOMPARE(evidence.front().source, std::string("spring survey.csv"));
        QCOMPARE(between(office, "1", "2").lastConfirmed, std::optional<Date>(kToday));
    }

    void tieThatStands_gainsWeightAndEvidenceAndIsNeverMadeLess()
    {
        Office office;
        import(office, members("id,label\n1,Ana\n2,Ben\n"));
        Tie tie;
        tie.a = byId(office, "1").id;
        tie.b = byId(office, "2").id;
        tie.depth = TieDepth::rely;
        tie.ended = day(2025, 1, 1);
        office.add(tie);
        actions::ImportOptions options;
        options.depth = TieDepth::aware;
        const auto plan = import(office, ties("source,target,weight\n1,2,2\n"), options);
        QCOMPARE(plan.matchedTies, 1u);
        const Tie after = between(office, "1", "2");
        QCOMPARE(after.depth, TieDepth::rely);
        QCOMPARE(after.weight, 3.0);
        QVERIFY(!after.ended);
    }

    void sameRowsAgain_doNotAddUp()
    {
        Office office;
        const std::string csv = "source,target,weight\n1,2,1\n2,3,4\n1,2,1\n";
        import(office, ties(csv));
        const std::string digest = office.digest();
        actions::ImportOptions renamed;
        renamed.fileName = "copy of test.csv";
        const auto plan = import(office, ties(csv), renamed);
        QVERIFY(plan.sameFileAgain);
        QVERIFY(plan.isEmpty());
        QCOMPARE(office.digest(), digest);
    }

    void sameRowsAgain_bringBackATieThatWasRemoved()
    {
        Office office;
        const std::string csv = "source,target\n1,2\n2,3\n";
        import(office, ties(csv));
        got(office.change([&](store::Records& records) { return records.ties.remove(between(office, "1", "2").id); }));
        QCOMPARE(import(office, ties(csv)).newTies, 1u);
        QCOMPARE(between(office, "1", "2").weight, 1.0);
        QCOMPARE(between(office, "2", "3").weight, 1.0);
    }

    void sameRowsAgainAsDirected_addTheDirectionsOnly()
    {
        Office office;
        const std::string csv = "source,target,weight\n1,2,5\n";
        import(office, ties(csv));
        import(office, arcs(csv));
        QCOMPARE(between(office, "1", "2").weight, 5.0);
        QCOMPARE(arc(office, "1", "2"), 5.0);
    }

    void sameRowsAfterUndo_areImportedAfresh()
    {
        Office office;
        const std::string csv = "source,target\n1,2\n";
        import(office, ties(csv));
        got(office.workspace().undo());
        const auto plan = import(office, ties(csv));
        QVERIFY(!plan.sameFileAgain);
        QCOMPARE(plan.newTies, 1u);
    }

    void otherRows_areOtherEvidenceAndAddUp()
    {
        Office office;
        import(office, ties("source,target\n1,2\n"));
        import(office, ties("source,target\n1,2\n3,4\n"));
        QCOMPARE(between(office, "1", "2").weight, 2.0);
        QCOMPARE(got(office.records().ties.evidence(between(office, "1", "2").id)).size(), 2u);
    }

    void columnsThatATieHasNoPlaceFor_areNamed_data()
    {
        QTest::addColumn<QString>("csv");
        QTest::addColumn<QStringList>("leftOut");
        QTest::newRow("none") << QStringLiteral("source,target,weight,depth\n1,2,2,4\n") << QStringList();
        QTest::newRow("further ones") << QStringLiteral("source,target,met at,why\n1,2,Oslo,\n2,3,,maths\n")
                                      << QStringList{QStringLiteral("met at"), QStringLiteral("why")};
        QTest::newRow("empty ones are no loss") << QStringLiteral("source,target,met at\n1,2,\n") << QStringList();
        QTest::newRow("how often and since when have a place")
            << QStringLiteral("source,target,how often,since\n1,2,weekly,2019\n") << QStringList();
        QTest::newRow("several targets are none")
            << QStringLiteral("Name,Knows,Knows,Note\nAna,Ben,Cho,old\n") << QStringList{QStringLiteral("Note")};
        QTest::newRow("topic without a direction")
            << QStringLiteral("source,target,topic\n1,2,maths\n") << QStringList{QStringLiteral("topic")};
    }
    void columnsThatATieHasNoPlaceFor_areNamed()
    {
        QFETCH(QString, csv);
        QFETCH(QStringList, leftOut);
        Office office;
        QStringList named;
        for (const std::string& column : import(office, ties(csv.toStdString())).leftOutColumns)
            named << QString::fromStdString(column);
        QCOMPARE(named, leftOut);
    }

    void topicOfADirectedRow_isKept()
    {
        Office office;
        const auto plan = import(office, arcs("source,target,topic\n1,2,maths\n"));
        QVERIFY(plan.leftOutColumns.empty());
        QCOMPARE(plan.overlays.front().topic, std::string("maths"));
    }

    void severalSources_arePlannedOneAfterTheOther()
    {
        Office office;
        actions::ImportBasis basis = got(actions::readImportBasis(office.records()));
        actions::ImportOptions options;
        options.on = kToday;
        options.fileName = "a.csv";
        const auto people = got(actions::planImport(basis, members("id,label\n1,Ana\n2,Ben\n"), options, office.ids()));
        options.fileName = "b.csv";
        const auto lines = got(actions::planImport(basis, ties("source,target\n1,2\n"), options, office.ids()));
        options.fileName = "c.csv";
        const auto more = got(actions::planImport(basis, ties("source,target\n2,1\n2,3\n"), options, office.ids()));
        got(office.change([&](store::Records& records) -> Result<> {
            for (const auto* plan : {&people, &lines, &more})
                WEAVEMAP_TRY(actions::commitImport(records, *plan));
            return {};
        }));
        QCOMPARE(got(office.records().people.count()), 3u);
        QCOMPARE(between(office, "1", "2").weight, 2.0);
        QCOMPARE(byId(office, "1").name, std::string("Ana"));
    }

    void planOfAnOlderState_failsAndStoresNothing()
    {
        Office office;
        import(office, members("id,label\n1,Ana\n2,Ben\n"));
        actions::ImportBasis basis = got(actions::readImportBasis(office.records()));
        const auto plan = got(actions::planImport(basis, ties("source,target\n1,2\n"), {}, office.ids()));
        office.tie(byId(office, "1").id, byId(office, "2").id);
        const std::string digest = office.digest();
        const auto stored =
            office.change([&plan](store::Records& records) { return actions::commitImport(records, plan); });
        QVERIFY(!stored);
        QCOMPARE(stored.error().code, ErrorCode::duplicateTie);
        QCOMPARE(office.digest(), digest);
    }
};

QTEST_APPLESS_MAIN(TestImportTies)
#include "tst_import_ties.moc"
