// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/weaving/Findings.h"

namespace weavemap::weaving {

/// Promises that no verb says: what stands behind a label of things to do, something for somebody by a day (both only
/// where `isWithoutVerb`: the verbs of the sentence gave none), and "do it tomorrow", the day of the promise before.
void findErrands(const Reading& reading, bool isWithoutVerb);

} // namespace weavemap::weaving
