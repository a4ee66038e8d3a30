// SPDX-License-Identifier: GPL-3.0-or-later
// A member asks to be forgotten: nothing of them is left on any screen, in the file, its backups, drafts and settings;
// and where that cannot be done, everything is as it was.
#include <algorithm>
#include <atomic>
#include <cerrno>
#include <functional>
#include <unistd.h>

#include <sqlite3.h>

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QPlainTextEdit>
#include <QTest>

#include "WindowBox.h"
#include "core/actions/EditNetwork.h"
#include "core/store/Reader.h"
#include "ui/base/Convert.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapModel.h"
#include "ui/shell/Places.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::WindowBox;

namespace {

/// In the name and in every word of hers; nothing of the sample holds either.
const QStringList kCanaries{QStringLiteral("quexley"), QStringLiteral("zzk")};

/// More than any model of the window has.
constexpr int kRoles = Qt::UserRole + 40;

/// SQLite's writes fail as on a full disk while this is set.
std::atomic<bool> g_full = false;
ssize_t writeAt(int file, const void* bytes, std::size_t size, off64_t at)
{
    if (g_full) {
        errno = ENOSPC;
        return -1;
    }
    return ::pwrite64(file, bytes, size, at);
}

bool holdsCanary(const QString& text)
{
    return std::any_of(kCanaries.begin(), kCanaries.end(),
                       [&](const QString& canary) { return text.contains(canary, Qt::CaseInsensitive); });
}

/// The names of the files in the stage's folder (network, backups, drafts, settings) that hold a canary.
QStringList filesWithCanaries(const WindowBox& box)
{
    QStringList found;
    for (QDirIterator files(box.path({}), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && holdsCanary(QString::fromLatin1(file.readAll())))
            found.append(files.fileName());
    }
    return found;
}

enum class Look { shown, hiddenToo };

/// In any cell, in whatever role.
bool holdsCanary(const QAbstractItemModel& model)
{
    for (int row = 0; row < model.rowCount(); ++row)
        for (int column = 0; column < model.columnCount(); ++column)
            for (int role = 0; role < kRoles; ++role)
                if (holdsCanary(model.index(row, column).data(role).toString()))
                    return true;
    return false;
}

/// Where a canary stands in the window: in labels, fields, tooltips, names for screen readers, commands, lists. What is
/// hidden may hold it, and every model, whether a view shows it or not.
QStringList widgetsWithCanaries(QWidget& window, Look which = Look::shown)
{
    QStringList found;
    const auto look = [&](const QObject& object) {
        for (const char* property : {"text", "plainText", "windowTitle", "toolTip", "accessibleName",
                                     "accessibleDescription", "placeholderText", "currentText"})
            if (holdsCanary(object.property(property).toString()))
                found.append(QLatin1String(object.metaObject()->className()) + QLatin1Char(' ') + object.objectName() +
                             QLatin1Char('.') + QLatin1String(property));
    };
    const QWidgetList widgets = QApplication::allWidgets();
    for (const QWidget* widget : widgets) {
        if (which == Look::shown && !widget->isVisible())
            continue;
        look(*widget);
        const auto* view = qobject_cast<const QAbstractItemView*>(widget);
        if (view != nullptr && view->model() != nullptr && holdsCanary(*view->model()))
            found.append(view->objectName());
    }
    if (which == Look::hiddenToo)
        for (const auto* model : window.findChildren<QAbstractItemModel*>())
            if (holdsCanary(*model))
                found.append(QStringLiteral("a model of %1").arg(model->parent()->objectName()));
    for (const QAction* action : window.findChildren<QAction*>())
        look(*action);
    return found;
}

struct Planted
{
    PersonId zora, friendOf;
};

/// The sample with Zora Quexley in every place that somebody leaves words in, and a backup of that.
Planted plant(WindowBox& box)
{
    box.open(box.sample());
    Planted planted;
    bool done = false;
    box.window().session().change(
        QStringLiteral("Zora Quexley"),
        [&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(const auto people, records.people.all());
            planted.friendOf = people.front().id;
            Person zora;
            zora.name = "Zora Quexley";
            zora.email = "zzkmail@example.org";
            zora.about = "zzkabout";
            zora.region = people.front().region;
            zora.joined = Date::fromYmd(2024, 9, 1).value();
            WEAVEMAP_ASSIGN(planted.zora, actions::addPerson(records, zora));
            actions::DrawnTie drawn;
            drawn.a = planted.zora;
            drawn.b = planted.friendOf;
            drawn.on = uitest::testDay();
            WEAVEMAP_TRY(actions::drawTie(records, drawn));
            Conversation alone, others;
            alone.when = others.when = Instant::atLocal(uitest::testDay().addDays(-2), 9, 0, 0);
            alone.participants = {planted.zora};
            alone.text = "zzkalone";
            others.participants = {planted.friendOf};
            others.text = "Thanks to Zora Quexley, all is well";
            WEAVEMAP_ASSIGN(const auto talk, records.conversations.insert(alone));
            WEAVEMAP_TRY(records.conversations.insert(others));
            NoteItem need;
            need.conversation = talk;
            need.person = planted.zora;
            need.text = "zzkneed";
            WEAVEMAP_TRY(records.conversations.insert(need));
            FollowUp promise;
            promise.person = planted.zora;
            promise.text = "zzkpromise";
            promise.due = uitest::testDay();
            return records.conversations.insert(promise).map([](auto) {});
        },
        [&](const Result<store::ChangeSet>& result) { done = result.has_value(); });
    if (!uitest::waitUntil([&] { return done; }) || !box.settle())
        qFatal("nothing was planted");
    box.action("backUp")->trigger();
    if (!box.settle() || !uitest::waitUntil([&] { return box.banner().startsWith(QStringLiteral("Backed up")); }))
        qFatal("no backup");
    return planted;
}

void visitAll(WindowBox& box, const std::function<void()>& inEach)
{
    for (const PlaceId place : Places::upper() + Places::lower()) {
        box.window().places().go(place);
        box.settle();
        inEach();
    }
}

std::string digest(WindowBox& box)
{
    std::string text;
    box.window().session().request<store::CheckReport>(
        [](store::Workspace& workspace) { return workspace.check(); },
        [&](Result<store::CheckReport> report) { text = report && report->ok ? report->digest : "not sound"; });
    uitest::waitUntil([&] { return !text.empty(); });
    return text;
}

/// Chooses her row, opens the menu of the page, and says yes.
void forget(WindowBox& box, PersonId person)
{
    box.window().places().showPerson(person);
    box.settle();
    box.dialogs().willAnswer(0);
    box.action("erasePersonAction")->trigger();
}

} // namespace

class EraseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        sqlite3_vfs* files = sqlite3_vfs_find(nullptr);
        for (const char* call : {"pwrite", "pwrite64"})
            QCOMPARE(files->xSetSystemCall(files, call, reinterpret_cast<sqlite3_syscall_ptr>(&writeAt)), SQLITE_OK);
    }
    void forgotten_isOnNoScreenAndInNoFile();
    void fullDisk_changesNothing();
    void anotherWriter_changesNothing();
    void readerInTheWay_isSaidAndDoneAtTheNextOpening();
};

void EraseTest::forgotten_isOnNoScreenAndInNoFile()
{
    WindowBox box;
    const Planted planted = plant(box);
    // She stands on the map, chosen; in a call that is begun; and in what is searched for.
    box.window().places().go(PlaceId::map);
    auto* canvas = box.shown<MapCanvas>("mapCanvas");
    QVERIFY(uitest::waitUntil([&] { return canvas->model().indexOf(planted.zora) >= 0 && !canvas->isDrawing(); }));
    canvas->selectPeople({planted.zora});
    QVERIFY(box.settle());
    const auto* results = box.window().findChild<QAbstractItemView*>(QStringLiteral("searchResults"));
    QVERIFY(results);
    box.press(Qt::Key_K, Qt::ControlModifier);
    box.type(kCanaries.front());
    QVERIFY(uitest::waitUntil([&] { return results->model()->rowCount() > 0; }));
    box.window().places().logCall(planted.zora);
    box.shown<QPlainTextEdit>("callNote")->setPlainText(QStringLiteral("zzkdraft"));
    QVERIFY(uitest::waitUntil([&] { return !filesWithCanaries(box).filter(QStringLiteral("call-")).isEmpty(); }));
    QStringList before;
    visitAll(box, [&] { before += widgetsWithCanaries(box.window()); });
    QVERIFY(before.size() > 8); // the test sees her where she is
    QVERIFY(widgetsWithCanaries(box.window(), Look::hiddenToo).size() > 12);
    QVERIFY(filesWithCanaries(box).size() >= 3);

    forget(box, planted.zora);
    QVERIFY(uitest::waitUntil([&] { return box.window().people().find(planted.zora) == nullptr; }));
    QVERIFY(box.settle());
    QVERIFY(uitest::waitUntil([&] { return canvas->model().indexOf(planted.zora) < 0; }));
    // Before anything is looked at again: what is hidden does not wait for that.
    const QStringList kept = widgetsWithCanaries(box.window(), Look::hiddenToo);
    QVERIFY2(kept.isEmpty(), qPrintable(kept.join(QLatin1Char('\n'))));
    visitAll(box, [&] {
        const QStringList found = widgetsWithCanaries(box.window());
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char(' '))));
    });
    QCOMPARE(box.window().figures().result()->indexOf(planted.zora), -1);
    QVERIFY(!box.action("undo")->isEnabled() && !box.action("redo")->isEnabled());
    box.press(Qt::Key_K, Qt::ControlModifier);
    for (const QString& canary : kCanaries) {
        box.type(canary);
        QCOMPARE(results->model()->rowCount(), 0);
        box.press(Qt::Key_Backspace, {}, static_cast<int>(canary.size()));
    }
    QCOMPARE(filesWithCanaries(box), QStringList());

    // The file works on, and the same holds after a restart.
    box.stop();
    QCOMPARE(filesWithCanaries(box), QStringList());
    box.open(box.path(QStringLiteral("sample.weavemap")));
    QVERIFY(box.records().people.findByName("Zora Quexley")->empty());
    QVERIFY(digest(box).size() == 64);
}

void EraseTest::fullDisk_changesNothing()
{
    WindowBox box;
    const Planted planted = plant(box);
    const std::string before = digest(box);
    g_full = true;
    forget(box, planted.zora);
    const bool told = uitest::waitUntil([&] { return box.banner().contains(QStringLiteral("disk is full")); });
    g_full = false;
    QVERIFY2(told, qPrintable(box.banner()));
    QVERIFY(box.settle());
    QCOMPARE(digest(box), before);
    QVERIFY(box.window().people().find(planted.zora));
    QVERIFY(box.action("undo")->isEnabled());
    // With room again it is done.
    forget(box, planted.zora);
    QVERIFY(uitest::waitUntil([&] { return box.window().people().find(planted.zora) == nullptr; }));
    QVERIFY(box.settle());
    QCOMPARE(filesWithCanaries(box), QStringList());
}

void EraseTest::anotherWriter_changesNothing()
{
    WindowBox box;
    const Planted planted = plant(box);
    const std::string before = digest(box);
    sqlite3* other = nullptr;
    const QByteArray file = box.path(QStringLiteral("sample.weavemap")).toUtf8();
    QCOMPARE(sqlite3_open(file.constData(), &other), SQLITE_OK);
    QCOMPARE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
    forget(box, planted.zora);
    const bool told = uitest::waitUntil([&] { return box.banner().contains(QStringLiteral("busy")); });
    sqlite3_exec(other, "ROLLBACK", nullptr, nullptr, nullptr);
    sqlite3_close(other);
    QVERIFY2(told, qPrintable(box.banner()));
    QVERIFY(box.settle());
    QCOMPARE(digest(box), before);
    QVERIFY(box.window().people().find(planted.zora));
}

void EraseTest::readerInTheWay_isSaidAndDoneAtTheNextOpening()
{
    WindowBox box;
    const Planted planted = plant(box);
    auto reader = box.window().session().openReader();
    QVERIFY(reader);
    const auto held = (*reader)->snapshot([&](store::Records& records) -> Result<> {
        WEAVEMAP_TRY(records.people.count());
        forget(box, planted.zora);
        uitest::waitUntil([&] { return box.banner().contains(QStringLiteral("opened next")); });
        return {};
    });
    QVERIFY(held);
    QVERIFY2(box.banner().contains(QStringLiteral("opened next")), qPrintable(box.banner()));
    QVERIFY(!holdsCanary(box.banner()));
    QVERIFY(uitest::waitUntil([&] { return box.window().people().find(planted.zora) == nullptr; }));
    reader->reset();
    box.stop();
    box.open(box.path(QStringLiteral("sample.weavemap")));
    QCOMPARE(filesWithCanaries(box), QStringList());
}

QTEST_MAIN(EraseTest)
#include "tst_erase.moc"
