// SPDX-License-Identifier: GPL-3.0-or-later
#include "SceneSteps.h"

#include <QApplication>
#include <QMenu>

#include "ui/shell/MainWindow.h"

namespace weavemap::gallery {

void settled(uitest::WindowBox& box)
{
    if (!box.settle())
        qFatal("the window did not come to rest");
    if (QWidget* close = box.visible("bannerClose"))
        box.click(close);
    for (int i = 0; i < 3; ++i)
        QApplication::processEvents();
}

void choose(uitest::WindowBox& box, const QString& typed)
{
    box.type(typed);
    box.press(Qt::Key_Return);
}

void go(uitest::WindowBox& box, ui::PlaceId place)
{
    box.window().places().go(place);
    settled(box);
}

void takeMenu(uitest::WindowBox& box, const QString& name, const Take& take, const char* button)
{
    box.click(button);
    settled(box);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    if (menu == nullptr)
        qFatal("%s opens no menu", button);
    take(name, *menu);
    menu->close();
    settled(box);
}

} // namespace weavemap::gallery
