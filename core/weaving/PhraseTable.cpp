// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/PhraseTable.h"

#include <algorithm>
#include <string_view>

namespace weavemap::weaving {

namespace {

struct WishRow
{
    ProposalKind kind;
    std::string_view
        words; ///< as in WordPattern.h; `>` stands before what becomes the text, without one it is the clause
};

constexpr ProposalKind kNeed = ProposalKind::need, kOffer = ProposalKind::offer, kBarrier = ProposalKind::barrier;

constexpr WishRow kWishes[]{
    // What somebody looks for.
    {kNeed, "still without > a|an"},
    {kNeed,
     "still no > "
     "mentor|coach|librarian|aide|assistant|counselor|counsellor|partner|curriculum|materials|books|laptops|devices|"
     "textbooks|specialist|colleague|deputy|template|plan|training|room|sub|teacher|interpreter|translator|budget"},
    {kNeed, "no|any|little idea|clue > how|where|what"},
    {kNeed, "no|any|little idea|clue > who to|could|can|else"},
    {kNeed, "=know not > how|where"},
    {kNeed, "not =know > how|where|who"},
    {kNeed, "not sure|certain > how|where|who to|else|can|could"},
    {kNeed, "at a loss about|for|on|over|with|how >"},
    {kNeed, "at her|his|their ?wits ?wit's end with|over|about >"},
    {kNeed, "trouble|difficulty|problems|issues|struggling|hard|tough|difficulties ?time ?with|in > "
            "finding|getting|reaching|locating|recruiting|sourcing"},
    {kNeed, "=have ?real|big|some|lots|of trouble|difficulty|problems|difficulties with >"},
    {kNeed, "=have ?a hard|tough|rough time with >"},
    {kNeed, "wondering|wonders|wondered if|whether anyone|anybody|someone|somebody|others|there >"},
    {kNeed, "asking|asks|asked if|whether we|anyone|anybody|someone > have|has|had|know|knows"},
    {kNeed, "can|could|would|does|has anyone|anybody|someone|somebody >"},
    {kNeed, "any ideas|suggestions|tips|leads|advice|recommendations|thoughts|pointers for|on|about|how >"},
    {kNeed, "=kill|die for >"},
    {kNeed, "dying|desperate|crying|longing|pining|itching|hoping|hungry|starved|begging|pleading ?out for >"},
    {kNeed, "=beg|plead|cry ?out for >"},
    {kNeed, "give anything|a lot for >"},
    {kNeed, "in the market for >"},
    {kNeed, "on the hunt|lookout|search for >"},
    {kNeed, "in search|need|want of >"},
    {kNeed, "on the lookout for >"},
    {kNeed, "=run low|short|out on|of >"},
    {kNeed, "low on|of >"},
    {kNeed, "short of > a|an|the|some|paper|space|chairs|staff|people|subs|books|laptops|money|materials"},
    {kNeed, "=get|lay hold|hands of|on >"},
    {kNeed, "=track down >"},
    {kNeed, "trying|tries|tried to|and > find|get|locate|recruit|source|borrow|learn|figure|track"},
    {kNeed, "interested|curious|keen|eager ?in|to|about > "
            "see|seeing|hear|hearing|learn|learning|know|observe|observing|watch|watching|visit|visiting|find|finding|"
            "read|examples|samples|ideas|ways|resources|models|training|materials|templates"},
    {kNeed, "=use|want|welcome|like|love|appreciate|=need ?some|a|bit|of > "
            "help|support|advice|guidance|pointers|tips|feedback|ideas|input on|with|about|for|around|from"},
    {kNeed, "would|could help|be ?most|really helpful|useful|great|good|handy to > have|see|get|know|find|borrow"},
    {kNeed, "wish|wishes|wished ?that she|he|they|there|we had|were|was >"},
    {kNeed, "=wish someone|somebody|anyone|there would|could|was|were >"},
    {kNeed, "if only she|he|they|there had|were|was >"},
    {kNeed, "help|advice|support|volunteers|hands|people wanted|needed ?with|on|for >"},
    {kNeed, "=miss having > a|an|someone|somebody"},
    {kNeed, "?her|his|their biggest|main|top|real|greatest|one|number|only|chief ?one "
            "?thing|need|ask|want|wish|gap|priority|request|headache ?she|he|needs|now|this|year is|was|'s >"},
    {kNeed, "?her|his|their need|ask|request is|'s >"},
    {kNeed, "what|all she|he|they|we|i ?is|'s|'re|are|am|'m "
            "needs|need|wants|want|lacks|lack|after|missing|misses|miss ?for ?most is|'s >"},
    {kNeed, "what would|could help ?most|her|him|them|us|me ?most is|'s >"},
    {kNeed, "where|what she|he|they is|are|'s|'re stuck ?on ?is|'s >"},
    {kNeed, "stuck for >"},
    {kNeed, "short > a|an|two|three|four|one|five|several|some"},
    {kNeed, "=ask around for >"},
    {kNeed, "=get nowhere with >"},
    {kNeed, "> someone|somebody ~ would|'d be"},
    {kNeed, "lost without > a|an|any|some"},
    {kNeed, "would|could be lovely|great|ideal|good to have > a|an|some|someone|somebody"},
    {kNeed, "overdue for >"},
    {kNeed, "nobody|no ?one|one to > ask|turn|talk|cover|help|share|plan|teach"},
    {kNeed, "=have nobody|noone|none > to|who"},
    {kNeed, "=have no > "
            "mentor|coach|librarian|aide|assistant|counselor|counsellor|partner|curriculum|materials|books|laptops|"
            "devices|textbooks|specialist|colleague|deputy|template|plan|training"},
    // What somebody has for others.
    {kOffer,
     "happy|glad|willing|delighted|pleased|prepared|game|available|free|ready|eager to > "
     "=share|lend|give|show|host|run|teach|lead|bring|mentor|open|present|demonstrate|provide|donate|coach|review|"
     "judge|translate|facilitate|help|train|tutor|loan|supply|contribute|guide|speak|take|volunteer|cover|walk|pass|"
     "read|answer|send|make|write|set|drive|edit|proofread|chair|moderate|film|record|organise|organize|print|cook|"
     "bake|drop|do|let|be|step|fill|serve|have|put|try|play|offer|meet|talk|support|advise"},
    {kOffer, "says|said|says|that ?that we|anyone|people|others|anybody|folks|everyone|everybody can|may|could|are > "
             "use|have|borrow|come|take|copy|welcome|visit|drop|help"},
    {kOffer,
     "anyone|anybody|people|others|folks|visitors|everyone|everybody|colleagues|teachers is|are|'s|'re > welcome to"},
    {kOffer, "door|doors|classroom|room|library|gym|lab|school is|are|'s > open to"},
    {kOffer, "open > to visitors|visits|observers|guests|observations|sharing|hosting|mentoring|anyone|others|being"},
    {kOffer, "=have > ~ to spare|give|lend|share|donate|loan|offer|pass"},
    {kOffer, "=have > ~ nobody|nobody's|no-one uses|wants|needs"},
    {kOffer, "=have > ~ going spare|free|begging|unused"},
    {kOffer, "=have > ~ sitting|lying|gathering|collecting ~"},
    {kOffer, "=have > ~ up for grabs"},
    {kOffer, "> ~ up for grabs"},
    {kOffer, "=have > ~ free|available for|to anyone|any|whoever|others|people|us|anybody"},
    {kOffer, "=have > room|space|spots|places for"},
    {kOffer, "=have ?a|some > spare|extra ~"},
    {kOffer, "=put her|his|their name|hand|hands down|forward|up > to|for"},
    {kOffer, "=raise her|his|their hand|hands > to|for"},
    {kOffer, "=throw her|his|their hat in the ring > to|for"},
    {kOffer, "=sign up > to help|host|bring|judge|lead|run|teach|mentor|present|volunteer|cover|bake"},
    {kOffer, "> good|great|strong|excellent|handy|expert|skilled|whiz|experienced at|with|in ~ if "
             "anyone|anybody|someone|somebody|others|people"},
    {kOffer, "> ~ if anyone|anybody|someone|somebody|others|people|folks needs|wants|need|want"},
    {kOffer, "> ~ if anyone|anybody|someone|somebody is interested"},
    {kOffer, "> ~ for anyone|anybody|whoever|those who|that|needing|wanting|interested"},
    {kOffer, "anyone|anybody|whoever who|that| needs|wants can > have|borrow|use|take"},
    {kOffer, "we|others|anyone|anybody|people|everyone|schools|colleagues can|may|could|are ?always ?welcome ?to > "
             "have|use|borrow|take|copy"},
    {kOffer, "anyone|anybody|whoever ~ can|may > have|use|borrow|take|copy"},
    {kOffer,
     "=have > ~ others|schools|anyone|teachers|people|we are|can|may ?welcome ?to use|borrow|have|come|take|copy|see"},
    {kOffer, "=have > ~ she|he|they 'd|would|could|can|will share|lend|give|pass|send|loan"},
    {kOffer, "=want|like|love|hope to > hand|give|pass|donate ?off|away|on ~ off|away|on|to"},
    {kOffer, "=want|like|love|hope|=have to > donate|give ~ to"},
    {kOffer, "=volunteer > her|his|their|a|the|to"},
    {kOffer, "can|could come ?in ?over|by and|to > demo|demonstrate|present|speak|help|model|show|teach|talk"},
    {kOffer, "free|available|there|open for|to anyone|whoever|anybody"},
    {kOffer, "> =give|lend|show|teach|share ~ to|with anyone|anybody|whoever"},
    {kOffer, "=offer up >"},
    {kOffer, "=make > ~ available"},
    {kOffer, "=would|could|can|'d|'ll > gladly|happily "
             "=share|lend|give|show|host|run|teach|lead|bring|mentor|present|coach|review|judge|translate|help|train|"
             "speak|do|make|drive|answer"},
    // What keeps somebody away.
    {kBarrier, "can|could not > leave|drive|come|attend|join|travel|afford|justify|swing|spare|commit"},
    {kBarrier, "can|could not get away|out|there|off|over|release|released|down"},
    {kBarrier, "budget|travel|funds|funding ?is|are|was|were|been frozen|cut|slashed|gone|exhausted|spent"},
    {kBarrier, "not =see ?what|the|how ?'s|is point|relevance|in|use|value|sense"},
    {kBarrier, "dues|fees|fee|costs|prices|cost went|gone|going|keep|kept|keeps up|rising|climbing"},
    {kBarrier, "will|would|does|do|did not > release|pay|cover|fund|approve|reimburse|excuse"},
    {kBarrier, "is|are not > releasing|paying|covering|funding|approving"},
    {kBarrier,
     "will|would|does|do|did|can|could not > let|allow|release O ?to go|come|attend|leave|out|travel|off|join|miss"},
    {kBarrier, "=refuse to > release|pay|cover|fund|approve|let"},
    {kBarrier, "N|an|one|two|three|four|five ?and ?a|half hour|hours|hr|hrs|mile|miles|minute|minutes|km "
               "?drive|bus|train|each ?drive|trip|away|round way|away|drive|trip|commute|ride|off"},
    {kBarrier, "=have no ?travel|pd|spare|extra|real money|budget|funds|funding|cash|time|transport|childcare"},
    {kBarrier, "short|pressed|strapped on|of|for time|cash|money|funds"},
    {kBarrier, "swamped|slammed|buried|snowed|drowning|underwater|overloaded till|until|through"},
    {kBarrier, "swamped|slammed|buried|snowed|drowning|underwater|overloaded ~ till|until|through|and|so"},
    {kBarrier, "=stay home"},
    {kBarrier, "=hate|dread long|driving|evening|night|crowds|traffic"},
    {kBarrier, "aimed|pitched|geared|designed ?only at|for|to|toward|towards"},
    {kBarrier, "more than ~ can|will|could afford|cover|pay|manage"},
    {kBarrier, "=run out ?so|and ~ no"},
    {kBarrier,
     "too far|tired|expensive|pricey|costly|late|early|busy|long|stretched|much ?to|for|of|on|away|in|a|at ~"},
    {kBarrier, "> conflicts|conflict|clashes|clash|overlaps|overlap|clashing|conflicting with"},
    {kBarrier, "> =suit|fit not O"},
    {kBarrier, "not > suit|fit|work for|around O"},
    {kBarrier, "not > aimed|meant|pitched|relevant|useful|designed for|to O"},
    {kBarrier, "nothing ?there|in|it for O"},
    {kBarrier, "not =feel|find ?like|that|it|the|they|meetings|sessions > ~"},
    {kBarrier, "=feel like|as|if an outsider|outsider"},
    {kBarrier, "=feel ?very|a|bit|a|little "
               "unwelcome|out|left|talked|excluded|intimidated|ignored|judged|alone|invisible ?of|out|down ~"},
    {kBarrier, "would|'d|wants|wanted|want|=love|like ?to|love|like come|attend|join|go|be|make "
               "?along|there|it|to|more|the|meetings but|except|if >"},
    {kBarrier, "=miss|skip|stop ~ because|since|due|for|as >"},
    {kBarrier, "no|without ?real|reliable|spare > "
               "way|ramp|car|wifi|childcare|transport|transportation|lift|elevator|budget|money|funds|funding|time|sub|"
               "subs|coverage|cover|sitter|babysitter|energy|bandwidth|capacity|parking|internet"},
    {kBarrier,
     "=get|find|have|book no|not ?a|any > sub|subs|substitute|cover|coverage|sitter|babysitter|childcare|release"},
};

struct StateRow
{
    std::string_view words;
    TieDepth depth;
    Flow flow = Flow::mutual;
    bool isWork = false;
};

constexpr TieDepth kTalked = TieDepth::talked, kExchange = TieDepth::exchange, kRely = TieDepth::rely;

constexpr StateRow kStates[]{
    {"fan|admirer of O|P", TieDepth::aware},
    {"friends|buddies|pals|mates|chums|besties with O", kTalked},
    {"friend|buddy|mate|pal of O", kTalked},
    {"friend|buddy|mate|pal of P", kTalked},
    {"close to|with O", kTalked},
    {"tight|friendly|acquainted|chummy|matey with O", kTalked},
    {"on good|great|friendly|speaking|first-name ?name terms|basis with O", kTalked},
    {"in regular|constant|close|frequent|daily|weekly|occasional contact|touch with O", kTalked},
    {"next door to O", kTalked},
    {"neighbors|neighbours|roommates|classmates with O", kTalked},
    {"married to O", kTalked},
    {"=go way|a back|long ?way ?back with O", kTalked},
    {"in ?a|the ?same ~ club|group|cohort|choir|band|league|class|chat|circle ?together with|as O", kTalked},
    {"in ?the|same|a ?same ~ plc|department|team|office|committee|building ?together with|as O", kExchange,
     Flow::mutual, true},
    {"partners|partner|teammates|co-chairs|co-leads|co-teachers|coworkers|co-workers with O", kExchange, Flow::mutual,
     true},
    {"mentee|protege|apprentice|student of O|P", kExchange, Flow::toObject},
    {"mentor|coach|adviser|advisor|tutor to|of|for O", kExchange, Flow::fromObject},
    {"?some|a|lot|lots ?of ?big help|support|guidance|coaching|advice|mentoring|ideas|tips from O", kExchange,
     Flow::toObject},
    {"everything|most|much|all ?of ?what she|he|they|i knows|know|knew ~ comes|came from O", kExchange, Flow::toObject},
    {"first stop|call|port|person|contact ~ is|was O", kRely, Flow::toObject},
    {"go-to ~ is|was O", kExchange, Flow::toObject},
    {"go-to|mentor is|was O", kExchange, Flow::toObject},
    {"thanks to O", kExchange, Flow::toObject},
    {"grateful|thankful|indebted to O for|about|over", kExchange, Flow::toObject},
    {"cycle|partnership|project with O", kExchange, Flow::mutual, true},
    {"lost|stuck|sunk|nowhere|helpless without O", kRely, Flow::toObject},
};
/// The same of several subjects.
constexpr StateRow kTogether[]{
    {"?good|close|best|old|great friends|buddies|pals|mates|besties|neighbors|neighbours|roommates|classmates",
     kTalked},
    {"married|close|tight|chummy|siblings|sisters|brothers|cousins", kTalked},
    {"=go way|a ?long ?way back", kTalked},
    {"partners|teammates|co-chairs|co-leads|co-teachers|coworkers|co-workers", kExchange, Flow::mutual, true},
};

StatePhrase stateOf(const StateRow& row, bool hasPerson)
{
    return {wordPattern(row.words), row.depth, row.flow, row.isWork, hasPerson};
}

} // namespace

const std::vector<WishPhrase>& wishPhrases()
{
    static const std::vector<WishPhrase> kPhrases = [] {
        std::vector<WishPhrase> phrases;
        for (const WishRow& row : kWishes) {
            const std::size_t sign = row.words.find('>');
            WishPhrase phrase;
            phrase.kind = row.kind;
            if (sign != std::string_view::npos) {
                phrase.words = wordPattern(row.words.substr(0, sign > 0 ? sign - 1 : 0));
                phrase.textFrom = phrase.words.size();
                const WordPattern rest = wordPattern(row.words.substr(std::min(sign + 2, row.words.size())));
                phrase.words.insert(phrase.words.end(), rest.begin(), rest.end());
            } else {
                phrase.words = wordPattern(row.words);
                phrase.isWhole = true;
            }
            phrases.push_back(std::move(phrase));
        }
        return phrases;
    }();
    return kPhrases;
}

const std::vector<StatePhrase>& statePhrases()
{
    static const std::vector<StatePhrase> kPhrases = [] {
        std::vector<StatePhrase> phrases;
        for (const StateRow& row : kStates)
            phrases.push_back(stateOf(row, true));
        for (const StateRow& row : kTogether)
            phrases.push_back(stateOf(row, false));
        return phrases;
    }();
    return kPhrases;
}

} // namespace weavemap::weaving
