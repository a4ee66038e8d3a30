// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/layout/ForceLayout.h"
#include "core/layout/Layout.h"
#include "core/layout/Packing.h"
#include "core/layout/Request.h"
#include "core/layout/Rows.h"
#include "core/layout/Team.h"

namespace weavemap::layout {

/// A whole layout while its large pieces come to stand, and how it ends: the same for every style. `request` and
/// `sorts` outlive it.
class Finishing
{
public:
    /// `at`: places so far; those of people who were not taken yet do not matter.
    Finishing(const Request& request, const PieceSorts& sorts, std::vector<Point> at);

    std::vector<Point>& at() { return m_at; }

    /// People who stand together, as `at` has them. A piece that holds a pin stays where it is.
    void take(const std::vector<std::uint32_t>& people);

    /// Packs the pieces without a pin beside the others, brings small pieces and people without ties to their pins or
    /// into rows, and describes all of it. Errors: cancelled.
    Result<Placement> end(Team& team, const RunContext& context, const FrameCallback& onFrame);

private:
    std::vector<Disc> discsOf(const std::vector<std::uint32_t>& people) const;

    const Request& m_request;
    const PieceSorts& m_sorts;
    std::vector<Point> m_at;
    std::vector<char> m_isSet;
    Packing m_packing;
    std::vector<std::vector<std::uint32_t>> m_unpacked;
};

} // namespace weavemap::layout
