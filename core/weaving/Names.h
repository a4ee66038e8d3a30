// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/weaving/Layout.h"
#include "core/weaving/PeopleIndex.h"

namespace weavemap::weaving {

/// Everybody a note is about, by their number in it.
class Cast
{
public:
    using Number = std::uint32_t;
    static constexpr Number kNobody = 0xFFFFFFFF;

    explicit Cast(const PeopleIndex& people) : m_people(people) {}
    Number known(PeopleIndex::Place place);
    Number added(std::string name);
    const Who& at(Number number) const { return m_whos[number]; }
    bool isNew(Number number) const { return !m_whos[number].id.isValid(); }
    std::size_t size() const { return m_whos.size(); }
    /// Whether the note calls them only by names that are almost theirs.
    bool isOnlyNear(Number number) const { return m_onlyNear.contains(number); }
    void setOnlyNear(std::unordered_set<Number> numbers) { m_onlyNear = std::move(numbers); }
    const PeopleIndex& people() const { return m_people; }

private:
    const PeopleIndex& m_people;
    std::vector<Who> m_whos;
    std::unordered_map<PeopleIndex::Place, Number> m_numbers;
    std::unordered_set<Number> m_onlyNear;
};

/// A name in the text: tokens [first, last).
struct NameInText
{
    std::size_t first = 0;
    std::size_t last = 0;
    std::vector<Cast::Number> candidates; ///< whom it may mean; empty: somebody who is not known and not proposed
    bool isWhole = false;                 ///< two words and more, or with @: settles who is meant later on
    bool isNew = false;                   ///< proposes a person
    std::vector<Cast::Number> near{};     ///< of a new name: known ones whom it may have meant
    Doubt doubt = Doubt::none;            ///< what was guessed to take it for a name, and for theirs
};

/// All names in the sentences of a note: known people by what they are called, unknown ones by @ or a full name. Names
/// that are words too ("Will", "May") count where they stand as a name does; names of places do not. Linear in the
/// tokens.
std::vector<NameInText> namesIn(std::string_view text, const std::vector<Token>& tokens,
                                const std::vector<Sentence>& sentences, const std::vector<Cast::Number>& with,
                                Cast& cast);

} // namespace weavemap::weaving
