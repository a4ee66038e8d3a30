// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/store/Workspace.h"

namespace weavemap::ui {

/// Why the open file can only be read, and what can be done about it, in a sentence or two.
QString readOnlySentence(const store::ReadOnlyReason& reason);

} // namespace weavemap::ui
