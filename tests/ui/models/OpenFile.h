// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/actions/EditNetwork.h"
#include "core/base/Clock.h"
#include "ui/jobs/Jobs.h"
#include "ui/session/Session.h"

namespace modelstest {

using namespace weavemap;

inline Date day(int year, int month, int dayOfMonth) { return Date::fromYmd(year, month, dayOfMonth).value(); }

/// A session with a file of its own, on 15 October 2026.
struct OpenFile
{
    QTemporaryDir folder;
    FixedClock clock{Instant::atLocal(day(2026, 10, 15), 9, 0, 0)};
    ui::Session session{&clock};
    ui::Jobs jobs;

    std::filesystem::path at(const std::string& name) const
    {
        return std::filesystem::path(folder.path().toStdString()) / name;
    }
    bool open(const std::string& name, ui::Session::OpenMode mode = ui::Session::OpenMode::create)
    {
        QSignalSpy opened(&session, &ui::Session::opened);
        session.open(at(name), mode);
        return QTest::qWaitFor([&] { return !opened.isEmpty(); });
    }
    /// Waits until the change is stored and told.
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
        return id;
    }
    PersonId add(const std::string& name, const std::string& region = {})
    {
        Person person;
        person.name = name;
        person.region = region;
        return add(person);
    }
    bool tie(PersonId a, PersonId b)
    {
        return change([&](store::Records& records) -> Result<> {
            actions::DrawnTie drawn;
            drawn.a = a;
            drawn.b = b;
            drawn.on = day(2026, 10, 1);
            WEAVEMAP_TRY(actions::drawTie(records, drawn));
            return {};
        });
    }
};

} // namespace modelstest
