// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/PersonFigures.h"

#include <set>
#include <string>
#include <unordered_set>

namespace weavemap::ui {

PersonFigures personFigures(const actions::NetworkData& data, const graph::NetworkOptions& network, PersonId person)
{
    PersonFigures figures;
    std::unordered_set<PersonId> here;
    for (const Person& someone : data.people)
        if (graph::isInNetwork(someone, network))
            here.insert(someone.id);
    figures.known = here.contains(person);
    if (!figures.known)
        return figures;
    const auto isEdge = [&](const Tie& tie) {
        return graph::isInNetwork(tie, network) && here.contains(tie.a) && here.contains(tie.b);
    };
    std::unordered_set<PersonId> near{person};
    for (const Tie& tie : data.ties)
        if ((tie.a == person || tie.b == person) && isEdge(tie))
            near.insert(tie.other(person));
    std::unordered_set<PersonId> within = near;
    for (const Tie& tie : data.ties)
        if (near.contains(tie.a) != near.contains(tie.b) && isEdge(tie))
            within.insert(near.contains(tie.a) ? tie.b : tie.a);
    std::set<std::string> regions;
    for (const Person& someone : data.people)
        if (someone.id != person && !someone.region.empty() && near.contains(someone.id))
            regions.insert(someone.region);
    figures.inTouch = static_cast<int>(near.size()) - 1;
    figures.regions = static_cast<int>(regions.size());
    figures.reach = here.size() > 1 ? static_cast<double>(within.size() - 1) / static_cast<double>(here.size() - 1) : 0;
    return figures;
}

} // namespace weavemap::ui
