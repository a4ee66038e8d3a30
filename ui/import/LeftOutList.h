// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QByteArray>

#include "ui/import/ImportRowsModel.h"

namespace weavemap::ui {

/// The rows that were left out as CSV: file, line, who, why. Cells a spreadsheet would run as a formula are guarded.
QByteArray leftOutList(const std::vector<ImportSource>& sources);

} // namespace weavemap::ui
