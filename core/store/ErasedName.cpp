// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ErasedName.h"

#include "core/base/Text.h"
#include "core/store/Database.h"

namespace weavemap::store {

ErasedName::ErasedName(std::string_view name, const std::vector<std::string>& others)
    : m_name(trimmed(name)), m_folded(name), m_exact(name, WrittenName::Likeness::exact), m_kept(m_folded, others)
{
    bool hasNamesake = false;
    for (const std::string& one : others) {
        const WrittenName other(one);
        m_hasSame = m_hasSame || trimmed(one) == m_name;
        if (other.key() != m_folded.key())
            continue;
        m_hasLike = true;
        hasNamesake = hasNamesake || other.exactKey() == m_folded.exactKey();
    }
    if (m_folded.key().empty())
        m_reach = Reach::nowhere;
    else if (m_folded.isOneWord() || hasNamesake)
        m_reach = Reach::ownConversations;
    else if (m_hasLike)
        m_reach = Reach::asStored;
}

Result<ErasedName> ErasedName::of(Database& database, PersonId person, std::string_view name)
{
    std::vector<std::string> others;
    WEAVEMAP_TRY(database.each(
        "SELECT name FROM person WHERE id <> ?1", [&](Statement& row) { others.push_back(row.text(0)); }, person));
    return ErasedName(name, others);
}

std::string ErasedName::takenOutOf(std::string_view text, WrittenName::Where where) const
{
    const bool isOwn = where == WrittenName::Where::ownConversation;
    if (m_reach == Reach::nowhere || (m_reach == Reach::ownConversations && !isOwn))
        return std::string(text);
    const WrittenName& name = m_reach == Reach::asStored && !isOwn ? m_exact : m_folded;
    return name.takenOutOf(text, m_kept, where);
}

bool ErasedName::isNameIn(std::string_view field) const
{
    if (m_folded.key().empty())
        return false;
    if (m_hasLike)
        return !m_hasSame && trimmed(field) == m_name;
    return WrittenName(field).key() == m_folded.key();
}

} // namespace weavemap::store
