// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/Registry.h"

#include <algorithm>
#include <vector>

#include "core/sna/MeasureTables.h"

namespace weavemap::sna {

std::span<const Measure> measures()
{
    static const std::vector<Measure> all = [] {
        std::vector<Measure> table = undirectedMeasures();
        for (const auto& further : {weavingMeasures(), directedMeasures()})
            table.insert(table.end(), further.begin(), further.end());
        std::stable_sort(table.begin(), table.end(),
                         [](const Measure& a, const Measure& b) { return a.cost < b.cost; });
        return table;
    }();
    return all;
}

const Measure* findMeasure(Section section, std::string_view key)
{
    for (const Measure& measure : measures())
        if (measure.section == section && measure.key == key)
            return &measure;
    return nullptr;
}

} // namespace weavemap::sna
