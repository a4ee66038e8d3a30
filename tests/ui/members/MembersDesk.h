// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/actions/EditNetwork.h"
#include "core/base/Clock.h"
#include "ui/base/ScriptedDialogs.h"
#include "ui/base/Settings.h"
#include "ui/base/ThemeController.h"
#include "ui/jobs/Jobs.h"
#include "ui/models/FiguresService.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"
#include "ui/widgets/Place.h"

namespace memberstest {

using namespace weavemap;

inline Date day(int year, int month, int dayOfMonth) { return Date::fromYmd(year, month, dayOfMonth).value(); }

/// All that a place works with, over files in a folder of its own, on 15 October 2026.
struct MembersDesk
{
    QTemporaryDir folder;
    FixedClock clock{Instant::atLocal(day(2026, 10, 15), 9, 0, 0)};
    ui::Session session{&clock};
    ui::Jobs jobs;
    ui::Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    ui::ScriptedDialogs dialogs;
    ui::PeopleModel people{session, jobs};
    ui::FiguresService figures{session, jobs};
    ui::Office office{session, jobs, settings, dialogs, *ui::ThemeController::instance(), people, figures};

    std::filesystem::path at(const std::string& name) const
    {
        return std::filesystem::path(folder.path().toStdString()) / name;
    }
    bool open(const std::string& name, ui::Session::OpenMode mode = ui::Session::OpenMode::create)
    {
        session.open(at(name), mode);
        return QTest::qWaitFor([&] { return session.isOpen() && people.isLoaded(); });
    }
    bool change(const store::Workspace::ChangeFunction& fn)
    {
        bool done = false;
        bool stored = false;
        session.change(QStringLiteral("Change"), fn, [&](Result<store::ChangeSet> result) {
            done = true;
            stored = result.has_value();
        });
        return QTest::qWaitFor([&] { return done; }) && stored;
    }
    PersonId add(Person person)
    {
        PersonId id;
        change([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(id, actions::addPerson(records, person));
            return {};
        });
        return QTest::qWaitFor([&] { return people.find(id) != nullptr; }) ? id : PersonId{};
    }
    PersonId add(const std::string& name, const std::string& region = {})
    {
        Person person;
        person.name = name;
        person.region = region;
        return add(person);
    }
    PersonId add(const std::string& name, PersonKind kind)
    {
        Person person;
        person.name = name;
        person.kind = kind;
        return add(person);
    }
    const Person& person(PersonId id) const { return people.find(id)->person; }
    bool undo()
    {
        bool done = false;
        session.undo([&](Result<store::ChangeSet> result) { done = result.has_value(); });
        return QTest::qWaitFor([&] { return done; });
    }
    /// The hash of all data, as `check` tells it.
    std::string digest()
    {
        std::string text;
        bool done = false;
        session.request<store::CheckReport>([](store::Workspace& w) { return w.check(); },
                                            [&](Result<store::CheckReport> report) {
                                                text = report ? report->digest : "failed";
                                                done = true;
                                            });
        return QTest::qWaitFor([&] { return done; }) ? text : "late";
    }
};

} // namespace memberstest
