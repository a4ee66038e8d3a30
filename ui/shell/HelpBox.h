// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace weavemap::ui {

class Dialogs;

/// The keys of the window, by place.
void showKeys(Dialogs& dialogs, QWidget* parent);
/// Version, licence, and what it is built on.
void showAbout(Dialogs& dialogs, QWidget* parent);

} // namespace weavemap::ui
