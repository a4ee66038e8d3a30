// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/weaving/Findings.h"

namespace weavemap::weaving {

/// How two people stand to each other, said without a verb of its own: "is friends with Ben", "Ben and Carla go way
/// back", "lost without Ruth" (PhraseTable.cpp).
void findStates(const Reading& reading);

} // namespace weavemap::weaving
