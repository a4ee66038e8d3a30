// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include <QTemporaryDir>
#include <QTest>

#include "core/base/Id.h"
#include "core/store/Database.h"
#include "core/store/Workspace.h"

/// Fails the test with SQLite's or the error's own words.
#define VERIFY_OK(expr)                                                                                                \
    do {                                                                                                               \
        const auto& verifyResult = (expr);                                                                             \
        QVERIFY2(verifyResult.has_value(), storetest::wordsOf(verifyResult).c_str());                                  \
    } while (false)

/// The same for a call that must fail with a certain code.
#define VERIFY_FAILS(expr, errorCode)                                                                                  \
    do {                                                                                                               \
        const auto& verifyResult = (expr);                                                                             \
        QVERIFY(!verifyResult.has_value());                                                                            \
        QVERIFY2(verifyResult.error().code == (errorCode), storetest::wordsOf(verifyResult).c_str());                  \
    } while (false)

namespace storetest {

using namespace weavemap;
using namespace weavemap::store;

template <class T>
std::string wordsOf(const Result<T>& result)
{
    if (result)
        return "no error";
    std::string words = std::to_string(static_cast<int>(result.error().code)) + ' ' + result.error().detail;
    for (const auto& arg : result.error().args)
        words += " | " + arg;
    return words;
}

/// 2026-10-15 15:40 at UTC, and as many days later as asked.
inline Instant dayPlus(int days) { return Instant::atLocal(Date::fromYmd(2026, 10, 15)->addDays(days), 15, 40, 0); }

/// A folder of its own with a clock that stands still.
class Folder
{
public:
    std::filesystem::path path() const { return m_folder.path().toStdString(); }
    std::filesystem::path file(const std::string& name = "Ours.weavemap") const { return path() / name; }
    OpenOptions options() const
    {
        OpenOptions options;
        options.clock = &m_clock;
        options.author = "Mere";
        options.backup = OpenOptions::Backup::none;
        return options;
    }
    std::unique_ptr<Workspace> create() const { return std::move(Workspace::create(file(), options()).value()); }
    std::unique_ptr<Workspace> open() const { return std::move(Workspace::open(file(), options()).value()); }

private:
    QTemporaryDir m_folder;
    FixedClock m_clock{dayPlus(0)};
};

inline Person person(const std::string& name)
{
    Person person;
    person.name = name;
    return person;
}

inline Tie tie(PersonId a, PersonId b)
{
    Tie tie;
    tie.a = a;
    tie.b = b;
    return ordered(tie);
}

inline Conversation conversation(std::vector<PersonId> with, const std::string& text)
{
    Conversation conversation;
    conversation.when = dayPlus(0);
    conversation.participants = std::move(with);
    conversation.text = text;
    return conversation;
}

/// A change function that adds one person.
inline Workspace::ChangeFunction adding(const std::string& name, PersonId* id = nullptr)
{
    return [name, id](Records& records) -> Result<> {
        WEAVEMAP_ASSIGN(const PersonId made, records.people.insert(person(name)));
        if (id != nullptr)
            *id = made;
        return {};
    };
}

/// What the search index holds, whatever numbers its rows have.
inline std::string searchDump(Workspace& workspace)
{
    std::string dump;
    const auto done = workspace.records().database().each(
        "SELECT kind, record, title, body FROM search_entry JOIN search ON search.rowid = search_entry.id "
        "ORDER BY record, kind",
        [&](Statement& row) {
            for (int column = 0; column < 4; ++column)
                dump += row.text(column) + '|';
            dump += '\n';
        });
    return done ? dump : wordsOf(done);
}

inline std::string digest(Workspace& workspace)
{
    const auto report = workspace.check();
    if (!report)
        return wordsOf(report);
    return report->ok ? report->digest : "not ok: " + report->problems.front();
}

} // namespace storetest
