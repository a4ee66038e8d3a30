// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/Representativeness.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <string_view>

#include "core/health/SmallCells.h"

namespace weavemap::health {

namespace {

using Counts = std::vector<std::size_t>;
using Marks = std::vector<std::uint8_t>;

constexpr double kRounding = 1e-9; ///< shares that were typed with a few digits may be that much more than everybody

Result<> check(const RepresentedMembers& members, std::span<const ReferenceShare> reference)
{
    const std::size_t n = members.groups.size();
    if (!members.isLeader.empty() && members.isLeader.size() != n)
        return fail(ErrorCode::invalidArgument, {"leaders", std::to_string(members.isLeader.size())});
    if (!members.isWellPlaced.empty() && members.isWellPlaced.size() != n)
        return fail(ErrorCode::invalidArgument, {"well placed", std::to_string(members.isWellPlaced.size())});
    double sum = 0.0;
    std::map<std::string_view, int> typed;
    for (const ReferenceShare& share : reference) {
        if (!(share.share >= 0.0 && share.share <= 1.0))
            return fail(ErrorCode::outOfRange, {share.group, std::to_string(share.share), "0 to 1"});
        if (++typed[share.group] > 1)
            return fail(ErrorCode::duplicateId, {share.group});
        sum += share.share;
    }
    if (sum > 1.0 + kRounding)
        return fail(ErrorCode::outOfRange, {"reference", std::to_string(sum), "0 to 1"});
    return {};
}

/// One column before anything is hidden: people by group, and those who did not say.
struct Column
{
    Counts counts;
    std::size_t said = 0;
    std::size_t notSaid = 0;
};

Column columnOf(const RepresentedMembers& members, std::span<const std::uint8_t> isIn,
                const std::map<std::string, std::size_t>& places)
{
    Column column{Counts(places.size(), 0)};
    for (std::size_t i = 0; i < members.groups.size(); ++i) {
        if (!isIn.empty() && isIn[i] == 0)
            continue;
        if (members.groups[i].empty()) {
            ++column.notSaid;
            continue;
        }
        ++column.counts[places.at(members.groups[i])];
        ++column.said;
    }
    return column;
}

/// Cells of a column of some of the members that must be hidden, so that neither they nor the others of a group can be
/// worked out.
Marks hiddenAmong(const Column& column, const Column& members, const Marks& hiddenMembers)
{
    Counts others;
    for (std::size_t i = 0; i < column.counts.size(); ++i)
        others.push_back(members.counts[i] - column.counts[i]);
    Marks hidden = hiddenMembers;
    for (Marks before; before != hidden;) {
        before = hidden;
        hidden = hiddenCells(others, hiddenCells(column.counts, hidden));
    }
    return hidden;
}

void fill(std::vector<GroupRow>& rows, GroupCell GroupRow::*cell, const Column& column, const Marks& hidden)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (hidden[i] != 0)
            continue;
        GroupCell& shown = rows[i].*cell;
        shown.count = column.counts[i];
        if (column.said > 0)
            shown.share = static_cast<double>(column.counts[i]) / static_cast<double>(column.said);
    }
}

bool isSmall(std::size_t people) { return people > 0 && people < kLeastCell; }

/// The total of a column of some of `all` members; nothing where it, or the rest of them, is a small cell itself.
ColumnTotal totalOf(const Column& column, const Column& all)
{
    if (isSmall(column.said) || isSmall(all.said - column.said))
        return {};
    return {column.said, column.notSaid};
}

std::optional<double> quotient(const std::optional<double>& share, const std::optional<double>& of)
{
    return share && of && *of > 0.0 ? std::optional(*share / *of) : std::nullopt;
}

bool isAny(const Marks& marks)
{
    return std::any_of(marks.begin(), marks.end(), [](std::uint8_t mark) { return mark != 0; });
}

} // namespace

Result<Representation> represent(const RepresentedMembers& members, std::span<const ReferenceShare> reference)
{
    WEAVEMAP_TRY(check(members, reference));
    std::map<std::string, std::size_t> places;
    for (const std::string& group : members.groups)
        if (!group.empty())
            places.emplace(group, 0);
    for (const ReferenceShare& share : reference)
        places.emplace(share.group, 0);
    Representation result;
    for (auto& [group, place] : places) {
        place = result.rows.size();
        result.rows.push_back({group, {}, {}, {}, {}, {}, {}, {}});
    }
    for (const ReferenceShare& share : reference)
        result.rows[places.at(share.group)].reference = share.share;

    const Column all = columnOf(members, {}, places);
    const Marks hidden = hiddenCells(all.counts);
    fill(result.rows, &GroupRow::members, all, hidden);
    result.members = totalOf(all, all);
    result.isAnyHidden = isAny(hidden);
    const auto addColumn = [&](std::span<const std::uint8_t> isIn, GroupCell GroupRow::*cell, ColumnTotal& total) {
        if (isIn.empty())
            return;
        const Column column = columnOf(members, isIn, places);
        const Marks hiddenHere = hiddenAmong(column, all, hidden);
        fill(result.rows, cell, column, hiddenHere);
        total = totalOf(column, all);
        result.isAnyHidden = result.isAnyHidden || isAny(hiddenHere);
    };
    addColumn(members.isLeader, &GroupRow::leaders, result.leaders);
    addColumn(members.isWellPlaced, &GroupRow::wellPlaced, result.wellPlaced);
    for (GroupRow& row : result.rows) {
        row.againstReference = quotient(row.members.share, row.reference);
        row.leaderParity = quotient(row.leaders.share, row.members.share);
        row.wellPlacedParity = quotient(row.wellPlaced.share, row.members.share);
    }
    return result;
}

std::vector<std::uint8_t> wellPlaced(std::span<const double> values)
{
    std::vector<double> known;
    for (const double value : values)
        if (value > 0.0) // no NaN either
            known.push_back(value);
    std::vector<std::uint8_t> marks(values.size(), 0);
    const std::size_t quarter = std::min((values.size() + 3) / 4, known.size());
    if (quarter == 0)
        return marks;
    std::nth_element(known.begin(), known.begin() + static_cast<std::ptrdiff_t>(quarter - 1), known.end(),
                     std::greater<>());
    const double least = known[quarter - 1];
    for (std::size_t i = 0; i < values.size(); ++i)
        marks[i] = values[i] >= least ? 1 : 0;
    return marks;
}

} // namespace weavemap::health
