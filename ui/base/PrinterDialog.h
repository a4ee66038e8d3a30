// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPrinter;
class QWidget;

namespace weavemap::ui {

/// The system's box for choosing a printer, with the range `1` to `pages` to choose from; false where it was cancelled.
bool choosePrinter(QWidget* parent, QPrinter& printer, int pages);

} // namespace weavemap::ui
