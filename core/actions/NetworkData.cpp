// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/NetworkData.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "core/base/Clock.h"

namespace weavemap::actions {

namespace {

constexpr std::string_view kAttributePrefix = "attribute:";
constexpr std::array<std::string_view, 5> kBuiltIn{"region", "role", "organization", "level", "kind"};

std::string_view levelName(EngagementLevel level)
{
    switch (level) {
    case EngagementLevel::unknown:
        return {};
    case EngagementLevel::core:
        return "core";
    case EngagementLevel::active:
        return "active";
    case EngagementLevel::occasional:
        return "occasional";
    case EngagementLevel::peripheral:
        return "peripheral";
    }
    return {};
}

std::string_view kindName(PersonKind kind)
{
    switch (kind) {
    case PersonKind::member:
        return "member";
    case PersonKind::staff:
        return "staff";
    case PersonKind::outside:
        return "outside";
    }
    return {};
}

} // namespace

Instant endOfDay(Date date)
{
    const std::int64_t noon = Instant::atLocal(date, 12, 0, 0).unixMs;
    return Instant::atLocal(date, 23, 59, localZoneMinutes(noon));
}

Result<NetworkData> readNetwork(store::Records& records, Date on)
{
    NetworkData data;
    WEAVEMAP_ASSIGN(data.people, records.people.all());
    WEAVEMAP_ASSIGN(data.organizations, records.people.organizations());
    WEAVEMAP_ASSIGN(data.attributes, records.people.attributes());
    WEAVEMAP_ASSIGN(data.values, records.people.attributeValues());
    WEAVEMAP_ASSIGN(data.ties, records.ties.all());
    WEAVEMAP_ASSIGN(data.overlays, records.ties.overlays());
    WEAVEMAP_ASSIGN(data.contacts, records.conversations.contacts(endOfDay(on)));
    WEAVEMAP_ASSIGN(const auto directed, records.views.fact("directed"));
    if (directed || !data.overlays.empty())
        data.directedness = Directedness::directed;
    return data;
}

bool isHeardFrom(const store::ContactSummary& contact, Date on)
{
    if (!contact.lastHeard)
        return false;
    const Date day = contact.lastHeard->localDate();
    return day <= on && day > on.addMonths(-12);
}

Coverage coverageOf(const NetworkData& data, Date on)
{
    std::unordered_set<PersonId> heard;
    for (const auto& contact : data.contacts)
        if (isHeardFrom(contact, on))
            heard.insert(contact.person);
    Coverage coverage;
    for (const Person& person : data.people) {
        if (!person.isCurrentMemberOn(on))
            continue;
        ++coverage.members;
        if (heard.contains(person.id))
            ++coverage.heard;
    }
    return coverage;
}

std::unordered_map<PersonId, std::string> valuesOfField(const NetworkData& data, std::string_view field)
{
    std::unordered_map<PersonId, std::string> values;
    const auto put = [&values](PersonId person, std::string_view value) {
        if (!value.empty())
            values.emplace(person, value);
    };
    if (field.starts_with(kAttributePrefix)) {
        const std::string_view name = field.substr(kAttributePrefix.size());
        const auto attribute = std::find_if(data.attributes.begin(), data.attributes.end(),
                                            [name](const Attribute& a) { return a.name == name; });
        if (attribute == data.attributes.end())
            return values;
        for (const auto& value : data.values)
            if (value.attribute == attribute->id)
                put(value.person, value.value);
        return values;
    }
    std::unordered_map<OrganizationId, std::string_view> organizations;
    if (field == "organization")
        for (const Organization& organization : data.organizations)
            organizations.emplace(organization.id, organization.name);
    for (const Person& person : data.people) {
        if (field == "region")
            put(person.id, person.region);
        else if (field == "role")
            put(person.id, person.role);
        else if (field == "level")
            put(person.id, levelName(person.level));
        else if (field == "kind")
            put(person.id, kindName(person.kind));
        else if (const auto found = organizations.find(person.organization); found != organizations.end())
            put(person.id, found->second);
    }
    return values;
}

bool repeatsIdentity(const NetworkData& data, const std::unordered_map<PersonId, std::string>& values)
{
    bool ids = true, names = true;
    for (const Person& person : data.people) {
        const auto found = values.find(person.id);
        if (found == values.end())
            continue;
        ids = ids && found->second == person.sourceId;
        names = names && found->second == person.name;
    }
    return ids || names;
}

std::vector<std::string> fieldsOf(const NetworkData& data)
{
    std::vector<std::string> fields;
    for (const std::string_view field : kBuiltIn)
        if (!valuesOfField(data, field).empty())
            fields.emplace_back(field);
    std::unordered_set<AttributeId> used;
    for (const auto& value : data.values)
        used.insert(value.attribute);
    for (const Attribute& attribute : data.attributes)
        if (used.contains(attribute.id))
            fields.push_back(std::string(kAttributePrefix) + attribute.name);
    return fields;
}

} // namespace weavemap::actions
