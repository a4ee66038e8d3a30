// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/LayoutFrames.h"

#include <utility>

namespace weavemap::ui {

actions::PlacesFrame LayoutFrames::into(const RunContext& run, Look look)
{
    return [this, &run, look = std::move(look)](std::span<const PersonId> people, std::span<const layout::Point> at) {
        const Clock::time_point now = Clock::now();
        if (now < m_next)
            return;
        if (look && !m_look)
            m_look = look(people, at);
        m_next = Clock::now() + m_between;
        {
            const std::lock_guard lock(m_mutex);
            m_newest = Frame{{people.begin(), people.end()}, {at.begin(), at.end()}, m_look};
        }
        run.progress(0.5);
    };
}

std::optional<LayoutFrames::Frame> LayoutFrames::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_newest, std::nullopt);
}

} // namespace weavemap::ui
