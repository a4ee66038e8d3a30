// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/ConfirmTie.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace weavemap::actions {

namespace {

/// "Both said" where one end says now what the other end has said before.
Result<EvidenceKind> kindOf(store::Records& records, const TieClaim& claim, TieId tie)
{
    if (claim.evidence != EvidenceKind::oneSaid || (claim.heardFrom != claim.a && claim.heardFrom != claim.b))
        return claim.evidence;
    const PersonId other = claim.heardFrom == claim.a ? claim.b : claim.a;
    WEAVEMAP_ASSIGN(const std::vector<Evidence> earlier, records.ties.evidence(tie));
    const bool otherSaid = std::any_of(earlier.begin(), earlier.end(), [other](const Evidence& evidence) {
        return evidence.heardFrom == other &&
               (evidence.kind == EvidenceKind::oneSaid || evidence.kind == EvidenceKind::bothSaid);
    });
    return otherSaid ? EvidenceKind::bothSaid : EvidenceKind::oneSaid;
}

/// What stands, made more by what is claimed.
Tie joined(Tie tie, const TieClaim& claim)
{
    tie.depth = std::max(tie.depth, claim.depth);
    if (claim.contact != TieContact::unknown)
        tie.contact = claim.contact;
    // "Now" after "past" is news; "past" after "now" is for the user to say on the tie itself.
    tie.collaboration = std::max(tie.collaboration, claim.collaboration);
    if (tie.origin == TieOrigin::unknown)
        tie.origin = claim.origin;
    return seenOn(std::move(tie), claim.on);
}

} // namespace

Tie seenOn(Tie tie, Date day)
{
    if (tie.firstSeen && day < *tie.firstSeen)
        tie.firstSeen = day;
    if (!tie.lastConfirmed || *tie.lastConfirmed < day)
        tie.lastConfirmed = day;
    if (tie.ended && *tie.ended <= day)
        tie.ended.reset();
    return tie;
}

Result<StoredTie> confirmTie(store::Records& records, const TieClaim& claim)
{
    for (const PersonId end : {claim.a, claim.b}) {
        WEAVEMAP_ASSIGN(const auto person, records.people.find(end));
        if (!person)
            return fail(ErrorCode::notFound, {"person", end.isValid() ? end.toString() : std::string()});
        if (claim.a == claim.b)
            return fail(ErrorCode::sameEnds, {person->name});
    }

    StoredTie stored;
    stored.a = std::min(claim.a, claim.b);
    stored.b = std::max(claim.a, claim.b);
    WEAVEMAP_ASSIGN(const std::optional<Tie> known, records.ties.between(claim.a, claim.b));
    if (known) {
        const Tie tie = joined(*known, claim);
        stored.id = tie.id;
        stored.outcome = tie.depth > known->depth ? TieOutcome::deepened : TieOutcome::confirmed;
        if (tie != *known)
            WEAVEMAP_TRY(records.ties.update(tie));
    } else {
        Tie tie;
        tie.a = stored.a;
        tie.b = stored.b;
        tie.depth = claim.depth;
        tie.contact = claim.contact;
        tie.collaboration = claim.collaboration;
        tie.origin = claim.origin;
        tie.firstSeen = claim.on;
        tie.lastConfirmed = claim.on;
        WEAVEMAP_ASSIGN(stored.id, records.ties.insert(tie));
    }

    Evidence evidence;
    evidence.tie = stored.id;
    WEAVEMAP_ASSIGN(evidence.kind, kindOf(records, claim, stored.id));
    evidence.heardFrom = claim.heardFrom;
    evidence.conversation = claim.conversation;
    evidence.introduction = claim.introduction;
    evidence.on = claim.on;
    WEAVEMAP_TRY(records.ties.insert(evidence));
    return stored;
}

} // namespace weavemap::actions
