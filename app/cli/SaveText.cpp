// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/SaveText.h"

#include <filesystem>
#include <system_error>

#include "app/cli/OpenFile.h"
#include "ui/base/Convert.h"
#include "ui/base/SaveFile.h"

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
    const auto saved = ui::saveFile(ui::pathText(pathOf(path)), bytes);
    return saved ? Done() : same(saved.error());
}

} // namespace weavemap::cli
