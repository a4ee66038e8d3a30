// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/Result.h"
#include "core/domain/Conversation.h"
#include "core/store/Records.h"

namespace weavemap::cli {

/// What the conversation's note could record, as `{"proposals": [...], "unresolved": [...]}`: read among the people of
/// the file, from the day of the conversation on. Fields that do not apply to a kind are left out.
Result<nlohmann::ordered_json> noteJson(store::Records& records, const Conversation& conversation);

} // namespace weavemap::cli
