// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include "ui/import/ImportRowsModel.h"

namespace weavemap::ui {

/// The rows that were left out as CSV: file, line, who, why. Cells a spreadsheet would run as a formula are guarded.
QByteArray leftOutList(const ImportSources& sources);

} // namespace weavemap::ui
