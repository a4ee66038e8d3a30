// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace weavemap::store {

/// A person's name as it is looked for in what people wrote: as whole words, without case and accents
/// (`foldForSearch`), with any white space, dash, apostrophe or underscore between the words, and also as "Last, First"
/// (not in "Ben Last, First Lopez").
/// Scripts that put no space between words (Han, kana, Hangul, Thai and their like) are matched letter by letter. A
/// name of one word may well be another word (May, Will): that is taken only where it does not begin with a small
/// letter. Not found: a part of the name alone, a nickname, another spelling. A value.
class WrittenName
{
public:
    /// `exact`: case and accents count, as where somebody's name differs from another's only by them.
    enum class Likeness { folded, exact };

    explicit WrittenName(std::string_view name, Likeness likeness = Likeness::folded);

    /// Whether the name is so short a word that elsewhere it may mean something else.
    bool isOneWord() const { return m_isOneWord; }
    /// The same for names that are written alike, whatever their case, accents and order; empty: no letters.
    const std::string& key() const { return m_key; }
    /// `text` with each occurrence replaced by "…". `others` are the keys of other people's names: an occurrence that
    /// is part of one of them there ("Ana Ruiz" in "Ana Ruiz Soto") stays. UTF-8; other bytes stay. Linear in the
    /// text.
    std::string takenOutOf(std::string_view text, const std::unordered_set<std::string>& others = {}) const;

private:
    struct Found;
    struct Place;
    std::vector<Found> wordsIn(std::string_view text) const;
    void findAsWritten(std::string_view text, const std::vector<Found>& found, std::vector<Place>& places) const;
    void findLastNameFirst(std::string_view text, const std::vector<Found>& found, std::vector<Place>& places) const;
    bool isJoined(std::string_view text, const Found& one, const Found& next) const;

    std::string m_name;
    Likeness m_likeness;
    std::vector<std::string> m_words;    ///< in the order of speaking, as `m_likeness` compares them
    std::vector<std::size_t> m_pattern;  ///< for each word the first index of its like
    std::vector<std::size_t> m_fallback; ///< how far a match that fails after so many words still holds
    std::vector<std::string> m_joints;   ///< what stands between its words, where that is not a usual gap
    std::string m_before, m_after;       ///< what stands around its words: "(" and ")"
    std::string m_key;
    bool m_isOneWord = false;
    bool m_beginsSmall = false;
};

/// `text` without `name`, as a WrittenName finds it.
std::string withoutName(std::string_view text, std::string_view name);

} // namespace weavemap::store
