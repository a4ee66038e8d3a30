// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/Jobs.h"

#include <algorithm>

#include <QThread>

namespace weavemap::ui {

Jobs::Jobs(QObject* parent) : QObject(parent) { m_pool.setMaxThreadCount(std::max(2, QThread::idealThreadCount())); }

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

void Jobs::start(std::function<void()> work) { m_pool.start(std::move(work)); }

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
