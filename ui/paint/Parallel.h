// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <system_error>
#include <thread>
#include <vector>

#include "core/base/RunContext.h"

namespace weavemap::ui {

/// Calls `work(0)` to `work(count - 1)`, each once, on as many threads as `run` allows, and waits for all. Parts share
/// nothing that they write, so the result is the same on any number of threads.
template <class Work>
void inParallel(int count, const RunContext& run, const Work& work)
{
    const int threads = std::min(count, static_cast<int>(run.threads()));
    std::atomic<int> next = 0;
    const auto turns = [&] {
        for (int part = next++; part < count; part = next++)
            work(part);
    };
    std::vector<std::jthread> others;
    others.reserve(static_cast<std::size_t>(std::max(threads, 1)));
    try {
        for (int i = 1; i < threads; ++i)
            others.emplace_back(turns);
    } catch (const std::system_error&) {
        // The system gives no more threads; those there are do the work.
    }
    turns();
}

/// Bands of rows that an image of `height` is drawn in: two a thread, since some rows hold more than others.
inline int bandCount(int height, const RunContext& run)
{
    const int threads = static_cast<int>(std::min(run.threads(), 16U));
    return std::clamp(threads > 1 ? 2 * threads : 1, 1, std::clamp(height, 1, 32));
}

} // namespace weavemap::ui
