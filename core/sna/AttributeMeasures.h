// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/graph/GraphSnapshot.h"
#include "core/sna/NodeAttribute.h"

namespace weavemap::sna {

/// Ties between and within the groups of an attribute. Ties of a vertex with a missing value are left out; a directed
/// graph counts arcs.
struct TieMix
{
    double external = 0.0;
    double internal = 0.0;
    std::map<std::string, double>
        indexByGroup; ///< over the ties that touch the group; groups without ties are left out

    /// (external - internal) / (external + internal), -1 to 1; NaN without ties.
    double index() const;
};

/// Krackhardt, Stern 1988, doi:10.2307/2786835. O(n + m). Errors: cancelled.
Result<TieMix> tieMix(const graph::GraphSnapshot& snapshot, const NodeAttribute& attribute, const RunContext& context);

/// Newman's assortativity by category, -1 to 1: M. Newman 2003, doi:10.1103/PhysRevE.67.026126, eq. 2. Vertices with a
/// missing value are left out with their ties. NaN where it is not defined (no ties, or all in one group). O(n + m).
double categoricalAssortativity(const graph::GraphSnapshot& snapshot, const NodeAttribute& attribute);

/// The same by number (eq. 21): Pearson's correlation of the values at the two ends of each tie, every undirected tie
/// taken both ways. NaN where one end does not vary. `attribute.numbers` must be there. O(n + m).
double numericAssortativity(const graph::GraphSnapshot& snapshot, const NodeAttribute& attribute);

/// The same on degrees (directed: out-degree of the source, in-degree of the target). O(n + m).
double degreeAssortativity(const graph::GraphSnapshot& snapshot);

/// Newman's modularity of the groups of an attribute, ties counted: M. Newman, M. Girvan 2004,
/// doi:10.1103/PhysRevE.69.026113. `snapshot` undirected; vertices with a missing value form one group of their own
/// kind. NaN without ties. O(n + m).
double attributeModularity(const graph::GraphSnapshot& snapshot, const NodeAttribute& attribute);

/// Density of a two-mode network, m / (n1 n2): the attribute has two values, everyone has one, and no tie joins equal
/// ones. NaN elsewhere. O(n + m).
double bipartiteDensity(const graph::GraphSnapshot& snapshot, const NodeAttribute& attribute);

} // namespace weavemap::sna
