// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/Thinning.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace weavemap::layout {

namespace {

constexpr float kFill = 0.7F; ///< of an area that discs may fill: as much as discs thrown in at random can
constexpr float kPi = 3.14159265F;
constexpr std::size_t kFew = 6; ///< people who are not halved any more
constexpr float kThinnest = 1e-6F;
constexpr float kMostStretched = 4.0F; ///< sides of a box made larger
constexpr float kFineness = 1024.0F;   ///< areas are summed as whole numbers, so that their order does not matter

struct Box
{
    float left, top, right, bottom;
    float width() const { return right - left; }
    float height() const { return bottom - top; }
};

class Thinning
{
public:
    Thinning(std::span<const float> radii, Positions& at) : m_at(at)
    {
        for (std::uint32_t v = 0; v < at.size(); ++v) {
            m_people.push_back(v);
            m_areas.push_back(static_cast<std::uint64_t>(kFineness * radii[v] * radii[v]));
        }
    }

    /// The area that these people need.
    float areaOf(std::size_t begin, std::size_t end) const
    {
        std::uint64_t sum = 0;
        for (std::size_t i = begin; i < end; ++i)
            sum += m_areas[m_people[i]];
        return kPi / (kFill * kFineness) * static_cast<float>(sum);
    }

    /// Moves the people of [begin, end) from one box to the other.
    void move(std::size_t begin, std::size_t end, const Box& from, const Box& to)
    {
        if (end - begin <= kFew) {
            const float stretchX = to.width() / std::max(from.width(), kThinnest);
            const float stretchY = to.height() / std::max(from.height(), kThinnest);
            for (std::size_t i = begin; i < end; ++i) {
                const std::uint32_t v = m_people[i];
                m_at.x[v] = to.left + (m_at.x[v] - from.left) * stretchX;
                m_at.y[v] = to.top + (m_at.y[v] - from.top) * stretchY;
            }
            return;
        }
        const bool sideways = to.width() >= to.height();
        const std::size_t middle = begin + (end - begin) / 2;
        const float cut = halve(begin, middle, end, sideways ? m_at.x : m_at.y);
        const float fromStart = sideways ? from.left : from.top, fromEnd = sideways ? from.right : from.bottom;
        const float start = sideways ? to.left : to.top, stop = sideways ? to.right : to.bottom;
        const float across = std::max(sideways ? to.height() : to.width(), kThinnest);
        const float first = areaOf(begin, middle) / across, second = areaOf(middle, end) / across;
        float line = start + (cut - fromStart) * (stop - start) / std::max(fromEnd - fromStart, kThinnest);
        line = first + second < stop - start ? std::clamp(line, start + first, stop - second)
                                             : start + (stop - start) * first / std::max(first + second, kThinnest);
        Box fromFirst = from, fromSecond = from, toFirst = to, toSecond = to;
        (sideways ? fromFirst.right : fromFirst.bottom) = cut;
        (sideways ? fromSecond.left : fromSecond.top) = cut;
        (sideways ? toFirst.right : toFirst.bottom) = line;
        (sideways ? toSecond.left : toSecond.top) = line;
        move(begin, middle, fromFirst, toFirst);
        move(middle, end, fromSecond, toSecond);
    }

private:
    /// Puts the lower half first; returns a place between the halves.
    float halve(std::size_t begin, std::size_t middle, std::size_t end, const std::vector<float>& along)
    {
        const auto at = [this](std::size_t i) { return m_people.begin() + static_cast<std::ptrdiff_t>(i); };
        const auto before = [&](std::uint32_t a, std::uint32_t b) {
            return along[a] != along[b] ? along[a] < along[b] : a < b;
        };
        std::nth_element(at(begin), at(middle), at(end), before);
        const std::uint32_t last = *std::max_element(at(begin), at(middle), before);
        return 0.5F * (along[last] + along[m_people[middle]]);
    }

    Positions& m_at;
    std::vector<std::uint32_t> m_people;
    std::vector<std::uint64_t> m_areas;
};

/// A box with the same middle and at least this area.
Box grown(const Box& box, float area)
{
    if (box.width() * box.height() >= area)
        return box;
    const float longer = std::max(box.width(), box.height());
    float width = std::max(box.width(), longer / kMostStretched),
          height = std::max(box.height(), longer / kMostStretched);
    if (longer <= 0.0F)
        width = height = 1.0F;
    const float factor = std::max(1.0F, std::sqrt(area / (width * height)));
    const float x = 0.5F * (box.left + box.right), y = 0.5F * (box.top + box.bottom);
    width *= 0.5F * factor;
    height *= 0.5F * factor;
    return {x - width, y - height, x + width, y + height};
}

} // namespace

void thinOut(std::span<const float> radii, ThinWithin within, Positions& at)
{
    if (at.size() < 2)
        return;
    const auto [left, right] = std::minmax_element(at.x.begin(), at.x.end());
    const auto [top, bottom] = std::minmax_element(at.y.begin(), at.y.end());
    const Box box{*left, *top, *right, *bottom};
    Thinning thinning(radii, at);
    const Box room = within == ThinWithin::anyBox ? grown(box, thinning.areaOf(0, at.size())) : box;
    thinning.move(0, at.size(), box, room);
}

} // namespace weavemap::layout
