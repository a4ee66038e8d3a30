// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

/// Kernels are written once over `Quad`, always inlined into two functions: one for every machine, one compiled for
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

/// Has memory fetched that is needed soon; no more than a hint.
#if defined(__GNUC__)
#define WEAVEMAP_PREFETCH(address) __builtin_prefetch(address)
#else
#define WEAVEMAP_PREFETCH(address) static_cast<void>(address)
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

#if defined(__GNUC__)
/// Four doubles that are worked on at once; comparing two gives a `Choice`, all bits set where it holds.
/// The type extension of GCC and Clang, which they turn into whatever the machine has.
using Quad = double __attribute__((vector_size(32)));
using Choice = std::int64_t __attribute__((vector_size(32)));
#define WEAVEMAP_PICK(choice, a, b) ((choice) ? (a) : (b))
#else
/// The same in plain C++.
struct Choice
{
    std::int64_t at[4];
    std::int64_t operator[](std::size_t i) const { return at[i]; }
};
inline Choice operator!=(Choice a, const Choice& b)
{
    for (std::size_t i = 0; i < 4; ++i)
        a.at[i] = a.at[i] != b.at[i] ? -1 : 0;
    return a;
}
inline Choice operator&(Choice a, const Choice& b)
{
    for (std::size_t i = 0; i < 4; ++i)
        a.at[i] &= b.at[i];
    return a;
}
inline Choice& operator|=(Choice& a, const Choice& b)
{
    for (std::size_t i = 0; i < 4; ++i)
        a.at[i] |= b.at[i];
    return a;
}
struct Quad
{
    double at[4];
    double& operator[](std::size_t i) { return at[i]; }
    double operator[](std::size_t i) const { return at[i]; }
};
inline Quad operator+(Quad a, const Quad& b)
{
    for (std::size_t i = 0; i < 4; ++i)
        a.at[i] += b.at[i];
    return a;
}
inline Quad& operator+=(Quad& a, const Quad& b) { return a = a + b; }
inline Quad operator*(Quad a, const Quad& b)
{
    for (std::size_t i = 0; i < 4; ++i)
        a.at[i] *= b.at[i];
    return a;
}
inline Quad operator/(Quad a, const Quad& b)
{
    for (std::size_t i = 0; i < 4; ++i)
        a.at[i] /= b.at[i];
    return a;
}
inline Choice operator==(const Quad& a, const Quad& b)
{
    Choice c{};
    for (std::size_t i = 0; i < 4; ++i)
        c.at[i] = a.at[i] == b.at[i] ? -1 : 0;
    return c;
}
inline Choice operator!=(const Quad& a, const Quad& b)
{
    Choice c{};
    for (std::size_t i = 0; i < 4; ++i)
        c.at[i] = a.at[i] != b.at[i] ? -1 : 0;
    return c;
}
inline Quad pick(const Choice& choice, const Quad& a, const Quad& b)
{
    Quad q{};
    for (std::size_t i = 0; i < 4; ++i)
        q.at[i] = choice.at[i] != 0 ? a.at[i] : b.at[i];
    return q;
}
#define WEAVEMAP_PICK(choice, a, b) pick(choice, a, b)
#endif

} // namespace weavemap::sna
