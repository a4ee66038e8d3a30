// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include <QImage>

#include "core/base/RunContext.h"
#include "ui/paint/GroundFields.h"

namespace weavemap::ui {

/// Hulls and fog while a hand moves somebody: the fields of all others are kept, and only what lies around the moved is
/// worked out again. What comes out differs from `makeGround` by rounding, and by the grid, which stays that of where
/// the hand began; it has key 0, so that nobody keeps it for the real one, and none of the fields that vector files are
/// cut from.
class LiveGround
{
public:
    /// The ground of `input`, in which `chosen` people are elsewhere than in the call before; the first call, and one
    /// with others chosen or beyond the fields' room, takes as long as `makeGround`, as does somebody in the rows. Null
    /// where cancelled.
    std::shared_ptr<const MapGround> follow(const MapInput& input, const std::vector<std::uint32_t>& chosen,
                                            double unit, const RunContext& run);
    void forget() { *this = LiveGround(); }

private:
    bool begin(const MapInput& input, const std::vector<std::uint32_t>& chosen, double unit, const RunContext& run);

    double m_unit = 0;
    std::vector<std::uint32_t> m_chosen;
    std::vector<QPointF> m_at; ///< where the chosen stood last; empty before the first time
    std::unique_ptr<GroundFields> m_others, m_now;
    std::vector<MapGround::Hull> m_hulls; ///< by group
    std::vector<GroundCells> m_parts;     ///< where each lies
    QImage m_strength;
};

} // namespace weavemap::ui
