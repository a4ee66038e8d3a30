// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/Reader.h"

namespace weavemap::exchange {

/// Plain edge lists as network programs exchange them: lines `a b` or `a b weight`, a and b whole numbers with blanks
/// or tabs between, and comments behind #. Claimed only where every line of the file's beginning is like that. A
/// comment that holds `n=5000` says that the people are 0 to 4999, those without a tie among them; otherwise they are
/// the ends that appear. Lines that are different further down are rejected. Undirected unless the caller says
/// otherwise.
class EdgeListReader final : public Reader
{
public:
    std::string_view format() const override { return "edgelist"; }
    Claim claims(const SourceFile& file) const override;
    Result<ImportedNetwork> read(SourceFile file, const ReadOptions& options, const RunContext& run) const override;
};

} // namespace weavemap::exchange
