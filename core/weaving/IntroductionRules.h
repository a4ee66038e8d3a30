// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/weaving/Findings.h"

namespace weavemap::weaving {

/// Introductions wanted, asked for or offered between two people; those made already are ties.
void findIntroductions(const Reading& reading);

} // namespace weavemap::weaving
