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
};

QTEST_GUILESS_MAIN(tst_ErasingNames)
#include "tst_erasing_names.moc"
