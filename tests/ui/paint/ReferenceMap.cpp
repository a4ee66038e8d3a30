// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReferenceMap.h"

#include <map>
#include <set>
#include <utility>

#include <QFile>

#include "SampleMap.h"
#include "core/exchange/CsvReader.h"
#include "ui/base/Theme.h"

namespace weavemap::ui {

namespace {

exchange::Sheet sheetOf(const std::string& path)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QFile::ReadOnly))
        return {};
    const auto sheet = exchange::readCsv(file.readAll().toStdString(), {}, path);
    return sheet ? *sheet : exchange::Sheet();
}

QString textOf(std::string_view utf8) { return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())); }

} // namespace

MapInput referenceMap(const std::string& folder)
{
    MapInput input;
    input.style.colors = mapColors(Theme::light());
    input.sizeTitle = QStringLiteral("Ties");
    const exchange::Sheet nodes = sheetOf(folder + "/nodes.csv"), edges = sheetOf(folder + "/edges.csv");
    std::map<std::string, std::uint32_t, std::less<>> known;
    std::map<QString, int> groups;
    for (std::size_t row = 1; row < nodes.rowCount(); ++row) {
        MapPerson person;
        person.id = PersonId{static_cast<std::int64_t>(row)};
        person.name = textOf(nodes.cell(row, 1));
        if (const QString value = textOf(nodes.cell(row, 2)); !value.isEmpty())
            person.group = groups.emplace(value, static_cast<int>(groups.size())).first->second;
        known.emplace(nodes.cell(row, 0), static_cast<std::uint32_t>(input.people.size()));
        input.people.push_back(person);
    }
    input.groups.resize(groups.size());
    for (const auto& [value, group] : groups)
        input.groups[static_cast<std::size_t>(group)] = {value, group < kGroupCount ? group : -1};
    std::set<std::pair<std::uint32_t, std::uint32_t>> there;
    for (std::size_t row = 1; row < edges.rowCount(); ++row) {
        const auto from = known.find(edges.cell(row, 0)), to = known.find(edges.cell(row, 1));
        if (from == known.end() || to == known.end() || from->second == to->second)
            continue;
        const auto ends = std::minmax(from->second, to->second);
        if (!there.insert(ends).second)
            continue;
        MapTie tie;
        tie.id = TieId{static_cast<std::int64_t>(there.size())};
        tie.a = ends.first;
        tie.b = ends.second;
        input.ties.push_back(tie);
        for (const std::uint32_t end : {tie.a, tie.b})
            input.people[end].size += 1;
    }
    for (const MapPerson& person : input.people)
        if (person.group >= 0)
            ++input.groups[static_cast<std::size_t>(person.group)].members;
    layOut(input, 1);
    return input;
}

} // namespace weavemap::ui
