// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Schema.h"

namespace weavemap::store {

/// Makes version 1 from an empty database.
Migration schemaStep1();
/// Version 2: computed places say in which area of the map they stand.
Migration schemaStep2();
/// Version 3: introductions, pairs kept apart, the question bank, snoozes; nicknames, and levels on single fields.
Migration schemaStep3();

} // namespace weavemap::store
