// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include <QImage>
#include <QPainterPath>
#include <QRectF>

#include "core/base/RunContext.h"
#include "ui/paint/Contours.h"
#include "ui/paint/MapInput.h"

namespace weavemap::ui {

/// Nested outlines of the fog in a vector file.
inline constexpr int kFogSteps = 6;

/// Hulls and fog in map units: what does not change while somebody pans, zooms or chooses.
struct MapGround
{
    struct Hull
    {
        int group = -1;
        QPainterPath path;
        FieldGrid inside; ///< above 0 within the hull
        FieldGrid fog;    ///< strength of the fog at the same points, 0 to 1
        QImage strength;  ///< Format_Grayscale8: strength of the fog at the points of the whole ground
        QRectF target;    ///< where the image lies
        bool hasFog = false;
    };
    std::uint64_t key = 0;   ///< of all that the ground rests on
    std::vector<Hull> hulls; ///< at most one a group, in the order of the groups
};

/// What `(i + 0.5) / kFogSteps` of the fog's strength is.
constexpr float fogLevel(int step) { return (static_cast<float>(step) + 0.5F) / kFogSteps; }

/// Where the fog of a hull passes (i + 0.5) / kFogSteps of its strength: only vector files ask for it. O(field).
std::array<QPainterPath, kFogSteps> fogOutlines(const MapGround::Hull& hull);

/// A hash of positions, groups, who was heard from, and `unit`.
std::uint64_t groundKey(const MapInput& input, double unit);

/// The outline of a smooth field over each group (gaussian 30 px, level 0.33, minus 0.55 of the strongest other group),
/// one closed path per piece of four or more, and the fog over it. nullptr where cancelled.
std::shared_ptr<const MapGround> makeGround(const MapInput& input, double unit, const RunContext& run);

} // namespace weavemap::ui
