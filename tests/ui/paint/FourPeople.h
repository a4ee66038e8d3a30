// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "ui/paint/MapPicture.h"

namespace weavemap::ui {

/// Four people of one group at the corners of a square of 40 units, the last not heard from; ties from the first to the
/// second and from the second to the third.
MapInput fourPeople();

inline const QSizeF kCanvas(900, 800);
/// All of a map in the middle of the canvas.
MapViewport viewOf(const MapInput& input);
/// Its picture there; null where it could not be made.
std::shared_ptr<const MapPicture> pictureOf(const MapInput& input);

/// The label of a person (an index into `MapInput::people`); null where there is none.
const PictureText* labelOf(const MapPicture& picture, std::int64_t person);

} // namespace weavemap::ui
