// SPDX-License-Identifier: GPL-3.0-or-later
#include "MadeNetwork.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/base/Clock.h"
#include "core/base/Random.h"
#include "core/store/Workspace.h"

namespace weavemap {

namespace {
constexpr std::size_t kCircleOfPeople = 60; ///< who mostly know each other
} // namespace

Result<> makeNetworkFile(const std::filesystem::path& path, std::size_t people, std::size_t ties)
{
    constexpr std::array kRegions{"Coast", "Hills", "North", "River", "South"};
    WEAVEMAP_ASSIGN(auto workspace, store::Workspace::create(path));
    return workspace
        ->change("Network of the measurement",
                 [&](store::Records& records) -> Result<> {
                     Random random(people);
                     const std::size_t circles = std::max<std::size_t>(1, people / kCircleOfPeople);
                     const std::size_t perRegion = circles / kRegions.size() + 1;
                     std::vector<PersonId> ids;
                     Conversation conversation;
                     conversation.when = SystemClock().now();
                     conversation.kind = ConversationKind::group;
                     for (std::size_t i = 0; i < people; ++i) {
                         Person person;
                         person.name = "Person " + std::to_string(i + 1);
                         person.region = kRegions[i * circles / people / perRegion];
                         WEAVEMAP_ASSIGN(const PersonId id, records.people.insert(person));
                         ids.push_back(id);
                         if (random.below(3) < 2)
                             conversation.participants.push_back(id);
                     }
                     WEAVEMAP_TRY(records.conversations.insert(conversation));
                     for (std::size_t made = 0; made < ties;) {
                         const std::size_t from = random.below(people), kind = random.below(10);
                         const std::size_t reach = kind < 7 ? kCircleOfPeople : kind < 9 ? 3 * kCircleOfPeople : people;
                         const std::size_t first = from / kCircleOfPeople * kCircleOfPeople;
                         const std::size_t start = kind < 7   ? first
                                                   : kind < 9 ? (first < kCircleOfPeople ? 0 : first - kCircleOfPeople)
                                                              : 0;
                         const std::size_t to = std::min(people - 1, start + random.below(reach));
                         Tie tie;
                         tie.a = ids[from];
                         tie.b = ids[to];
                         tie.collaboration = random.below(5) == 0 ? Collaboration::now : Collaboration::never;
                         made += from != to && records.ties.insert(tie) ? 1 : 0;
                     }
                     return {};
                 })
        .map([](const store::ChangeSet&) {});
}

} // namespace weavemap
