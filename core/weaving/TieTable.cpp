// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/TieTable.h"

#include <algorithm>
#include <map>

namespace weavemap::weaving {

namespace {

/// What a row says besides its depth and flow.
enum Manner : unsigned { plain = 0, work = 1, ended = 2, loose = 4 };

/// Behind the verb: words as they stand, `a|b` either, `?a` may be missing, `~` up to a few words, `O` a person, `P`
/// whose thing it is ("Ana's rubric"). Adverbs may stand anywhere between. Rows without `O` are said of several people
/// at once ("They co-teach").
struct Row
{
    std::string_view verbs;
    std::string_view pattern;
    TieDepth depth;
    Flow flow;
    unsigned manner;
};

constexpr TieDepth kAware = TieDepth::aware, kTalked = TieDepth::talked, kExchange = TieDepth::exchange,
                   kRely = TieDepth::rely;

constexpr Row kRows[]{
    // 1: has heard of
    {"know", "of|about O", kAware, Flow::mutual, loose},
    {"know", "O ?only by name|sight|reputation", kAware, Flow::mutual, loose},
    {"know", "O ?only from P blog|book|articles|posts|newsletter|work", kAware, Flow::mutual, loose},
    {"read follow admire love enjoy like",
     "P blog|book|books|article|articles|posts|newsletter|work|paper|podcast|column|channel", kAware, Flow::mutual,
     loose},
    {"attend see hear watch catch enjoy", "P session|talk|keynote|workshop|presentation|webinar|panel", kAware,
     Flow::mutual, loose},
    {"go come", "to P session|talk|keynote|workshop|presentation|webinar|panel", kAware, Flow::mutual, loose},
    {"hear", "of|about O", kAware, Flow::mutual, loose},
    {"hear", "~ of|about O", kAware, Flow::mutual, loose},
    {"hear", "of|about P", kAware, Flow::mutual, loose},
    {"hear", "~ of|about P", kAware, Flow::mutual, loose},
    {"be", "?a name to O", kAware, Flow::mutual, loose},
    {"hear", "P name", kAware, Flow::mutual, loose},
    {"hear", "O speak|present|talk", kAware, Flow::mutual, loose},
    {"see", "O present|speak|talk|perform|teach", kAware, Flow::mutual, plain},
    {"see", "O from afar", kAware, Flow::mutual, loose},
    {"read", "about|of O", kAware, Flow::mutual, loose},
    {"follow", "O", kAware, Flow::mutual, loose},
    {"recognize admire", "O", kAware, Flow::mutual, loose},
    // 2: have met, have talked
    {"meet", "~ to plan|write ~ together", kExchange, Flow::mutual, work},
    {"meet", "~ to swap|share|compare|trade|exchange", kExchange, Flow::mutual, plain},
    {"meet", "?up ?with O", kTalked, Flow::mutual, loose},
    {"meet", "", kTalked, Flow::mutual, loose},
    {"know", "O", kTalked, Flow::mutual, loose},
    {"know", "each other", kTalked, Flow::mutual, loose},
    {"talk speak chat message correspond", "to|with O", kTalked, Flow::mutual, loose},
    {"talk speak chat email text message", "", kTalked, Flow::mutual, loose},
    {"email mail forward", "O her|his|their|some|the|a", kExchange, Flow::fromObject, plain},
    {"call email text phone message ring ping", "O ?first for|when|whenever", kExchange, Flow::toObject, plain},
    {"email phone call text message mail ring ping", "?back|with O", kTalked, Flow::mutual, loose},
    {"run bump", "into O", kTalked, Flow::mutual, loose},
    {"see", "O at|around|every|most|often|regularly|weekly|monthly|again|last|yesterday", kTalked, Flow::mutual, loose},
    {"cross", "paths ?with O", kTalked, Flow::mutual, loose},
    {"cross", "paths", kTalked, Flow::mutual, loose},
    {"hit", "it off ?with O", kTalked, Flow::mutual, loose},
    {"hit", "it off", kTalked, Flow::mutual, loose},
    {"get", "on|along ?well|fine|great|famously ?with O", kTalked, Flow::mutual, loose},
    {"get", "on|along well|fine|great|famously", kTalked, Flow::mutual, loose},
    {"touch", "base ?with O", kTalked, Flow::mutual, loose},
    {"touch", "base", kTalked, Flow::mutual, loose},
    {"check", "in ?with|on O", kTalked, Flow::mutual, loose},
    {"reach", "out to O", kTalked, Flow::mutual, loose},
    {"write", "to O", kTalked, Flow::mutual, loose},
    {"keep", "up with O", kTalked, Flow::mutual, loose},
    {"hang", "out ?with O", kTalked, Flow::mutual, loose},
    {"hang", "out", kTalked, Flow::mutual, loose},
    {"room ride eat dine travel socialize mingle hike sing lunch bond click debrief huddle confer liaise reconnect "
     "gossip",
     "?up with O", kTalked, Flow::mutual, loose},
    {"bond click reconnect", "", kTalked, Flow::mutual, loose},
    {"swap exchange trade", "?phone|contact numbers|cards|emails|contacts|details|mails", kTalked, Flow::mutual, loose},
    {"shake", "hands|hand with O", kTalked, Flow::mutual, loose},
    {"sit", "?down with|beside|by O", kTalked, Flow::mutual, loose},
    {"sit", "next to O", kTalked, Flow::mutual, loose},
    {"sit", "down ?together", kTalked, Flow::mutual, loose},
    {"spend", "~ talking|chatting|catching ?up ?to|with O", kTalked, Flow::mutual, loose},
    {"spend", "~ talking|chatting|together", kTalked, Flow::mutual, loose},
    {"make", "the acquaintance of O", kTalked, Flow::mutual, loose},
    {"come", "across O", kTalked, Flow::mutual, loose},
    {"have", "~ chat|talk|natter|conversation|coffee|lunch|dinner|drink|catch-up|word", kTalked, Flow::mutual, loose},
    {"catch", "up with O", kTalked, Flow::mutual, loose},
    {"connect", "with O", kTalked, Flow::mutual, loose},
    {"get", "to know O", kTalked, Flow::mutual, loose},
    {"have get grab",
     "?a|some ?good|long|great|quick|nice|brief|proper|short "
     "coffee|lunch|dinner|breakfast|tea|drink|drinks|chat|talk|conversation|word|call|catch-up|natter|beer ?together "
     "with O",
     kTalked, Flow::mutual, loose},
    {"have get grab", "?a|some coffee|lunch|dinner|breakfast|tea|drinks ?together", kTalked, Flow::mutual, loose},
    {"exchange swap trade",
     "?a|few|some|phone emails|numbers|messages|cards|texts|contacts|addresses|pleasantries ?with O", kTalked,
     Flow::mutual, loose},
    {"introduce", "to O", kTalked, Flow::mutual, loose}, // "was introduced to": only where passive
    {"discuss", "~ with O", kTalked, Flow::mutual, loose},
    {"carpool commute", "with O", kTalked, Flow::mutual, loose},
    {"visit", "O", kTalked, Flow::mutual, loose},
    // 3: work together
    {"work", "?together with|alongside O", kExchange, Flow::mutual, work},
    {"team", "teach|teaching|taught ?together with O", kExchange, Flow::mutual, work},
    {"team", "teach|teaching|taught ~ with O", kExchange, Flow::mutual, work},
    {"team", "teach|teaching|taught", kExchange, Flow::mutual, work},
    {"have get", "~ going|underway|running", kExchange, Flow::mutual, work},
    {"open found", "~ together", kExchange, Flow::mutual, work},
    {"have get", "~ going|underway together", kExchange, Flow::mutual, work},
    {"have get", "~ going|underway with O", kExchange, Flow::mutual, work},
    {"work", "~ together", kExchange, Flow::mutual, work},
    {"work", "one on|to one with O", kExchange, Flow::mutual, work},
    {"work", "one-on-one|one-to-one|1:1 with O", kExchange, Flow::mutual, work},
    {"work", "under|beside O", kExchange, Flow::mutual, work},
    {"work", "together|closely|jointly", kExchange, Flow::mutual, work},
    {"join", "forces ?with O", kExchange, Flow::mutual, work},
    {"join", "forces", kExchange, Flow::mutual, work},
    {"pair", "?up ?with O", kExchange, Flow::mutual, work},
    {"pair", "up", kExchange, Flow::mutual, work},
    {"collaborate partner team co-teach coteach team-teach co-lead co-plan co-run co-write co-host co-chair coauthor "
     "co-author co-present co-facilitate co-found co-direct co-coach co-design co-develop co-moderate co-sponsor "
     "co-organize co-organise",
     "?up with O", kExchange, Flow::mutual, work},
    {"collaborate partner co-teach coteach team-teach co-lead co-plan co-run co-write co-host co-chair coauthor "
     "co-author co-present co-facilitate co-found co-direct co-coach co-design co-develop co-moderate co-sponsor "
     "co-organize co-organise",
     "", kExchange, Flow::mutual, work},
    {"co-lead co-plan co-run co-write co-host co-chair coauthor co-author co-teach coteach team-teach co-present "
     "co-facilitate co-found co-direct co-coach co-design co-develop co-moderate co-sponsor co-organize co-organise",
     "~ with O", kExchange, Flow::mutual, work},
    {"run lead plan organize organise start launch write build develop design create make teach do put set serve edit "
     "pilot prepare coordinate paint film record rehearse research redesign revise publish translate",
     "~ with O", kExchange, Flow::mutual, work},
    {"run lead plan organize organise start launch write build develop design create make teach do put set pilot "
     "prepare coordinate paint film record rehearse research redesign revise publish translate",
     "~ together", kExchange, Flow::mutual, work},
    {"teach plan write serve volunteer run lead pilot organize organise build co-run", "?together with|alongside O",
     kExchange, Flow::mutual, work},
    {"teach plan write present", "together", kExchange, Flow::mutual, work},
    {"brainstorm", "with O", kExchange, Flow::mutual, plain},
    // 3: help and ideas both ways
    {"swap trade exchange compare share", "~ with O", kExchange, Flow::mutual, plain},
    {"swap trade exchange compare share", "", kExchange, Flow::mutual, plain},
    {"put", "together", kExchange, Flow::mutual, work},
    {"join", "~ with O", kExchange, Flow::mutual, work},
    {"work teach plan write pace build grade lead coach", "~ side by side ?with", kExchange, Flow::mutual, work},
    {"work teach plan write lead coach", "side by side", kExchange, Flow::mutual, work},
    {"rewrite draft edit revamp overhaul redo update set pull host chair facilitate moderate propose", "~ together",
     kExchange, Flow::mutual, work},
    {"rewrite draft edit revamp overhaul redo update set pull host chair facilitate moderate propose", "~ with O",
     kExchange, Flow::mutual, work},
    {"help support visit observe coach mentor cover push challenge encourage", "each other|another", kExchange,
     Flow::mutual, plain},
    {"help support coach mentor cover push encourage", "?for one another", kExchange, Flow::mutual, plain},
    {"cover", "for each other", kExchange, Flow::mutual, plain},
    {"bounce", "ideas off O", kExchange, Flow::mutual, plain},
    {"bounce", "ideas off each|one other|another", kExchange, Flow::mutual, plain},
    {"bounce", "ideas around|back", kExchange, Flow::mutual, plain},
    // 3: the subject goes to the other one
    {"learn", "most|much|everything|all ?of ?what i|she|he|they know|knows|knew ~ from O", kExchange, Flow::toObject,
     plain},
    {"learn", "most|much|everything|all ?of ?what i|she|he|they know|knows|knew from O", kExchange, Flow::toObject,
     plain},
    {"learn", "from each|one other|another", kExchange, Flow::mutual, plain},
    {"learn", "~ from each|one other|another", kExchange, Flow::mutual, plain},
    {"learn", "~ from shadowing|watching|observing|visiting|seeing O", kExchange, Flow::toObject, plain},
    {"learn", "from O", kExchange, Flow::toObject, plain},
    {"learn", "~ from O", kExchange, Flow::toObject, plain},
    {"pick", "up ~ from O", kExchange, Flow::toObject, plain},
    {"pick", "~ up from O", kExchange, Flow::toObject, plain},
    {"borrow use adopt copy reuse", "P", kExchange, Flow::toObject, plain},
    {"let", "O borrow|use|have|copy|keep|try|see|watch|read|sit|shadow|observe", kExchange, Flow::fromObject, plain},
    {"shadow", "O", kExchange, Flow::toObject, plain},
    {"get borrow take copy", "~ from O", kExchange, Flow::toObject, plain},
    {"go", "to O", kExchange, Flow::toObject, plain},
    {"turn", "to O", kExchange, Flow::toObject, plain},
    {"ask", "O to review|read|look|check|help|show|explain|proofread|coach|mentor|advise|teach", kExchange,
     Flow::toObject, plain},
    {"ask", "O whenever|when|first|everything|anything", kExchange, Flow::toObject, plain},
    {"review proofread critique edit", "P", kExchange, Flow::fromObject, plain},
    {"ask", "O for|about|how|what", kExchange, Flow::toObject, plain},
    {"consult", "?with O", kExchange, Flow::toObject, plain},
    {"ask", "P advice|opinion|help|view", kExchange, Flow::toObject, plain},
    {"owe", "O most|much|everything|a|so", kExchange, Flow::toObject, plain},
    {"copy crib", "~ off|from O", kExchange, Flow::toObject, plain},
    {"pick get learn borrow take", "it|them|that|this|these ?up ?straight from O", kExchange, Flow::toObject, plain},
    {"answer", "?all P", kExchange, Flow::fromObject, plain},
    {"advise brief tip", "O on|about|off", kExchange, Flow::fromObject, plain},
    {"come", "to O for|with|about|when|whenever", kExchange, Flow::toObject, plain},
    {"look", "to O for", kExchange, Flow::toObject, plain},
    {"run", "~ by|past O", kExchange, Flow::toObject, plain},
    {"pick", "P brain|brains", kExchange, Flow::toObject, plain},
    {"steal inherit pinch nick", "~ from O", kExchange, Flow::toObject, plain},
    {"steal pinch adapt", "P", kExchange, Flow::toObject, plain},
    {"credit thank", "O with|for helping|showing|teaching|getting|turning|the|her|his|all", kExchange, Flow::toObject,
     plain},
    {"train study apprentice intern", "under|with O", kExchange, Flow::toObject, plain},
    {"consider see regard count", "O as|a|her|his ~ mentor", kExchange, Flow::toObject, plain},
    {"confide", "in O", kExchange, Flow::toObject, plain},
    {"seek", "advice from O", kExchange, Flow::toObject, plain},
    // 3: the subject gives
    {"help support assist coach mentor advise tutor guide onboard rescue encourage", "?out O", kExchange,
     Flow::fromObject, plain},
    {"take", "O under", kExchange, Flow::fromObject, plain},
    {"fill sub step", "in for O", kExchange, Flow::fromObject, plain},
    {"teach show train", "O", kExchange, Flow::fromObject, plain},
    {"give lend send hand loan pass bring", "O", kExchange, Flow::fromObject, plain},
    {"lend give pass hand", "~ ?on to O", kExchange, Flow::fromObject, plain},
    {"walk talk guide", "O through", kExchange, Flow::fromObject, plain},
    {"put turn tip point", "O onto|toward|towards", kExchange, Flow::fromObject, plain},
    {"cover", "for O", kExchange, Flow::fromObject, plain},
    // 4
    {"rely lean depend count", "on|upon O", kRely, Flow::toObject, plain},
    {"swear", "by O", kRely, Flow::toObject, plain},
    {"rely lean depend count", "on each|one other|another", kRely, Flow::mutual, plain},
    {"rely lean depend count", "on it|them being O", kRely, Flow::toObject, plain},
    {"trust", "O with|most|completely", kRely, Flow::toObject, plain},
    {"have", "O on speed", kRely, Flow::toObject, plain},
    {"trust", "O more than", kRely, Flow::toObject, plain},
    {"confide", "in O most|first", kRely, Flow::toObject, plain},
    // out of touch
    {"lose", "touch|contact|track with|of O", TieDepth::unknown, Flow::mutual, ended | loose},
    {"have", "no ?more|real contact|touch|dealings with O", TieDepth::unknown, Flow::mutual, ended | loose},
    {"lose", "touch|contact", TieDepth::unknown, Flow::mutual, ended | loose},
    {"drift grow", "apart", TieDepth::unknown, Flow::mutual, ended | loose},
    {"drift grow", "apart from O", TieDepth::unknown, Flow::mutual, ended | loose},
    {"fall", "out with O", TieDepth::unknown, Flow::mutual, ended | loose},
    {"fall", "out", TieDepth::unknown, Flow::mutual, ended | loose},
};

TiePattern patternOf(const Row& row)
{
    TiePattern pattern;
    pattern.depth = row.depth;
    pattern.flow = row.flow;
    pattern.isWork = (row.manner & work) != 0;
    pattern.isEnd = (row.manner & ended) != 0;
    pattern.hasTopic = (row.manner & loose) == 0;
    pattern.words = wordPattern(row.pattern);
    const auto is = [](const PatternElement& element, PatternElement::Part part) { return element.part == part; };
    pattern.hasPerson = std::any_of(pattern.words.begin(), pattern.words.end(), [&](const PatternElement& element) {
        return is(element, PatternElement::Part::person) || is(element, PatternElement::Part::owner);
    });
    pattern.endsWithOwner = !pattern.words.empty() && is(pattern.words.back(), PatternElement::Part::owner);
    return pattern;
}

std::map<std::string_view, std::vector<TiePattern>> patternsByVerb()
{
    std::map<std::string_view, std::vector<TiePattern>> patterns;
    for (const Row& row : kRows)
        for (std::size_t at = 0; at < row.verbs.size();) {
            const std::size_t end = std::min(row.verbs.find(' ', at), row.verbs.size());
            patterns[row.verbs.substr(at, end - at)].push_back(patternOf(row));
            at = end + 1;
        }
    return patterns;
}

} // namespace

const std::vector<TiePattern>& tiePatternsOf(std::string_view lemma)
{
    static const std::map<std::string_view, std::vector<TiePattern>> kPatterns = patternsByVerb();
    static const std::vector<TiePattern> kNone;
    const auto found = kPatterns.find(lemma);
    return found == kPatterns.end() ? kNone : found->second;
}

} // namespace weavemap::weaving
