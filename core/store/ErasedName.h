// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/domain/Ids.h"
#include "core/store/Redaction.h"

namespace weavemap::store {

class Database;

/// The name of somebody who is erased, beside the names of those who stay: the one rule for where it is looked for in
/// what others wrote. The file, calls not stored yet and the question before it all ask here. A value.
class ErasedName
{
public:
    enum class Reach {
        nowhere,          ///< a name without letters ("-", "?") is not looked for
        ownConversations, ///< a name of one word, or one that somebody else has, too
        asStored,         ///< there, and everywhere in the very letters stored: another name differs by case or accents
        everywhere,
    };

    ErasedName(std::string_view name, const std::vector<std::string>& others);
    /// Beside everybody in the file but `person`, whose name it is; they need not be there any more.
    static Result<ErasedName> of(Database& database, PersonId person, std::string_view name);

    Reach reach() const { return m_reach; }
    /// What somebody wrote, without the name where it is looked for.
    std::string takenOutOf(std::string_view text, WrittenName::Where where) const;
    /// Whether a field that holds a name and nothing else holds this one, and not perhaps the like one of another.
    bool isNameIn(std::string_view field) const;

private:
    std::string m_name;
    WrittenName m_folded, m_exact;
    KeptNames m_kept;
    Reach m_reach = Reach::everywhere;
    bool m_hasLike = false; ///< somebody's name is written alike
    bool m_hasSame = false; ///< somebody's name is the same to the letter
};

} // namespace weavemap::store
