// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <sys/stat.h>

#include "StoreTest.h"

#include "core/store/Backups.h"

using namespace storetest;

namespace {

std::string nameOf(const std::filesystem::path& path) { return path.filename().string(); }

} // namespace

class tst_Backups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void backup_isOneVerifiedFileThatOpensWithTheSameData()
    {
        const Folder folder;
        const auto workspace = folder.create();
        VERIFY_OK(workspace->change("Add", adding("Ana")));
        const auto path = workspace->backup();
        VERIFY_OK(path);
        QCOMPARE(nameOf(*path), std::string("Ours 2026-10-15 154000.weavemap"));
        QCOMPARE(nameOf(path->parent_path()), std::string("Ours backups"));
        struct stat status = {};
        QCOMPARE(::stat(path->c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0777U, 0600U);
        QCOMPARE(::stat(path->parent_path().c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0777U, 0700U);
        std::size_t files = 0;
        for (const auto& entry : std::filesystem::directory_iterator(path->parent_path()))
            files += entry.exists() ? 1 : 0;
        QCOMPARE(files, std::size_t{1});
        const std::string before = digest(*workspace);
        const auto copy = std::move(Workspace::open(*path, folder.options()).value());
        QCOMPARE(digest(*copy), before);
        VERIFY_OK(copy->undo()); // the history comes along
    }

    void twoInOneSecond_haveTwoNames()
    {
        const Folder folder;
        const auto workspace = folder.create();
        VERIFY_OK(workspace->backup());
        const auto second = workspace->backup();
        VERIFY_OK(second);
        QCOMPARE(nameOf(*second), std::string("Ours 2026-10-15 154000-2.weavemap"));
        QCOMPARE(workspace->backups().size(), std::size_t{2});
        QCOMPARE(workspace->backups().front(), *second);
    }

    void backupElsewhere_countsAsTheLastOne()
    {
        const Folder folder;
        const auto workspace = folder.create();
        QVERIFY(!workspace->lastBackup());
        VERIFY_OK(workspace->backup(folder.file("stick.weavemap")));
        QVERIFY(workspace->backups().empty());
        QVERIFY(*workspace->lastBackup() == dayPlus(0));
        VERIFY_FAILS(workspace->backup(folder.file("stick.weavemap")), ErrorCode::fileExists);
        VERIFY_FAILS(workspace->backup(folder.path() / "missing" / "x.weavemap"), ErrorCode::backupFailed);
    }

    void cancelledBackup_leavesNothing()
    {
        const Folder folder;
        const auto workspace = folder.create();
        VERIFY_OK(workspace->change("Add", adding(std::string(20'000'000, 'x'))));
        std::stop_source stop;
        stop.request_stop();
        VERIFY_FAILS(workspace->backup({}, RunContext(stop.get_token())), ErrorCode::cancelled);
        QVERIFY(std::filesystem::is_empty(folder.path() / "Ours backups"));
    }

    void firstOpeningOfADay_makesOne()
    {
        const Folder folder;
        folder.create();
        auto options = folder.options();
        options.backup = OpenOptions::Backup::daily;
        for (int day = 0; day < 3; ++day) {
            const FixedClock clock(dayPlus(day));
            options.clock = &clock;
            for (int opening = 0; opening < 2; ++opening) {
                const auto workspace = std::move(Workspace::open(folder.file(), options).value());
                QCOMPARE(workspace->backups().size(), static_cast<std::size_t>(day + 1));
                QVERIFY(*workspace->lastBackup() == dayPlus(day));
            }
        }
    }

    void ladder_keepsTenDaysAndOneAMonth()
    {
        const Folder folder;
        folder.create();
        auto options = folder.options();
        options.backup = OpenOptions::Backup::daily;
        for (int day = 0; day < 100; day += 2) { // 15 October 2026 to 21 January 2027
            const FixedClock clock(dayPlus(day));
            options.clock = &clock;
            VERIFY_OK(Workspace::open(folder.file(), options));
        }
        std::vector<std::string> names;
        for (const auto& path : Backups(folder.file()).list())
            names.push_back(nameOf(path).substr(5, 10));
        const std::vector<std::string> expected = {"2027-01-21", "2027-01-19", "2027-01-17", "2027-01-15", "2027-01-13",
                                                   "2027-01-11", "2027-01-09", "2027-01-07", "2027-01-05", "2027-01-03",
                                                   "2027-01-01", "2026-12-30", "2026-11-30", "2026-10-31"};
        QCOMPARE(names.size(), expected.size());
        for (std::size_t i = 0; i < names.size(); ++i)
            QCOMPARE(names[i], expected[i]);
    }

    void clockThatRanBackwards_costsNoBackup()
    {
        const Folder folder;
        const auto workspace = folder.create();
        const Backups backups(folder.file());
        for (int day = 0; day < 12; ++day)
            VERIFY_OK(backups.write(workspace->records().database(), dayPlus(day)));
        const auto old = backups.write(workspace->records().database(), dayPlus(-20'000));
        VERIFY_OK(old);
        QVERIFY(std::filesystem::exists(*old));
        QCOMPARE(nameOf(backups.list().front()).substr(5, 10), dayPlus(11).localDate().toIso());
    }

    void strangersInTheFolder_areLeftAlone()
    {
        const Folder folder;
        const auto workspace = folder.create();
        VERIFY_OK(workspace->backup());
        const auto stranger = folder.path() / "Ours backups" / "Ours holiday.weavemap";
        std::ofstream(stranger) << "x";
        std::ofstream(folder.path() / "Ours backups" / "Ours 2026-99-99 000000.weavemap") << "x";
        QCOMPARE(workspace->backups().size(), std::size_t{1});
        QVERIFY(std::filesystem::exists(stranger));
    }

    void restore_setsTheFileAside()
    {
        const Folder folder;
        std::filesystem::path backup;
        std::string old, fresh;
        {
            const auto workspace = folder.create();
            VERIFY_OK(workspace->change("Add", adding("Ana")));
            old = digest(*workspace);
            backup = workspace->backup().value();
            VERIFY_OK(workspace->change("Add", adding("Ben")));
            fresh = digest(*workspace);
            VERIFY_FAILS(restoreBackup(backup, folder.file()), ErrorCode::workspaceLocked);
        }
        const FixedClock clock(dayPlus(1));
        const auto aside = restoreBackup(backup, folder.file(), &clock);
        VERIFY_OK(aside);
        QCOMPARE(nameOf(*aside), std::string("Ours 2026-10-16 154000.weavemap"));
        QCOMPARE(digest(*folder.open()), old);
        QCOMPARE(digest(*Workspace::open(*aside, folder.options()).value()), fresh);
        QVERIFY(!folder.open()->readOnly());
        VERIFY_OK(restoreBackup(*aside, folder.file(), &clock));
        QCOMPARE(digest(*folder.open()), fresh);
    }

    void restore_whereThereIsNoFileMakesOne()
    {
        const Folder folder;
        {
            const auto workspace = folder.create();
            VERIFY_OK(workspace->change("Add", adding("Ana")));
            VERIFY_OK(workspace->backup(folder.file("stick.weavemap")));
        }
        const auto aside = restoreBackup(folder.file("stick.weavemap"), folder.file("New.weavemap"));
        VERIFY_OK(aside);
        QVERIFY(aside->empty());
        QCOMPARE(Workspace::open(folder.file("New.weavemap")).value()->records().people.count().value(),
                 std::size_t{1});
    }

    void restore_takesABareNameThatIsNotThere()
    {
        const Folder folder;
        {
            const auto workspace = folder.create();
            VERIFY_OK(workspace->change("Add", adding("Ana")));
            VERIFY_OK(workspace->backup(folder.file("stick.weavemap")));
        }
        const auto before = std::filesystem::current_path();
        std::filesystem::current_path(folder.path());
        const auto aside = restoreBackup("stick.weavemap", "Bare.weavemap");
        std::filesystem::current_path(before);
        VERIFY_OK(aside);
        QVERIFY(aside->empty());
        QCOMPARE(Workspace::open(folder.file("Bare.weavemap")).value()->records().people.count().value(),
                 std::size_t{1});
    }

    void restore_ofSomethingElseIsRefusedAndTheFileStays()
    {
        const Folder folder;
        std::string before;
        {
            const auto workspace = folder.create();
            VERIFY_OK(workspace->change("Add", adding("Ana")));
            before = digest(*workspace);
        }
        std::ofstream(folder.file("letter.weavemap")) << std::string(9000, 'x');
        VERIFY_FAILS(restoreBackup(folder.file("letter.weavemap"), folder.file()), ErrorCode::notAWorkspace);
        VERIFY_FAILS(restoreBackup(folder.file("nothing.weavemap"), folder.file()), ErrorCode::fileNotFound);
        QCOMPARE(digest(*folder.open()), before);
    }
};

QTEST_GUILESS_MAIN(tst_Backups)
#include "tst_backups.moc"
