// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>

#include "core/base/Result.h"

namespace weavemap {

/// People of five regions in circles that mostly know each other: of ten ties seven stay in the circle, two lead to
/// the circles beside it and one anywhere. Two of three people were heard from last month.
Result<> makeNetworkFile(const std::filesystem::path& path, std::size_t people, std::size_t ties);

} // namespace weavemap
