// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace storetest {

/// The files below `folder` whose bytes hold `word`, in any case.
inline std::string filesWith(const std::filesystem::path& folder, const std::string& word)
{
    std::string found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file())
            continue;
        std::ifstream file(entry.path(), std::ios::binary);
        std::string bytes((std::istreambuf_iterator<char>(file)), {});
        for (char& byte : bytes)
            byte = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
        if (bytes.find(word) != std::string::npos)
            found += entry.path().filename().string() + ' ';
    }
    return found;
}

} // namespace storetest
