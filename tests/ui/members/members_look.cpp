// SPDX-License-Identifier: GPL-3.0-or-later
// Not a test: draws the Members place of a file into a folder, to be looked at.
#include <cstdio>

#include <QApplication>
#include <QDir>
#include <QTest>
#include <QTimer>

#include "ui/base/ScriptedDialogs.h"
#include "ui/base/Settings.h"
#include "ui/base/ThemeController.h"
#include "ui/jobs/Jobs.h"
#include "ui/members/MembersPlace.h"
#include "ui/models/FiguresService.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"

using namespace weavemap;
using namespace weavemap::ui;

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    if (argc < 3) {
        std::fputs("members_look FILE FOLDER\n", stderr);
        return 2;
    }
    ThemeController theme(app, ThemeChoice::light);
    const QDir folder(QString::fromLocal8Bit(argv[2]));
    Session session;
    Jobs jobs;
    Settings settings(folder.filePath(QStringLiteral("look.ini")));
    ScriptedDialogs dialogs;
    PeopleModel people(session, jobs);
    FiguresService figures(session, jobs);
    Office office{session, jobs, settings, dialogs, theme, people, figures};
    MembersPlace place(office);
    session.open(argv[1]);
    if (!QTest::qWaitFor([&] { return people.isLoaded(); }))
        return 1;
    // Somebody whose page has much to say.
    PersonId shown;
    int most = -1;
    for (int row = 0; row < people.rowCount(); ++row) {
        const auto& each = people.row(row);
        if (each.current && each.heardFrom && each.ties <= 8 && each.conversations * 2 + each.ties > most) {
            most = each.conversations * 2 + each.ties;
            shown = each.person.id;
        }
    }
    const auto settled = [&] {
        // Layouts first, then what their sizes ask for.
        for (int turn = 0; turn < 4; ++turn) {
            bool turned = false;
            QTimer::singleShot(0, &place, [&turned] { turned = true; });
            if (!QTest::qWaitFor([&] { return turned && !jobs.isBusy(); }))
                return false;
        }
        return true;
    };
    for (const ThemeChoice choice : {ThemeChoice::light, ThemeChoice::dark}) {
        theme.setChoice(choice);
        const QString name = choice == ThemeChoice::light ? QStringLiteral("light") : QStringLiteral("dark");
        for (const QSize size : {QSize(1248, 856), QSize(1088, 756)}) {
            place.resize(size);
            place.show();
            place.showPerson(shown);
            if (!settled())
                return 1;
            place.grab().save(folder.filePath(QStringLiteral("members-%1-%2.png").arg(name).arg(size.width())));
        }
        place.addPerson(QStringLiteral("Ana Ruiz"));
        if (!settled())
            return 1;
        place.grab().save(folder.filePath(QStringLiteral("members-form-%1.png").arg(name)));
        place.stepBack();
        place.stepBack();
        if (!settled())
            return 1;
        place.grab().save(folder.filePath(QStringLiteral("members-table-%1.png").arg(name)));
    }
    return 0;
}
