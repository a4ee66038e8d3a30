// SPDX-License-Identifier: GPL-3.0-or-later
#include "BenchOptions.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace weavemap::bench {

unsigned BenchOptions::threads() const
{
    return static_cast<unsigned>(std::max(1, std::atoi(value("threads", "2").c_str())));
}

std::string BenchOptions::dataset() const
{
    const std::string name = std::filesystem::path(file).filename().string();
    return name.substr(0, name.find('.')) + (giantOnly ? "/giant" : "");
}

std::string BenchOptions::value(const std::string& key, const std::string& otherwise) const
{
    const auto it = more.find(key);
    return it == more.end() ? otherwise : it->second;
}

std::optional<BenchOptions> readOptions(int count, char** arguments)
{
    if (count < 3)
        return std::nullopt;
    BenchOptions options;
    options.task = arguments[1];
    options.file = arguments[2];
    for (int i = 3; i < count; ++i) {
        const std::string word = arguments[i];
        const auto equals = word.find('=');
        if (word == "--giant")
            options.giantOnly = true;
        else if (word == "--reps" && i + 1 < count)
            options.reps = std::max(1, std::atoi(arguments[++i]));
        else if (word == "--out" && i + 1 < count)
            options.out = arguments[++i];
        else if (equals != std::string::npos && equals > 0 && word[0] != '-')
            options.more[word.substr(0, equals)] = word.substr(equals + 1);
        else
            return std::nullopt;
    }
    return options;
}

} // namespace weavemap::bench
