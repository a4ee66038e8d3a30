// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <fstream>
#include <iterator>

#include "StoreTest.h"

#include "core/store/Reader.h"
#include "core/store/Schema.h"

using namespace storetest;

namespace {

/// The program's schema and one step more.
Schema nextSchema(std::string sql, std::function<Result<>(Database&)> also = {})
{
    auto steps = Schema::current().steps();
    steps.push_back({.lowestReader = 1, .sql = std::move(sql), .also = std::move(also)});
    return Schema(std::move(steps));
}

std::string bytesOf(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

const char* const kPetStep = "CREATE TABLE pet(id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;";

} // namespace

class tst_Migration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void olderFile_isBackedUpMigratedAndItsHistoryEnds()
    {
        const Folder folder;
        std::string before;
        {
            const auto workspace = folder.create();
            VERIFY_OK(workspace->change("Add Ana", adding("Ana")));
            VERIFY_OK(workspace->change("Add Ben", adding("Ben")));
            VERIFY_OK(workspace->undo());
            before = digest(*workspace);
        }
        const Schema next = nextSchema(
            kPetStep, [](Database& database) { return database.run("INSERT INTO pet(name) SELECT name FROM person"); });
        auto options = folder.options();
        options.schema = &next;
        {
            const auto workspace = std::move(Workspace::open(folder.file(), options).value());
            QVERIFY(!workspace->readOnly());
            QCOMPARE(digest(*workspace), before);
            QCOMPARE(workspace->records().database().integer("SELECT count(*) FROM pet").value(), std::int64_t{1});
            QCOMPARE(workspace->backups().size(), std::size_t{1});
            const auto undone = workspace->undo();
            VERIFY_FAILS(undone, ErrorCode::historyEnded);
            QCOMPARE(undone.error().args.size(), std::size_t{1}); // no erasing ended it
            VERIFY_FAILS(workspace->redo(), ErrorCode::nothingToRedo);
            QVERIFY(!workspace->undoLabel());
            QCOMPARE(workspace->history()->size(), std::size_t{1});
            QVERIFY(workspace->history()->front().state == HistoryStep::State::kept);
            QCOMPARE(workspace->history()->front().label, std::string("Add Ana"));
            VERIFY_OK(workspace->change("Add Cleo", adding("Cleo")));
            VERIFY_OK(workspace->undo());
        }
        QVERIFY(!Workspace::open(folder.file(), options).value()->readOnly());
        // The program before: it may read the file, not write it; the backup is its own.
        const auto newer = folder.open();
        QVERIFY(newer->readOnly()->kind == ReadOnlyReason::Kind::newerVersion);
        const auto backup = std::move(Workspace::open(newer->backups().front(), folder.options()).value());
        QVERIFY(!backup->readOnly());
        QCOMPARE(digest(*backup), before);
        VERIFY_OK(backup->redo());
    }

    void failingMigration_leavesTheFileAsItWas()
    {
        const Folder folder;
        std::string before;
        {
            const auto workspace = folder.create();
            VERIFY_OK(workspace->change("Add Ana", adding("Ana")));
            before = digest(*workspace);
        }
        auto options = folder.options();
        const Schema broken = nextSchema(std::string(kPetStep) + "INSERT INTO nowhere VALUES(1);");
        options.schema = &broken;
        const auto failed = Workspace::open(folder.file(), options);
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, ErrorCode::migrationFailed);
        QCOMPARE(failed.error().args.size(), std::size_t{2});
        QVERIFY(std::filesystem::exists(failed.error().args[1]));
        const Schema refusing = nextSchema(kPetStep, [](Database&) -> Result<> { return fail(ErrorCode::internal); });
        options.schema = &refusing;
        VERIFY_FAILS(Workspace::open(folder.file(), options), ErrorCode::migrationFailed);
        const auto workspace = folder.open();
        QVERIFY(!workspace->readOnly());
        QCOMPARE(digest(*workspace), before);
        VERIFY_OK(workspace->undo());
    }

    void olderFileThatMayNotBeWritten_isReadAsItWouldBe()
    {
        const Folder folder;
        std::string before;
        {
            const auto workspace = folder.create();
            VERIFY_OK(workspace->change("Add Ana", adding("Ana Ruiz")));
            before = digest(*workspace);
        }
        const std::string bytes = bytesOf(folder.file());
        const Schema next = nextSchema(
            kPetStep, [](Database& database) { return database.run("INSERT INTO pet(name) SELECT name FROM person"); });
        auto options = folder.options();
        options.schema = &next;
        options.access = Access::readOnly;
        {
            const auto workspace = std::move(Workspace::open(folder.file(), options).value());
            QVERIFY(workspace->readOnly()->kind == ReadOnlyReason::Kind::asked);
            QVERIFY(workspace->isChecked());
            QCOMPARE(workspace->path(), folder.file());
            QCOMPARE(digest(*workspace), before);
            QCOMPARE(workspace->records().database().integer("SELECT count(*) FROM pet").value(), std::int64_t{1});
            QCOMPARE(workspace->records().search.find("ruiz", {})->size(), std::size_t{1});
            const auto reader = std::move(workspace->openReader().value());
            QCOMPARE(reader->records().people.count().value(), std::size_t{1});
            QVERIFY(!workspace->undoLabel());
            QVERIFY(workspace->history()->front().state == HistoryStep::State::kept);
            VERIFY_FAILS(workspace->change("Add Ben", adding("Ben")), ErrorCode::workspaceReadOnly);
            VERIFY_FAILS(workspace->undo(), ErrorCode::workspaceReadOnly);
        }
        // Nothing of it reached the file or its folder.
        QCOMPARE(bytesOf(folder.file()), bytes);
        const std::filesystem::directory_iterator files(folder.path());
        QCOMPARE(std::distance(begin(files), end(files)), std::ptrdiff_t{1});
        QCOMPARE(folder.open()->undoLabel(), std::optional<std::string>("Add Ana"));
    }

    void olderFileThatAnotherProgramWrites_isReadWithWhatItsLogHolds()
    {
        const Folder folder;
        const auto writing = folder.create();
        VERIFY_OK(writing->change("Add Ana", adding("Ana Ruiz")));
        const Schema next = nextSchema(kPetStep);
        auto options = folder.options();
        options.schema = &next;
        const auto reading = std::move(Workspace::open(folder.file(), options).value());
        QVERIFY(reading->readOnly()->kind == ReadOnlyReason::Kind::lockedByOther);
        QCOMPARE(reading->records().people.count().value(), std::size_t{1});
        VERIFY_OK(writing->change("Add Ben", adding("Ben")));
        QCOMPARE(writing->records().people.count().value(), std::size_t{2});
    }

    void olderFileThatMayNotBeWrittenAndCannotBeMigrated_isRefused()
    {
        const Folder folder;
        folder.create();
        const Schema broken = nextSchema(std::string(kPetStep) + "INSERT INTO nowhere VALUES(1);");
        auto options = folder.options();
        options.schema = &broken;
        options.access = Access::readOnly;
        const auto failed = Workspace::open(folder.file(), options);
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, ErrorCode::migrationFailed);
        QCOMPARE(failed.error().args.size(), std::size_t{1}); // no backup is spoken of where none is made
        QVERIFY(!folder.open()->readOnly());
    }

    void stepThatOnlyNewProgramsRead_locksOldOnesOut()
    {
        const Folder folder;
        folder.create();
        auto steps = Schema::current().steps();
        steps.push_back({.lowestReader = Schema::current().version() + 1, .sql = kPetStep, .also = {}});
        const Schema next(std::move(steps));
        auto options = folder.options();
        options.schema = &next;
        VERIFY_OK(Workspace::open(folder.file(), options));
        VERIFY_FAILS(Workspace::open(folder.file(), folder.options()), ErrorCode::workspaceNewer);
    }

    void placesOfVersion1_sayTheirArea()
    {
        const Folder folder;
        const Schema first({Schema::current().steps().front()});
        auto options = folder.options();
        options.schema = &first;
        std::vector<PersonId> people(4);
        ViewId view;
        {
            const auto workspace = std::move(Workspace::create(folder.file(), options).value());
            // As that version kept them: the row once, twice, three times and, by a slip, four times.
            VERIFY_OK(workspace->writeUnrecorded([&](Records& records) -> Result<> {
                for (PersonId& id : people) {
                    id = PersonId{records.database().ids().next()};
                    WEAVEMAP_TRY(records.database().run("INSERT INTO person(id, name) VALUES(?1, 'Ana')", id));
                }
                WEAVEMAP_ASSIGN(view, records.views.insert(MapView{{}, "Whole", "{}", 0}));
                std::int64_t row = 0;
                for (std::size_t i = 0; i < people.size(); ++i)
                    for (std::size_t copy = 0; copy <= i; ++copy)
                        WEAVEMAP_TRY(records.database().run(
                            "INSERT INTO computed_position(id, view, person, x, y) VALUES(?1, ?2, ?3, ?4, 0.5)", ++row,
                            view, people[i], static_cast<double>(i)));
                return {};
            }));
        }
        const auto workspace = folder.open();
        QVERIFY(!workspace->readOnly());
        std::vector<ComputedPosition> expected{{people[0], 0, 0.5, LayoutArea::network},
                                               {people[1], 1, 0.5, LayoutArea::smallGroups},
                                               {people[2], 2, 0.5, LayoutArea::noTies},
                                               {people[3], 3, 0.5, LayoutArea::noTies}};
        std::sort(expected.begin(), expected.end(),
                  [](const ComputedPosition& a, const ComputedPosition& b) { return a.person < b.person; });
        QCOMPARE(workspace->records().views.computedPositions(view).value(), expected);
    }

    void filesOfVersions1And2_becomeWhatANewFileIs()
    {
        const auto fillOld = [](Records& records) -> Result<> {
            for (const char* sql : {
                     "INSERT INTO person(id, name, about) VALUES(11, 'Ana Ruiz', 'Likes zebras')",
                     "INSERT INTO person(id, name) VALUES(12, 'Ben')",
                     "INSERT INTO tie(id, a, b) VALUES(13, 11, 12)",
                     "INSERT INTO conversation(id, at_ms, text, confidentiality) VALUES(14, 0, 'A walrus', 2)",
                     "INSERT INTO note_item(id, conversation, person, text, topic) VALUES(15, 14, 11, 'An owl', "
                     "'Owls')",
                     "INSERT INTO follow_up(id, conversation, text) VALUES(16, 14, 'Send it')",
                     "INSERT INTO evidence(id, tie, conversation) VALUES(17, 13, 14)",
                 })
                WEAVEMAP_TRY(records.database().run(sql));
            return {};
        };
        const Folder made;
        std::string expected;
        {
            const auto workspace = made.create();
            VERIFY_OK(workspace->writeUnrecorded(fillOld));
            expected = digest(*workspace);
        }
        for (const int version : {1, 2}) {
            const Folder folder;
            const auto& all = Schema::current().steps();
            const Schema old({all.begin(), all.begin() + version});
            auto options = folder.options();
            options.schema = &old;
            VERIFY_OK(Workspace::create(folder.file(), options).value()->writeUnrecorded(fillOld));
            const auto workspace = folder.open();
            QVERIFY(!workspace->readOnly());
            QCOMPARE(digest(*workspace), expected);
            QCOMPARE(workspace->backups().size(), std::size_t{1});
            QVERIFY(!workspace->undoLabel()); // the question bank came with the file
            auto& records = workspace->records();
            QVERIFY(records.questions.all()->size() > 20);
            const auto ana = records.people.find(PersonId{11}).value().value();
            QVERIFY(ana.nicknames.empty() && ana.aboutLevel == Confidentiality::staff && !ana.aboutBy);
            QVERIFY(records.conversations.items()->front().confidentiality == Confidentiality::shareable);
            QVERIFY(!records.ties.evidence()->front().introduction);
            // Its words are found, by whom they may be.
            QCOMPARE(records.search.find("zebras", {})->size(), std::size_t{1});
            QVERIFY(records.search.find("owl", {})->empty());
            VERIFY_OK(workspace->change("Add Cleo", adding("Cleo")));
            VERIFY_OK(workspace->undo());
            QCOMPARE(digest(*workspace), expected);
            // The program before would show everybody what is marked only me.
            VERIFY_FAILS(Workspace::open(folder.file(), options), ErrorCode::workspaceNewer);
        }
    }

    void fileOfVersion3_keepsItsProjectsAsRecords()
    {
        const Folder folder;
        const auto& all = Schema::current().steps();
        const Schema third({all.begin(), all.begin() + 3});
        auto options = folder.options();
        options.schema = &third;
        VERIFY_OK(Workspace::create(folder.file(), options).value()->writeUnrecorded([](Records& records) -> Result<> {
            for (const char* sql : {
                     "INSERT INTO person(id, name) VALUES(11, 'Ana Ruiz'), (12, 'Ben'), (13, 'Cleo'), (14, 'Ruth')",
                     // One that the staff reads, one of Ruth alone, and one that may leave.
                     "INSERT INTO conversation(id, at_ms, staff, text, confidentiality)"
                     " VALUES(21, 0, 14, 'One', 1), (22, 1, 14, 'Two', 2), (23, 2, 14, 'Three', 0)",
                     "INSERT INTO note_item(id, conversation, person, other, kind, text) VALUES"
                     " (31, 23, 11, 12, 2, ' Frações unit '), (32, 21, 12, 13, 2, 'FRACOES UNIT'),"
                     " (33, 22, 11, NULL, 2, 'Frações unit'), (34, NULL, NULL, NULL, 2, 'Garden'),"
                     " (35, 21, 11, NULL, 0, 'Garden'), (36, 23, 11, NULL, 2, '  '),"
                     " (37, 23, 11, NULL, 2, char(9)), (38, 23, 11, NULL, 2, char(10))",
                 })
                WEAVEMAP_TRY(records.database().run(sql));
            return {};
        }));
        std::string expected;
        for (const bool written : {false, true}) { // read as it would be, then migrated: the same records
            auto reading = folder.options();
            reading.access = written ? Access::readWrite : Access::readOnly;
            const auto workspace = std::move(Workspace::open(folder.file(), reading).value());
            QVERIFY(workspace->readOnly().has_value() != written);
            QVERIFY(expected.empty() || digest(*workspace) == expected);
            expected = digest(*workspace);
            auto& records = workspace->records();
            const auto projects = records.projects.all().value();
            QCOMPARE(projects.size(), std::size_t{3});
            const Project& unit = projects[0]; // said by two notes in other letters
            QCOMPARE(unit.name, std::string("Frações unit"));
            QCOMPARE(unit.people, (std::vector{PersonId{11}, PersonId{12}, PersonId{13}}));
            QVERIFY(unit.conversation == ConversationId{23} && unit.writer == PersonId{14});
            QVERIFY(unit.heard == ProjectHeard::call && unit.status == ProjectStatus::underWay);
            QCOMPARE(unit.confidentiality, Confidentiality::staff); // as the stricter note
            QVERIFY(projects[1].name == unit.name && projects[1].conversation == ConversationId{22});
            QCOMPARE(projects[1].people, (std::vector{PersonId{11}})); // not to be told by the one all read
            QVERIFY(projects[2].name == "Garden" && projects[2].people.empty() && !projects[2].conversation);
            QVERIFY(projects[2].heard == ProjectHeard::unknown);
            std::vector<ProjectId> lines;
            const auto items = records.conversations.items().value();
            for (const NoteItem& item : items)
                lines.push_back(item.project);
            // The rest is about something else, or nameless.
            QCOMPARE(lines, (std::vector{unit.id, unit.id, projects[1].id, projects[2].id, ProjectId{}, ProjectId{},
                                         ProjectId{}, ProjectId{}}));
            QCOMPARE(records.search.find("fracoes", PersonId{14})->size(), std::size_t{5}); // lines and projects
            QCOMPARE(records.search.find("fracoes", PersonId{12})->size(), std::size_t{3});
        }
        // The program before may read it: it shows nothing of the new tables.
        const auto older = std::move(Workspace::open(folder.file(), options).value());
        QVERIFY(older->readOnly()->kind == ReadOnlyReason::Kind::newerVersion);
        QCOMPARE(older->records().people.count().value(), std::size_t{4});
    }

    void everyRecordedTable_keepsTheRulesOfTheSessionExtension()
    {
        const Folder folder;
        const auto workspace = folder.create();
        Database& database = workspace->records().database();
        for (const std::string_view table : kTableNames) {
            const auto sql = database.first(
                "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?1",
                [](Statement& row) { return row.text(0); }, table);
            QVERIFY2(sql && *sql, std::string(table).c_str());
            const std::string& text = **sql;
            QVERIFY(text.find("id INTEGER PRIMARY KEY") != std::string::npos);
            QVERIFY(text.ends_with("STRICT"));
            QVERIFY(text.find("UNIQUE") == std::string::npos);
            QVERIFY(text.find("CASCADE") == std::string::npos);
            const auto count = [&](const char* word) {
                int found = 0;
                for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
                    ++found;
                return found;
            };
            QCOMPARE(count("REFERENCES"), count("DEFERRABLE INITIALLY DEFERRED"));
        }
        QCOMPARE(database.integer("SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')").value(),
                 std::int64_t{0});
        // Each reference has an index, so that removing a row there does not scan here.
        VERIFY_OK(database.each("SELECT m.name, f.\"from\" FROM sqlite_schema m, pragma_foreign_key_list(m.name) f "
                                "WHERE m.type = 'table'",
                                [&](Statement& row) -> Result<> {
                                    const auto found = database.integer(
                                        "SELECT count(*) FROM pragma_index_list(?1) i, pragma_index_info(i.name) c "
                                        "WHERE c.seqno = 0 AND c.name = ?2",
                                        row.textView(0), row.textView(1));
                                    if (!found || *found == 0)
                                        return fail(ErrorCode::internal, {}, row.text(0) + '.' + row.text(1));
                                    return {};
                                }));
    }
};

QTEST_GUILESS_MAIN(tst_Migration)
#include "tst_migration.moc"
