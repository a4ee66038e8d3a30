// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/actions/MapData.h"
#include "core/actions/ViewQuestion.h"
#include "core/base/Result.h"
#include "core/domain/MapView.h"
#include "core/store/Records.h"

/// What can be done with saved views of the map. Each function is the inside of one change.
namespace weavemap::actions {

/// Saves what a map shows under a name, behind the views there are: question, look, and where everybody stands, also
/// who is hidden by filters or not there on its date (they stand where the question's view has them). `places`: of who
/// is shown. Errors: missingName.
Result<ViewId> saveView(store::Records& records, std::string_view name, const MapQuestion& question,
                        const ViewLook& look, std::vector<MapPosition> places);

/// Gives a saved view what a map shows now; its name, its place among the others and places of other styles stay.
/// Errors: notFound.
Result<> updateView(store::Records& records, ViewId view, const MapQuestion& question, const ViewLook& look,
                    std::vector<MapPosition> places);

/// Errors: missingName, notFound.
Result<> renameView(store::Records& records, ViewId view, std::string_view name);
/// Errors: notFound.
Result<> setViewCaption(store::Records& records, ViewId view, std::string_view caption);

/// The same view once more, right behind it, with all its places. Errors: missingName, notFound.
Result<ViewId> duplicateView(store::Records& records, ViewId view, std::string_view name);

/// Deletes a view with its places. Errors: notFound.
Result<> deleteView(store::Records& records, ViewId view);

/// Moves a view so many places down the list, or up where `by` is below 0; as far as the list goes. Errors: notFound.
Result<> reorderView(store::Records& records, ViewId view, int by);

} // namespace weavemap::actions
