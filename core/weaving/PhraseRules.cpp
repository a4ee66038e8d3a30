// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/PhraseRules.h"

#include <algorithm>
#include <utility>

#include "core/weaving/PhraseTable.h"

namespace weavemap::weaving {

namespace {

class PhraseReader
{
public:
    explicit PhraseReader(const Reading& reading) : m_in(reading), m_clauses(reading.clauses) {}

    void run()
    {
        if (m_in.sentence.label != Label::none)
            return;
        const auto& items = m_in.findings.items(); // those of this sentence are the last ones
        for (auto item = items.rbegin(); item != items.rend() && item->words == m_in.words(); ++item)
            if (isWish(item->kind))
                m_known.push_back(item->kind);
        for (std::size_t i = m_clauses.first; i < m_clauses.last; ++i) {
            const std::string_view lemma = m_in.isWord(i) ? verbOf(m_in.at(i).word).lemma : std::string_view();
            for (const WishPhrase& phrase : wishPhrases())
                if (!isKnown(phrase.kind) && mayStart(m_in, phrase.words, i, lemma))
                    readAt(phrase, i);
        }
    }

private:
    static bool isWish(ProposalKind kind)
    {
        return kind == ProposalKind::need || kind == ProposalKind::offer || kind == ProposalKind::barrier;
    }

    bool isKnown(ProposalKind kind) const { return std::find(m_known.begin(), m_known.end(), kind) != m_known.end(); }

    void readAt(const WishPhrase& phrase, std::size_t i)
    {
        if (isHelper(phrase, i))
            return;
        const PatternMatch whole = matchAt(m_in, phrase.words, i, m_clauses.last);
        if (!whole.holds || isSupposed(phrase, i) || (phrase.kind == ProposalKind::barrier && hasWithout(whole)))
            return;
        const WordPattern lead(phrase.words.begin(),
                               phrase.words.begin() + static_cast<std::ptrdiff_t>(phrase.textFrom));
        std::size_t from = phrase.textFrom == 0 || phrase.kind == ProposalKind::barrier
                               ? i
                               : matchAt(m_in, lead, i, m_clauses.last).end;
        const std::size_t last = m_clauses.last;
        if (from >= last || m_in.text(from, last).empty())
            return;
        People owners;
        if (!ownersAt(phrase, i, whole, owners) || owners.empty())
            return;
        const bool isWhole = phrase.kind == ProposalKind::barrier || phrase.isWhole;
        add(phrase.kind, owners, isWhole ? m_clauses.first : from, last);
    }

    /// "had said he would send": no "have" of its own.
    bool isHelper(const WishPhrase& phrase, std::size_t i) const
    {
        return phrase.words.front().part == PatternElement::Part::lemma && m_in.isWord(i) &&
               verbOf(m_in.at(i).word).lemma == "have" &&
               std::none_of(m_clauses.verbs.begin(), m_clauses.verbs.end(),
                            [i](const VerbUse& use) { return use.token == i; });
    }

    /// "couldn't get through the year without Ben" is a tie.
    bool hasWithout(const PatternMatch& match) const
    {
        for (std::size_t i = match.end; i + 1 < m_clauses.last; ++i)
            if (m_in.is(i, "without") && m_clauses.entityAt(i + 1) != nullptr)
                return true;
        return false;
    }

    /// A question asks the office; "if" and "doubts" take back what follows.
    bool isSupposed(const WishPhrase& phrase, std::size_t i) const
    {
        if (m_in.sentence.isQuestion && phrase.kind == ProposalKind::need)
            return false;
        const bool isCondition = m_clauses.hasCondition && m_clauses.condition > m_clauses.first;
        return !isCondition && m_in.isSupposed(i);
    }

    /// Whose it is: the subject before the phrase, for a barrier the one it is said of. False where that is nobody.
    bool ownersAt(const WishPhrase& phrase, std::size_t i, const PatternMatch& match, People& owners) const
    {
        if (phrase.kind == ProposalKind::barrier) {
            owners = keptPeople(match);
            return true;
        }
        if (phrase.isWhole) {
            owners = firstNamed();
            return true;
        }
        std::size_t k = i;
        while (k > m_clauses.first && m_clauses.entityEndingAt(k) == nullptr && m_in.isWord(k - 1)) {
            const std::string& word = m_in.at(k - 1).word;
            if (isA(WordClass::negation, word))
                return false;
            if (!isA(WordClass::auxiliary, word) && !isA(WordClass::adverb, word) && !isA(WordClass::modal, word) &&
                !word.ends_with("ly"))
                break;
            --k;
        }
        if (const Entity* entity = m_clauses.entityEndingAt(k)) {
            owners = entity->people;
            if (entity->kind == EntityKind::doubt)
                m_in.findings.addDoubts(entity->doubts);
            return entity->kind == EntityKind::people && !entity->isPossessive;
        }
        const VerbUse* before = nullptr;
        for (const VerbUse& use : m_clauses.verbs)
            if (use.token < i && use.subjectKind == EntityKind::people && !use.subject.empty())
                before = &use;
        owners = before != nullptr ? before->subject : m_clauses.subjectByDefault;
        // "the school has no plan": a noun there is nobody.
        return k == m_clauses.first || !m_in.isWord(k - 1) || before != nullptr ||
               isA(WordClass::preposition, m_in.at(k - 1).word) || isA(WordClass::determiner, m_in.at(k - 1).word);
    }

    /// Who the clause begins with, also as whose it is.
    People firstNamed() const
    {
        if (!m_clauses.entities.empty() && m_clauses.entities.front().kind == EntityKind::people &&
            !m_clauses.entities.front().isObject)
            return m_clauses.entities.front().people;
        return m_clauses.subjectByDefault;
    }

    People keptPeople(const PatternMatch& match) const
    {
        if (match.person != nullptr)
            return m_in.objectOf(*match.person, {});
        for (const Entity& entity : m_clauses.entities)
            if (entity.kind == EntityKind::people && !entity.isPossessive)
                return m_in.objectOf(entity, {});
        return m_clauses.subjectByDefault;
    }

    void add(ProposalKind kind, const People& people, std::size_t first, std::size_t last)
    {
        std::string topic = m_in.takeTag(first, last);
        ItemFound item;
        item.kind = kind;
        item.people = people;
        item.text = m_in.text(first, last);
        item.topic = !topic.empty()                  ? std::move(topic)
                     : kind == ProposalKind::barrier ? std::string()
                                                     : m_in.topicIn(first, last, " on about ");
        item.words = m_in.words();
        m_in.findings.addItem(std::move(item));
        m_known.push_back(kind);
    }

    const Reading& m_in;
    const Clauses& m_clauses;
    std::vector<ProposalKind> m_known;
};

} // namespace

void findWishPhrases(const Reading& reading) { PhraseReader(reading).run(); }

} // namespace weavemap::weaving
