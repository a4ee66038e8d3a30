// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/actions/EditNetwork.h"
#include "core/actions/MapData.h"
#include "core/base/Result.h"
#include "core/domain/Person.h"
#include "core/store/Records.h"

/// What is done to several people at once, or makes several. Nothing here opens a transaction: each is the inside of
/// one change.
namespace weavemap::actions {

/// The built-in fields that can be given to several people: those of `valuesOfField`.
std::vector<std::string> fieldsToGive();

/// Gives people a value of a field (`fieldsToGive`, or "attribute:NAME" of a column that is there); an empty one takes
/// theirs away. Of "kind" and "level" the value is the code ("member", "core"). Errors: notFound ("field", "person");
/// invalidArgument (field, value) where the field has no such code.
Result<> giveValue(store::Records& records, std::span<const PersonId> people, std::string_view field,
                   std::string_view value);

/// Draws a tie between any two of these people who have none that is open; those that stand stay as they are. `like`
/// says what kind; its ends are not read. Returns how many were drawn.
Result<std::size_t> tieAll(store::Records& records, std::span<const PersonId> people, const DrawnTie& like);

/// Somebody new with the kind, role, region, organization, level and further columns of a person; nothing that is
/// theirs alone, such as an address, in a column neither. Errors: notFound.
Result<PersonId> duplicatePerson(store::Records& records, PersonId person, const std::string& name);

/// Somebody to be added, with where they are to stand on the map.
struct PastedPerson
{
    std::string name;
    std::string email;
    double x = 0.0;
    double y = 0.0;
};

/// Ties between people by their place among `people` and, from there on, among `known`.
struct PastedPeople
{
    std::vector<PastedPerson> people;
    std::vector<PersonId> known;
    std::vector<std::pair<std::size_t, std::size_t>> ties;
};

/// Adds people and draws ties as a pasted list names them. Who is added stands in the view and style of `map`. Returns
/// who was added, in its order.
Result<std::vector<PersonId>> addPasted(store::Records& records, const PastedPeople& pasted, const DrawnTie& like,
                                        const MapQuestion& map);

} // namespace weavemap::actions
