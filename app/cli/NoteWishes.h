// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/actions/LogCall.h"
#include "core/base/Result.h"
#include "core/store/Records.h"

namespace weavemap::cli {

/// An introduction that the note wants, and what storing makes of it.
struct Wish
{
    /// noted: its line is on record, and nothing about it comes to the board.
    enum class Outcome { proposed, underWay, noted, keptApart };
    std::array<std::string, 2> names;
    Outcome outcome = Outcome::proposed;
    IntroductionId underWay;
};

/// The introductions that the call wants, in its order, as who talked may read the board. Those of people who are never
/// to be introduced are taken out of the call.
Result<std::vector<Wish>> sortWishes(actions::CallDraft& call, store::Records& records);

/// A sentence for each pair that is kept apart.
void sayWhoIsKeptApart(const std::vector<Wish>& wishes);

/// `[{"people": [...], "id": ..., "outcome": "new|under_way|noted|kept_apart"}]`; `stored`: those that are new on the
/// board, in their order, empty where nothing was stored.
nlohmann::ordered_json wishesJson(const std::vector<Wish>& wishes, const std::vector<IntroductionId>& stored);

} // namespace weavemap::cli
