// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/SaveText.h"

#include <QSaveFile>

#include "app/cli/OpenFile.h"
#include "ui/base/Convert.h"

namespace weavemap::cli {

Done saveText(const std::string& path, std::string_view bytes)
{
    QSaveFile file(ui::pathText(pathOf(path)));
    const auto size = static_cast<qint64>(bytes.size());
    if (!file.open(QIODevice::WriteOnly))
        return same(Error(ErrorCode::fileUnwritable, {path}, ui::toUtf8(file.errorString())));
    if (file.write(bytes.data(), size) != size || !file.commit())
        return same(Error(ErrorCode::exportFailed, {path}, ui::toUtf8(file.errorString())));
    return {};
}

} // namespace weavemap::cli
