// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/PromiseRules.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/weaving/ErrandRules.h"
#include "core/weaving/PromiseWords.h"

namespace weavemap::weaving {

namespace {

class PromiseReader
{
public:
    explicit PromiseReader(const Reading& reading) : m_in(reading), m_clauses(reading.clauses) {}

    void run()
    {
        const Label label = m_in.sentence.label;
        if (m_in.sentence.isQuestion || (label != Label::none && label != Label::todo && label != Label::todoTheirs))
            return;
        if (isKept())
            return;
        for (const VerbUse& use : m_clauses.verbs)
            if (!isMarked(use.token))
                readVerb(use);
        findErrands(m_in, m_found == 0);
    }

private:
    bool is(std::size_t i, std::string_view word) const { return m_in.is(i, word); }
    bool isLabelled() const { return m_in.sentence.label == Label::todo || m_in.sentence.label == Label::todoTheirs; }

    /// Behind a mark: "+offer songs for morning circle".
    bool isMarked(std::size_t token) const
    {
        for (std::size_t i = m_clauses.first; i < token; ++i)
            if (m_in.at(i).mark == '!' || m_in.at(i).mark == '+')
                return true;
        return false;
    }

    /// A promise of the past that was kept, or one that was never made.
    bool isKept() const
    {
        bool isPromised = false, isOpen = false, isDone = false;
        for (std::size_t i = m_clauses.first; i < m_clauses.last; ++i) {
            isOpen = isOpen || is(i, "still") || (is(i, "not") && is(i + 1, "yet"));
            isDone = isDone || is(i, "done") || is(i, "already");
        }
        for (const VerbUse& use : m_clauses.verbs) {
            const std::string_view lemma = use.verb.lemma;
            const bool promises =
                lemma == "promise" || lemma == "say" || lemma == "tell" || lemma == "owe" || lemma == "offer";
            if (promises && use.isPastPerfect)
                return !isOpen;
            if (lemma == "promise" && use.isNegated)
                return true;
            isPromised = isPromised || promises;
            const bool happened =
                use.verb.has(VerbForm::past) && !use.verb.has(VerbForm::base) && !use.isNegated && !use.isUnreal;
            isDone = isDone || (isPromised && happened && !promises &&
                                (isAction(lemma) || lemma == "come" || lemma == "do" || lemma == "deliver"));
        }
        return isPromised && isDone && !isOpen;
    }

    /// "us", "me" of the staff: who a member's promise is for.
    bool isForUs(const VerbUse& use) const
    {
        for (const Entity& entity : m_clauses.entities)
            if (entity.first > use.token && entity.first < use.end &&
                (entity.kind == EntityKind::writer || entity.kind == EntityKind::reader) && !is(entity.first, "i") &&
                !is(entity.first, "we"))
                return true;
        return false;
    }

    bool saysSo(std::size_t before) const
    {
        for (const VerbUse& use : m_clauses.verbs)
            if (use.token < before &&
                (use.verb.lemma == "say" || use.verb.lemma == "tell" || use.verb.lemma == "promise" ||
                 use.verb.lemma == "agree") &&
                !use.isNegated)
                return true;
        return false;
    }

    bool hasModal(const VerbUse& use, std::string_view modal) const
    {
        for (std::size_t i = use.groupFirst; i < use.token; ++i)
            if (is(i, modal))
                return true;
        return false;
    }

    void readVerb(const VerbUse& use)
    {
        if (use.isNegated || m_in.isSupposed(use.token) || (use.subjectKind == EntityKind::unknown && !use.isElided) ||
            isNoun(use))
            return;
        const bool isMine = use.subjectKind == EntityKind::writer;
        const bool isTheirs = use.subjectKind == EntityKind::people && !use.isElided;
        if (use.subjectKind == EntityKind::reader) {
            // Said to us: "You'll have my answer by Sunday."
            if (use.isFuture && use.verb.lemma == "have" && m_clauses.speaker.size() + m_in.memory.with.size() > 0)
                add(use, Promiser::them, m_clauses.speaker.empty() ? m_in.memory.with : m_clauses.speaker);
            return;
        }
        if (isMine ? isOurPromise(use) : use.isElided ? isOurElided(use) : false)
            add(use, m_in.sentence.label == Label::todoTheirs ? Promiser::them : Promiser::us, concerned(use));
        else if (isTheirs || use.isElided)
            readTheirs(use);
    }

    /// "call with Ana", "Email from Ben": no verbs.
    bool isNoun(const VerbUse& use) const
    {
        const std::size_t next = use.token + 1;
        return use.isImperative && (is(next, "with") || is(next, "from") || is(next, "went") || is(next, "was") ||
                                    is(next, "is") || is(next, "of") || is(next, "log"));
    }

    /// "will share his log in two weeks": a deed of their own with a day, and no coming or going.
    bool isDatedDeed(const VerbUse& use) const
    {
        return use.isFuture && !use.isElided && use.matrix.empty() && !isEvent(use.verb.lemma) && namesNoOther(use) &&
               !hasModal(use, "could") && m_in.dateIn(rangeFirst(use), rangeLast(use)) != nullptr;
    }

    /// "I'd mail her the forms; mailed them Friday"
    bool isKeptNext(const VerbUse& use) const
    {
        const std::size_t next = m_clauses.last;
        if (next >= m_in.note.tokens.size() || !m_in.note.tokens[next - 1].is(";"))
            return false;
        const Verb verb = verbOf(m_in.note.tokens[next].word);
        return verb.lemma == use.verb.lemma && verb.has(VerbForm::past);
    }

    bool isOurPromise(const VerbUse& use) const
    {
        const std::string_view lemma = use.verb.lemma;
        if (isKeptNext(use))
            return false;
        if (isBooked(use))
            return true;
        if (lemma == "owe")
            return !use.verb.has(VerbForm::past) || isStill(use);
        if (lemma == "promise")
            return !use.isUnreal && !hasInfinitive(use);
        if (isState(lemma) && !(lemma == "have" && use.isFuture && hasDelivery(use)))
            return false;
        if (use.matrix == "promise" || use.matrix == "agree" || use.matrix == "undertake" || use.matrix == "supposed" ||
            use.matrix == "mean" || use.matrix == "due")
            return true;
        if (use.isProgressive && !use.isUnreal)
            return !use.isPerfect && !use.verb.has(VerbForm::past) && !isPastProgressive(use) &&
                   m_in.dateIn(rangeFirst(use), rangeLast(use)) != nullptr;
        if (use.matrix == "going" && isPastProgressive(use))
            return false; // "was going to send it"
        if (use.isFuture || hasModal(use, "should") || hasModal(use, "must"))
            return lemma != "see" || !m_clauses.hasCondition || isAction(lemma);
        if (!isAction(lemma))
            return use.isUnreal && saysSo(use.token) && (hasModal(use, "'d") || hasModal(use, "would"));
        if (use.matrix == "promise" || use.matrix == "need" || use.matrix == "have" || use.matrix == "plan" ||
            use.matrix == "be" || use.matrix == "agree" || use.matrix == "offer" || use.matrix == "going" ||
            use.matrix == "remind")
            return true;
        if (use.isUnreal)
            return saysSo(use.token) && (hasModal(use, "'d") || hasModal(use, "would"));
        return use.verb.has(VerbForm::base) && !use.verb.has(VerbForm::past) &&
               m_in.dateIn(rangeFirst(use), rangeLast(use)) != nullptr;
    }

    /// "I was sending her the list on Friday"
    bool isPastProgressive(const VerbUse& use) const
    {
        for (std::size_t i = use.groupFirst; i < use.token; ++i)
            if (is(i, "was") || is(i, "were") || is(i, "been"))
                return true;
        return false;
    }

    /// "I'll have the form to him by Monday"
    bool hasDelivery(const VerbUse& use) const
    {
        for (std::size_t i = use.token + 1; i + 1 < m_clauses.last; ++i)
            if ((is(i, "to") || is(i, "for") || is(i, "with")) && m_clauses.entityAt(i + 1) != nullptr)
                return true;
        return false;
    }

    /// "Pencilled in a visit for 14 April"
    bool isBooked(const VerbUse& use) const
    {
        return isBooking(use.verb.lemma) && use.verb.has(VerbForm::past) && !use.isUnreal && !use.isNegated &&
               m_in.sentence.voice == Voice::staff && m_in.dateIn(rangeFirst(use), rangeLast(use)) != nullptr;
    }

    bool isStill(const VerbUse& use) const
    {
        for (std::size_t i = m_clauses.first; i < use.token; ++i)
            if (is(i, "still"))
                return true;
        return false;
    }

    bool hasInfinitive(const VerbUse& use) const
    {
        return std::any_of(m_clauses.verbs.begin(), m_clauses.verbs.end(), [&use](const VerbUse& other) {
            return other.token > use.token && other.matrix == use.verb.lemma;
        });
    }

    /// Without a subject: "send him the form", "will call her back", "Promised to mail her".
    bool isOurElided(const VerbUse& use) const
    {
        const std::string_view lemma = use.verb.lemma;
        if (m_in.sentence.voice == Voice::letter || m_in.at(use.token).isQuoted)
            return false;
        if (const Entity* next = m_clauses.entityAt(use.token + 1);
            lemma == "remind" && next != nullptr && next->kind == EntityKind::writer)
            return false; // "remind me to ...": what follows is it
        if (use.matrix == "remind")
            return true;
        if (lemma == "owe")
            return !isForUs(use) && use.verb.has(VerbForm::base);
        if (lemma == "promise")
            return !isForUs(use) && !hasInfinitive(use) && m_in.isWord(use.token + 1) && !use.isUnreal &&
                   !isTheirWord(use);
        if (isBooked(use))
            return true;
        // "Sending her the list on Friday"
        if (use.isProgressive && use.groupFirst == use.token && use.token == m_clauses.first && isAction(lemma) &&
            use.verb.has(VerbForm::ing))
            return !isForUs(use) && m_in.dateIn(rangeFirst(use), rangeLast(use)) != nullptr;
        // "Set up a call for Thursday", "Put Ana down for May 3": the form is of the past, the day is not.
        if (isAction(lemma) && use.token == m_clauses.first && use.verb.has(VerbForm::base) &&
            use.verb.has(VerbForm::past))
            return m_in.dateIn(rangeFirst(use), rangeLast(use)) != nullptr;
        // "Will do the e-mail on Wednesday"
        if (use.isFuture && use.matrix.empty() && !isForUs(use) && !isSending(lemma) &&
            (!isState(lemma) || lemma == "do") && !isEvent(lemma) && m_in.isWord(use.token + 1) &&
            isA(WordClass::determiner, m_in.at(use.token + 1).word) &&
            m_in.dateIn(rangeFirst(use), rangeLast(use)) != nullptr)
            return true;
        if (isState(lemma))
            return false;
        if (use.isImperative && use.token == m_clauses.first && !isAction(lemma) && lemma != "do")
            return use.verb.has(VerbForm::base) && m_in.dateIn(rangeFirst(use), rangeLast(use)) != nullptr;
        if (!isAction(lemma))
            return false;
        if (use.isImperative || isLabelled())
            return use.verb.has(VerbForm::base);
        if (use.matrix == "promise")
            return !isForUs(use);
        if ((use.matrix == "need" || use.matrix == "have") &&
            (is(use.groupFirst, "need") || is(use.groupFirst, "have")))
            return true;
        if (use.isUnreal && !use.isFuture)
            return false;
        const bool isFuture = use.isFuture && use.matrix != "to" && !(use.matrix == "going" && isPastProgressive(use));
        const Entity* object = objectAfter(use);
        return isFuture && !isForUs(use) && (isOurs(lemma) || object != nullptr || hasDelivery(use));
    }

    const Entity* objectAfter(const VerbUse& use) const
    {
        const Entity* entity = m_clauses.entityAt(use.token + 1);
        return entity != nullptr && entity->kind == EntityKind::people ? entity : nullptr;
    }

    void readTheirs(const VerbUse& use)
    {
        const std::string_view lemma = use.verb.lemma;
        if (use.subject.empty() || use.subjectKind != EntityKind::people || lemma == "say" || lemma == "tell")
            return;
        const bool isForUsAll = isForUs(use);
        const bool isDeed = !isState(lemma);
        const bool isDated = m_in.dateIn(rangeFirst(use), rangeLast(use)) != nullptr;
        bool holds = false;
        if (lemma == "owe")
            holds = isForUsAll && !is(use.token + 2, "nothing");
        else if (lemma == "have" && use.isFuture)
            holds = isForUsAll && isDated && use.matrix.empty();
        else if (lemma == "promise")
            holds = !use.isUnreal && !hasInfinitive(use) && (isForUsAll || isTheirWord(use));
        else if (use.matrix == "promise" || use.matrix == "agree")
            holds = true;
        else if (use.isProgressive && !use.isUnreal)
            holds = isDated && !isPastProgressive(use) && (isForUsAll || (isSending(lemma) && namesNoOther(use)));
        else if (use.matrix == "have" || use.matrix == "need" || use.matrix == "plan" || use.matrix == "be" ||
                 use.matrix == "supposed" || use.matrix == "due")
            holds = isDeed && isForUsAll;
        else if (use.isFuture || use.matrix == "going")
            holds =
                isDeed && (isForUsAll || isDatedDeed(use) ||
                           (isSending(lemma) && (use.matrix.empty() || use.matrix == "to" || use.matrix == "going") &&
                            namesNoOther(use)));
        else if (use.isUnreal)
            holds = use.matrix.empty() && saysSo(use.token) && isDeed &&
                    (isForUsAll || (isDated && isSending(lemma) && namesNoOther(use))) &&
                    (hasModal(use, "'d") || hasModal(use, "would"));
        else
            holds = use.verb.has(VerbForm::third) && isForUsAll && isDeed &&
                    m_in.dateIn(rangeFirst(use), rangeLast(use)) != nullptr;
        if (holds)
            add(use, Promiser::them,
                lemma == "promise" && isTheirWord(use) ? m_clauses.entityAt(m_clauses.first)->people : use.subject);
    }

    /// "Ike - no bio, promised it by Friday": who the sentence begins with promised, nobody in particular is promised.
    bool isTheirWord(const VerbUse& use) const
    {
        const Entity* first = m_clauses.entityAt(m_clauses.first);
        return first != nullptr && first->kind == EntityKind::people && !first->isObject &&
               objectAfter(use) == nullptr &&
               (is(use.token + 1, "it") || is(use.token + 1, "that") || is(use.token + 1, "this"));
    }

    bool namesNoOther(const VerbUse& use) const
    {
        const Entity* object = objectAfter(use);
        return object == nullptr;
    }

    /// Whom our promise is about: the first one named behind the verb, else who was called.
    People concerned(const VerbUse& use)
    {
        if (m_in.sentence.label == Label::todoTheirs)
            return m_in.memory.with;
        const std::size_t last = rangeLast(use);
        for (const Entity& entity : m_clauses.entities) {
            if (entity.first <= use.token || entity.first >= last || entity.isPossessive)
                continue;
            if (entity.kind == EntityKind::people) {
                const People people = m_in.objectOf(entity, {});
                if (!people.empty())
                    return people;
            }
            if (entity.kind == EntityKind::doubt) {
                m_in.findings.addDoubts(entity.doubts);
                return {};
            }
            const bool isMeant =
                entity.first == use.token + 1 || m_in.is(entity.first - 1, "to") || m_in.is(entity.first - 1, "with");
            if (entity.kind == EntityKind::unknown && isMeant)
                return {};
        }
        return m_in.memory.with;
    }

    std::size_t rangeFirst(const VerbUse& use) const { return m_found == 0 ? m_in.sentence.lead : use.groupFirst; }

    /// Up to the next verb with a person of its own: "send Patrick the list and ask Theo about the keynote".
    std::size_t rangeLast(const VerbUse& use) const
    {
        for (const VerbUse& other : m_clauses.verbs)
            if (other.token > use.token && (isOwnPromise(other) || startsClause(other)))
                return std::min(other.groupFirst, other.subjectToken);
        return m_clauses.last;
    }

    /// "... and I will call Tom next week": a subject of its own behind "and" or a comma.
    bool startsClause(const VerbUse& other) const
    {
        const std::size_t first = std::min(other.subjectToken, other.groupFirst);
        return !other.isElided && other.subjectKind != EntityKind::unknown && first > m_clauses.first &&
               (is(first - 1, "and") || is(first - 1, "but") || m_in.at(first - 1).kind == TokenKind::comma);
    }

    bool isOwnPromise(const VerbUse& other) const
    {
        if (!other.isElided || !isAction(other.verb.lemma))
            return false;
        const Entity* entity = m_clauses.entityAt(other.token + 1);
        return entity != nullptr && !entity->isPronoun;
    }

    /// "I said I would look into a waiver and tell her": one promise.
    bool goesOn(const VerbUse& use, Promiser by) const
    {
        return m_found > 0 && use.isElided && !isOwnPromise(use) && by == m_lastBy &&
               (is(use.groupFirst - 1, "and") || is(use.groupFirst - 1, "&"));
    }

    void add(const VerbUse& use, Promiser by, const People& people)
    {
        if (people.empty() || goesOn(use, by))
            return;
        const std::size_t first = rangeFirst(use), last = rangeLast(use);
        if (std::any_of(m_ranges.begin(), m_ranges.end(),
                        [&](const auto& range) { return use.token >= range.first && use.token < range.second; }))
            return;
        if (isOnlyIntroduction(use, first, last))
            return;
        ItemFound item;
        item.kind = ProposalKind::followUp;
        item.people = people;
        item.by = by;
        // "Outstanding: the permit, which I must sort out by Monday"
        const bool isBehind = isLabelled() && m_found == 0 && use.subjectKind == EntityKind::writer;
        item.text = m_in.text(isBehind ? m_clauses.first : use.token, last);
        item.topic = m_in.takeTag(use.token, last);
        if (const DatePhrase* date = m_in.dateIn(first, last))
            item.due = date->day;
        item.words = m_in.words();
        m_in.findings.addItem(std::move(item));
        m_ranges.emplace_back(use.token, last);
        m_lastBy = by;
        ++m_found;
    }

    /// "Introduce Paolo to Brenda" with no day and no promise is the introduction itself.
    bool isOnlyIntroduction(const VerbUse& use, std::size_t first, std::size_t last) const
    {
        const std::string_view lemma = use.verb.lemma;
        const bool introduces = lemma == "introduce" || lemma == "connect" || lemma == "hook" ||
                                (lemma == "put" && hasTouch(use)) || isTogether(use);
        return introduces && m_in.dateIn(first, last) == nullptr && !use.isFuture && use.matrix != "promise";
    }

    /// "Get Carla and Beto together"
    bool isTogether(const VerbUse& use) const
    {
        const Entity* both = m_clauses.entityAt(use.token + 1);
        return both != nullptr && is(both->last, "together") &&
               (use.verb.lemma == "get" || use.verb.lemma == "bring" || use.verb.lemma == "put");
    }

    bool hasTouch(const VerbUse& use) const
    {
        for (std::size_t i = use.token; i < m_clauses.last; ++i)
            if (is(i, "touch"))
                return true;
        return false;
    }

    const Reading& m_in;
    const Clauses& m_clauses;
    std::vector<std::pair<std::size_t, std::size_t>> m_ranges;
    std::size_t m_found = 0;
    Promiser m_lastBy = Promiser::us;
};

} // namespace

void findPromises(const Reading& reading) { PromiseReader(reading).run(); }

} // namespace weavemap::weaving
