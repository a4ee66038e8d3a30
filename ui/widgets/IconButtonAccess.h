// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace weavemap::ui {

/// Lets screen readers and other helpers press an `IconButton`: Qt 6.4 offers no action for tool buttons. One that can
/// be checked is toggled, one with a menu shows it. Calling it again does nothing.
void installIconButtonAccess();

} // namespace weavemap::ui
