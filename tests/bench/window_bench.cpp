// SPDX-License-Identifier: GPL-3.0-or-later
// weavemap-window-bench: how long a user waits. Starts the window in processes of its own on the sample with 2,000
// members and 8,000 ties, and prints JSON: from the start of the process until people are on the screen (Today, and the
// map), from Ctrl+Enter of a logged call until its row is shown, and from each key of a note until the page shows what
// it says.
#include <algorithm>
#include <chrono>
#include <cstdio>

#include <QAbstractItemView>
#include <QApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "core/actions/Demo.h"
#include "core/store/Workspace.h"
#include "ui/base/Convert.h"
#include "ui/base/Fonts.h"
#include "ui/base/ScriptedDialogs.h"
#include "ui/base/ThemeController.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapModel.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/Places.h"

using namespace weavemap;

namespace {

constexpr int kMembers = 2000;
constexpr std::size_t kTies = 8000;
constexpr int kStarts = 5;
constexpr int kCalls = 9;
constexpr qint64 kPatienceMs = 60000;

double nowMs()
{
    // The monotonic clock is the same in parent and child.
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// The sample, with further ties up to the number asked for.
Result<> makeFile(const std::filesystem::path& path)
{
    actions::DemoOptions demo;
    demo.members = kMembers;
    WEAVEMAP_TRY(actions::makeDemoFile(path, demo));
    WEAVEMAP_ASSIGN(auto workspace, store::Workspace::open(path));
    return workspace
        ->change("More ties",
                 [](store::Records& records) -> Result<> {
                     WEAVEMAP_ASSIGN(const auto people, records.people.all());
                     WEAVEMAP_ASSIGN(std::size_t ties, records.ties.count());
                     for (std::size_t step = 7; ties < kTies; step += 13)
                         for (std::size_t i = 0; i + step < people.size() && ties < kTies; i += 3) {
                             Tie tie;
                             tie.a = people[i].id;
                             tie.b = people[i + step].id;
                             ties += records.ties.insert(tie) ? 1 : 0;
                         }
                     return {};
                 })
        .map([](const store::ChangeSet&) {});
}

/// Turns the event loop without a pause until the condition holds.
bool turnUntil(const std::function<bool()>& condition)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > kPatienceMs)
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    }
    return true;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? -1 : values[values.size() / 2];
}

enum class Each { said, left };

QJsonObject summary(const std::vector<double>& values, Each each = Each::said)
{
    QJsonArray all;
    for (const double value : values)
        all.append(std::round(value * 10) / 10);
    QJsonObject out{{QStringLiteral("median_ms"), std::round(median(values) * 10) / 10},
                    {QStringLiteral("max_ms"),
                     values.empty() ? -1 : std::round(*std::max_element(values.begin(), values.end()) * 10) / 10},
                    {QStringLiteral("count"), static_cast<int>(values.size())}};
    if (each == Each::said)
        out.insert(QStringLiteral("all_ms"), all);
    return out;
}

/// One logged call: from the key to its row on the screen; negative where it never came.
double logOneCall(ui::MainWindow& window, PersonId with, int number)
{
    window.places().logCall(with);
    auto* note = window.findChild<QPlainTextEdit*>(QStringLiteral("callNote"));
    if (note == nullptr)
        return -1;
    note->setFocus();
    note->setPlainText(QStringLiteral("Call number %1 of the measurement").arg(number));
    turnUntil([&] { return !window.jobs().isBusy() && window.figures().isFresh(); });
    auto* list = window.findChild<QAbstractItemView*>(QStringLiteral("timeline"));
    const int before = list->model()->rowCount();
    const double from = nowMs();
    QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier);
    if (!turnUntil([&] { return list->isVisible() && list->model()->rowCount() > before; }))
        return -1;
    window.repaint();
    return nowMs() - from;
}

/// A note of twelve sentences typed key by key: how long each key took until the page had read it and was painted.
QJsonArray typeANote(ui::MainWindow& window, PersonId with)
{
    QJsonArray keys;
    window.places().logCall(with);
    auto* note = window.findChild<QPlainTextEdit*>(QStringLiteral("callNote"));
    if (note == nullptr || !turnUntil([&] { return !window.jobs().isBusy(); }))
        return keys;
    QStringList names;
    for (int row = 20; names.size() < 6; row += 100)
        names << ui::toQString(window.people().row(row).person.name);
    note->setFocus();
    const QString text =
        QStringLiteral(
            "Works with %1 on grants. Met %2 at the fair. Goes to %3 for #robotics. Knows of %4. Swaps lesson "
            "plans with %5. Needs a mentor for maths. Could share her rubric. The fee keeps her away. I'll "
            "send her the list by Friday. She will send us the draft by Nov 3. Wants to meet %6. Call her "
            "back in two weeks.")
            .arg(names[0], names[1], names[2], names[3], names[4], names[5]);
    for (const QChar letter : text) {
        const double from = nowMs();
        QTest::sendKeyEvent(QTest::Click, note, Qt::Key_unknown, QString(letter), Qt::NoModifier);
        window.repaint();
        keys.append(nowMs() - from);
    }
    return keys;
}

/// In a process of its own: opens the file on `page` and says how long it took since `startedMs`.
int child(const QString& file, const QString& page, double startedMs)
{
    QTemporaryDir folder;
    ui::loadFonts();
    ui::Settings settings(folder.filePath(QStringLiteral("bench.ini")));
    settings.set(ui::setting::kLastPage, page);
    ui::ThemeController theme(*qApp, ui::ThemeChoice::light);
    ui::ScriptedDialogs dialogs;
    ui::MainWindow window(settings, dialogs, theme);
    window.show();
    window.openFile(file);
    auto* canvas = window.findChild<ui::MapCanvas*>(QStringLiteral("mapCanvas"));
    auto* queue = window.findChild<QAbstractItemView*>(QStringLiteral("callQueue"));
    const bool onMap = page == QLatin1String("map");
    // A picture without people is drawn before the file is read.
    const auto mapIsShown = [&] {
        return canvas->isVisible() && canvas->picture() != nullptr && !canvas->isDrawing() &&
               canvas->model().input().people.size() >= static_cast<std::size_t>(kMembers);
    };
    const bool shown = turnUntil([&] {
        return window.people().isLoaded() &&
               (onMap ? mapIsShown() : queue->isVisible() && queue->model()->rowCount() > 0);
    });
    window.repaint();
    QJsonObject out{{QStringLiteral("usable_ms"), shown ? nowMs() - startedMs : -1}};
    if (!onMap) {
        const PersonId someone = window.people().row(10).person.id;
        QJsonArray calls;
        for (int i = 0; i < kCalls; ++i)
            calls.append(logOneCall(window, someone, i));
        out.insert(QStringLiteral("calls_ms"), calls);
        out.insert(QStringLiteral("keys_ms"), typeANote(window, someone));
    }
    std::printf("%s\n", QJsonDocument(out).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    return 0;
}

QJsonObject startOnce(const QString& file, const QString& page)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(),
                  {QStringLiteral("--child"), file, page, QString::number(nowMs(), 'f', 3)});
    if (!process.waitForFinished(300000))
        return {};
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}

} // namespace

int main(int argc, char* argv[])
{
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() == 5 && arguments[1] == QLatin1String("--child"))
        return child(arguments[2], arguments[3], arguments[4].toDouble());

    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("large.weavemap"));
    if (const auto made = makeFile(ui::toPath(file)); !made) {
        std::fprintf(stderr, "The sample could not be made: error %d.\n", static_cast<int>(made.error().code));
        return 1;
    }
    std::vector<double> today, map, calls, keys;
    bool complete = true;
    for (int i = 0; i < kStarts; ++i) {
        const QJsonObject first = startOnce(file, QStringLiteral("today"));
        today.push_back(first.value(QStringLiteral("usable_ms")).toDouble(-1));
        for (const QJsonValue& call : first.value(QStringLiteral("calls_ms")).toArray())
            calls.push_back(call.toDouble(-1));
        for (const QJsonValue& key : first.value(QStringLiteral("keys_ms")).toArray())
            keys.push_back(key.toDouble(-1));
        map.push_back(startOnce(file, QStringLiteral("map")).value(QStringLiteral("usable_ms")).toDouble(-1));
    }
    for (const auto* list : {&today, &map, &calls, &keys})
        complete = complete && !list->empty() && *std::min_element(list->begin(), list->end()) >= 0;
    const QJsonObject out{{QStringLiteral("members"), kMembers},
                          {QStringLiteral("ties"), static_cast<int>(kTies)},
                          {QStringLiteral("start_until_today_is_usable"), summary(today)},
                          {QStringLiteral("start_until_map_is_usable"), summary(map)},
                          {QStringLiteral("call_until_its_row_is_shown"), summary(calls)},
                          {QStringLiteral("key_of_a_note_until_it_is_read"), summary(keys, Each::left)}};
    std::printf("%s", QJsonDocument(out).toJson().constData());
    return complete ? 0 : 1;
}
