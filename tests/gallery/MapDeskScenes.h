// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Scenes.h"

namespace weavemap::gallery {

/// On the map: somebody is found, a path is lit, the menu at the pointer, a field of several is changed, two are
/// merged (and are not).
void walkMapDesk(uitest::WindowBox& box, PersonId central, const Take& take);

} // namespace weavemap::gallery
