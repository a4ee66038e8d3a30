// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/Reader.h"

namespace weavemap::exchange {

/// GraphML (graphml.graphdrawing.org, 1.0 and 1.1) through expat, streaming. Document types and entities are refused.
/// Nested graphs and further graphs of the file are one network; ports are ignored; a hyperedge is rejected with its
/// line. Ends without a node element are implied people. Source ids are the node ids byte for byte; where ids are only
/// the counter n0, n1, ... of igraph and graph-tool and the file has a `label` beside a unique `name`, `name` is the
/// id.
class GraphMlReader final : public Reader
{
public:
    std::string_view format() const override { return "graphml"; }
    Claim claims(const SourceFile& file) const override;
    Result<ImportedNetwork> read(SourceFile file, const ReadOptions& options, const RunContext& run) const override;
};

} // namespace weavemap::exchange
