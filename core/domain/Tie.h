// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/base/Date.h"
#include "core/domain/Ids.h"

namespace weavemap {

/// Depth of a tie, ordered (domain 3.4).
enum class TieDepth { unknown = 0, aware = 1, talked = 2, exchange = 3, rely = 4 };
enum class TieContact { unknown = 0, yearly = 1, eachTerm = 2, monthly = 3, weekly = 4 };
enum class Collaboration { never = 0, past = 1, now = 2 };
enum class TieOrigin { unknown = 0, before = 1, introduction = 2, convening = 3, project = 4 };

/// An undirected tie between two people: a claim with evidence and dates. `a` is the smaller id.
struct Tie
{
    TieId id;
    PersonId a;
    PersonId b;
    TieDepth depth = TieDepth::exchange;
    TieContact contact = TieContact::unknown;
    Collaboration collaboration = Collaboration::never;
    double weight = 1.0;
    std::optional<Date> firstSeen;
    std::optional<Date> lastConfirmed;
    std::optional<Date> ended;
    TieOrigin origin = TieOrigin::unknown;

    bool operator==(const Tie&) const = default;

    PersonId other(PersonId one) const { return one == a ? b : a; }
    /// Seen by `date` (or never dated) and not ended on it.
    bool isOpenOn(Date date) const;
    /// Not confirmed for `months` (default of the domain: 18) on `date`; a tie without dates is never stale.
    bool isStaleOn(Date date, int months = 18) const;
};

/// What a directed overlay of a tie says: `from` goes to `to` for advice, and so on.
enum class OverlayKind { names = 0, advice = 1, learnedFrom = 2, introduced = 3, sharedResource = 4 };

/// A direction on a tie. At most one of a kind and topic for an ordered pair.
struct Overlay
{
    OverlayId id;
    TieId tie;
    PersonId from;
    PersonId to;
    OverlayKind kind = OverlayKind::names;
    std::string topic;
    double weight = 1.0;
    bool operator==(const Overlay&) const = default;
};

enum class EvidenceKind { oneSaid = 0, bothSaid = 1, seenTogether = 2, staffGuess = 3, imported = 4 };

/// Why we believe in a tie: who said so, in which conversation, or which import.
struct Evidence
{
    EvidenceId id;
    TieId tie;
    EvidenceKind kind = EvidenceKind::oneSaid;
    PersonId heardFrom;          ///< 0: nobody in particular
    ConversationId conversation; ///< 0: none
    IntroductionId introduction; ///< the introduction after which they met; 0: none
    std::string source;          ///< the file imported, where it was
    std::optional<Date> on;
    bool operator==(const Evidence&) const = default;
};

/// The tie sets that figures are over (domain 3.4).
enum class TieSet { awareness = 0, exchange = 1, collaboration = 2, all = 3 };

/// Whether a tie belongs to a set, whatever its dates: awareness depth >= 1, exchange depth >= 3, collaboration past or
/// now, all every tie.
bool belongsTo(const Tie& tie, TieSet set);

/// Two different ends, `a` before `b`, a finite weight above zero, dates in order.
Result<> validate(const Tie& tie);
Result<> validate(const Overlay& overlay);
/// Puts the ends in order.
Tie ordered(Tie tie);

} // namespace weavemap
