// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace weavemap::store {

class KeptNames;

/// A person's name as it is looked for in what people wrote: as whole words, without case and accents
/// (`foldForSearch`), with any white space, dash, apostrophe or underscore between the words, and also as "Last,
/// First". Scripts that put no space between words (Han, kana, Hangul, Thai and their like) are matched letter by
/// letter. A name of one word may well be another word (May, Will): that is taken only where it does not begin with a
/// small letter. Not found: a part of the name alone, a nickname, another spelling, a name without letters. A value.
class WrittenName
{
public:
    /// `exact`: case and accents count, as where somebody's name differs from another's only by them.
    enum class Likeness { folded, exact };
    /// Of whom the text tells. Elsewhere than in the person's own conversations, words that are all small may mean
    /// themselves where the name has capitals: "how long an answer takes" stays, "long_an.csv" does not.
    enum class Where { ownConversation, elsewhere };

    explicit WrittenName(std::string_view name, Likeness likeness = Likeness::folded);

    /// Whether the name is so short a word that elsewhere it may mean something else.
    bool isOneWord() const { return m_isOneWord; }
    /// The same for names that are written alike, whatever their case, accents and order; empty: no letters.
    const std::string& key() const { return m_key; }
    /// The same for names whose words are written the same, whatever stands between them and their order.
    const std::string& exactKey() const { return m_exactKey; }
    /// `text` with each occurrence replaced by "…". One that shares a word with a kept name there stays. UTF-8; other
    /// bytes stay. Linear in the text.
    std::string takenOutOf(std::string_view text, const KeptNames& kept, Where where) const;
    /// Whether each word of `other` is one of this name's, too.
    bool holdsWordsOf(const WrittenName& other) const;

private:
    struct Found;
    struct Place;
    std::vector<Found> wordsIn(std::string_view text) const;
    std::vector<Place> placesIn(std::string_view text, const std::vector<Found>& found) const; ///< in order
    void findAsWritten(std::string_view text, const std::vector<Found>& found, std::vector<Place>& places) const;
    void findLastNameFirst(std::string_view text, const std::vector<Found>& found, std::vector<Place>& places) const;
    bool isJoined(std::string_view text, const Found& one, const Found& next) const;
    bool isOrdinaryWords(std::string_view text, const std::vector<Found>& found, const Place& place) const;

    std::string m_name;
    Likeness m_likeness;
    std::vector<std::string> m_words;    ///< in the order of speaking, as `m_likeness` compares them
    std::vector<std::size_t> m_pattern;  ///< for each word the first index of its like
    std::vector<std::size_t> m_fallback; ///< how far a match that fails after so many words still holds
    std::vector<std::string> m_joints;   ///< what stands between its words, where that is not a usual gap
    std::string m_before, m_after;       ///< what stands around its words: "(" and ")"
    std::string m_key, m_exactKey;
    bool m_isOneWord = false;
    bool m_beginsSmall = false;
    bool m_hasCapital = false;
};

/// The names of people who stay, beside one that is taken out: "Ana Ruiz" in "Ana Ruiz Soto", "Ana Ruiz (Lakes)" or
/// "Ruiz Soto, Ana" stays where these are other people's. Names written like the erased one are left out. A value.
class KeptNames
{
public:
    KeptNames() = default;
    KeptNames(const WrittenName& erased, const std::vector<std::string>& names);

private:
    friend class WrittenName;
    std::unordered_set<std::string> m_keys;
    std::vector<WrittenName> m_longer; ///< those that hold all words of the erased one
};

} // namespace weavemap::store
