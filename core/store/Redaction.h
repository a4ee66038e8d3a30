// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace weavemap::store {

/// `text` with every whole-word occurrence of `name` replaced by "…". Case counts; UTF-8. Linear in the text.
std::string withoutName(std::string_view text, std::string_view name);

} // namespace weavemap::store
