// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace weavemap::ui {

class Commands;
class Session;

/// Has the commands undo and redo do so. What comes of it is seen; those who listen are told which step it was. Nothing
/// said is kept of a file that is closed, nor of somebody who is forgotten.
void wireUndoRedo(const Commands& commands, Session& session, QWidget& window);

} // namespace weavemap::ui
