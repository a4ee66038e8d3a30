// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace weavemap::weaving {

/// A word that says what something is about.
struct MeaningfulWord
{
    std::string key;  ///< folded, an English plural as its singular: what is compared
    std::string word; ///< as written
    bool operator==(const MeaningfulWord&) const = default;
};

/// The words of a text that carry its meaning, each once, in its order: without function words and without those that
/// any need or offer has ("help", "someone"). Letters and digits of any script make words. At most 64 of them.
std::vector<MeaningfulWord> meaningfulWords(std::string_view utf8);

/// What is compared of a topic: its words, folded, plurals as singulars, in order; "#Fractions" is "fraction". Empty
/// where it has no letter or digit.
std::string topicKey(std::string_view topic);

} // namespace weavemap::weaving
