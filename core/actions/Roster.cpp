// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/Roster.h"

#include <algorithm>
#include <unordered_map>

#include "core/actions/FieldColumns.h"
#include "core/graph/NetworkSnapshot.h"

namespace weavemap::actions {

Roster rosterOf(const NetworkData& data, Date on, TieSet set)
{
    Roster roster;
    const auto repeating = columnsThatRepeat(data);
    for (const Attribute& attribute : data.attributes)
        if (!repeating.contains(attribute.id))
            roster.attributes.push_back(attribute);
    std::unordered_map<OrganizationId, std::string> organizations;
    for (const Organization& organization : data.organizations)
        organizations.emplace(organization.id, organization.name);
    std::unordered_map<PersonId, std::size_t> rowOf;
    for (const Person& person : data.people) {
        RosterRow row;
        row.person = person;
        row.person.about.clear();
        if (const auto found = organizations.find(person.organization); found != organizations.end())
            row.organization = found->second;
        row.current = person.isHereOn(on);
        row.values.resize(roster.attributes.size());
        rowOf.emplace(person.id, roster.rows.size());
        roster.rows.push_back(std::move(row));
    }

    graph::NetworkOptions network;
    network.set = set;
    network.on = on;
    for (const Tie& tie : data.ties) {
        const auto a = rowOf.find(tie.a), b = rowOf.find(tie.b);
        if (!graph::isInNetwork(tie, network) || a == rowOf.end() || b == rowOf.end())
            continue;
        RosterRow& one = roster.rows[a->second];
        RosterRow& other = roster.rows[b->second];
        one.ties += other.person.isCurrentMemberOn(on) ? 1 : 0;
        other.ties += one.person.isCurrentMemberOn(on) ? 1 : 0;
    }
    for (const auto& contact : data.contacts) {
        const auto found = rowOf.find(contact.person);
        if (found == rowOf.end())
            continue;
        RosterRow& row = roster.rows[found->second];
        row.lastHeard = contact.lastHeard;
        row.conversations = contact.reached;
        row.attempts = contact.attempts;
        row.heardFrom = isHeardFrom(contact, on);
    }
    std::unordered_map<AttributeId, std::size_t> columnOf;
    for (std::size_t i = 0; i < roster.attributes.size(); ++i)
        columnOf.emplace(roster.attributes[i].id, i);
    for (const auto& value : data.values) {
        const auto row = rowOf.find(value.person);
        const auto column = columnOf.find(value.attribute);
        if (row != rowOf.end() && column != columnOf.end())
            roster.rows[row->second].values[column->second] = value.value;
    }
    return roster;
}

Result<Roster> readRoster(store::Records& records, Date on, TieSet set)
{
    WEAVEMAP_ASSIGN(const NetworkData data, readNetwork(records, on));
    return rosterOf(data, on, set);
}

namespace {

Result<std::vector<ProfileTie>> tiesOf(store::Records& records, PersonId person, Date on)
{
    std::vector<ProfileTie> rows;
    WEAVEMAP_ASSIGN(const auto ties, records.ties.of(person));
    for (const Tie& tie : ties) {
        if (!tie.isOpenOn(on))
            continue;
        ProfileTie row;
        row.tie = tie;
        row.other = tie.other(person);
        WEAVEMAP_ASSIGN(const auto other, records.people.find(row.other));
        if (other)
            row.name = other->name;
        WEAVEMAP_ASSIGN(row.evidence, records.ties.evidence(tie.id));
        std::stable_sort(row.evidence.begin(), row.evidence.end(), [](const Evidence& left, const Evidence& right) {
            return left.on != right.on ? left.on > right.on : left.id > right.id;
        });
        rows.push_back(std::move(row));
    }
    std::stable_sort(rows.begin(), rows.end(), [](const ProfileTie& left, const ProfileTie& right) {
        return left.tie.depth != right.tie.depth ? left.tie.depth > right.tie.depth : left.name < right.name;
    });
    return rows;
}

} // namespace

Result<Profile> readProfile(store::Records& records, PersonId id, Date on, PersonId me)
{
    Profile profile;
    WEAVEMAP_ASSIGN(const auto person, records.people.find(id));
    if (!person)
        return fail(ErrorCode::notFound, {"person", id.toString()});
    profile.person = *person;

    WEAVEMAP_ASSIGN(const auto organizations, records.people.organizations());
    for (const Organization& organization : organizations)
        if (organization.id == person->organization)
            profile.organization = organization.name;
    WEAVEMAP_ASSIGN(const auto attributes, records.people.attributes());
    WEAVEMAP_ASSIGN(const auto values, records.people.attributeValues(id));
    for (const Attribute& attribute : attributes)
        for (const auto& value : values)
            if (value.attribute == attribute.id)
                profile.values.emplace_back(attribute, value.value);

    WEAVEMAP_ASSIGN(profile.ties, tiesOf(records, id, on));
    WEAVEMAP_ASSIGN(profile.conversations, records.conversations.with(id));
    for (const Conversation& conversation : profile.conversations) {
        if (!conversation.reached || conversation.when.localDate() > on)
            continue;
        if (!profile.lastHeard || *profile.lastHeard < conversation.when)
            profile.lastHeard = conversation.when;
    }
    if (profile.lastHeard)
        profile.heardFrom = isHeardFrom({id, profile.lastHeard, 0, 0, {}}, on);

    // That there was a contact is no secret; what was noted in private, and what came of it, is, also where the person
    // was only spoken of.
    const store::AudienceRecords readable(records, store::Audience::office(me));
    std::erase_if(profile.conversations, [&](const Conversation& row) { return !readable.audience().mayRead(row); });
    if (!readable.audience().mayReadAbout(profile.person))
        profile.person.about.clear();
    WEAVEMAP_ASSIGN(profile.items, readable.itemsOf(id));
    WEAVEMAP_ASSIGN(const auto followUps, records.conversations.followUps());
    for (const FollowUp& followUp : followUps) {
        if (followUp.person != id && followUp.owner != id)
            continue;
        WEAVEMAP_ASSIGN(const bool may, readable.mayRead(followUp));
        if (may)
            profile.followUps.push_back(followUp);
    }
    return profile;
}

} // namespace weavemap::actions
