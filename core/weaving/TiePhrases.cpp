// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/TiePhrases.h"

#include <algorithm>
#include <iterator>

#include "core/weaving/OneOf.h"
#include "core/weaving/StateRules.h"
#include "core/weaving/TieWriter.h"

namespace weavemap::weaving {

namespace {

class PhraseReader : private TieWriter
{
public:
    using TieWriter::TieWriter;

    bool readAround(const VerbUse& use) { return readWithout(use) || readFronted(use); }

    void run()
    {
        findInTouch();
        findGroups();
        findSeen();
        findNames();
    }

private:
    /// "couldn't run this place without Amara", "Without Desmond she wouldn't manage".
    bool readWithout(const VerbUse& use)
    {
        if (!use.isUnreal || use.subjectKind != EntityKind::people)
            return false;
        for (std::size_t i = m_clauses.first; i + 1 < m_clauses.last; ++i) {
            if (!m_in.is(i, "without"))
                continue;
            const Entity* person = personAt(i + 1);
            // "without Omar's help"
            if (const Entity* owner = m_clauses.entityAt(i + 1);
                owner != nullptr && owner->isPossessive &&
                (m_in.is(owner->last + 1, "help") || m_in.is(owner->last + 1, "support")))
                person = owner;
            if (person == nullptr || (i > use.token && i > use.end))
                continue;
            // "Without Yuki I'd have quit": what would have been, where she had not been there.
            const bool isSpared = i < use.token && use.isPerfect && isWould(use);
            // "I'd have quit without him"
            static constexpr std::string_view kGivingUp[]{"quit",   "leave", "give", "pack", "drown", "fail",
                                                          "resign", "burn",  "sink", "lose", "go",    "throw"};
            const bool isGivenUp = use.isPerfect && isWould(use) && isOneOf(use.verb.lemma, kGivingUp);
            if (!use.isNegated && !isSpared && !isGivenUp)
                continue;
            TieFound tie;
            tie.depth = TieDepth::rely;
            if (i > use.token)
                tie.topic = m_in.takeTag(use.token, m_clauses.last);
            if (tie.topic.empty() && i > use.token && m_in.is(use.token + 1, "the"))
                tie.topic = m_in.nounPhrase(use.token + 1, i);
            m_in.findings.addDoubts(person->doubts);
            addPairs(tie, Flow::toObject, pairsWith(use.subject, *person));
            return true;
        }
        return false;
    }

    bool isWould(const VerbUse& use) const
    {
        for (std::size_t i = use.groupFirst; i < use.token; ++i)
            if (m_in.is(i, "would") || m_in.is(i, "'d") || m_in.is(i, "might"))
                return true;
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
            lemma == "phone" || lemma == "ring" || lemma == "message")
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
        return m_in.is(i, "is") || m_in.is(i, "'s") || m_in.is(i, "was") || m_in.is(i, "are") ||
               m_in.is(i, "remains") || m_in.is(i, "become") || m_in.is(i, "became");
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
            person = m_clauses.entityEndingAt(start - 1);
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
        m_in.findings.addDoubts(person->doubts);
        addPairs(tie, Flow::toObject, pairsWith(use.subject, *person));
        return true;
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
            isPut = isPut || lemma == "put" || (lemma == "get" && word != "got") || word == "to" ||
                    isA(WordClass::modal, word);
            if (!isA(WordClass::auxiliary, word) && !isA(WordClass::adverb, word) && !isA(WordClass::negation, word) &&
                word != "longer" && lemma != "stay" && lemma != "keep" && lemma != "be" && lemma != "fall" &&
                word != "got" && !isPut)
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
        EntityKind kind = EntityKind::people;
        People subjects;
        if (subject != nullptr) {
            kind = subject->isPossessive ? EntityKind::unknown : subject->kind;
            subjects = subject->people;
        } else if (i == m_clauses.first || m_in.at(i - 1).kind != TokenKind::word || m_in.is(i - 1, "and") ||
                   m_in.is(i - 1, "but")) {
            subjects = !m_clauses.verbs.empty() && m_clauses.verbs.front().token < from
                           ? m_clauses.verbs.front().subject
                           : m_clauses.subjectByDefault;
        } else {
            return;
        }
        if (kind != EntityKind::people)
            return;
        Pairs pairs;
        if (m_in.is(end, "with")) {
            const Entity* person = personAt(end + 1);
            if (person == nullptr)
                return;
            m_in.findings.addDoubts(person->doubts);
            pairs = pairsWith(subjects, *person);
        } else if (const Entity* front = m_in.is(m_clauses.first, "with") ? personAt(m_clauses.first + 1) : nullptr;
                   front != nullptr && front->last <= from) {
            pairs = pairsWith(subjects, *front); // "With Noor she is no longer in touch"
        } else {
            pairs = pairsAmong(subjects);
        }
        TieFound tie;
        tie.isEnded = isNegated || isOut;
        tie.topic = m_in.topicIn(end, m_clauses.last, " about ");
        tie.depth = tie.isEnded ? TieDepth::unknown : TieDepth::talked;
        addPairs(tie, Flow::mutual, pairs);
    }

    static bool isGroupWord(const std::string& word)
    {
        return word == "committee" || word == "board" || word == "panel" || word == "council" || word == "team" ||
               word == "taskforce" || word == "subcommittee" || word == "faculty";
    }

    /// "On the library committee with Gloria", "is on the same team as Ben": they work together.
    void findGroups()
    {
        for (std::size_t i = m_clauses.first; i + 1 < m_clauses.last; ++i) {
            if (!isGroupWord(m_in.at(i).word) || (!m_in.is(i + 1, "with") && !m_in.is(i + 1, "as")) ||
                m_in.isSupposed(i))
                continue;
            std::size_t on = i;
            while (on > m_clauses.first && i - on < 5 && !m_in.is(on, "on"))
                --on;
            const Entity* person = m_in.is(on, "on") ? personAt(i + 2) : nullptr;
            if (person == nullptr)
                continue;
            const VerbUse* verb = nullptr;
            for (const VerbUse& use : m_clauses.verbs)
                if (use.token < on)
                    verb = &use;
            const bool isThere = verb != nullptr && verb->token + 1 == on && !verb->isNegated && !verb->isUnreal &&
                                 verb->subjectKind == EntityKind::people &&
                                 (verb->verb.lemma == "be" || verb->verb.lemma == "sit" || verb->verb.lemma == "serve");
            if (!isThere && on != m_clauses.first)
                continue;
            TieFound tie;
            tie.depth = TieDepth::exchange;
            const bool isOver = isThere && verb->verb.has(VerbForm::past) && !verb->verb.has(VerbForm::base);
            tie.collaboration = isOver ? Collaboration::past : Collaboration::now;
            m_in.findings.addDoubts(person->doubts);
            addPairs(tie, Flow::mutual, pairsWith(isThere ? verb->subject : m_clauses.subjectByDefault, *person));
        }
    }

    /// "Saw Frank and Gloria deep in conversation"
    void findSeen()
    {
        for (const VerbUse& use : m_clauses.verbs) {
            if (use.verb.lemma != "see" || !use.verb.has(VerbForm::past) || use.isNegated || use.isUnreal)
                continue;
            const Entity* pair = m_clauses.entityAt(use.token + 1);
            if (pair == nullptr || pair->kind != EntityKind::people || pair->people.size() < 2)
                continue;
            bool isTalk = false;
            for (std::size_t i = pair->last; i < m_clauses.last && i < pair->last + 4; ++i) {
                const std::string_view lemma = verbOf(m_in.at(i).word).lemma;
                isTalk = isTalk || m_in.is(i, "conversation") || m_in.is(i, "together") ||
                         (verbOf(m_in.at(i).word).has(VerbForm::ing) &&
                          (lemma == "talk" || lemma == "chat" || lemma == "laugh" || lemma == "swap"));
            }
            TieFound tie;
            tie.depth = TieDepth::talked;
            if (isTalk)
                addPairs(tie, Flow::mutual, pairsAmong(pair->people));
        }
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
        readShortIs();
        readList();
    }

    /// "Fran's her rock"
    void readShortIs()
    {
        for (const Entity& entity : m_clauses.entities) {
            if (!m_in.is(entity.last, "'s") || entity.isPossessive || entity.kind != EntityKind::people ||
                entity.isPronoun || m_in.isSupposed(entity.last))
                continue;
            VerbUse is;
            is.token = entity.last;
            is.subject = entity.people;
            is.subjectKind = entity.kind;
            readStandby(is);
        }
    }

    void addToLast(const VerbUse& use, TieDepth depth)
    {
        for (auto entity = m_clauses.entities.rbegin(); entity != m_clauses.entities.rend(); ++entity) {
            if (entity->last > use.token || entity->isPronoun || entity->kind != EntityKind::people)
                continue;
            TieFound tie;
            tie.depth = depth;
            Pairs pairs;
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
        const Entity* owner = m_clauses.entityAt(i); // "is Anjali's first port of call"
        const bool isOwned = owner != nullptr && owner->isPossessive && owner->kind == EntityKind::people;
        if (isOwned)
            i = owner->last;
        const bool isHis = isOwned || m_in.is(i, "her") || m_in.is(i, "his") || m_in.is(i, "my");
        static constexpr std::string_view kRely[]{"rock",      "lifeline", "anchor",  "go-to",
                                                  "lifesaver", "backbone", "sounding"};
        if (m_in.is(i, "a") || m_in.is(i, "such")) {
            readHelp(use, i);
            return;
        }
        const bool isMentor = m_in.is(i + 1, "mentor") || m_in.is(i + 1, "coach") || m_in.is(i + 1, "go-to");
        // "Bob is her first call for everything"
        const bool isFirstCall = m_in.is(i + 1, "first") &&
                                 (m_in.is(i + 2, "call") || m_in.is(i + 2, "stop") || m_in.is(i + 2, "port") ||
                                  m_in.is(i + 2, "choice") || m_in.is(i + 2, "person") || m_in.is(i + 2, "contact"));
        if (!isHis || !m_in.isWord(i + 1) || use.subjectKind != EntityKind::people ||
            (!isMentor && !isFirstCall && !isOneOf(m_in.at(i + 1).word, kRely)))
            return;
        TieFound tie;
        tie.depth = isMentor ? TieDepth::exchange : TieDepth::rely;
        tie.topic = m_in.topicIn(i + 2, m_clauses.last, " about on for with ");
        const People takers = isOwned ? owner->people : m_in.memory.with;
        Pairs pairs;
        for (const Cast::Number a : takers)
            for (const Cast::Number b : use.subject)
                if (a != b)
                    pairs.emplace_back(a, b);
        if (takers.size() == 1)
            addPairs(tie, Flow::toObject, pairs);
    }

    /// "Dele has been a huge help", "is such a support to Tom": to whoever was called, or to the one named.
    void readHelp(const VerbUse& use, std::size_t i)
    {
        constexpr std::size_t kMostWords = 4;
        std::size_t noun = i + 1;
        while (noun < i + kMostWords && m_in.isWord(noun) && !m_in.is(noun, "help") && !m_in.is(noun, "support"))
            ++noun;
        if (!m_in.is(noun, "help") && !m_in.is(noun, "support"))
            return;
        const Entity* helped = m_in.is(noun + 1, "to") || m_in.is(noun + 1, "for") ? personAt(noun + 2) : nullptr;
        const People takers = helped != nullptr              ? m_in.objectOf(*helped, use.subject)
                              : m_in.memory.with.size() == 1 ? m_in.memory.with
                                                             : People();
        if (use.subjectKind != EntityKind::people || use.isElided)
            return;
        Pairs pairs;
        for (const Cast::Number taker : takers)
            for (const Cast::Number giver : use.subject)
                if (taker != giver)
                    pairs.emplace_back(taker, giver);
        TieFound tie;
        tie.depth = TieDepth::exchange;
        tie.topic = m_in.topicIn(noun + 1, m_clauses.last, " with about on ");
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
};

} // namespace

bool findTieAround(const Reading& reading, const VerbUse& use) { return PhraseReader(reading).readAround(use); }

void findTiePhrases(const Reading& reading)
{
    findStates(reading);
    PhraseReader(reading).run();
}

} // namespace weavemap::weaving
