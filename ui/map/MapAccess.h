// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace weavemap::ui {

/// Makes the people on the canvas known to screen readers: one child for each, with a name such as "Ana Ruiz, Coast, in
/// touch with 6", a rectangle, and an action that chooses them. To be called before a canvas tells anybody of itself:
/// Qt keeps what it was given first. Calling it again does nothing.
void installMapAccess();

} // namespace weavemap::ui
