// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <tl/expected.hpp>

namespace weavemap {

/// A value or an Error. Every function that can fail at an edge (file, database, text from outside) returns one.
template <class T = void>
using Result = tl::expected<T, Error>;

/// Makes the failed branch of any Result: `return fail(ErrorCode::fileNotFound, {path});`
inline tl::unexpected<Error> fail(ErrorCode code, std::vector<std::string> args = {}, std::string detail = {})
{
    return tl::unexpected<Error>(Error(code, std::move(args), std::move(detail)));
}

inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

} // namespace weavemap

/// Leaves the function with the error of EXPR, if it has one.
#define WEAVEMAP_TRY(expr)                                                                                             \
    do {                                                                                                               \
        if (auto tryResult = (expr); !tryResult)                                                                       \
            return ::tl::unexpected<::weavemap::Error>(std::move(tryResult.error()));                                  \
    } while (false)

#define WEAVEMAP_JOIN2(a, b) a##b
#define WEAVEMAP_JOIN(a, b) WEAVEMAP_JOIN2(a, b)
#define WEAVEMAP_ASSIGN2(holder, target, expr)                                                                         \
    auto holder = (expr);                                                                                              \
    if (!holder)                                                                                                       \
        return ::tl::unexpected<::weavemap::Error>(std::move(holder.error()));                                         \
    target = std::move(*holder)

/// `WEAVEMAP_ASSIGN(const auto person, people.find(id));`: the value, or leaves the function with the error.
#define WEAVEMAP_ASSIGN(target, expr) WEAVEMAP_ASSIGN2(WEAVEMAP_JOIN(tryHolder, __LINE__), target, expr)
