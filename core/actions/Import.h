// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/actions/ImportBasis.h"
#include "core/base/Date.h"
#include "core/base/Error.h"
#include "core/base/Id.h"
#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/domain/Person.h"
#include "core/domain/Tie.h"
#include "core/exchange/ImportedNetwork.h"
#include "core/store/People.h"
#include "core/store/Records.h"

namespace weavemap::actions {

/// What the user decided about rows of the preview, by line; planning again with these gives the new preview.
struct ImportChoices
{
    std::map<std::size_t, PersonId> sameAs; ///< this row is that person
    std::set<std::size_t> asNew;            ///< this row is somebody new
    std::set<std::size_t> leaveOut;
    bool operator==(const ImportChoices&) const = default;
};

struct ImportOptions
{
    std::string fileName;          ///< without folders; stands in the evidence of every tie
    Date on;                       ///< the day of the import: ties count as confirmed on it
    std::optional<TieDepth> depth; ///< for ties whose row does not say; none: exchange
    ImportChoices choices;
};

/// What happens to a row.
enum class RowFate {
    added,
    matched,  ///< is there already; what it says beyond that is added to it
    merged,   ///< says the same as an earlier row; weights add up
    doubtful, ///< added, but it may be somebody who is there: `like` says who
    selfLoop, ///< a tie of a person with themselves: reported, not stored
    rejected, ///< left out: `reason` says why
};

struct ImportRow
{
    enum class What { person, tie };

    std::size_t line = 0;
    What what = What::person;
    RowFate fate = RowFate::added;
    std::string text;            ///< the name; for a tie both ends as the file writes them
    std::string other;           ///< a tie's second end
    PersonId like;               ///< who is matched, or whom a doubtful row looks like
    std::optional<Error> reason; ///< of a rejected or doubtful row
    /// Ends of a tie that nobody is called, but one person is written alike (`ImportBasis::alikeInWords`): as the file
    /// writes them, and the name of the person they were taken for.
    std::vector<std::pair<std::string, std::string>> takenFor;
};

/// What an import would do: the preview, and everything that `commitImport` stores. A value; nothing is stored yet.
struct ImportPlan
{
    /// Every row in the order of the file; a tie list's new people are not rows of their own.
    std::vector<ImportRow> rows;
    std::vector<exchange::RowIssue> notices; ///< read, but the user should know

    /// Headers of a tie list that say something of ties which no record holds: what stands there is not stored.
    std::vector<std::string> leftOutColumns;

    std::size_t statedPeople = 0; ///< as the file states them: implied ones included
    std::size_t statedTies = 0;   ///< rows of ties: mutual arcs, duplicates and self-loops singly
    std::size_t newPeople = 0;
    std::size_t matchedPeople = 0;
    std::size_t doubtfulPeople = 0; ///< among the new ones
    std::size_t newTies = 0;
    std::size_t matchedTies = 0; ///< ties that stood before the import
    std::size_t newArcs = 0;     ///< directed: ordered pairs not stated before
    std::size_t merged = 0;      ///< rows that say a pair again (directed: an ordered pair)
    std::size_t selfLoops = 0;
    std::size_t rejected = 0;
    bool sameFileAgain = false; ///< its ties were imported before: they are not added up once more

    std::vector<Organization> organizations;
    std::vector<Attribute> attributes;
    std::vector<Person> people;
    std::vector<Person> changedPeople;
    std::vector<store::AttributeValue> values;
    std::vector<Tie> ties;
    std::vector<Tie> changedTies;
    std::vector<Overlay> overlays;
    std::vector<Overlay> changedOverlays;
    std::vector<Evidence> evidence;
    std::vector<std::pair<std::string, std::string>> facts;

    /// Whether storing it would change nothing.
    bool isEmpty() const;
};

/// Works out what importing `network` does to a file that holds `basis`, as README.md ("Import") says. `basis` is
/// afterwards as if the plan were stored, so that several sources are planned one after the other. Ids are minted here.
/// Pure but for `basis` and `ids`; any thread; O(rows). Errors: cancelled.
Result<ImportPlan> planImport(ImportBasis& basis, const exchange::ImportedNetwork& network,
                              const ImportOptions& options, IdMint& ids, const RunContext& run = {});

/// Stores a plan: the inside of one change ("Import members.csv"). The file must be as it was when the plan was made;
/// where ties or people came or went meanwhile it fails (duplicateTie, notFound) and stores nothing. O(rows).
Result<> commitImport(store::Records& records, const ImportPlan& plan, const RunContext& run = {});

} // namespace weavemap::actions
