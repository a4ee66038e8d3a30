// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Scenes.h"

namespace weavemap::gallery {

/// Convenings and projects: both lists, the window of each, and a person's page of each kind alone.
void walkActivities(uitest::WindowBox& box, const Take& take);
/// The same lists in a file that has none.
void walkNoActivities(uitest::WindowBox& box, const Take& take);

} // namespace weavemap::gallery
