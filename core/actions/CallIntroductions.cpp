// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/CallIntroductions.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/actions/Introductions.h"

namespace weavemap::actions {

namespace {

bool namesTwo(const NoteItem& line)
{
    return line.kind == NoteItemKind::introduction && line.person && line.other && line.person != line.other;
}

bool isSamePair(const NoteItem& one, const NoteItem& other)
{
    return std::minmax(one.person, one.other) == std::minmax(other.person, other.other);
}

/// The one that cites the line.
Result<std::optional<Introduction>> cameOf(store::Records& records, const NoteItem& line)
{
    if (!namesTwo(line))
        return std::nullopt;
    WEAVEMAP_ASSIGN(const std::vector<Introduction> of, records.introductions.of(line.person));
    const auto it =
        std::find_if(of.begin(), of.end(), [&line](const Introduction& one) { return one.need == line.id; });
    return it == of.end() ? std::nullopt : std::optional(*it);
}

/// Whether it is as the line brought it to the board.
bool isUntouched(const Introduction& introduction, const NoteItem& line, const Conversation& call)
{
    Introduction made = introductionOf(line, call);
    made.id = introduction.id;
    // The day is the one on which it came to the board, wherever its call was moved.
    made.proposed = introduction.proposed;
    made.followUp = introduction.followUp;
    return made == introduction;
}

Result<std::string> nameOf(store::Records& records, PersonId id)
{
    WEAVEMAP_ASSIGN(const auto person, records.people.find(id));
    return person ? person->name : std::string();
}

} // namespace

bool isWish(const NoteItem& line) { return namesTwo(line) && line.state != NoteItemState::made; }

Introduction introductionOf(const NoteItem& wish, const Conversation& call)
{
    Introduction introduction;
    introduction.a = wish.person;
    introduction.b = wish.other;
    introduction.proposed = call.when.localDate();
    introduction.reason = IntroductionReason::memberAsked;
    introduction.need = wish.id;
    introduction.conversation = call.id;
    introduction.confidentiality = std::max({Confidentiality::staff, wish.confidentiality, call.confidentiality});
    // A line that is only its writer's stays where it is: its topic, too.
    if (introduction.confidentiality != Confidentiality::onlyMe)
        introduction.topic = wish.topic;
    introduction.followUp = introduction.proposed.addDays(kDaysToFollowUp);
    return introduction;
}

Result<BoardStanding> standingOf(store::Records& records, PersonId a, PersonId b)
{
    BoardStanding standing;
    WEAVEMAP_ASSIGN(const std::vector<ApartPair> pairs, records.introductions.apartPairs(a));
    standing.isApart =
        std::any_of(pairs.begin(), pairs.end(), [b](const ApartPair& pair) { return pair.a == b || pair.b == b; });
    WEAVEMAP_ASSIGN(const std::vector<Introduction> of, records.introductions.of(a));
    for (const Introduction& one : of)
        if (one.isOpen() && one.concerns(b))
            standing.underWay = one.id;
    return standing;
}

Result<std::optional<Introduction>> introductionFor(store::Records& records, const NoteItem& line)
{
    WEAVEMAP_ASSIGN(auto own, cameOf(records, line));
    if (own || !namesTwo(line))
        return own;
    WEAVEMAP_ASSIGN(const BoardStanding standing, standingOf(records, line.person, line.other));
    return standing.underWay ? records.introductions.find(standing.underWay) : std::nullopt;
}

Result<std::optional<IntroductionId>> proposeWish(store::Records& records, const NoteItem& line,
                                                  const Conversation& call)
{
    if (!isWish(line))
        return std::nullopt;
    WEAVEMAP_ASSIGN(const BoardStanding standing, standingOf(records, line.person, line.other));
    if (standing.isApart) {
        WEAVEMAP_ASSIGN(std::string a, nameOf(records, line.person));
        WEAVEMAP_ASSIGN(std::string b, nameOf(records, line.other));
        return fail(ErrorCode::invalidArgument, {"apart", std::move(a), std::move(b)});
    }
    if (standing.underWay)
        return std::nullopt;
    return propose(records, introductionOf(line, call)).map([](IntroductionId id) { return std::optional(id); });
}

Result<NoteItem> withStateOfBoard(store::Records& records, const NoteItem& before, NoteItem line)
{
    WEAVEMAP_ASSIGN(const auto own, cameOf(records, before));
    if (own && namesTwo(line) && isSamePair(before, line))
        line.state = before.state;
    return line;
}

Result<std::optional<IntroductionId>> changeWish(store::Records& records, const NoteItem& before,
                                                 const Conversation& callBefore, const NoteItem& line,
                                                 const Conversation& call)
{
    WEAVEMAP_ASSIGN(auto own, cameOf(records, before));
    const bool isSame = isSamePair(before, line) && namesTwo(line);
    if (!own)
        return isSame ? Result<std::optional<IntroductionId>>(std::nullopt) : proposeWish(records, line, call);
    const bool isFree = isUntouched(*own, before, callBefore);
    if (isSame) {
        if (!isFree)
            return std::nullopt;
        Introduction now = introductionOf(line, call);
        now.id = own->id;
        now.proposed = own->proposed;
        now.followUp = own->followUp;
        WEAVEMAP_TRY(records.introductions.update(now, now.proposed));
        return std::nullopt;
    }
    if (isFree) {
        WEAVEMAP_TRY(records.introductions.remove(own->id));
    } else {
        own->need = {};
        WEAVEMAP_TRY(records.introductions.update(*own, own->proposed));
    }
    return proposeWish(records, line, call);
}

Result<> withdrawWish(store::Records& records, const NoteItem& line, const Conversation& call)
{
    WEAVEMAP_ASSIGN(const auto own, cameOf(records, line));
    if (!own || !isUntouched(*own, line, call))
        return {};
    return records.introductions.remove(own->id);
}

} // namespace weavemap::actions
