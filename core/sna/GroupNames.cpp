// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/GroupNames.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace weavemap::sna {

namespace {

/// What an old and a new group have in common.
struct Overlap
{
    std::uint32_t before = 0;
    std::uint32_t after = 0;
    std::size_t shared = 0;
    std::size_t either = 0; ///< people of both dates who are in one or the other
    std::size_t smaller = 0;
    PersonId lowest;
};

bool isBetter(const Overlap& a, const Overlap& b)
{
    return std::tie(b.shared, a.either, a.lowest) < std::tie(a.shared, b.either, b.lowest);
}

std::size_t groupCount(const Grouping& grouping)
{
    return grouping.of.empty() ? 0 : *std::max_element(grouping.of.begin(), grouping.of.end()) + std::size_t{1};
}

std::vector<Overlap> overlaps(const Grouping& before, const Grouping& after)
{
    std::unordered_map<PersonId, std::uint32_t> groupBefore;
    for (std::size_t i = 0; i < before.people.size(); ++i)
        groupBefore.emplace(before.people[i], before.of[i]);
    std::vector<std::size_t> sizeBefore(groupCount(before), 0), sizeAfter(groupCount(after), 0);
    std::map<std::pair<std::uint32_t, std::uint32_t>, Overlap> pairs;
    for (std::size_t i = 0; i < after.people.size(); ++i) {
        const auto was = groupBefore.find(after.people[i]);
        if (was == groupBefore.end())
            continue;
        ++sizeBefore[was->second];
        ++sizeAfter[after.of[i]];
        Overlap& pair = pairs[{was->second, after.of[i]}];
        pair.lowest = pair.shared == 0 ? after.people[i] : std::min(pair.lowest, after.people[i]);
        ++pair.shared;
    }
    std::vector<Overlap> all;
    for (auto& [groups, pair] : pairs) {
        std::tie(pair.before, pair.after) = groups;
        const auto [smaller, larger] = std::minmax(sizeBefore[pair.before], sizeAfter[pair.after]);
        pair.smaller = smaller;
        pair.either = smaller + larger - pair.shared;
        all.push_back(pair);
    }
    return all;
}

} // namespace

std::vector<std::string> keptGroupNames(const Grouping& before, const std::vector<std::string>& names,
                                        const Grouping& after)
{
    assert(before.people.size() == before.of.size() && after.people.size() == after.of.size());
    assert(names.size() >= groupCount(before));
    std::vector<Overlap> pairs = overlaps(before, after);
    std::sort(pairs.begin(), pairs.end(), isBetter);
    std::vector<std::string> kept(groupCount(after));
    std::vector<bool> isTaken(names.size(), false), isNamed(kept.size(), false);
    for (const Overlap& pair : pairs) {
        if (isTaken[pair.before] || isNamed[pair.after] || 2 * pair.shared < pair.smaller)
            continue;
        isTaken[pair.before] = isNamed[pair.after] = true;
        kept[pair.after] = names[pair.before];
    }
    return kept;
}

} // namespace weavemap::sna
