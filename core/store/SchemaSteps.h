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
/// Version 4: convenings with who came, and projects with who is in them; what notes said of projects becomes such.
Migration schemaStep4();

} // namespace weavemap::store
