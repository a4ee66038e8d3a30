// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/IntroductionRules.h"

#include <algorithm>
#include <utility>

namespace weavemap::weaving {

namespace {

class IntroductionReader
{
public:
    explicit IntroductionReader(const Reading& reading) : m_in(reading), m_clauses(reading.clauses) {}

    void run()
    {
        if (m_in.sentence.label == Label::introduction) {
            readLabel();
            return;
        }
        for (const VerbUse& use : m_clauses.verbs) {
            if (use.isNegated)
                continue;
            if (m_in.isSupposed(use.token)) {
                if (isAskedOfUs(use) || isOurIdea(use)) {
                    readAct(use);
                    readTogether(use);
                    if (m_in.sentence.isQuestion && use.subjectKind == EntityKind::people)
                        readWish(use);
                }
                continue;
            }
            readWish(use);
            readAct(use);
            readTogether(use);
        }
        readNoun();
        readElided();
    }

private:
    bool is(std::size_t i, std::string_view word) const { return m_in.is(i, word); }

    void add(const People& ones, const People& others)
    {
        for (const Cast::Number one : ones)
            for (const Cast::Number other : others) {
                if (one == other)
                    continue;
                ItemFound item;
                item.kind = ProposalKind::introduction;
                item.people = {one, other};
                item.topic = m_in.takeTag(m_clauses.first, m_clauses.last);
                item.words = m_in.words();
                const bool isKnown = std::any_of(
                    m_in.findings.items().begin(), m_in.findings.items().end(), [&](const ItemFound& known) {
                        return known.kind == item.kind && known.people.size() == 2 &&
                               std::is_permutation(known.people.begin(), known.people.end(), item.people.begin());
                    });
                if (!isKnown)
                    m_in.findings.addItem(std::move(item));
            }
    }

    /// "Intro: to Ibrahim"
    void readLabel()
    {
        for (const Entity& entity : m_clauses.entities)
            if (entity.kind == EntityKind::people && !entity.isPronoun) {
                if (entity.people.size() == 2 && m_clauses.subjectByDefault.empty())
                    add({entity.people[0]}, {entity.people[1]});
                else
                    add(m_clauses.subjectByDefault, entity.people);
            }
    }

    /// "Never met Dana, would love to"
    void readElided()
    {
        for (const VerbUse& use : m_clauses.verbs) {
            const std::string_view lemma = use.verb.lemma;
            if ((lemma != "meet" && lemma != "know" && lemma != "talk") || !use.isNegated)
                continue;
            const Entity* other = personFrom(use.token + 1);
            if (other == nullptr || use.subjectKind != EntityKind::people)
                continue;
            for (std::size_t i = other->last; i + 2 < m_clauses.last + 1; ++i) {
                const bool isAsked =
                    (is(i, "introduction") || is(i, "intro")) && !is(i + 1, "to") && !is(i + 1, "with");
                if (isAsked)
                    add(use.subject, m_in.objectOf(*other, use.subject));
                const bool isWish =
                    (is(i, "love") || is(i, "like") || is(i, "wants") || is(i, "hopes")) && is(i + 1, "to");
                if (isWish && !m_in.isWord(i + 2))
                    add(use.subject, m_in.objectOf(*other, use.subject));
            }
        }
    }

    static bool wishes(std::string_view matrix)
    {
        return matrix == "want" || matrix == "like" || matrix == "love" || matrix == "hope" || matrix == "wish" ||
               matrix == "ask" || matrix == "keen" || matrix == "eager" || matrix == "happy" || matrix == "glad";
    }

    /// The person at `i`, behind "with" and "to".
    const Entity* personFrom(std::size_t i) const
    {
        for (std::size_t k = i; k < i + 5 && k < m_clauses.last; ++k) {
            if (const Entity* entity = m_clauses.entityAt(k))
                return entity->isPossessive ? nullptr : entity;
            if (!is(k, "to") && !is(k, "with") && !is(k, "up") && !is(k, "know") && !is(k, "in") && !is(k, "touch") &&
                !is(k, "both"))
                return nullptr;
        }
        return nullptr;
    }

    /// "asked whether I could introduce her to Dele"
    bool isAskedOfUs(const VerbUse& use) const
    {
        if (!m_clauses.hasCondition || use.token < m_clauses.condition || m_clauses.isDenied ||
            m_clauses.condition == m_clauses.first ||
            (use.subjectKind != EntityKind::writer && use.subjectKind != EntityKind::reader))
            return false;
        std::size_t asks = m_clauses.condition - 1;
        if (const Entity* asked = m_clauses.entityEndingAt(m_clauses.condition);
            asked != nullptr && asked->first > m_clauses.first)
            asks = asked->first - 1;
        const auto verb = std::find_if(m_clauses.verbs.begin(), m_clauses.verbs.end(),
                                       [asks](const VerbUse& other) { return other.token == asks; });
        return verb != m_clauses.verbs.end() && (verb->verb.lemma == "ask" || verb->verb.lemma == "wonder") &&
               !verb->isNegated;
    }

    /// "Could we put the two of them in touch?"
    bool isOurIdea(const VerbUse& use) const
    {
        // "He'd like to meet her, could we set that up?"
        for (std::size_t i = use.token; m_in.sentence.isQuestion && i + 2 < m_clauses.last; ++i)
            if (m_in.at(i).kind == TokenKind::comma && (is(i + 1, "could") || is(i + 1, "can") || is(i + 1, "shall")) &&
                (is(i + 2, "we") || is(i + 2, "i")))
                return true;
        const bool isModal = m_in.at(m_clauses.first).is("could") || m_in.at(m_clauses.first).is("can") ||
                             m_in.at(m_clauses.first).is("should") || m_in.at(m_clauses.first).is("shall");
        return m_in.sentence.isQuestion && m_in.sentence.voice == Voice::staff &&
               use.subjectKind == EntityKind::writer && (use.isUnreal || isModal);
    }

    /// Whom somebody wishes to meet others: "wants Ben and Carla to meet", "would like him to meet Raj".
    const Entity* wishedFor(const VerbUse& use) const
    {
        std::size_t to = use.token;
        while (to > m_clauses.first && !is(to - 1, "to") && isA(WordClass::adverb, m_in.at(to - 1).word))
            --to;
        const Entity* who = to > m_clauses.first && is(to - 1, "to") ? m_clauses.entityEndingAt(to - 1) : nullptr;
        if (who == nullptr || who->first == m_clauses.first || who->isPossessive ||
            (who->kind != EntityKind::people && who->kind != EntityKind::doubt))
            return nullptr;
        const auto wish = std::find_if(m_clauses.verbs.begin(), m_clauses.verbs.end(),
                                       [who](const VerbUse& other) { return other.token + 1 == who->first; });
        const bool holds = wish != m_clauses.verbs.end() && !wish->isNegated &&
                           (wishes(wish->verb.lemma) || wish->verb.lemma == "need") &&
                           (!wish->verb.has(VerbForm::past) || wish->verb.lemma == "ask");
        return holds ? who : nullptr;
    }

    bool hasShould(const VerbUse& use) const
    {
        for (std::size_t i = use.groupFirst; i < use.token; ++i)
            if (is(i, "should") || is(i, "must"))
                return true;
        return false;
    }

    /// "would love to meet Ben", "asked to be put in touch with Seun", "Theo should meet Ana"
    void readWish(const VerbUse& use)
    {
        const std::string_view lemma = use.verb.lemma;
        const bool talks =
            (lemma == "talk" || lemma == "speak" || lemma == "chat") && use.matrix != "happy" && use.matrix != "glad";
        const bool meets = talks || lemma == "meet" || lemma == "connect" ||
                           (lemma == "get" && is(use.token + 1, "to") && is(use.token + 2, "know")) ||
                           (lemma == "get" && hasTouch(use.token + 1)) ||
                           (lemma == "know" && is(use.token - 1, "to") && is(use.token - 2, "get"));
        const bool isPut = (lemma == "introduce" || lemma == "put" || lemma == "connect") && use.isPassive;
        if (!meets && !isPut)
            return;
        // "wants us to connect Jolene with Denise"
        if (const Entity* between = use.token > m_clauses.first ? m_clauses.entityEndingAt(use.token - 1) : nullptr;
            between != nullptr && is(use.token - 1, "to") && between->kind == EntityKind::writer)
            return;
        if (const Entity* who = wishedFor(use); who != nullptr) {
            const Entity* other = personFrom(use.token + 1);
            m_in.findings.addDoubts(who->doubts);
            const People ones = m_in.objectOf(*who, {});
            if (other != nullptr) {
                m_in.findings.addDoubts(other->doubts);
                add(ones, m_in.objectOf(*other, ones));
            } else if (ones.size() == 2) {
                add({ones[0]}, {ones[1]});
            }
            return;
        }
        if (use.subjectKind != EntityKind::people || use.subject.empty() || !use.isUnreal)
            return;
        if (!wishes(use.matrix) && use.matrix != "ought" && !(use.matrix.empty() && hasShould(use)))
            return;
        const Entity* other = personFrom(use.token + 1);
        if (other == nullptr &&
            (lemma == "meet" || lemma == "talk" || lemma == "connect" || (isPut && hasShould(use))) &&
            use.subject.size() == 2)
            add({use.subject[0]}, {use.subject[1]}); // "Carla and Dele should meet"
        if (other == nullptr)
            return;
        m_in.findings.addDoubts(other->doubts);
        add(use.subject, m_in.objectOf(*other, use.subject));
    }

    /// "Introduce Paolo to Brenda", "connect her with Dmitri", "put Duc in touch with Rukhsana"; done already: they
    /// have met.
    void readAct(const VerbUse& use)
    {
        const std::string_view lemma = use.verb.lemma;
        if (use.isPassive || (lemma != "introduce" && lemma != "intro" && lemma != "connect" && lemma != "hook" &&
                              lemma != "put" && lemma != "pair" && lemma != "match"))
            return;
        const Entity* one = m_clauses.entityAt(use.token + 1);
        if (one == nullptr || (lemma == "put" && !hasTouch(one->last)))
            return;
        const Entity* other = nullptr;
        for (std::size_t i = one->last; i < m_clauses.last && i < one->last + 6; ++i) {
            if (const Entity* entity = m_clauses.entityAt(i);
                entity != nullptr && isA(WordClass::preposition, m_in.at(i - 1).word)) {
                other = entity;
                break;
            }
            if (!m_in.isWord(i))
                break;
        }
        m_in.findings.addDoubts(one->doubts);
        People ones = m_in.objectOf(*one, {}), others;
        if (ones.empty() && !m_clauses.speaker.empty() && one->kind == EntityKind::people)
            ones = m_clauses.speaker;
        if (other != nullptr && other->kind == EntityKind::people && !other->isPossessive) {
            m_in.findings.addDoubts(other->doubts);
            others = m_in.objectOf(*other, ones);
        } else if (other == nullptr && ones.size() == 2 && lemma != "hook") {
            others = {ones[1]};
            ones = {ones[0]};
        }
        const bool isDone =
            !use.isUnreal && !m_in.sentence.isQuestion && !use.isImperative && use.subjectKind != EntityKind::reader &&
            (use.verb.has(VerbForm::past) || use.isPerfect) && lemma != "hook" &&
            !(lemma == "put" &&
              (use.subjectKind == EntityKind::unknown || (use.isElided && !use.isPerfect && !saysWhen(use))));
        if (!isDone) {
            add(ones, others);
            return;
        }
        for (const Cast::Number a : ones)
            for (const Cast::Number b : others) {
                TieFound tie;
                tie.a = a;
                tie.b = b;
                tie.depth = TieDepth::talked;
                tie.words = m_in.words();
                const People& with = m_in.memory.with;
                if (with.size() == 1 && with.front() != a && with.front() != b)
                    tie.heardFrom = with.front();
                m_in.findings.addTie(std::move(tie));
            }
    }

    /// "get Ben and Carla together", "bring the two of them together"
    void readTogether(const VerbUse& use)
    {
        if ((use.verb.lemma != "get" && use.verb.lemma != "bring" && use.verb.lemma != "put") ||
            !(use.isUnreal || use.isImperative || m_in.isSupposed(use.token) ||
              (use.verb.lemma == "put" && use.isElided)))
            return;
        const Entity* both = m_clauses.entityAt(use.token + 1);
        if (both == nullptr || both->kind != EntityKind::people || !is(both->last, "together"))
            return;
        const People people = m_in.objectOf(*both, {});
        m_in.findings.addDoubts(both->doubts);
        for (std::size_t i = 0; i < people.size(); ++i)
            for (std::size_t k = i + 1; k < people.size(); ++k)
                add({people[i]}, {people[k]});
    }

    /// "put Ana in touch with Ben last week": the bare verb tells what happened.
    bool saysWhen(const VerbUse& use) const
    {
        for (std::size_t i = use.token; i < m_clauses.last; ++i)
            if (is(i, "last") || is(i, "ago") || is(i, "yesterday") || is(i, "already") || is(i, "earlier"))
                return true;
        return false;
    }

    bool hasTouch(std::size_t i) const { return is(i, "in") && (is(i + 1, "touch") || is(i + 1, "contact")); }

    /// "wants an intro to Rafa", "I'd love an introduction to Hana"
    void readNoun()
    {
        for (std::size_t i = m_clauses.first; i + 2 < m_clauses.last; ++i) {
            if (!is(i, "intro") && !is(i, "introduction"))
                continue;
            if (!is(i + 1, "to") && !is(i + 1, "with"))
                continue;
            const Entity* other = m_clauses.entityAt(i + 2);
            const VerbUse* verb = nullptr;
            for (const VerbUse& use : m_clauses.verbs)
                if (use.token < i)
                    verb = &use;
            if (other == nullptr || other->isPossessive ||
                (verb != nullptr && (verb->isNegated || m_in.isSupposed(verb->token))))
                continue;
            const bool isMember = verb == nullptr || verb->subjectKind == EntityKind::people;
            People ones = verb == nullptr || !isMember || verb->isElided ? m_clauses.subjectByDefault : verb->subject;
            if (verb != nullptr && verb->subjectKind == EntityKind::unknown)
                continue;
            if (verb != nullptr)
                m_in.findings.addDoubts(verb->subjectDoubts);
            m_in.findings.addDoubts(other->doubts);
            add(ones, m_in.objectOf(*other, ones));
        }
    }

    const Reading& m_in;
    const Clauses& m_clauses;
};

} // namespace

void findIntroductions(const Reading& reading) { IntroductionReader(reading).run(); }

} // namespace weavemap::weaving
