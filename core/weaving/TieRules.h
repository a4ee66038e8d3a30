// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/weaving/Findings.h"

namespace weavemap::weaving {

/// Ties that a sentence states: "works with", "learned from", "no longer in touch with" ... (the table in
/// TieTable.cpp).
void findTies(const Reading& reading);

} // namespace weavemap::weaving
