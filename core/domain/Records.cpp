// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "core/base/Text.h"
#include "core/domain/Convening.h"
#include "core/domain/Conversation.h"
#include "core/domain/Introduction.h"
#include "core/domain/Person.h"
#include "core/domain/Project.h"
#include "core/domain/Question.h"
#include "core/domain/Tie.h"

namespace weavemap {

namespace {

bool inOrder(const std::optional<Date>& first, const std::optional<Date>& second)
{
    return !first || !second || *first <= *second;
}

} // namespace

bool Person::isHereOn(Date date) const
{
    return (!joined || *joined <= date) && (!left || *left > date) && (!archived || *archived > date);
}

bool Person::isCurrentMemberOn(Date date) const { return kind == PersonKind::member && isHereOn(date); }

bool Tie::isOpenOn(Date date) const { return (!firstSeen || *firstSeen <= date) && (!ended || *ended > date); }

bool Tie::isStaleOn(Date date, int months) const
{
    const auto& confirmed = lastConfirmed ? lastConfirmed : firstSeen;
    return confirmed && confirmed->addMonths(months) < date;
}

bool belongsTo(const Tie& tie, TieSet set)
{
    switch (set) {
    case TieSet::awareness:
        return tie.depth >= TieDepth::aware;
    case TieSet::exchange:
        return tie.depth >= TieDepth::exchange;
    case TieSet::collaboration:
        return tie.collaboration != Collaboration::never;
    case TieSet::all:
        return true;
    }
    return false;
}

Tie ordered(Tie tie)
{
    if (tie.b < tie.a)
        std::swap(tie.a, tie.b);
    return tie;
}

Result<> validate(const Person& person)
{
    if (trimmed(person.name).empty())
        return fail(ErrorCode::missingName, {"person"});
    if (!person.email.empty() && person.email.find('@') == std::string::npos)
        return fail(ErrorCode::badEmail, {person.email});
    if (!inOrder(person.joined, person.left))
        return fail(ErrorCode::datesReversed, {"joined", "left"});
    return {};
}

Result<> validate(const Organization& organization)
{
    if (trimmed(organization.name).empty())
        return fail(ErrorCode::missingName, {"organization"});
    return {};
}

Result<> validate(const Attribute& attribute)
{
    if (attribute.name.empty())
        return fail(ErrorCode::missingName, {"attribute"});
    return {};
}

Result<> validate(const Tie& tie)
{
    if (!tie.a || !tie.b)
        return fail(ErrorCode::notFound, {"person", ""});
    if (tie.a == tie.b)
        return fail(ErrorCode::sameEnds, {tie.a.toString()});
    if (tie.b < tie.a)
        return fail(ErrorCode::internal, {"ends of a tie out of order"});
    if (!std::isfinite(tie.weight) || tie.weight <= 0)
        return fail(ErrorCode::outOfRange, {"weight", std::to_string(tie.weight), "more than 0"});
    if (!inOrder(tie.firstSeen, tie.lastConfirmed))
        return fail(ErrorCode::datesReversed, {"firstSeen", "lastConfirmed"});
    if (!inOrder(tie.firstSeen, tie.ended))
        return fail(ErrorCode::datesReversed, {"firstSeen", "ended"});
    return {};
}

Result<> validate(const Overlay& overlay)
{
    if (!overlay.from || !overlay.to)
        return fail(ErrorCode::notFound, {"person", ""});
    if (overlay.from == overlay.to)
        return fail(ErrorCode::sameEnds, {overlay.from.toString()});
    if (!std::isfinite(overlay.weight) || overlay.weight <= 0)
        return fail(ErrorCode::outOfRange, {"weight", std::to_string(overlay.weight), "more than 0"});
    return {};
}

Result<> validate(const Conversation& conversation)
{
    if (conversation.participants.empty() && trimmed(conversation.text).empty())
        return fail(ErrorCode::missingName, {"conversation"});
    if (conversation.minutes < 0 || conversation.minutes > 24 * 60)
        return fail(ErrorCode::outOfRange, {"minutes", std::to_string(conversation.minutes), "0 to 1440"});
    return {};
}

Result<> validate(const NoteItem& item)
{
    if (trimmed(item.text).empty() && item.kind != NoteItemKind::introduction)
        return fail(ErrorCode::missingName, {"item"});
    return {};
}

Result<> validate(const FollowUp& followUp)
{
    if (trimmed(followUp.text).empty())
        return fail(ErrorCode::missingName, {"followUp"});
    return {};
}

bool Introduction::isOpen() const { return state < IntroductionState::working; }

bool Introduction::haveMet() const { return state >= IntroductionState::met && state <= IntroductionState::working; }

Result<> validate(const Introduction& introduction)
{
    if (!introduction.a || !introduction.b)
        return fail(ErrorCode::notFound, {"person", ""});
    if (introduction.a == introduction.b)
        return fail(ErrorCode::sameEnds, {introduction.a.toString()});
    if (introduction.followUp && *introduction.followUp < introduction.proposed)
        return fail(ErrorCode::datesReversed, {"proposed", "followUp"});
    return {};
}

Result<> validate(const ApartPair& pair)
{
    if (!pair.a || !pair.b)
        return fail(ErrorCode::notFound, {"person", ""});
    if (pair.a == pair.b)
        return fail(ErrorCode::sameEnds, {pair.a.toString()});
    return {};
}

Result<> validate(const Convening& convening)
{
    if (trimmed(convening.title).empty())
        return fail(ErrorCode::missingName, {"convening"});
    return {};
}

Result<> validate(const Attendance& attendance)
{
    if (!attendance.convening)
        return fail(ErrorCode::notFound, {"convening", ""});
    if (!attendance.person)
        return fail(ErrorCode::notFound, {"person", ""});
    if (!attendance.invited && !attendance.registered && !attendance.came)
        return fail(ErrorCode::invalidArgument, {"attendance"});
    return {};
}

Result<> validate(const Project& project)
{
    if (trimmed(project.name).empty())
        return fail(ErrorCode::missingName, {"project"});
    return {};
}

Result<> validate(const Question& question)
{
    if (trimmed(question.text).empty())
        return fail(ErrorCode::missingName, {"question"});
    return {};
}

Result<> validate(const Snooze& snooze)
{
    if (!snooze.person)
        return fail(ErrorCode::notFound, {"person", ""});
    if (snooze.until <= snooze.made)
        return fail(ErrorCode::datesReversed, {"made", "until"});
    return {};
}

} // namespace weavemap
