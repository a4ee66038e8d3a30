// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace weavemap::ui {

/// Opens "How to write a note" beside the window of `parent`, which goes on; Escape closes it. One at a time.
void showNoteHelp(QWidget* parent);

} // namespace weavemap::ui
