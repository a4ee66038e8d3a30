// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/actions/MapData.h"
#include "core/base/Result.h"
#include "core/domain/MapView.h"
#include "core/store/Records.h"

namespace weavemap::actions {

/// How a saved view is drawn, beside what it shows. What a view does not say is as the map's own settings are.
struct ViewLook
{
    std::string caption; ///< the user's words; empty: none
    bool board = false;  ///< made for print: discs of one size, initials by consent, areas of groups, no fog
    std::optional<bool> hulls, fog, names;
    bool operator==(const ViewLook&) const = default;
};

/// What a saved view (`MapView::settings`) holds of a question, as JSON: {"ties": "exchange", "whose": "members",
/// "colourBy": "region", "sizeBy": "betweenness", "ringBy": "role", "labelBy": "", "nodes": "people", "kinds":
/// "together", "initials": "none", "colours": "window", "conveningMonths": 0, "filters": [{"field": "region", "values":
/// ["Lakes"]}], "layout":
/// "clusters" (or "distances", "around" with the person's id under "around", "groups", "circle")}; of the look
/// "caption", "board", "hulls", "fog" and "names", where they are said. "date": "2025-03-03" is there where a
/// date was chosen, without it the view shows today; "compare" is the date compared with. Bytes that are not UTF-8 come
/// out as U+FFFD. Pure.
std::string viewSettings(const MapQuestion& question, const ViewLook& look = {});

/// The look that `settings` say; what is missing or cannot be read is not said. Pure.
ViewLook viewLook(std::string_view settings);

/// `settings` with another caption and all else as it was. Pure.
std::string withCaption(std::string_view settings, std::string_view caption);

/// `question` with what `settings` says; parts that are missing or cannot be read stay as they are, but for the dates:
/// where there are none, it is about today. Pure.
MapQuestion withViewSettings(MapQuestion question, std::string_view settings);

/// The saved view of this name, else of this id in decimal. Error: notFound ("view", text).
Result<MapView> findView(store::Records& records, std::string_view text);

} // namespace weavemap::actions
