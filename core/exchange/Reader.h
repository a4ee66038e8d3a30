// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/exchange/ImportedNetwork.h"
#include "core/exchange/ReadOptions.h"
#include "core/exchange/Sheet.h"

namespace weavemap::exchange {

/// A file in memory.
struct SourceFile
{
    std::string path;   ///< UTF-8, for messages
    std::string suffix; ///< lower case, without the dot
    std::string bytes;
};

/// How sure a reader is that a file is one of its own.
enum class Claim { no, bySuffix, byContent };

/// Reads one format. The seam for further ones: write a Reader, add it to the list in Reader.cpp. Stateless, any
/// thread.
class Reader
{
public:
    virtual ~Reader() = default;
    virtual std::string_view format() const = 0;
    /// Looks at the suffix and the first bytes only.
    virtual Claim claims(const SourceFile& file) const = 0;
    /// Takes the file, since decoding may change it in place.
    virtual Result<ImportedNetwork> read(SourceFile file, const ReadOptions& options, const RunContext& run) const = 0;
};

/// All readers there are.
std::span<const Reader* const> readers();

/// Loads a file; what a gzip file holds, under the suffix before its own. Errors: `fileNotFound`, `fileUnreadable` (a
/// folder too), `fileEmpty`, `fileTooLarge`, `malformedFile` (a damaged gzip file).
Result<SourceFile> loadFile(const std::filesystem::path& path, const ReadLimits& limits);

/// Reads any file that can be read: content decides, then the suffix. Errors: those of `loadFile` and of the readers:
/// `unknownFormat`, `notText`, `badEncoding`, `noHeader`, `missingColumn` (column, then every column there is),
/// `malformedFile` (path, line, what), `unclosedQuote`, `forbiddenXml`, `nothingToImport` (a sheet that is neither
/// people, ties nor a matrix), `cancelled`.
Result<ImportedNetwork> readFile(const std::filesystem::path& path, const ReadOptions& options = {},
                                 const RunContext& run = {});

/// Only the grid of a delimited text file, for a preview; `guessSheet` tells what it seems to be.
Result<Sheet> readSheet(const std::filesystem::path& path, const ReadOptions& options = {}, const RunContext& run = {});

} // namespace weavemap::exchange
