// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace weavemap::ui {

/// Makes the people on the canvas known to screen readers: one child for each, with a name such as "Ana Ruiz, Coast, in
/// touch with 6", a rectangle, and actions that do what a click with the tool in hand does, or bring the keyboard's
/// focus. Below each are their ties, to be read and chosen. Nothing is made before it is asked for. Who is walked to or
/// chosen is announced, and so is what the map says of itself. To be called before a canvas tells anybody of itself: Qt
/// keeps what it was given first. Calling it again does nothing.
void installMapAccess();

} // namespace weavemap::ui
