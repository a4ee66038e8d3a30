// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/FieldColumns.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "core/base/Text.h"

namespace weavemap::actions {

using exchange::Field;

namespace {

std::string dayOf(const std::optional<Date>& date) { return date ? date->toIso() : std::string(); }

/// What people and rows alike have as texts of their own.
template <class Who>
std::string textOf(Field field, const Who& who)
{
    switch (field) {
    case Field::name:
        return foldForSearch(who.name);
    case Field::email:
        return foldForSearch(who.email);
    case Field::phone:
        return who.phone;
    case Field::role:
        return who.role;
    case Field::region:
        return who.region;
    case Field::contactPreference:
        return who.contactPreference;
    case Field::level:
        return who.level == EngagementLevel::unknown ? std::string() : std::to_string(static_cast<int>(who.level));
    case Field::joined:
        return dayOf(who.joined);
    case Field::left:
        return dayOf(who.left);
    default:
        return {};
    }
}

constexpr std::size_t kFields = 7;

/// The fields of a person that a further column may say again.
std::array<std::string_view, kFields> fieldsSaid(const Person& person, std::string_view organization)
{
    return {
        person.name, person.email, person.phone, person.role, organization, person.region, person.contactPreference};
}

} // namespace

std::string saidIn(Field field, const Person& person)
{
    if (field == Field::organization)
        return person.organization ? person.organization.toString() : std::string();
    return textOf(field, person);
}

std::string saidIn(Field field, const exchange::ImportedPerson& row, const ImportBasis& basis)
{
    if (field == Field::organization) {
        const Organization* known = basis.organization(row.organization);
        return known ? known->id.toString() : row.organization;
    }
    return textOf(field, row);
}

std::unordered_set<AttributeId> columnsThatRepeat(const NetworkData& data)
{
    struct Count
    {
        std::size_t values = 0;
        std::array<std::size_t, kFields> same{};
    };
    std::unordered_map<OrganizationId, std::string_view> organizations;
    for (const Organization& organization : data.organizations)
        organizations.emplace(organization.id, organization.name);
    std::unordered_map<PersonId, const Person*> people;
    for (const Person& person : data.people)
        people.emplace(person.id, &person);
    std::unordered_map<AttributeId, Count> counts;
    for (const auto& value : data.values) {
        const auto person = people.find(value.person);
        if (value.value.empty() || person == people.end())
            continue;
        const auto organization = organizations.find(person->second->organization);
        const auto said = fieldsSaid(*person->second,
                                     organization == organizations.end() ? std::string_view() : organization->second);
        Count& count = counts[value.attribute];
        ++count.values;
        for (std::size_t field = 0; field < said.size(); ++field)
            count.same[field] += said[field] == trimmed(value.value) ? 1 : 0;
    }
    std::unordered_set<AttributeId> repeating;
    for (const auto& [attribute, count] : counts)
        if (*std::max_element(count.same.begin(), count.same.end()) * 10 >= count.values * 9)
            repeating.insert(attribute);
    return repeating;
}

} // namespace weavemap::actions
