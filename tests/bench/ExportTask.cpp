// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdlib>
#include <map>

#include <QByteArray>
#include <QFileInfo>
#include <QGuiApplication>
#include <QTemporaryDir>

#include "BenchTasks.h"
#include "core/layout/Layout.h"
#include "core/sna/Analysis.h"
#include "ui/base/Convert.h"
#include "ui/base/Fonts.h"
#include "ui/base/Theme.h"
#include "ui/paint/MapExport.h"

namespace weavemap::bench {

namespace {

/// Fonts, once: only the first run pays for them, as a window has them already when a map is exported.
bool readyToDraw()
{
    static int count = 1;
    static char name[] = "weavemap-bench";
    static char* arguments[]{name, nullptr};
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // Lives as long as the process: what Qt keeps for it is gone before statics are.
    static const auto* const application = new QGuiApplication(count, arguments);
    return application != nullptr && ui::loadFonts();
}

/// Communities as groups, with their hulls; of every ten people six have been heard from, so that there is fog.
Result<> addGroups(ui::MapInput& input, const graph::GraphSnapshot& snapshot, const RunContext& context)
{
    sna::AnalysisRequest request;
    request.keys = {"community"};
    WEAVEMAP_ASSIGN(const sna::Figures figures, sna::analyse(snapshot, request, context));
    const std::vector<double>& communities = figures.undirected.nodes.at("community");
    std::map<double, int> groups;
    for (std::size_t i = 0; i < communities.size(); ++i) {
        const auto [group, isNew] = groups.emplace(communities[i], static_cast<int>(groups.size()));
        if (isNew)
            input.groups.push_back({QStringLiteral("Group %1").arg(group->second + 1),
                                    group->second < ui::kGroupCount ? group->second : -1, 0, 0});
        ui::MapPerson& person = input.people[i];
        person.group = group->second;
        person.heardFrom = i % 10 < 6;
        ui::MapGroup& own = input.groups[static_cast<std::size_t>(group->second)];
        ++own.members;
        own.heard += person.heardFrom ? 1 : 0;
    }
    return {};
}

} // namespace

/// From the network to a file with a page of it: layout, page and writing. `file=pdf|svg|png`; `groups=yes`: with
/// communities in colours, their hulls and fog.
Result<Outcome> exportTask(const graph::GraphSnapshot& snapshot, const BenchOptions& options, const RunContext& context)
{
    if (!readyToDraw())
        return fail(ErrorCode::internal, {}, "no fonts");
    layout::LayoutOptions wishes;
    wishes.seed = std::strtoull(options.value("seed", "1").c_str(), nullptr, 10);
    WEAVEMAP_ASSIGN(const layout::Placement placement, layout::layoutNetwork(snapshot, wishes, context));
    ui::MapInput input;
    for (std::uint32_t v = 0; v < snapshot.vertexCount(); ++v) {
        ui::MapPerson person;
        person.id = PersonId{static_cast<std::int64_t>(v) + 1};
        person.name = QStringLiteral("Person %1").arg(v);
        person.at = QPointF(placement.at[v].x, placement.at[v].y);
        input.people.push_back(std::move(person));
    }
    for (std::uint32_t v = 0; v < snapshot.vertexCount(); ++v)
        for (const std::uint32_t other : snapshot.neighbours(v))
            if (v < other)
                input.ties.push_back(
                    {.id = TieId{static_cast<std::int64_t>(input.ties.size()) + 1}, .a = v, .b = other});
    if (options.value("groups", "no") == "yes")
        WEAVEMAP_TRY(addGroups(input, snapshot, context));
    ui::MapPage page;
    page.turn = ui::PaperTurn::landscape;
    page.title = QStringLiteral("Who exchanges help and ideas");
    page.names = ui::NamesPolicy::full;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("map.") + ui::toQString(options.value("file", "pdf")));
    WEAVEMAP_TRY(ui::exportMap(page, input, ui::mapColors(ui::Theme::print()), path, context));
    Outcome outcome;
    outcome.value = static_cast<double>(QFileInfo(path).size());
    outcome.more = "\"bytes\":" + std::to_string(QFileInfo(path).size());
    return outcome;
}

} // namespace weavemap::bench
