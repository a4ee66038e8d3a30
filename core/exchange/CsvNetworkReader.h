// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/Reader.h"

namespace weavemap::exchange {

/// Member lists, tie lists and matrices in delimited text.
class CsvNetworkReader final : public Reader
{
public:
    std::string_view format() const override { return "csv"; }
    Claim claims(const SourceFile& file) const override;
    Result<ImportedNetwork> read(SourceFile file, const ReadOptions& options, const RunContext& run) const override;
};

/// What a sheet says as people and ties; spreadsheets of any format come this way. Errors: `noHeader`, `missingColumn`,
/// `nothingToImport`, `cancelled`. O(cells).
Result<ImportedNetwork> networkOfSheet(const Sheet& sheet, const ReadOptions& options, const std::string& path,
                                       const RunContext& run = {});

} // namespace weavemap::exchange
