// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/InTouch.h"

#include <algorithm>
#include <iterator>

#include <QCoreApplication>

#include "core/graph/NetworkSnapshot.h"
#include "ui/models/PeopleModel.h"

namespace weavemap::ui {

namespace {
QString tr(const char* text) { return QCoreApplication::translate("InTouch", text); }
} // namespace

std::vector<actions::ProfileTie> inTouch(const std::vector<actions::ProfileTie>& ties, const PeopleModel& people,
                                         Date on)
{
    graph::NetworkOptions network;
    network.set = TieSet::exchange;
    network.on = on;
    std::vector<actions::ProfileTie> counted;
    std::copy_if(ties.begin(), ties.end(), std::back_inserter(counted), [&](const actions::ProfileTie& tie) {
        const actions::RosterRow* other = people.find(tie.other);
        return other != nullptr && other->person.isCurrentMemberOn(on) && graph::isInNetwork(tie.tie, network);
    });
    return counted;
}

QString furtherTies(const std::vector<actions::ProfileTie>& ties, int counted)
{
    const int further = static_cast<int>(ties.size()) - counted;
    if (further <= 0)
        return {};
    const auto light = std::count_if(
        ties.begin(), ties.end(), [](const actions::ProfileTie& tie) { return !belongsTo(tie.tie, TieSet::exchange); });
    if (light != further)
        return further == 1 ? tr("1 further tie") : tr("%L1 further ties").arg(further);
    if (counted == 0)
        return further == 1 ? tr("1 knows of them") : tr("%1 know of each other").arg(further);
    return further == 1 ? tr("1 more knows of them") : tr("%L1 more know of each other").arg(further);
}

} // namespace weavemap::ui
