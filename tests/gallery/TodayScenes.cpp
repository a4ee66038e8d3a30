// SPDX-License-Identifier: GPL-3.0-or-later
#include "TodayScenes.h"

#include <QApplication>
#include <QDialog>
#include <QListView>
#include <QMenu>

#include "SceneSteps.h"
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

} // namespace weavemap::gallery
