// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/weaving/Findings.h"

namespace weavemap::weaving {

/// Ties that are said in a phrase around a verb: "couldn't manage without Amara", "Duc is the one he goes to". Returns
/// whether the verb belongs to one.
bool findTieAround(const Reading& reading, const VerbUse& use);

/// Ties that need no verb of the table: "no longer in touch with", "has been her rock", "only seen her name", pairs.
void findTiePhrases(const Reading& reading);

} // namespace weavemap::weaving
