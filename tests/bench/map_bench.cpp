// SPDX-License-Identifier: GPL-3.0-or-later
// weavemap-map-bench: how long the map takes to show what a hand asks of it. Opens made-up networks in the real window
// at 1920 x 1080, moves mouse and wheel over its canvas, and prints JSON: the window's own work for each frame of a pan
// and a zoom (the last picture, moved), and the time until a fresh picture is on the screen.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <functional>

#include <sys/resource.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMouseEvent>
#include <QTemporaryDir>
#include <QTimer>
#include <QWheelEvent>

#include "MadeNetwork.h"
#include "ui/base/Convert.h"
#include "ui/base/Fonts.h"
#include "ui/base/ScriptedDialogs.h"
#include "ui/base/ThemeController.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapModel.h"
#include "ui/shell/MainWindow.h"

using namespace weavemap;

namespace {

constexpr qint64 kPatienceMs = 300000;
constexpr int kFrames = 120;
constexpr int kPictures = 15;
constexpr int kIdleMs = 4000;
constexpr double kShownMs = 16;  ///< asked of a frame of the last picture, moved, and of a redraw during a drag
constexpr double kFreshMs = 60;  ///< of a fresh picture of 10,000 people and 50,000 ties
constexpr double kLargeMs = 250; ///< of one of 100,000 and 300,000

double nowMs()
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double processorMs()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto ms = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) * 1000 + static_cast<double>(time.tv_usec) / 1000;
    };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

/// Turns the event loop until the condition holds, asleep while nothing comes, as the window is: it takes no
/// processor from the threads that are measured.
bool turnUntil(const std::function<bool()>& condition)
{
    QElapsedTimer timer;
    timer.start();
    QTimer tick;
    tick.start(5);
    while (!condition()) {
        if (timer.elapsed() > kPatienceMs)
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    return true;
}

double rounded(double value) { return std::round(value * 10) / 10; }

/// `asked`: what each of them may take, ms.
QJsonObject summary(std::vector<double> values, double asked)
{
    std::sort(values.begin(), values.end());
    const auto over = std::count_if(values.begin(), values.end(), [asked](double value) { return value > asked; });
    return {{QStringLiteral("asked_ms"), asked},
            {QStringLiteral("over"), static_cast<int>(over)},
            {QStringLiteral("best_ms"), values.empty() ? -1 : rounded(values.front())},
            {QStringLiteral("median_ms"), values.empty() ? -1 : rounded(values[values.size() / 2])},
            {QStringLiteral("worst_ms"), values.empty() ? -1 : rounded(values.back())},
            {QStringLiteral("count"), static_cast<int>(values.size())}};
}

/// One network in a window of its own.
class MapOnScreen
{
public:
    explicit MapOnScreen(const QString& file)
        : m_settings(m_folder.filePath(QStringLiteral("bench.ini"))), m_theme(*qApp, ui::ThemeChoice::light)
    {
        m_settings.set(ui::setting::kLastPage, QStringLiteral("map"));
        m_window = std::make_unique<ui::MainWindow>(m_settings, m_dialogs, m_theme);
        m_window->resize(1920, 1080);
        m_window->show();
        m_canvas = m_window->findChild<ui::MapCanvas*>(QStringLiteral("mapCanvas"));
        m_window->openFile(file);
    }

    /// Waits until nothing is being read, computed or drawn any more.
    bool settle(std::size_t people)
    {
        return turnUntil([&] {
                   return m_canvas->isVisible() && m_canvas->model().input().people.size() == people &&
                          !m_canvas->model().isBusy() && m_window->people().isLoaded() && isStill();
               }) &&
               turnUntil([&] { return !m_window->jobs().isBusy() && m_window->figures().isFresh(); });
    }

    /// Where it stands, for a message.
    QString state() const
    {
        return QStringLiteral("visible %1, people %2, busy %3, loaded %4, drawing %5, jobs %6, figures %7")
            .arg(m_canvas->isVisible())
            .arg(m_canvas->model().input().people.size())
            .arg(m_canvas->model().isBusy())
            .arg(m_window->people().isLoaded())
            .arg(m_canvas->isDrawing())
            .arg(m_window->jobs().isBusy())
            .arg(m_window->figures().isFresh());
    }

    /// The window's own work for frames of a pan with the middle button, a picture being made all the while.
    QJsonObject pan()
    {
        const QPointF centre = QRectF(m_canvas->rect()).center();
        mouse(QEvent::MouseButtonPress, centre, Qt::MiddleButton, Qt::MiddleButton);
        std::vector<double> frames;
        for (int i = 0; i < kFrames; ++i) {
            const double angle = i * 0.1;
            const QPointF at = centre + QPointF(150 * std::sin(angle), 100 * (1 - std::cos(angle)));
            frames.push_back(frame([&] { mouse(QEvent::MouseMove, at, Qt::NoButton, Qt::MiddleButton); }));
        }
        mouse(QEvent::MouseButtonRelease, centre, Qt::MiddleButton, Qt::NoButton);
        return after(frames);
    }

    /// The same for the wheel: in, and out again.
    QJsonObject zoom()
    {
        std::vector<double> frames;
        for (int i = 0; i < kFrames; ++i)
            frames.push_back(frame([&] { wheel(i < kFrames / 2 ? 40 : -40); }));
        return after(frames);
    }

    /// The mouse over the map, no button down.
    QJsonObject point()
    {
        std::vector<double> frames;
        for (int i = 0; i < kFrames; ++i) {
            const QPointF at(0.25 * m_canvas->width() + 4 * i, 0.4 * m_canvas->height() + 2 * i);
            frames.push_back(frame([&] { mouse(QEvent::MouseMove, at, Qt::NoButton, Qt::NoButton); }));
        }
        return after(frames);
    }

    /// From a step of the view until the new picture is on the screen.
    QJsonObject fresh(double zoom, double asked)
    {
        m_canvas->fit();
        m_canvas->zoomBy(zoom);
        still();
        const QPointF middle = m_canvas->toMap(QRectF(m_canvas->rect()).center());
        const QPointF step = m_canvas->toMap(QPointF(30, 20)) - m_canvas->toMap(QPointF(0, 0));
        std::vector<double> pictures;
        for (int i = 0; i < kPictures; ++i)
            pictures.push_back(picture([&] { m_canvas->centreOn(middle + step * (i % 3)); }));
        m_canvas->fit();
        still();
        return summary(pictures, asked);
    }

    /// From each mouse move that drags a person until the redrawn map is on the screen.
    QJsonObject drag()
    {
        const QPointF centre = QRectF(m_canvas->rect()).center();
        int who = 0;
        const auto distance = [&](int person) {
            const QPointF way = m_canvas->discRect(person).center() - centre;
            return std::hypot(way.x(), way.y());
        };
        for (int i = 1; i < static_cast<int>(m_canvas->model().input().people.size()); ++i)
            if (distance(i) < distance(who))
                who = i;
        const QPointF from = m_canvas->discRect(who).center();
        mouse(QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::LeftButton);
        still();
        std::vector<double> pictures;
        int behind = 0;
        for (int i = 1; i <= kFrames; ++i) {
            const QPointF at = from + QPointF(1.5 * i, 60 * std::sin(i * 0.1));
            pictures.push_back(picture([&] { mouse(QEvent::MouseMove, at, Qt::NoButton, Qt::LeftButton); }));
            behind += isWhole(who) ? 0 : 1;
        }
        mouse(QEvent::MouseMove, from, Qt::NoButton, Qt::LeftButton);
        mouse(QEvent::MouseButtonRelease, from, Qt::LeftButton, Qt::NoButton);
        still();
        pictures.erase(pictures.begin(), pictures.begin() + 4); // up to where a press becomes a drag
        QJsonObject result = summary(pictures, kShownMs);
        result.insert(QStringLiteral("not_whole"), behind);
        return result;
    }

    /// Processor time of the whole program while nobody touches it.
    QJsonObject idle()
    {
        turnUntil([&] { return !m_window->jobs().isBusy() && isStill(); });
        QEventLoop loop;
        QTimer::singleShot(1000, &loop, &QEventLoop::quit);
        loop.exec();
        const double before = processorMs();
        QTimer::singleShot(kIdleMs, &loop, &QEventLoop::quit);
        loop.exec();
        return {{QStringLiteral("processor_ms"), rounded(processorMs() - before)}, {QStringLiteral("of_ms"), kIdleMs}};
    }

private:
    /// Whether the picture on the screen has everybody, and somebody with all their ties where the hand has them now.
    bool isWhole(int who) const
    {
        const ui::MapPicture& picture = *m_canvas->picture();
        const ui::MapInput& input = m_canvas->model().input();
        const auto index = static_cast<std::uint32_t>(who);
        const QPointF at = picture.viewport.toPixels(input.people[index].at);
        if (picture.discs.size() != input.people.size() || picture.personAt(at) != who)
            return false;
        for (std::uint32_t i = 0; i < input.ties.size(); ++i) {
            const ui::MapTie& tie = input.ties[i];
            if (tie.a != index && tie.b != index)
                continue;
            const QPainterPath path = picture.tiePath(i);
            const QPointF end = path.isEmpty() ? QPointF() : path.pointAtPercent(tie.a == index ? 0 : 1);
            if (path.isEmpty() || std::hypot(end.x() - at.x(), end.y() - at.y()) > 0.01)
                return false;
        }
        return true;
    }
    bool isStill() const
    {
        return m_canvas->picture() != nullptr && !m_canvas->isDrawing() && m_canvas->motion().isStill();
    }
    void still()
    {
        turnUntil([&] { return isStill(); });
        m_window->repaint();
    }
    QJsonObject after(const std::vector<double>& frames)
    {
        still();
        return summary(frames, kShownMs);
    }
    /// The window's work for one input: handling it, whatever else has come, and painting.
    double frame(const std::function<void()>& input)
    {
        const double from = nowMs();
        input();
        m_canvas->repaint();
        QCoreApplication::processEvents();
        const double took = nowMs() - from;
        // The rest of a sixtieth of a second is the pool's.
        turnUntil([&] { return nowMs() - from > 1000.0 / 60; });
        return took;
    }
    double picture(const std::function<void()>& input)
    {
        const double from = nowMs();
        input();
        turnUntil([&] { return !m_canvas->isDrawing(); });
        m_canvas->repaint();
        return nowMs() - from;
    }
    void mouse(QEvent::Type type, QPointF at, Qt::MouseButton button, Qt::MouseButtons buttons)
    {
        QMouseEvent event(type, at, m_canvas->mapToGlobal(at), button, buttons, Qt::NoModifier);
        QCoreApplication::sendEvent(m_canvas, &event);
    }
    void wheel(int delta)
    {
        const QPointF at = QRectF(m_canvas->rect()).center() + QPointF(100, 50);
        QWheelEvent event(at, m_canvas->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_canvas, &event);
    }

    QTemporaryDir m_folder;
    ui::Settings m_settings;
    ui::ThemeController m_theme;
    ui::ScriptedDialogs m_dialogs;
    std::unique_ptr<ui::MainWindow> m_window;
    ui::MapCanvas* m_canvas = nullptr;
};

/// Makes a network and measures it by `parts`; false where it never came to the screen.
bool measure(QJsonObject& out, const QString& name, std::size_t people, std::size_t ties,
             const std::function<void(MapOnScreen&, QJsonObject&)>& parts)
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("network.weavemap"));
    if (const auto made = makeNetworkFile(ui::toPath(file), people, ties); !made) {
        std::fprintf(stderr, "The network could not be made: error %d.\n", static_cast<int>(made.error().code));
        return false;
    }
    const double from = nowMs();
    MapOnScreen map(file);
    if (!map.settle(people)) {
        std::fprintf(stderr, "The map of %s never came to rest: %s\n", qPrintable(name), qPrintable(map.state()));
        return false;
    }
    QJsonObject figures{{QStringLiteral("people"), static_cast<int>(people)},
                        {QStringLiteral("ties"), static_cast<int>(ties)},
                        {QStringLiteral("opened_and_settled_ms"), rounded(nowMs() - from)}};
    parts(map, figures);
    out.insert(name, figures);
    return true;
}

} // namespace

int main(int argc, char* argv[])
{
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    ui::loadFonts();
    QStringList asked = QApplication::arguments().mid(1);
    if (asked.isEmpty())
        asked = {QStringLiteral("drag"), QStringLiteral("frames"), QStringLiteral("large")};
    QJsonObject out;
    bool complete = true;
    if (asked.contains(QStringLiteral("drag")))
        complete = measure(out, QStringLiteral("drag"), 2000, 8000,
                           [](MapOnScreen& map, QJsonObject& figures) {
                               figures.insert(QStringLiteral("redrawn_during_a_drag"), map.drag());
                           }) &&
                   complete;
    if (asked.contains(QStringLiteral("frames")))
        complete = measure(out, QStringLiteral("frames"), 10'000, 50'000,
                           [](MapOnScreen& map, QJsonObject& figures) {
                               figures.insert(QStringLiteral("frame_while_panning"), map.pan());
                               figures.insert(QStringLiteral("frame_while_zooming"), map.zoom());
                               figures.insert(QStringLiteral("frame_while_pointing"), map.point());
                               figures.insert(QStringLiteral("fresh_picture_fitted"), map.fresh(1, kFreshMs));
                               figures.insert(QStringLiteral("fresh_picture_zoomed_in"), map.fresh(4, kFreshMs));
                               figures.insert(QStringLiteral("idle"), map.idle());
                           }) &&
                   complete;
    if (asked.contains(QStringLiteral("large")))
        complete = measure(out, QStringLiteral("large"), 100'000, 300'000,
                           [](MapOnScreen& map, QJsonObject& figures) {
                               figures.insert(QStringLiteral("frame_while_panning"), map.pan());
                               figures.insert(QStringLiteral("frame_while_zooming"), map.zoom());
                               figures.insert(QStringLiteral("fresh_picture_fitted"), map.fresh(1, kLargeMs));
                               figures.insert(QStringLiteral("fresh_picture_zoomed_in"), map.fresh(4, kLargeMs));
                               figures.insert(QStringLiteral("idle"), map.idle());
                           }) &&
                   complete;
    std::printf("%s", QJsonDocument(out).toJson().constData());
    return complete && !out.isEmpty() ? 0 : 1;
}
