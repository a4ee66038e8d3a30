// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace weavemap {

/// One step of SplitMix64 (Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195): advances `state`, returns 64 bits.
inline std::uint64_t splitMix64(std::uint64_t& state)
{
    state += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

/// A small seeded generator that gives the same numbers on every machine. Not for secrets. One owner, one thread.
class Random
{
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t bits() { return splitMix64(m_state); }
    /// A number in [0, 1), 53 bits.
    double unit() { return static_cast<double>(bits() >> 11) * 0x1.0p-53; }
    /// A whole number in [0, bound); 0 where bound is 0. The bias is below 2^-32 for bounds under 2^32.
    std::uint64_t below(std::uint64_t bound) { return bound == 0 ? 0 : scaled(bits(), bound); }
    /// A whole number in [low, high].
    int between(int low, int high)
    {
        const std::int64_t span = std::int64_t{high} - low + 1;
        return static_cast<int>(low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(span))));
    }
    /// True with probability p.
    bool chance(double p) { return unit() < p; }

private:
    /// The upper 64 bits of x * bound, without a 128-bit type.
    static std::uint64_t scaled(std::uint64_t x, std::uint64_t bound)
    {
        const std::uint64_t xl = x & 0xFFFFFFFFU, xh = x >> 32, bl = bound & 0xFFFFFFFFU, bh = bound >> 32;
        const std::uint64_t middle = xh * bl + ((xl * bl) >> 32);
        const std::uint64_t low = (middle & 0xFFFFFFFFU) + xl * bh;
        return xh * bh + (middle >> 32) + (low >> 32);
    }

    std::uint64_t m_state;
};

} // namespace weavemap
