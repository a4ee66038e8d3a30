// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <memory>
#include <semaphore>
#include <vector>

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include "ui/jobs/Jobs.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

/// Work that waits until the test lets it go on, and tells when it has begun.
struct Gate
{
    std::binary_semaphore begun{0};
    std::binary_semaphore open{0};
    std::atomic<bool> sawCancel{false};

    Result<int> pass(const RunContext& run)
    {
        begun.release();
        open.acquire();
        sawCancel = run.cancelled();
        return 7;
    }
};

} // namespace

/// Core work on pool threads, and what comes back of it.
class TestJobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void run_worksElsewhereAndAnswersHere()
    {
        Jobs jobs;
        QObject receiver;
        std::atomic<QThread*> workedOn = nullptr;
        QThread* answeredOn = nullptr;
        int answer = 0;
        JobHandle handle = jobs.run<int>(
            &receiver,
            [&](const RunContext&) -> Result<int> {
                workedOn = QThread::currentThread();
                return 42;
            },
            [&](Result<int> result) {
                answeredOn = QThread::currentThread();
                answer = *result;
            });
        QVERIFY(handle.isRunning());
        QTRY_COMPARE(answer, 42);
        QVERIFY(!handle.isRunning());
        QCOMPARE(answeredOn, QThread::currentThread());
        QVERIFY(workedOn.load() != QThread::currentThread());
    }

    void failure_isHandedOn()
    {
        Jobs jobs;
        QObject receiver;
        ErrorCode code = ErrorCode::internal;
        jobs.run<int>(
            &receiver, [](const RunContext&) -> Result<int> { return fail(ErrorCode::notFound, {"person"}); },
            [&](Result<int> result) { code = result.error().code; });
        QTRY_COMPARE(code, ErrorCode::notFound);
    }

    void cancel_reachesTheWorkAndSilencesTheAnswer()
    {
        Jobs jobs;
        QObject receiver;
        auto gate = std::make_shared<Gate>();
        bool answered = false;
        JobHandle handle = jobs.run<int>(
            &receiver, [gate](const RunContext& run) { return gate->pass(run); },
            [&](Result<int>) { answered = true; });
        gate->begun.acquire();
        handle.cancel();
        QVERIFY(handle.isCancelled());
        QVERIFY(!handle.isRunning());
        gate->open.release();
        QTRY_VERIFY(!jobs.isBusy());
        QVERIFY(gate->sawCancel);
        QVERIFY(!answered);
    }

    void cancelAfterTheWork_stillSilencesTheAnswer()
    {
        Jobs jobs;
        QObject receiver;
        bool answered = false;
        auto gate = std::make_shared<Gate>();
        gate->open.release();
        JobHandle handle = jobs.run<int>(
            &receiver, [gate](const RunContext& run) { return gate->pass(run); },
            [&](Result<int>) { answered = true; });
        gate->begun.acquire(); // the answer cannot come before this thread looks for events
        handle.cancel();
        QTRY_VERIFY(!jobs.isBusy());
        QVERIFY(!answered);
    }

    void receiverThatDies_getsNothing()
    {
        Jobs jobs;
        auto receiver = std::make_unique<QObject>();
        auto gate = std::make_shared<Gate>();
        bool answered = false;
        jobs.run<int>(
            receiver.get(), [gate](const RunContext& run) { return gate->pass(run); },
            [&](Result<int>) { answered = true; }, [&](double) { answered = true; });
        gate->begun.acquire();
        receiver.reset();
        gate->open.release();
        QTRY_VERIFY(!jobs.isBusy());
        QVERIFY(!answered);
    }

    void progress_comesHereInOrder()
    {
        Jobs jobs;
        QObject receiver;
        std::vector<double> told;
        bool here = true;
        bool done = false;
        QThread* own = QThread::currentThread();
        jobs.run<int>(
            &receiver,
            [](const RunContext& run) -> Result<int> {
                for (int step = 1; step <= 4; ++step)
                    run.progress(step / 4.0);
                return 0;
            },
            [&](Result<int>) { done = true; },
            [&](double share) {
                here = here && QThread::currentThread() == own && !done;
                told.push_back(share);
            });
        QTRY_VERIFY(done);
        QVERIFY(here);
        QVERIFY(!told.empty());
        QVERIFY(std::is_sorted(told.begin(), told.end()));
        QCOMPARE(told.back(), 1.0);
    }

    void stopAll_waitsForWhatRunsAndNothingComesAfter()
    {
        Jobs jobs;
        QObject receiver;
        std::atomic<int> ended = 0;
        bool answered = false;
        for (int i = 0; i < 5; ++i)
            jobs.run<int>(
                &receiver,
                [&ended](const RunContext& run) -> Result<int> {
                    while (!run.cancelled())
                        QThread::yieldCurrentThread();
                    ++ended;
                    return 0;
                },
                [&](Result<int>) { answered = true; });
        jobs.stopAll();
        const int before = ended;
        QTRY_VERIFY(!jobs.isBusy());
        QCOMPARE(ended.load(), before);
        QVERIFY(!answered);
    }

    void afterStopAll_newWorkRuns()
    {
        Jobs jobs;
        QObject receiver;
        jobs.stopAll();
        int answer = 0;
        jobs.run<int>(
            &receiver, [](const RunContext&) -> Result<int> { return 3; },
            [&](Result<int> result) { answer = *result; });
        QTRY_COMPARE(answer, 3);
    }

    void busy_isToldOnceAroundSeveralJobs()
    {
        Jobs jobs;
        QObject receiver;
        QSignalSpy busy(&jobs, &Jobs::busyChanged);
        int answers = 0;
        for (int i = 0; i < 3; ++i)
            jobs.run<int>(
                &receiver, [](const RunContext&) -> Result<int> { return 1; },
                [&](Result<int> result) { answers += *result; });
        QTRY_COMPARE(answers, 3);
        QTRY_VERIFY(!jobs.isBusy());
        QCOMPARE(busy.size(), 2);
        QCOMPARE(busy.first().first().toBool(), true);
        QCOMPARE(busy.last().first().toBool(), false);
    }

    void destructor_waitsForTheWork()
    {
        QObject receiver;
        std::atomic<bool> ended = false;
        auto gate = std::make_shared<Gate>();
        {
            Jobs jobs;
            jobs.run<int>(
                &receiver,
                [gate, &ended](const RunContext& run) -> Result<int> {
                    gate->begun.release();
                    while (!run.cancelled())
                        QThread::yieldCurrentThread();
                    ended = true;
                    return 0;
                },
                [](Result<int>) { QFAIL("nobody is left to answer"); });
            gate->begun.acquire();
        }
        QVERIFY(ended);
    }

    void emptyHandle_canBeCancelled()
    {
        JobHandle handle;
        QVERIFY(!handle.isRunning());
        handle.cancel();
        QVERIFY(!handle.isRunning());
    }
};

QTEST_GUILESS_MAIN(TestJobs)
#include "tst_jobs.moc"
