// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace weavemap::ui {

/// Makes the people on the canvas known to screen readers: one child for each, with a name such as "Ana Ruiz, Coast, in
/// touch with 6", a rectangle, and an action that chooses them. Called once, before the first canvas is shown; calling
/// it again does nothing.
void installMapAccess();

} // namespace weavemap::ui
