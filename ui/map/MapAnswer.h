// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/actions/MapData.h"
#include "core/actions/MapRings.h"
#include "core/actions/MapSizes.h"
#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/store/Workspace.h"
#include "ui/map/LayoutFrames.h"

namespace weavemap::ui {

/// A map as it was read and built in a job.
struct MapAnswer
{
    actions::MapQuestion question;
    std::uint64_t revision = 0;
    std::uint64_t network = 0; ///< `actions::networkKey`
    std::shared_ptr<const actions::MapSource> source;
    std::shared_ptr<const actions::MapData> data;
    actions::MapRings rings;
    std::shared_ptr<const actions::MapSizes> sizes; ///< of this very network; null where they are still to come
    std::vector<std::shared_ptr<const actions::MapSizes>> classed; ///< what colours and rings say
    bool areClassesOld = false;                                    ///< of an earlier network, some of them
};

/// What is asked, and what of an earlier answer can serve again.
struct MapAsking
{
    /// Which sizes come with the answer: those that cost no more than drawing, those of a small network too, or all.
    enum class Sizes { free, cheap, all };

    actions::MapQuestion question;
    std::shared_ptr<const actions::MapSizes> known; ///< the last that were complete; shown until the new are there
    std::vector<std::shared_ptr<const actions::MapSizes>> classed; ///< the last of colours and rings
    Sizes sizes = Sizes::free;
    actions::Precision precision = actions::Precision::exact;
    bool isFirst = false; ///< nobody is on the screen yet: the frames of a layout bring a map with them
};

/// Whether sizes are of this measure over this network, and as exact as asked for.
bool isOf(const actions::MapSizes& sizes, const std::string& measure, std::uint64_t network,
          actions::Precision precision);

/// Gives the people of a map their classes of these measures.
void applyClasses(actions::MapData& map, const std::vector<std::shared_ptr<const actions::MapSizes>>& classed);

/// Reads one moment of the file and builds the map; a layout under way lays down its frames, which change nothing of
/// the answer. For a job. Errors: of reading; cancelled, unknownMeasure.
Result<MapAnswer> answerMap(store::Reader& reader, const MapAsking& asking, const RunContext& run,
                            LayoutFrames* frames = nullptr);

} // namespace weavemap::ui
