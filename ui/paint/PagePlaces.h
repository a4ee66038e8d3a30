// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSizeF>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "ui/paint/MapInput.h"

namespace weavemap::ui {

/// A map as it stands on a page, and the view that shows all of it.
struct PagePlaces
{
    MapInput input;
    MapViewport view;
};

/// Puts a map into a page's room of `size` px. A page is a copy: nobody's stored place is touched.
///
/// Where filters hide nobody, everybody stands as on the screen; the row of people without a tie closes up over who is
/// left out. Where they hide somebody, whoever has no tie on the page stands in rows with a caption, right below or
/// beside the others, as uses the page best; the others keep their places, except that clusters far apart come nearer
/// to each other, in their directions, where the page gains much from it. Error: `cancelled`.
Result<PagePlaces> placedOnPage(const MapInput& input, QSizeF size, const RunContext& run = {});

/// The rows of people without a tie close up where somebody is left out: a gap would say where they were.
void closeRows(MapInput& input);

} // namespace weavemap::ui
