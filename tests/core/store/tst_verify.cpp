// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <fstream>
#include <thread>
#include <vector>

#include "StoreTest.h"

#include "core/store/Reader.h"

using namespace storetest;

namespace {

constexpr int kNotes = 400;
constexpr std::size_t kNoteBytes = 60'000;

/// A file that is too large to be looked through at each opening, closed as it should be, with a backup.
void makeLarge(const Folder& folder)
{
    const auto workspace = folder.create();
    VERIFY_OK(workspace->change("Add notes", [](Records& records) -> Result<> {
        WEAVEMAP_ASSIGN(const auto ana, records.people.insert(person("Ana")));
        for (int i = 0; i < kNotes; ++i)
            WEAVEMAP_TRY(records.conversations.insert(conversation({ana}, std::string(kNoteBytes, 'a'))));
        return {};
    }));
    VERIFY_OK(workspace->backup());
}

/// Zeroes in the pages of a note: nothing that opening reads.
void damage(const std::filesystem::path& path)
{
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(static_cast<std::streamoff>(std::filesystem::file_size(path) / 3));
    file << std::string(16384, '\0');
}

} // namespace

/// Looking through a large file after it was opened.
class tst_Verify : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void smallFile_isCheckedByOpening()
    {
        const Folder folder;
        QVERIFY(folder.create()->isChecked());
        QVERIFY(folder.open()->isChecked());
    }

    void largeSoundFile_isLeftToAJobThatFindsNothing()
    {
        const Folder folder;
        makeLarge(folder);
        const auto workspace = folder.open();
        QVERIFY(!workspace->isChecked());
        const auto reader = std::move(workspace->openReader().value());
        std::vector<double> shares;
        VERIFY_OK(reader->verify(RunContext({}, [&](double share) { shares.push_back(share); })));
        QVERIFY(!shares.empty() && shares.size() <= 100);
        QVERIFY(std::is_sorted(shares.begin(), shares.end()));
        QVERIFY(shares.front() >= 0 && shares.back() <= 1);
    }

    void largeDamagedFile_isFoundWithItsBackup()
    {
        const Folder folder;
        makeLarge(folder);
        damage(folder.file());
        const auto workspace = folder.open(); // closed as it should be, so that nothing is looked through
        QVERIFY(!workspace->isChecked());
        const auto found = std::move(workspace->openReader().value())->verify();
        VERIFY_FAILS(found, ErrorCode::workspaceDamaged);
        QCOMPARE(found.error().args.size(), std::size_t{2});
        QCOMPARE(found.error().args[1], workspace->backups().front().string());
    }

    void largeDamagedFile_thatWasNotClosedIsNotOpened()
    {
        const Folder folder;
        makeLarge(folder);
        damage(folder.file());
        {
            const auto database = std::move(Database::open(folder.file(), Database::Mode::readWrite).value());
            VERIFY_OK(database->run("UPDATE state SET value = '0' WHERE key = 'closed_clean'"));
        }
        VERIFY_FAILS(Workspace::open(folder.file(), folder.options()), ErrorCode::workspaceDamaged);
    }

    void largeFileThatSomebodyWrites_isNotSuspectToWhoReads()
    {
        const Folder folder;
        makeLarge(folder);
        OpenOptions reading = folder.options();
        reading.access = Access::readOnly;
        {
            const auto writer = folder.open();
            const auto reader = std::move(Workspace::open(folder.file(), reading).value());
            QVERIFY(!reader->isChecked());
        }
        {
            const auto database = std::move(Database::open(folder.file(), Database::Mode::readWrite).value());
            VERIFY_OK(database->run("UPDATE state SET value = '0' WHERE key = 'closed_clean'"));
        }
        // Nobody has it open, and it was not closed: then it is looked through.
        QVERIFY(std::move(Workspace::open(folder.file(), reading).value())->isChecked());
    }

    void cancelled_saysNothingOfTheFile()
    {
        const Folder folder;
        makeLarge(folder);
        damage(folder.file());
        const auto workspace = folder.open();
        std::stop_source stop;
        stop.request_stop();
        const auto reader = std::move(workspace->openReader().value());
        VERIFY_FAILS(reader->verify(RunContext(stop.get_token())), ErrorCode::cancelled);
    }

    void changesMeanwhile_areNoDamage()
    {
        const Folder folder;
        makeLarge(folder);
        const auto workspace = folder.open();
        const auto reader = std::move(workspace->openReader().value());
        Result<> found = fail(ErrorCode::internal);
        std::jthread looking([&] { found = reader->verify(); });
        for (int i = 0; i < 30; ++i)
            VERIFY_OK(workspace->change("Add", adding("Ben")));
        looking.join();
        VERIFY_OK(found);
    }
};

QTEST_GUILESS_MAIN(tst_Verify)
#include "tst_verify.moc"
