// SPDX-License-Identifier: GPL-3.0-or-later
#include "CallScenes.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>

#include "SceneSteps.h"
#include "core/actions/EditNetwork.h"
#include "ui/base/Convert.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"
#include "ui/shell/Places.h"

namespace weavemap::gallery {

using uitest::WindowBox;

namespace {

/// Members who are neither `with` nor namesakes of each other by their first names.
QStringList others(WindowBox& box, PersonId with, int count)
{
    QStringList names, firsts;
    const auto& people = box.window().people();
    for (int row = 0; row < people.rowCount(); ++row)
        firsts << ui::toQString(people.row(row).person.name).section(QLatin1Char(' '), 0, 0);
    for (int row = 0; row < people.rowCount() && names.size() < count; ++row) {
        const auto& member = people.row(row);
        if (member.current && member.person.kind == PersonKind::member && member.person.id != with &&
            firsts.count(firsts[row]) == 1)
            names << ui::toQString(member.person.name);
    }
    return names;
}

QString firstName(const QString& name) { return name.section(QLatin1Char(' '), 0, 0); }

void write(WindowBox& box, const QStringList& lines)
{
    box.shown("callNote")->setFocus(Qt::OtherFocusReason);
    for (const QString& line : lines) {
        box.type(line);
        if (QApplication::activePopupWidget() != nullptr) // somebody is offered at the end of the line
            box.press(Qt::Key_Escape);
        box.press(Qt::Key_Return);
    }
    settled(box);
}

void throwAway(WindowBox& box)
{
    box.dialogs().willAnswer(0);
    box.click("callThrowAway");
    settled(box);
}

/// A note of a whole call, by which nearly every kind of proposal comes up.
void writeLong(WindowBox& box, PersonId with, const Take& take)
{
    const QStringList who = others(box, with, 5);
    box.window().places().logCall(with);
    settled(box);
    write(box, {QStringLiteral("Works with @%1 on a Saturday reading club, sharing #read-aloud sets. They have met "
                               "%2 there, and she goes to %3 for grants.")
                    .arg(who[0], firstName(who[1]), firstName(who[2])),
                {},
                QStringLiteral("!someone who has run a bilingual story hour. Wants to meet %1, who might know how.")
                    .arg(who[3]),
                QStringLiteral("+the book-repair bench, Thursdays after school."),
                {},
                QStringLiteral("Swaps lesson plans with %1. Met @Kirsten Oyelaran at the spring convening. Needs a van "
                               "for the fair. The evening meetings keep her away.")
                    .arg(firstName(who[4])),
                {},
                QStringLiteral("I'll send her the grant calendar by next Friday. Call her again in six weeks.")});
    take(QStringLiteral("09-log-a-call"), box.window());
    box.press(Qt::Key_Down, Qt::ControlModifier);
    box.press(Qt::Key_Down);
    box.press(Qt::Key_Down);
    box.press(Qt::Key_Delete);
    box.press(Qt::Key_Down);
    settled(box);
    take(QStringLiteral("09-log-a-call-in-hand"), box.window());
    box.press(Qt::Key_Return);
    settled(box);
    take(QStringLiteral("09-log-a-call-changed"), box.window());
    box.click("noteHelpLink");
    settled(box);
    if (auto* help = box.visible<QDialog>("noteHelp")) {
        take(QStringLiteral("09-how-to-write-a-note"), *help);
        help->reject();
    }
    settled(box);
    throwAway(box);
}

/// Entries by hand: how often and which way on a tie; then who met a need, and an introduction.
void writeByHand(WindowBox& box, PersonId with, const Take& take)
{
    box.window().places().logCall(with);
    settled(box);
    box.click("addTie");
    box.shown("tieB")->setFocus(Qt::TabFocusReason);
    choose(box, QStringLiteral("tama"));
    box.click("addNeed");
    box.type(QStringLiteral("Help with the grant report"));
    box.click("addStep");
    box.type(QStringLiteral("Send the reading list"));
    settled(box);
    box.click(box.shown("tieEntry")->findChild<QAbstractButton*>(QStringLiteral("entryLine")));
    for (const char* field : {"tieContact", "tieDirection"}) {
        box.shown(field)->setFocus(Qt::TabFocusReason);
        box.press(Qt::Key_Down);
    }
    box.press(Qt::Key_Tab);
    box.type(QStringLiteral("lesson plans"));
    settled(box);
    take(QStringLiteral("09-log-a-call-tie"), box.window());
    box.click(box.shown("itemEntry")->findChild<QAbstractButton*>(QStringLiteral("entryLine")));
    box.shown("itemState")->setFocus(Qt::TabFocusReason);
    box.press(Qt::Key_Down);
    box.press(Qt::Key_Tab);
    choose(box, QStringLiteral("tama"));
    box.click("addIntroduction");
    choose(box, QStringLiteral("solveig"));
    box.type(QStringLiteral("Both look for student teachers"));
    settled(box);
    take(QStringLiteral("09-log-a-call-introduction"), box.window());
    throwAway(box);
}

/// A name that two people have; it is taken back at the end.
void writeOfNamesakes(WindowBox& box, PersonId with, const Take& take)
{
    const QString name = others(box, with, 1).front();
    bool stored = false;
    box.window().session().change(
        QStringLiteral("A namesake"),
        [name](store::Records& records) -> Result<> {
            Person person;
            person.name = ui::toUtf8(name);
            person.role = "Librarian";
            person.region = "Coast";
            return actions::addPerson(records, person).map([](PersonId) {});
        },
        [&stored](const Result<store::ChangeSet>& changes) { stored = changes.has_value(); });
    if (!uitest::waitUntil([&] { return stored; }))
        qFatal("the namesake was not stored");
    settled(box);
    box.window().places().logCall(with);
    settled(box);
    write(box,
          {QStringLiteral("Works with %1 on the summer lending list. Needs help with the grant report.").arg(name)});
    box.press(Qt::Key_Down, Qt::ControlModifier);
    settled(box);
    take(QStringLiteral("09-log-a-call-which"), box.window());
    box.shown("callNote")->setFocus(Qt::OtherFocusReason);
    box.press(Qt::Key_Return);
    box.type(QStringLiteral("Met @") + name.left(3));
    take(QStringLiteral("09-log-a-call-offer"), *box.focus());
    box.press(Qt::Key_Escape);
    throwAway(box);
    box.window().session().undo();
    settled(box);
}

/// A call that was stored, with what came of it; it is taken back at the end.
void storeOne(WindowBox& box, PersonId with, const Take& take)
{
    const QStringList who = others(box, with, 4);
    box.window().places().logCall(with);
    settled(box);
    write(box, {QStringLiteral("Wants to meet %1 and %2. Met @Kirsten Oyelaran at the fair.").arg(who[2], who[3]),
                QStringLiteral("Needs a van for the fair and somebody who drives it on Thursdays. #read-aloud"),
                QStringLiteral("I'll send her the grant calendar by next Friday.")});
    take(QStringLiteral("09-log-a-call-introductions"), box.window());
    box.press(Qt::Key_Return, Qt::ControlModifier);
    if (!uitest::waitUntil([&] { return box.visible("recordIntroduction") != nullptr; }))
        qFatal("the call was not stored");
    settled(box);
    take(QStringLiteral("09-log-a-call-stored"), box.window());
    box.window().session().undo();
    settled(box);
}

} // namespace

void walkCalls(WindowBox& box, PersonId with, const Take& take)
{
    writeLong(box, with, take);
    writeByHand(box, with, take);
    writeOfNamesakes(box, with, take);
    storeOne(box, with, take);
}

void walkFirstCall(WindowBox& box, const Take& take)
{
    box.window().places().logCall({});
    settled(box);
    take(QStringLiteral("27-log-a-call-empty"), box.window());
    box.shown("callParticipant")->setFocus(Qt::OtherFocusReason);
    box.type(QStringLiteral("Zora Quill"));
    box.press(Qt::Key_Return);
    write(box,
          {QStringLiteral("Met @Ben Okafor at the spring convening. Needs a partner school. I'll call her again in "
                          "two weeks.")});
    take(QStringLiteral("28-log-a-first-call"), box.window());
    throwAway(box);
}

} // namespace weavemap::gallery
