// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/actions/Import.h"
#include "core/actions/NetworkData.h"
#include "core/base/Result.h"

namespace weavemap::actions {

/// What `readNetwork` would read from a new file into which nothing but `plan` was imported, without storing it: for
/// figures of a file that stays as it is. `plan` must have been made for an empty basis. Pure; O(rows). Errors: those
/// of the records (missingName, badEmail, ...).
Result<NetworkData> plannedNetwork(ImportPlan plan);

} // namespace weavemap::actions
