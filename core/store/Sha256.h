// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace weavemap::store {

/// SHA-256 (FIPS 180-4), fed in pieces. A value; one owner.
class Sha256
{
public:
    void add(std::string_view bytes);
    /// 64 hex digits over everything added so far; more may be added afterwards.
    std::string hex() const;

private:
    void block(const unsigned char* bytes);

    std::array<std::uint32_t, 8> m_state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                            0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::array<unsigned char, 64> m_rest = {};
    std::size_t m_restSize = 0;
    std::uint64_t m_total = 0;
};

} // namespace weavemap::store
