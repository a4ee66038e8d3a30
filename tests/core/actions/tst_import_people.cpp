// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "Sheets.h"

using namespace actionstest;
using actions::RowFate;

class TestImportPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyList_givesNobodyAndNoError()
    {
        Office office;
        const auto plan = import(office, members("id,label\n"));
        QCOMPARE(plan.statedPeople, 0u);
        QCOMPARE(got(office.records().people.count()), 0u);
    }

    void ids_areTextByteForByte()
    {
        Office office;
        import(office, members("id,label\n06,Ana\n6,Ben\n\" 6\",Cho\nNULL,Dee\n"));
        QCOMPARE(got(office.records().people.count()), 4u);
        QCOMPARE(byId(office, "06").name, std::string("Ana"));
        QCOMPARE(byId(office, "6").name, std::string("Ben"));
        QCOMPARE(byId(office, " 6").name, std::string("Cho"));
        QCOMPARE(byId(office, "NULL").name, std::string("Dee"));
    }

    void composedAndDecomposedNames_areTwoPeople()
    {
        Office office;
        import(office, members("id,label\n1,\u00C9va\n2,E\u0301va\n"));
        QVERIFY(byId(office, "1").name != byId(office, "2").name);
    }

    void withIdColumn_namesNeverMatch()
    {
        Office office;
        office.add("Ana Silva");
        const auto plan = import(office, members("id,label\n1,Ana Silva\n2,Ana Silva\n"));
        QCOMPARE(plan.newPeople, 2u);
        QCOMPARE(plan.matchedPeople, 0u);
        QCOMPARE(got(office.records().people.count()), 3u);
    }

    void rowWithoutIdAmongIds_isNeverSomebodyWhoHasOne()
    {
        Office office;
        import(office, members("id,label\n1,Ana Silva\n"));
        const auto plan = import(office, members("id,label\n,Ana Silva\n"));
        QCOMPARE(plan.newPeople, 1u);
        QCOMPARE(import(office, members("id,label\n,Ana Silva\n")).newPeople, 0u);
    }

    void sameIdAgainWithTheSameData_isMerged()
    {
        Office office;
        const auto plan = import(office, members("id,label,region\n1,Ana,Coast\n1,Ana,Coast\n"));
        QCOMPARE(plan.newPeople, 1u);
        QCOMPARE(plan.rows.at(1).fate, RowFate::merged);
        QCOMPARE(plan.rejected, 0u);
    }

    void sameIdAgainWithOtherData_isLeftOutWithItsLine()
    {
        Office office;
        const auto plan = import(office, members("id,label,region\n1,Ana,Coast\n1,Ben,Lakes\n"));
        QCOMPARE(plan.rejected, 1u);
        QCOMPARE(plan.rows.at(1).line, 3u);
        QCOMPARE(plan.rows.at(1).reason->code, ErrorCode::duplicateId);
        QCOMPARE(byId(office, "1").name, std::string("Ana"));
    }

    void everyColumn_becomesAnAttributeAndNothingElse()
    {
        Office office;
        import(office, members("id,label,role,kind,left\n1,Ana,Principal,staff,2020-01-01\n"));
        const Person ana = byId(office, "1");
        QCOMPARE(ana.kind, PersonKind::member);
        QVERIFY(!ana.left);
        QVERIFY(ana.role.empty());
        std::vector<std::string> headers;
        for (const Attribute& attribute : got(office.records().people.attributes()))
            headers.push_back(attribute.name);
        QCOMPARE(headers, (std::vector<std::string>{"id", "label", "role", "kind", "left"}));
        QCOMPARE(got(office.records().people.attributeValues(ana.id)).size(), 5u);
    }

    void emptyCell_isAMissingValueThatClearsNothing()
    {
        Office office;
        import(office, members("id,label,team\n1,Ana,Red\n2,Ben,\n"));
        import(office, members("id,label,team\n1,Ana,\n"));
        QCOMPARE(got(office.records().people.attributeValues(byId(office, "1").id)).size(), 3u);
        QCOMPARE(got(office.records().people.attributeValues(byId(office, "2").id)).size(), 2u);
    }

    void sameFileAgain_changesNothing_data()
    {
        QTest::addColumn<QString>("csv");
        QTest::newRow("with ids") << QStringLiteral("id,label,team\n1,Ana,Red\n2,Ana,Blue\n");
        QTest::newRow("with a missing id") << QStringLiteral("id,label,team\n1,Ana,Red\n,Ben,Blue\n");
        QTest::newRow("without ids") << QStringLiteral("name,email,team\nAna,ana@example.org,Red\nBen,,Blue\n");
        QTest::newRow("equal names, told apart by e-mail")
            << QStringLiteral("name,email\nAna,a@example.org\nAna,b@example.org\n");
        QTest::newRow("equal names, told apart by a column") << QStringLiteral("name,team\nAna,Red\nAna,Blue\n");
        QTest::newRow("equal rows") << QStringLiteral("name,team\nAna,Red\nAna,Red\n");
        QTest::newRow("names equal but for accents") << QStringLiteral("name,team\nLucia,Red\nLucía,Blue\n");
        QTest::newRow("no rows") << QStringLiteral("id,label,team\n");
    }
    void sameFileAgain_changesNothing()
    {
        QFETCH(QString, csv);
        Office office;
        import(office, members(csv.toStdString()));
        const std::string digest = office.digest();
        const std::size_t steps = office.steps();
        const auto plan = import(office, members(csv.toStdString()));
        QVERIFY(plan.isEmpty());
        QCOMPARE(plan.rejected, 0u);
        QCOMPARE(office.digest(), digest);
        QCOMPARE(office.steps(), steps);
    }

    void nameThatIsAlmostThere_isAddedAndMarkedDoubtful()
    {
        Office office;
        const PersonId lucia = office.add("Lucía Ortega");
        const auto network = members("name\nLUCIA ORTEGA\n");
        const auto plan = import(office, network);
        QCOMPARE(plan.doubtfulPeople, 1u);
        QCOMPARE(plan.rows.front().fate, RowFate::doubtful);
        QCOMPARE(plan.rows.front().like, lucia);
        QVERIFY(plan.rows.front().reason);
    }

    void choice_sameAs_matchesTheDoubtfulRow()
    {
        Office office;
        const PersonId lucia = office.add("Lucía Ortega");
        actions::ImportOptions options;
        options.choices.sameAs.emplace(2, lucia);
        const auto plan = import(office, members("name,team\nLUCIA ORTEGA,Red\n"), options);
        QCOMPARE(plan.matchedPeople, 1u);
        QCOMPARE(got(office.records().people.count()), 1u);
        QCOMPARE(got(office.records().people.attributeValues(lucia)).size(), 2u);
    }

    void choice_leaveOut_storesNothingOfTheRow()
    {
        Office office;
        actions::ImportOptions options;
        options.choices.leaveOut.insert(2);
        QCOMPARE(import(office, members("name\nAna\nBen\n"), options).newPeople, 1u);
    }

    void severalOfOneName_areNotGuessedAt()
    {
        Office office;
        office.add("Ana Silva");
        office.add("Ana Silva");
        const auto plan = import(office, members("name\nAna Silva\n"));
        QCOMPARE(plan.rejected, 1u);
        QCOMPARE(plan.rows.front().reason->code, ErrorCode::ambiguousName);
        QCOMPARE(plan.rows.front().reason->args.size(), 3u);
    }

    void manyOfOneName_areToldApartLikeAFew()
    {
        // Thirty of one name are there, each with an e-mail and a team; what a row of this name comes to.
        Office office;
        std::string csv = "name,email,team,note\n";
        for (int i = 0; i < 30; ++i)
            csv += "Ana,a" + std::to_string(i) + "@example.org,T" + std::to_string(i % 10) + ",\n";
        const auto first = import(office, members(csv));
        QCOMPARE(first.newPeople, 30u);
        QCOMPARE(first.doubtfulPeople, 29u);
        const auto people = got(office.records().people.findByName("Ana"));
        const auto fateOf = [&](const std::string& row) {
            actions::ImportBasis basis = got(actions::readImportBasis(office.records()));
            return got(actions::planImport(basis, members("name,email,team,note\n" + row), {}, office.ids())).rows;
        };
        const auto byEmail = fateOf("Ana,A17@example.org,T3,x\n");
        QCOMPARE(byEmail.front().fate, RowFate::matched);
        QCOMPARE(byEmail.front().like, people.at(17).id);
        // Its e-mail is nobody's: nobody is left whom it does not contradict, and thirty whom it might be.
        const auto stranger = fateOf("Ana,new@example.org,T3,\n");
        QCOMPARE(stranger.front().fate, RowFate::rejected);
        QCOMPARE(stranger.front().reason->code, ErrorCode::ambiguousName);
        QCOMPARE(stranger.front().reason->args.size(), 21u); // the name, and twenty of them
        const auto ofATeam = fateOf("Ana,,T3,\n");
        QCOMPARE(ofATeam.front().fate, RowFate::rejected);
        // Two rows that are the same person, and one that is whoever of the team is left.
        const auto three = fateOf("Ana,a3@example.org,T3,\nAna,a13@example.org,T3,\nAna,,T3,\n");
        QCOMPARE(three.at(2).fate, RowFate::matched);
        QCOMPARE(three.at(2).like, people.at(23).id);
        QCOMPARE(fateOf("Ana,,,\n").front().fate, RowFate::rejected);
        QVERIFY(import(office, members(csv)).isEmpty());
    }

    void everyRowOfOneName_staysQuick()
    {
        // With each row held against all before it this takes half a minute.
        std::string csv = "name,email\n";
        for (int i = 0; i < 20'000; ++i)
            csv += "Ana Ruiz,a" + std::to_string(i) + "@example.org\n";
        csv += "Ana Ruiz,a5@example.org\nAna Ruiz,\n";
        const auto network = members(csv);
        actions::ImportBasis basis;
        IdMint ids;
        const auto plan = got(actions::planImport(basis, network, {}, ids));
        QCOMPARE(plan.newPeople, 20'000u);
        QCOMPARE(plan.rows.at(20'000).fate, RowFate::merged);
        QCOMPARE(plan.rows.at(20'000).like, plan.people.at(5).id);
        QCOMPARE(plan.rows.at(20'001).fate, RowFate::merged);
        QCOMPARE(plan.rows.at(20'001).like, plan.people.at(0).id);
        const auto again = got(actions::planImport(basis, network, {}, ids));
        QCOMPARE(again.newPeople, 0u);
        QCOMPARE(again.matchedPeople, 20'000u);
    }

    void nameThatStoodIn_leavesItsNamesakes()
    {
        // Twenty people called 7, and one whose name only stands in for a missing one: it is 7 no more once it is
        // known.
        Office office;
        for (int i = 0; i < 20; ++i)
            office.add("7");
        import(office, ties("source,target\n8,9\n"));
        const auto plan = import(office, members("id,label\n,7\n8,Ana\n,8\n"));
        QCOMPARE(plan.rows.at(0).fate, RowFate::rejected);
        QCOMPARE(plan.rows.at(0).reason->args.size(), 21u);
        QCOMPARE(plan.rows.at(1).fate, RowFate::matched);
        QCOMPARE(plan.rows.at(2).fate, RowFate::added);
    }

    void fieldsOfAPerson_areFilledButNeverOverwritten()
    {
        Office office;
        Person ana;
        ana.name = std::string("Ana");
        ana.sourceId = std::string("1");
        ana.email = std::string("typed@example.org");
        office.add(ana);
        import(office, members("id,name,email\n1,Anna,file@example.org\n"));
        QCOMPARE(byId(office, "1").email, std::string("typed@example.org"));
        QCOMPARE(byId(office, "1").name, std::string("Ana"));
    }

    void nameThatStoodInForAMissingOne_givesWay()
    {
        Office office;
        import(office, ties("source,target\n1,2\n"));
        QCOMPARE(byId(office, "1").name, std::string("1"));
        import(office, members("id,label\n1,Ana\n"));
        QCOMPARE(byId(office, "1").name, std::string("Ana"));
    }

    void undo_takesTheWholeImportBack()
    {
        Office office;
        const std::string before = office.digest();
        import(office, members("id,label,team\n1,Ana,Red\n2,Ben,Blue\n"));
        QVERIFY(office.digest() != before);
        got(office.workspace().undo());
        QCOMPARE(office.digest(), before);
    }

    void rowsWithoutAName_areNotedByLine()
    {
        Office office;
        const auto plan = import(office, members("id,name\n17,\n18,Ana\n19,\n19,Ben\n20,20\n"));
        QCOMPARE(plan.rejected, 0u);
        QCOMPARE(byId(office, "17").name, std::string("17"));
        QCOMPARE(byId(office, "19").name, std::string("Ben")); // a later row says it
        QCOMPARE(plan.notices.size(), 2u);                     // the id that stands twice, and who has no name
        QCOMPARE(plan.notices.back().line, 5u);
        const auto& notice = plan.notices.front();
        QCOMPARE(notice.line, 2u);
        QCOMPARE(notice.reason.code, ErrorCode::missingName);
        QVERIFY(notice.reason.args == (std::vector<std::string>{"person", "17"}));
        // Who is known by the id has a name already.
        QVERIFY(import(office, members("id,name\n18,\n")).notices.empty());
        QCOMPARE(byId(office, "18").name, std::string("Ana"));
    }

    void fileWithoutNames_hasIdsForNames()
    {
        Office office;
        const auto plan = import(office, members("id,team\n17,Red\n06,Red\n"));
        QCOMPARE(byId(office, "06").name, std::string("06"));
        QVERIFY(plan.notices.empty());
    }

    void namesInTwoColumns_canBeMissing()
    {
        Office office;
        const auto plan = import(office, members("id,first name,last name\n17,,\n18,Ana,\n"));
        QCOMPARE(plan.notices.size(), 1u);
        QCOMPARE(plan.notices.front().line, 2u);
    }

    void planning_storesNothing()
    {
        Office office;
        const std::string before = office.digest();
        actions::ImportBasis basis;
        got(actions::planImport(basis, members("id,label\n1,Ana\n"), {}, office.ids()));
        QCOMPARE(office.digest(), before);
    }

    void cancelled_storesNothing()
    {
        std::stop_source stop;
        stop.request_stop();
        Office office;
        actions::ImportBasis basis;
        const auto plan =
            actions::planImport(basis, members("id,label\n1,Ana\n"), {}, office.ids(), RunContext(stop.get_token()));
        QVERIFY(!plan);
        QCOMPARE(plan.error().code, ErrorCode::cancelled);
    }
};

QTEST_APPLESS_MAIN(TestImportPeople)
#include "tst_import_people.moc"
