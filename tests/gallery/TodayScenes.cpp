// SPDX-License-Identifier: GPL-3.0-or-later
#include "TodayScenes.h"

#include <QApplication>
#include <QDialog>
#include <QListView>
#include <QMenu>

#include "SceneSteps.h"
#include "core/actions/CallQueue.h"
#include "ui/session/Session.h"
#include "ui/shell/Places.h"

namespace weavemap::gallery {

using ui::PlaceId;
using uitest::WindowBox;

namespace {

void takeDialog(WindowBox& box, const char* dialog, const QString& name, const Take& take)
{
    settled(box);
    auto* shown = box.visible<QDialog>(dialog);
    if (shown == nullptr)
        qFatal("%s does not come up", dialog);
    take(name, *shown);
    shown->reject();
    settled(box);
}

} // namespace

void walkToday(WindowBox& box, const Take& take)
{
    QWidget& window = box.window();
    box.window().places().go(PlaceId::today);
    settled(box);
    take(QStringLiteral("02-today"), window);
    box.shown("callQueue")->setFocus(Qt::OtherFocusReason);
    box.press(Qt::Key_Return);
    takeDialog(box, "briefDialog", QStringLiteral("50-today-brief"), take);
    box.click("queueRules");
    takeDialog(box, "queueRulesDialog", QStringLiteral("51-today-points"), take);

    box.shown("callQueue")->setFocus(Qt::OtherFocusReason);
    box.press(Qt::Key_S);
    settled(box);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    if (menu == nullptr)
        qFatal("S opens no menu");
    take(QStringLiteral("52-today-later"), *menu);
    menu->close();
    settled(box);
    constexpr int kLeftOut = 3;
    for (int count = 0; count < kLeftOut; ++count) {
        box.shown("callQueue")->setFocus(Qt::OtherFocusReason);
        box.press(Qt::Key_N);
        if (count == 0 && box.settle())
            take(QStringLiteral("53-today-not-now"), window); // with the sentence that says so
        settled(box);
    }
    take(QStringLiteral("53-today-some-left-out"), window);
    box.click("showLeftOut");
    settled(box);
    take(QStringLiteral("54-today-left-out"), window);
    box.click("showLeftOut");
    box.click("showNeverReached");
    settled(box);
    take(QStringLiteral("55-today-never-reached"), window);
    box.click("showNeverReached");
    for (int count = 0; count < kLeftOut; ++count) {
        box.shown("callQueue")->setFocus(Qt::OtherFocusReason);
        box.press(Qt::Key_Z, Qt::ControlModifier);
        settled(box);
    }
}

namespace {

void lookAtToday(WindowBox& box, const QString& file, const QString& name, const Take& take)
{
    box.open(file);
    box.window().places().go(PlaceId::today);
    settled(box);
    take(name, box.window());
}

/// Leaves everybody out, as the page would one by one.
void leaveAllOut(WindowBox& box)
{
    const Date today = box.window().session().today();
    box.window().session().change(QStringLiteral("Everybody left out"), [today](store::Records& records) -> Result<> {
        WEAVEMAP_ASSIGN(const auto people, records.people.all());
        for (const Person& person : people)
            if (person.isCurrentMemberOn(today))
                WEAVEMAP_TRY(actions::leaveOut(records, person.id, today, today.addDays(20)));
        return {};
    });
    settled(box);
}

} // namespace

void walkTodayStates(WindowBox& box, const Take& take)
{
    lookAtToday(box, box.sample(QStringLiteral("one.weavemap"), 1), QStringLiteral("56-today-one-member"), take);
    box.open(box.sample(QStringLiteral("small.weavemap"), 60));
    box.window().places().go(PlaceId::today);
    leaveAllOut(box);
    take(QStringLiteral("57-today-all-left-out"), box.window());
    box.click("showLeftOut");
    settled(box);
    take(QStringLiteral("58-today-all-who-are-left-out"), box.window());
    box.window().session().close();
}

void walkTodayAlone(WindowBox& box, QSize size, const Take& take)
{
    box.settings().set(ui::setting::kMe, QStringLiteral("Mariama Lawal"));
    box.start(size);
    box.open(box.sample());
    walkToday(box, take);
    for (const int members : {60, 2000})
        lookAtToday(box, box.sample(QStringLiteral("of-%1.weavemap").arg(members), members),
                    QStringLiteral("59-today-of-%1").arg(members), take);
    lookAtToday(box, box.emptyFile(), QStringLiteral("20-empty-today"), take);
    walkTodayStates(box, take);
    box.stop();
}

} // namespace weavemap::gallery
