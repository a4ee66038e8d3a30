// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace weavemap::ui {

/// Steps from the nearest of `centres` (indices of people) to everybody, along those `ties` (with ends `a` and `b`)
/// that `counts`; -1: more than `most`. O(most * ties).
template <class Ties, class Counts>
std::vector<int> stepsFrom(std::size_t people, const Ties& ties, const std::vector<std::uint32_t>& centres, int most,
                           const Counts& counts)
{
    std::vector<int> steps(people, -1);
    for (const std::uint32_t centre : centres)
        if (centre < people)
            steps[centre] = 0;
    for (int step = 1; step <= most; ++step)
        for (const auto& tie : ties) {
            if (!counts(tie))
                continue;
            if (steps[tie.a] == step - 1 && steps[tie.b] < 0)
                steps[tie.b] = step;
            else if (steps[tie.b] == step - 1 && steps[tie.a] < 0)
                steps[tie.a] = step;
        }
    return steps;
}

} // namespace weavemap::ui
