// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/Date.h"
#include "core/base/Result.h"
#include "core/domain/Introduction.h"
#include "core/domain/Person.h"
#include "core/store/Records.h"

/// Pairs that are not suggested: for good, or for a while. What writes is the inside of one change.
namespace weavemap::actions {

/// Two who are not suggested to each other, and why.
struct HeldBack
{
    Person a;
    Person b;
    ApartPair apart;           ///< they are kept apart for good; its id is 0 where they are not
    IntroductionId putAside;   ///< they were put aside for a while; 0: not
    std::optional<Date> since; ///< the day they were put aside
    std::optional<Date> until; ///< and the day from which on they are suggested again

    bool operator==(const HeldBack&) const = default;
};

/// Who is held back on a day, as the reader may see it: pairs kept apart by name, then those put aside, the latest
/// first. People who are not in the file any more are left out with their pairs.
Result<std::vector<HeldBack>> readHeldBack(store::Records& records, Date on, PersonId me);
/// They may be introduced and suggested again. Errors: notFound.
Result<> allowAgain(store::Records& records, const HeldBack& pair);
/// Says why two are kept apart, in other words than before. Errors: notFound.
Result<> explainApart(store::Records& records, ApartPairId pair, const std::string& why);

} // namespace weavemap::actions
