// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "ui/paint/MapPicture.h"
#include "ui/paint/PersonLook.h"

namespace weavemap::ui {

/// The legend of what is on the map: colour values with counts, then only the rows that occur.
MapLegend makeLegend(const MapInput& input, const PeopleLooks& looks);
/// The caption's parts that are not empty, and who asked to be left out.
QStringList makeCaption(const MapInput& input, const PeopleLooks& looks);

} // namespace weavemap::ui
