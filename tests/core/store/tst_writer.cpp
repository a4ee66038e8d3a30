// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <thread>

#include "StoreTest.h"

#include "core/store/Writer.h"

using namespace storetest;

class tst_Writer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changes_runInTheOrderTheyWerePosted()
    {
        const Folder folder;
        std::vector<std::string> labels;
        std::vector<std::uint64_t> revisions;
        {
            Writer writer(folder.create());
            for (int i = 0; i < 20; ++i)
                writer.postChange("Add " + std::to_string(i), adding("Person " + std::to_string(i)),
                                  [&](const Result<ChangeSet>& changes) {
                                      labels.push_back(changes->label);
                                      revisions.push_back(changes->revision);
                                  });
            writer.postUndo([&](const Result<ChangeSet>& changes) { labels.push_back("undo " + changes->label); });
            writer.postRedo([&](const Result<ChangeSet>& changes) { labels.push_back("redo " + changes->label); });
        } // runs what is queued
        QCOMPARE(labels.size(), std::size_t{22});
        for (std::size_t i = 0; i < 20; ++i) {
            QCOMPARE(labels[i], "Add " + std::to_string(i));
            QCOMPARE(revisions[i], i + 1);
        }
        QCOMPARE(labels[20], std::string("undo Add 19"));
        QCOMPARE(labels[21], std::string("redo Add 19"));
        const auto workspace = folder.open();
        QVERIFY(!workspace->readOnly()); // the lock was given back
        QCOMPARE(workspace->records().people.count().value(), std::size_t{20});
    }

    void failures_areReportedAndTheNextChangeRuns()
    {
        const Folder folder;
        Writer writer(folder.create());
        ErrorCode code = ErrorCode::internal;
        bool added = false;
        writer.postUndo([&](const Result<ChangeSet>& changes) { code = changes.error().code; });
        writer.postChange("Add", adding("Ana"), [&](const Result<ChangeSet>& changes) { added = changes.has_value(); });
        writer.run([](Workspace&) {});
        QVERIFY(code == ErrorCode::nothingToUndo);
        QVERIFY(added);
        QTRY_VERIFY(!writer.isBusy()); // the thread says so a moment after `run` has come back
    }

    void postedFromManyThreads_allRun()
    {
        const Folder folder;
        std::atomic<int> done{0};
        {
            Writer writer(folder.create());
            std::vector<std::thread> threads;
            for (int t = 0; t < 4; ++t)
                threads.emplace_back([&, t] {
                    for (int i = 0; i < 10; ++i)
                        writer.postChange("Add", adding(std::to_string(t) + '-' + std::to_string(i)),
                                          [&](const Result<ChangeSet>& changes) { done += changes ? 1 : 0; });
                });
            for (auto& thread : threads)
                thread.join();
        }
        QCOMPARE(done.load(), 40);
        QCOMPARE(folder.open()->records().people.count().value(), std::size_t{40});
    }

    void run_waitsForWhatWasPostedBefore()
    {
        const Folder folder;
        Writer writer(folder.create());
        for (int i = 0; i < 5; ++i)
            writer.postChange("Add", adding("Person " + std::to_string(i)), {});
        std::size_t count = 0;
        writer.run([&](Workspace& workspace) { count = workspace.records().people.count().value(); });
        QCOMPARE(count, std::size_t{5});
    }

    void isBusy_whileSomethingRuns()
    {
        const Folder folder;
        Writer writer(folder.create());
        std::mutex gate;
        gate.lock();
        writer.post([&](Workspace&) { const std::lock_guard wait(gate); });
        QVERIFY(writer.isBusy());
        gate.unlock();
        writer.run([](Workspace&) {});
    }
};

QTEST_GUILESS_MAIN(tst_Writer)
#include "tst_writer.moc"
