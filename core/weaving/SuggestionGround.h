// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/weaving/Suggestions.h"

namespace weavemap::weaving {

/// A tie as its one end sees it.
struct Contact
{
    std::uint32_t other = 0; ///< place of the other end
    TieDepth depth = TieDepth::unknown;
    TieId tie;
};

/// The people and ties that suggestions are looked for in, by place: people who are here on the date in the order of
/// their ids. Read-only once made; the question must outlive it.
class SuggestionGround
{
public:
    using Place = std::uint32_t;
    static constexpr Place kNowhere = 0xFFFFFFFF;

    explicit SuggestionGround(const SuggestionQuestion& question);

    const SuggestionQuestion& question() const { return m_question; }
    Place size() const { return static_cast<Place>(m_people.size()); }
    const Person& person(Place place) const { return *m_people[place]; }
    Place placeOf(PersonId id) const;
    /// Open ties to whoever is here, by place of the other end.
    std::span<const Contact> contacts(Place place) const
    {
        return {m_contacts.data() + m_offsets[place], m_offsets[place + 1] - m_offsets[place]};
    }
    /// Ties of exchange and more, the closest first.
    const std::vector<Contact>& closeContacts(Place place) const { return m_close[place]; }
    /// Open ties to members.
    std::size_t tieCount(Place place) const { return m_tieCount[place]; }
    std::uint32_t group(Place place) const { return m_group[place]; }
    /// Whether two have the same role, or are of the same region, but for case and accents; nothing is like nothing.
    bool isSameRole(Place one, Place other) const { return m_role[one] != 0 && m_role[one] == m_role[other]; }
    bool isSameRegion(Place one, Place other) const { return m_region[one] != 0 && m_region[one] == m_region[other]; }
    /// A number for each region; 0: none is known.
    std::uint32_t region(Place place) const { return m_region[place]; }
    std::uint32_t role(Place place) const { return m_role[place]; }

    bool isMember(Place place) const { return person(place).kind == PersonKind::member; }
    /// Whether somebody may be suggested at all now.
    bool isFree(Place place) const { return m_isFree[place] != 0; }
    /// Whether two who are free may be suggested to each other.
    bool mayMeet(Place one, Place other) const;
    bool isKeptApart(Place one, Place other) const;
    /// Whether somebody has more ties than nine tenths of the members.
    bool isCentral(Place place) const { return m_tieCount[place] >= m_centralFrom; }
    /// The quarter of the members that somebody stands in by their number of ties: 0 has the fewest, 3 the most.
    std::size_t quarter(Place place) const { return m_quarter[place]; }
    /// What a score is worth for two: the less, the more ties they have already. In (0, 1].
    double room(Place one, Place other) const
    {
        return 1.0 - 0.04 * static_cast<double>(m_quarter[one] + m_quarter[other]);
    }

    /// Who could introduce two people: they know both well; three at most.
    std::vector<Place> hostsOf(Place one, Place other) const;
    /// How many know both well.
    std::size_t sharedContacts(Place one, Place other) const;

private:
    using Pair = std::pair<Place, Place>;
    static Pair pairOf(Place one, Place other) { return one < other ? Pair(one, other) : Pair(other, one); }
    void readPeople();
    void readTies();
    void readIntroductions();

    const SuggestionQuestion& m_question;
    std::vector<const Person*> m_people;
    std::unordered_map<PersonId, Place> m_places;
    std::vector<std::uint32_t> m_group, m_role, m_region;
    std::vector<std::size_t> m_offsets;
    std::vector<Contact> m_contacts;
    std::vector<std::vector<Contact>> m_close;
    std::vector<std::size_t> m_tieCount;
    std::vector<std::size_t> m_tieCounts; ///< of current members, ascending
    std::size_t m_centralFrom = 4;        ///< fewer ties make nobody central, however few the others have
    std::vector<std::uint8_t> m_quarter;
    std::vector<char> m_isFree;
    std::vector<Pair> m_apart;      ///< sorted
    std::vector<Pair> m_introduced; ///< sorted
};

} // namespace weavemap::weaving
