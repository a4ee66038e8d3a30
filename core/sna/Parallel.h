// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

#include "core/base/RunContext.h"

namespace weavemap::sna {

/// Calls `work(chunk)` once for every chunk in [0, chunks), on up to `context.threads()` threads, the calling one among
/// them; `work` returns whether to go on. What a chunk is must not depend on the number of threads: then results that
/// are put together in chunk order are the same bits at any number. Returns false where the run was cancelled.
/// Progress is told from the calling thread.
template <class Work>
bool forEachChunk(const RunContext& context, std::size_t chunks, const Work& work)
{
    std::atomic<std::size_t> next{0};
    std::atomic<std::size_t> done{0};
    std::atomic<bool> goOn{true};
    const auto run = [&](bool tells) {
        double told = 0.0;
        while (goOn.load(std::memory_order_relaxed)) {
            const std::size_t chunk = next.fetch_add(1);
            if (chunk >= chunks)
                return;
            if (context.cancelled() || !work(chunk)) {
                goOn = false;
                return;
            }
            const double share = static_cast<double>(done.fetch_add(1) + 1) / static_cast<double>(chunks);
            if (tells && share - told >= 0.01) {
                told = share;
                context.progress(share);
            }
        }
    };
    {
        std::vector<std::jthread> helpers;
        const std::size_t threads = std::min<std::size_t>(context.threads(), chunks);
        for (std::size_t i = 1; i < threads; ++i)
            helpers.emplace_back([&run] { run(false); });
        run(true);
    }
    return goOn;
}

} // namespace weavemap::sna
