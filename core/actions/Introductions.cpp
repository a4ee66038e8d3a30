// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/Introductions.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "core/actions/ConfirmTie.h"
#include "core/store/Audience.h"
#include "core/weaving/CallQueue.h"

namespace weavemap::actions {

namespace {

Result<std::string> nameOf(store::Records& records, PersonId id)
{
    WEAVEMAP_ASSIGN(const auto person, records.people.find(id));
    return person ? person->name : std::string();
}

/// How confidential an introduction is at least, by where it comes from, and whose it would be if it were for nobody
/// else.
Result<store::AudienceRecords::Note> originOf(const store::AudienceRecords& records, const Introduction& introduction,
                                              const std::vector<const NoteItem*>& lines)
{
    store::AudienceRecords::Note origin{Confidentiality::shareable, introduction.host};
    if (introduction.conversation) {
        WEAVEMAP_ASSIGN(origin, records.noteOf(introduction.conversation));
    }
    for (const NoteItem* line : lines) {
        WEAVEMAP_ASSIGN(const auto note, records.noteOf(line->conversation));
        origin.level = std::max({origin.level, line->confidentiality, note.level});
    }
    return origin;
}

/// The same, with its lines looked for.
Result<store::AudienceRecords::Note> originOf(store::Records& records, const Introduction& introduction)
{
    const store::AudienceRecords everything(records, store::Audience::office({}));
    std::vector<NoteItem> cited;
    for (const PersonId person : {introduction.a, introduction.b}) {
        WEAVEMAP_ASSIGN(const std::vector<NoteItem> items, records.conversations.itemsOf(person));
        for (const NoteItem& item : items)
            if (item.id == introduction.need || item.id == introduction.offer)
                cited.push_back(item);
    }
    std::vector<const NoteItem*> lines;
    for (const NoteItem& item : cited)
        lines.push_back(&item);
    return originOf(everything, introduction, lines);
}

/// Never less confidential than where it comes from, and only somebody's.
Result<> fitsLevel(store::Records& records, const Introduction& introduction)
{
    WEAVEMAP_ASSIGN(const auto origin, originOf(records, introduction));
    if (introduction.confidentiality < origin.level)
        return fail(ErrorCode::invalidArgument, {"level", introduction.id.toString()});
    if (introduction.confidentiality == Confidentiality::onlyMe && !origin.writer)
        return fail(ErrorCode::invalidArgument, {"onlyMe", introduction.id.toString()});
    return {};
}

bool isPair(PersonId a, PersonId b, const Introduction& introduction)
{
    return introduction.concerns(a) && introduction.concerns(b);
}

/// What the two are kept apart by.
std::optional<ApartPair> apartOf(const std::vector<ApartPair>& pairs, const Introduction& introduction)
{
    const auto found = std::find_if(pairs.begin(), pairs.end(), [&introduction](const ApartPair& pair) {
        return isPair(pair.a, pair.b, introduction);
    });
    return found == pairs.end() ? std::nullopt : std::optional(*found);
}

/// What the two and their host must satisfy beside the record itself. `before` is what stands there; none: it is new.
Result<> fits(store::Records& records, const Introduction& introduction, const std::optional<Introduction>& before)
{
    WEAVEMAP_TRY(validate(introduction));
    if (introduction.concerns(introduction.host))
        return fail(ErrorCode::invalidArgument, {"host", introduction.host.toString()});
    if (!before || before->confidentiality != introduction.confidentiality)
        WEAVEMAP_TRY(fitsLevel(records, introduction));
    if (!introduction.isOpen())
        return {};
    // Of one that was under way before, what is known can still be written down.
    if (!before || before->state != introduction.state || !isPair(before->a, before->b, introduction)) {
        WEAVEMAP_ASSIGN(const std::vector<ApartPair> pairs, records.introductions.apartPairs(introduction.a));
        if (const auto apart = apartOf(pairs, introduction))
            return fail(ErrorCode::invalidArgument, {"apart", apart->id.toString()});
    }
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

Result<IntroductionId> propose(store::Records& records, const Introduction& wanted)
{
    Introduction introduction = wanted;
    WEAVEMAP_ASSIGN(const auto origin, originOf(records, introduction));
    introduction.confidentiality = std::max(introduction.confidentiality, origin.level);
    WEAVEMAP_TRY(fits(records, introduction, std::nullopt));
    WEAVEMAP_ASSIGN(const IntroductionId id, records.introductions.insert(introduction));
    WEAVEMAP_TRY(settleWish(records, introduction));
    return id;
}

Result<IntroductionId> propose(store::Records& records, const Introduction& introduction, PersonId me)
{
    WEAVEMAP_ASSIGN(const auto origin, originOf(records, introduction));
    if (!store::Audience::office(me).mayRead(std::max(introduction.confidentiality, origin.level), origin.writer))
        return fail(ErrorCode::invalidArgument, {"onlyMe", introduction.id.toString()});
    return propose(records, introduction);
}

Result<IntroductionId> putAside(store::Records& records, const weaving::Suggestion& suggestion, Date on)
{
    Introduction introduction = introductionFrom(suggestion, {}, on);
    introduction.state = IntroductionState::lapsed;
    introduction.followUp.reset();
    introduction.topic.clear(); // nothing that a search would find
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

namespace {

Result<> replace(store::Records& records, const std::optional<Introduction>& before, const Introduction& introduction,
                 Date on)
{
    if (!before)
        return fail(ErrorCode::notFound, {"introduction", introduction.id.toString()});
    WEAVEMAP_TRY(fits(records, introduction, before));
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

} // namespace

Result<> changeIntroduction(store::Records& records, const Introduction& introduction, Date on, PersonId me)
{
    const auto reader = store::Audience::office(me);
    WEAVEMAP_ASSIGN(const auto before, store::AudienceRecords(records, reader).find(introduction.id));
    if (before && before != introduction) {
        WEAVEMAP_ASSIGN(const auto origin, originOf(records, introduction));
        if (!reader.mayRead(introduction.confidentiality, origin.writer))
            return fail(ErrorCode::invalidArgument, {"onlyMe", introduction.id.toString()});
    }
    return replace(records, before, introduction, on);
}

Result<> moveOn(store::Records& records, IntroductionId id, IntroductionState state, Date on)
{
    WEAVEMAP_ASSIGN(const auto introduction, records.introductions.find(id));
    if (!introduction)
        return fail(ErrorCode::notFound, {"introduction", id.toString()});
    Introduction moved = *introduction;
    moved.state = state;
    return replace(records, introduction, moved, on);
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
    WEAVEMAP_ASSIGN(const std::vector<ApartPair> apart, readable.apartPairs());
    std::unordered_map<NoteItemId, const NoteItem*> lines;
    for (const NoteItem& item : items)
        lines.emplace(item.id, &item);
    std::vector<const NoteItem*> cited;
    const auto cite = [&lines, &cited](NoteItemId id) {
        const auto line = lines.find(id);
        if (line == lines.end())
            return CitedLine();
        const NoteItem& item = *line->second;
        cited.push_back(&item);
        return CitedLine{item.id, item.text.empty() ? item.topic : item.text, item.person, item.conversation};
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
        cited.clear();
        card.need = cite(introduction.need);
        card.offer = cite(introduction.offer);
        WEAVEMAP_ASSIGN(const auto origin, originOf(readable, introduction, cited));
        card.floor = origin.level;
        card.writer = origin.writer;
        if (introduction.isOpen())
            card.apart = apartOf(apart, introduction);
        WEAVEMAP_ASSIGN(card.tie, tieOf(records, introduction));
        places.emplace(introduction.id, cards.size());
        cards.push_back(std::move(card));
    }
    for (const IntroductionStep& step : steps)
        if (const auto place = places.find(step.introduction); place != places.end()) {
            cards[place->second].steps.push_back(step);
            cards[place->second].since = step.on;
        }
    for (IntroductionCard& card : cards)
        card.isDue =
            !card.apart && weaving::waitOf(card.introduction, card.since, on) == weaving::IntroductionWait::checkBack;
    std::sort(cards.begin(), cards.end(), [](const IntroductionCard& left, const IntroductionCard& right) {
        if (left.introduction.state != right.introduction.state)
            return left.introduction.state < right.introduction.state;
        return left.since != right.since ? left.since < right.since : left.introduction.id < right.introduction.id;
    });
    return cards;
}

} // namespace weavemap::actions
