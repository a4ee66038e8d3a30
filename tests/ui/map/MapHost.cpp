// SPDX-License-Identifier: GPL-3.0-or-later
#include "MapHost.h"

#include <set>

#include <QApplication>

#include "ui/map/MapCanvas.h"
#include "ui/map/MapModel.h"

namespace weavemap::ui {

MapHost::MapHost(int members, QSize size) : window(std::make_unique<QWidget>())
{
    place = new MapPlace(office(), window.get());
    window->resize(size);
    place->setGeometry(window->rect());
    window->show();
    QApplication::setActiveWindow(window.get());
    open(members < 0 ? emptyFile() : sample(QStringLiteral("network.weavemap"), members));
}

MapHost::~MapHost() { session().close(); }

bool MapHost::settle()
{
    return uitest::waitUntil([this] {
        return session().isOpen() && !session().isSaving() && place->model().data() && !place->model().isBusy() &&
               !place->model().areSizesStale() && !place->canvas().isDrawing() && place->canvas().picture() &&
               people().isLoaded();
    });
}

bool MapHost::afterChange(const std::function<void()>& action)
{
    const auto before = session().revision();
    action();
    return uitest::waitUntil([&] { return session().revision() > before; }) && settle();
}

std::string MapHost::digest()
{
    std::string digest;
    bool done = false;
    session().request<store::CheckReport>([](store::Workspace& workspace) { return workspace.check(); },
                                          [&](Result<store::CheckReport> report) {
                                              digest = report ? report->digest : std::string();
                                              done = true;
                                          });
    (void)uitest::waitUntil([&done] { return done; });
    return digest;
}

QPoint MapHost::at(int person) const { return place->canvas().discRect(person).center().toPoint(); }

int MapHost::indexNamed(const QString& name) const
{
    const auto& shown = place->model().input().people;
    for (std::size_t i = 0; i < shown.size(); ++i)
        if (shown[i].name == name)
            return static_cast<int>(i);
    return -1;
}

std::pair<int, int> MapHost::strangers() const
{
    const MapInput& input = place->model().input();
    std::set<std::pair<std::uint32_t, std::uint32_t>> tied;
    for (const MapTie& tie : input.ties)
        tied.insert({std::min(tie.a, tie.b), std::max(tie.a, tie.b)});
    for (std::uint32_t a = 0; a < input.people.size(); ++a)
        for (std::uint32_t b = a + 1; b < input.people.size(); ++b) {
            const bool apart = (at(static_cast<int>(a)) - at(static_cast<int>(b))).manhattanLength() > 120;
            const bool inNetwork =
                input.people[a].place == MapArea::network && input.people[b].place == MapArea::network;
            if (apart && inNetwork && !tied.contains({a, b}))
                return {static_cast<int>(a), static_cast<int>(b)};
        }
    return {-1, -1};
}

} // namespace weavemap::ui
