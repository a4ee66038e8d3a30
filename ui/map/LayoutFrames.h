// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "core/actions/MapData.h"
#include "core/base/RunContext.h"

namespace weavemap::ui {

/// Where a layout under way lays down who is where so far, and the window takes the newest of it: nothing before 400
/// ms, then at most one every 150 ms. Any thread.
class LayoutFrames
{
public:
    struct Frame
    {
        std::vector<PersonId> people;
        std::vector<layout::Point> at;
    };
    using Clock = std::chrono::steady_clock;

    explicit LayoutFrames(Clock::duration wait = std::chrono::milliseconds(400),
                          Clock::duration between = std::chrono::milliseconds(150))
        : m_between(between), m_next(Clock::now() + wait)
    {}

    /// What a layout is handed; tells `run` of each frame that is laid down, so that the window comes to take it. Must
    /// not outlive either.
    actions::PlacesFrame into(const RunContext& run);
    /// The newest that was not taken yet.
    std::optional<Frame> take();

private:
    std::mutex m_mutex;
    Clock::duration m_between;
    Clock::time_point m_next;
    std::optional<Frame> m_newest;
};

} // namespace weavemap::ui
