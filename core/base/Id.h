// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

#include "core/base/Result.h"

namespace weavemap {

/// A record's id, of its own type for each kind of record. 63 bits, positive; 0 means none.
template <class Tag>
struct Id
{
    std::int64_t value = 0;

    constexpr bool isValid() const { return value > 0; }
    constexpr explicit operator bool() const { return isValid(); }
    constexpr auto operator<=>(const Id&) const = default;
    std::string toString() const { return std::to_string(value); }
};

/// Reads a decimal id as printed by `Id::toString`; an error for anything else.
Result<std::int64_t> parseIdValue(std::string_view text);

/// Mints ids: 43 bits of milliseconds since 2020 in front, then 20 bits that start at random and count up within one
/// millisecond. Ids grow, are never reused, and two laptops do not mint the same one. Safe from any thread.
class IdMint
{
public:
    /// For real use: the system's clock and entropy.
    IdMint();
    /// For a reproducible file: ids follow from `seed` and start at `unixMs` (milliseconds since 1970).
    IdMint(std::uint64_t seed, std::int64_t unixMs);

    std::int64_t next();
    template <class IdType>
    IdType mint()
    {
        return IdType{next()};
    }

private:
    std::mutex m_mutex;
    std::uint64_t m_state;
    std::int64_t m_fixedMs = -1;
    std::int64_t m_last = 0;
};

} // namespace weavemap

template <class Tag>
struct std::hash<weavemap::Id<Tag>>
{
    std::size_t operator()(const weavemap::Id<Tag>& id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
