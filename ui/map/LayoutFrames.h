// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "core/actions/MapData.h"
#include "core/base/RunContext.h"

namespace weavemap::ui {

/// Where a layout under way lays down who is where so far, and the window takes the newest of it: nothing before a
/// while, then at most one every 150 ms. Any thread.
class LayoutFrames
{
public:
    struct Frame
    {
        std::vector<PersonId> people;
        std::vector<layout::Point> at;
        std::shared_ptr<const actions::MapData> look; ///< where the layout was handed a `Look`
    };
    /// Makes a map of people at these places, for a window that shows nobody yet. Called once, by the layout's thread.
    using Look = std::function<std::shared_ptr<const actions::MapData>(std::span<const PersonId>,
                                                                       std::span<const layout::Point>)>;
    using Clock = std::chrono::steady_clock;

    explicit LayoutFrames(Clock::duration wait = std::chrono::milliseconds(400),
                          Clock::duration between = std::chrono::milliseconds(150))
        : m_between(between), m_next(Clock::now() + wait)
    {}

    /// What a layout is handed; tells `run` of each frame that is laid down, so that the window comes to take it. Must
    /// not outlive either.
    actions::PlacesFrame into(const RunContext& run, Look look = {});
    /// The newest that was not taken yet.
    std::optional<Frame> take();

private:
    std::mutex m_mutex;
    Clock::duration m_between;
    Clock::time_point m_next;
    std::optional<Frame> m_newest;
    std::shared_ptr<const actions::MapData> m_look; ///< of the layout's thread
};

} // namespace weavemap::ui
