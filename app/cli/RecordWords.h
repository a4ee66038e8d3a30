// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

#include <nlohmann/json_fwd.hpp>

#include "core/weaving/CallQueue.h"

namespace weavemap::cli {

/// The records that a reason rests on: `[{"kind": "tie", "id": "123"}]`.
nlohmann::ordered_json recordsJson(const std::vector<weaving::RecordRef>& records);
/// The same on a terminal: "[tie 123 and 2 more]", of which JSON has all. Empty where there are none.
QString recordsText(const std::vector<weaving::RecordRef>& records);

} // namespace weavemap::cli
