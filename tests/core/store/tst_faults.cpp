// SPDX-License-Identifier: GPL-3.0-or-later
//
// A full disk and failing writes at every place where SQLite writes: the n-th write fails, for n from the first one on
// until everything passes. The writes are SQLite's own, replaced below its file system layer.
#include <cerrno>
#include <fstream>
#include <iterator>
#include <unistd.h>

#include <sqlite3.h>

#include "StoreTest.h"

#include "core/store/Backups.h"

using namespace storetest;

namespace {

enum class Fault { diskFull, onceUnwritable };

long g_writesLeft = -1; ///< negative: no fault
Fault g_fault = Fault::diskFull;
bool g_struck = false;

bool strikes()
{
    if (g_writesLeft < 0 || g_writesLeft-- > 0)
        return false;
    g_struck = true;
    errno = g_fault == Fault::diskFull ? ENOSPC : EIO;
    // A full disk stays full; a bad moment passes.
    g_writesLeft = g_fault == Fault::diskFull ? 0 : -1;
    return true;
}

ssize_t failingPwrite(int file, const void* bytes, std::size_t size, off64_t at)
{
    return strikes() ? -1 : ::pwrite64(file, bytes, size, at);
}

ssize_t failingWrite(int file, const void* bytes, std::size_t size)
{
    return strikes() ? -1 : ::write(file, bytes, size);
}

void replaceCall(const char* name, sqlite3_syscall_ptr function)
{
    sqlite3_vfs* vfs = sqlite3_vfs_find(nullptr);
    QCOMPARE(vfs->xSetSystemCall(vfs, name, function), SQLITE_OK);
}

/// Arms the fault for as long as it lives.
class Armed
{
public:
    Armed(Fault fault, long after)
    {
        g_fault = fault;
        g_writesLeft = after;
        g_struck = false;
    }
    ~Armed() { g_writesLeft = -1; }
};

bool isExpected(const Error& error, Fault fault)
{
    if (fault == Fault::diskFull)
        return error.code == ErrorCode::diskFull;
    return error.code == ErrorCode::databaseError || error.code == ErrorCode::backupFailed;
}

bool holds(const std::filesystem::path& path, const std::string& word)
{
    std::ifstream file(path, std::ios::binary);
    return std::string((std::istreambuf_iterator<char>(file)), {}).find(word) != std::string::npos;
}

constexpr long kMostWrites = 3000;

} // namespace

class tst_Faults : public QObject
{
    Q_OBJECT

private:
    static void addFaults()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("disk full") << static_cast<int>(Fault::diskFull);
        QTest::newRow("one write fails") << static_cast<int>(Fault::onceUnwritable);
    }

private Q_SLOTS:
    void initTestCase()
    {
        replaceCall("pwrite64", reinterpret_cast<sqlite3_syscall_ptr>(&failingPwrite));
        replaceCall("pwrite", reinterpret_cast<sqlite3_syscall_ptr>(&failingPwrite));
        replaceCall("write", reinterpret_cast<sqlite3_syscall_ptr>(&failingWrite));
    }
    void cleanupTestCase() { sqlite3_vfs_find(nullptr)->xSetSystemCall(sqlite3_vfs_find(nullptr), nullptr, nullptr); }

    void change_isDoneOrNot_data() { addFaults(); }
    void change_isDoneOrNot()
    {
        QFETCH(const int, fault);
        const Folder folder;
        auto workspace = folder.create();
        VERIFY_OK(workspace->change("Add", adding("Ana")));
        bool struck = true;
        long writes = 0;
        for (; struck && writes < kMostWrites; ++writes) {
            const std::string before = digest(*workspace), search = searchDump(*workspace);
            const auto revision = workspace->revision();
            {
                const Armed armed(static_cast<Fault>(fault), writes);
                const auto changes = workspace->change("Add", adding("Ben " + std::string(9000, 'x')));
                struck = g_struck;
                if (changes) {
                    QCOMPARE(workspace->revision(), revision + 1);
                    continue;
                }
                QVERIFY2(isExpected(changes.error(), static_cast<Fault>(fault)), wordsOf(changes).c_str());
            }
            QVERIFY(struck);
            QCOMPARE(digest(*workspace), before);
            QCOMPARE(searchDump(*workspace), search);
            QCOMPARE(workspace->revision(), revision);
            if (writes % 8 == 0) {
                workspace.reset();
                workspace = folder.open();
                QCOMPARE(digest(*workspace), before);
            }
        }
        QVERIFY2(writes > 5 && writes < kMostWrites, "the fault did not reach every write");
        while (workspace->undoLabel())
            VERIFY_OK(workspace->undo());
    }

    void undo_isDoneOrNot_data() { addFaults(); }
    void undo_isDoneOrNot()
    {
        QFETCH(const int, fault);
        const Folder folder;
        const auto workspace = folder.create();
        VERIFY_OK(workspace->change("Add", adding("Ana")));
        const std::string before = digest(*workspace);
        bool struck = true;
        long writes = 0;
        for (; struck && writes < kMostWrites; ++writes) {
            {
                const Armed armed(static_cast<Fault>(fault), writes);
                const auto undone = workspace->undo();
                struck = g_struck;
                if (!undone)
                    QVERIFY2(isExpected(undone.error(), static_cast<Fault>(fault)), wordsOf(undone).c_str());
            }
            if (workspace->redoLabel())
                VERIFY_OK(workspace->redo());
            QCOMPARE(digest(*workspace), before);
        }
        QVERIFY(writes > 3 && writes < kMostWrites);
    }

    void backup_isThereOrNot_data() { addFaults(); }
    void backup_isThereOrNot()
    {
        QFETCH(const int, fault);
        const Folder folder;
        const auto workspace = folder.create();
        VERIFY_OK(workspace->change("Add", adding("Ana")));
        const std::string before = digest(*workspace);
        bool struck = true;
        long writes = 0;
        for (; struck && writes < kMostWrites; ++writes) {
            const std::size_t backups = workspace->backups().size();
            Result<std::filesystem::path> made;
            {
                const Armed armed(static_cast<Fault>(fault), writes);
                made = workspace->backup();
                struck = g_struck;
            }
            if (made) {
                VERIFY_OK(verifyWorkspaceFile(*made));
            } else {
                QVERIFY2(isExpected(made.error(), static_cast<Fault>(fault)), wordsOf(made).c_str());
                QCOMPARE(workspace->backups().size(), backups);
                std::size_t files = 0;
                for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "Ours backups"))
                    files += entry.exists() ? 1 : 0;
                QCOMPARE(files, backups);
            }
            QCOMPARE(digest(*workspace), before);
        }
        QVERIFY(writes > 5 && writes < kMostWrites);
    }

    void openingAndClosing_loseNothing_data() { addFaults(); }
    void openingAndClosing_loseNothing()
    {
        QFETCH(const int, fault);
        const Folder folder;
        std::string before;
        {
            const auto workspace = folder.create();
            VERIFY_OK(workspace->change("Add", adding("Ana")));
            before = digest(*workspace);
        }
        bool struck = true;
        long writes = 0;
        auto options = folder.options();
        for (; struck && writes < kMostWrites; writes += 3) {
            std::filesystem::remove_all(folder.path() / "Ours backups");
            options.backup = OpenOptions::Backup::daily;
            {
                const Armed armed(static_cast<Fault>(fault), writes);
                const auto opened = Workspace::open(folder.file(), options);
                if (!opened)
                    QVERIFY2(isExpected(opened.error(), static_cast<Fault>(fault)), wordsOf(opened).c_str());
                struck = g_struck;
            }
            QCOMPARE(digest(*folder.open()), before);
        }
        QVERIFY(writes > 5 && writes < kMostWrites);
    }

    void restore_keepsOneOrTheOther_data() { addFaults(); }
    void restore_keepsOneOrTheOther()
    {
        QFETCH(const int, fault);
        const Folder folder;
        std::string old, fresh;
        std::filesystem::path backup;
        {
            const auto workspace = folder.create();
            VERIFY_OK(workspace->change("Add", adding("Ana")));
            old = digest(*workspace);
            backup = workspace->backup().value();
            VERIFY_OK(workspace->change("Add", adding("Ben")));
            fresh = digest(*workspace);
        }
        bool struck = true;
        long writes = 0;
        for (; struck && writes < kMostWrites; writes += 3) {
            Result<std::filesystem::path> restored;
            {
                const Armed armed(static_cast<Fault>(fault), writes);
                restored = restoreBackup(backup, folder.file());
                struck = g_struck;
            }
            QCOMPARE(digest(*folder.open()), restored ? old : fresh);
            if (restored) {
                QCOMPARE(digest(*Workspace::open(*restored, folder.options()).value()), fresh);
                break;
            }
            QVERIFY2(isExpected(restored.error(), static_cast<Fault>(fault)), wordsOf(restored).c_str());
        }
        QVERIFY(writes > 5 && writes < kMostWrites);
    }

    void erasing_isDoneOrNot_data() { addFaults(); }
    void erasing_isDoneOrNot()
    {
        QFETCH(const int, fault);
        bool struck = true;
        long writes = 0;
        for (; struck && writes < kMostWrites; writes += 29) {
            const Folder folder;
            auto workspace = folder.create();
            PersonId ana;
            VERIFY_OK(workspace->change("Add", [&](Records& records) -> Result<> {
                WEAVEMAP_ASSIGN(ana, records.people.insert(person("Ana Quexley")));
                return records.people.insert(person("Ben")).map([](auto) {});
            }));
            VERIFY_OK(workspace->backup());
            const std::string before = digest(*workspace);
            Result<Erased> erased;
            {
                const Armed armed(static_cast<Fault>(fault), writes);
                erased = workspace->erasePerson(ana);
                struck = g_struck;
            }
            QCOMPARE(workspace->records().people.count().value(), std::size_t(erased ? 1 : 2));
            if (!erased) {
                QVERIFY2(isExpected(erased.error(), static_cast<Fault>(fault)), wordsOf(erased).c_str());
                QCOMPARE(digest(*workspace), before);
                QVERIFY(workspace->undoLabel());
            }
            // Either way everything works on, and what was not finished is after the next opening.
            VERIFY_OK(workspace->change("Add", adding("Cleo")));
            workspace.reset();
            workspace = folder.open();
            if (!erased)
                continue;
            workspace.reset();
            for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path()))
                if (entry.is_regular_file())
                    QVERIFY2(!holds(entry.path(), "Quexley"), entry.path().c_str());
        }
        QVERIFY(writes > 5 && writes < kMostWrites);
    }

    void create_leavesNothingHalfMade_data() { addFaults(); }
    void create_leavesNothingHalfMade()
    {
        QFETCH(const int, fault);
        bool made = false;
        long writes = 0;
        for (; !made && writes < kMostWrites; writes += 4) {
            const Folder folder;
            {
                const Armed armed(static_cast<Fault>(fault), writes);
                const auto workspace = Workspace::create(folder.file(), folder.options());
                made = workspace.has_value() && !g_struck;
                if (!workspace)
                    QVERIFY2(isExpected(workspace.error(), static_cast<Fault>(fault)), wordsOf(workspace).c_str());
                else
                    continue;
            }
            for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
                QFAIL(entry.path().c_str());
        }
        QVERIFY(writes > 5 && writes < kMostWrites);
    }
};

QTEST_GUILESS_MAIN(tst_Faults)
#include "tst_faults.moc"
