// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/graph/GraphSnapshot.h"

namespace weavemap::sna {

/// Pairs of vertices of a directed graph by how they are tied (P. Holland, S. Leinhardt 1970, doi:10.1086/224954).
struct DyadCensus
{
    double mutual = 0.0;
    double asymmetric = 0.0;
    double none = 0.0;

    /// Arcs that are returned, of all arcs. NaN without arcs.
    double arcReciprocity() const;
    /// Mutual pairs, of the pairs tied at all. NaN without arcs.
    double dyadReciprocity() const;
};

/// O(m log degree). Errors: cancelled.
Result<DyadCensus> dyadCensus(const graph::GraphSnapshot& snapshot, const RunContext& context);

/// The sixteen kinds of triples by numbers of mutual, asymmetric and null pairs; letters tell those of equal numbers
/// apart (D down, U up, T transitive, C cyclic).
inline constexpr std::array<std::string_view, 16> kTriadNames{"003",  "012",  "102",  "021D", "021U", "021C",
                                                              "111D", "111U", "030T", "030C", "201",  "120D",
                                                              "120U", "120C", "210",  "300"};

/// How many triples are of each kind, as in kTriadNames. All 0 for n < 3.
/// Source: J. Davis, S. Leinhardt 1972; method: V. Batagelj, A. Mrvar 2001, doi:10.1016/S0378-8733(01)00035-1.
/// O(m x largest degree). Errors: cancelled.
Result<std::array<double, 16>> triadCensus(const graph::GraphSnapshot& snapshot, const RunContext& context);

} // namespace weavemap::sna
