// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/TieRules.h"

#include <algorithm>
#include <utility>

#include "core/weaving/TiePhrases.h"
#include "core/weaving/TieWriter.h"

namespace weavemap::weaving {

namespace {

constexpr std::size_t kMostGap = 8; ///< words between a verb and the person

/// A pattern found behind a verb.
struct Match
{
    const Entity* person = nullptr;
    std::size_t end = 0;      ///< past its last token
    std::size_t gapFirst = 0; ///< the words of a gap
    std::size_t gapLast = 0;
    bool holds = false;
};

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
        if (part.part == TiePattern::Part::owner) {
            const Entity* person = m_clauses.entityAt(i);
            if (person == nullptr || !person->isPossessive || person->isPronoun)
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
        if (findTieAround(m_in, use))
            return;
        if (readPassive(use))
            return;
        for (const TiePattern& pattern : tiePatternsOf(use.verb.lemma)) {
            if (!pattern.hasPerson && use.subject.size() < 2)
                continue;
            const Match found = match(pattern, 0, use.token + 1, m_clauses.last);
            if (!found.holds)
                continue;
            if (pattern.hasPerson && found.person->isPossessive &&
                pattern.elements.back().part != TiePattern::Part::owner)
                continue;
            if (use.verb.lemma == "introduce" && !use.isPassive)
                continue;
            state(use, pattern, found);
            return;
        }
        readMissingObject(use);
    }

    /// "is coached by Carla", "was helped by Ben with": the subject goes to whoever gives.
    bool readPassive(const VerbUse& use)
    {
        if (!use.isPassive)
            return false;
        const auto& patterns = tiePatternsOf(use.verb.lemma);
        const auto gives = std::find_if(patterns.begin(), patterns.end(), [](const TiePattern& pattern) {
            return pattern.hasPerson && pattern.flow == Flow::fromObject &&
                   pattern.elements.back().part == TiePattern::Part::person;
        });
        if (gives == patterns.end())
            return false;
        for (std::size_t i = use.token + 1; i < use.end && i < use.token + kMostGap; ++i) {
            const Entity* giver = m_in.is(i, "by") ? personAt(i + 1) : nullptr;
            if (giver == nullptr || giver->isPossessive)
                continue;
            TiePattern turned = *gives;
            turned.flow = Flow::toObject;
            state(use, turned, {giver, giver->last, 0, 0, true});
            return true;
        }
        return false;
    }

    /// Pairs of a statement: a subject with each object, or all subjects with one another.
    Pairs pairsOf(const VerbUse& use, const TiePattern& pattern, const Match& found) const
    {
        return pattern.hasPerson ? pairsWith(use.subject, *found.person) : pairsAmong(use.subject);
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
            tie.collaboration =
                isPast(use) && !(begins && !use.isUsedTo) && !goesOn(use) ? Collaboration::past : Collaboration::now;
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
            const bool isAgain = m_in.is(i, "and") && m_in.at(i + 1).word == m_in.at(before).word;
            const Entity* next = isAgain             ? m_clauses.entityAt(i + 2)
                                 : m_in.is(i, "and") ? m_clauses.entityAt(i + 1)
                                                     : nullptr;
            // "on Dele for tech and Omar for behavior": without its preposition only where a topic follows
            const bool hasTopic = next != nullptr && (m_in.is(next->last, "for") || m_in.is(next->last, "about") ||
                                                      m_in.is(next->last, "on"));
            if (next == nullptr || next->isPossessive || next->isPronoun || (!isAgain && !hasTopic))
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
