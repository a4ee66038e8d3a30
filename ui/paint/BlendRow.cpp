// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/BlendRow.h"

#if defined(__SSE2__) || defined(_M_X64)
#define WEAVEMAP_SSE2
#include <emmintrin.h>
#endif

namespace weavemap::ui {

namespace {

constexpr std::uint32_t kAll = 65535;

std::uint32_t mix(std::uint32_t below, std::uint32_t above, std::uint32_t through)
{
    return (below * through + above * (kAll - through) + kAll / 2) / kAll;
}

#ifdef WEAVEMAP_SSE2

/// `mix` for eight values of 16 bits; a sum below 2^24 divided by 65535 is (x + (x >> 16) + 1) >> 16.
__m128i mixed8(__m128i below, __m128i above, __m128i through, __m128i covered)
{
    const __m128i half = _mm_set1_epi32(kAll / 2), one = _mm_set1_epi32(1);
    const __m128i belowLow = _mm_mullo_epi16(below, through), belowHigh = _mm_mulhi_epu16(below, through);
    const __m128i aboveLow = _mm_mullo_epi16(above, covered), aboveHigh = _mm_mulhi_epu16(above, covered);
    const auto divided = [&](__m128i a, __m128i b) {
        const __m128i sum = _mm_add_epi32(_mm_add_epi32(a, b), half);
        return _mm_srli_epi32(_mm_add_epi32(_mm_add_epi32(sum, _mm_srli_epi32(sum, 16)), one), 16);
    };
    return _mm_packs_epi32(
        divided(_mm_unpacklo_epi16(belowLow, belowHigh), _mm_unpacklo_epi16(aboveLow, aboveHigh)),
        divided(_mm_unpackhi_epi16(belowLow, belowHigh), _mm_unpackhi_epi16(aboveLow, aboveHigh)));
}

#endif

} // namespace

void blendRowPlainly(QRgb* pixels, std::uint16_t* through, int count, QRgb color)
{
    const auto red = static_cast<std::uint32_t>(qRed(color)), green = static_cast<std::uint32_t>(qGreen(color)),
               blue = static_cast<std::uint32_t>(qBlue(color));
    for (int i = 0; i < count; ++i) {
        const std::uint32_t t = through[i];
        if (t == kAll)
            continue;
        const QRgb below = pixels[i];
        pixels[i] = qRgb(static_cast<int>(mix(static_cast<std::uint32_t>(qRed(below)), red, t)),
                         static_cast<int>(mix(static_cast<std::uint32_t>(qGreen(below)), green, t)),
                         static_cast<int>(mix(static_cast<std::uint32_t>(qBlue(below)), blue, t)));
        through[i] = kAll;
    }
}

void blendRow(QRgb* pixels, std::uint16_t* through, int count, QRgb color)
{
#ifdef WEAVEMAP_SSE2
    const __m128i all = _mm_set1_epi16(-1), byte = _mm_set1_epi32(0xFF), opaque = _mm_set1_epi32(-0x1000000);
    const __m128i red = _mm_set1_epi16(static_cast<short>(qRed(color))),
                  green = _mm_set1_epi16(static_cast<short>(qGreen(color))),
                  blue = _mm_set1_epi16(static_cast<short>(qBlue(color)));
    for (; count >= 8; count -= 8, pixels += 8, through += 8) {
        auto* const shares = reinterpret_cast<__m128i*>(through);
        const __m128i t = _mm_loadu_si128(shares);
        if (_mm_movemask_epi8(_mm_cmpeq_epi16(t, all)) == 0xFFFF)
            continue;
        auto* const low = reinterpret_cast<__m128i*>(pixels);
        auto* const high = low + 1;
        const __m128i a = _mm_loadu_si128(low), b = _mm_loadu_si128(high), covered = _mm_sub_epi16(all, t);
        const auto channel = [&](int shift) {
            return _mm_packs_epi32(_mm_and_si128(_mm_srli_epi32(a, shift), byte),
                                   _mm_and_si128(_mm_srli_epi32(b, shift), byte));
        };
        const __m128i r = mixed8(channel(16), red, t, covered), g = mixed8(channel(8), green, t, covered),
                      l = mixed8(channel(0), blue, t, covered);
        const __m128i lower = _mm_or_si128(l, _mm_slli_epi16(g, 8));
        _mm_storeu_si128(low, _mm_or_si128(_mm_unpacklo_epi16(lower, r), opaque));
        _mm_storeu_si128(high, _mm_or_si128(_mm_unpackhi_epi16(lower, r), opaque));
        _mm_storeu_si128(shares, all);
    }
#endif
    blendRowPlainly(pixels, through, count, color);
}

} // namespace weavemap::ui
