// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/weaving/Findings.h"

namespace weavemap::weaving {

/// What the staff promised or plan, and what members promised them; not what is done already.
void findPromises(const Reading& reading);

} // namespace weavemap::weaving
