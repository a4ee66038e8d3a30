// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Id.h"

#include <charconv>
#include <chrono>
#include <random>

#include "core/base/Random.h"

namespace weavemap {

namespace {
constexpr std::int64_t kEpoch2020Ms = 1577836800000;
constexpr int kTailBits = 20;
} // namespace

Result<std::int64_t> parseIdValue(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc() || end != text.data() + text.size() || value <= 0)
        return fail(ErrorCode::badNumber, {std::string(text)});
    return value;
}

IdMint::IdMint()
{
    std::random_device entropy;
    m_state = (std::uint64_t{entropy()} << 32) ^ entropy();
}

IdMint::IdMint(std::uint64_t seed, std::int64_t unixMs) : m_state(seed), m_fixedMs(unixMs) {}

std::int64_t IdMint::next()
{
    const std::lock_guard lock(m_mutex);
    std::int64_t now = m_fixedMs;
    if (now < 0) {
        using namespace std::chrono;
        now = duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
    }
    const std::int64_t ms = now > kEpoch2020Ms ? now - kEpoch2020Ms : 0;
    if (ms > m_last >> kTailBits) {
        const auto tail = static_cast<std::int64_t>(splitMix64(m_state) >> (64 - kTailBits + 1));
        m_last = (ms << kTailBits) | tail;
    } else {
        // Within one millisecond, or with a clock set back, ids go on from the last one by a small random step. A new
        // tail would be taken where it is larger only, and so all laptops would end near the largest one.
        m_last += 1 + static_cast<std::int64_t>(splitMix64(m_state) & 15);
    }
    return m_last;
}

} // namespace weavemap
