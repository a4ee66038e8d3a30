// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/PersonFigures.h"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_set>

#include "core/graph/NetworkSnapshot.h"
#include "ui/models/FiguresService.h"

namespace weavemap::ui {

PersonFigures personFigures(const FiguresResult& result, PersonId person)
{
    PersonFigures figures;
    const auto& ids = result.network.figures.ids;
    figures.known = result.indexOf(person) >= 0;
    if (!figures.known)
        return figures;
    const auto isEdge = [&](const Tie& tie) {
        return graph::isInNetwork(tie, result.network.network) && result.indexOf(tie.a) >= 0 &&
               result.indexOf(tie.b) >= 0;
    };
    std::unordered_set<PersonId> near{person};
    for (const Tie& tie : result.data.ties)
        if ((tie.a == person || tie.b == person) && isEdge(tie))
            near.insert(tie.other(person));
    std::unordered_set<PersonId> within = near;
    for (const Tie& tie : result.data.ties)
        if (near.contains(tie.a) != near.contains(tie.b) && isEdge(tie))
            within.insert(near.contains(tie.a) ? tie.b : tie.a);
    std::set<std::string> regions;
    for (const Person& someone : result.data.people)
        if (someone.id != person && !someone.region.empty() && near.contains(someone.id))
            regions.insert(someone.region);
    figures.inTouch = static_cast<int>(near.size()) - 1;
    figures.regions = static_cast<int>(regions.size());
    figures.reach = ids.size() > 1 ? static_cast<double>(within.size() - 1) / static_cast<double>(ids.size() - 1) : 0;
    return figures;
}

} // namespace weavemap::ui
