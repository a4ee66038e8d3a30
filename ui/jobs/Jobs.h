// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <stop_token>
#include <utility>
#include <vector>

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include "core/base/Result.h"
#include "core/base/RunContext.h"

namespace weavemap::ui {

/// A running job, to be cancelled; letting go of it leaves the job running.
class JobHandle
{
public:
    JobHandle() = default;
    void cancel() { m_stop.request_stop(); }
    bool isCancelled() const { return m_stop.stop_requested(); }
    /// Whether there is a job that has neither ended nor been cancelled.
    bool isRunning() const { return m_running && *m_running && !isCancelled(); }

private:
    friend class Jobs;
    std::stop_source m_stop{std::nostopstate};
    std::shared_ptr<bool> m_running;
};

/// Core work on pool threads, at a lower priority than the window. Results come back on this object's thread, and only
/// while their receiver lives and the job was not cancelled. The destructor cancels and waits.
class Jobs : public QObject
{
    Q_OBJECT

public:
    explicit Jobs(QObject* parent = nullptr);
    ~Jobs() override;

    /// Runs `work` on a pool thread, then `done` here. `onProgress` (0 to 1) is called here, too.
    template <class T>
    JobHandle run(QObject* receiver, std::function<Result<T>(const RunContext&)> work,
                  std::function<void(Result<T>)> done, std::function<void(double)> onProgress = {})
    {
        JobHandle handle = makeHandle();
        const std::stop_source stop = handle.m_stop;
        const std::shared_ptr<bool> running = handle.m_running;
        const QPointer<QObject> guard(receiver);
        RunContext context(stop.get_token(), relay(guard, stop, std::move(onProgress)), threadsPerJob());
        start([this, stop, running, guard, context, work = std::move(work), done = std::move(done)] {
            auto result = std::make_shared<Result<T>>(stop.stop_requested() ? Result<T>(fail(ErrorCode::cancelled))
                                                                            : work(context));
            toUiThread([this, stop, running, guard, done, result] {
                *running = false;
                ended(stop);
                if (guard && !stop.stop_requested() && done)
                    done(std::move(*result));
            });
        });
        return handle;
    }

    /// Whether any job is running.
    bool isBusy() const { return m_active > 0; }
    /// Cancels all and waits until none runs.
    void stopAll();

Q_SIGNALS:
    void busyChanged(bool busy);

private:
    JobHandle makeHandle();
    std::function<void(double)> relay(const QPointer<QObject>& guard, const std::stop_source& stop,
                                      std::function<void(double)> onProgress);
    void start(std::function<void()> work);
    void toUiThread(std::function<void()> call);
    void ended(const std::stop_source& stop);
    unsigned threadsPerJob() const;

    QThreadPool m_pool;
    std::vector<std::stop_source> m_stops;
    int m_active = 0;
};

} // namespace weavemap::ui
