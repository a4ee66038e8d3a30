// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <thread>
#include <vector>

namespace weavemap::layout {

/// A few threads that share out the chunks of a loop. Chunks are cut by their size alone, so that work which writes
/// only to places of its own chunk gives the same bits at any number of threads. One owner, one caller at a time.
class Team
{
public:
    explicit Team(unsigned threads);
    ~Team();
    Team(const Team&) = delete;
    Team& operator=(const Team&) = delete;

    using Work = std::function<void(std::size_t begin, std::size_t end)>;
    /// Calls `work` for each chunk of [0, count) and returns when all are done. `work` must not throw.
    void run(std::size_t count, std::size_t chunk, const Work& work);

private:
    void workLoop();
    void takeChunks();

    std::vector<std::thread> m_threads;
    const Work* m_work = nullptr;
    std::size_t m_count = 0;
    std::size_t m_chunk = 1;
    std::atomic<std::size_t> m_next{0};
    std::atomic<std::uint32_t> m_round{0};
    std::atomic<std::uint32_t> m_busy{0};
    std::atomic<bool> m_stop{false};
};

} // namespace weavemap::layout
