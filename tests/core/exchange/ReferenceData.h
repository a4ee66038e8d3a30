// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <QtGlobal>

#include "core/exchange/CsvReader.h"

namespace weavemap::exchange::test {

/// The reference folder: WEAVEMAP_REFERENCE, the one beside the checkout, or the part of it that the checkout carries.
inline std::filesystem::path referenceFolder()
{
    const std::filesystem::path named = qEnvironmentVariable("WEAVEMAP_REFERENCE").toStdString();
    const std::filesystem::path beside = std::filesystem::path(WEAVEMAP_SOURCE_DIR) / ".." / "shared" / "reference";
    for (const auto& folder : {named, beside})
        if (!folder.empty() && std::filesystem::exists(folder / "spreadsheets"))
            return folder;
    return std::filesystem::path(WEAVEMAP_TEST_DATA) / "reference";
}

/// A known network: below networks/ in the reference folder, beside the other data in the checkout.
inline std::filesystem::path networkFolder(const std::string& name)
{
    const auto among = referenceFolder() / "networks" / name;
    return std::filesystem::exists(among) ? among : referenceFolder() / name;
}

inline std::string bytesOf(const std::filesystem::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// A comma-separated file as rows of text.
inline std::vector<std::vector<std::string>> tableOf(const std::filesystem::path& path)
{
    ReadOptions options;
    options.delimiter = ',';
    std::vector<std::vector<std::string>> rows;
    if (const auto sheet = readCsv(bytesOf(path), options, path.string())) {
        for (std::size_t row = 0; row < sheet->rowCount(); ++row) {
            rows.emplace_back();
            for (std::size_t column = 0; column < sheet->cellCount(row); ++column)
                rows.back().emplace_back(sheet->cell(row, column));
        }
    }
    return rows;
}

} // namespace weavemap::exchange::test
