// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace weavemap::weaving {

/// What somebody may be called who is written so, by common usage in English and Spanish: of "liz" Elizabeth, of
/// "elizabeth" Liz and Beth and so on; short forms of one name do not stand for one another. Folded words; mostly
/// empty.
const std::vector<std::string_view>& otherFormsOf(std::string_view folded);

} // namespace weavemap::weaving
