// SPDX-License-Identifier: GPL-3.0-or-later
// Not a test: draws the Conversations place of a file into a folder, to be looked at.
#include <cstdio>

#include <QApplication>
#include <QDir>
#include <QPlainTextEdit>
#include <QTest>

#include "ui/base/ScriptedDialogs.h"
#include "ui/base/Settings.h"
#include "ui/base/ThemeController.h"
#include "ui/conversations/ConversationsPlace.h"
#include "ui/jobs/Jobs.h"
#include "ui/models/FiguresService.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"
#include "ui/widgets/Button.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

void typeInto(QWidget* widget, const QString& text)
{
    for (const QChar letter : text)
        QTest::keyClick(QApplication::activePopupWidget() ? QApplication::activePopupWidget() : widget,
                        letter.toLatin1());
}

void fillEntries(ConversationsPlace& place)
{
    const auto find = [&place](const char* name) { return place.findChildren<QWidget*>(QLatin1String(name)).last(); };
    const auto press = [&find](const char* name) { qobject_cast<Button*>(find(name))->click(); };
    const auto key = [](Qt::Key code) {
        QTest::keyClick(
            QApplication::activePopupWidget() ? QApplication::activePopupWidget() : QApplication::focusWidget(), code);
    };
    press("addNeed");
    typeInto(find("itemText"), QStringLiteral("A bilingual story-hour host"));
    typeInto(find("itemTopic"), QStringLiteral("story hour"));
    press("addOffer");
    typeInto(find("itemText"), QStringLiteral("Book-repair bench, Thursdays"));
    press("addStep");
    typeInto(find("stepText"), QStringLiteral("Send the grant calendar"));
    press("addTie");
    typeInto(find("tieB"), QStringLiteral("an"));
    key(Qt::Key_Return);
    press("addTie");
    typeInto(find("tieB"), QStringLiteral("be"));
    key(Qt::Key_Return);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    if (argc < 3) {
        std::fputs("conversations_look FILE FOLDER\n", stderr);
        return 2;
    }
    ThemeController theme(app, ThemeChoice::light);
    const QDir folder(QString::fromLocal8Bit(argv[2]));
    Session session;
    Jobs jobs;
    Settings settings(folder.filePath(QStringLiteral("look/look.ini")));
    ScriptedDialogs dialogs;
    PeopleModel people(session, jobs);
    FiguresService figures(session, jobs);
    Office office{session, jobs, settings, dialogs, theme, people, figures};
    ConversationsPlace place(office);
    session.open(argv[1]);
    if (!QTest::qWaitFor([&] { return people.isLoaded(); }))
        return 1;
    PersonId shown;
    int most = -1;
    for (int row = 0; row < people.rowCount(); ++row) {
        const auto& each = people.row(row);
        if (each.current && each.heardFrom && each.conversations > most) {
            most = each.conversations;
            shown = each.person.id;
        }
        if (each.person.kind == PersonKind::staff && !session.me())
            session.setMe(QString::fromStdString(each.person.name));
    }
    const auto settled = [&] {
        // Twice: what comes of one job may start another.
        const bool once = QTest::qWaitFor([&] { return !jobs.isBusy(); });
        QApplication::sendPostedEvents();
        return once && QTest::qWaitFor([&] { return !jobs.isBusy(); });
    };
    for (const ThemeChoice choice : {ThemeChoice::light, ThemeChoice::dark}) {
        theme.setChoice(choice);
        const QString name = choice == ThemeChoice::light ? QStringLiteral("light") : QStringLiteral("dark");
        for (const QSize size : {QSize(1248, 856), QSize(1088, 756)}) {
            place.resize(size);
            place.show();
            place.activateWindow();
            settled();
            place.grab().save(folder.filePath(QStringLiteral("timeline-%1-%2.png").arg(name).arg(size.width())));
            place.logCall({});
            settled();
            place.grab().save(folder.filePath(QStringLiteral("empty-%1-%2.png").arg(name).arg(size.width())));
            place.logCall(shown);
            settled();
            auto* note = place.findChild<QPlainTextEdit*>(QStringLiteral("callNote"));
            note->setPlainText(
                QStringLiteral("Started a Saturday reading club at Osprey Lake School. Fourteen families "
                               "came to the first one.\n\nLooks for someone who has run a bilingual story "
                               "hour.\n\nI promised to send the grant calendar by next Friday."));
            fillEntries(place);
            settled();
            place.grab().save(folder.filePath(QStringLiteral("call-%1-%2.png").arg(name).arg(size.width())));
            place.findChild<QWidget*>(QStringLiteral("callNote"))->setFocus();
            qobject_cast<Button*>(place.findChild<QWidget*>(QStringLiteral("callMore")))->click();
            settled();
            place.grab().save(folder.filePath(QStringLiteral("more-%1-%2.png").arg(name).arg(size.width())));
            qobject_cast<Button*>(place.findChild<QWidget*>(QStringLiteral("callMore")))->click();
            dialogs.willAnswer(0);
            qobject_cast<Button*>(place.findChild<QWidget*>(QStringLiteral("callThrowAway")))->click();
        }
    }
    return 0;
}
