// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "app/cli/Failure.h"

namespace weavemap::cli {

/// Refuses to write results over what they are made from, `input`, or over any network file: a slip must not cost the
/// data. To be asked before any work is done.
Done mayWriteTo(const std::string& path, const std::string& input);
/// Writes a file beside its place and moves it there when whole; an older file stays as it was where that fails.
Done saveText(const std::string& path, std::string_view bytes);

} // namespace weavemap::cli
