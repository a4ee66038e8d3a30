// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/TieRules.h"

#include <algorithm>
#include <utility>

#include "core/weaving/TieTable.h"

namespace weavemap::weaving {

namespace {

constexpr std::size_t kMostGap = 8;  ///< words between a verb and the person
constexpr std::size_t kMostSkip = 4; ///< "her colleague", "a", "mostly" before a name

/// A pattern found behind a verb.
struct Match
{
    const Entity* person = nullptr;
    std::size_t end = 0;      ///< past its last token
    std::size_t gapFirst = 0; ///< the words of a gap
    std::size_t gapLast = 0;
    bool holds = false;
};

class TieReader
{
public:
    explicit TieReader(const Reading& reading) : m_in(reading), m_clauses(reading.clauses) {}

    void run()
    {
        for (const VerbUse& use : m_clauses.verbs)
            readVerb(use);
        findInTouch();
        findNames();
    }

private:
    bool isAdverb(std::size_t i) const
    {
        return m_in.isWord(i) && (isA(WordClass::adverb, m_in.at(i).word) || m_in.at(i).word.ends_with("ly")) &&
               !m_in.at(i).is("together");
    }

    /// A person at `i`, behind articles and what they are to the subject.
    const Entity* personAt(std::size_t i) const
    {
        for (std::size_t k = i; k < i + kMostSkip && k < m_clauses.last; ++k) {
            if (const Entity* entity = m_clauses.entityAt(k))
                return entity->isPossessive ? nullptr : entity;
            const bool skips =
                isAdverb(k) ||
                (m_in.isWord(k) && (isA(WordClass::determiner, m_in.at(k).word) ||
                                    isA(WordClass::role, m_in.at(k).word) || m_in.is(k, "other") || m_in.is(k, "new") ||
                                    m_in.is(k, "old") || m_in.is(k, "fellow") || m_in.is(k, "up")));
            if (!skips)
                return nullptr;
        }
        return nullptr;
    }

    Match match(const TiePattern& pattern, std::size_t element, std::size_t i, std::size_t last) const
    {
        if (element == pattern.elements.size())
            return {nullptr, i, 0, 0, true};
        const TiePattern::Element& part = pattern.elements[element];
        if (part.part == TiePattern::Part::person) {
            const Entity* person = personAt(i);
            if (person == nullptr)
                return {};
            Match rest = match(pattern, element + 1, person->last, last);
            rest.person = person;
            return rest;
        }
        if (part.part == TiePattern::Part::gap) {
            for (std::size_t k = i; k < i + kMostGap && k < last; ++k) {
                if (k > i) {
                    Match rest = match(pattern, element + 1, k, last);
                    if (rest.holds) {
                        rest.gapFirst = i;
                        rest.gapLast = k;
                        return rest;
                    }
                }
                if (m_clauses.entityAt(k) != nullptr ||
                    (m_in.at(k).kind != TokenKind::word && m_in.at(k).kind != TokenKind::number &&
                     m_in.at(k).kind != TokenKind::topic))
                    return {};
            }
            return {};
        }
        std::size_t k = i;
        while (k < last && isAdverb(k) &&
               std::find(part.words.begin(), part.words.end(), m_in.at(k).word) == part.words.end())
            ++k;
        const bool fits =
            k < last && std::find(part.words.begin(), part.words.end(), m_in.at(k).word) != part.words.end();
        if (fits) {
            const Match rest = match(pattern, element + 1, k + 1, last);
            if (rest.holds || part.part == TiePattern::Part::words)
                return rest;
        }
        return part.part == TiePattern::Part::optional ? match(pattern, element + 1, i, last) : Match{};
    }

    bool isPast(const VerbUse& use) const
    {
        return use.isUsedTo || (use.verb.has(VerbForm::past) && !use.isProgressive && !use.verb.has(VerbForm::base)) ||
               (use.isPerfect && !use.verb.has(VerbForm::ing));
    }

    void readVerb(const VerbUse& use)
    {
        if (use.isImperative || m_in.isSupposed(use.token))
            return;
        if (readWithout(use) || readFronted(use))
            return;
        for (const TiePattern& pattern : tiePatternsOf(use.verb.lemma)) {
            if (!pattern.hasPerson && use.subject.size() < 2)
                continue;
            const Match found = match(pattern, 0, use.token + 1, m_clauses.last);
            if (!found.holds)
                continue;
            if (pattern.hasPerson && found.person->isPossessive)
                continue;
            if (use.verb.lemma == "introduce" && !use.isPassive)
                continue;
            state(use, pattern, found);
            return;
        }
        readMissingObject(use);
    }

    /// Pairs of a statement: a subject with each object, or all subjects with one another.
    std::vector<std::pair<Cast::Number, Cast::Number>> pairsOf(const VerbUse& use, const TiePattern& pattern,
                                                               const Match& found) const
    {
        std::vector<std::pair<Cast::Number, Cast::Number>> pairs;
        if (!pattern.hasPerson) {
            for (std::size_t i = 0; i < use.subject.size(); ++i)
                for (std::size_t k = i + 1; k < use.subject.size(); ++k)
                    pairs.emplace_back(use.subject[i], use.subject[k]);
            return pairs;
        }
        const People objects = m_in.objectOf(*found.person, use.subject);
        for (const Cast::Number subject : use.subject)
            for (const Cast::Number object : objects)
                if (subject != object)
                    pairs.emplace_back(subject, object);
        return pairs;
    }

    bool isFirst(const VerbUse& use, const Match& found) const
    {
        if (use.verb.lemma != "turn" && use.verb.lemma != "go" && use.verb.lemma != "call" && use.verb.lemma != "ask")
            return false;
        for (std::size_t i = use.token; i < found.end + 2 && i < m_clauses.last; ++i)
            if (m_in.is(i, "first"))
                return true;
        return m_in.is(found.end, "before");
    }

    void state(const VerbUse& use, const TiePattern& pattern, const Match& found)
    {
        if (use.subjectKind == EntityKind::unknown || use.subjectKind == EntityKind::writer ||
            use.subjectKind == EntityKind::reader)
            return;
        const auto pairs = pairsOf(use, pattern, found);
        if (use.isNegated && !pattern.isEnd && !use.isUnreal && isNoLonger(use)) {
            TieFound tie;
            tie.depth = pattern.isWork ? TieDepth::exchange : TieDepth::unknown;
            if (pattern.isWork)
                tie.collaboration = Collaboration::past;
            tie.isEnded = !pattern.isWork && pattern.flow == Flow::mutual;
            if (pattern.isWork || tie.isEnded)
                addPairs(tie, Flow::mutual, pairs);
            return;
        }
        if (use.isNegated && !pattern.isEnd) {
            if (pattern.isWork && !use.isUnreal)
                for (const auto& [a, b] : pairs)
                    m_in.findings.addNeverWorked(a, b);
            return;
        }
        if (use.isUnreal || use.isNegated)
            return;
        m_in.findings.addDoubts(use.subjectDoubts);
        if (found.person != nullptr)
            m_in.findings.addDoubts(found.person->doubts);
        TieFound tie;
        tie.depth = isFirst(use, found) ? TieDepth::rely : pattern.depth;
        tie.isEnded = pattern.isEnd;
        // A past event that still goes on: "started a reading group with Ben".
        const bool begins = use.verb.lemma == "start" || use.verb.lemma == "launch";
        if (pattern.isWork)
            tie.collaboration = isPast(use) && !(begins && !use.isUsedTo) ? Collaboration::past : Collaboration::now;
        Flow flow = pattern.flow;
        if (use.verb.lemma == "share" && found.gapLast > found.gapFirst && isOwn(found.gapFirst) &&
            use.subject.size() == 1)
            flow = Flow::fromObject;
        if (pairs.empty())
            return;
        tie.topic = topicOf(use, pattern, found);
        addPairs(tie, flow, pairs);
        readNext(use, pattern, found, flow);
    }

    /// "no longer works with", "don't talk any more"
    bool isNoLonger(const VerbUse& use) const
    {
        for (std::size_t i = use.groupFirst; i < m_clauses.last; ++i)
            if ((m_in.is(i, "no") && m_in.is(i + 1, "longer") && i < use.token) ||
                (m_in.is(i, "any") && (m_in.is(i + 1, "more") || m_in.is(i + 1, "longer")) && i > use.token))
                return true;
        return false;
    }

    bool isOwn(std::size_t i) const
    {
        return m_in.is(i, "her") || m_in.is(i, "his") || m_in.is(i, "their") || m_in.is(i, "my");
    }

    std::string topicOf(const VerbUse& use, const TiePattern& pattern, const Match& found) const
    {
        const std::size_t last = std::max(use.end, found.end);
        if (std::string topic = m_in.takeTag(use.token, last); !topic.empty())
            return topic;
        if (std::string topic = pattern.flow != Flow::mutual ? m_in.topicOfDoing(found.end, last) : std::string();
            !topic.empty())
            return topic;
        if (!pattern.hasPerson && pattern.isWork &&
            (use.verb.lemma.starts_with("co") || use.verb.lemma == "team-teach"))
            if (std::string topic = m_in.nounPhrase(use.token + 1, last); !topic.empty())
                return topic;
        static constexpr std::string_view kAny = " about for on with re in ", kAbout = " about re on ";
        const std::string_view prepositions = pattern.hasTopic ? kAny.substr(0, kAny.size() - 3) : kAbout.substr(0, 10);
        if (found.gapLast > found.gapFirst) {
            if (std::string topic = m_in.topicIn(found.gapFirst, found.gapLast, " about on with "); !topic.empty())
                return topic;
            if (pattern.isWork)
                return m_in.nounPhrase(found.gapFirst, found.gapLast);
        }
        std::string topic = m_in.topicIn(found.end, nextPerson(found.end, last), prepositions);
        // "learned the notebook routine from Samir", "helped her with"
        if (topic.empty() && use.verb.lemma == "learn" && found.gapLast > found.gapFirst)
            topic = m_in.nounPhrase(found.gapFirst, found.gapLast);
        // "Met Ben, they talked about reading logs"
        if (topic.empty() && !pattern.hasTopic)
            topic = m_in.topicIn(found.end, nextPerson(found.end, m_clauses.last), " about ");
        return topic;
    }

    std::size_t nextPerson(std::size_t i, std::size_t last) const
    {
        for (; i < last; ++i)
            if (const Entity* entity = m_clauses.entityAt(i);
                entity != nullptr && !entity->isPronoun && entity->kind != EntityKind::unknown)
                return i;
        return last;
    }

    /// "... and to Greta about parents": the same verb goes on.
    void readNext(const VerbUse& use, const TiePattern& pattern, const Match& found, Flow flow)
    {
        if (!pattern.hasPerson || found.end < 2)
            return;
        const std::size_t before = found.person->first - 1;
        if (before <= use.token || !isA(WordClass::preposition, m_in.at(before).word))
            return;
        for (std::size_t i = found.end; i + 2 < use.end + 1 && i + 2 < m_clauses.last; ++i) {
            const Entity* next =
                m_in.is(i, "and") && m_in.at(i + 1).word == m_in.at(before).word ? m_clauses.entityAt(i + 2) : nullptr;
            if (next == nullptr || next->isPossessive)
                continue;
            Match more = found;
            more.person = next;
            more.end = next->last;
            more.gapFirst = more.gapLast = 0;
            TieFound tie;
            tie.depth = pattern.depth;
            if (pattern.isWork)
                tie.collaboration = isPast(use) ? Collaboration::past : Collaboration::now;
            tie.topic = m_in.topicIn(more.end, use.end, " about for on with ");
            addPairs(tie, flow, pairsOf(use, pattern, more));
        }
    }

    void addPairs(const TieFound& like, Flow flow, const std::vector<std::pair<Cast::Number, Cast::Number>>& pairs)
    {
        for (const auto& [subject, object] : pairs) {
            TieFound tie = like;
            tie.a = flow == Flow::fromObject ? object : subject;
            tie.b = flow == Flow::fromObject ? subject : object;
            tie.way = flow == Flow::mutual ? TieWay::none : TieWay::aToB;
            tie.words = m_in.words();
            tie.heardFrom = sourceOf(tie.a, tie.b);
            m_in.findings.addTie(std::move(tie));
        }
    }

    /// Who told it, where that is neither of the two.
    std::optional<Cast::Number> sourceOf(Cast::Number a, Cast::Number b) const
    {
        const auto isOne = [a, b](Cast::Number who) { return who == a || who == b; };
        const People& with = m_in.memory.with;
        if (m_clauses.reporter && !isOne(*m_clauses.reporter))
            return m_clauses.reporter;
        if (std::any_of(with.begin(), with.end(), isOne))
            return std::nullopt;
        if (m_clauses.speaker.size() == 1 && !isOne(m_clauses.speaker.front()))
            return m_clauses.speaker.front();
        return with.size() == 1 ? std::optional<Cast::Number>(with.front()) : std::nullopt;
    }

    /// "couldn't run this place without Amara", "Without Desmond she wouldn't manage".
    bool readWithout(const VerbUse& use)
    {
        if (!use.isNegated || !use.isUnreal || use.subjectKind != EntityKind::people)
            return false;
        for (std::size_t i = m_clauses.first; i + 1 < m_clauses.last; ++i) {
            if (!m_in.is(i, "without"))
                continue;
            const Entity* person = personAt(i + 1);
            if (person == nullptr || (i > use.token && i > use.end))
                continue;
            TieFound tie;
            tie.depth = TieDepth::rely;
            if (i > use.token && m_in.is(use.token + 1, "the"))
                tie.topic = m_in.nounPhrase(use.token + 1, i);
            Match found;
            found.person = person;
            TiePattern pattern;
            pattern.hasPerson = true;
            m_in.findings.addDoubts(person->doubts);
            addPairs(tie, Flow::toObject, pairsOf(use, pattern, found));
            return true;
        }
        return false;
    }

    /// What "the one she goes to", "the first person he calls" says; unknown: nothing.
    TieDepth depthOfRelative(const VerbUse& use, bool isFirstPerson) const
    {
        const std::string_view lemma = use.verb.lemma;
        if (use.isNegated && use.isUnreal)
            return lemma == "do" || lemma == "manage" || lemma == "live" ? TieDepth::rely : TieDepth::unknown;
        if (use.isNegated || use.isUnreal)
            return TieDepth::unknown;
        if (lemma == "rely" || lemma == "lean" || lemma == "depend" || lemma == "count" || lemma == "trust" ||
            lemma == "turn")
            return TieDepth::rely;
        if (lemma == "go" || lemma == "ask" || lemma == "call" || lemma == "text" || lemma == "email" ||
            lemma == "phone")
            return isFirstPerson ? TieDepth::rely : TieDepth::exchange;
        return TieDepth::unknown;
    }

    static bool isPersonWord(const std::string& word)
    {
        return word == "person" || word == "one" || word == "colleague" || word == "call" || word == "stop" ||
               word == "contact" || word == "friend" || word == "name" || word == "someone" || word == "somebody" ||
               word == "teacher";
    }

    bool isBe(std::size_t i) const
    {
        return m_in.is(i, "is") || m_in.is(i, "'s") || m_in.is(i, "was") || m_in.is(i, "are") || m_in.is(i, "remains");
    }

    /// "Duc is the one he goes to for advice on timetables", "The first person he calls about tech is Theo".
    bool readFronted(const VerbUse& use)
    {
        if (use.subjectKind != EntityKind::people || use.subject.empty())
            return false;
        std::size_t noun = use.subjectToken;
        if (noun > m_clauses.first &&
            (m_in.is(noun - 1, "that") || m_in.is(noun - 1, "who") || m_in.is(noun - 1, "whom")))
            --noun;
        if (noun <= m_clauses.first || !m_in.isWord(noun - 1) || !isPersonWord(m_in.at(noun - 1).word))
            return false;
        std::size_t start = noun - 1;
        bool isFirstPerson = false;
        while (start > m_clauses.first && m_in.isWord(start - 1) && !isBe(start - 1) && noun - start < 5 &&
               m_clauses.entityEndingAt(start) == nullptr) {
            --start;
            isFirstPerson = isFirstPerson || m_in.is(start, "first");
        }
        const TieDepth depth = depthOfRelative(use, isFirstPerson);
        if (depth == TieDepth::unknown)
            return false;
        const Entity* person = nullptr;
        std::size_t topicLast = m_clauses.last;
        if (start > m_clauses.first && isBe(start - 1)) {
            std::size_t end = start - 1;
            person = m_clauses.entityEndingAt(end);
        } else {
            for (std::size_t i = use.token + 1; i + 1 < m_clauses.last && person == nullptr; ++i)
                if (isBe(i)) {
                    person = personAt(i + 1);
                    topicLast = i;
                }
        }
        if (person == nullptr || person->isPronoun)
            return false;
        TieFound tie;
        tie.depth = depth;
        tie.topic = m_in.topicIn(use.token + 1, topicLast, " about on for with ");
        Match found;
        found.person = person;
        TiePattern pattern;
        pattern.hasPerson = true;
        m_in.findings.addDoubts(person->doubts);
        addPairs(tie, Flow::toObject, pairsOf(use, pattern, found));
        return true;
    }

    /// "Mei-Ling: met once", "Yesenia and Marcus he knows": the object stands before.
    void readMissingObject(const VerbUse& use)
    {
        if (use.isNegated || use.isUnreal || use.subjectKind != EntityKind::people)
            return;
        const std::string_view lemma = use.verb.lemma;
        if (lemma != "meet" && lemma != "know" && lemma != "talk" && lemma != "speak" && lemma != "trust")
            return;
        const Entity* person = nullptr;
        if (use.subjectToken < use.groupFirst + 1)
            person = m_clauses.entityEndingAt(use.subjectToken);
        if (person == nullptr && use.isElided && m_in.sentence.label != Label::none &&
            m_in.sentence.lead < m_clauses.first)
            return;
        if (person == nullptr || person->isPronoun || m_clauses.entityAt(use.token + 1) != nullptr)
            return;
        TieFound tie;
        tie.depth = TieDepth::talked;
        Match found;
        found.person = person;
        TiePattern pattern;
        pattern.hasPerson = true;
        addPairs(tie, Flow::mutual, pairsOf(use, pattern, found));
    }

    /// "no longer in touch with Marcus", "Lupe and Bao are out of touch", also without a verb.
    void findInTouch()
    {
        for (std::size_t i = m_clauses.first; i + 1 < m_clauses.last; ++i) {
            const bool isOut = m_in.is(i, "out") && m_in.is(i + 1, "of") && m_in.is(i + 2, "touch");
            if (!isOut && !(m_in.is(i, "in") && (m_in.is(i + 1, "touch") || m_in.is(i + 1, "contact"))))
                continue;
            readInTouch(i, i + (isOut ? 3 : 2), isOut);
        }
    }

    void readInTouch(std::size_t from, std::size_t end, bool isOut)
    {
        if (m_in.isSupposed(from))
            return;
        bool isNegated = false, isPut = false;
        std::size_t i = from;
        while (i > m_clauses.first && m_clauses.entityEndingAt(i) == nullptr && m_in.isWord(i - 1)) {
            const std::string& word = m_in.at(i - 1).word;
            isNegated = isNegated || word == "not" || word == "never" || (word == "longer" && m_in.is(i - 2, "no"));
            const std::string_view lemma = verbOf(word).lemma;
            isPut = isPut || lemma == "put" || lemma == "get" || word == "to" || isA(WordClass::modal, word);
            if (!isA(WordClass::auxiliary, word) && !isA(WordClass::adverb, word) && !isA(WordClass::negation, word) &&
                word != "longer" && lemma != "stay" && lemma != "keep" && lemma != "be" && !isPut)
                break;
            --i;
        }
        if (isPut)
            return;
        const Entity* subject = m_clauses.entityEndingAt(i);
        if (subject != nullptr && subject->first > m_clauses.first) {
            const std::string_view before = verbOf(m_in.at(subject->first - 1).word).lemma; // "put Duc in touch with"
            if (before == "put" || before == "get" || before == "keep")
                return;
        }
        VerbUse use;
        if (subject != nullptr) {
            use.subjectKind = subject->isPossessive ? EntityKind::unknown : subject->kind;
            use.subject = subject->people;
        } else if (i == m_clauses.first || m_in.at(i - 1).kind != TokenKind::word || m_in.is(i - 1, "and") ||
                   m_in.is(i - 1, "but")) {
            use.subject = !m_clauses.verbs.empty() && m_clauses.verbs.front().token < from
                              ? m_clauses.verbs.front().subject
                              : m_clauses.subjectByDefault;
        } else {
            return;
        }
        if (use.subjectKind != EntityKind::people)
            return;
        TiePattern pattern;
        Match found;
        if (m_in.is(end, "with")) {
            pattern.hasPerson = true;
            found.person = personAt(end + 1);
            if (found.person == nullptr)
                return;
            m_in.findings.addDoubts(found.person->doubts);
        }
        TieFound tie;
        tie.isEnded = isNegated || isOut;
        tie.depth = tie.isEnded ? TieDepth::unknown : TieDepth::talked;
        addPairs(tie, Flow::mutual, pairsOf(use, pattern, found));
    }

    /// What stands without a verb: "has only seen her name", "Nkechi has been her rock", pairs and contacts under a
    /// heading.
    void findNames()
    {
        for (const VerbUse& use : m_clauses.verbs) {
            const bool isHeard =
                use.verb.lemma == "hear" && (m_in.is(use.token + 1, "about") || m_in.is(use.token + 1, "of"));
            const std::size_t whose = use.token + (isHeard ? 2 : 1);
            const bool isName =
                (isHeard || use.verb.lemma == "see" || use.verb.lemma == "read") &&
                (m_in.is(whose, "her") || m_in.is(whose, "his")) &&
                (m_in.is(whose + 1, "name") || m_in.is(whose + 1, "work") || m_in.is(whose + 1, "blog"));
            if (isName && !use.isNegated && !use.isUnreal && !use.subject.empty())
                addToLast(use, TieDepth::aware);
            if (use.verb.lemma == "be" && !use.isNegated && !use.isUnreal && !m_in.isSupposed(use.token))
                readStandby(use);
        }
        readList();
    }

    void addToLast(const VerbUse& use, TieDepth depth)
    {
        for (auto entity = m_clauses.entities.rbegin(); entity != m_clauses.entities.rend(); ++entity) {
            if (entity->last > use.token || entity->isPronoun || entity->kind != EntityKind::people)
                continue;
            TieFound tie;
            tie.depth = depth;
            std::vector<std::pair<Cast::Number, Cast::Number>> pairs;
            for (const Cast::Number a : use.subject)
                for (const Cast::Number b : entity->people)
                    if (a != b)
                        pairs.emplace_back(a, b);
            addPairs(tie, Flow::mutual, pairs);
            return;
        }
    }

    /// "Nkechi has been her rock": of the person called.
    void readStandby(const VerbUse& use)
    {
        std::size_t i = use.token + 1;
        while (isAdverb(i))
            ++i;
        const bool isHis = m_in.is(i, "her") || m_in.is(i, "his") || m_in.is(i, "my");
        static constexpr std::string_view kRely[]{"rock",      "lifeline", "anchor",  "go-to",
                                                  "lifesaver", "backbone", "sounding"};
        if (!isHis || !m_in.isWord(i + 1) || use.subjectKind != EntityKind::people ||
            std::find(std::begin(kRely), std::end(kRely), m_in.at(i + 1).word) == std::end(kRely))
            return;
        TieFound tie;
        tie.depth = TieDepth::rely;
        std::vector<std::pair<Cast::Number, Cast::Number>> pairs;
        for (const Cast::Number a : m_in.memory.with)
            for (const Cast::Number b : use.subject)
                if (a != b)
                    pairs.emplace_back(a, b);
        if (m_in.memory.with.size() == 1)
            addPairs(tie, Flow::toObject, pairs);
    }

    /// "Saw these pairs talking: Ravi/Odile, Jonah/Sunita".
    void readList()
    {
        const auto& names = m_in.note.names;
        std::size_t after = m_clauses.first;
        while (after < m_clauses.last && !m_in.is(after, "pairs") && !m_in.is(after, "pair"))
            ++after;
        auto name = std::lower_bound(names.begin(), names.end(), after,
                                     [](const NameInText& one, std::size_t token) { return one.first < token; });
        for (; name != names.end() && name + 1 != names.end() && (name + 1)->last <= m_clauses.last; ++name)
            readSlash(*name, *(name + 1));
    }

    void readSlash(const NameInText& one, const NameInText& other)
    {
        const bool isHere = other.first == one.last + 1;
        if (!isHere || m_in.at(one.last).kind != TokenKind::joiner || one.candidates.size() != 1 ||
            other.candidates.size() != 1)
            return;
        TieFound tie;
        tie.depth = TieDepth::talked;
        addPairs(tie, Flow::mutual, {{one.candidates.front(), other.candidates.front()}});
    }

    const Reading& m_in;
    const Clauses& m_clauses;
};

} // namespace

void findTies(const Reading& reading) { TieReader(reading).run(); }

} // namespace weavemap::weaving
