// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace weavemap::ui {

/// Makes popovers known to screen readers and other helpers as dialogs with an action that does what Enter does, as not
/// all of them have a button for it. Calling it again does nothing.
void installPopoverAccess();

} // namespace weavemap::ui
