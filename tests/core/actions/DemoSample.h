// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <QTemporaryDir>
#include <QTest>

#include "core/actions/Demo.h"
#include "core/store/Workspace.h"

namespace demotest {

using namespace weavemap;

template <class T>
T got(Result<T> result)
{
    if (!result)
        qFatal("error %d: %s", static_cast<int>(result.error().code), result.error().detail.c_str());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

inline const Date kDay = got(Date::fromYmd(2026, 10, 15));

/// A sample in a file of its own.
struct Sample
{
    explicit Sample(int members, std::uint64_t seed = 1, Date on = kDay)
    {
        actions::DemoOptions options;
        options.members = members;
        options.seed = seed;
        options.on = on;
        path = folder.filePath(QStringLiteral("sample.weavemap")).toStdString();
        got(actions::makeDemoFile(path, options));
        store::OpenOptions open;
        open.backup = store::OpenOptions::Backup::none;
        workspace = got(store::Workspace::open(path, open));
        people = got(records().people.all());
        for (const auto& person : people)
            if (person.isCurrentMemberOn(on))
                members_.emplace(person.id, &person);
    }
    store::Records& records() { return workspace->records(); }
    const Person* member(PersonId id) const
    {
        const auto found = members_.find(id);
        return found == members_.end() ? nullptr : found->second;
    }
    std::string digest() { return got(workspace->check()).digest; }

    QTemporaryDir folder;
    std::filesystem::path path;
    std::unique_ptr<store::Workspace> workspace;
    std::vector<Person> people;
    std::map<PersonId, const Person*> members_;
};

} // namespace demotest
