// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cairo.h>

class QPainterPath;

namespace weavemap::ui {

/// Makes this the path of what is drawn next, with its rule of filling; `scale` units of cairo's to one of the path.
void addPath(cairo_t* onto, const QPainterPath& path, double scale);

} // namespace weavemap::ui
