// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>

#include <QProcess>

#include "AsNobody.h"
#include "StoreTest.h"

#include "core/store/Backups.h"
#include "core/store/FileLock.h"
#include "core/store/Reader.h"

using namespace storetest;

namespace {

void overwrite(const std::filesystem::path& path, std::int64_t at, const std::string& bytes)
{
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(at);
    file << bytes;
}

/// Runs SQL on a file past the workspace.
Result<> alter(const std::filesystem::path& path, const std::string& sql)
{
    WEAVEMAP_ASSIGN(const auto database, Database::open(path, Database::Mode::readWrite));
    return database->execute(sql);
}

constexpr auto kEverybodyReads =
    std::filesystem::perms::owner_read | std::filesystem::perms::group_read | std::filesystem::perms::others_read;

void fill(const Folder& folder)
{
    const auto workspace = folder.create();
    const auto done = workspace->change("Add", [](Records& records) -> Result<> {
        for (int i = 0; i < 2000; ++i)
            WEAVEMAP_TRY(records.people.insert(person("Person " + std::to_string(i))));
        return {};
    });
    QVERIFY(done.has_value());
}

} // namespace

class tst_Opening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void missingFile_isSaid()
    {
        const Folder folder;
        VERIFY_FAILS(Workspace::open(folder.file()), ErrorCode::fileNotFound);
        QVERIFY(!std::filesystem::exists(FileLock::pathFor(folder.file())));
    }

    void otherFiles_areNotWorkspaces()
    {
        const Folder folder;
        std::ofstream(folder.file("Text.weavemap")) << "Dear all, this is a letter that was renamed.\n";
        VERIFY_FAILS(Workspace::open(folder.file("Text.weavemap")), ErrorCode::notAWorkspace);
        std::ofstream(folder.file("Empty.weavemap")).flush();
        VERIFY_FAILS(Workspace::open(folder.file("Empty.weavemap")), ErrorCode::notAWorkspace);
        VERIFY_FAILS(Workspace::open(folder.path()), ErrorCode::notAWorkspace);
        std::ofstream(folder.file("Magic.weavemap"), std::ios::binary)
            << std::string("SQLite format 3\0", 16) << std::string(5000, '\x55');
        VERIFY_FAILS(Workspace::open(folder.file("Magic.weavemap")), ErrorCode::notAWorkspace);
        // Another program's SQLite database.
        std::ofstream(folder.file("Other.weavemap")).flush();
        VERIFY_OK(alter(folder.file("Other.weavemap"), "CREATE TABLE person(id INTEGER PRIMARY KEY); VACUUM;"));
        VERIFY_FAILS(Workspace::open(folder.file("Other.weavemap")), ErrorCode::notAWorkspace);
        for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
            QVERIFY2(entry.path().extension() == ".weavemap", entry.path().c_str());
    }

    void newerFileThatThisProgramMayRead_opensReadOnly()
    {
        const Folder folder;
        fill(folder);
        VERIFY_OK(alter(folder.file(), "PRAGMA user_version=7; CREATE TABLE later(id INTEGER PRIMARY KEY);"));
        const auto workspace = folder.open();
        QVERIFY(workspace->readOnly().has_value());
        QVERIFY(workspace->readOnly()->kind == ReadOnlyReason::Kind::newerVersion);
        QCOMPARE(workspace->records().people.count().value(), std::size_t{2000});
        VERIFY_FAILS(workspace->change("Add", adding("Ana")), ErrorCode::workspaceReadOnly);
        QVERIFY(!workspace->undoLabel());
        QVERIFY(!std::filesystem::exists(FileLock::pathFor(folder.file())));
    }

    void newerFileThatThisProgramMayNotRead_isRefused()
    {
        const Folder folder;
        fill(folder);
        VERIFY_OK(alter(folder.file(), "PRAGMA user_version=7; UPDATE state SET value='7' WHERE key='lowest_reader';"));
        VERIFY_FAILS(Workspace::open(folder.file()), ErrorCode::workspaceNewer);
    }

    void foreignSchema_opensReadOnly()
    {
        const Folder folder;
        fill(folder);
        VERIFY_OK(alter(folder.file(), "CREATE TABLE extra(id INTEGER PRIMARY KEY);"));
        const auto workspace = folder.open();
        QVERIFY(workspace->readOnly().has_value());
        QVERIFY(workspace->readOnly()->kind == ReadOnlyReason::Kind::foreignSchema);
        QCOMPARE(workspace->records().people.count().value(), std::size_t{2000});
    }

    void askedReadOnly_takesNoLockAndLetsAWriterIn()
    {
        const Folder folder;
        fill(folder);
        auto options = folder.options();
        options.access = Access::readOnly;
        const auto reading = std::move(Workspace::open(folder.file(), options).value());
        QVERIFY(reading->readOnly()->kind == ReadOnlyReason::Kind::asked);
        const auto writing = folder.open();
        QVERIFY(!writing->readOnly());
        VERIFY_OK(writing->change("Add", adding("Ana")));
        QCOMPARE(reading->records().people.count().value(), std::size_t{2001});
    }

    void truncatedFiles_areFoundDamagedAndNameTheNewestSoundBackup()
    {
        const Folder folder;
        fill(folder);
        std::filesystem::path older, newer;
        {
            const auto workspace = folder.open();
            older = workspace->backup().value();
            newer = workspace->backup().value();
        }
        QVERIFY(older != newer);
        overwrite(newer, 8192, std::string(4096, '\x7F')); // the newest backup is damaged itself
        const auto size = std::filesystem::file_size(folder.file());
        for (const auto part : {size - 4096, size / 2 + 100, std::uintmax_t{4096}}) {
            std::filesystem::resize_file(folder.file(), part);
            const auto opened = Workspace::open(folder.file(), folder.options());
            VERIFY_FAILS(opened, ErrorCode::workspaceDamaged);
            QCOMPARE(opened.error().args.size(), std::size_t{2});
            QCOMPARE(opened.error().args[1], older.string());
        }
        const auto aside = restoreBackup(older, folder.file());
        VERIFY_OK(aside);
        QCOMPARE(std::filesystem::file_size(*aside), std::uintmax_t{4096});
        QCOMPARE(folder.open()->records().people.count().value(), std::size_t{2000});
    }

    void overwrittenPages_areFoundAtEveryPlace()
    {
        const Folder folder;
        fill(folder);
        const auto copy = folder.file("Copy.weavemap");
        const auto pages = std::filesystem::file_size(folder.file()) / 4096;
        int found = 0, tried = 0;
        for (std::uintmax_t page = 1; page < pages; page += pages / 25 + 1) {
            std::filesystem::copy_file(folder.file(), copy, std::filesystem::copy_options::overwrite_existing);
            overwrite(copy, static_cast<std::int64_t>(page * 4096), std::string(512, '\xA5'));
            ++tried;
            const auto opened = Workspace::open(copy, folder.options());
            if (!opened) {
                QVERIFY2(opened.error().code == ErrorCode::workspaceDamaged, wordsOf(opened).c_str());
                ++found;
            }
        }
        QVERIFY(tried > 10);
        QCOMPARE(found, tried);
    }

    void uncleanClose_isCheckedHoweverLargeTheFile()
    {
        const Folder folder;
        {
            const auto workspace = folder.create();
            VERIFY_OK(workspace->change("Add", [](Records& records) -> Result<> {
                for (int i = 0; i < 6000; ++i) {
                    Person one = person("Person " + std::to_string(i));
                    one.about = std::string(1500, 'x');
                    WEAVEMAP_TRY(records.people.insert(one));
                }
                return {};
            }));
        }
        const auto size = std::filesystem::file_size(folder.file());
        QVERIFY(size > 17U * 1024 * 1024);
        const auto mark = [&] {
            const auto database = std::move(Database::open(folder.file(), Database::Mode::readOnly).value());
            return database
                ->first("SELECT value FROM state WHERE key = 'closed_clean'",
                        [](Statement& row) { return row.text(0); })
                .value()
                .value();
        };
        QCOMPARE(mark(), std::string("1"));
        {
            const auto workspace = folder.open();
            QCOMPARE(mark(), std::string("0"));
        }
        for (auto at = size / 8; at < size / 4; at += 4096)
            overwrite(folder.file(), static_cast<std::int64_t>(at / 4096 * 4096), std::string(512, '\xA5'));
        QVERIFY(Workspace::open(folder.file(), folder.options()).has_value()); // closed clean: checked in a job
        VERIFY_OK(alter(folder.file(), "UPDATE state SET value = '0' WHERE key = 'closed_clean'"));
        VERIFY_FAILS(Workspace::open(folder.file(), folder.options()), ErrorCode::workspaceDamaged);
    }

    void readOnlyFile_opensReadOnly()
    {
        const Folder folder;
        fill(folder);
        namespace fs = std::filesystem;
        fs::permissions(folder.path(), fs::perms::all);
        fs::permissions(folder.file(), kEverybodyReads);
        const weavemap::uitest::AsNobody nobody;
        const auto workspace = Workspace::open(folder.file(), folder.options());
        VERIFY_OK(workspace);
        QVERIFY((*workspace)->readOnly()->kind == ReadOnlyReason::Kind::fileReadOnly);
        QCOMPARE((*workspace)->records().people.count().value(), std::size_t{2000});
    }

    void readOnlyFolder_opensReadOnlyWithReadersToo()
    {
        const Folder folder;
        fill(folder);
        namespace fs = std::filesystem;
        fs::permissions(folder.file(), fs::perms::all);
        fs::permissions(folder.path(),
                        kEverybodyReads | fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec);
        {
            const weavemap::uitest::AsNobody nobody;
            const auto workspace = Workspace::open(folder.file(), folder.options());
            VERIFY_OK(workspace);
            QVERIFY((*workspace)->readOnly()->kind == ReadOnlyReason::Kind::fileReadOnly);
            QCOMPARE((*workspace)->records().people.count().value(), std::size_t{2000});
            const auto reader = (*workspace)->openReader();
            VERIFY_OK(reader);
            QCOMPARE((*reader)->records().people.count().value(), std::size_t{2000});
        }
        fs::permissions(folder.path(), fs::perms::owner_all);
    }

    void unreadableFile_isSaid()
    {
        const Folder folder;
        fill(folder);
        std::filesystem::permissions(folder.path(), std::filesystem::perms::all);
        const weavemap::uitest::AsNobody nobody;
        VERIFY_FAILS(Workspace::open(folder.file()), ErrorCode::fileUnreadable);
    }

    void secondOpening_isReadOnlyAndNamesTheHolder()
    {
        const Folder folder;
        fill(folder);
        QProcess other;
        other.start(QStringLiteral(WEAVEMAP_BIN_DIR "/store_child"),
                    {QStringLiteral("hold"), QString::fromStdString(folder.file().string())});
        QVERIFY(other.waitForReadyRead(20'000));
        QCOMPARE(other.readLine(), QByteArray("open\n"));
        {
            const auto workspace = folder.open();
            QVERIFY(workspace->readOnly().has_value());
            QVERIFY(workspace->readOnly()->kind == ReadOnlyReason::Kind::lockedByOther);
            QVERIFY(workspace->readOnly()->holder.find('@') != std::string::npos);
            QCOMPARE(workspace->records().people.count().value(), std::size_t{2000});
            VERIFY_FAILS(workspace->change("Add", adding("Ana")), ErrorCode::workspaceReadOnly);
            VERIFY_FAILS(restoreBackup(folder.file(), folder.file()), ErrorCode::workspaceLocked);
        }
        other.kill();
        QVERIFY(other.waitForFinished(20'000));
        QVERIFY(std::filesystem::exists(FileLock::pathFor(folder.file())));
        const auto workspace = folder.open(); // its holder is dead
        QVERIFY(!workspace->readOnly());
        VERIFY_OK(workspace->change("Add", adding("Ana")));
    }

    void secondOpeningInTheSameProgram_isReadOnly()
    {
        const Folder folder;
        const auto first = folder.create();
        const auto second = folder.open();
        QVERIFY(second->readOnly()->kind == ReadOnlyReason::Kind::lockedByOther);
    }

    void lockOfAnotherComputer_isNeverStale()
    {
        const Folder folder;
        fill(folder);
        std::ofstream(FileLock::pathFor(folder.file())) << "another-laptop\nmere\n1\n1\n1\n";
        const auto workspace = folder.open();
        QVERIFY(workspace->readOnly().has_value());
        QCOMPARE(workspace->readOnly()->holder, std::string("mere@another-laptop"));
    }

    void emptyOrForeignLockFiles_areTakenOver()
    {
        const Folder folder;
        fill(folder);
        std::ofstream(FileLock::pathFor(folder.file())).flush();
        QVERIFY(!folder.open()->readOnly());
        QVERIFY(!std::filesystem::exists(FileLock::pathFor(folder.file())));
    }

    void folderInThePlaceOfTheLock_holdsNothing()
    {
        const Folder folder;
        fill(folder);
        std::filesystem::create_directory(FileLock::pathFor(folder.file()));
        QVERIFY(!FileLock::holderOf(folder.file()));
        QVERIFY(folder.open()->readOnly()->kind == ReadOnlyReason::Kind::fileReadOnly);
    }

    void readingAlone_leavesWhatALogHolds()
    {
        const Folder folder;
        fill(folder);
        const auto writing = folder.open();
        VERIFY_OK(writing->change("Add", adding("Ana")));
        auto options = folder.options();
        options.access = Access::readOnly;
        QCOMPARE(Workspace::open(folder.file(), options).value()->records().people.count().value(), std::size_t{2001});
        VERIFY_OK(writing->change("Add", adding("Ben")));
        QCOMPARE(writing->records().people.count().value(), std::size_t{2002});
    }

    void linkToTheFile_opensTheFileUnderItsOwnLock()
    {
        const Folder folder;
        fill(folder);
        std::filesystem::create_symlink(folder.file(), folder.file("Link.weavemap"));
        const auto first = folder.open();
        const auto second = std::move(Workspace::open(folder.file("Link.weavemap"), folder.options()).value());
        QVERIFY(second->readOnly()->kind == ReadOnlyReason::Kind::lockedByOther);
        QCOMPARE(second->path(), first->path());
    }

    void namesThatLookLikeParameters_areNames()
    {
        const Folder folder;
        const auto path = folder.file("Ngāti % ?mode=memory #1.weavemap");
        {
            const auto workspace = std::move(Workspace::create(path, folder.options()).value());
            VERIFY_OK(workspace->change("Add", adding("Ana")));
        }
        QVERIFY(std::filesystem::file_size(path) > 4096);
        QCOMPARE(Workspace::open(path, folder.options()).value()->records().people.count().value(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(tst_Opening)
#include "tst_opening.moc"
