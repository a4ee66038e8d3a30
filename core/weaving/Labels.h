// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/weaving/Layout.h"

namespace weavemap::weaving {

/// What folded words mean that stand before a colon or alone on a line: "needs", "next steps".
Label labelOf(std::string_view words);

/// What a question of a form asks for, by the words that tell it: "Who would you like to meet?"
Label labelOfQuestion(const std::string& words);

} // namespace weavemap::weaving
