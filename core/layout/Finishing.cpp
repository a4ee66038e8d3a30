// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/Finishing.h"

#include <algorithm>
#include <utility>

#include "core/layout/Pins.h"

namespace weavemap::layout {

namespace {

constexpr double kBetweenPieces = 70.0;

} // namespace

Finishing::Finishing(const Request& request, const PieceSorts& sorts, std::vector<Point> at)
    : m_request(request), m_sorts(sorts), m_at(std::move(at)), m_isSet(m_at.size(), 0),
      m_packing(request.aspect(), kBetweenPieces)
{}

std::vector<Disc> Finishing::discsOf(const std::vector<std::uint32_t>& people) const
{
    std::vector<Disc> discs;
    discs.reserve(people.size());
    for (const std::uint32_t v : people)
        discs.push_back(m_request.discOf(v, m_at[v]));
    return discs;
}

void Finishing::take(const std::vector<std::uint32_t>& people)
{
    for (const std::uint32_t v : people)
        m_isSet[v] = 1;
    if (std::any_of(people.begin(), people.end(), [&](auto v) { return m_request.hold(v) == Hold::pinned; }))
        m_packing.occupy(discsOf(people));
    else
        m_unpacked.push_back(people);
}

Result<Placement> Finishing::end(Team& team, const RunContext& context, const FrameCallback& onFrame)
{
    for (const std::vector<std::uint32_t>& people : m_unpacked) {
        const Point move = m_packing.place(discsOf(people));
        for (const std::uint32_t v : people)
            m_at[v] = {m_at[v].x + move.x, m_at[v].y + move.y};
    }
    if (m_request.holdsAny(Hold::pinned)) {
        standAtPins(m_request, m_sorts, team, m_at, m_isSet);
        if (partAll(m_request, context, m_isSet, m_at) == Outcome::cancelled)
            return fail(ErrorCode::cancelled);
    }
    placeRows(m_request, m_sorts, team, m_at, m_isSet);
    if (context.cancelled())
        return fail(ErrorCode::cancelled);
    const std::vector<double> radii(m_request.radii().begin(), m_request.radii().end());
    Placement placement = describe(m_request.graph(), std::move(m_at), radii);
    if (onFrame)
        onFrame(placement.at);
    context.progress(1.0);
    return placement;
}

} // namespace weavemap::layout
