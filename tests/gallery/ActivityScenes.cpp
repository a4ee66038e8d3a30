// SPDX-License-Identifier: GPL-3.0-or-later
#include "ActivityScenes.h"

#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>

#include "SceneSteps.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/Places.h"

namespace weavemap::gallery {

using uitest::WindowBox;

namespace {

void takeWindow(WindowBox& box, const Take& take, const QString& name, const char* window)
{
    settled(box);
    auto* dialog = box.shown<QDialog>(window);
    take(name, *dialog);
    dialog->close();
    settled(box);
}

void openRow(WindowBox& box, int row)
{
    auto* table = box.shown<QTableView>("activitiesTable");
    table->setFocus(Qt::OtherFocusReason);
    table->setCurrentIndex(table->model()->index(row, 0));
    box.press(Qt::Key_Return);
}

/// Somebody who came to a convening and is in a project.
PersonId busyMember(WindowBox& box)
{
    const auto projects = box.records().projects.all();
    for (std::size_t i = 0; projects && i < projects->size(); ++i)
        for (const PersonId person : (*projects)[i].people) {
            const auto attended = box.records().convenings.attendanceOf(person);
            if (attended && attended->size() > 1)
                return person;
        }
    return {};
}

} // namespace

void walkActivities(WindowBox& box, const Take& take)
{
    QWidget& window = box.window();
    box.action("convenings")->trigger();
    settled(box);
    take(QStringLiteral("80-convenings"), window);
    openRow(box, 2);
    takeWindow(box, take, QStringLiteral("81-convening"), "conveningDialog");
    box.action("projects")->trigger();
    settled(box);
    take(QStringLiteral("82-projects"), window);
    openRow(box, 0);
    takeWindow(box, take, QStringLiteral("83-project"), "projectDialog");
    box.action("newConvening")->trigger();
    settled(box);
    box.shown<QLineEdit>("ticksFilter")->setText(QStringLiteral("ma"));
    takeWindow(box, take, QStringLiteral("84-convening-new"), "conveningDialog");

    box.window().places().showPerson(busyMember(box));
    settled(box);
    auto* kinds = window.findChild<QMenu*>(QStringLiteral("timelineFilterMenu"));
    for (const auto& [at, name] : {std::pair(5, "85-person-convenings"), std::pair(6, "86-person-projects")}) {
        kinds->actions().at(at)->trigger();
        settled(box);
        take(QString::fromLatin1(name), window);
    }
    kinds->actions().front()->trigger();
    settled(box);
}

void walkNoActivities(WindowBox& box, const Take& take)
{
    for (const auto& [action, name] :
         {std::pair("convenings", "87-empty-convenings"), std::pair("projects", "88-empty-projects")}) {
        box.action(action)->trigger();
        settled(box);
        take(QString::fromLatin1(name), box.window());
    }
}

} // namespace weavemap::gallery
