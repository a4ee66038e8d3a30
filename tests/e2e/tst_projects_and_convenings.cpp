// SPDX-License-Identifier: GPL-3.0-or-later
// A note that tells of a project makes its record, which is found, opened from the call and from the pages of those who
// are in it; so are convenings.
#include <QAbstractButton>
#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QTest>

#include "WindowBox.h"
#include "core/actions/EditNetwork.h"
#include "ui/shell/Places.h"
#include "ui/shell/SearchDelegate.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::WindowBox;

namespace {

PersonId idOf(WindowBox& box, const char* name)
{
    const auto found = box.records().people.findByName(name);
    return found && found->size() == 1 ? found->front().id : PersonId{};
}

/// A file with four members, and Ruth who works here.
void fill(WindowBox& box)
{
    box.settings().set(setting::kMe, QStringLiteral("Ruth Lindqvist"));
    box.open(box.emptyFile());
    bool stored = false;
    box.window().session().change(
        QStringLiteral("A few people"),
        [](store::Records& records) -> Result<> {
            for (const char* name : {"Ána Ruiz", "Jun Takeda", "Marta Quist", "Noor Haddad", "Ruth Lindqvist"}) {
                Person person;
                person.name = name;
                if (person.name.starts_with("Ruth"))
                    person.kind = PersonKind::staff;
                WEAVEMAP_TRY(actions::addPerson(records, person));
            }
            return {};
        },
        [&](Result<store::ChangeSet> result) { stored = result.has_value(); });
    if (!uitest::waitUntil([&] { return stored; }) || !box.settle())
        qFatal("not stored");
}

/// A call with Ána whose note tells of a project.
void logTheProject(WindowBox& box)
{
    box.press(Qt::Key_L, Qt::ControlModifier);
    box.type(QStringLiteral("ana"));
    box.press(Qt::Key_Return);
    box.type(QStringLiteral("Jun Takeda, Marta Quist and Noor Haddad are building a greenhouse together."));
    if (!box.settle())
        qFatal("the note is not read");
    box.press(Qt::Key_Return, Qt::ControlModifier);
    if (!uitest::waitUntil([&] { return box.visible("callPage") == nullptr; }) || !box.settle())
        qFatal("the call is not stored");
}

bool opensWindow(WindowBox& box, const char* name, const char* field, const QString& text)
{
    const bool opened = uitest::waitUntil([&] { return box.visible<QDialog>(name) != nullptr; });
    if (!opened)
        return false;
    auto* dialog = box.shown<QDialog>(name);
    auto* line = dialog->findChild<QLineEdit*>(QString::fromLatin1(field));
    const bool same = line != nullptr && line->text() == text;
    dialog->close();
    return same && uitest::waitUntil([&] { return box.visible<QDialog>(name) == nullptr; });
}

/// The row of a page's timeline that begins so.
QWidget* rowOf(WindowBox& box, const QString& title)
{
    for (QWidget* row : box.window().findChildren<QWidget*>(QStringLiteral("timelineRow")))
        if (row->isVisible() && row->accessibleName().startsWith(title))
            return row;
    return nullptr;
}

} // namespace

class ProjectsAndConveningsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void note_makesTheProject_whichTheCallLeadsTo()
    {
        WindowBox box;
        fill(box);
        logTheProject(box);
        const auto projects = box.records().projects.all().value();
        QCOMPARE(projects.size(), std::size_t{1});
        QCOMPARE(projects.front().name, std::string("greenhouse"));
        QCOMPARE(projects.front().people,
                 (std::vector{idOf(box, "Jun Takeda"), idOf(box, "Marta Quist"), idOf(box, "Noor Haddad")}));
        box.window().places().showConversation(projects.front().conversation);
        QVERIFY(box.settle());
        box.click("recordProject");
        QVERIFY(opensWindow(box, "projectDialog", "projectName", QStringLiteral("greenhouse")));
        box.press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(uitest::waitUntil([&] { return *box.records().projects.count() == 0; }));
        QCOMPARE(*box.records().conversations.count(), std::size_t{0});
    }

    void project_isFound_andStandsOnTheirPages()
    {
        WindowBox box;
        fill(box);
        logTheProject(box);
        box.press(Qt::Key_K, Qt::ControlModifier);
        box.type(QStringLiteral("greenh"));
        QVERIFY(uitest::waitUntil([&] { return box.visible<QListView>("searchResults") != nullptr; }));
        auto* found = box.shown<QListView>("searchResults");
        int at = -1;
        for (int row = 0; row < found->model()->rowCount(); ++row)
            if (found->model()->index(row, 0).data(SearchDelegate::kTargetKind).toInt() ==
                static_cast<int>(store::HitKind::project))
                at = row;
        QVERIFY(at >= 0);
        box.press(Qt::Key_Down, Qt::NoModifier, at);
        box.press(Qt::Key_Return);
        QVERIFY(opensWindow(box, "projectDialog", "projectName", QStringLiteral("greenhouse")));
        box.window().places().showPerson(idOf(box, "Noor Haddad")); // the third whom the note names
        QVERIFY(box.settle());
        QWidget* row = rowOf(box, QStringLiteral("Project: greenhouse"));
        QVERIFY(row != nullptr);
        row->setFocus();
        box.press(Qt::Key_Return);
        QVERIFY(opensWindow(box, "projectDialog", "projectName", QStringLiteral("greenhouse")));
    }

    void convening_isWrittenDown_andStandsOnThePagesOfThoseWhoCame()
    {
        WindowBox box;
        fill(box);
        box.action("newConvening")->trigger();
        QVERIFY(uitest::waitUntil([&] { return box.visible<QDialog>("conveningDialog") != nullptr; }));
        auto* dialog = box.shown<QDialog>("conveningDialog");
        dialog->findChild<QLineEdit*>(QStringLiteral("conveningTitle"))->setText(QStringLiteral("Spring convening"));
        auto* filter = dialog->findChild<QLineEdit*>(QStringLiteral("ticksFilter"));
        filter->setText(QStringLiteral("mar"));
        QTest::keyClick(filter, Qt::Key_Return);
        dialog->activateWindow();
        QVERIFY(uitest::waitUntil([dialog] { return QApplication::activeWindow() == dialog; }));
        box.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(uitest::waitUntil([&] { return box.visible<QDialog>("conveningDialog") == nullptr; }));
        QVERIFY(box.settle());
        box.window().places().showPerson(idOf(box, "Marta Quist"));
        QVERIFY(box.settle());
        QWidget* row = rowOf(box, QStringLiteral("Came to Spring convening"));
        QVERIFY(row != nullptr);
        QTest::mouseClick(row, Qt::LeftButton);
        QVERIFY(opensWindow(box, "conveningDialog", "conveningTitle", QStringLiteral("Spring convening")));
        // Its list is looked at in passing: Escape leads back to the page.
        box.action("convenings")->trigger();
        QVERIFY(box.settle());
        QCOMPARE(box.window().places().current(), PlaceId::activities);
        box.press(Qt::Key_Escape);
        QCOMPARE(box.window().places().current(), PlaceId::members);
    }

    void withoutAFile_thereIsNothingToOpen()
    {
        WindowBox box;
        fill(box);
        QVERIFY(box.action("newConvening")->isEnabled() && box.action("newProject")->isEnabled());
        box.window().session().close();
        QVERIFY(uitest::waitUntil([&] { return !box.window().session().isOpen(); }));
        for (const char* action : {"newConvening", "newProject", "convenings", "projects"})
            QVERIFY(!box.action(action)->isEnabled());
    }
};

QTEST_MAIN(ProjectsAndConveningsTest)
#include "tst_projects_and_convenings.moc"
