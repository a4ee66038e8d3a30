// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QImage>
#include <QPointF>

#include "core/base/RunContext.h"
#include "ui/paint/MapGround.h"

namespace weavemap::ui {

/// Whether somebody stands where hulls and fog are drawn.
bool isOnGround(const MapPerson& person);

/// Some cells of a grid: columns [left, right), rows [top, bottom).
struct GroundCells
{
    int left = 0, top = 0, right = 0, bottom = 0;

    bool meets(const GroundCells& other) const
    {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
};

/// The fields that hulls and fog are cut from: a smooth one over each group, over all people and over those not heard
/// from, and at each point the strongest two groups and the fog's strength.
class GroundFields
{
public:
    /// Empty fields around the people of `input` who are on the ground, or around `atLeast` (map units) as well.
    GroundFields(const MapInput& input, double unit, const QRectF& atLeast = {});

    bool isEmpty() const { return m_cells == 0; }
    /// Adds everybody on the ground of whom `who` is true, and works out the rest. False where cancelled.
    bool addPeople(const MapInput& input, const std::vector<bool>& who, const RunContext& run);
    /// Adds one person of `input` to their group and to the fog; `derive` follows.
    void add(const MapInput& input, const MapPerson& person);
    /// Takes the fields of `other`, of the same grid, over within these cells.
    void restore(const GroundFields& other, const GroundCells& cells);
    /// Works out the strongest groups and the fog again within these cells.
    void derive(const GroundCells& cells);

    /// Whether all that somebody at a place adds to lies within the grid.
    bool holds(QPointF at) const;
    /// The cells that somebody at a place adds to.
    GroundCells around(QPointF at) const;
    GroundCells all() const { return {0, 0, m_grid.columns, m_grid.rows}; }
    /// The cells in which the hull of these people lies.
    GroundCells partOf(const std::vector<QPointF>& members) const;
    /// The hull of a group; its path is empty where it has none. `withFields`: with what vector files cut the fog from.
    MapGround::Hull hullOf(std::size_t group, const std::vector<QPointF>& members, bool withFields) const;
    /// The strength of the fog as an image, for all hulls; and these cells of it again.
    QImage strengthImage() const;
    void refresh(QImage& image, const GroundCells& cells) const;

private:
    std::size_t indexOf(int column, int row) const
    {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_grid.columns) +
               static_cast<std::size_t>(column);
    }
    /// The field that somebody's group adds to; null where they are in none.
    std::vector<float>* fieldOf(const MapPerson& person);
    void deriveGroups(const GroundCells& cells);
    void deriveFog(const GroundCells& cells);

    FieldGrid m_grid; ///< without values
    double m_unit = 1, m_radius = 1, m_fogRadius = 1;
    std::size_t m_cells = 0;
    std::vector<std::size_t> m_fields;        ///< of each group, into `m_groups`
    std::vector<std::vector<float>> m_groups; ///< a field for each that has an area, one for all others
    std::vector<float> m_rows;                ///< where no hull may come
    std::vector<float> m_all, m_unheard, m_first, m_second, m_strength;
};

/// Where no hull may come: people in the rows, and the captions over them.
std::vector<QPointF> rowPoints(const MapInput& input, double unit);
/// Where the people of each group stand who are on the ground.
std::vector<std::vector<QPointF>> groundMembers(const MapInput& input);

} // namespace weavemap::ui
