// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/Date.h"
#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/domain/Conversation.h"
#include "core/domain/Introduction.h"
#include "core/domain/Person.h"
#include "core/domain/Tie.h"

/// Whom to introduce to whom, and why (domain E3). Plain values in, plain values out; any thread.
namespace weavemap::weaving {

/// How two people who do not know each other are looked for.
enum class Lens {
    memberAsked,    ///< one of them asked to meet the other
    needMeetsOffer, ///< one needs what the other offers
    reachIsolate,   ///< one has no known tie
    closeTriangle,  ///< both know the same person well
    bridgeGroups,   ///< they stand well in two groups that hardly meet
};
inline constexpr std::size_t kLenses = 5;

/// A line of a note that the reader of the suggestions may see: a need, an offer or an introduction wanted.
struct Matter
{
    NoteItem item;
    Date on;                                            ///< of its conversation
    Confidentiality level = Confidentiality::shareable; ///< the stricter of the line's and its conversation's
};

/// The last conversation that reached somebody, where the reader may know of it.
struct LastTalk
{
    PersonId person;
    ConversationId conversation;
    PersonId staff; ///< who talked; 0: not said
};

inline constexpr std::uint32_t kNoGroup = std::numeric_limits<std::uint32_t>::max();

/// What is asked. Spans must outlive the call.
struct SuggestionQuestion
{
    std::span<const Person> people;
    std::span<const Tie> ties;
    /// Beside `people`: groups that talk mostly among themselves; kNoGroup: in none. Empty: no groups are known.
    std::span<const std::uint32_t> groups;
    std::span<const Matter> matters;
    std::span<const LastTalk> lastTalks;
    std::span<const Introduction> introductions;
    std::span<const ApartPair> apart;
    Date on;
    std::size_t limit = 12;
    std::vector<Lens> lenses; ///< empty: all
};

/// Two people who might gain from knowing each other. Nothing of it is stored until somebody proposes it.
struct Suggestion
{
    PersonId a; ///< who needs, who asked or who has no known tie, where the lens has one
    PersonId b;
    Lens lens = Lens::closeTriangle;
    double score = 0.0; ///< 0 to 1, to be compared within a lens only
    /// Who could introduce them: those who know both well, members before others, the closest first; three at most.
    /// Where nobody does, the staff person who last talked with `a` to reach them.
    std::vector<PersonId> hosts;

    // The record that it rests on.
    NoteItemId need;             ///< the line that needs or asks; 0: none
    NoteItemId offer;            ///< the line that answers it; 0: none
    ConversationId conversation; ///< of `need`; the last talk with who has no known tie
    ConversationId offerConversation;
    std::string topic;              ///< what both have to do with, as `a`'s line writes it; empty: none
    std::vector<NoteItemId> shared; ///< the lines that say so of a and of b, where neither is `need` or `offer`
    std::vector<std::string> words; ///< words that need and offer share, as the need writes them
    std::vector<TieId> ties;        ///< of the first host with a and with b
    std::size_t sharedContacts = 0; ///< people whom both know well
    bool sameRole = false;
    bool sameRegion = false;
    std::size_t groupSizeA = 0; ///< of the groups that are bridged
    std::size_t groupSizeB = 0;
    std::size_t groupTies = 0; ///< between them
    /// The strictest of the lines that it rests on: only what is shareable may be quoted to the two.
    Confidentiality level = Confidentiality::shareable;
    ConversationId source; ///< of the strictest line; 0: it rests on none

    bool operator==(const Suggestion&) const = default;
};

/// Whom suggestions reach, to show that they are not all for those who stand in the middle anyway.
struct SuggestionSpread
{
    std::size_t people = 0; ///< in the suggestions, each once
    /// Of them by their number of ties: those in the least connected quarter of the members first.
    std::array<std::size_t, 4> byQuarter{};
    std::size_t regions = 0;         ///< that the suggestions reach
    std::size_t regionsInAll = 0;    ///< that current members have
    std::size_t peopleWithNoTie = 0; ///< in the suggestions
    bool operator==(const SuggestionSpread&) const = default;
};

struct Suggestions
{
    std::vector<Suggestion> list; ///< the best of each lens in turn
    SuggestionSpread spread;
    bool operator==(const Suggestions&) const = default;
};

/// Days in which a person is suggested once at most.
inline constexpr int kDaysBetweenSuggestions = 30;
/// A pair whose introduction lapsed may be suggested again after this many months.
inline constexpr int kMonthsAfterLapse = 12;

/// Suggests introductions among members who are current on `on` and did not ask not to be shown. Never two who have an
/// open tie of whatever depth, are to be kept apart, or were introduced before (one that lapsed counts for a year);
/// nobody twice, nobody who is in an introduction proposed in the last 30 days (one that lapsed before anybody was
/// asked counts for nobody), and those with the most ties (the top tenth) in at most every fifth suggestion. The best
/// of each lens follow in turn. The same records give the same suggestions, in whatever order they come.
///
/// O(people + ties + matters) with bounded work for each of them: 60 ties of one person, 2,000 offers for one need, 12
/// people of one group, 64 neighbours of one isolate are looked at. Errors: cancelled.
Result<Suggestions> suggest(const SuggestionQuestion& question, const RunContext& run = {});

/// Why an introduction that a lens finds is made.
IntroductionReason reasonOf(Lens lens);

} // namespace weavemap::weaving
