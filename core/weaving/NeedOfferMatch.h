// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/Date.h"
#include "core/weaving/Suggestions.h"

namespace weavemap::weaving {

/// A need and an offer that have to do with each other.
struct NeedOfferMatch
{
    std::uint32_t need = 0;  ///< which of the matters
    std::uint32_t offer = 0; ///< which of the matters
    double score = 0.0;      ///< 0 to 1
    bool isOneTopic = false; ///< both name the same topic
    bool operator==(const NeedOfferMatch&) const = default;
};

/// Whether a line is a need that nobody has met yet.
bool isOpenNeed(const Matter& matter);
/// Whether it is an offer that still stands on `on`: one made for one time stands for a year.
bool isStandingOffer(const Matter& matter, Date on);

/// Offers for each open need: those of the same topic, and those that share words that carry meaning. Words and topics
/// weigh the more, the fewer of the lines have them; a need that was told long ago weighs less. Words alone count only
/// where they are a third of what the need says, three fifths where both name topics that differ. At most 24 offers for
/// a need, the best first; needs in the order of their ids.
/// O(lines + 2,000 for each need); the newest lines of a common word are looked at.
std::vector<NeedOfferMatch> matchNeeds(std::span<const Matter> matters, Date on);

/// The words that a need and an offer share, as the need writes them.
std::vector<std::string> sharedWords(const NoteItem& need, const NoteItem& offer);

} // namespace weavemap::weaving
