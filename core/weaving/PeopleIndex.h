// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/domain/Ids.h"
#include "core/domain/Person.h"

namespace weavemap::weaving {

/// A person as they may be called in a note.
struct KnownName
{
    PersonId id;
    std::string name;
    std::vector<std::string> nicknames;
    int standing = 0; ///< of those whom typed letters fit equally well, who is offered first: the smallest
};

/// Members before staff, these before people outside, who has gone last.
int standingOf(PersonKind kind, bool isHere);

/// A person offered while a name is typed; smaller is nearer.
struct Completion
{
    PersonId id;
    int distance = 0;
    bool operator==(const Completion&) const = default;
};

/// Everybody as the reader of notes, the completion and the terminal should know them, in the order given.
std::vector<KnownName> knownNames(const std::vector<Person>& people);

/// Finds people by what they are called: full names, first names, surnames, nicknames and runs of these, without case
/// and accents; near misses by edit distance and by sound. Immutable once made: any thread, several at once.
class PeopleIndex
{
public:
    using Place = std::uint32_t; ///< in the list given

    PeopleIndex() = default;
    /// O(letters of the names).
    explicit PeopleIndex(std::vector<KnownName> people);

    const KnownName& at(Place place) const { return m_people[place]; }
    std::size_t size() const { return m_people.size(); }
    /// The first folded word of the name; empty where it has none.
    std::string_view firstWordOf(Place place) const
    {
        return m_words[place].empty() ? std::string_view() : std::string_view(m_words[place].front());
    }
    /// The place of a person; size() where nobody has the id.
    Place placeOf(PersonId id) const;

    /// Whom a run of folded words, with one space between, calls; nobody, one, or several in the order of the list.
    const std::vector<Place>& called(const std::string& words) const;
    /// Whether somebody is called by words that begin with this one.
    bool beginsName(const std::string& word) const;
    /// Those of `among` with a later word of their name that begins with `initial`.
    std::vector<Place> withInitial(const std::vector<Place>& among, char initial) const;

    /// Whom these folded words may mean by a short form of a name or by the name that it is short for: "liz", "liz
    /// tran" of Elizabeth Tran. Nobody whom the words call as they stand.
    std::vector<Place> byOtherForm(const std::vector<std::string>& words) const;
    /// Whom these folded words may have meant: each of them is a word of theirs, or a letter or two off, or sounds
    /// the same; not all of them as they stand. Nearest first, at most `limit`. O(words that begin with the same
    /// sound).
    std::vector<Place> near(const std::vector<std::string>& words, std::size_t limit) const;

    /// People for what has been typed behind an @, best first: whose full name begins so, then any word of it or a
    /// nickname, then near misses (one letter in four off, or the same sound); of equal ones by standing, then name. At
    /// most `limit`. O(people).
    std::vector<Completion> complete(std::string_view typed, std::size_t limit) const;

    /// The most words that a name in the index has.
    static constexpr std::size_t kMostWords = 8;

private:
    struct Key
    {
        std::string words; ///< folded
        std::string sound;
    };

    bool isNicknameOf(Place place, std::string_view word) const;
    /// People with a word near to this one and how far it is off, by place.
    std::vector<std::pair<Place, int>> nearWord(const std::string& word) const;

    std::vector<KnownName> m_people;
    std::vector<std::vector<std::string>> m_words; ///< folded words of each name
    std::unordered_map<std::string, std::vector<Place>> m_phrases;
    std::unordered_map<std::string, bool> m_beginnings;
    std::unordered_map<std::int64_t, Place> m_places;
    std::vector<std::pair<Key, Place>> m_keys;            ///< every name, word of a name and nickname
    std::unordered_map<char, std::vector<Key>> m_bySound; ///< words that call somebody, once each, by their first sound
};

/// The folded words of a name as the reader sees them: "Siobhán O'Dwyer" is "siobhan", "o'dwyer".
std::vector<std::string> nameWords(std::string_view name);

/// Folded as `foldForSearch` does, and every apostrophe as on the keyboard.
std::string foldedName(std::string_view name);

/// A key that is equal for words that sound alike in English: "Kirsten" and "Cursten".
std::string soundOf(std::string_view folded);

/// Letters to insert, remove, exchange or swap with their neighbour, up to `most`; more counts as `most` + 1.
int editDistance(std::string_view a, std::string_view b, int most);

} // namespace weavemap::weaving
