// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/ColumnFit.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace weavemap::ui {

namespace {

/// Deals `amount` out in proportion to `shares`, none getting more than its share; exact, without rounding loss.
std::vector<int> deal(int amount, const std::vector<int>& shares)
{
    std::vector<int> dealt(shares.size(), 0);
    int left = std::accumulate(shares.begin(), shares.end(), 0);
    amount = std::min(amount, left);
    for (std::size_t at = 0; at < shares.size() && left > 0; ++at) {
        dealt[at] = static_cast<int>(static_cast<long long>(amount) * shares[at] / left);
        amount -= dealt[at];
        left -= shares[at];
    }
    return dealt;
}

} // namespace

std::vector<int> fitColumns(const std::vector<ColumnWish>& wishes, int room)
{
    std::vector<int> widths, give, take;
    for (const ColumnWish& wish : wishes) {
        widths.push_back(wish.wanted);
        give.push_back(std::max(0, wish.wanted - wish.least));
        take.push_back(std::max(0, wish.roomy - wish.wanted));
    }
    if (widths.empty())
        return widths;
    const int over = room - std::accumulate(widths.begin(), widths.end(), 0);
    const auto change = over < 0 ? deal(-over, give) : deal(over, take);
    for (std::size_t at = 0; at < widths.size(); ++at)
        widths[at] += over < 0 ? -change[at] : change[at];
    widths.back() += std::max(0, room - std::accumulate(widths.begin(), widths.end(), 0));
    return widths;
}

} // namespace weavemap::ui
