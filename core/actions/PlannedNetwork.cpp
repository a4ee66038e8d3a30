// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/PlannedNetwork.h"

#include <algorithm>
#include <cassert>
#include <tuple>
#include <utility>

namespace weavemap::actions {

namespace {

template <class Records>
Result<> checkAll(const Records& records)
{
    for (const auto& record : records)
        WEAVEMAP_TRY(validate(record));
    return {};
}

template <class Records>
void sortById(Records& records)
{
    const auto isBefore = [](const auto& left, const auto& right) { return left.id < right.id; };
    if (!std::is_sorted(records.begin(), records.end(), isBefore)) // ids grow: mostly they are
        std::sort(records.begin(), records.end(), isBefore);
}

/// One value for each cell, the one that was said last.
void settle(std::vector<store::AttributeValue>& values)
{
    const auto cell = [](const store::AttributeValue& value) { return std::tuple(value.person, value.attribute); };
    std::reverse(values.begin(), values.end());
    std::stable_sort(values.begin(), values.end(),
                     [&cell](const auto& left, const auto& right) { return cell(left) < cell(right); });
    values.erase(std::unique(values.begin(), values.end(),
                             [&cell](const auto& left, const auto& right) { return cell(left) == cell(right); }),
                 values.end());
}

} // namespace

Result<NetworkData> plannedNetwork(ImportPlan plan)
{
    assert(plan.changedPeople.empty() && plan.changedTies.empty() && plan.changedOverlays.empty());
    WEAVEMAP_TRY(checkAll(plan.organizations));
    WEAVEMAP_TRY(checkAll(plan.attributes));
    WEAVEMAP_TRY(checkAll(plan.people));
    WEAVEMAP_TRY(checkAll(plan.ties));
    WEAVEMAP_TRY(checkAll(plan.overlays));

    NetworkData data;
    data.people = std::move(plan.people);
    data.organizations = std::move(plan.organizations);
    data.attributes = std::move(plan.attributes);
    data.values = std::move(plan.values);
    data.ties = std::move(plan.ties);
    data.overlays = std::move(plan.overlays);
    sortById(data.people);
    sortById(data.organizations);
    sortById(data.attributes);
    sortById(data.ties);
    sortById(data.overlays);
    settle(data.values);
    const bool saysSo =
        std::any_of(plan.facts.begin(), plan.facts.end(), [](const auto& fact) { return fact.first == "directed"; });
    if (saysSo || !data.overlays.empty())
        data.directedness = Directedness::directed;
    return data;
}

} // namespace weavemap::actions
