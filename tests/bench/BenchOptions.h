// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>

namespace weavemap::bench {

/// One call: TASK EDGELIST[.gz] [--giant] [--reps N] [--out FILE] [key=value]...
struct BenchOptions
{
    std::string task;
    std::string file;
    std::string out;
    bool giantOnly = false;
    int reps = 3;
    std::map<std::string, std::string> more;

    unsigned threads() const;
    /// The file's name without folders and suffixes.
    std::string dataset() const;
    std::string value(const std::string& key, const std::string& otherwise) const;
};

/// Nothing where the arguments make no call.
std::optional<BenchOptions> readOptions(int count, char** arguments);

} // namespace weavemap::bench
