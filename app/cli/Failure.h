// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QString>

#include "core/base/Result.h"

namespace weavemap::cli {

/// Why a command did not do what it was asked: it was called in the wrong way, something in `core` failed, or a plain
/// answer is no (a check that found damage).
struct Failure
{
    std::optional<QString> usage; ///< wrong usage: one line
    std::optional<QString> plain; ///< could not be done, in words of its own
    Error error;

    Failure() = default;
    Failure(Error e) : error(std::move(e)) {}
};

/// What a command comes to. Errors of `core` turn into a Failure by themselves.
using Done = tl::expected<void, Failure>;
template <class T>
using Got = tl::expected<T, Failure>;

inline tl::unexpected<Failure> wrongUsage(const QString& line)
{
    Failure failure;
    failure.usage = line;
    return tl::unexpected<Failure>(std::move(failure));
}

inline tl::unexpected<Failure> notDone(const QString& sentence)
{
    Failure failure;
    failure.plain = sentence;
    return tl::unexpected<Failure>(std::move(failure));
}

/// Hands a Failure of a helper on.
inline tl::unexpected<Failure> same(Failure failure) { return tl::unexpected<Failure>(std::move(failure)); }

} // namespace weavemap::cli

/// `CLI_ASSIGN(const auto file, openToRead(...));`: the value, or leaves the command with the failure.
#define CLI_ASSIGN2(holder, target, expr)                                                                              \
    auto holder = (expr);                                                                                              \
    if (!holder)                                                                                                       \
        return ::tl::unexpected<::weavemap::cli::Failure>(std::move(holder.error()));                                  \
    target = std::move(*holder)
#define CLI_ASSIGN(target, expr) CLI_ASSIGN2(WEAVEMAP_JOIN(cliHolder, __LINE__), target, expr)
