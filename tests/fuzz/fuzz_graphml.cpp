// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/base/Text.h"
#include "core/exchange/GraphMlReader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace weavemap::exchange;
    SourceFile file{"t.graphml", "graphml", std::string(reinterpret_cast<const char*>(data), size)};
    const auto network = GraphMlReader().read(std::move(file), {}, {});
    if (!network)
        return 0;
    for (const ImportedPerson& person : network->people)
        if (!person.sourceId || !weavemap::isValidUtf8(person.name))
            std::abort();
    for (const ImportedTie& tie : network->ties)
        if (!(tie.weight > 0) || tie.source.person >= network->people.size() ||
            tie.target.person >= network->people.size())
            std::abort();
    return 0;
}
