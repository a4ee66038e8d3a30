// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <stop_token>
#include <utility>

namespace weavemap {

/// What long work is handed: whether to stop, whom to tell how far it is, how many threads it may use. A value that is
/// cheap to copy; `cancelled` may be asked from any thread, `progress` is called from the thread that runs the work
/// only. Work polls at least every few milliseconds and reports at most 100 times.
class RunContext
{
public:
    /// Never cancelled, nobody told, one thread.
    RunContext() = default;
    explicit RunContext(std::stop_token stop, std::function<void(double)> onProgress = {}, unsigned threads = 1)
        : m_stop(std::move(stop)), m_onProgress(std::move(onProgress)), m_threads(threads == 0 ? 1 : threads)
    {}

    bool cancelled() const { return m_stop.stop_requested(); }
    /// `done` in [0, 1].
    void progress(double done) const
    {
        if (m_onProgress)
            m_onProgress(done);
    }
    unsigned threads() const { return m_threads; }
    const std::stop_token& stopToken() const { return m_stop; }
    RunContext withThreads(unsigned threads) const { return RunContext(m_stop, m_onProgress, threads); }

private:
    std::stop_token m_stop;
    std::function<void(double)> m_onProgress;
    unsigned m_threads = 1;
};

} // namespace weavemap
