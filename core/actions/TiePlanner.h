// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/actions/Import.h"
#include "core/actions/PeoplePlanner.h"

namespace weavemap::actions {

/// Works out what the rows of ties in a file do: the half of `planImport` that is about ties. Used once, by its owner,
/// on one thread.
class TiePlanner
{
public:
    TiePlanner(ImportBasis& basis, const exchange::ImportedNetwork& network, const ImportOptions& options, IdMint& ids,
               PeoplePlanner& people, ImportPlan& plan)
        : m_basis(basis), m_network(network), m_options(options), m_ids(ids), m_people(people), m_plan(plan)
    {}

    /// Plans every row. Errors: cancelled.
    Result<> run(const RunContext& run);

private:
    struct Arc
    {
        double weight = 0.0;
        bool stated = false;
        std::string topic;
    };
    /// What the rows of one pair say together.
    struct Sum
    {
        PersonId a; ///< the smaller id
        PersonId b;
        double undirected = 0.0;
        bool statedUndirected = false;
        Arc forward; ///< a to b
        Arc backward;
        std::optional<TieDepth> depth;
        TieContact contact = TieContact::unknown; ///< the most frequent
        std::optional<Date> since;                ///< the earliest

        double weight() const { return undirected + (forward.weight + backward.weight); }
    };

    void planRow(const exchange::ImportedTie& row);
    /// What a row says of how often and since when goes into the sum of its pair, or is noticed where it cannot.
    void addManner(const exchange::ImportedTie& row, const Tie* stands, Sum& sum);
    Result<PersonId> personAt(const exchange::TieEnd& end, ImportRow& line);
    void store(const Sum& sum);
    void storeArc(const Arc& arc, TieId tie, PersonId from, PersonId to, bool toldBefore);
    std::string digest() const;

    ImportBasis& m_basis;
    const exchange::ImportedNetwork& m_network;
    const ImportOptions& m_options;
    IdMint& m_ids;
    PeoplePlanner& m_people;
    ImportPlan& m_plan;
    std::string m_importedAs; ///< the name under which the same rows were imported before; empty: they were not
    std::vector<Sum> m_sums;  ///< in the order of their first row
    std::unordered_map<PersonPair, std::size_t, PersonPairHash> m_sumOf;
};

} // namespace weavemap::actions
