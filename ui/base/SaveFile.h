// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include "core/base/Result.h"

namespace weavemap::ui {

/// Who may read a file that is written here.
enum class Readers {
    asFolder, ///< whoever the computer's settings say; a file that is replaced keeps its own
    owner,    ///< nobody else, from before the first word is written, where the disk knows readers at all
    onlyOwner ///< the same, or the file is not written
};

/// Writes `bytes` as the whole file at `path`, through a temporary file beside it: where any of it cannot be written, a
/// full disk included, what stood there before stands there still.
/// Errors: fileUnwritable (path) where nothing can be made there, exportFailed (path) where writing fails.
Result<> saveFile(const QString& path, QByteArrayView bytes, Readers readers = Readers::asFolder);

} // namespace weavemap::ui
