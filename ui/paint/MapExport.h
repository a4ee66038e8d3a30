// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "ui/paint/MapPage.h"

namespace weavemap::ui {

/// Writes a map page to a file by its suffix: .pdf, .svg (vector, text as text) or .png (144 dpi). The file is written
/// beside its place and moved there when whole, readable by its owner only; a failed export leaves an older file as it
/// was. Metadata hold title and creator, no names of people. `print`: the light roles on white.
/// Errors: unknownFormat {path}, fileUnwritable {path}, exportFailed {path}, cancelled.
Result<> exportMap(const MapPage& page, const MapInput& input, const MapColors& print, const QString& path,
                   const RunContext& run = {});

} // namespace weavemap::ui
