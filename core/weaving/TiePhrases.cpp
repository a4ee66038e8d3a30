// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/TiePhrases.h"

#include <algorithm>
#include <iterator>

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
        findNames();
    }

private:
    /// "couldn't run this place without Amara", "Without Desmond she wouldn't manage".
    bool readWithout(const VerbUse& use)
    {
        if (!use.isNegated || !use.isUnreal || use.subjectKind != EntityKind::people)
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
            TieFound tie;
            tie.depth = TieDepth::rely;
            if (i > use.token && m_in.is(use.token + 1, "the"))
                tie.topic = m_in.nounPhrase(use.token + 1, i);
            m_in.findings.addDoubts(person->doubts);
            addPairs(tie, Flow::toObject, pairsWith(use.subject, *person));
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
            isPut = isPut || lemma == "put" || lemma == "get" || word == "to" || isA(WordClass::modal, word);
            if (!isA(WordClass::auxiliary, word) && !isA(WordClass::adverb, word) && !isA(WordClass::negation, word) &&
                word != "longer" && lemma != "stay" && lemma != "keep" && lemma != "be" && lemma != "fall" && !isPut)
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
        } else {
            pairs = pairsAmong(subjects);
        }
        TieFound tie;
        tie.isEnded = isNegated || isOut;
        tie.depth = tie.isEnded ? TieDepth::unknown : TieDepth::talked;
        addPairs(tie, Flow::mutual, pairs);
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
        const bool isHis = m_in.is(i, "her") || m_in.is(i, "his") || m_in.is(i, "my");
        static constexpr std::string_view kRely[]{"rock",      "lifeline", "anchor",  "go-to",
                                                  "lifesaver", "backbone", "sounding"};
        const bool isMentor = m_in.is(i + 1, "mentor") || m_in.is(i + 1, "coach");
        if (!isHis || !m_in.isWord(i + 1) || use.subjectKind != EntityKind::people ||
            (!isMentor && std::find(std::begin(kRely), std::end(kRely), m_in.at(i + 1).word) == std::end(kRely)))
            return;
        TieFound tie;
        tie.depth = isMentor ? TieDepth::exchange : TieDepth::rely;
        Pairs pairs;
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
};

} // namespace

bool findTieAround(const Reading& reading, const VerbUse& use) { return PhraseReader(reading).readAround(use); }

void findTiePhrases(const Reading& reading) { PhraseReader(reading).run(); }

} // namespace weavemap::weaving
