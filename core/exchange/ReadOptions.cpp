// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/ReadOptions.h"

#include <array>
#include <utility>

namespace weavemap::exchange {

namespace {

constexpr std::array<std::pair<Field, std::string_view>, 22> kNames{{
    {Field::id, "id"},
    {Field::name, "name"},
    {Field::firstName, "firstName"},
    {Field::lastName, "lastName"},
    {Field::email, "email"},
    {Field::phone, "phone"},
    {Field::role, "role"},
    {Field::region, "region"},
    {Field::organization, "organization"},
    {Field::joined, "joined"},
    {Field::left, "left"},
    {Field::level, "level"},
    {Field::contactPreference, "contactPreference"},
    {Field::source, "source"},
    {Field::target, "target"},
    {Field::weight, "weight"},
    {Field::topic, "topic"},
    {Field::depth, "depth"},
    {Field::contact, "contact"},
    {Field::since, "since"},
    {Field::direction, "direction"},
    {Field::organization, "school"}, // the word the window uses
}};

} // namespace

std::string_view fieldName(Field field)
{
    for (const auto& [known, name] : kNames)
        if (known == field)
            return name;
    return {};
}

std::optional<Field> fieldFromName(std::string_view name)
{
    for (const auto& [field, known] : kNames)
        if (known == name)
            return field;
    return {};
}

} // namespace weavemap::exchange
