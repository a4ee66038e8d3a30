// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/actions/LogCall.h"
#include "core/base/Date.h"
#include "core/base/Result.h"
#include "core/domain/Tie.h"
#include "core/store/Records.h"

namespace weavemap::actions {

/// What somebody said about two people.
struct TieClaim
{
    PersonId a;
    PersonId b;
    TieDepth depth = TieDepth::exchange;
    TieContact contact = TieContact::unknown;
    Collaboration collaboration = Collaboration::never;
    TieOrigin origin = TieOrigin::unknown;
    EvidenceKind evidence = EvidenceKind::oneSaid;
    PersonId heardFrom;
    ConversationId conversation;
    IntroductionId introduction; ///< after which they met; 0: none
    Date on;
};

/// The tie as it is when it was seen on a day, too: never younger or staler than that, and open again where it had
/// ended.
Tie seenOn(Tie tie, Date day);

/// Creates the tie or confirms the one that stands, with a row of evidence; never makes it less: the one rule for ties
/// that calls, drawings and the terminal share. Errors: sameEnds, notFound (an end that is nobody), and the records'
/// own.
Result<StoredTie> confirmTie(store::Records& records, const TieClaim& claim);

} // namespace weavemap::actions
