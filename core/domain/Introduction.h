// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/base/Date.h"
#include "core/domain/Confidentiality.h"
#include "core/domain/Ids.h"

namespace weavemap {

/// How far an introduction has come (domain 3.3). `declined` and `lapsed` end it wherever it stands.
enum class IntroductionState {
    proposed = 0,
    agreed = 1,
    made = 2,
    replied = 3,
    met = 4,
    inTouch = 5, ///< still in touch after 90 days
    working = 6, ///< they work together
    declined = 7,
    lapsed = 8,
};

/// Why the two should know each other.
enum class IntroductionReason {
    other = 0,
    needMeetsOffer = 1,
    sharedTopic = 2,
    sameRole = 3, ///< the same role elsewhere
    bridgesGroups = 4,
    closesTriangle = 5, ///< both know the host
    reachesIsolate = 6, ///< one of them has no known tie
    memberAsked = 7,
};

/// What one side said when asked whether they want to be introduced.
enum class IntroductionConsent { notAsked = 0, asked = 1, yes = 2, no = 3 };

/// The strength of the act, 1 to 7 (domain 3.3); none until it was made.
enum class IntroductionStrength {
    none = 0,
    toldOneSide = 1,
    alertedOther = 2,
    wroteToBoth = 3,
    byPhone = 4, ///< brought together by phone or video
    inPerson = 5,
    checkedBack = 6,   ///< in person and checked back
    withFirstTask = 7, ///< in person with a first shared task
};

/// An introduction of two people: proposed, on its way, or done.
struct Introduction
{
    IntroductionId id;
    PersonId a; ///< who is introduced; their order says nothing
    PersonId b;
    PersonId host; ///< who introduces them; 0: not settled
    Date proposed; ///< the day it was written down
    IntroductionReason reason = IntroductionReason::other;
    std::string why; ///< the reason in words
    std::string topic;
    NoteItemId need;             ///< the note's line that asked for it; 0: none
    NoteItemId offer;            ///< the note's line that answers it; 0: none
    ConversationId conversation; ///< where it came up; 0: none
    IntroductionConsent consentA = IntroductionConsent::notAsked;
    IntroductionConsent consentB = IntroductionConsent::notAsked;
    IntroductionStrength strength = IntroductionStrength::none;
    IntroductionState state = IntroductionState::proposed;
    std::optional<Date> followUp; ///< when to ask how it went
    std::string outcome;
    Confidentiality confidentiality = Confidentiality::staff;

    bool operator==(const Introduction&) const = default;

    PersonId other(PersonId one) const { return one == a ? b : a; }
    bool concerns(PersonId one) const { return one == a || one == b; }
    /// Neither declined, lapsed nor as far as working together.
    bool isOpen() const;
    /// They are known to have met.
    bool haveMet() const;
};

/// A day on which an introduction came to a state.
struct IntroductionStep
{
    IntroductionStepId id;
    IntroductionId introduction;
    IntroductionState state = IntroductionState::proposed;
    Date on;
    bool operator==(const IntroductionStep&) const = default;
};

/// Two people who are not to be introduced or seated together. Always the office's own: it never leaves.
struct ApartPair
{
    ApartPairId id;
    PersonId a;
    PersonId b;
    std::string why;
    bool operator==(const ApartPair&) const = default;
};

/// Two different people; a day to ask again that is not before the first.
Result<> validate(const Introduction& introduction);
Result<> validate(const ApartPair& pair);

} // namespace weavemap
