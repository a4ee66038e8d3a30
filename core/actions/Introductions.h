// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/actions/LogCall.h"
#include "core/base/Date.h"
#include "core/base/Result.h"
#include "core/domain/Introduction.h"
#include "core/store/Records.h"
#include "core/weaving/Suggestions.h"

/// Introductions from the first idea to working together. What writes is the inside of one change.
namespace weavemap::actions {

/// Days after which to ask how a new introduction went.
inline constexpr int kDaysToFollowUp = 14;

/// The record that a suggestion becomes: proposed on a day, nobody asked yet. Words of notes are not copied into it, it
/// leads to their lines; it is as confidential as the strictest of them and comes from its conversation, so that it is
/// read by those who may read that.
Introduction introductionFrom(const weaving::Suggestion& suggestion, PersonId host, Date on);

/// Stores an introduction, at least as confidential as where it comes from. Errors: sameEnds; invalidArgument ("apart")
/// where the two are kept apart, ("host") where the host is one of them, ("onlyMe") where nobody could read it;
/// duplicateTie with their names where an open one of theirs stands; the records' own.
Result<IntroductionId> propose(store::Records& records, const Introduction& introduction);
/// The same by `me`, who alone may keep something to themselves: ("onlyMe") where it would be another's.
Result<IntroductionId> propose(store::Records& records, const Introduction& introduction, PersonId me);
/// Writes down that a suggestion is not followed now: an introduction that lapsed before anybody was asked, which is
/// told of nowhere but among those held back. The two are suggested to each other again after a year, to others at
/// once.
Result<IntroductionId> putAside(store::Records& records, const weaving::Suggestion& suggestion, Date on);
/// Keeps two people apart for good; where they are already, nothing changes.
Result<> keepApart(store::Records& records, PersonId a, PersonId b, const std::string& why);

/// Replaces the fields of an introduction; another state writes a step on `on`, and of an open one
/// it sets the day to ask again anew where that had come. Of two who are kept apart by now all can be changed but the
/// state, and that to an end. Errors as for `propose`, and notFound; invalidArgument ("level") where it would be less
/// confidential than where it comes from, ("onlyMe") where it would be kept from everybody but `me`, and not be `me`'s:
/// it is whose call it comes from, else its host's. One that `me` may not read is not found.
Result<> changeIntroduction(store::Records& records, const Introduction& introduction, Date on, PersonId me);
/// Brings an introduction to a state, with a step on `on`. Where a member had asked for it, the wish counts as granted
/// from "made" on.
Result<> moveOn(store::Records& records, IntroductionId id, IntroductionState state, Date on);

/// What is known of the tie between two who were introduced.
struct IntroducedTie
{
    TieId tie;               ///< that stands between them; 0: none
    bool isRecorded = false; ///< its evidence names the introduction
};
Result<IntroducedTie> tieOf(store::Records& records, const Introduction& introduction);
/// Stores that two who were introduced know each other: a tie (talked; exchange from "in touch" on; working together
/// now) of the origin *introduction*, with the introduction as its evidence. The user confirms before. Errors:
/// invalidArgument ("met") where they are not known to have met; notFound.
Result<StoredTie> recordTie(store::Records& records, IntroductionId id, Date on);

/// A line of a note that an introduction rests on.
struct CitedLine
{
    NoteItemId id; ///< 0: none, or not for the reader
    std::string text;
    PersonId person; ///< whose it is
    ConversationId conversation;
};

/// An introduction as the board shows it.
struct IntroductionCard
{
    Introduction introduction;
    Person a;
    Person b;
    std::string host; ///< empty: not settled
    std::vector<IntroductionStep> steps;
    Date since; ///< the day it came to its state
    IntroducedTie tie;
    CitedLine need; ///< where the reader may see it
    CitedLine offer;
    bool isDue = false; ///< the day to ask how it went has come, and it was set for the state it is in
    /// It is open, and the two are to be kept apart by now: it can be ended, and not brought further.
    std::optional<ApartPair> apart;
    /// It is at least as confidential as where it comes from.
    Confidentiality floor = Confidentiality::shareable;
    PersonId writer; ///< whose it would be if it were for nobody else: who talked, or the host where it has no call
};

/// Every introduction that the reader may see, by state, the longest there first; without suggestions that were put
/// aside.
Result<std::vector<IntroductionCard>> readIntroductions(store::Records& records, Date on, PersonId me);

} // namespace weavemap::actions
