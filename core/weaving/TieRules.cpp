// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/TieRules.h"

#include <algorithm>
#include <utility>

#include "core/weaving/OneOf.h"
#include "core/weaving/TiePhrases.h"
#include "core/weaving/TieWriter.h"

namespace weavemap::weaving {

namespace {

constexpr std::size_t kMostGap = 8; ///< words between a verb and who did it

class TieReader : private TieWriter
{
public:
    using TieWriter::TieWriter;

    void run()
    {
        for (const VerbUse& use : m_clauses.verbs)
            readVerb(use);
        findTiePhrases(m_in);
    }

private:
    bool isPast(const VerbUse& use) const
    {
        // "have got a drive going together"
        if (use.verb.lemma == "get" || use.verb.lemma == "have")
            return false;
        return use.isUsedTo || (use.verb.has(VerbForm::past) && !use.isProgressive && !use.verb.has(VerbForm::base)) ||
               (use.isPerfect && !use.verb.has(VerbForm::ing));
    }

    void readVerb(const VerbUse& use)
    {
        if (use.isImperative || m_in.isSupposed(use.token))
            return;
        // "Sending her the list on Friday": a plan of the staff
        if (use.isElided && use.isProgressive && use.token == m_clauses.first && use.verb.lemma != "work" &&
            !m_in.dates.empty() && m_in.sentence.voice == Voice::staff && m_clauses.entityAt(use.token + 1) != nullptr)
            return;
        if (findTieAround(m_in, use) || readCleft(use) || readWithInFront(use))
            return;
        if (readPassive(use))
            return;
        if (readOwned(use))
            return;
        for (const TiePattern& pattern : tiePatternsOf(use.verb.lemma)) {
            if (!pattern.hasPerson && use.subject.size() < 2)
                continue;
            const PatternMatch found = matchAt(m_in, pattern.words, use.token + 1, m_clauses.last);
            if (!found.holds)
                continue;
            if (use.verb.lemma == "introduce" && !use.isPassive)
                continue;
            state(use, pattern, found);
            return;
        }
        readMissingObject(use);
    }

    /// "Faith borrows her slides": whose they are, where the subject is somebody else.
    bool readOwned(const VerbUse& use)
    {
        static constexpr std::string_view kTaking[]{"borrow", "adopt",  "copy",      "steal",    "pick",
                                                    "answer", "review", "proofread", "critique", "edit"};
        std::size_t whose = use.token + 1;
        while (isAdverb(whose) || m_in.is(whose, "all"))
            ++whose;
        if (!isOneOf(use.verb.lemma, kTaking) || use.isElided || use.isNegated || use.isUnreal ||
            use.subjectKind != EntityKind::people || use.subject.size() != 1 ||
            !(m_in.is(whose, "her") || m_in.is(whose, "his")) || m_clauses.entityAt(whose) != nullptr ||
            (use.verb.lemma == "pick" && !m_in.is(whose + 1, "brain")) || m_in.is(whose + 1, "own"))
            return false;
        Entity owner;
        owner.first = whose;
        owner.last = whose + 1;
        owner.isObject = owner.isPronoun = true;
        const Entity* subject = m_clauses.entityAt(use.subjectToken);
        if (subject == nullptr || subject->isPronoun)
            return false;
        TieFound tie;
        tie.depth = TieDepth::exchange;
        tie.topic = m_in.topicIn(whose, use.end, " about on ");
        const bool gives = use.verb.lemma == "answer" || use.verb.lemma == "review" || use.verb.lemma == "proofread" ||
                           use.verb.lemma == "critique" || use.verb.lemma == "edit";
        addPairs(tie, gives ? Flow::fromObject : Flow::toObject, pairsWith(use.subject, owner));
        return true;
    }

    /// "is coached by Carla", "was helped by Ben with": the subject goes to whoever gives.
    bool readPassive(const VerbUse& use)
    {
        if (!use.isPassive)
            return false;
        // "has been told about Ray's routine"
        if (use.verb.lemma == "tell" && m_in.is(use.token + 1, "about") && !use.isNegated &&
            use.subjectKind == EntityKind::people)
            if (const Entity* person = m_clauses.entityAt(use.token + 2);
                person != nullptr && person->kind == EntityKind::people && !person->isPronoun) {
                TieFound tie;
                tie.depth = TieDepth::aware;
                addPairs(tie, Flow::mutual, pairsWith(use.subject, *person));
                return true;
            }
        const auto& patterns = tiePatternsOf(use.verb.lemma);
        const auto gives = std::find_if(patterns.begin(), patterns.end(), [](const TiePattern& pattern) {
            return pattern.hasPerson && pattern.flow == Flow::fromObject && !pattern.endsWithOwner;
        });
        // "was shadowed by Agnes": she learned
        const auto takes = std::find_if(patterns.begin(), patterns.end(), [](const TiePattern& pattern) {
            return pattern.flow == Flow::toObject && pattern.words.size() == 1 && !pattern.endsWithOwner;
        });
        if (gives == patterns.end() && takes == patterns.end())
            return false;
        for (std::size_t i = use.token + 1; i < use.end && i < use.token + kMostGap; ++i) {
            const Entity* giver = m_in.is(i, "by") ? personAt(i + 1) : nullptr;
            if (giver == nullptr || giver->isPossessive)
                continue;
            TiePattern turned = gives != patterns.end() ? *gives : *takes;
            turned.flow = gives != patterns.end() ? Flow::toObject : Flow::fromObject;
            state(use, turned, {giver, giver->last, 0, 0, true});
            return true;
        }
        return false;
    }

    /// Whether a pattern stands behind the verb but for its person: "he plans with".
    const TiePattern* stranded(const VerbUse& use) const
    {
        for (const TiePattern& pattern : tiePatternsOf(use.verb.lemma)) {
            if (!pattern.hasPerson || pattern.endsWithOwner)
                continue;
            WordPattern words = pattern.words;
            std::erase_if(words, [](const PatternElement& part) { return part.part == PatternElement::Part::person; });
            const PatternMatch found = matchAt(m_in, words, use.token + 1, m_clauses.last);
            if (!found.holds)
                continue;
            const bool endsWithPerson = pattern.words.back().part == PatternElement::Part::person;
            const bool isOver = !endsWithPerson || found.end >= m_clauses.last || !m_in.isWord(found.end) ||
                                isAdverb(found.end) || isA(WordClass::preposition, m_in.at(found.end).word) ||
                                isA(WordClass::time, m_in.at(found.end).word);
            if (isOver)
                return &pattern;
        }
        return nullptr;
    }

    /// "it's Ximena he plans with", "Samantha, whom he met once", "Ximena is who he turns to".
    bool readCleft(const VerbUse& use)
    {
        if (use.subjectKind != EntityKind::people || use.isElided || use.subjectToken <= m_clauses.first)
            return false;
        std::size_t end = use.subjectToken;
        const bool isRelative = m_in.is(end - 1, "who") || m_in.is(end - 1, "whom") || m_in.is(end - 1, "that");
        if (isRelative)
            --end;
        const Entity* person = nullptr;
        if (isRelative && end > m_clauses.first && m_in.at(end - 1).kind == TokenKind::comma)
            person = m_clauses.entityEndingAt(end - 1);
        else if (isRelative && end > m_clauses.first && (m_in.is(end - 1, "is") || m_in.is(end - 1, "'s")))
            person = m_clauses.entityEndingAt(end - 1);
        else if (const std::size_t be = beBeforeSomebody(end); be < end)
            person = m_clauses.entityEndingAt(be);
        else if (const Entity* object = m_clauses.entityEndingAt(end);
                 object != nullptr && object->first == m_clauses.first && !object->isPronoun && isPronounAt(use))
            person = object; // "Dante she's heard of"
        else if (const Entity* named = m_clauses.entityEndingAt(end);
                 named != nullptr && named->first >= m_clauses.first + 2 && m_in.is(named->first - 2, "it") &&
                 (m_in.is(named->first - 1, "'s") || m_in.is(named->first - 1, "is") ||
                  m_in.is(named->first - 1, "was")))
            person = named;
        if (person == nullptr || person->isPossessive || person->kind != EntityKind::people)
            return false;
        const TiePattern* pattern = stranded(use);
        if (pattern == nullptr)
            return false;
        state(use, *pattern, {person, use.end, 0, 0, true});
        return true;
    }

    bool isPronounAt(const VerbUse& use) const
    {
        const Entity* subject = m_clauses.entityAt(use.subjectToken);
        return subject != nullptr && subject->isPronoun && !subject->isObject;
    }

    /// "Niamh is someone (whom) ...": where "is" stands before the words that end at `end`; `end`: it does not.
    std::size_t beBeforeSomebody(std::size_t end) const
    {
        static constexpr std::string_view kHeads[]{"someone",   "somebody", "one",    "person",
                                                   "colleague", "friend",   "teacher"};
        if (end <= m_clauses.first || !isOneOf(m_in.at(end - 1).word, kHeads))
            return end;
        for (std::size_t i = end - 1; i > m_clauses.first && i + 4 > end; --i)
            if (m_in.is(i - 1, "is") || m_in.is(i - 1, "'s") || m_in.is(i - 1, "was"))
                return i - 1;
        return end;
    }

    /// "With Gwen she's writing a unit on watersheds"
    bool readWithInFront(const VerbUse& use)
    {
        const std::size_t with = m_in.is(m_clauses.first, "together") ? m_clauses.first + 1 : m_clauses.first;
        const bool begins = use.verb.lemma == "start" || use.verb.lemma == "launch" || use.verb.lemma == "set";
        if (!m_in.is(with, "with") || use.isElided || !(use.isProgressive || begins))
            return false;
        const Entity* person = personAt(with + 1);
        if (person == nullptr || person->last > use.subjectToken)
            return false;
        for (const TiePattern& pattern : tiePatternsOf(use.verb.lemma))
            if (pattern.isWork) {
                state(use, pattern, {person, use.token + 1, 0, 0, true});
                return true;
            }
        return false;
    }

    /// Pairs of a statement: a subject with each object, or all subjects with one another.
    Pairs pairsOf(const VerbUse& use, const TiePattern& pattern, const PatternMatch& found) const
    {
        return pattern.hasPerson ? pairsWith(use.subject, *found.person) : pairsAmong(use.subject);
    }

    bool isFirst(const VerbUse& use, const PatternMatch& found) const
    {
        static constexpr std::string_view kAsking[]{"turn",  "go",   "call",  "ask",    "ring",
                                                    "phone", "text", "email", "message"};
        if (!isOneOf(use.verb.lemma, kAsking))
            return false;
        for (std::size_t i = use.token; i < found.end + 2 && i < m_clauses.last; ++i)
            if (m_in.is(i, "first") && !m_in.is(i + 1, "thing") && !m_in.is(i + 1, "time"))
                return true;
        for (std::size_t i = use.token; i + 1 < m_clauses.last; ++i)
            if (m_in.is(i, "before") &&
                (m_in.is(i + 1, "anybody") || m_in.is(i + 1, "anyone") || m_in.is(i + 1, "anything") ||
                 m_in.is(i + 1, "everyone") || m_in.is(i + 1, "everybody") || i == found.end))
                return true;
        return false;
    }

    void state(const VerbUse& use, const TiePattern& pattern, const PatternMatch& found)
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
        if (use.isNegated && !pattern.isEnd && use.isPerfect && pattern.flow == Flow::mutual && !use.isUnreal &&
            isLongAgo(use)) {
            TieFound tie;
            tie.isEnded = true;
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
        const bool begins = use.verb.lemma == "start" || use.verb.lemma == "launch" || use.verb.lemma == "join";
        if (pattern.isWork)
            tie.collaboration =
                isPast(use) && !(begins && !use.isUsedTo) && !goesOn(use) ? Collaboration::past : Collaboration::now;
        Flow flow =
            tie.depth == TieDepth::rely
                ? (pattern.flow == Flow::mutual && pattern.depth != TieDepth::rely ? Flow::toObject : pattern.flow)
                : pattern.flow;
        if (use.verb.lemma == "share" && found.gapLast > found.gapFirst && isOwn(found.gapFirst) &&
            use.subject.size() == 1)
            flow = Flow::fromObject;
        if (pairs.empty())
            return;
        tie.topic = topicOf(use, pattern, found);
        addPairs(tie, flow, pairs);
        readNext(use, pattern, found, flow);
    }

    /// "has worked with Priya for ten years", "since August": not over.
    bool goesOn(const VerbUse& use) const
    {
        if (!use.isPerfect || use.isPastPerfect || use.isUsedTo)
            return false;
        for (std::size_t i = use.token; i < m_clauses.last; ++i)
            if (m_in.is(i, "since") || (m_in.is(i, "years") && m_in.is(i - 2, "for")) ||
                (m_in.is(i, "months") && m_in.is(i - 2, "for")))
                return true;
        return false;
    }

    /// "haven't spoken since the merger", "in years"
    bool isLongAgo(const VerbUse& use) const
    {
        for (std::size_t i = use.token; i < m_clauses.last; ++i)
            if (m_in.is(i, "since") || m_in.is(i, "years") || m_in.is(i, "ages") || m_in.is(i, "forever"))
                return true;
        return false;
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

    std::string topicOf(const VerbUse& use, const TiePattern& pattern, const PatternMatch& found) const
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
        if (use.verb.lemma == "learn" && found.gapLast > found.gapFirst)
            return m_in.nounPhrase(found.gapFirst, found.gapLast);
        std::string topic = m_in.topicIn(found.end, endOfThought(found.end, nextPerson(found.end, last)), prepositions);
        // "walked her through the parent portal"
        if (topic.empty() && found.end > use.token + 1 && m_in.is(found.end - 1, "through"))
            topic = m_in.nounPhrase(found.end, last);
        // "For hard questions about staffing Anselm turns to Vera"
        if (topic.empty() && pattern.hasTopic && use.subjectToken > m_clauses.first &&
            isA(WordClass::preposition, m_in.at(m_clauses.first).word) && !m_in.is(m_clauses.first, "with")) {
            topic = m_in.topicIn(m_clauses.first, use.subjectToken, " about on ");
            if (topic.empty())
                topic = m_in.topicIn(m_clauses.first, use.subjectToken, " for to ");
        }
        // "Met Ben, they talked about reading logs"
        if (topic.empty() && !pattern.hasTopic)
            topic = m_in.topicIn(found.end, nextPerson(found.end, m_clauses.last), " about ");
        return topic;
    }

    /// Up to a comma, unless it goes on with "mostly on ...".
    std::size_t endOfThought(std::size_t i, std::size_t last) const
    {
        for (; i < last; ++i)
            if (m_in.at(i).kind == TokenKind::comma && !isAdverb(i + 1) &&
                !(m_in.isWord(i + 1) && isA(WordClass::preposition, m_in.at(i + 1).word)))
                return i;
        return last;
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
    void readNext(const VerbUse& use, const TiePattern& pattern, const PatternMatch& found, Flow flow)
    {
        if (!pattern.hasPerson || found.end < 2)
            return;
        readLater(use, pattern, found, flow);
        if (found.person->first <= use.token)
            return; // named before the verb
        const std::size_t before = found.person->first - 1;
        if (before <= use.token || !isA(WordClass::preposition, m_in.at(before).word))
            return;
        for (std::size_t i = found.end; i + 2 < use.end + 1 && i + 2 < m_clauses.last; ++i) {
            const bool isAgain = m_in.is(i, "and") && m_in.at(i + 1).word == m_in.at(before).word;
            const Entity* next = isAgain             ? m_clauses.entityAt(i + 2)
                                 : m_in.is(i, "and") ? m_clauses.entityAt(i + 1)
                                                     : nullptr;
            // "on Dele for tech and Omar for behavior": without its preposition only where a topic follows
            const bool hasTopic = next != nullptr && (m_in.is(next->last, "for") || m_in.is(next->last, "about") ||
                                                      m_in.is(next->last, "on"));
            if (next == nullptr || next->isPossessive || next->isPronoun || (!isAgain && !hasTopic))
                continue;
            PatternMatch more = found;
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

    /// "met Ben at the fair and Carla too"
    void readLater(const VerbUse& use, const TiePattern& pattern, const PatternMatch& found, Flow flow)
    {
        for (std::size_t i = found.end; i + 1 < use.end; ++i) {
            const Entity* next = m_in.is(i, "and") ? m_clauses.entityAt(i + 1) : nullptr;
            if (next == nullptr || next->isPossessive || next->isPronoun ||
                !(m_in.is(next->last, "too") || m_in.is(next->last, "also") || m_in.is(next->last, "as")))
                continue;
            TieFound tie;
            tie.depth = pattern.depth;
            PatternMatch more = found;
            more.person = next;
            addPairs(tie, flow, pairsOf(use, pattern, more));
        }
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
        const bool isByName = m_in.is(use.token + 1, "by") || m_in.is(use.token + 2, "by");
        tie.depth = lemma == "know" && isByName ? TieDepth::aware : TieDepth::talked;
        addPairs(tie, Flow::mutual, pairsWith(use.subject, *person));
    }
};

} // namespace

void findTies(const Reading& reading) { TieReader(reading).run(); }

} // namespace weavemap::weaving
