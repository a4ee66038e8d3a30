// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreTest.h"

#include "core/store/Reader.h"

using namespace storetest;

class tst_Memory : public QObject
{
    Q_OBJECT

    static std::unique_ptr<Workspace> made() { return std::move(Workspace::createInMemory().value()); }

private Q_SLOTS:
    void workspaceInMemory_changesUndoesAndFinds()
    {
        const auto workspace = made();
        QVERIFY(!workspace->readOnly());
        QVERIFY(workspace->isChecked());
        const std::string empty = digest(*workspace);
        PersonId ana;
        VERIFY_OK(workspace->change("Add Ana", adding("Ana Ruiz", &ana)));
        QCOMPARE(workspace->records().search.find("ruiz", {})->size(), std::size_t{1});
        QCOMPARE(workspace->history()->size(), std::size_t{1});
        VERIFY_OK(workspace->undo());
        QCOMPARE(digest(*workspace), empty);
        VERIFY_OK(workspace->redo());
        QCOMPARE(workspace->records().people.count().value(), std::size_t{1});
    }

    void readers_shareItAndMayOutliveIt()
    {
        auto workspace = made();
        VERIFY_OK(workspace->change("Add Ana", adding("Ana")));
        const auto reader = std::move(workspace->openReader().value());
        QCOMPARE(reader->records().people.count().value(), std::size_t{1});
        VERIFY_OK(workspace->change("Add Ben", adding("Ben")));
        QCOMPARE(reader->records().people.count().value(), std::size_t{2});
        VERIFY_OK(reader->verify());
        workspace.reset();
        QCOMPARE(reader->records().people.count().value(), std::size_t{2});
    }

    void twoOfThem_areTwo()
    {
        const auto one = made(), other = made();
        VERIFY_OK(one->change("Add Ana", adding("Ana")));
        QCOMPARE(other->records().people.count().value(), std::size_t{0});
        QCOMPARE(std::move(other->openReader().value())->records().people.count().value(), std::size_t{0});
    }

    void erasing_endsItsHistory()
    {
        const auto workspace = made();
        PersonId ana;
        VERIFY_OK(workspace->change("Add Ana", adding("Ana", &ana)));
        const auto erased = workspace->erasePerson(ana);
        VERIFY_OK(erased);
        QVERIFY(!erased->unfinished);
        QCOMPARE(workspace->records().people.count().value(), std::size_t{0});
        VERIFY_FAILS(workspace->undo(), ErrorCode::historyEnded);
    }

    void backup_goesWhereItIsToldAndNowhereElse()
    {
        const Folder folder;
        const auto workspace = made();
        VERIFY_OK(workspace->change("Add Ana", adding("Ana")));
        QVERIFY(workspace->path().empty());
        QVERIFY(workspace->backups().empty());
        QVERIFY(!workspace->lastBackup());
        VERIFY_FAILS(workspace->backup(), ErrorCode::fileNotFound);
        VERIFY_OK(workspace->backup(folder.file()));
        QCOMPARE(digest(*folder.open()), digest(*workspace));
    }
};

QTEST_GUILESS_MAIN(tst_Memory)
#include "tst_memory.moc"
