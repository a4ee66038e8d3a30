// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;

namespace weavemap::ui {

struct MapPicture;

/// Paints the texts of a picture into an image by copying: a line of text with its halo is drawn once, at a whole
/// pixel, and kept for the next pictures, as most labels of a map stay the same from one to the next. Any thread.
namespace textsprites {

/// In device pixels: the painter has no transform. `ratio`: device pixels a px.
void paint(QPainter& painter, const MapPicture& picture, double ratio);

} // namespace textsprites

} // namespace weavemap::ui
