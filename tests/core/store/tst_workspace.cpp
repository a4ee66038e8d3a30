// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <stdexcept>
#include <sys/stat.h>

#include "StoreTest.h"

#include "core/store/Reader.h"

using namespace storetest;

class tst_Workspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void create_makesAnEmptyFileThatOnlyItsOwnerReads()
    {
        const Folder folder;
        const auto workspace = folder.create();
        QVERIFY(!workspace->readOnly());
        QCOMPARE(workspace->revision(), std::uint64_t{0});
        QCOMPARE(workspace->records().people.count().value(), std::size_t{0});
        QVERIFY(workspace->check()->ok);
        for (const char* suffix : {"", "-wal", ".lock"}) {
            struct stat status = {};
            QCOMPARE(::stat((folder.file().string() + suffix).c_str(), &status), 0);
            QCOMPARE(status.st_mode & 0777U, 0600U);
        }
    }

    void create_refusesWhereAFileIs()
    {
        const Folder folder;
        folder.create();
        VERIFY_FAILS(Workspace::create(folder.file()), ErrorCode::fileExists);
        QCOMPARE(folder.open()->records().people.count().value(), std::size_t{0});
    }

    void create_isNotHinderedByAnAttemptThatWasKilled()
    {
        const Folder folder;
        const auto partial = folder.file("Ours.weavemap.partial");
        std::ofstream(partial) << "half a file";
        std::ofstream(partial.string() + "-journal") << "half a journal";
        VERIFY_OK(folder.create()->change("Add Ana", adding("Ana")));
        QVERIFY(!std::filesystem::exists(partial));
        QVERIFY(!std::filesystem::exists(partial.string() + "-journal"));
        VERIFY_FAILS(Workspace::create(folder.path() / "nowhere" / "n.weavemap"), ErrorCode::fileNotFound);
        QVERIFY(!std::filesystem::exists(folder.path() / "nowhere"));
    }

    void close_leavesOneFile()
    {
        const Folder folder;
        {
            const auto workspace = folder.create();
            VERIFY_OK(workspace->change("Add Ana", adding("Ana")));
        }
        {
            auto options = folder.options();
            options.access = Access::readOnly;
            const auto reading = std::move(Workspace::open(folder.file(), options).value());
            QCOMPARE(reading->records().people.count().value(), std::size_t{1});
        }
        std::size_t files = 0;
        for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
            files += entry.exists() ? 1 : 0;
        QCOMPARE(files, std::size_t{1});
    }

    void change_reportsItsRowsAndSurvivesClosing()
    {
        const Folder folder;
        PersonId ana;
        {
            const auto workspace = folder.create();
            const auto changes = workspace->change("Add Ana", adding("Ana", &ana));
            VERIFY_OK(changes);
            QCOMPARE(changes->revision, std::uint64_t{1});
            QCOMPARE(changes->label, std::string("Add Ana"));
            QVERIFY(changes->cause == ChangeSet::Cause::change);
            QCOMPARE(changes->rows(Table::person).size(), std::size_t{1});
            QVERIFY((changes->rows(Table::person)[0] == ChangedRow{ana.value, RowChange::inserted}));
            QVERIFY(!changes->touches(Table::tie));
        }
        const auto workspace = folder.open();
        QCOMPARE(workspace->revision(), std::uint64_t{1});
        QCOMPARE(workspace->records().people.find(ana).value()->name, std::string("Ana"));
        const auto steps = workspace->history().value();
        QCOMPARE(steps.size(), std::size_t{1});
        QCOMPARE(steps[0].author, std::string("Mere"));
        QCOMPARE(steps[0].rows, std::size_t{1});
        QVERIFY(steps[0].when == dayPlus(0));
    }

    void change_listsTheOwnersOfValuesAndParticipants()
    {
        const Folder folder;
        const auto workspace = folder.create();
        PersonId ana, ben;
        AttributeId attribute;
        ConversationId call;
        VERIFY_OK(workspace->change("Set up", [&](Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(ana, records.people.insert(person("Ana")));
            WEAVEMAP_ASSIGN(ben, records.people.insert(person("Ben")));
            WEAVEMAP_ASSIGN(attribute, records.people.insert(Attribute{{}, "subject"}));
            WEAVEMAP_TRY(records.people.setAttribute(ana, attribute, "maths"));
            WEAVEMAP_ASSIGN(call, records.conversations.insert(conversation({ana}, "hello")));
            return {};
        }));
        const auto value = workspace->change(
            "Set", [&](Records& records) { return records.people.setAttribute(ana, attribute, "music"); });
        VERIFY_OK(value);
        QCOMPARE(value->rows(Table::attributeValue).size(), std::size_t{1});
        QVERIFY((value->rows(Table::person)[0] == ChangedRow{ana.value, RowChange::updated}));

        const auto joined = workspace->change("Join", [&](Records& records) -> Result<> {
            auto changed = conversation({ana, ben}, "hello");
            changed.id = call;
            return records.conversations.update(changed);
        });
        VERIFY_OK(joined);
        QVERIFY(joined->touches(Table::participant));
        QCOMPARE(joined->rows(Table::conversation).size(), std::size_t{1});
        QVERIFY((joined->rows(Table::conversation)[0] == ChangedRow{call.value, RowChange::updated}));
        const auto undone = workspace->undo();
        VERIFY_OK(undone);
        QVERIFY((undone->rows(Table::conversation)[0] == ChangedRow{call.value, RowChange::updated}));
    }

    void change_thatChangesNothingMakesNoStep()
    {
        const Folder folder;
        const auto workspace = folder.create();
        PersonId ana;
        VERIFY_OK(workspace->change("Add Ana", adding("Ana", &ana)));
        const auto same = workspace->change("Save Ana", [&](Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(const auto found, records.people.find(ana));
            return records.people.update(*found);
        });
        VERIFY_OK(same);
        QVERIFY(same->isEmpty());
        QCOMPARE(workspace->revision(), std::uint64_t{1});
        QCOMPARE(workspace->history()->size(), std::size_t{1});
        QVERIFY(workspace->change("Nothing", [](Records&) { return Result<>(); })->isEmpty());
    }

    void change_thatFailsRollsEverythingBack()
    {
        const Folder folder;
        const auto workspace = folder.create();
        VERIFY_OK(workspace->change("Add Ana", adding("Ana")));
        const std::string before = digest(*workspace), search = searchDump(*workspace);
        VERIFY_FAILS(workspace->change("Fail",
                                       [](Records& records) -> Result<> {
                                           WEAVEMAP_TRY(records.people.insert(person("Ben")));
                                           return fail(ErrorCode::badDate, {"x"});
                                       }),
                     ErrorCode::badDate);
        VERIFY_FAILS(workspace->change("Throw",
                                       [](Records& records) -> Result<> {
                                           WEAVEMAP_TRY(records.people.insert(person("Ben")));
                                           throw std::runtime_error("thrown");
                                       }),
                     ErrorCode::internal);
        // A reference to nobody is found at the commit.
        QVERIFY(!workspace->change("Dangle", [](Records& records) {
            return records.database().run("INSERT INTO participant(id, conversation, person) VALUES(1, 2, 3)");
        }));
        QCOMPARE(digest(*workspace), before);
        QCOMPARE(searchDump(*workspace), search);
        QCOMPARE(workspace->history()->size(), std::size_t{1});
        VERIFY_OK(workspace->change("Add Ben", adding("Ben")));
    }

    void undoAndRedo_goBothWaysAcrossReopening()
    {
        const Folder folder;
        std::string empty, one, two;
        {
            const auto workspace = folder.create();
            empty = digest(*workspace);
            VERIFY_OK(workspace->change("Add Ana", adding("Ana")));
            one = digest(*workspace);
            VERIFY_OK(workspace->change("Add Ben", adding("Ben")));
            two = digest(*workspace);
            QCOMPARE(workspace->undoLabel().value(), std::string("Add Ben"));
            QVERIFY(!workspace->redoLabel());
            const auto undone = workspace->undo();
            VERIFY_OK(undone);
            QVERIFY(undone->cause == ChangeSet::Cause::undo);
            QCOMPARE(undone->revision, std::uint64_t{3});
            QVERIFY(undone->rows(Table::person)[0].change == RowChange::deleted);
        }
        const auto workspace = folder.open();
        QCOMPARE(digest(*workspace), one);
        QCOMPARE(workspace->redoLabel().value(), std::string("Add Ben"));
        VERIFY_OK(workspace->undo());
        QCOMPARE(digest(*workspace), empty);
        VERIFY_FAILS(workspace->undo(), ErrorCode::nothingToUndo);
        VERIFY_OK(workspace->redo());
        QCOMPARE(digest(*workspace), one);
        const auto redone = workspace->redo();
        VERIFY_OK(redone);
        QVERIFY(redone->cause == ChangeSet::Cause::redo);
        QCOMPARE(digest(*workspace), two);
        VERIFY_FAILS(workspace->redo(), ErrorCode::nothingToRedo);
    }

    void change_afterAnUndoDropsWhatCouldBeRedone()
    {
        const Folder folder;
        const auto workspace = folder.create();
        VERIFY_OK(workspace->change("Add Ana", adding("Ana")));
        VERIFY_OK(workspace->undo());
        QVERIFY(workspace->history()->front().state == HistoryStep::State::undone);
        VERIFY_OK(workspace->change("Add Ben", adding("Ben")));
        QVERIFY(!workspace->redoLabel());
        QCOMPARE(workspace->history()->size(), std::size_t{1});
        QCOMPARE(workspace->history()->front().label, std::string("Add Ben"));
    }

    void undo_ofSomethingChangedBesidesTheHistoryIsRefused()
    {
        const Folder folder;
        const auto workspace = folder.create();
        PersonId ana;
        VERIFY_OK(workspace->change("Add Ana", adding("Ana", &ana)));
        VERIFY_OK(workspace->writeUnrecorded([&](Records& records) {
            return records.database().run("UPDATE person SET name = 'Someone' WHERE id = ?1", ana);
        }));
        const auto refused = workspace->undo();
        VERIFY_FAILS(refused, ErrorCode::historyConflict);
        QCOMPARE(refused.error().args.front(), std::string("Add Ana"));
        QCOMPARE(workspace->records().people.find(ana).value()->name, std::string("Someone"));
        QVERIFY(workspace->history()->front().state == HistoryStep::State::done);
    }

    void writeUnrecorded_isNotUndone()
    {
        const Folder folder;
        const auto workspace = folder.create();
        PersonId ana;
        ViewId view;
        VERIFY_OK(workspace->change("Add", [&](Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(ana, records.people.insert(person("Ana")));
            WEAVEMAP_ASSIGN(view, records.views.insert(MapView{{}, "Whole", "{}", 0}));
            return {};
        }));
        VERIFY_OK(workspace->writeUnrecorded([&](Records& records) {
            return records.views.replaceComputedPositions(view, {{ana, 1, 2}});
        }));
        QCOMPARE(workspace->history()->size(), std::size_t{1});
        QCOMPARE(workspace->records().views.computedPositions(view)->size(), std::size_t{1});
        VERIFY_OK(workspace->undo()); // positions left over must not hold the person
        VERIFY_OK(workspace->redo());
    }

    void reader_seesWhatIsCommittedAndCannotWrite()
    {
        const Folder folder;
        const auto workspace = folder.create();
        auto reader = std::move(workspace->openReader().value());
        VERIFY_OK(workspace->change("Add Ana", adding("Ana")));
        QCOMPARE(reader->revision().value(), std::uint64_t{1});
        QCOMPARE(reader->records().people.count().value(), std::size_t{1});
        VERIFY_FAILS(reader->records().people.insert(person("Ben")), ErrorCode::workspaceReadOnly);
        VERIFY_OK(reader->snapshot([&](Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(const auto before, records.people.count());
            WEAVEMAP_TRY(workspace->change("Add Ben", adding("Ben")));
            WEAVEMAP_ASSIGN(const auto after, records.people.count());
            return before == after ? Result<>() : fail(ErrorCode::internal, {}, "the snapshot moved");
        }));
        QCOMPARE(reader->revision().value(), std::uint64_t{2});
    }

    void check_equalDataHasEqualDigests()
    {
        const Folder first, second;
        IdMint ids1(7, 1'700'000'000'000), ids2(7, 1'700'000'000'000);
        auto options1 = first.options(), options2 = second.options();
        options1.ids = &ids1;
        options2.ids = &ids2;
        const auto one = std::move(Workspace::create(first.file(), options1).value());
        const auto two = std::move(Workspace::create(second.file(), options2).value());
        VERIFY_OK(one->change("Add Ana", adding("Ana")));
        VERIFY_OK(two->change("Other label", adding("Ana")));
        QCOMPARE(digest(*one), digest(*two));
        QCOMPARE(digest(*one).size(), std::size_t{64});
        VERIFY_OK(two->change("Add Ben", adding("Ben")));
        QVERIFY(digest(*one) != digest(*two));
    }

    void check_canBeCancelled()
    {
        const Folder folder;
        const auto workspace = folder.create();
        VERIFY_OK(workspace->change("Add many", [](Records& records) -> Result<> {
            for (int i = 0; i < 3000; ++i)
                WEAVEMAP_TRY(records.people.insert(person("Person " + std::to_string(i))));
            return {};
        }));
        std::stop_source stop;
        stop.request_stop();
        VERIFY_FAILS(workspace->check(RunContext(stop.get_token())), ErrorCode::cancelled);
        QVERIFY(workspace->check()->ok);
    }
};

QTEST_GUILESS_MAIN(tst_Workspace)
#include "tst_workspace.moc"
