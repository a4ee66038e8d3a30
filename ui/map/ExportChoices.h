// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/Settings.h"
#include "ui/paint/MapPage.h"

namespace weavemap::ui {

namespace setting {
inline const SettingKey<QString> kExportPoster{"export/poster", QStringLiteral("1x1")};
inline const SettingKey<QString> kExportDpi{"export/dpi", QStringLiteral("144")};
inline const SettingKey<Shown> kExportGround{"export/ground", Shown::yes}; ///< white behind pictures
} // namespace setting

/// The choices of the last export put onto a page, for the next one and for the clipboard.
MapPage withRemembered(MapPage page, const Settings& settings);
/// Keeps a page's choices; `keepsGround`: whether the file could be without a ground at all.
void remember(const MapPage& page, bool keepsGround, Settings& settings);

/// A name for a file of that network's map, without suffix; empty where nothing of the network's name is left.
QString fileNameOf(const QString& network);

} // namespace weavemap::ui
