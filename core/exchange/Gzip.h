// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/Result.h"

namespace weavemap::exchange {

/// Whether bytes are a gzip file.
bool isGzip(std::string_view bytes);

/// What a gzip file holds, all of its members. Errors: fileTooLarge beyond `most` bytes, malformedFile where it is
/// damaged or ends early; `path` is their argument.
Result<std::string> gunzip(std::string_view bytes, std::size_t most, const std::string& path);

} // namespace weavemap::exchange
