// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/Date.h"
#include "core/base/Random.h"
#include "core/domain/Convening.h"
#include "core/domain/Conversation.h"
#include "core/domain/Introduction.h"
#include "core/domain/Person.h"
#include "core/domain/Project.h"
#include "core/domain/Tie.h"

namespace weavemap::actions::demo {

/// When someone was last reached, seen from the day of the sample.
enum class Heard { recently, longAgo, never };

/// Where in the network someone stands: in the main piece, in a small group of their own, or with no known tie.
enum class Standing { main, smallGroup, alone };

/// A person of the sample and what the story knows of them beyond the record.
struct Actor
{
    Person person;
    int region = 0;
    int school = 0;
    double pull = 1;  ///< how many ties they draw, against others
    double reach = 1; ///< how many of these lead to other regions
    Heard heard = Heard::recently;
    Standing standing = Standing::main;
    std::array<std::string_view, 3> topics{};
    std::uint32_t caller = 0;         ///< the staff person who mostly calls them: an index into `people`
    std::int64_t aboutBy = -1;        ///< who wrote the note about them
    std::vector<std::uint32_t> calls; ///< that reached them, by date: indices into `Story::calls`
};

/// A tie as it came up in a call.
struct Mention
{
    std::uint32_t other = 0; ///< who was mentioned
    TieDepth depth = TieDepth::exchange;
};

struct Call
{
    Conversation record; ///< participants and staff are set when it is stored
    Date date;
    std::uint32_t caller = 0;
    std::vector<std::uint32_t> with;
    std::vector<Mention> mentions; ///< by the first of `with`
    std::string_view topic;
};

/// Where a tie is known from.
struct Proof
{
    EvidenceKind kind = EvidenceKind::oneSaid;
    std::int64_t call = -1;      ///< -1: none
    std::int64_t heardFrom = -1; ///< -1: nobody
    std::string_view source;
    Date on;
    std::int64_t meeting = -1; ///< the introduction it came of
};

struct Bond
{
    enum class Weight { needed, ordinary }; ///< `needed` ones hold a piece together and stay

    std::uint32_t a = 0;
    std::uint32_t b = 0;
    TieDepth depth = TieDepth::exchange;
    Weight weight = Weight::ordinary;
    Tie record; ///< ends and depth are set when it is stored
    std::vector<Proof> proofs;
};

struct Item
{
    std::uint32_t call = 0;
    std::uint32_t person = 0;
    std::int64_t other = -1;
    NoteItem record;
};

struct Promise
{
    std::uint32_t call = 0;
    std::uint32_t person = 0;
    std::uint32_t owner = 0;
    FollowUp record;
};

/// An introduction, with the days on which it came further.
struct Meeting
{
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint32_t host = 0;
    std::int64_t call = -1;
    std::int64_t need = -1;  ///< an index into `Story::items`
    std::int64_t offer = -1; ///< the same
    Introduction record;     ///< as it is now; its ends, host and state are set when it is stored
    std::vector<std::pair<IntroductionState, Date>> steps;
};

struct Apart
{
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::string why;
};

struct Asked
{
    std::uint32_t question = 0; ///< which of the question bank
    std::uint32_t call = 0;
    std::uint32_t person = 0;
};

/// Who is left out of the call queue for a while.
struct Rest
{
    std::uint32_t person = 0;
    Date made;
    Date until;
    std::string why;
};

struct Guest
{
    std::uint32_t person = 0;
    bool invited = false;
    bool registered = false;
    bool came = false;
};

/// A convening, or something between two of them, with its guests.
struct Gathering
{
    Convening record; ///< its writer is set when it is stored
    std::uint32_t writer = 0;
    std::vector<Guest> guests;
};

/// A project that no call told of first.
struct Venture
{
    Project record; ///< its people and what it came from are set when it is stored
    std::vector<std::uint32_t> people;
    std::int64_t meeting = -1;   ///< the introduction it came of
    std::int64_t gathering = -1; ///< an index into `Story::gatherings`
    std::uint32_t writer = 0;
};

/// All of the sample before it is stored. People: current members first, then former ones, staff, outside people.
struct Story
{
    Date on;
    std::uint64_t seed = 0;
    std::size_t members = 0;
    std::size_t former = 0;
    std::size_t staff = 0;
    std::vector<Organization> schools; ///< the last ones are partners
    std::vector<Actor> people;
    std::vector<Bond> bonds;
    std::vector<Call> calls; ///< by date
    std::vector<Item> items;
    std::vector<Promise> promises;
    std::size_t questions = 0; ///< how many the question bank has
    std::vector<Meeting> meetings;
    std::vector<Apart> apart;
    std::vector<Asked> asked;
    std::vector<Rest> rests;
    std::vector<Gathering> gatherings; ///< by date
    std::vector<Venture> ventures;

    /// A generator of its own for each part, so that a change in one leaves the others as they were.
    Random random(std::uint64_t part) const;
    std::size_t firstStaff() const { return members + former; }
    std::size_t firstOutside() const { return members + former + staff; }
    /// The day a call may be at the latest: far enough back that it is past in every time zone.
    Date lastCallDay() const { return on.addDays(-2); }
    /// Calls on or after this day count as recent.
    Date recentFrom() const { return on.addMonths(-12).addDays(3); }
};

// The parts, in their order; each adds to what is there.
void addPeople(Story& story);
void addBonds(Story& story);
void addCalls(Story& story);
void addProofs(Story& story);
void addWords(Story& story);
void addWeaving(Story& story);
void addGatherings(Story& story);

/// One of a list.
template <class List>
auto oneOf(Random& random, const List& list)
{
    return list[static_cast<std::size_t>(random.below(std::size(list)))];
}

/// Draws indices by weight.
class Wheel
{
public:
    void add(double weight) { m_sums.push_back(total() + weight); }
    std::size_t size() const { return m_sums.size(); }
    double total() const { return m_sums.empty() ? 0.0 : m_sums.back(); }
    /// An index in [from, to) by weight; the range must hold some weight.
    std::size_t draw(Random& random, std::size_t from, std::size_t to) const;
    std::size_t draw(Random& random) const { return draw(random, 0, m_sums.size()); }

private:
    std::vector<double> m_sums;
};

} // namespace weavemap::actions::demo
