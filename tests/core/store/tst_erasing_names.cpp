// SPDX-License-Identifier: GPL-3.0-or-later
// The name of somebody who is erased, in what others wrote.
#include <string>
#include <vector>

#include "FilesWith.h"
#include "StoreTest.h"

using namespace storetest;

class tst_ErasingNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nameHoweverItIsWritten_leavesFileAndBackups()
    {
        const Folder folder;
        const auto workspace = folder.create();
        PersonId zora, ben;
        VERIFY_OK(workspace->change("Add", adding("Zora Quexley", &zora)));
        VERIFY_OK(workspace->change("Add", adding("Ben Ruiz", &ben)));
        const std::vector<std::string> variants = {
            "ZORA QUEXLEY called", "by Zora  Quexley",         "Zora\nQuexley and others", "see Quexley, Zora",
            "Zóra Quéxley",        "zora_quexley's old notes", "zora.quexley@example.org",
        };
        std::vector<ConversationId> told;
        VERIFY_OK(workspace->change("Log", [&](Records& records) -> Result<> {
            for (const std::string& variant : variants) {
                WEAVEMAP_ASSIGN(told.emplace_back(), records.conversations.insert(conversation({ben}, variant)));
            }
            Person dora = person("Dora Hill");
            dora.role = "Helps ZORA QUEXLEY";
            WEAVEMAP_ASSIGN(const auto helper, records.people.insert(dora));
            WEAVEMAP_ASSIGN(const auto known, records.ties.insert(tie(ben, helper)));
            Overlay overlay;
            overlay.tie = known;
            overlay.from = ben;
            overlay.to = helper;
            overlay.topic = "What Quexley, Zora does";
            return records.ties.insert(overlay).map([](auto) {});
        }));
        VERIFY_OK(workspace->backup());
        VERIFY_OK(workspace->erasePerson(zora));
        for (const char* word : {"quexley", "qu\xC3\xA9xley", "zora", "z\xC3\xB3ra"})
            QCOMPARE(filesWith(folder.path(), word), std::string());
        QCOMPARE(workspace->records().conversations.find(told.back()).value()->text, std::string("…@example.org"));
        QVERIFY(workspace->check()->ok);
    }

    void longerNamesOfOthers_stay()
    {
        const Folder folder;
        const auto workspace = folder.create();
        PersonId ana, soto, ben;
        VERIFY_OK(workspace->change("Add", adding("Ana Ruiz", &ana)));
        VERIFY_OK(workspace->change("Add", adding("Ana Ruiz Soto", &soto)));
        VERIFY_OK(workspace->change("Add", adding("Ben Ruiz", &ben)));
        ConversationId told;
        VERIFY_OK(workspace->change("Log", [&](Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(told, records.conversations.insert(
                                      conversation({ben}, "Ana Ruiz Soto, Ben Ruiz, Ana Ruiz and ana ruiz soto")));
            return {};
        }));
        VERIFY_OK(workspace->erasePerson(ana));
        QCOMPARE(workspace->records().conversations.find(told).value()->text,
                 std::string("Ana Ruiz Soto, Ben Ruiz, … and ana ruiz soto"));
    }

    void namesake_keepsTheNameWhereOnlyTheyTookPart()
    {
        const Folder folder;
        const auto workspace = folder.create();
        PersonId ana, namesake, accented;
        VERIFY_OK(workspace->change("Add", adding("Ana Ruiz", &ana)));
        VERIFY_OK(workspace->change("Add", adding("Aña Ruiz", &accented)));
        VERIFY_OK(workspace->change("Add", adding("Cleo", &namesake)));
        ConversationId theirs, elsewhere;
        const auto tell = [&](Records& records) -> Result<> {
            const std::string words = "Ana Ruiz, ANA RUIZ, Aña Ruiz";
            WEAVEMAP_ASSIGN(theirs, records.conversations.insert(conversation({ana, namesake}, words)));
            WEAVEMAP_ASSIGN(elsewhere, records.conversations.insert(conversation({namesake}, words)));
            return {};
        };
        VERIFY_OK(workspace->change("Log", tell));
        VERIFY_OK(workspace->erasePerson(ana));
        // Somebody else's name differs by an accent: only what is written as it stands means this person everywhere.
        QCOMPARE(workspace->records().conversations.find(theirs).value()->text, std::string("…, …, …"));
        QCOMPARE(workspace->records().conversations.find(elsewhere).value()->text,
                 std::string("…, ANA RUIZ, Aña Ruiz"));

        PersonId one, two;
        VERIFY_OK(workspace->change("Add", adding("Eva Lind", &one)));
        VERIFY_OK(workspace->change("Add", adding("Eva Lind", &two)));
        VERIFY_OK(workspace->change("Log", [&](Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(theirs, records.conversations.insert(conversation({one, namesake}, "EVA LIND")));
            WEAVEMAP_ASSIGN(elsewhere, records.conversations.insert(conversation({two}, "Eva Lind")));
            return {};
        }));
        VERIFY_OK(workspace->erasePerson(one));
        QCOMPARE(workspace->records().conversations.find(theirs).value()->text, std::string("…"));
        QCOMPARE(workspace->records().conversations.find(elsewhere).value()->text, std::string("Eva Lind"));
    }

    void nameAsItIsStored_goesBetweenCapitals()
    {
        const Folder folder;
        const auto workspace = folder.create();
        PersonId ben;
        std::vector<PersonId> gone(3);
        VERIFY_OK(workspace->change("Add", adding("Ben Okafor", &ben)));
        VERIFY_OK(workspace->change("Add", adding("Ruiz, Ana", &gone[0])));
        VERIFY_OK(workspace->change("Add", adding("Zora Quexley", &gone[1])));
        VERIFY_OK(workspace->change("Add", adding("Sam Lee, PhD", &gone[2])));
        ConversationId told;
        VERIFY_OK(workspace->change("Log", [&](Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(told, records.conversations.insert(conversation(
                                      {ben}, "Called Ruiz, Ana Monday. Emailed Quexley, Zora Tuesday. Saw Sam Lee, PhD "
                                             "Friday. Asked how long an answer takes.")));
            return {};
        }));
        for (const PersonId person : gone)
            VERIFY_OK(workspace->erasePerson(person));
        QCOMPARE(workspace->records().conversations.find(told).value()->text,
                 std::string("Called … Monday. Emailed … Tuesday. Saw … Friday. Asked how long an answer takes."));
    }

    void nameWithoutLetters_leavesNotesAlone()
    {
        const Folder folder;
        const auto workspace = folder.create();
        PersonId dash, ben;
        VERIFY_OK(workspace->change("Add", adding("-", &dash)));
        VERIFY_OK(workspace->change("Add", adding("Ben Okafor", &ben)));
        ConversationId both;
        VERIFY_OK(workspace->change("Log", [&](Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(both, records.conversations.insert(conversation({dash, ben}, "Sent an e-mail - late")));
            return {};
        }));
        VERIFY_OK(workspace->erasePerson(dash));
        QCOMPARE(workspace->records().conversations.find(both).value()->text, std::string("Sent an e-mail - late"));
    }

    void ownConversations_loseSmallLettersThatStayElsewhere()
    {
        const Folder folder;
        const auto workspace = folder.create();
        PersonId an, ben;
        VERIFY_OK(workspace->change("Add", adding("Long An", &an)));
        VERIFY_OK(workspace->change("Add", adding("Ben Okafor", &ben)));
        ConversationId own, elsewhere;
        VERIFY_OK(workspace->change("Log", [&](Records& records) -> Result<> {
            const std::string words = "asked long an; Long An";
            WEAVEMAP_ASSIGN(own, records.conversations.insert(conversation({an, ben}, words)));
            WEAVEMAP_ASSIGN(elsewhere, records.conversations.insert(conversation({ben}, words)));
            return {};
        }));
        VERIFY_OK(workspace->erasePerson(an));
        QCOMPARE(workspace->records().conversations.find(own).value()->text, std::string("asked …; …"));
        QCOMPARE(workspace->records().conversations.find(elsewhere).value()->text, std::string("asked long an; …"));
    }

    void everyPlaceOfWords_isSearched()
    {
        const Folder folder;
        const auto workspace = folder.create();
        PersonId zora, ben;
        AttributeId column;
        VERIFY_OK(workspace->change("Add", adding("Zora Quexley", &zora)));
        VERIFY_OK(workspace->change("Fill", [&](Records& records) -> Result<> {
            Organization office;
            office.name = "Zora Quexley School";
            office.kind = "Founded by Zora Quexley";
            office.region = "Zora Quexley Street";
            WEAVEMAP_ASSIGN(const auto organization, records.people.insert(office));
            Person other = person("Ben Okafor");
            other.region = "East of Quexley, Zora";
            other.organization = organization;
            WEAVEMAP_ASSIGN(ben, records.people.insert(other));
            WEAVEMAP_ASSIGN(column, records.people.insert(Attribute{{}, "Knows Zora Quexley"}));
            return records.people.setAttribute(ben, column, "since Zora Quexley came");
        }));
        QVERIFY(!workspace->records().search.find("quexley", ben)->empty());
        VERIFY_OK(workspace->backup());
        VERIFY_OK(workspace->erasePerson(zora));
        Records& records = workspace->records();
        const auto office = records.people.organizations().value().front();
        QCOMPARE(office.name, std::string("… School"));
        QCOMPARE(office.kind, std::string("Founded by …"));
        QCOMPARE(office.region, std::string("… Street"));
        QCOMPARE(records.people.find(ben).value()->region, std::string("East of …"));
        QCOMPARE(records.people.attributes().value().front().name, std::string("Knows …"));
        QCOMPARE(records.people.attributeValues(ben).value().front().value, std::string("since … came"));
        QVERIFY(records.search.find("quexley", ben)->empty());
        QVERIFY(!records.search.find("school", ben)->empty());
        QCOMPARE(filesWith(folder.path(), "quexley"), std::string());
        QVERIFY(workspace->check()->ok);
    }

    void author_isForgottenUnlessItMayBeAnother_data()
    {
        QTest::addColumn<QString>("erased");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("isForgotten");
        QTest::newRow("theirs") << "Mere"
                                << "Ben" << true;
        QTest::newRow("in other letters") << "MERE"
                                          << "Ben" << true;
        QTest::newRow("of somebody alike") << "Méré"
                                           << "Mere" << false;
        QTest::newRow("theirs, beside somebody alike") << "Mere"
                                                       << "Méré" << true;
        QTest::newRow("of a namesake, too") << "Mere"
                                            << "Mere" << false;
        QTest::newRow("no letters") << "-"
                                    << "Ben" << false;
    }
    void author_isForgottenUnlessItMayBeAnother()
    {
        QFETCH(QString, erased);
        QFETCH(QString, other);
        QFETCH(bool, isForgotten);
        const Folder folder;
        const auto workspace = folder.create(); // by Mere
        PersonId gone, stays;
        VERIFY_OK(workspace->change("Add", adding(erased.toStdString(), &gone)));
        VERIFY_OK(workspace->change("Add", adding(other.toStdString(), &stays)));
        VERIFY_OK(workspace->erasePerson(gone));
        const auto steps = workspace->history();
        VERIFY_OK(steps);
        QCOMPARE(steps->size(), std::size_t{2});
        for (const auto& step : *steps)
            QCOMPARE(step.author, std::string(isForgotten ? "" : "Mere"));
    }
};

QTEST_GUILESS_MAIN(tst_ErasingNames)
#include "tst_erasing_names.moc"
