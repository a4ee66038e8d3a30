// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/Contours.h"

#include <array>
#include <cstdint>

namespace weavemap::ui {

namespace {

/// Walks one field at one level; edges of the grid are numbered, horizontal ones even, vertical ones odd.
class ContourWalk
{
public:
    ContourWalk(const FieldGrid& field, float level)
        : m_field(field), m_level(level),
          m_next(2U * static_cast<std::size_t>(field.columns) * static_cast<std::size_t>(field.rows), kNone)
    {}

    std::vector<Loop> loops()
    {
        for (int row = 0; row + 1 < m_field.rows; ++row)
            for (int column = 0; column + 1 < m_field.columns; ++column)
                addCell(column, row);
        std::vector<Loop> found;
        for (std::size_t start = 0; start < m_next.size(); ++start) {
            if (m_next[start] == kNone)
                continue;
            Loop loop;
            std::size_t edge = start;
            while (m_next[edge] != kNone) {
                loop.push_back(pointOn(edge));
                const std::size_t after = m_next[edge];
                m_next[edge] = kNone;
                edge = after;
            }
            if (edge == start && loop.size() >= 3)
                found.push_back(std::move(loop));
        }
        return found;
    }

private:
    static constexpr std::uint32_t kNone = UINT32_MAX;

    std::uint32_t horizontal(int column, int row) const
    {
        return 2U * static_cast<std::uint32_t>(row * m_field.columns + column);
    }
    std::uint32_t vertical(int column, int row) const { return horizontal(column, row) + 1U; }

    /// Crossing of an edge, between its two grid points.
    QPointF pointOn(std::size_t edge) const
    {
        const int index = static_cast<int>(edge / 2);
        const int column = index % m_field.columns;
        const int row = index / m_field.columns;
        const bool isVertical = edge % 2 == 1;
        const double a = static_cast<double>(m_field.at(column, row));
        const double b = static_cast<double>(isVertical ? m_field.at(column, row + 1) : m_field.at(column + 1, row));
        const double t = a == b ? 0.5 : (static_cast<double>(m_level) - a) / (b - a);
        const QPointF step = isVertical ? QPointF(0, t) : QPointF(t, 0);
        return m_field.origin + (QPointF(column, row) + step) * m_field.cell;
    }

    void link(std::uint32_t from, std::uint32_t to) { m_next[from] = to; }

    /// Links the crossings of one cell so that higher values always lie on the same hand.
    void addCell(int column, int row)
    {
        const float a = m_field.at(column, row), b = m_field.at(column + 1, row);
        const float c = m_field.at(column + 1, row + 1), d = m_field.at(column, row + 1);
        const unsigned kind =
            (a > m_level ? 1U : 0U) | (b > m_level ? 2U : 0U) | (c > m_level ? 4U : 0U) | (d > m_level ? 8U : 0U);
        if (kind == 0 || kind == 15)
            return;
        const std::uint32_t top = horizontal(column, row), bottom = horizontal(column, row + 1);
        const std::uint32_t left = vertical(column, row), right = vertical(column + 1, row);
        const bool isHighInside = (a + b + c + d) / 4 > m_level;
        switch (kind) {
        case 1:
            link(left, top);
            break;
        case 2:
            link(top, right);
            break;
        case 3:
            link(left, right);
            break;
        case 4:
            link(right, bottom);
            break;
        case 6:
            link(top, bottom);
            break;
        case 7:
            link(left, bottom);
            break;
        case 8:
            link(bottom, left);
            break;
        case 9:
            link(bottom, top);
            break;
        case 11:
            link(bottom, right);
            break;
        case 12:
            link(right, left);
            break;
        case 13:
            link(right, top);
            break;
        case 14:
            link(top, left);
            break;
        case 5:
            link(left, isHighInside ? bottom : top);
            link(right, isHighInside ? top : bottom);
            break;
        case 10:
            link(top, isHighInside ? left : right);
            link(bottom, isHighInside ? right : left);
            break;
        default:
            break;
        }
    }

    const FieldGrid& m_field;
    float m_level;
    std::vector<std::uint32_t> m_next;
};

} // namespace

std::vector<Loop> contoursOf(const FieldGrid& field, float level)
{
    if (field.columns < 2 || field.rows < 2)
        return {};
    return ContourWalk(field, level).loops();
}

double loopArea(const Loop& loop)
{
    double twice = 0;
    for (std::size_t i = 0, j = loop.size() - 1; i < loop.size(); j = i++)
        twice += loop[i].x() * loop[j].y() - loop[j].x() * loop[i].y();
    return twice / 2;
}

bool isInside(const Loop& loop, QPointF point)
{
    bool inside = false;
    for (std::size_t i = 0, j = loop.size() - 1; i < loop.size(); j = i++) {
        const QPointF a = loop[i], b = loop[j];
        if ((a.y() > point.y()) != (b.y() > point.y()) &&
            point.x() < (b.x() - a.x()) * (point.y() - a.y()) / (b.y() - a.y()) + a.x())
            inside = !inside;
    }
    return inside;
}

void addSmoothLoop(QPainterPath& path, const Loop& loop)
{
    if (loop.size() < 3)
        return;
    path.moveTo((loop.back() + loop.front()) / 2);
    for (std::size_t i = 0; i < loop.size(); ++i)
        path.quadTo(loop[i], (loop[i] + loop[(i + 1) % loop.size()]) / 2);
    path.closeSubpath();
}

} // namespace weavemap::ui
