// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/Date.h"
#include "core/base/Result.h"
#include "core/domain/Conversation.h"
#include "core/domain/MapView.h"
#include "core/domain/Person.h"
#include "core/domain/Tie.h"
#include "core/store/Records.h"

/// What can be changed about people, ties and places. Each function is the inside of one change: call it from
/// `Workspace::change` (or `Session::change`) with the label that the user reads. Nothing here opens a transaction.
namespace weavemap::actions {

using AttributeTexts = std::vector<std::pair<AttributeId, std::string>>;

/// Adds a person, with further columns; returns the id. Colours of new values are settled. Errors: invalidArgument
/// ("about", "onlyMe") where the note about them is for who wrote it alone, and nobody did.
Result<PersonId> addPerson(store::Records& records, Person person, const AttributeTexts& attributes = {});
/// Replaces all fields of a person, and the further columns given (an empty text clears). Errors as above.
Result<> updatePerson(store::Records& records, const Person& person, const AttributeTexts& attributes = {});
/// Puts people away on a date: kept, but not current. Those put away before keep their date.
Result<> archivePeople(store::Records& records, std::span<const PersonId> people, Date on);
/// Brings archived people back.
Result<> restorePeople(store::Records& records, std::span<const PersonId> people);
/// Removes people with their ties and places; can be undone.
Result<> removePeople(store::Records& records, std::span<const PersonId> people);
/// The organization of this exact name, made where there is none; an empty name gives none.
Result<OrganizationId> organizationNamed(store::Records& records, std::string_view name);

/// A tie as the user draws it.
struct DrawnTie
{
    PersonId a;
    PersonId b;
    TieDepth depth = TieDepth::exchange;
    TieContact contact = TieContact::unknown;
    Collaboration collaboration = Collaboration::never;
    TieOrigin origin = TieOrigin::unknown;
    EvidenceKind evidence = EvidenceKind::staffGuess;
    PersonId heardFrom; ///< 0: nobody in particular
    Date on;            ///< seen and confirmed on
};

/// Draws a tie with evidence of its own. Where one stands it is confirmed, made deeper if the drawn one is, taken up
/// again if it had ended, and never made less. Errors: sameEnds, notFound.
Result<TieId> drawTie(store::Records& records, const DrawnTie& drawn);
/// Replaces all fields of a tie; the user may lower its depth here.
Result<> updateTie(store::Records& records, Tie tie);
/// Ends ties on a date: maps of earlier dates keep them.
Result<> endTies(store::Records& records, std::span<const TieId> ties, Date on);
/// Removes ties as if they had never been; can be undone.
Result<> removeTies(store::Records& records, std::span<const TieId> ties);
/// States a direction on a tie, or changes its weight where it is stated already.
Result<OverlayId> setOverlay(store::Records& records, Overlay overlay);

/// Writes the places of one gesture: a drag of any number of people, a pin, a tidy up. A place without a view is one of
/// the map itself; its view is made with the first of them.
Result<> movePeople(store::Records& records, std::span<const MapPosition> places);
enum class Pin { pinned, loose };
/// Pins people where they stand, or lets them loose there. `places` says where.
Result<> pinPeople(store::Records& records, std::span<const MapPosition> places, Pin pin);

/// Marks a promise kept on a date, or open again (no date).
Result<> setFollowUpDone(store::Records& records, FollowUpId followUp, std::optional<Date> on);

} // namespace weavemap::actions
