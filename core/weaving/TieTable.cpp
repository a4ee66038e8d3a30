// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/TieTable.h"

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
    {"know", "O ?only by name|sight", kAware, Flow::mutual, loose},
    {"hear", "of|about O", kAware, Flow::mutual, loose},
    {"hear", "~ of|about O", kAware, Flow::mutual, loose},
    {"hear", "O speak|present|talk", kAware, Flow::mutual, loose},
    {"see", "O present|speak|talk|perform|teach", kAware, Flow::mutual, plain},
    {"see", "O from afar", kAware, Flow::mutual, loose},
    {"read", "about|of O", kAware, Flow::mutual, loose},
    {"follow", "O", kAware, Flow::mutual, loose},
    {"recognize", "O", kAware, Flow::mutual, loose},
    // 2: have met, have talked
    {"meet", "?up ?with O", kTalked, Flow::mutual, loose},
    {"meet", "", kTalked, Flow::mutual, loose},
    {"know", "O", kTalked, Flow::mutual, loose},
    {"know", "each other", kTalked, Flow::mutual, loose},
    {"talk speak chat message correspond", "to|with O", kTalked, Flow::mutual, loose},
    {"talk speak chat email text message", "", kTalked, Flow::mutual, loose},
    {"email mail forward", "O her|his|their|some|the|a", kExchange, Flow::fromObject, plain},
    {"email phone call text message mail ring ping", "?with O", kTalked, Flow::mutual, loose},
    {"run bump", "into O", kTalked, Flow::mutual, loose},
    {"sit", "?down with|beside|by O", kTalked, Flow::mutual, loose},
    {"sit", "next to O", kTalked, Flow::mutual, loose},
    {"catch", "up with O", kTalked, Flow::mutual, loose},
    {"connect", "with O", kTalked, Flow::mutual, loose},
    {"get", "to know O", kTalked, Flow::mutual, loose},
    {"have get grab", "?a coffee|lunch|dinner|breakfast|tea|drink|chat|talk|conversation with O", kTalked, Flow::mutual,
     loose},
    {"exchange swap trade", "emails|numbers|messages|cards with O", kTalked, Flow::mutual, loose},
    {"introduce", "to O", kTalked, Flow::mutual, loose}, // "was introduced to": only where passive
    {"discuss", "~ with O", kTalked, Flow::mutual, loose},
    {"carpool commute", "with O", kTalked, Flow::mutual, loose},
    {"visit", "O", kTalked, Flow::mutual, loose},
    // 3: work together
    {"work", "?together with|alongside O", kExchange, Flow::mutual, work},
    {"work", "together|closely|jointly", kExchange, Flow::mutual, work},
    {"collaborate partner team co-teach coteach team-teach co-lead co-plan co-run co-write co-host co-chair coauthor "
     "co-author co-present",
     "?up with O", kExchange, Flow::mutual, work},
    {"collaborate partner co-teach coteach team-teach co-lead co-plan co-run co-write co-host co-chair coauthor "
     "co-author co-present",
     "", kExchange, Flow::mutual, work},
    {"co-lead co-plan co-run co-write co-host co-chair coauthor co-author", "~ with O", kExchange, Flow::mutual, work},
    {"run lead plan organize organise start launch write build develop design create make teach do put set serve edit "
     "pilot prepare coordinate paint film record rehearse research redesign revise publish translate",
     "~ with O", kExchange, Flow::mutual, work},
    {"run lead plan organize organise start launch write build develop design create make teach do put set pilot "
     "prepare coordinate paint film record rehearse research redesign revise publish translate",
     "~ together", kExchange, Flow::mutual, work},
    {"teach plan write serve volunteer", "?together with|alongside O", kExchange, Flow::mutual, work},
    {"brainstorm", "with O", kExchange, Flow::mutual, plain},
    // 3: help and ideas both ways
    {"swap trade exchange compare share", "~ with O", kExchange, Flow::mutual, plain},
    {"swap trade exchange compare share", "", kExchange, Flow::mutual, plain},
    {"put", "together", kExchange, Flow::mutual, work},
    {"help support visit observe", "each other", kExchange, Flow::mutual, plain},
    {"bounce", "ideas off O", kExchange, Flow::mutual, plain},
    // 3: the subject goes to the other one
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
    {"ask", "O for|about|how|what", kExchange, Flow::toObject, plain},
    {"consult", "?with O", kExchange, Flow::toObject, plain},
    {"call email text phone message", "O for|when|whenever", kExchange, Flow::toObject, plain},
    {"seek", "advice from O", kExchange, Flow::toObject, plain},
    // 3: the subject gives
    {"help support assist coach mentor advise tutor guide", "?out O", kExchange, Flow::fromObject, plain},
    {"teach show train", "O", kExchange, Flow::fromObject, plain},
    {"give lend send hand loan pass bring", "O", kExchange, Flow::fromObject, plain},
    {"lend give pass hand", "~ ?on to O", kExchange, Flow::fromObject, plain},
    {"walk talk guide", "O through", kExchange, Flow::fromObject, plain},
    {"put turn tip point", "O onto|toward|towards", kExchange, Flow::fromObject, plain},
    {"cover", "for O", kExchange, Flow::fromObject, plain},
    // 4
    {"rely lean depend count", "on|upon O", kRely, Flow::toObject, plain},
    {"swear", "by O", kRely, Flow::toObject, plain},
    {"trust", "O with|most|completely", kRely, Flow::toObject, plain},
    // out of touch
    {"lose", "touch|contact|track with|of O", TieDepth::unknown, Flow::mutual, ended | loose},
    {"lose", "touch|contact", TieDepth::unknown, Flow::mutual, ended | loose},
    {"drift", "apart", TieDepth::unknown, Flow::mutual, ended | loose},
};

TiePattern patternOf(const Row& row)
{
    TiePattern pattern;
    pattern.depth = row.depth;
    pattern.flow = row.flow;
    pattern.isWork = (row.manner & work) != 0;
    pattern.isEnd = (row.manner & ended) != 0;
    pattern.hasTopic = (row.manner & loose) == 0;
    for (std::size_t at = 0; at < row.pattern.size();) {
        const std::size_t end = std::min(row.pattern.find(' ', at), row.pattern.size());
        std::string_view part = row.pattern.substr(at, end - at);
        at = end + 1;
        TiePattern::Element element;
        if (part == "O" || part == "P") {
            element.part = part == "O" ? TiePattern::Part::person : TiePattern::Part::owner;
            pattern.hasPerson = true;
        } else if (part == "~") {
            element.part = TiePattern::Part::gap;
        } else {
            if (part.starts_with('?')) {
                element.part = TiePattern::Part::optional;
                part.remove_prefix(1);
            }
            for (std::size_t from = 0; from < part.size();) {
                const std::size_t bar = std::min(part.find('|', from), part.size());
                element.words.emplace_back(part.substr(from, bar - from));
                from = bar + 1;
            }
        }
        pattern.elements.push_back(std::move(element));
    }
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
