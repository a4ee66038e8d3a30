// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <QTest>

#include "core/base/Id.h"
#include "core/store/Database.h"
#include "core/store/Records.h"
#include "core/store/Schema.h"
#include "core/store/SearchIndex.h"

namespace weavemap::store {

/// The value, or the end of the test program.
template <class T>
T got(Result<T> result)
{
    if (!result)
        qFatal("error %d: %s", static_cast<int>(result.error().code), result.error().detail.c_str());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// The code of an error, or -1 where there is none.
template <class T>
int codeOf(const Result<T>& result)
{
    return result ? -1 : static_cast<int>(result.error().code);
}
inline int code(ErrorCode value) { return static_cast<int>(value); }

inline Date day(std::string_view iso) { return got(Date::parseIso(iso)); }
inline Instant moment(std::string_view iso) { return got(Instant::parseLocal(iso, 120)); }

/// A database in memory with the schema of today and all repositories over it.
class MemoryStore
{
public:
    MemoryStore() : m_ids(7, 1'700'000'000'000), m_database(got(Database::open({}, Database::Mode::memory)))
    {
        got(Schema::current().apply(*m_database, 0));
        m_database->setIds(&m_ids);
        m_records = std::make_unique<Records>(*m_database);
    }

    Records& records() { return *m_records; }
    Records* operator->() { return m_records.get(); }
    Database& database() { return *m_database; }

    PersonId person(const std::string& name, PersonKind kind = PersonKind::member)
    {
        Person person;
        person.name = name;
        person.kind = kind;
        return got(m_records->people.insert(person));
    }
    TieId tie(PersonId one, PersonId other)
    {
        Tie tie;
        tie.a = one;
        tie.b = other;
        return got(m_records->ties.insert(tie));
    }
    ConversationId conversation(std::vector<PersonId> with, const std::string& text,
                                std::string_view when = "2026-10-08")
    {
        Conversation conversation;
        conversation.when = moment(when);
        conversation.participants = std::move(with);
        conversation.text = text;
        return got(m_records->conversations.insert(conversation));
    }
    std::int64_t rows(std::string_view table)
    {
        return got(m_database->integer("SELECT count(*) FROM " + std::string(table)));
    }
    /// Rows written since the database was opened.
    std::int64_t written() { return got(m_database->integer("SELECT total_changes()")); }

private:
    IdMint m_ids;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Records> m_records;
};

} // namespace weavemap::store
