// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/actions/MapData.h"
#include "core/base/Result.h"
#include "core/domain/MapView.h"
#include "core/store/Records.h"

namespace weavemap::actions {

/// What a saved view (`MapView::settings`) holds of a question, as JSON: {"ties": "exchange", "whose": "members",
/// "colourBy": "region", "sizeBy": "betweenness", "filters": [{"field": "region", "values": ["Lakes"]}]}. Bytes that
/// are not UTF-8 come out as U+FFFD. "date": "2025-03-03" is there where a date was chosen, without it the view shows
/// today; "compare" is the date compared with. Pure.
std::string viewSettings(const MapQuestion& question);

/// `question` with what `settings` says; parts that are missing or cannot be read stay as they are, but for the dates:
/// where there are none, it is about today. Pure.
MapQuestion withViewSettings(MapQuestion question, std::string_view settings);

/// The saved view of this name, else of this id in decimal. Error: notFound ("view", text).
Result<MapView> findView(store::Records& records, std::string_view text);

} // namespace weavemap::actions
