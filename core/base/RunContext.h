// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <utility>

namespace weavemap {

/// What long work is handed: whether to stop, whom to tell how far it is, how many threads it may use. A value that is
/// cheap to copy; `cancelled` may be asked from any thread, `progress` is called from the thread that runs the work
/// only. Work polls at least every few milliseconds; it reports
/// at least ten times a second, and not much oftener than that or 100 times in all.
class RunContext
{
public:
    /// Never cancelled, nobody told, one thread.
    RunContext() = default;
    explicit RunContext(std::stop_token stop, std::function<void(double)> onProgress = {}, unsigned threads = 1)
        : m_stop(std::move(stop)), m_onProgress(std::move(onProgress)), m_threads(threads == 0 ? 1 : threads)
    {}

    bool cancelled() const
    {
        if (m_polls != nullptr)
            m_polls->fetch_add(1, std::memory_order_relaxed);
        return m_stop.stop_requested();
    }
    /// `done` in [0, 1].
    void progress(double done) const
    {
        if (m_onProgress)
            m_onProgress(done);
    }
    unsigned threads() const { return m_threads; }
    const std::stop_token& stopToken() const { return m_stop; }
    RunContext withThreads(unsigned threads) const
    {
        RunContext copy(*this);
        copy.m_threads = threads == 0 ? 1 : threads;
        return copy;
    }
    RunContext withProgress(std::function<void(double)> onProgress) const
    {
        RunContext copy(*this);
        copy.m_onProgress = std::move(onProgress);
        return copy;
    }
    /// The same with every poll counted, for tests of how often work polls. The counter must outlive the copies.
    RunContext countingPolls(std::atomic<std::uint64_t>& polls) const
    {
        RunContext copy(*this);
        copy.m_polls = &polls;
        return copy;
    }

private:
    std::stop_token m_stop;
    std::function<void(double)> m_onProgress;
    unsigned m_threads = 1;
    std::atomic<std::uint64_t>* m_polls = nullptr;
};

} // namespace weavemap
