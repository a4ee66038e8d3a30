// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Date.h"
#include "core/base/Result.h"
#include "core/domain/Ids.h"
#include "core/store/Records.h"
#include "core/weaving/CallBrief.h"

namespace weavemap::actions {

/// What to know of somebody before a call on `on`, as the staff person `me` (0: nobody in particular) may read it.
/// Reads only what is near them; who kept what private from `me` gives nothing to it. Error: notFound.
Result<weaving::CallBrief> readBrief(store::Records& records, PersonId person, Date on, PersonId me = {});

} // namespace weavemap::actions
