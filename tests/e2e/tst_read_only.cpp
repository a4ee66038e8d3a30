// SPDX-License-Identifier: GPL-3.0-or-later
// A file that may be read and not written: all of it is shown, nothing offers to change it, and it can be exported.
#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMenu>
#include <QPointer>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include "AsNobody.h"
#include "WindowBox.h"
#include "core/store/Conversations.h"
#include "ui/base/Convert.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapModel.h"
#include "ui/shell/Places.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::WindowBox;

namespace {

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

constexpr auto kReading = QFile::ReadOwner | QFile::ReadUser | QFile::ReadGroup | QFile::ReadOther;
constexpr auto kEntering = QFile::ExeOwner | QFile::ExeUser | QFile::ExeGroup | QFile::ExeOther;

/// The sample in a folder where it may be read only, open in the window.
struct ReadOnly
{
    const uitest::AsNobody nobody;
    WindowBox box;
    QString folder, path;
    QByteArray before;

    ReadOnly()
    {
        folder = box.path(QStringLiteral("shared"));
        path = folder + QStringLiteral("/Ashlands.weavemap");
        if (!QDir().mkpath(folder) || !QFile::rename(box.sample(), path) || !QFile::setPermissions(path, kReading) ||
            !QFile::setPermissions(folder, kReading | kEntering))
            qFatal("the file could not be protected");
        before = bytesOf(path);
        box.open(path);
    }
    ~ReadOnly()
    {
        box.stop();
        QFile::setPermissions(folder, kReading | kEntering | QFile::WriteOwner | QFile::WriteUser);
    }
    ReadOnly(const ReadOnly&) = delete;
    ReadOnly& operator=(const ReadOnly&) = delete;

    bool isUntouched() const
    {
        return bytesOf(path) == before && QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size() == 1;
    }
    /// Closes what a click has opened over the page.
    void closeWhatOpened()
    {
        while (QWidget* popup = QApplication::activePopupWidget())
            popup->close();
        for (QDialog* dialog : box.window().findChildren<QDialog*>())
            if (dialog->isVisible())
                dialog->reject();
        box.dialogs().clear();
    }
    void go(Qt::Key place)
    {
        closeWhatOpened();
        box.press(place, Qt::ControlModifier);
        if (!box.settle())
            qFatal("the place did not come to rest");
    }
};

/// What changes something, by name; each is off or out of sight in a file that is only read.
const char* const kChanging[]{"importFile",
                              "logCall",
                              "undo",
                              "redo",
                              "undoButton",
                              "redoButton",
                              "logCallButton",
                              "membersAdd",
                              "membersImport",
                              "queueLogCall",
                              "queueLater",
                              "queueNotNow",
                              "queueBringBack",
                              "briefLogCall",
                              "promiseKept",
                              "pageLogCall",
                              "editPersonAction",
                              "archivePeopleAction",
                              "restorePeopleAction",
                              "removePeopleAction",
                              "erasePersonAction",
                              "eraseConversationAction",
                              "recordEdit",
                              "recordDelete",
                              "recordKept",
                              "inspectorLogCall",
                              "mapDrawTie",
                              "mapAddPerson",
                              "mapPin",
                              "mapRemove",
                              "mapTidyUp",
                              "mapSaveView",
                              "mapRename",
                              "mapChange",
                              "mapDuplicate",
                              "mapMerge",
                              "mapTieAll",
                              "mapArchive",
                              "mapEndTie",
                              "mapCut",
                              "mapPaste",
                              "historyUndo",
                              "historyRedo",
                              "settingNetworkName",
                              "deleteTie",
                              "endTie",
                              "pinPeople",
                              "archivePeople",
                              "callStore"};

QStringList offered(WindowBox& box)
{
    QStringList found;
    for (const char* name : kChanging) {
        const QString object = QString::fromLatin1(name);
        for (const QWidget* widget : box.window().findChildren<QWidget*>(object))
            if (widget->isVisible() && widget->isEnabled())
                found << object;
        for (const QAction* action : box.window().findChildren<QAction*>(object))
            if (action->isEnabled() && action->isVisible())
                found << object;
    }
    return found;
}

MapCanvas& openMap(ReadOnly& file)
{
    file.go(Qt::Key_3);
    auto* canvas = file.box.shown<MapCanvas>("mapCanvas");
    if (!uitest::waitUntil([canvas] { return canvas->picture() && !canvas->isDrawing(); }))
        qFatal("the map was not drawn");
    return *canvas;
}

} // namespace

class ReadOnlyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isSaid_andAllOfItIsShown();
    void whatChangesTheFile_isNotOffered();
    void whatIsOffered_changesNothingAndFailsAtNothing();
    void keysAndTheMouse_changeNothing();
    void exporting_works();
};

void ReadOnlyTest::isSaid_andAllOfItIsShown()
{
    ReadOnly file;
    QVERIFY(file.box.window().session().isReadOnly());
    QVERIFY2(file.box.banner().contains(QStringLiteral("write-protected")), qPrintable(file.box.banner()));
    QVERIFY(file.box.window().windowTitle().contains(QStringLiteral("reading only")));
    QCOMPARE(file.box.window().people().currentMembers(), 142);
    QVERIFY(!openMap(file).model().input().ties.empty());
    file.box.stop();
    QVERIFY(file.isUntouched());
}

void ReadOnlyTest::whatChangesTheFile_isNotOffered()
{
    ReadOnly file;
    WindowBox& box = file.box;
    QStringList wrong;
    const auto look = [&](const char* where) {
        QVERIFY(box.settle());
        for (const QString& name : offered(box))
            wrong << QStringLiteral("%1: %2").arg(QString::fromLatin1(where), name);
    };
    for (const auto& [key, where] : {std::pair(Qt::Key_1, "today"), std::pair(Qt::Key_2, "conversations"),
                                     std::pair(Qt::Key_3, "map"), std::pair(Qt::Key_4, "members")}) {
        file.go(key);
        look(where);
    }
    for (const PlaceId place : {PlaceId::history, PlaceId::settings}) {
        box.window().places().go(place);
        look("history or settings");
    }
    const auto calls = box.records().conversations.all();
    QVERIFY(calls && !calls->empty());
    box.window().places().showConversation(calls->front().id);
    look("a conversation");
    box.window().places().showPerson(calls->front().participants.front());
    look("a member");
    MapCanvas& canvas = openMap(file);
    canvas.selectPeople({calls->front().participants.front()});
    look("a member on the map");
    wrong.removeDuplicates();
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void ReadOnlyTest::whatIsOffered_changesNothingAndFailsAtNothing()
{
    ReadOnly file;
    WindowBox& box = file.box;
    Session& session = box.window().session();
    QSignalSpy failed(&session, &Session::failed);
    const std::uint64_t revision = session.revision();
    const PersonId someone = box.window().people().row(20).person.id;
    QStringList pressed, wrong;
    const auto seeWhatCameOf = [&](const QString& name) {
        pressed << name;
        if (!box.settle() || failed.count() > 0 || session.revision() != revision)
            wrong << name;
        failed.clear();
    };
    const QSet<QString> leaving{QStringLiteral("quit"), QStringLiteral("closeFile"), QStringLiteral("openSample"),
                                QStringLiteral("restore")};
    for (const PlaceId place :
         {PlaceId::today, PlaceId::conversations, PlaceId::map, PlaceId::members, PlaceId::introductions,
          PlaceId::charts, PlaceId::history, PlaceId::settings, PlaceId::questions}) {
        QSet<QString> done;
        for (bool found = true; found;) {
            found = false;
            file.closeWhatOpened();
            box.window().places().go(place);
            if (place == PlaceId::members)
                box.window().places().showPerson(someone);
            QVERIFY(box.settle());
            for (QAbstractButton* button : box.window().places().front()->findChildren<QAbstractButton*>()) {
                const QString name =
                    button->objectName() + QLatin1Char('/') + button->text() + button->accessibleName();
                if (!button->isVisible() || !button->isEnabled() || done.contains(name))
                    continue;
                done.insert(name);
                box.dialogs().willAnswer(0);
                box.dialogs().willEnter(QStringLiteral("A name"));
                // A button with a menu waits until that is closed.
                QTimer::singleShot(0, button, [] {
                    if (QWidget* popup = QApplication::activePopupWidget())
                        popup->close();
                });
                button->click();
                seeWhatCameOf(name);
                found = true;
                break;
            }
        }
        file.closeWhatOpened();
        box.window().places().go(place);
        QVERIFY(box.settle());
        const QList<QAction*> actions = box.window().findChildren<QAction*>();
        // Menus that are filled anew take their old actions away.
        for (const QPointer<QAction>& action : QList<QPointer<QAction>>(actions.begin(), actions.end())) {
            if (!action || !action->isEnabled() || action->menu<QMenu*>() != nullptr ||
                action->objectName().isEmpty() || leaving.contains(action->objectName()))
                continue;
            box.dialogs().willAnswer(0);
            box.dialogs().willEnter(QStringLiteral("A name"));
            const QString name = action->objectName();
            action->trigger();
            seeWhatCameOf(name);
            file.closeWhatOpened();
        }
    }
    QVERIFY2(pressed.size() > 100, qPrintable(QString::number(pressed.size())));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    QVERIFY(session.isOpen());
    box.stop();
    QVERIFY(file.isUntouched());
}

void ReadOnlyTest::keysAndTheMouse_changeNothing()
{
    ReadOnly file;
    WindowBox& box = file.box;
    QSignalSpy failed(&box.window().session(), &Session::failed);
    for (const Qt::Key place : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5, Qt::Key_7}) {
        file.go(place);
        for (const Qt::Key key : {Qt::Key_L, Qt::Key_Delete, Qt::Key_F2, Qt::Key_X, Qt::Key_S, Qt::Key_Escape})
            box.press(key);
        for (const Qt::Key key : {Qt::Key_L, Qt::Key_Z, Qt::Key_D, Qt::Key_Return})
            box.press(key, Qt::ControlModifier);
        QVERIFY(box.settle());
    }
    MapCanvas& canvas = openMap(file);
    const auto where = canvas.model().input().people;
    const QPoint from = canvas.discRect(0).center().toPoint();
    for (const Qt::Key tool : {Qt::Key_Escape, Qt::Key_T, Qt::Key_N}) {
        canvas.setFocus();
        box.press(tool);
        QTest::mousePress(&canvas, Qt::LeftButton, {}, from);
        QTest::mouseMove(&canvas, from + QPoint(30, 30));
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, canvas.discRect(1).center().toPoint());
        QTest::mouseDClick(&canvas, Qt::LeftButton, {}, {canvas.width() / 2, 8});
        QVERIFY(!box.visible("tieChooser"));
        QVERIFY(!box.visible("namePopover"));
        box.press(Qt::Key_P);
        box.press(Qt::Key_Right, Qt::ShiftModifier);
        box.dialogs().willAnswer(0);
        box.press(Qt::Key_Delete);
        QVERIFY(box.settle());
    }
    for (std::size_t i = 0; i < where.size(); ++i)
        QCOMPARE(canvas.model().input().people[i].at, where[i].at);
    QCOMPARE(failed.count(), 0);
    box.stop();
    QVERIFY(file.isUntouched());
}

void ReadOnlyTest::exporting_works()
{
    ReadOnly file;
    openMap(file);
    file.box.press(Qt::Key_P, Qt::ControlModifier);
    QVERIFY(uitest::waitUntil([&] { return file.box.visible("mapExportDialog") != nullptr; }));
    const QString pdf = file.box.path(QStringLiteral("map.pdf"));
    file.box.dialogs().willChooseFiles({pdf});
    file.box.click("exportSave");
    QVERIFY(uitest::waitUntil([&] { return file.box.visible("mapExportDialog") == nullptr; }));
    QVERIFY(bytesOf(pdf).startsWith("%PDF-"));
    QVERIFY(QFileInfo(pdf).size() > 20000);
    file.box.stop();
    QVERIFY(file.isUntouched());
}

QTEST_MAIN(ReadOnlyTest)
#include "tst_read_only.moc"
