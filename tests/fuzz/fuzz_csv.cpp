// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/base/Text.h"
#include "core/exchange/CsvNetworkReader.h"

/// The first byte chooses the options, the rest is the file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace weavemap::exchange;
    if (size < 2)
        return 0;
    ReadOptions options;
    options.as = static_cast<ReadAs>(data[0] & 3);
    options.direction = static_cast<TieDirection>((data[0] >> 2) % 3);
    options.limits.cellBytes = 10'000;
    SourceFile file{"t.csv", "csv", std::string(reinterpret_cast<const char*>(data) + 1, size - 1)};
    const auto network = CsvNetworkReader().read(std::move(file), options, {});
    if (!network)
        return 0;
    for (const ImportedPerson& person : network->people)
        if (!weavemap::isValidUtf8(person.name) || person.attributes.size() > network->personColumns.size())
            std::abort();
    for (const ImportedTie& tie : network->ties)
        if (!(tie.weight > 0) || tie.source.text.empty() || tie.target.text.empty())
            std::abort();
    return 0;
}
