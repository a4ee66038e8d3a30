// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/actions/MapData.h"

namespace weavemap::ui {

/// What a saved view holds of a question, as JSON: {"ties": "exchange", "whose": "members", "colourBy": "region",
/// "sizeBy": "betweenness", "filters": [{"field": "region", "values": ["Lakes"]}]}.
std::string viewSettings(const actions::MapQuestion& question);

/// `question` with what `settings` says; parts that are missing or cannot be read stay as they are.
actions::MapQuestion withViewSettings(actions::MapQuestion question, std::string_view settings);

} // namespace weavemap::ui
