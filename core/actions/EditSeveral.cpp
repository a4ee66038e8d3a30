// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/EditSeveral.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/actions/StylePlaces.h"
#include "core/base/Text.h"

namespace weavemap::actions {

namespace {

constexpr std::string_view kAttribute = "attribute:";

template <class Enum>
struct Code
{
    std::string_view code;
    Enum value;
};

constexpr std::array kKinds{Code<PersonKind>{"member", PersonKind::member},
                            Code<PersonKind>{"staff", PersonKind::staff},
                            Code<PersonKind>{"outside", PersonKind::outside}};
constexpr std::array kLevels{Code<EngagementLevel>{"", EngagementLevel::unknown},
                             Code<EngagementLevel>{"core", EngagementLevel::core},
                             Code<EngagementLevel>{"active", EngagementLevel::active},
                             Code<EngagementLevel>{"occasional", EngagementLevel::occasional},
                             Code<EngagementLevel>{"peripheral", EngagementLevel::peripheral}};

template <class Codes>
auto valueOf(const Codes& codes, std::string_view field, std::string_view code) -> Result<decltype(codes.front().value)>
{
    const auto found = std::find_if(codes.begin(), codes.end(), [code](const auto& one) { return one.code == code; });
    if (found == codes.end())
        return fail(ErrorCode::invalidArgument, {std::string(field), std::string(code)});
    return found->value;
}

Result<Person> existing(store::Records& records, PersonId id)
{
    WEAVEMAP_ASSIGN(auto person, records.people.find(id));
    if (!person)
        return fail(ErrorCode::notFound, {"person", id.toString()});
    return std::move(*person);
}

Result<AttributeId> attributeNamed(store::Records& records, std::string_view name)
{
    WEAVEMAP_ASSIGN(const auto attributes, records.people.attributes());
    const auto found = std::find_if(attributes.begin(), attributes.end(),
                                    [name](const Attribute& attribute) { return attribute.name == name; });
    if (found == attributes.end())
        return fail(ErrorCode::notFound, {"field", std::string(name)});
    return found->id;
}

Result<> setField(Person& person, std::string_view field, const std::string& value, OrganizationId organization)
{
    if (field == "region") {
        person.region = value;
    } else if (field == "role") {
        person.role = value;
    } else if (field == "organization") {
        person.organization = organization;
    } else if (field == "kind") {
        WEAVEMAP_ASSIGN(person.kind, valueOf(kKinds, field, value));
    } else if (field == "level") {
        WEAVEMAP_ASSIGN(person.level, valueOf(kLevels, field, value));
    } else {
        return fail(ErrorCode::notFound, {"field", std::string(field)});
    }
    return {};
}

} // namespace

std::vector<std::string> fieldsToGive() { return {"region", "role", "organization", "level", "kind"}; }

Result<> giveValue(store::Records& records, std::span<const PersonId> people, std::string_view field,
                   std::string_view value)
{
    const std::string text(trimmed(value));
    if (field.starts_with(kAttribute)) {
        WEAVEMAP_ASSIGN(const AttributeId attribute, attributeNamed(records, field.substr(kAttribute.size())));
        for (const PersonId id : people)
            WEAVEMAP_TRY(records.people.setAttribute(id, attribute, text));
        return {};
    }
    OrganizationId organization;
    if (field == "organization" && !people.empty()) {
        WEAVEMAP_ASSIGN(organization, organizationNamed(records, text));
    }
    for (const PersonId id : people) {
        WEAVEMAP_ASSIGN(Person person, existing(records, id));
        WEAVEMAP_TRY(setField(person, field, text, organization));
        WEAVEMAP_TRY(updatePerson(records, person));
    }
    return {};
}

Result<std::size_t> tieAll(store::Records& records, std::span<const PersonId> people, const DrawnTie& like)
{
    std::size_t drawn = 0;
    for (std::size_t i = 0; i < people.size(); ++i)
        for (std::size_t k = i + 1; k < people.size(); ++k) {
            WEAVEMAP_ASSIGN(const auto known, records.ties.between(people[i], people[k]));
            if (known && known->isOpenOn(like.on))
                continue;
            DrawnTie tie = like;
            tie.a = people[i];
            tie.b = people[k];
            WEAVEMAP_TRY(drawTie(records, tie));
            ++drawn;
        }
    return drawn;
}

Result<PersonId> duplicatePerson(store::Records& records, PersonId id, const std::string& name)
{
    WEAVEMAP_ASSIGN(const Person like, existing(records, id));
    Person person;
    person.name = name;
    person.kind = like.kind;
    person.role = like.role;
    person.region = like.region;
    person.organization = like.organization;
    person.level = like.level;
    AttributeTexts texts;
    WEAVEMAP_ASSIGN(const auto values, records.people.attributeValues(id));
    for (const store::AttributeValue& value : values)
        if (value.value != like.name && value.value != like.email && value.value != like.phone &&
            value.value != like.sourceId)
            texts.emplace_back(value.attribute, value.value);
    return addPerson(records, person, texts);
}

Result<std::vector<PersonId>> addPasted(store::Records& records, const PastedPeople& pasted, const DrawnTie& like,
                                        const MapQuestion& map)
{
    std::vector<PersonId> added;
    std::vector<MapPosition> places;
    for (const PastedPerson& one : pasted.people) {
        Person person;
        person.name = one.name;
        person.email = one.email;
        WEAVEMAP_ASSIGN(const PersonId id, addPerson(records, person));
        added.push_back(id);
        places.push_back({{}, id, one.x, one.y, false});
    }
    WEAVEMAP_TRY(movePeople(records, map, std::move(places)));
    const auto personAt = [&](std::size_t place) {
        return place < added.size() ? added[place] : pasted.known[place - added.size()];
    };
    for (const auto& [a, b] : pasted.ties) {
        DrawnTie tie = like;
        tie.a = personAt(a);
        tie.b = personAt(b);
        WEAVEMAP_TRY(drawTie(records, tie));
    }
    return added;
}

} // namespace weavemap::actions
