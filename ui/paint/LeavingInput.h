// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/paint/LeavingWords.h"
#include "ui/paint/MapInput.h"

namespace weavemap::ui {

/// Leaves in a map only what may leave the office under the policy and purpose of its style: groups and rings of people
/// who are drawn, counted over them; labels that are no figures and tell nobody apart whose name may not be said; no
/// node that is for the office alone; and no word that says a name but as `words` shows it. O(people).
void keepWhatLeaves(MapInput& input, LeavingWords& words);

/// Makes a map that ranks nobody: discs of one size, no colours and no rings that say a measure.
void forgetFigures(MapInput& input);

} // namespace weavemap::ui
