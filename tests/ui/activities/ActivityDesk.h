// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QPointer>
#include <QTest>

#include "OfficeBox.h"
#include "core/store/Workspace.h"
#include "ui/base/Convert.h"

namespace activitytest {

using namespace weavemap;
using uitest::waitUntil;

inline Date day(int year, int month, int dayOfMonth) { return Date::fromYmd(year, month, dayOfMonth).value(); }

inline Convening convening(const char* title, Date on)
{
    Convening made;
    made.title = title;
    made.on = on;
    return made;
}

/// A file with three members and two of the staff, of whom Ruth sits here.
struct ActivityDesk : uitest::OfficeBox
{
    PersonId ana, ben, cy, ruth, omar;

    ActivityDesk()
    {
        openEmpty();
        ana = addPerson(QStringLiteral("Ana Núñez"));
        ben = addPerson(QStringLiteral("Ben Okafor"));
        cy = addPerson(QStringLiteral("Cy \u5B66\u6821"));
        ruth = addPerson(QStringLiteral("Ruth Adler"), PersonKind::staff);
        omar = addPerson(QStringLiteral("Omar Diaz"), PersonKind::staff);
        session().setMe(QStringLiteral("Ruth Adler"));
        settle();
    }
    std::string digest()
    {
        std::string digest;
        session().request<store::CheckReport>(
            [](store::Workspace& workspace) { return workspace.check(); },
            [&digest](const Result<store::CheckReport>& report) { digest = report ? report->digest : "no report"; });
        waitUntil([&digest] { return !digest.empty(); });
        return digest;
    }
    QString lastStep() { return session().undoLabel(); }
    template <class Widget>
    static Widget* find(QWidget& in, const char* name)
    {
        auto* widget = in.findChild<Widget*>(QLatin1String(name));
        if (widget == nullptr)
            qFatal("no %s", name);
        return widget;
    }
    /// Presses *Store* and waits until the window is gone.
    static bool stored(QPointer<QDialog> dialog)
    {
        QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
        return waitUntil([&dialog] { return dialog.isNull(); });
    }
};

} // namespace activitytest
