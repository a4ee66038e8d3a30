// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/base/RunContext.h"

namespace weavemap::sna {

/// Lets a report through when a hundredth more is done, or a while after the last one: a short run reports at most 100
/// times, a long one at least ten times a second.
class ProgressGate
{
public:
    bool opens(double share)
    {
        const auto now = Clock::now();
        if (share - m_share < 0.0102 && (share <= m_share || now - m_at < kWhile))
            return false;
        m_share = share;
        m_at = now;
        return true;
    }
    static constexpr std::chrono::milliseconds kWhile{50};

private:
    using Clock = std::chrono::steady_clock;
    double m_share = 0.0;
    Clock::time_point m_at = Clock::now();
};

/// How far the chunks of one run are. `add` from any thread, `tell` from the one that the run was started on.
class ChunkProgress
{
public:
    static constexpr std::uint64_t kUnits = std::uint64_t{1} << 20; ///< in a chunk

    ChunkProgress(const RunContext& context, std::size_t chunks) : m_context(context), m_all(chunks * kUnits) {}
    void add(std::uint64_t units) { m_done.fetch_add(units, std::memory_order_relaxed); }
    void tell()
    {
        const double share = static_cast<double>(m_done.load(std::memory_order_relaxed)) / static_cast<double>(m_all);
        if (m_gate.opens(share))
            m_context.progress(share);
    }

private:
    const RunContext& m_context;
    std::uint64_t m_all;
    std::atomic<std::uint64_t> m_done{0};
    ProgressGate m_gate;
};

/// What the work on one chunk knows about its run.
class ChunkRun
{
public:
    ChunkRun(const RunContext& context, ChunkProgress& progress, unsigned worker)
        : m_context(context), m_progress(progress), m_worker(worker)
    {}

    bool cancelled() const { return m_context.cancelled(); }
    /// Which of the run's threads this is, from 0: its room to work in can be kept from chunk to chunk.
    unsigned worker() const { return m_worker; }
    /// `share` of the chunk, in [0, 1], is done. Worth a call every few milliseconds.
    void reached(double share)
    {
        const auto units = std::min(static_cast<std::uint64_t>(share * ChunkProgress::kUnits), ChunkProgress::kUnits);
        if (units > m_sent)
            m_progress.add(units - std::exchange(m_sent, units));
        if (m_worker == 0)
            m_progress.tell();
    }

private:
    const RunContext& m_context;
    ChunkProgress& m_progress;
    unsigned m_worker;
    std::uint64_t m_sent = 0;
};

/// Calls `work(chunk)` or `work(chunk, ChunkRun&)` once for every chunk in [0, chunks), on up to `context.threads()`
/// threads, the calling one among them; `work` returns whether to go on. What a chunk is must not depend on the number
/// of threads: then results that are put together in chunk order are the same bits at any number. Chunks are begun in
/// order. Returns false where the run was cancelled. Progress is told from the calling thread; where the work has ways
/// of its own to tell, `meanwhile` is called every 50 ms while the calling thread waits for the others.
template <class Work>
bool forEachChunk(const RunContext& context, std::size_t chunks, const Work& work,
                  const std::function<void()>& meanwhile = {})
{
    std::atomic<std::size_t> next{0};
    std::atomic<bool> goOn{true};
    ChunkProgress progress(context, chunks);
    const auto run = [&](unsigned worker) {
        while (goOn.load(std::memory_order_relaxed)) {
            const std::size_t chunk = next.fetch_add(1);
            if (chunk >= chunks)
                return;
            ChunkRun here(context, progress, worker);
            bool finished = !context.cancelled();
            if constexpr (std::is_invocable_v<Work, std::size_t, ChunkRun&>)
                finished = finished && work(chunk, here);
            else
                finished = finished && work(chunk);
            if (!finished) {
                goOn = false;
                return;
            }
            here.reached(1.0);
        }
    };
    std::mutex mutex;
    std::condition_variable ended;
    std::vector<std::jthread> helpers;
    const auto threads = static_cast<unsigned>(std::min<std::size_t>(context.threads(), chunks));
    unsigned working = threads > 0 ? threads - 1 : 0;
    for (unsigned i = 1; i < threads; ++i)
        helpers.emplace_back([&, i] {
            run(i);
            const std::scoped_lock lock(mutex);
            --working;
            ended.notify_one();
        });
    run(0);
    // Whoever is first to find nothing left goes on telling.
    std::unique_lock lock(mutex);
    while (!ended.wait_for(lock, ProgressGate::kWhile, [&] { return working == 0; })) {
        lock.unlock();
        progress.tell();
        if (meanwhile)
            meanwhile();
        lock.lock();
    }
    return goOn;
}

/// Takes the results of chunks as they come and hands them on in chunk order: sums that are put together so are the
/// same bits at any number of threads, and only results that are out of turn take memory.
template <class Part>
class InOrder
{
public:
    template <class Merge>
    void put(std::size_t chunk, Part part, const Merge& merge)
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting.emplace(chunk, std::move(part));
        for (auto it = m_waiting.begin(); it != m_waiting.end() && it->first == m_next; it = m_waiting.erase(it)) {
            merge(it->second);
            ++m_next;
        }
    }

private:
    std::mutex m_mutex;
    std::size_t m_next = 0;
    std::map<std::size_t, Part> m_waiting;
};

} // namespace weavemap::sna
