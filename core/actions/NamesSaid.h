// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/actions/NetworkData.h"
#include "core/domain/Person.h"

namespace weavemap::actions {

/// A person whose name a text says: anybody of the file, on the map or not, outside or archived.
struct SaidName
{
    std::string name;
    ShowConsent consent = ShowConsent::unset;
    int number = 0; ///< the person's place in the file by id, from 1: what their code is made of; 0: nobody of the file
    bool operator==(const SaidName&) const = default;
};

/// Finds people's names and addresses in the values of a file, such as those of a column "Mentor". Names are compared
/// word by word without case, accents, punctuation and order: "Okoro, Ben" is Ben Okoro. Names in scripts that put no
/// space between words (Han, kana, Hangul, Thai and their like) are also looked for letter by letter, in their order. A
/// number of up to four digits is no name. Of people who share a name the one with the strictest consent counts.
/// Immutable once made.
class NameFinder
{
public:
    /// `people` by id. O(people).
    explicit NameFinder(const std::vector<Person>& people);

    /// Whose name the whole text is; nobody, or one.
    std::vector<SaidName> whole(std::string_view text) const;
    /// Whose names the text holds, in its order: the whole text, else every part of it that is a name of two words and
    /// more, or that stands alone in a list ("Ben; Ana"); in scripts without spaces every part that is a name of two
    /// letters and more. Each person once.
    std::vector<SaidName> within(std::string_view text) const;
    /// Whether a word of the text is somebody's whole name, wherever it stands: "Ms Madonna". It may mean something
    /// else ("Great Lakes").
    bool mayName(std::string_view text) const;

private:
    std::unordered_map<std::string, SaidName> m_names;
    std::unordered_map<std::string, SaidName> m_letters; ///< names found letter by letter
    std::unordered_set<std::string> m_beginnings;        ///< what such a name begins with, letter after letter
};

/// Whose names a value of a field says. Organizations may be named after people: only the whole name counts there. An
/// e-mail address, anywhere in the value, says who somebody is as a name does, also where nobody of the file is known
/// by it.
std::vector<SaidName> namesSaid(const NameFinder& finder, std::string_view field, std::string_view value);

/// Whether a field is a further column most of whose values say names of people, or one of whose values may name
/// somebody (`mayName`) without being known to: fit to be chosen, not to be taken by itself. O(values).
bool saysNames(const NetworkData& data, const NameFinder& finder, std::string_view field);

} // namespace weavemap::actions
