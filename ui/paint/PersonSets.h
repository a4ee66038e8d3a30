// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace weavemap::ui {

/// People of a map as sets that grow together.
class PersonSets
{
public:
    using Group = std::vector<std::uint32_t>;

    explicit PersonSets(std::size_t people);

    /// The same number for everybody of a set: one of them.
    std::uint32_t rootOf(std::uint32_t person);
    void join(std::uint32_t a, std::uint32_t b) { m_parent[rootOf(a)] = rootOf(b); }
    /// The sets of `people`, the largest first.
    std::vector<Group> of(const Group& people);

private:
    std::vector<std::uint32_t> m_parent;
};

} // namespace weavemap::ui
