// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/ImportBasis.h"

#include <algorithm>

#include "core/base/Text.h"

namespace weavemap::actions {

namespace {

/// A name as it is compared where people write it in several ways: folded, one space between words, last name last.
std::string likeness(std::string_view name)
{
    const std::size_t comma = name.find(',');
    std::string spoken(name);
    if (comma != std::string_view::npos && name.find(',', comma + 1) == std::string_view::npos)
        spoken = std::string(name.substr(comma + 1)).append(" ").append(name.substr(0, comma));
    std::string key;
    for (const char byte : foldForSearch(spoken)) {
        const bool isGap = byte == ' ' || (byte >= '\t' && byte <= '\r');
        if (!isGap)
            key.push_back(byte);
        else if (!key.empty() && key.back() != ' ')
            key.push_back(' ');
    }
    if (!key.empty() && key.back() == ' ')
        key.pop_back();
    return key;
}

PersonPair unordered(PersonId one, PersonId other)
{
    return one < other ? PersonPair{one, other} : PersonPair{other, one};
}

/// Ids grow: mostly this is one more at the end.
void enter(std::vector<PersonId>& people, PersonId person)
{
    people.insert(std::upper_bound(people.begin(), people.end(), person), person);
}

void leave(std::vector<PersonId>& people, PersonId person)
{
    const auto at = std::lower_bound(people.begin(), people.end(), person);
    if (at != people.end() && *at == person)
        people.erase(at);
}

} // namespace

ImportBasis::Found ImportBasis::found(const PersonIndex& index, const std::string& key)
{
    const auto people = index.find(key);
    return people == index.end() ? Found() : Found(people->second);
}

const Person* ImportBasis::person(PersonId id) const
{
    const auto at = m_personAt.find(id);
    return at == m_personAt.end() ? nullptr : &m_people[at->second];
}

ImportBasis::Found ImportBasis::bySourceId(std::string_view sourceId) const
{
    return found(m_bySourceId, std::string(sourceId));
}

ImportBasis::Found ImportBasis::byName(std::string_view name) const { return found(m_byName, std::string(name)); }

ImportBasis::Found ImportBasis::alike(std::string_view name) const { return found(m_alike, likeness(name)); }

ImportBasis::Found ImportBasis::alikeInWords(std::string_view name) const
{
    const std::string key = likeness(name);
    return key.find(' ') == std::string::npos ? Found{} : found(m_alike, key);
}

void ImportBasis::add(const Person& person)
{
    m_personAt.emplace(person.id, m_people.size());
    m_people.push_back(person);
    if (!person.sourceId.empty())
        enter(m_bySourceId[person.sourceId], person.id);
    enter(m_byName[person.name], person.id);
    enter(m_alike[likeness(person.name)], person.id);
}

void ImportBasis::replace(const Person& person)
{
    const auto at = m_personAt.find(person.id);
    if (at == m_personAt.end())
        return;
    Person& old = m_people[at->second];
    const auto move = [&person](PersonIndex& index, const std::string& from, const std::string& to) {
        if (from == to)
            return;
        if (const auto people = index.find(from); people != index.end())
            leave(people->second, person.id);
        if (!to.empty())
            enter(index[to], person.id);
    };
    move(m_bySourceId, old.sourceId, person.sourceId);
    move(m_byName, old.name, person.name);
    move(m_alike, likeness(old.name), likeness(person.name));
    old = person;
}

const Organization* ImportBasis::organization(std::string_view name) const
{
    const auto it = m_organizations.find(std::string(name));
    return it == m_organizations.end() ? nullptr : &it->second;
}

void ImportBasis::add(const Organization& organization) { m_organizations.emplace(organization.name, organization); }

const Attribute* ImportBasis::attribute(std::string_view name) const
{
    const auto it = m_attributes.find(std::string(name));
    return it == m_attributes.end() ? nullptr : &it->second;
}

void ImportBasis::add(const Attribute& attribute) { m_attributes.emplace(attribute.name, attribute); }

std::string_view ImportBasis::value(PersonId person, AttributeId attribute) const
{
    const auto column = m_values.find(attribute);
    if (column == m_values.end())
        return {};
    const auto value = column->second.find(person);
    return value == column->second.end() ? std::string_view() : std::string_view(value->second);
}

void ImportBasis::set(const store::AttributeValue& value) { m_values[value.attribute][value.person] = value.value; }

const Tie* ImportBasis::tie(PersonId one, PersonId other) const
{
    const auto it = m_ties.find(unordered(one, other));
    return it == m_ties.end() ? nullptr : &it->second;
}

void ImportBasis::put(const Tie& tie) { m_ties.insert_or_assign(unordered(tie.a, tie.b), tie); }

const Overlay* ImportBasis::names(PersonId from, PersonId to) const
{
    const auto it = m_names.find({from, to});
    return it == m_names.end() ? nullptr : &it->second;
}

void ImportBasis::put(const Overlay& overlay)
{
    if (overlay.kind == OverlayKind::names)
        m_names.insert_or_assign({overlay.from, overlay.to}, overlay);
}

bool ImportBasis::wasImportedFrom(TieId tie, std::string_view fileName) const
{
    const auto it = m_importedFrom.find(std::string(fileName));
    return it != m_importedFrom.end() && it->second.contains(tie);
}

void ImportBasis::addImported(TieId tie, std::string_view fileName)
{
    m_importedFrom[std::string(fileName)].insert(tie);
}

std::string_view ImportBasis::fact(const std::string& key) const
{
    const auto it = m_facts.find(key);
    return it == m_facts.end() ? std::string_view() : std::string_view(it->second);
}

Result<ImportBasis> readImportBasis(store::Records& records)
{
    ImportBasis basis;
    WEAVEMAP_ASSIGN(const auto people, records.people.all());
    for (const Person& person : people)
        basis.add(person);
    WEAVEMAP_ASSIGN(const auto organizations, records.people.organizations());
    for (const Organization& organization : organizations)
        basis.add(organization);
    WEAVEMAP_ASSIGN(const auto attributes, records.people.attributes());
    for (const Attribute& attribute : attributes)
        basis.add(attribute);
    WEAVEMAP_ASSIGN(const auto values, records.people.attributeValues());
    for (const auto& value : values)
        basis.set(value);
    WEAVEMAP_ASSIGN(const auto ties, records.ties.all());
    for (const Tie& tie : ties)
        basis.put(tie);
    WEAVEMAP_ASSIGN(const auto overlays, records.ties.overlays());
    for (const Overlay& overlay : overlays)
        basis.put(overlay);
    WEAVEMAP_ASSIGN(const auto evidence, records.ties.evidence());
    for (const Evidence& row : evidence)
        if (row.kind == EvidenceKind::imported)
            basis.addImported(row.tie, row.source);
    WEAVEMAP_ASSIGN(const auto facts, records.views.facts(""));
    for (const auto& [key, value] : facts)
        basis.putFact(key, value);
    return basis;
}

} // namespace weavemap::actions
