// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/SaveText.h"

#include <filesystem>
#include <system_error>

#include <QSaveFile>

#include "app/cli/OpenFile.h"
#include "ui/base/Convert.h"

namespace weavemap::cli {

Done mayWriteTo(const std::string& path, const std::string& input)
{
    std::error_code ignored;
    if (isDatabase(pathOf(path)) || std::filesystem::equivalent(pathOf(path), pathOf(input), ignored))
        return same(Error(ErrorCode::fileExists, {path}));
    return {};
}

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
