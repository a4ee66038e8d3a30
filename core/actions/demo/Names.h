// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>
#include <utility>

namespace weavemap::actions::demo {

/// Given and family names that go together.
struct NameFamily
{
    std::span<const std::string_view> given;
    std::span<const std::string_view> family;
};

/// Names of several origins for the people of the sample network.
std::span<const NameFamily> nameFamilies();

/// Given names and what their bearers are called.
std::span<const std::pair<std::string_view, std::string_view>> shortNames();

/// A region of the sample network.
struct RegionWords
{
    std::string_view name;
    int share = 0;                            ///< parts of all members
    double heard = 0;                         ///< the part of its members heard from in the last twelve months
    double liveliness = 1;                    ///< how readily its members tie
    std::span<const std::string_view> places; ///< that its schools are named after
};

std::span<const RegionWords> regions();

/// "School", "High", ...: follow the place in a school's name.
std::span<const std::string_view> schoolKinds();

/// Other organizations, whose people are outside the association.
struct PartnerWords
{
    std::string_view name;
    std::string_view kind;
    std::string_view role; ///< of the person who speaks for it
};
std::span<const PartnerWords> partners();

} // namespace weavemap::actions::demo
