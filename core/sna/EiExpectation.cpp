// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/EiExpectation.h"

#include <map>
#include <string_view>

#include "core/sna/Figures.h"

namespace weavemap::sna {

double expectedEiIndex(const NodeAttribute& attribute)
{
    std::map<std::string_view, double> sizes;
    double people = 0.0;
    for (const std::string& value : attribute.values) {
        if (value.empty())
            continue;
        sizes[value] += 1.0;
        people += 1.0;
    }
    if (people < 2.0)
        return kUndefined;
    double internal = 0.0; // whole numbers: exact
    for (const auto& [group, size] : sizes)
        internal += size * (size - 1.0) / 2.0;
    const double all = people * (people - 1.0) / 2.0;
    return (all - 2.0 * internal) / all;
}

} // namespace weavemap::sna
