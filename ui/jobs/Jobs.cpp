// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/Jobs.h"

#include <algorithm>

#include <QThread>

#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace weavemap::ui {

namespace {

/// The window comes first where there are fewer cores than work. Linux has no priorities for ordinary threads but lets
/// each be nice by itself; threads it starts inherit that.
void stepBack()
{
#ifdef __linux__
    constexpr int kNicer = 2; // a little: what is painted for the window is a job, too
    thread_local const int done =
        ::setpriority(PRIO_PROCESS, 0, ::getpriority(PRIO_PROCESS, static_cast<id_t>(::getpid())) + kNicer);
    static_cast<void>(done); // where it is refused the work is done all the same
#endif
}

} // namespace

Jobs::Jobs(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(std::max(2, QThread::idealThreadCount()));
    m_pool.setThreadPriority(QThread::LowPriority);
}

Jobs::~Jobs() { stopAll(); }

void Jobs::stopAll()
{
    for (std::stop_source& stop : m_stops)
        stop.request_stop();
    m_pool.waitForDone();
}

JobHandle Jobs::makeHandle()
{
    JobHandle handle;
    handle.m_stop = std::stop_source();
    handle.m_running = std::make_shared<bool>(true);
    m_stops.push_back(handle.m_stop);
    if (m_active++ == 0)
        Q_EMIT busyChanged(true);
    return handle;
}

std::function<void(double)> Jobs::relay(const QPointer<QObject>& guard, const std::stop_source& stop,
                                        std::function<void(double)> onProgress)
{
    if (!onProgress)
        return {};
    return [this, guard, stop, onProgress = std::move(onProgress)](double share) {
        toUiThread([guard, stop, onProgress, share] {
            if (guard && !stop.stop_requested())
                onProgress(share);
        });
    };
}

void Jobs::start(std::function<void()> work)
{
    m_pool.start([work = std::move(work)] {
        stepBack();
        work();
    });
}

void Jobs::toUiThread(std::function<void()> call)
{
    QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
}

void Jobs::ended(const std::stop_source& stop)
{
    const auto found = std::find(m_stops.begin(), m_stops.end(), stop);
    if (found != m_stops.end())
        m_stops.erase(found);
    if (--m_active == 0)
        Q_EMIT busyChanged(false);
}

unsigned Jobs::threadsPerJob() const { return static_cast<unsigned>(std::clamp(QThread::idealThreadCount(), 1, 8)); }

} // namespace weavemap::ui
