// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/actions/NetworkData.h"
#include "core/base/Date.h"
#include "core/base/Result.h"
#include "core/domain/Conversation.h"
#include "core/domain/Person.h"
#include "core/domain/Tie.h"
#include "core/store/Records.h"

namespace weavemap::actions {

/// A person as the member grid shows them.
struct RosterRow
{
    Person person; ///< without the note about them, which is not for everybody
    std::string organization;
    int ties = 0; ///< of the set asked for, open on the date, to current members
    std::optional<Instant> lastHeard;
    int conversations = 0; ///< that reached them
    int attempts = 0;
    bool current = false;            ///< here on the date, whatever the kind
    bool heardFrom = false;          ///< in the twelve months up to the date
    std::vector<std::string> values; ///< one for each of Roster::attributes; empty: none
};

struct Roster
{
    std::vector<Attribute> attributes; ///< further columns, without those that repeat a field (`columnsThatRepeat`)
    std::vector<RosterRow> rows;       ///< by id, archived ones included
};

Result<Roster> readRoster(store::Records& records, Date on, TieSet set = TieSet::exchange);
/// The same from data that was read already. Pure.
Roster rosterOf(const NetworkData& data, Date on, TieSet set = TieSet::exchange);

/// A tie as a person's page lists it.
struct ProfileTie
{
    Tie tie;
    PersonId other;
    std::string name;
    std::vector<Evidence> evidence; ///< the newest first
};

/// All that a person's page says.
struct Profile
{
    Person person;
    std::string organization;
    std::vector<std::pair<Attribute, std::string>> values;
    std::vector<ProfileTie> ties;            ///< open on the date, the deepest first, then by name
    std::vector<Conversation> conversations; ///< the newest first
    std::vector<NoteItem> items;
    std::vector<FollowUp> followUps; ///< about or owned by this person
    std::optional<Instant> lastHeard;
    bool heardFrom = false;
};

/// notFound where nobody has this id. Notes marked *only me* are left out unless `me` wrote them.
Result<Profile> readProfile(store::Records& records, PersonId person, Date on, PersonId me);

} // namespace weavemap::actions
