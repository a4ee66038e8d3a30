// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/actions/NetworkData.h"
#include "core/base/Date.h"
#include "core/base/Result.h"
#include "core/store/Records.h"
#include "core/weaving/CallQueue.h"

namespace weavemap::actions {

/// The fact of the file that holds the rules of the call queue.
inline constexpr std::string_view kQueueRulesFact = "queue.rules";

/// The rules as JSON, without those that are as they come: {"points": {"promise_late": 6, ...}, "cadence_days":
/// {"core": 60, ...}, "rest_days": 30}. Empty where all are.
std::string queueRulesText(const weaving::QueueRules& rules);
/// Reads them; what is missing, unknown, no number or out of range is as it comes.
weaving::QueueRules queueRulesFrom(std::string_view text);

Result<weaving::QueueRules> readQueueRules(store::Records& records);
/// The inside of one change.
Result<> setQueueRules(store::Records& records, const weaving::QueueRules& rules);

/// What the queue is made of, as the staff person `me` (0: nobody in particular) may know it: promises and
/// introductions out of others' private notes give no reason. Ties and cut points are those of the exchange ties
/// between current members. `data` needs people, ties and contacts of the day.
Result<weaving::QueueInput> readQueueInput(store::Records& records, const NetworkData& data, Date on, PersonId me);

/// The call queue of a day by the rules of the file. Contacts are one query. O(people + ties + open promises).
Result<weaving::CallQueue> readCallQueue(store::Records& records, Date on, PersonId me = {});

/// Leaves somebody out of the queue from `on` until before `until`. The inside of one change.
Result<> leaveOut(store::Records& records, PersonId person, Date on, Date until);
/// Brings back everybody of `people` who is left out. The inside of one change.
Result<> bringBack(store::Records& records, const std::vector<PersonId>& people);

} // namespace weavemap::actions
