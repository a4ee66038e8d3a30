// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/base/Date.h"
#include "core/exchange/CellValue.h"

/// The first byte chooses the reader's options, the rest is the cell: a date, a number, a time.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace weavemap;
    if (size < 1)
        return 0;
    const std::string_view cell(reinterpret_cast<const char*>(data) + 1, size - 1);
    const char delimiter = (data[0] & 4) != 0 ? ';' : ',';
    if (const auto date = exchange::parseLooseDate(cell, static_cast<exchange::DateOrder>(data[0] % 3))) {
        if (const auto again = Date::parseIso(date->toIso()); !again || *again != *date)
            std::abort();
    }
    if (const auto number = exchange::parseNumber(cell, delimiter); number && !std::isfinite(*number))
        std::abort();
    if (const auto weight = exchange::parseWeight(cell, delimiter); weight && !(*weight > 0))
        std::abort();
    (void)exchange::parseDepth(cell);
    (void)exchange::parseContact(cell);
    if (const auto since = exchange::parseBeginning(cell, static_cast<exchange::DateOrder>(data[0] % 3)))
        if (const auto again = Date::parseIso(since->date.toIso()); !again || *again != since->date)
            std::abort();
    if (const auto when = Instant::parseLocal(cell, 60 * (data[0] % 12)); when && when->zoneMinutes > 11 * 60)
        std::abort();
    return 0;
}
