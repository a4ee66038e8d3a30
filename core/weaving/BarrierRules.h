// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/weaving/Findings.h"

namespace weavemap::weaving {

/// What keeps somebody from taking part: time, cost, travel, relevance, safety.
void findBarriers(const Reading& reading);

} // namespace weavemap::weaving
