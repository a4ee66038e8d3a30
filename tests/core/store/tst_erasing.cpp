// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <fstream>

#include "FilesWith.h"
#include "StoreTest.h"

#include "core/store/Erasing.h"
#include "core/store/Reader.h"

using namespace storetest;

namespace {

struct Ids
{
    PersonId zora, ben;
    ConversationId alone, group, others;
};

/// One step; a function of its own, since one TRY must not stand inside another.
Result<> step(Workspace& workspace, const std::string& label, const Workspace::ChangeFunction& fn)
{
    WEAVEMAP_TRY(workspace.change(label, fn));
    return {};
}

/// Zora Quexley in every place that a person leaves words in. What must go: quexley, and the words with "zzk".
Result<Ids> fill(Workspace& workspace)
{
    Ids ids;
    auto done0 = step(workspace, "Import 40 people", [&](Records& records) -> Result<> {
        for (int i = 0; i < 40; ++i) {
            WEAVEMAP_ASSIGN(const auto id, records.people.insert(person("Member " + std::to_string(i))));
            WEAVEMAP_TRY(records.conversations.insert(conversation({id}, "Ordinary words " + std::to_string(i))));
        }
        WEAVEMAP_ASSIGN(ids.ben, records.people.insert(person("Ben Ruiz")));
        return {};
    });
    if (!done0)
        return fail(done0.error());
    auto done1 = step(workspace, "Add Zora Quexley", [&](Records& records) -> Result<> {
        Person zora = person("Zora Quexley");
        zora.email = "zzkmail@example.org";
        zora.phone = "zzkphone";
        zora.about = "zzkabout";
        WEAVEMAP_ASSIGN(ids.zora, records.people.insert(zora));
        WEAVEMAP_ASSIGN(const auto column, records.people.insert(Attribute{{}, "subject"}));
        WEAVEMAP_TRY(records.people.setAttribute(ids.zora, column, "zzkvalue"));
        WEAVEMAP_TRY(records.ties.insert(tie(ids.zora, ids.ben)));
        Person cleo = person("Cleo");
        cleo.leftReason = "Followed by Zora Quexley";
        WEAVEMAP_ASSIGN(const auto after, records.people.insert(cleo));
        WEAVEMAP_ASSIGN(const auto beside, records.ties.insert(tie(ids.ben, after)));
        Evidence told;
        told.tie = beside;
        told.kind = EvidenceKind::imported;
        told.source = "Zora Quexley.csv";
        WEAVEMAP_TRY(records.ties.insert(told));
        WEAVEMAP_TRY(records.views.setFact("import:1", "Zora Quexley.csv"));
        WEAVEMAP_ASSIGN(const auto view, records.views.insert(MapView{{}, "Whole", "{}", 0}));
        return records.views.setPosition({view, ids.zora, 1, 2, true});
    });
    if (!done1)
        return fail(done1.error());
    auto done2 = step(workspace, "Call with Zora Quexley", [&](Records& records) -> Result<> {
        WEAVEMAP_ASSIGN(ids.alone, records.conversations.insert(conversation({ids.zora}, "zzkalone and more")));
        WEAVEMAP_ASSIGN(ids.group, records.conversations.insert(
                                       conversation({ids.zora, ids.ben}, "Zora Quexley met Ben at the harbour")));
        WEAVEMAP_ASSIGN(ids.others,
                        records.conversations.insert(conversation({ids.ben}, "Ben thanks @Zora Quexley's school")));
        NoteItem need;
        need.conversation = ids.group;
        need.person = ids.zora;
        need.text = "zzkneed";
        WEAVEMAP_TRY(records.conversations.insert(need));
        FollowUp promise;
        promise.conversation = ids.alone;
        promise.person = ids.zora;
        promise.text = "zzkpromise";
        return records.conversations.insert(promise).map([](auto) {});
    });
    if (!done2)
        return fail(done2.error());
    auto done3 = step(workspace, "Edit Zora Quexley", [&](Records& records) -> Result<> {
        WEAVEMAP_ASSIGN(auto zora, records.people.find(ids.zora));
        zora->about = "zzkother";
        return records.people.update(*zora);
    });
    if (!done3)
        return fail(done3.error());
    ConversationId gone;
    auto done4 = step(workspace, "Call again", [&](Records& records) -> Result<> {
        WEAVEMAP_ASSIGN(gone, records.conversations.insert(conversation({ids.zora}, "zzkgone")));
        return {};
    });
    if (!done4)
        return fail(done4.error());
    auto done5 = step(workspace, "Remove a note", [&](Records& records) { return records.conversations.remove(gone); });
    if (!done5)
        return fail(done5.error());
    WEAVEMAP_TRY(workspace.backup());
    return ids;
}

} // namespace

class tst_Erasing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void erasePerson_leavesNoByteInFileLogOrBackups()
    {
        const Folder folder;
        auto workspace = folder.create();
        const auto filled = fill(*workspace);
        VERIFY_OK(filled);
        const Ids ids = *filled;
        QVERIFY(!filesWith(folder.path(), "quexley").empty());
        QVERIFY(filesWith(folder.path() / "Ours backups", "zzk").size() > 1);
        const auto reader = std::move(workspace->openReader().value());
        QVERIFY(reader->records().people.find(ids.zora).value().has_value());

        std::vector<double> shares;
        const auto erased =
            workspace->erasePerson(ids.zora, RunContext({}, [&](double share) { shares.push_back(share); }));
        VERIFY_OK(erased);
        QVERIFY(!erased->unfinished);
        QCOMPARE(erased->changes.revision, workspace->revision());
        const auto people = erased->changes.rows(Table::person);
        QVERIFY(std::find(people.begin(), people.end(), ChangedRow{ids.zora.value, RowChange::deleted}) !=
                people.end());
        for (const Table table : {Table::tie, Table::conversation, Table::participant, Table::noteItem, Table::followUp,
                                  Table::attributeValue, Table::evidence, Table::fact, Table::position})
            QVERIFY(erased->changes.touches(table));
        QVERIFY(!shares.empty() && std::is_sorted(shares.begin(), shares.end()));
        QVERIFY(shares.front() > 0 && shares.back() < 1);
        for (const char* word : {"quexley", "zzk", "zora"})
            QCOMPARE(filesWith(folder.path(), word), std::string());
        QVERIFY(!reader->records().people.find(ids.zora).value().has_value());
        Records& records = workspace->records();
        QVERIFY(!records.people.find(ids.zora).value());
        QVERIFY(!records.conversations.find(ids.alone).value());
        QCOMPARE(records.conversations.find(ids.group).value()->text, std::string("… met Ben at the harbour"));
        QCOMPARE(records.conversations.find(ids.others).value()->text, std::string("Ben thanks @…'s school"));
        QCOMPARE(records.people.count().value(), std::size_t{42});
        QVERIFY(records.search.find("zora", ids.ben)->empty());
        QCOMPARE(records.search.find("harbour", ids.ben)->size(), std::size_t{1});
        QVERIFY(workspace->check()->ok);

        // The history ended; its labels keep the verb.
        VERIFY_FAILS(workspace->undo(), ErrorCode::historyEnded);
        const auto steps = workspace->history().value();
        QCOMPARE(steps.size(), std::size_t{6});
        QCOMPARE(steps.back().label, std::string("Import"));
        QCOMPARE(steps.front().label, std::string("Remove"));
        for (const auto& step : steps)
            QVERIFY(step.state == HistoryStep::State::kept);

        // The backup is one that opens, with everybody else in it.
        const auto backup = std::move(Workspace::open(workspace->backups().front(), folder.options()).value());
        QCOMPARE(backup->records().people.count().value(), std::size_t{42});
        QVERIFY(backup->check()->ok);
        VERIFY_OK(workspace->change("Add", adding("Someone else")));
        workspace.reset();
        QCOMPARE(filesWith(folder.path(), "quexley"), std::string());
    }

    void eraseConversation_leavesItsPeople()
    {
        const Folder folder;
        const auto workspace = folder.create();
        const auto ids = fill(*workspace);
        VERIFY_OK(ids);
        VERIFY_OK(workspace->eraseConversation(ids->alone));
        for (const char* word : {"zzkalone", "zzkpromise"})
            QCOMPARE(filesWith(folder.path(), word), std::string());
        QVERIFY(workspace->records().people.find(ids->zora).value().has_value());
        QVERIFY(!filesWith(folder.path(), "quexley").empty());
        QVERIFY(workspace->check()->ok);
    }

    void erasing_whatIsNotThereIsRefused()
    {
        const Folder folder;
        const auto workspace = folder.create();
        VERIFY_FAILS(workspace->erasePerson(PersonId{5}), ErrorCode::notFound);
        VERIFY_FAILS(workspace->eraseConversation(ConversationId{5}), ErrorCode::notFound);
    }

    void damagedBackup_isRemoved()
    {
        const Folder folder;
        const auto workspace = folder.create();
        const auto ids = fill(*workspace);
        VERIFY_OK(ids);
        const auto damaged = workspace->backups().front();
        std::filesystem::resize_file(damaged, std::filesystem::file_size(damaged) - 8192);
        VERIFY_OK(workspace->erasePerson(ids->zora));
        QVERIFY(!std::filesystem::exists(damaged));
        QCOMPARE(filesWith(folder.path(), "quexley"), std::string());
    }

    void halfWrittenCopies_areRemoved()
    {
        const Folder folder;
        const auto workspace = folder.create();
        const auto ids = fill(*workspace);
        VERIFY_OK(ids);
        for (const char* name :
             {"Ours backups/Ours 2026-10-14 101010.weavemap.partial",
              "Ours backups/Ours 2026-10-14 101010.weavemap.erasing.partial-journal", "Ours.weavemap.restoring"})
            std::ofstream(folder.file(name)) << "quexley";
        std::ofstream(folder.file("Oursler.weavemap.partial")) << "another file's";
        VERIFY_OK(workspace->erasePerson(ids->zora));
        QCOMPARE(filesWith(folder.path(), "quexley"), std::string());
        QVERIFY(std::filesystem::exists(folder.file("Oursler.weavemap.partial")));
    }

    void filesSetAsideByARestore_areRewrittenToo()
    {
        const Folder folder;
        Ids ids;
        {
            const auto workspace = folder.create();
            const auto filled = fill(*workspace);
            VERIFY_OK(filled);
            ids = *filled;
        }
        const auto aside =
            restoreBackup(folder.path() / "Ours backups" / "Ours 2026-10-15 154000.weavemap", folder.file());
        VERIFY_OK(aside);
        const auto workspace = folder.open();
        VERIFY_OK(workspace->erasePerson(ids.zora));
        QVERIFY(std::filesystem::exists(*aside));
        QCOMPARE(filesWith(folder.path(), "quexley"), std::string());
    }

    void readerInTheMiddle_delaysTheRestToTheNextOpening()
    {
        const Folder folder;
        auto workspace = folder.create();
        const auto ids = fill(*workspace);
        VERIFY_OK(ids);
        VERIFY_OK(workspace->records().database().execute("PRAGMA busy_timeout=20")); // it would wait in vain
        {
            const auto reader = std::move(workspace->openReader().value());
            VERIFY_OK(reader->snapshot([&](Records& records) -> Result<> {
                WEAVEMAP_TRY(records.people.count());
                const auto erased = workspace->erasePerson(ids->zora);
                return erased && erased->unfinished && erased->unfinished->code == ErrorCode::databaseBusy
                           ? Result<>()
                           : fail(ErrorCode::internal, {}, "the log was emptied below a reader");
            }));
        }
        workspace.reset();
        workspace = folder.open();
        QCOMPARE(filesWith(folder.path(), "quexley"), std::string());
        QVERIFY(!workspace->records().people.find(ids->zora).value());
    }

    void unfinished_doesNotKeepTheFileFromOpening()
    {
        const Folder folder;
        auto workspace = folder.create();
        const auto ids = fill(*workspace);
        VERIFY_OK(ids);
        const auto hold = [&](auto&& act) {
            const auto reader = std::move(workspace->openReader().value());
            return reader->snapshot([&](Records& records) -> Result<> {
                WEAVEMAP_TRY(records.people.count());
                return act(*reader);
            });
        };
        VERIFY_OK(workspace->records().database().execute("PRAGMA busy_timeout=20"));
        VERIFY_OK(hold([&](Reader& reader) -> Result<> {
            WEAVEMAP_TRY(workspace->erasePerson(ids->zora));
            // The reader still reads while the file is closed and opened once more.
            workspace.reset();
            WEAVEMAP_ASSIGN(workspace, Workspace::open(folder.file(), folder.options()));
            WEAVEMAP_TRY(reader.records().people.count());
            return {};
        }));
        QVERIFY(!workspace->readOnly());
        VERIFY_OK(workspace->change("Add", adding("Someone else")));
        workspace.reset();
        workspace = folder.open();
        QCOMPARE(filesWith(folder.path(), "quexley"), std::string());
    }

    void undoAfterErasing_saysThatItWasTheErasing()
    {
        const Folder folder;
        const auto workspace = folder.create();
        PersonId ana;
        VERIFY_OK(workspace->change("Add", adding("Ana Ruiz", &ana)));
        VERIFY_OK(workspace->erasePerson(ana));
        const auto undone = workspace->undo();
        VERIFY_FAILS(undone, ErrorCode::historyEnded);
        QCOMPARE(undone.error().args, (std::vector<std::string>{"Add", "erased"}));
    }

    void labels_keepTheirVerbUnlessItIsAName()
    {
        const std::vector<std::string> names = {"ana", "call", "ruiz"};
        QCOMPARE(verbOf("Add Ana Ruiz", names), std::string("Add"));
        QCOMPARE(verbOf("Ana: new role", names), std::string());
        QCOMPARE(verbOf("Import", names), std::string("Import"));
        QCOMPARE(verbOf("", names), std::string());
    }
};

QTEST_GUILESS_MAIN(tst_Erasing)
#include "tst_erasing.moc"
