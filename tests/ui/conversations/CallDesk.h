// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <utility>

#include <QApplication>
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

namespace conversationstest {

using namespace weavemap;

/// How long a loaded machine may take for what takes milliseconds.
constexpr int kPatienceMs = 30'000;

inline Date day(int year, int month, int dayOfMonth) { return Date::fromYmd(year, month, dayOfMonth).value(); }
inline const Date kToday = day(2026, 10, 15);

/// All that a place works with, over files in a folder of its own, on 15 October 2026 at nine.
struct CallDesk
{
    QTemporaryDir folder;
    FixedClock clock{Instant::atLocal(kToday, 9, 0, 0)};
    ui::Session session{&clock};
    ui::Jobs jobs;
    ui::Settings settings{folder.filePath(QStringLiteral("config/settings.ini"))};
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
        return QTest::qWaitFor([&] { return session.isOpen() && people.isLoaded(); }, kPatienceMs);
    }
    bool change(const store::Workspace::ChangeFunction& fn)
    {
        bool done = false, stored = false;
        session.change(QStringLiteral("Change"), fn, [&](Result<store::ChangeSet> result) {
            stored = result.has_value();
            done = true;
        });
        return QTest::qWaitFor([&] { return done; }, kPatienceMs) && stored;
    }
    PersonId add(const std::string& name, PersonKind kind = PersonKind::member)
    {
        Person person;
        person.name = name;
        person.kind = kind;
        PersonId id;
        change([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(id, actions::addPerson(records, person));
            return {};
        });
        return QTest::qWaitFor([&] { return people.find(id) != nullptr; }, kPatienceMs) ? id : PersonId{};
    }
    ConversationId talk(Conversation conversation)
    {
        ConversationId id;
        change([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(id, records.conversations.insert(conversation));
            return {};
        });
        return id;
    }
    static Conversation conversation(PersonId staff, PersonId with, const std::string& text, int daysAgo = 1)
    {
        Conversation made;
        made.when = Instant::atLocal(kToday.addDays(-daysAgo), 15, 40, 0);
        made.staff = staff;
        made.participants = {with};
        made.text = text;
        return made;
    }
    bool step(void (ui::Session::*undoOrRedo)(ui::Session::Done))
    {
        bool done = false, fine = false;
        (session.*undoOrRedo)([&](Result<store::ChangeSet> result) {
            fine = result.has_value();
            done = true;
        });
        return QTest::qWaitFor([&] { return done; }, kPatienceMs) && fine;
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
    std::vector<Conversation> conversations() { return session.records().conversations.all().value(); }
};

/// A key as the window system delivers it: to the popup in front, else to the widget with the focus.
inline void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QWidget* popup = QApplication::activePopupWidget();
    QTest::keyClick(popup ? popup : QApplication::focusWidget(), key, modifiers);
}
inline void type(const QString& text)
{
    for (const QChar letter : text) {
        QWidget* popup = QApplication::activePopupWidget();
        QTest::keyClick(popup ? popup : QApplication::focusWidget(), letter.toLatin1());
    }
}

} // namespace conversationstest
