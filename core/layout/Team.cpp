// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/Team.h"

#include <algorithm>
#include <system_error>

namespace weavemap::layout {

namespace {
constexpr unsigned kMostThreads = 16;
}

Team::Team(unsigned threads)
{
    const unsigned extra = std::min(threads, kMostThreads) - std::min(threads, 1U);
    m_threads.reserve(extra);
    try {
        for (unsigned i = 0; i < extra; ++i)
            m_threads.emplace_back([this] { workLoop(); });
    } catch (const std::system_error&) {
        // The system gives no more threads; those there are do the work.
    }
}

Team::~Team()
{
    m_stop.store(true);
    m_round.fetch_add(1);
    m_round.notify_all();
    for (std::thread& thread : m_threads)
        thread.join();
}

void Team::run(std::size_t count, std::size_t chunk, const Work& work)
{
    m_count = count;
    m_chunk = std::max<std::size_t>(chunk, 1);
    if (m_threads.empty() || count <= m_chunk) {
        for (std::size_t begin = 0; begin < count; begin += m_chunk)
            work(begin, std::min(begin + m_chunk, count));
        return;
    }
    m_work = &work;
    m_next.store(0);
    m_busy.store(static_cast<std::uint32_t>(m_threads.size()));
    m_round.fetch_add(1);
    m_round.notify_all();
    takeChunks();
    for (std::uint32_t busy = m_busy.load(); busy != 0; busy = m_busy.load())
        m_busy.wait(busy);
}

void Team::takeChunks()
{
    for (;;) {
        const std::size_t begin = m_next.fetch_add(m_chunk);
        if (begin >= m_count)
            return;
        (*m_work)(begin, std::min(begin + m_chunk, m_count));
    }
}

void Team::workLoop()
{
    std::uint32_t seen = 0;
    for (;;) {
        m_round.wait(seen);
        seen = m_round.load();
        if (m_stop.load())
            return;
        takeChunks();
        if (m_busy.fetch_sub(1) == 1)
            m_busy.notify_all();
    }
}

} // namespace weavemap::layout
