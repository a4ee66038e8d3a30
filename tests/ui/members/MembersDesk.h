// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include <QTest>

#include "OfficeBox.h"
#include "core/actions/EditNetwork.h"
#include "ui/base/Convert.h"

namespace memberstest {

using namespace weavemap;

/// How long a loaded machine may take for what takes milliseconds.
constexpr int kPatienceMs = 30'000;

inline Date day(int year, int month, int dayOfMonth) { return Date::fromYmd(year, month, dayOfMonth).value(); }

/// The office of a place, over files that begin empty, with people added one by one.
struct MembersDesk : uitest::OfficeBox
{
    ui::Session& session = OfficeBox::session();
    ui::Jobs& jobs = OfficeBox::jobs();
    ui::Settings& settings = OfficeBox::settings();
    ui::ScriptedDialogs& dialogs = OfficeBox::dialogs();
    ui::PeopleModel& people = OfficeBox::people();
    ui::Office& office = OfficeBox::office();

    std::filesystem::path at(const std::string& name) const { return ui::toPath(path(QString::fromStdString(name))); }
    bool open(const std::string& name, ui::Session::OpenMode mode = ui::Session::OpenMode::create)
    {
        session.open(at(name), mode);
        return QTest::qWaitFor([&] { return session.isOpen() && people.isLoaded(); }, kPatienceMs);
    }
    /// Waits until it is stored and told, not until the figures are fresh again.
    bool change(const store::Workspace::ChangeFunction& fn)
    {
        bool done = false;
        bool stored = false;
        session.change(QStringLiteral("Change"), fn, [&](const Result<store::ChangeSet>& result) {
            done = true;
            stored = result.has_value();
        });
        return QTest::qWaitFor([&] { return done; }, kPatienceMs) && stored;
    }
    PersonId add(Person person)
    {
        PersonId id;
        change([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(id, actions::addPerson(records, person));
            return {};
        });
        return QTest::qWaitFor([&] { return people.find(id) != nullptr; }, kPatienceMs) ? id : PersonId{};
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
        return QTest::qWaitFor([&] { return done; }, kPatienceMs);
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
        return QTest::qWaitFor([&] { return done; }, kPatienceMs) ? text : "late";
    }
};

} // namespace memberstest
