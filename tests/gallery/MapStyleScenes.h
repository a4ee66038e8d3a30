// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Scenes.h"
#include "core/domain/Ids.h"

namespace weavemap::gallery {

/// The map in each of its styles, and a view saved for the board with its menu.
void walkStyles(uitest::WindowBox& box, PersonId central, const Take& take);

/// The map of `file` alone in a window of `size`: in each style today, at a past date and compared with it, and a circle
/// of each number of steps.
void walkMapAlone(uitest::WindowBox& box, QSize size, const QString& file, const Take& take);

} // namespace weavemap::gallery
