// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace weavemap::ui {

/// Makes the compiled-in resources reachable (":/icons", ":/styles", ":/fonts"). Call it before anything else of `ui`;
/// calling it again does nothing.
void loadResources();

/// Loads Noto Sans Regular and Bold from the resources and makes it the application's font (10 pt at 96 dpi). Needs a
/// QGuiApplication. False where the fonts could not be loaded; the system's own then stay.
bool loadFonts();

/// "Noto Sans".
QString fontFamily();

} // namespace weavemap::ui
