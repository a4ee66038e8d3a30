// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/EditNetwork.h"

#include <algorithm>
#include <utility>

#include "core/actions/Colours.h"
#include "core/actions/ConfirmTie.h"
#include "core/actions/MapData.h"
#include "core/base/Text.h"

namespace weavemap::actions {

namespace {

Result<> setAttributes(store::Records& records, PersonId person, const AttributeTexts& attributes)
{
    for (const auto& [attribute, text] : attributes)
        WEAVEMAP_TRY(records.people.setAttribute(person, attribute, text));
    return {};
}

Result<> settleColoursOf(store::Records& records, const Person& person)
{
    WEAVEMAP_TRY(settleColour(records, "region", person.region));
    return settleColour(records, "role", person.role);
}

Result<Person> existing(store::Records& records, PersonId id)
{
    WEAVEMAP_ASSIGN(auto person, records.people.find(id));
    if (!person)
        return fail(ErrorCode::notFound, {"person", id.toString()});
    return std::move(*person);
}

Result<Tie> existing(store::Records& records, TieId id)
{
    WEAVEMAP_ASSIGN(auto tie, records.ties.find(id));
    if (!tie)
        return fail(ErrorCode::notFound, {"tie", id.toString()});
    return *tie;
}

/// A note about a person that is only for who wrote it would be for nobody if nobody did.
Result<> hasReader(const Person& person)
{
    if (person.aboutLevel == Confidentiality::onlyMe && !person.about.empty() && !person.aboutBy)
        return fail(ErrorCode::invalidArgument, {"about", "onlyMe"});
    return {};
}

} // namespace

Result<PersonId> addPerson(store::Records& records, Person person, const AttributeTexts& attributes)
{
    WEAVEMAP_TRY(hasReader(person));
    WEAVEMAP_ASSIGN(person.id, records.people.insert(person));
    WEAVEMAP_TRY(setAttributes(records, person.id, attributes));
    WEAVEMAP_TRY(settleColoursOf(records, person));
    WEAVEMAP_TRY(mainViewMade(records));
    return person.id;
}

Result<> updatePerson(store::Records& records, const Person& person, const AttributeTexts& attributes)
{
    WEAVEMAP_ASSIGN(const Person before, existing(records, person.id));
    if (before != person) {
        if (before.about != person.about || before.aboutLevel != person.aboutLevel || before.aboutBy != person.aboutBy)
            WEAVEMAP_TRY(hasReader(person));
        WEAVEMAP_TRY(records.people.update(person));
        WEAVEMAP_TRY(settleColoursOf(records, person));
    }
    return setAttributes(records, person.id, attributes);
}

Result<> archivePeople(store::Records& records, std::span<const PersonId> people, Date on)
{
    for (const PersonId id : people) {
        WEAVEMAP_ASSIGN(Person person, existing(records, id));
        if (person.archived)
            continue;
        person.archived = on;
        WEAVEMAP_TRY(records.people.update(person));
    }
    return {};
}

Result<> restorePeople(store::Records& records, std::span<const PersonId> people)
{
    for (const PersonId id : people) {
        WEAVEMAP_ASSIGN(Person person, existing(records, id));
        if (!person.archived)
            continue;
        person.archived.reset();
        WEAVEMAP_TRY(records.people.update(person));
    }
    return {};
}

Result<> removePeople(store::Records& records, std::span<const PersonId> people)
{
    for (const PersonId id : people)
        WEAVEMAP_TRY(records.people.remove(id));
    return {};
}

Result<OrganizationId> organizationNamed(store::Records& records, std::string_view name)
{
    if (trimmed(name).empty())
        return OrganizationId{};
    WEAVEMAP_ASSIGN(const auto organizations, records.people.organizations());
    const auto known = std::find_if(organizations.begin(), organizations.end(),
                                    [name](const Organization& organization) { return organization.name == name; });
    if (known != organizations.end())
        return known->id;
    Organization organization;
    organization.name = std::string(name);
    return records.people.insert(std::move(organization));
}

Result<TieId> drawTie(store::Records& records, const DrawnTie& drawn)
{
    TieClaim claim;
    claim.a = drawn.a;
    claim.b = drawn.b;
    claim.depth = drawn.depth;
    claim.contact = drawn.contact;
    claim.collaboration = drawn.collaboration;
    claim.origin = drawn.origin;
    claim.evidence = drawn.evidence;
    claim.heardFrom = drawn.heardFrom;
    claim.on = drawn.on;
    WEAVEMAP_ASSIGN(const StoredTie stored, confirmTie(records, claim));
    return stored.id;
}

Result<> updateTie(store::Records& records, Tie tie)
{
    tie = ordered(tie);
    WEAVEMAP_ASSIGN(const Tie before, existing(records, tie.id));
    if (before == tie)
        return {};
    return records.ties.update(tie);
}

Result<> endTies(store::Records& records, std::span<const TieId> ties, Date on)
{
    for (const TieId id : ties) {
        WEAVEMAP_ASSIGN(Tie tie, existing(records, id));
        if (tie.ended && *tie.ended <= on)
            continue;
        tie.ended = on;
        WEAVEMAP_TRY(records.ties.update(tie));
    }
    return {};
}

Result<> removeTies(store::Records& records, std::span<const TieId> ties)
{
    for (const TieId id : ties)
        WEAVEMAP_TRY(records.ties.remove(id));
    return {};
}

Result<OverlayId> setOverlay(store::Records& records, Overlay overlay)
{
    WEAVEMAP_ASSIGN(const auto overlays, records.ties.overlays(overlay.tie));
    const auto known = std::find_if(overlays.begin(), overlays.end(), [&overlay](const Overlay& other) {
        return other.from == overlay.from && other.to == overlay.to && other.kind == overlay.kind &&
               other.topic == overlay.topic;
    });
    if (known == overlays.end())
        return records.ties.insert(std::move(overlay));
    overlay.id = known->id;
    if (overlay != *known)
        WEAVEMAP_TRY(records.ties.update(overlay));
    return overlay.id;
}

Result<> movePeople(store::Records& records, std::span<const MapPosition> places)
{
    ViewId main;
    for (MapPosition place : places) {
        if (!place.view) {
            if (!main) {
                WEAVEMAP_ASSIGN(main, mainViewMade(records));
            }
            place.view = main;
        }
        WEAVEMAP_TRY(records.views.setPosition(place));
    }
    return {};
}

Result<> pinPeople(store::Records& records, std::span<const MapPosition> places, Pin pin)
{
    std::vector<MapPosition> pinned(places.begin(), places.end());
    for (MapPosition& place : pinned)
        place.pinned = pin == Pin::pinned;
    return movePeople(records, pinned);
}

Result<> setFollowUpDone(store::Records& records, FollowUpId id, std::optional<Date> on)
{
    WEAVEMAP_ASSIGN(const auto known, records.conversations.find(id));
    if (!known)
        return fail(ErrorCode::notFound, {"followUp", ""});
    if (known->done == on)
        return {};
    FollowUp changed = *known;
    changed.done = on;
    return records.conversations.update(changed);
}

} // namespace weavemap::actions
