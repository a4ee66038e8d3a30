// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/StateRules.h"

#include "core/weaving/PhraseTable.h"
#include "core/weaving/TieWriter.h"

namespace weavemap::weaving {

namespace {

class StateReader : private TieWriter
{
public:
    using TieWriter::TieWriter;

    void run()
    {
        for (std::size_t i = m_clauses.first; i < m_clauses.last; ++i) {
            if (m_in.isSupposed(i))
                continue;
            const std::string_view lemma = m_in.isWord(i) ? verbOf(m_in.at(i).word).lemma : std::string_view();
            for (const StatePhrase& phrase : statePhrases())
                if (mayStart(m_in, phrase.words, i, lemma) && readState(phrase, i))
                    break;
        }
    }

private:
    bool readState(const StatePhrase& phrase, std::size_t i)
    {
        const PatternMatch found = matchAt(m_in, phrase.words, i, m_clauses.last);
        if (!found.holds || (found.person != nullptr && found.person->kind != EntityKind::people))
            return false;
        People subjects;
        if (!subjectsOf(i, phrase.hasPerson, subjects))
            return false;
        TieFound tie;
        tie.depth = phrase.depth;
        if (phrase.isWork)
            tie.collaboration = i > m_clauses.first && (m_in.is(i - 1, "old") || m_in.is(i - 1, "former"))
                                    ? Collaboration::past
                                    : Collaboration::now;
        const Pairs pairs = phrase.hasPerson ? pairsWith(subjects, *found.person) : pairsAmong(subjects);
        if (pairs.empty())
            return false;
        if (phrase.flow != Flow::mutual)
            tie.topic = m_in.topicIn(found.end, m_clauses.last, " about on for with ");
        if (found.person != nullptr)
            m_in.findings.addDoubts(found.person->doubts);
        addPairs(tie, phrase.flow, pairs);
        return true;
    }

    /// Who stands before the words at `i`, with "is", "got", "an old" between; whoever was called where nobody does.
    bool subjectsOf(std::size_t i, bool canBeLeftOut, People& subjects) const
    {
        std::size_t k = i;
        while (k > m_clauses.first && m_clauses.entityEndingAt(k) == nullptr && m_in.isWord(k - 1)) {
            const std::string& word = m_in.at(k - 1).word;
            const std::string_view lemma = verbOf(word).lemma;
            if (isA(WordClass::negation, word) || (isA(WordClass::modal, word) && word != "'d" && word != "would"))
                return false;
            const bool isLink = isA(WordClass::auxiliary, word) || isA(WordClass::adverb, word) || lemma == "be" ||
                                lemma == "become" || lemma == "get" || lemma == "have" || lemma == "stay" ||
                                lemma == "feel" || word == "'d" || word == "would" || word == "good" || word == "old" ||
                                word == "great" || word == "close" || word == "best" || word == "a" || word == "an" ||
                                word == "big" || word == "huge" || word == "pretty" || word == "very" ||
                                word == "the" || word.ends_with("ly");
            if (!isLink)
                break;
            --k;
        }
        if (const Entity* entity = m_clauses.entityEndingAt(k)) {
            subjects = entity->people;
            return entity->kind == EntityKind::people && !entity->isPossessive && !entity->isObject;
        }
        // "Her mentor is Ruth"
        if (canBeLeftOut && k == m_clauses.first + 1 && (m_in.is(k - 1, "her") || m_in.is(k - 1, "his"))) {
            subjects = m_clauses.subjectByDefault;
            return true;
        }
        if (!canBeLeftOut ||
            (k > m_clauses.first && m_in.isWord(k - 1) && !m_in.is(k - 1, "and") && !m_in.is(k - 1, "but")))
            return false;
        subjects = !m_clauses.verbs.empty() && m_clauses.verbs.front().token < k &&
                           m_clauses.verbs.front().subjectKind == EntityKind::people
                       ? m_clauses.verbs.front().subject
                       : m_clauses.subjectByDefault;
        return true;
    }
};

} // namespace

void findStates(const Reading& reading) { StateReader(reading).run(); }

} // namespace weavemap::weaving
