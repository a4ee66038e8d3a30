// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/weaving/Findings.h"

namespace weavemap::weaving {

/// Needs and offers that a sentence states in plain words ("is looking for", "could share") or with a mark.
void findWishes(const Reading& reading);

} // namespace weavemap::weaving
