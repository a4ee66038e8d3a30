// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Scenes.h"

namespace weavemap::gallery {

/// Calls written down in the sample: a whole note with what it proposes, one refused and one in hand; entries; a name
/// that fits two people; how to write a note.
void walkCalls(uitest::WindowBox& box, PersonId with, const Take& take);
/// The page for a call in a file without anybody, and the first call with somebody new.
void walkFirstCall(uitest::WindowBox& box, const Take& take);

} // namespace weavemap::gallery
