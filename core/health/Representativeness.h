// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/Result.h"

namespace weavemap::health {

/// What is known of each member, by member; it must outlive the call. Groups are self-described only.
struct RepresentedMembers
{
    std::span<const std::string> groups;        ///< empty text: not said
    std::span<const std::uint8_t> isLeader;     ///< empty: leaders are not known
    std::span<const std::uint8_t> isWellPlaced; ///< as `wellPlaced` gives it; empty: not known
};

/// A share that the user typed: of the field, of the state, of what the association wants to look like.
struct ReferenceShare
{
    std::string group;
    double share = 0.0; ///< in [0, 1]
};

/// How many of some people are of one group. Both absent where the cell is hidden, or these people are not known.
struct GroupCell
{
    std::optional<std::size_t> count;
    std::optional<double> share; ///< of those who said
    bool operator==(const GroupCell&) const = default;
};

/// One group in all columns. A quotient is absent where one of its cells is, or where it would be over 0.
struct GroupRow
{
    std::string group;
    std::optional<double> reference;
    GroupCell members, leaders, wellPlaced;
    std::optional<double> againstReference; ///< share of members / reference: 1 as many as there should be
    std::optional<double> leaderParity;     ///< share of leaders / share of members: 1 as many lead as belong
    std::optional<double> wellPlacedParity; ///< the same of the well-placed
};

/// Those who said and those who did not, of one column. Absent where they are not known, or one to four said, or all
/// members but one to four.
struct ColumnTotal
{
    std::optional<std::size_t> said;
    std::optional<std::size_t> notSaid;
    bool operator==(const ColumnTotal&) const = default;
};

struct Representation
{
    std::vector<GroupRow> rows; ///< every group of a member or of the reference, by name
    ColumnTotal members, leaders, wellPlaced;
    bool isAnyHidden = false; ///< whether cells were left out because they tell of fewer than five
};

/// Who is here, who leads, who is well placed, beside a reference (domain 1, 3.9 parity, 3.10). Cells that tell of one
/// to four people are hidden with whatever they could be worked out from (`hiddenCells`): in every column against its
/// total, in those of leaders and well-placed also the rest of a group who are neither, and a group that is hidden
/// among members is hidden everywhere. A cell of nobody is shown: that nobody of a group leads is what this is for.
/// Pure; O(members log groups + groups^2).
/// Errors: invalidArgument ("leaders" or "well placed", how many) where a list has another length; outOfRange (group,
/// share, "0 to 1") for a reference that is no share, ("reference", sum, "0 to 1") for shares that are more than
/// everybody, duplicateId (group) where one is typed twice.
Result<Representation> represent(const RepresentedMembers& members, std::span<const ReferenceShare> reference);

/// Who is among the quarter with the highest values (two-step reach, say), by vertex: as many as a quarter, rounded up,
/// and everybody with as much as the last of them. Nobody with 0 or without a value (NaN). O(n log n).
std::vector<std::uint8_t> wellPlaced(std::span<const double> values);

} // namespace weavemap::health
