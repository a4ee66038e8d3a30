// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

#include <QTemporaryDir>

#include "core/base/Clock.h"
#include "core/store/Workspace.h"

namespace actionstest {

using namespace weavemap;

/// The value, or the end of the test program with the error's own words.
template <class T>
T got(Result<T> result)
{
    if (!result) {
        std::string words;
        for (const std::string& arg : result.error().args)
            words += arg + " | ";
        qFatal("error %d: %s%s", static_cast<int>(result.error().code), words.c_str(), result.error().detail.c_str());
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

inline Date day(int year, int month, int dayOfMonth) { return got(Date::fromYmd(year, month, dayOfMonth)); }
inline const Date kToday = day(2026, 10, 15);

inline Instant moment(Date date) { return Instant::atLocal(date, 15, 40, 0); }

/// "Member 3".
inline std::string nameOf(int number) { return std::string("Member ").append(std::to_string(number)); }

/// An open file of its own, with a clock that stands still on 15 October 2026 and ids that follow from a seed.
class Office
{
public:
    Office()
    {
        store::OpenOptions options;
        options.clock = &m_clock;
        options.ids = &m_ids;
        options.backup = store::OpenOptions::Backup::none;
        const std::filesystem::path path = m_folder.filePath(QStringLiteral("office.weavemap")).toStdString();
        m_workspace = got(store::Workspace::create(path, options));
    }

    store::Workspace& workspace() { return *m_workspace; }
    store::Records& records() { return m_workspace->records(); }
    IdMint& ids() { return m_ids; }
    std::string digest() { return got(m_workspace->check()).digest; }
    std::size_t steps() { return got(m_workspace->history()).size(); }

    /// One change; its error, if it has one.
    Result<store::ChangeSet> change(const std::function<Result<>(store::Records&)>& fn)
    {
        return m_workspace->change("test", fn);
    }
    PersonId add(const std::string& name, PersonKind kind = PersonKind::member, const std::string& region = {})
    {
        Person person;
        person.name = name;
        person.kind = kind;
        person.region = region;
        return add(person);
    }
    PersonId add(const Person& person)
    {
        PersonId id;
        got(change([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(id, records.people.insert(person));
            return {};
        }));
        return id;
    }
    TieId tie(PersonId a, PersonId b, TieDepth depth = TieDepth::exchange, double weight = 1.0)
    {
        Tie tie;
        tie.a = a;
        tie.b = b;
        tie.depth = depth;
        tie.weight = weight;
        return add(tie);
    }
    TieId add(const Tie& tie)
    {
        TieId id;
        got(change([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(id, records.ties.insert(ordered(tie)));
            return {};
        }));
        return id;
    }
    Tie tieBetween(PersonId a, PersonId b) { return got(records().ties.between(a, b)).value(); }

private:
    QTemporaryDir m_folder;
    FixedClock m_clock{moment(kToday)};
    IdMint m_ids{7, Instant::atLocal(kToday, 9, 0, 0).unixMs};
    std::unique_ptr<store::Workspace> m_workspace;
};

} // namespace actionstest
