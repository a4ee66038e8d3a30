// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/Introductions.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "core/actions/ConfirmTie.h"
#include "core/store/Audience.h"

namespace weavemap::actions {

namespace {

Result<std::string> nameOf(store::Records& records, PersonId id)
{
    WEAVEMAP_ASSIGN(const auto person, records.people.find(id));
    return person ? person->name : std::string();
}

bool isPair(PersonId a, PersonId b, const Introduction& introduction)
{
    return introduction.concerns(a) && introduction.concerns(b);
}

/// What the two and their host must satisfy beside the record itself.
Result<> fits(store::Records& records, const Introduction& introduction)
{
    WEAVEMAP_TRY(validate(introduction));
    if (introduction.concerns(introduction.host))
        return fail(ErrorCode::invalidArgument, {"host", introduction.host.toString()});
    if (!introduction.isOpen())
        return {};
    WEAVEMAP_ASSIGN(const std::vector<ApartPair> pairs, records.introductions.apartPairs(introduction.a));
    for (const ApartPair& pair : pairs)
        if (pair.a == introduction.b || pair.b == introduction.b)
            return fail(ErrorCode::invalidArgument, {"apart", pair.id.toString()});
    WEAVEMAP_ASSIGN(const std::vector<Introduction> others, records.introductions.of(introduction.a));
    for (const Introduction& other : others) {
        if (other.id == introduction.id || !other.isOpen() || !isPair(introduction.a, introduction.b, other))
            continue;
        WEAVEMAP_ASSIGN(std::string a, nameOf(records, introduction.a));
        WEAVEMAP_ASSIGN(std::string b, nameOf(records, introduction.b));
        return fail(ErrorCode::duplicateTie, {std::move(a), std::move(b)});
    }
    return {};
}

/// The wish of a member who asked for it is granted once they were introduced, and open again if that is taken back.
Result<> settleWish(store::Records& records, const Introduction& introduction)
{
    if (!introduction.need || !introduction.conversation)
        return {};
    WEAVEMAP_ASSIGN(const std::vector<NoteItem> items, records.conversations.items(introduction.conversation));
    const auto item =
        std::find_if(items.begin(), items.end(), [&](const NoteItem& row) { return row.id == introduction.need; });
    if (item == items.end() || item->kind != NoteItemKind::introduction)
        return {};
    NoteItem wish = *item;
    const bool isMade =
        introduction.state >= IntroductionState::made && introduction.state <= IntroductionState::working;
    wish.state = isMade ? NoteItemState::made : NoteItemState::asked;
    return wish == *item ? Result<>() : records.conversations.update(wish);
}

TieClaim claimOf(const Introduction& introduction, Date on)
{
    TieClaim claim;
    claim.a = introduction.a;
    claim.b = introduction.b;
    claim.depth = introduction.state >= IntroductionState::inTouch ? TieDepth::exchange : TieDepth::talked;
    claim.collaboration = introduction.state == IntroductionState::working ? Collaboration::now : Collaboration::never;
    claim.origin = TieOrigin::introduction;
    claim.evidence =
        introduction.strength >= IntroductionStrength::byPhone ? EvidenceKind::seenTogether : EvidenceKind::oneSaid;
    claim.introduction = introduction.id;
    claim.on = on;
    return claim;
}

} // namespace

Introduction introductionFrom(const weaving::Suggestion& suggestion, PersonId host, Date on)
{
    Introduction introduction;
    introduction.a = suggestion.a;
    introduction.b = suggestion.b;
    introduction.host = host;
    introduction.proposed = on;
    introduction.reason = weaving::reasonOf(suggestion.lens);
    // A line that is only its writer's stays where it is: its topic, too.
    if (suggestion.level != Confidentiality::onlyMe)
        introduction.topic = suggestion.topic;
    introduction.need = suggestion.need;
    introduction.offer = suggestion.offer;
    introduction.conversation = suggestion.source ? suggestion.source : suggestion.conversation;
    introduction.confidentiality = std::max(Confidentiality::staff, suggestion.level);
    introduction.followUp = on.addDays(kDaysToFollowUp);
    return introduction;
}

Result<IntroductionId> propose(store::Records& records, const Introduction& introduction)
{
    WEAVEMAP_TRY(fits(records, introduction));
    WEAVEMAP_ASSIGN(const IntroductionId id, records.introductions.insert(introduction));
    WEAVEMAP_TRY(settleWish(records, introduction));
    return id;
}

Result<IntroductionId> putAside(store::Records& records, const weaving::Suggestion& suggestion, Date on)
{
    Introduction introduction = introductionFrom(suggestion, {}, on);
    introduction.state = IntroductionState::lapsed;
    introduction.followUp.reset();
    return propose(records, introduction);
}

Result<> keepApart(store::Records& records, PersonId a, PersonId b, const std::string& why)
{
    const ApartPair pair{{}, a, b, why};
    WEAVEMAP_TRY(validate(pair));
    WEAVEMAP_ASSIGN(const std::vector<ApartPair> known, records.introductions.apartPairs(a));
    for (const ApartPair& other : known)
        if (other.a == b || other.b == b)
            return {};
    WEAVEMAP_TRY(records.introductions.insert(pair));
    return {};
}

Result<> changeIntroduction(store::Records& records, const Introduction& introduction, Date on)
{
    WEAVEMAP_ASSIGN(const auto before, records.introductions.find(introduction.id));
    if (!before)
        return fail(ErrorCode::notFound, {"introduction", introduction.id.toString()});
    WEAVEMAP_TRY(fits(records, introduction));
    if (*before == introduction)
        return {};
    Introduction wanted = introduction;
    // A day that has come was set for the state before: the new one gets its own time.
    if (wanted.state != before->state && wanted.isOpen() && wanted.followUp && wanted.followUp == before->followUp &&
        *wanted.followUp <= on)
        wanted.followUp = on.addDays(kDaysToFollowUp);
    WEAVEMAP_TRY(records.introductions.update(wanted, on));
    return settleWish(records, wanted);
}

Result<> moveOn(store::Records& records, IntroductionId id, IntroductionState state, Date on)
{
    WEAVEMAP_ASSIGN(auto introduction, records.introductions.find(id));
    if (!introduction)
        return fail(ErrorCode::notFound, {"introduction", id.toString()});
    introduction->state = state;
    return changeIntroduction(records, *introduction, on);
}

Result<IntroducedTie> tieOf(store::Records& records, const Introduction& introduction)
{
    IntroducedTie known;
    WEAVEMAP_ASSIGN(const auto tie, records.ties.between(introduction.a, introduction.b));
    if (!tie)
        return known;
    known.tie = tie->id;
    WEAVEMAP_ASSIGN(const std::vector<Evidence> evidence, records.ties.evidence(tie->id));
    known.isRecorded = std::any_of(evidence.begin(), evidence.end(), [&](const Evidence& row) {
        return row.introduction && row.introduction == introduction.id;
    });
    return known;
}

Result<StoredTie> recordTie(store::Records& records, IntroductionId id, Date on)
{
    WEAVEMAP_ASSIGN(const auto introduction, records.introductions.find(id));
    if (!introduction)
        return fail(ErrorCode::notFound, {"introduction", id.toString()});
    if (!introduction->haveMet())
        return fail(ErrorCode::invalidArgument, {"met", id.toString()});
    return confirmTie(records, claimOf(*introduction, on));
}

Result<std::vector<IntroductionCard>> readIntroductions(store::Records& records, Date on, PersonId me)
{
    const store::AudienceRecords readable(records, store::Audience::office(me));
    WEAVEMAP_ASSIGN(const std::vector<Introduction> introductions, readable.introductions());
    if (introductions.empty())
        return std::vector<IntroductionCard>();
    WEAVEMAP_ASSIGN(const std::vector<Person> everybody, readable.people());
    WEAVEMAP_ASSIGN(const std::vector<IntroductionStep> steps, records.introductions.steps());
    WEAVEMAP_ASSIGN(const std::vector<NoteItem> items, readable.items());
    std::unordered_map<PersonId, const Person*> people;
    for (const Person& person : everybody)
        people.emplace(person.id, &person);
    std::unordered_map<NoteItemId, const NoteItem*> lines;
    for (const NoteItem& item : items)
        lines.emplace(item.id, &item);
    const auto wordsOf = [&lines](NoteItemId id) {
        const auto line = lines.find(id);
        return line == lines.end() ? std::string() : line->second->text;
    };

    std::vector<IntroductionCard> cards;
    std::unordered_map<IntroductionId, std::size_t> places;
    for (const Introduction& introduction : introductions) {
        const auto a = people.find(introduction.a), b = people.find(introduction.b);
        if (a == people.end() || b == people.end())
            continue;
        IntroductionCard card;
        card.introduction = introduction;
        card.a = *a->second;
        card.b = *b->second;
        if (const auto host = people.find(introduction.host); host != people.end())
            card.host = host->second->name;
        card.since = introduction.proposed;
        card.need = wordsOf(introduction.need);
        card.offer = wordsOf(introduction.offer);
        card.isDue = introduction.isOpen() && introduction.followUp && *introduction.followUp <= on;
        WEAVEMAP_ASSIGN(card.tie, tieOf(records, introduction));
        places.emplace(introduction.id, cards.size());
        cards.push_back(std::move(card));
    }
    for (const IntroductionStep& step : steps)
        if (const auto place = places.find(step.introduction); place != places.end()) {
            cards[place->second].steps.push_back(step);
            cards[place->second].since = step.on;
        }
    std::sort(cards.begin(), cards.end(), [](const IntroductionCard& left, const IntroductionCard& right) {
        if (left.introduction.state != right.introduction.state)
            return left.introduction.state < right.introduction.state;
        return left.since != right.since ? left.since < right.since : left.introduction.id < right.introduction.id;
    });
    return cards;
}

} // namespace weavemap::actions
