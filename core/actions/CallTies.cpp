// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/CallTies.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/actions/ConfirmTie.h"

namespace weavemap::actions {

namespace {

bool isSaid(EvidenceKind kind) { return kind == EvidenceKind::oneSaid || kind == EvidenceKind::bothSaid; }

/// Who said so: the end that took part, else the first who did.
PersonId teller(const MentionedTie& tie, const std::vector<PersonId>& participants)
{
    for (const PersonId person : participants)
        if (person == tie.a || person == tie.b)
            return person;
    return participants.empty() ? PersonId{} : participants.front();
}

/// The overlay as it is stated, under the id it has or will get.
Overlay stated(const MentionedTie& mentioned, TieId tie, Overlay overlay = {})
{
    overlay.tie = tie;
    overlay.from = mentioned.a;
    overlay.to = mentioned.b;
    overlay.kind = *mentioned.overlay;
    overlay.topic = mentioned.topic;
    return overlay;
}

/// Whether another row says the same.
bool standsAmong(const std::vector<Overlay>& overlays, const Overlay& wanted)
{
    return std::any_of(overlays.begin(), overlays.end(), [&wanted](const Overlay& other) {
        return other.id != wanted.id && other.from == wanted.from && other.to == wanted.to &&
               other.kind == wanted.kind && other.topic == wanted.topic;
    });
}

/// States the direction that was mentioned; one that stands already keeps its weight.
Result<> storeDirection(store::Records& records, const MentionedTie& mentioned, TieId tie)
{
    WEAVEMAP_ASSIGN(const auto standing, records.ties.overlays(tie));
    Overlay overlay = stated(mentioned, tie);
    if (standsAmong(standing, overlay))
        return {};
    return records.ties.insert(std::move(overlay)).map([](OverlayId) {});
}

/// The direction that came with a piece of evidence. Ids grow: it was minted behind it, and before the next piece.
const Overlay* directionOf(const Evidence& evidence, const std::vector<Evidence>& ofTie,
                           const std::vector<Overlay>& overlays)
{
    const auto next =
        std::find_if(ofTie.begin(), ofTie.end(), [&evidence](const Evidence& other) { return other.id > evidence.id; });
    const auto own = std::find_if(overlays.begin(), overlays.end(),
                                  [&evidence](const Overlay& overlay) { return overlay.id.value > evidence.id.value; });
    const bool isOwn = own != overlays.end() && (next == ofTie.end() || own->id.value < next->id.value);
    return isOwn ? &*own : nullptr;
}

template <class Row, class IdType>
std::optional<Row> rowOf(const std::vector<Row>& rows, IdType id)
{
    const auto found = std::find_if(rows.begin(), rows.end(), [id](const Row& row) { return row.id == id; });
    return found == rows.end() ? std::nullopt : std::optional<Row>(*found);
}

/// The evidence of a mention: still this call's, or nobody's since the call was deleted.
std::optional<Evidence> evidenceOf(const RecordedMention& recorded, const std::vector<Evidence>& ofTie,
                                   ConversationId call)
{
    auto evidence = rowOf(ofTie, recorded.evidence);
    if (evidence && evidence->conversation && evidence->conversation != call)
        evidence.reset();
    return evidence;
}

/// "Both said" rests on what the other end said before: those that rest on `was` or `now` are worked out anew.
Result<> sayAnew(store::Records& records, const Tie& tie, const Evidence& was, const std::optional<Evidence>& now)
{
    WEAVEMAP_ASSIGN(const std::vector<Evidence> all, records.ties.evidence(tie.id));
    const auto concerns = [&](const Evidence& row, PersonId other) {
        return (now && row.id == now->id) ||
               (row.id > was.id && ((isSaid(was.kind) && was.heardFrom == other) ||
                                    (now && isSaid(now->kind) && now->heardFrom == other)));
    };
    for (Evidence row : all) {
        if (!isSaid(row.kind) || (row.heardFrom != tie.a && row.heardFrom != tie.b))
            continue;
        const PersonId other = tie.other(row.heardFrom);
        if (!concerns(row, other))
            continue;
        const bool otherSaid = std::any_of(all.begin(), all.end(), [&](const Evidence& earlier) {
            return earlier.id < row.id && earlier.heardFrom == other && isSaid(earlier.kind);
        });
        row.kind = otherSaid ? EvidenceKind::bothSaid : EvidenceKind::oneSaid;
        WEAVEMAP_TRY(records.ties.update(row));
    }
    return {};
}

bool isSameDirection(const MentionedTie& one, const MentionedTie& other)
{
    return one.overlay == other.overlay &&
           (!one.overlay || (one.a == other.a && one.b == other.b && one.topic == other.topic));
}

bool hasSameEnds(const MentionedTie& one, const MentionedTie& other)
{
    return std::minmax(one.a, one.b) == std::minmax(other.a, other.b);
}

/// What is said of other people now. Where others tell of the tie, too, what stands there may be their words: then
/// only what was changed goes along. A direction of theirs never does.
MentionedTie ofOtherEnds(const ChangedMention& change)
{
    const MentionedTie& before = change.recorded.said;
    MentionedTie now = change.now;
    if (!change.recorded.isAlone) {
        const MentionedTie plain;
        if (now.depth == before.depth)
            now.depth = std::min(plain.depth, before.depth);
        if (now.contact == before.contact)
            now.contact = plain.contact;
        if (now.collaboration == before.collaboration)
            now.collaboration = plain.collaboration;
    }
    const bool isTurned = now.a == before.b || now.b == before.a;
    if (!change.recorded.direction && now.overlay == before.overlay && now.topic == before.topic && !isTurned) {
        now.overlay.reset();
        now.topic.clear();
    }
    return now;
}

/// Only the mention's own direction is changed or goes.
Result<> correctDirection(store::Records& records, const ChangedMention& change, const Evidence& evidence,
                          const std::vector<Evidence>& ofTie)
{
    WEAVEMAP_ASSIGN(const std::vector<Overlay> overlays, records.ties.overlays(evidence.tie));
    const Overlay* own = directionOf(evidence, ofTie, overlays);
    if (own && own->id != change.recorded.direction)
        own = nullptr;
    if (!change.now.overlay)
        return own ? records.ties.remove(own->id) : Result<>();
    if (!own)
        return storeDirection(records, change.now, evidence.tie);
    const Overlay wanted = stated(change.now, evidence.tie, *own);
    return standsAmong(overlays, wanted) ? records.ties.remove(own->id) : records.ties.update(wanted);
}

/// The tie when evidence of a day is there no more: as old and as fresh as the rest says, where it was by that day.
Tie withoutDay(Tie tie, Date day, const std::vector<Evidence>& rest)
{
    std::optional<Date> oldest, newest;
    for (const Evidence& evidence : rest) {
        if (!evidence.on)
            continue;
        oldest = oldest ? std::min(*oldest, *evidence.on) : *evidence.on;
        newest = newest ? std::max(*newest, *evidence.on) : *evidence.on;
    }
    if (oldest && tie.firstSeen == day && *oldest > day)
        tie.firstSeen = oldest;
    if (newest && tie.lastConfirmed == day && *newest < day)
        tie.lastConfirmed = newest;
    return tie;
}

/// Dates that a person set by hand may leave no room.
Result<> updateWhereItFits(store::Records& records, const Tie& tie)
{
    return validate(tie) ? records.ties.update(tie) : Result<>();
}

/// The tie ends on a day, or has not ended; as it was where it was seen later.
Result<> setEnded(store::Records& records, TieId id, std::optional<Date> day)
{
    WEAVEMAP_ASSIGN(std::optional<Tie> tie, records.ties.find(id));
    if (!tie || tie->ended == day || (day && tie->lastConfirmed && *day < *tie->lastConfirmed))
        return {};
    tie->ended = day;
    return updateWhereItFits(records, *tie);
}

/// Gives evidence that has a day another one; its tie follows where it was as old or as fresh as that.
Result<> moveTo(store::Records& records, Evidence evidence, Date now)
{
    if (!evidence.on || *evidence.on == now)
        return {};
    const Date was = *evidence.on;
    evidence.on = now;
    WEAVEMAP_TRY(records.ties.update(evidence));
    WEAVEMAP_ASSIGN(const std::optional<Tie> tie, records.ties.find(evidence.tie));
    WEAVEMAP_ASSIGN(const auto ofTie, records.ties.evidence(evidence.tie));
    if (!tie)
        return {};
    Tie moved = seenOn(withoutDay(*tie, was, ofTie), now);
    if (tie->ended == was)
        moved.ended = now;
    return updateWhereItFits(records, moved);
}

/// Writes what is different now; the ends are the same.
Result<> correct(store::Records& records, const ChangedMention& change, const Conversation& call)
{
    const MentionedTie &before = change.recorded.said, &now = change.now;
    WEAVEMAP_ASSIGN(std::optional<Tie> tie, records.ties.find(change.recorded.tie));
    WEAVEMAP_ASSIGN(const auto ofTie, records.ties.evidence(change.recorded.tie));
    const std::optional<Evidence> was = evidenceOf(change.recorded, ofTie, call.id);
    if (!tie || !was) {
        if (now == before)
            return {};
        return mentionTie(records, now, call).map([](const StoredTie&) {});
    }
    if (now.depth != before.depth)
        tie->depth = now.depth;
    if (now.contact != before.contact)
        tie->contact = now.contact;
    if (now.collaboration != before.collaboration)
        tie->collaboration = now.collaboration;
    WEAVEMAP_TRY(records.ties.update(*tie));
    if (now.isEnded != before.isEnded)
        WEAVEMAP_TRY(setEnded(records, tie->id, now.isEnded ? std::optional(call.when.localDate()) : std::nullopt));
    Evidence evidence = *was;
    evidence.conversation = call.id;
    const bool isOtherTeller = now.evidence != before.evidence || now.heardFrom != before.heardFrom;
    if (isOtherTeller) {
        evidence.kind = now.evidence;
        evidence.heardFrom = now.heardFrom ? now.heardFrom : teller(now, call.participants);
    }
    WEAVEMAP_TRY(records.ties.update(evidence));
    if (isOtherTeller)
        WEAVEMAP_TRY(sayAnew(records, *tie, *was, evidence));
    // It outlived its call, whose day may be another by now.
    if (!was->conversation)
        WEAVEMAP_TRY(moveTo(records, evidence, call.when.localDate()));
    return isSameDirection(before, now) ? Result<>() : correctDirection(records, change, *was, ofTie);
}

/// Takes the evidence of a mention out, and the direction that came with it. Nothing where it is gone already.
Result<std::optional<Evidence>> takeOut(store::Records& records, const RecordedMention& recorded, ConversationId call)
{
    WEAVEMAP_ASSIGN(const auto tie, records.ties.find(recorded.tie));
    WEAVEMAP_ASSIGN(const auto ofTie, records.ties.evidence(recorded.tie));
    const std::optional<Evidence> evidence = evidenceOf(recorded, ofTie, call);
    if (!tie || !evidence)
        return std::optional<Evidence>();
    WEAVEMAP_ASSIGN(const auto overlays, records.ties.overlays(tie->id));
    // An import states names without a word of its own where its file was read before.
    const bool isImported = std::any_of(ofTie.begin(), ofTie.end(),
                                        [](const Evidence& other) { return other.kind == EvidenceKind::imported; });
    if (const Overlay* const own = directionOf(*evidence, ofTie, overlays))
        if (own->kind != OverlayKind::names || !isImported)
            WEAVEMAP_TRY(records.ties.remove(own->id));
    WEAVEMAP_TRY(records.ties.remove(evidence->id));
    WEAVEMAP_TRY(sayAnew(records, *tie, *evidence, std::nullopt));
    if (recorded.said.isEnded && tie->ended == evidence->on)
        WEAVEMAP_TRY(setEnded(records, tie->id, std::nullopt));
    return evidence;
}

/// The tie behind evidence that was taken out: gone where nothing tells of it, else dated by what does.
Result<> settle(store::Records& records, const Evidence& takenOut)
{
    WEAVEMAP_ASSIGN(const std::optional<Tie> tie, records.ties.find(takenOut.tie));
    if (!tie)
        return {};
    WEAVEMAP_ASSIGN(const auto left, records.ties.evidence(tie->id));
    if (left.empty())
        return records.ties.remove(tie->id);
    return takenOut.on ? updateWhereItFits(records, withoutDay(*tie, *takenOut.on, left)) : Result<>();
}

} // namespace

Result<StoredTie> mentionTie(store::Records& records, const MentionedTie& tie, const Conversation& call)
{
    TieClaim claim;
    claim.a = tie.a;
    claim.b = tie.b;
    claim.depth = tie.depth;
    claim.contact = tie.contact;
    claim.collaboration = tie.collaboration;
    claim.origin = tie.origin;
    claim.evidence = tie.evidence;
    claim.heardFrom = tie.heardFrom ? tie.heardFrom : teller(tie, call.participants);
    claim.conversation = call.id;
    claim.on = call.when.localDate();
    // Told once more of a tie that had ended: it ended when it did.
    std::optional<Date> ended;
    if (tie.isEnded) {
        WEAVEMAP_ASSIGN(const std::optional<Tie> known, records.ties.between(tie.a, tie.b));
        ended = known && known->ended && *known->ended <= claim.on ? *known->ended : claim.on;
    }
    WEAVEMAP_ASSIGN(const StoredTie stored, confirmTie(records, claim));
    if (tie.overlay)
        WEAVEMAP_TRY(storeDirection(records, tie, stored.id));
    if (ended)
        WEAVEMAP_TRY(setEnded(records, stored.id, ended));
    return stored;
}

Result<> moveTies(store::Records& records, const Conversation& before, const Conversation& call)
{
    const Date was = before.when.localDate(), now = call.when.localDate();
    if (was == now)
        return {};
    WEAVEMAP_ASSIGN(const auto ofCall, records.ties.evidence(call.id));
    for (const Evidence& evidence : ofCall)
        if (evidence.on == was)
            WEAVEMAP_TRY(moveTo(records, evidence, now));
    return {};
}

Result<std::vector<StoredTie>> putTies(store::Records& records, const std::vector<ChangedMention>& changed,
                                       const std::vector<MentionedTie>& mentioned, const Conversation& call)
{
    std::vector<Evidence> takenOut;
    for (const ChangedMention& change : changed) {
        if (!change.takenOut && hasSameEnds(change.now, change.recorded.said))
            continue;
        WEAVEMAP_ASSIGN(const auto evidence, takeOut(records, change.recorded, call.id));
        if (evidence)
            takenOut.push_back(*evidence);
    }
    for (const ChangedMention& change : changed) {
        if (change.takenOut)
            continue;
        if (hasSameEnds(change.now, change.recorded.said))
            WEAVEMAP_TRY(correct(records, change, call));
        else
            WEAVEMAP_TRY(mentionTie(records, ofOtherEnds(change), call));
    }
    std::vector<StoredTie> stored;
    for (const MentionedTie& tie : mentioned) {
        WEAVEMAP_ASSIGN(const StoredTie row, mentionTie(records, tie, call));
        stored.push_back(row);
    }
    // At last: a tie that was mentioned anew stays the tie it is.
    for (const Evidence& evidence : takenOut)
        WEAVEMAP_TRY(settle(records, evidence));
    return stored;
}

Result<std::vector<RecordedMention>> recordedMentions(store::Records& records, const Conversation& call)
{
    std::vector<RecordedMention> mentions;
    WEAVEMAP_ASSIGN(const auto ofCall, records.ties.evidence(call.id));
    for (const Evidence& evidence : ofCall) {
        WEAVEMAP_ASSIGN(const auto tie, records.ties.find(evidence.tie));
        if (!tie)
            continue;
        WEAVEMAP_ASSIGN(const auto ofTie, records.ties.evidence(tie->id));
        WEAVEMAP_ASSIGN(const auto overlays, records.ties.overlays(tie->id));
        RecordedMention mention;
        mention.evidence = evidence.id;
        mention.tie = tie->id;
        mention.isAlone = std::all_of(ofTie.begin(), ofTie.end(),
                                      [&call](const Evidence& other) { return other.conversation == call.id; });
        MentionedTie& said = mention.said;
        said.a = tie->a;
        said.b = tie->b;
        // Who took part stands first.
        if (const auto& people = call.participants; std::find(people.begin(), people.end(), tie->a) == people.end() &&
                                                    std::find(people.begin(), people.end(), tie->b) != people.end())
            std::swap(said.a, said.b);
        said.depth = tie->depth;
        said.contact = tie->contact;
        said.collaboration = tie->collaboration;
        said.isEnded = tie->ended == call.when.localDate();
        said.evidence = isSaid(evidence.kind) ? EvidenceKind::oneSaid : evidence.kind;
        if (isSaid(evidence.kind))
            said.heardFrom = evidence.heardFrom;
        const Overlay* direction = directionOf(evidence, ofTie, overlays);
        if (direction)
            mention.direction = direction->id;
        else if (overlays.size() == 1)
            direction = &overlays.front();
        if (direction) {
            said.a = direction->from;
            said.b = direction->to;
            said.overlay = direction->kind;
            said.topic = direction->topic;
        }
        mentions.push_back(std::move(mention));
    }
    return mentions;
}

} // namespace weavemap::actions
