// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/demo/Story.h"

#include <algorithm>

namespace weavemap::actions::demo {

Random Story::random(std::uint64_t part) const
{
    std::uint64_t state = seed * 0x9E3779B97F4A7C15ULL + part;
    return Random(splitMix64(state));
}

std::size_t Wheel::draw(Random& random, std::size_t from, std::size_t to) const
{
    const double low = from == 0 ? 0.0 : m_sums[from - 1];
    const double at = low + random.unit() * (m_sums[to - 1] - low);
    const auto begin = m_sums.begin();
    const auto found =
        std::upper_bound(begin + static_cast<std::ptrdiff_t>(from), begin + static_cast<std::ptrdiff_t>(to) - 1, at);
    return static_cast<std::size_t>(found - begin);
}

} // namespace weavemap::actions::demo
