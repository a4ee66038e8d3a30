// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/People.h"

#include "core/store/Conversations.h"
#include "core/store/Database.h"
#include "core/store/MergingRows.h"
#include "core/store/Requirements.h"

namespace weavemap::store {

namespace {

std::string selectPeople(std::string_view rest)
{
    std::string sql = "SELECT id, kind, name, source_id, email, phone, role, region, organization, level,"
                      " contact_preference, about, consent, joined_on, left_on, left_reason, archived_on, nicknames,"
                      " about_level, about_by FROM person ";
    return sql.append(rest);
}

Person readPerson(Statement& row)
{
    Person person;
    person.id = row.id<PersonId>(0);
    person.kind = row.as<PersonKind>(1);
    person.name = row.text(2);
    person.sourceId = row.text(3);
    person.email = row.text(4);
    person.phone = row.text(5);
    person.role = row.text(6);
    person.region = row.text(7);
    person.organization = row.id<OrganizationId>(8);
    person.level = row.as<EngagementLevel>(9);
    person.contactPreference = row.text(10);
    person.about = row.text(11);
    person.consent = row.as<ShowConsent>(12);
    person.joined = row.date(13);
    person.left = row.date(14);
    person.leftReason = row.text(15);
    person.archived = row.date(16);
    person.nicknames = row.text(17);
    person.aboutLevel = row.as<Confidentiality>(18);
    person.aboutBy = row.id<PersonId>(19);
    return person;
}

Organization readOrganization(Statement& row)
{
    return {row.id<OrganizationId>(0), row.text(1), row.text(2), row.text(3)};
}

AttributeValue readAttributeValue(Statement& row) { return {row.id<PersonId>(0), row.id<AttributeId>(1), row.text(2)}; }

Result<> requireOrganization(Database& database, OrganizationId id)
{
    return requireRow(database, "SELECT 1 FROM organization WHERE id = ?1", "organization", id.value);
}

/// What a person must satisfy beside the other rows: a source id of their own; an organization and a writer of the note
/// about them who are there.
Result<> fitsAmongRows(Database& database, const Person& person)
{
    if (person.organization)
        WEAVEMAP_TRY(requireOrganization(database, person.organization));
    if (person.aboutBy != person.id)
        WEAVEMAP_TRY(requirePersonOrNone(database, person.aboutBy));
    if (person.sourceId.empty())
        return {};
    WEAVEMAP_ASSIGN(
        const auto taken,
        database.integer("SELECT count(*) FROM person WHERE source_id = ?1 AND source_id <> '' AND id <> ?2",
                         person.sourceId, person.id.value));
    if (taken > 0)
        return fail(ErrorCode::duplicateId, {person.sourceId});
    return {};
}

} // namespace

Result<std::vector<Person>> People::all() const { return m_database->list(selectPeople("ORDER BY id"), readPerson); }

Result<std::optional<Person>> People::find(PersonId id) const
{
    return m_database->first(selectPeople("WHERE id = ?1"), readPerson, id);
}

Result<std::vector<Person>> People::findByName(std::string_view exactName) const
{
    return m_database->list(selectPeople("WHERE name = ?1 ORDER BY id"), readPerson, exactName);
}

Result<std::vector<Person>> People::findBySourceId(std::string_view sourceId) const
{
    return m_database->list(selectPeople("WHERE source_id = ?1 AND source_id <> '' ORDER BY id"), readPerson, sourceId);
}

Result<std::size_t> People::count() const
{
    WEAVEMAP_ASSIGN(const auto people, m_database->integer("SELECT count(*) FROM person"));
    return static_cast<std::size_t>(people);
}

Result<PersonId> People::insert(Person person)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(validate(person));
    WEAVEMAP_TRY(fitsAmongRows(*m_database, person));
    person.id = givenOrNew(*m_database, person.id);
    WEAVEMAP_TRY(m_database->run(
        "INSERT INTO person(id, kind, name, source_id, email, phone, role, region, organization, level,"
        " contact_preference, about, consent, joined_on, left_on, left_reason, archived_on,"
        " nicknames, about_level, about_by) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,"
        " ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)",
        person.id, person.kind, person.name, person.sourceId, person.email, person.phone, person.role, person.region,
        person.organization, person.level, person.contactPreference, person.about, person.consent, person.joined,
        person.left, person.leftReason, person.archived, person.nicknames, person.aboutLevel, person.aboutBy));
    return person.id;
}

Result<> People::update(const Person& person)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(validate(person));
    WEAVEMAP_ASSIGN(const auto before, find(person.id));
    if (!before)
        return fail(ErrorCode::notFound, {"person", person.id.toString()});
    if (*before == person)
        return {};
    WEAVEMAP_TRY(fitsAmongRows(*m_database, person));
    return m_database->run(
        "UPDATE person SET kind = ?2, name = ?3, source_id = ?4, email = ?5, phone = ?6, role = ?7, region = ?8,"
        " organization = ?9, level = ?10, contact_preference = ?11, about = ?12, consent = ?13, joined_on = ?14,"
        " left_on = ?15, left_reason = ?16, archived_on = ?17, nicknames = ?18, about_level = ?19, about_by = ?20 "
        "WHERE id = ?1",
        person.id, person.kind, person.name, person.sourceId, person.email, person.phone, person.role, person.region,
        person.organization, person.level, person.contactPreference, person.about, person.consent, person.joined,
        person.left, person.leftReason, person.archived, person.nicknames, person.aboutLevel, person.aboutBy);
}

Result<> People::remove(PersonId id)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(requirePerson(*m_database, id));

    // A conversation that has no words and no other participant would say nothing without this person.
    WEAVEMAP_ASSIGN(const auto emptied,
                    m_database->list(
                        "SELECT DISTINCT c.id FROM participant p JOIN conversation c ON c.id = p.conversation"
                        " WHERE p.person = ?1 AND trim(c.text) = '' AND NOT EXISTS"
                        " (SELECT 1 FROM participant o WHERE o.conversation = c.id AND o.person <> ?1)"
                        " ORDER BY c.id",
                        [](Statement& row) { return row.id<ConversationId>(0); }, id));
    Conversations conversations(*m_database);
    for (const auto conversation : emptied)
        WEAVEMAP_TRY(conversations.remove(conversation));

    WEAVEMAP_TRY(forgetMergedInto(*m_database, id));
    constexpr std::string_view kSteps[] = {
        "UPDATE evidence SET introduction = NULL WHERE introduction IN"
        " (SELECT id FROM introduction WHERE a = ?1 OR b = ?1)",
        "UPDATE project SET introduction = NULL WHERE introduction IN"
        " (SELECT id FROM introduction WHERE a = ?1 OR b = ?1)",
        "DELETE FROM introduction_step WHERE introduction IN (SELECT id FROM introduction WHERE a = ?1 OR b = ?1)",
        "DELETE FROM introduction WHERE a = ?1",
        "DELETE FROM introduction WHERE b = ?1",
        "UPDATE introduction SET host = NULL WHERE host = ?1",
        "DELETE FROM apart_pair WHERE a = ?1",
        "DELETE FROM apart_pair WHERE b = ?1",
        "DELETE FROM asked_question WHERE person = ?1",
        "DELETE FROM snooze WHERE person = ?1",
        "DELETE FROM attendance WHERE person = ?1",
        "DELETE FROM project_person WHERE person = ?1",
        "UPDATE convening SET writer = NULL WHERE writer = ?1",
        "UPDATE project SET writer = NULL WHERE writer = ?1",
        "UPDATE person SET about_by = NULL WHERE about_by = ?1",
        "DELETE FROM evidence WHERE tie IN (SELECT id FROM tie WHERE a = ?1 UNION SELECT id FROM tie WHERE b = ?1)",
        "DELETE FROM overlay WHERE tie IN (SELECT id FROM tie WHERE a = ?1 UNION SELECT id FROM tie WHERE b = ?1)",
        "DELETE FROM overlay WHERE from_person = ?1",
        "DELETE FROM overlay WHERE to_person = ?1",
        "DELETE FROM tie WHERE a = ?1",
        "DELETE FROM tie WHERE b = ?1",
        "UPDATE evidence SET heard_from = NULL WHERE heard_from = ?1",
        "DELETE FROM participant WHERE person = ?1",
        "UPDATE conversation SET staff = NULL WHERE staff = ?1",
        "UPDATE note_item SET person = NULL WHERE person = ?1",
        "UPDATE note_item SET other = NULL WHERE other = ?1",
        "UPDATE follow_up SET person = NULL WHERE person = ?1",
        "UPDATE follow_up SET owner = NULL WHERE owner = ?1",
        "DELETE FROM attribute_value WHERE person = ?1",
        "DELETE FROM map_position WHERE person = ?1",
        "DELETE FROM computed_position WHERE person = ?1",
        "DELETE FROM person WHERE id = ?1",
    };
    for (const auto sql : kSteps)
        WEAVEMAP_TRY(m_database->run(sql, id));
    return {};
}

Result<std::vector<Organization>> People::organizations() const
{
    return m_database->list("SELECT id, name, kind, region FROM organization ORDER BY id", readOrganization);
}

Result<OrganizationId> People::insert(Organization organization)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(validate(organization));
    organization.id = givenOrNew(*m_database, organization.id);
    WEAVEMAP_TRY(m_database->run("INSERT INTO organization(id, name, kind, region) VALUES(?1, ?2, ?3, ?4)",
                                 organization.id, organization.name, organization.kind, organization.region));
    return organization.id;
}

Result<> People::update(const Organization& organization)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(validate(organization));
    WEAVEMAP_ASSIGN(const auto before,
                    m_database->first("SELECT id, name, kind, region FROM organization WHERE id = ?1", readOrganization,
                                      organization.id));
    if (!before)
        return fail(ErrorCode::notFound, {"organization", organization.id.toString()});
    if (*before == organization)
        return {};
    return m_database->run("UPDATE organization SET name = ?2, kind = ?3, region = ?4 WHERE id = ?1", organization.id,
                           organization.name, organization.kind, organization.region);
}

Result<> People::remove(OrganizationId id)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(requireOrganization(*m_database, id));
    WEAVEMAP_TRY(m_database->run("UPDATE person SET organization = NULL WHERE organization = ?1", id));
    return m_database->run("DELETE FROM organization WHERE id = ?1", id);
}

Result<std::vector<Attribute>> People::attributes() const
{
    return m_database->list("SELECT id, name FROM attribute ORDER BY id", [](Statement& row) {
        return Attribute{row.id<AttributeId>(0), row.text(1)};
    });
}

Result<AttributeId> People::insert(Attribute attribute)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(validate(attribute));
    WEAVEMAP_ASSIGN(const auto taken,
                    m_database->integer("SELECT count(*) FROM attribute WHERE name = ?1", attribute.name));
    if (taken > 0)
        return fail(ErrorCode::duplicateId, {attribute.name});
    attribute.id = givenOrNew(*m_database, attribute.id);
    WEAVEMAP_TRY(m_database->run("INSERT INTO attribute(id, name) VALUES(?1, ?2)", attribute.id, attribute.name));
    return attribute.id;
}

Result<> People::remove(AttributeId id)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(requireRow(*m_database, "SELECT 1 FROM attribute WHERE id = ?1", "attribute", id.value));
    WEAVEMAP_TRY(m_database->run("DELETE FROM attribute_value WHERE attribute = ?1", id));
    return m_database->run("DELETE FROM attribute WHERE id = ?1", id);
}

Result<std::vector<AttributeValue>> People::attributeValues() const
{
    return m_database->list("SELECT person, attribute, value FROM attribute_value ORDER BY person, attribute, id",
                            readAttributeValue);
}

Result<std::vector<AttributeValue>> People::attributeValues(PersonId person) const
{
    return m_database->list(
        "SELECT person, attribute, value FROM attribute_value WHERE person = ?1 ORDER BY attribute, id",
        readAttributeValue, person);
}

Result<> People::setAttribute(PersonId person, AttributeId attribute, std::string_view value)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    struct Cell
    {
        std::int64_t id = 0;
        std::string value;
    };
    WEAVEMAP_ASSIGN(const auto cell, m_database->first(
                                         "SELECT id, value FROM attribute_value WHERE person = ?1 AND attribute = ?2",
                                         [](Statement& row) {
                                             return Cell{row.integer(0), row.text(1)};
                                         },
                                         person, attribute));
    if (cell) {
        if (value.empty())
            return m_database->run("DELETE FROM attribute_value WHERE id = ?1", cell->id);
        if (value == cell->value)
            return {};
        return m_database->run("UPDATE attribute_value SET value = ?2 WHERE id = ?1", cell->id, value);
    }
    WEAVEMAP_TRY(requirePerson(*m_database, person));
    WEAVEMAP_TRY(requireRow(*m_database, "SELECT 1 FROM attribute WHERE id = ?1", "attribute", attribute.value));
    if (value.empty())
        return {};
    return m_database->run("INSERT INTO attribute_value(id, person, attribute, value) VALUES(?1, ?2, ?3, ?4)",
                           m_database->ids().next(), person, attribute, value);
}

} // namespace weavemap::store
