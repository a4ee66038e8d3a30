// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Kernels are written once as plain loops, always inlined into two functions: one for every machine, one compiled for
/// AVX2, chosen at run time by `hasAvx2()`. No fused multiply-add is used, so both give the same bits.
#if defined(__GNUC__)
#define WEAVEMAP_ALWAYS_INLINE [[gnu::always_inline]] inline
#else
#define WEAVEMAP_ALWAYS_INLINE inline
#endif

#if defined(__GNUC__) && defined(__x86_64__)
#define WEAVEMAP_AVX2_TARGET [[gnu::target("avx2,popcnt")]]
#else
#define WEAVEMAP_AVX2_TARGET
#endif

namespace weavemap::sna {

inline bool hasAvx2()
{
#if defined(__GNUC__) && defined(__x86_64__)
    return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("popcnt") != 0;
#else
    return false;
#endif
}

} // namespace weavemap::sna
