// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/weaving/Findings.h"

namespace weavemap::weaving {

/// What had to be guessed for something that a sentence says of these people, told by somebody or by nobody in
/// particular.
Doubt doubtOf(const Reading& reading, const People& people, std::optional<Cast::Number> heardFrom);

} // namespace weavemap::weaving
