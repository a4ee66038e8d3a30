// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/WishRules.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/weaving/OneOf.h"

namespace weavemap::weaving {

namespace {

/// What a member can do for others: "could ... her rubric".
constexpr std::string_view kGiving[]{
    "demo",   "share", "lend",      "give",       "show",  "host",    "run",         "teach",   "lead",   "bring",
    "mentor", "open",  "talk",      "store",      "offer", "present", "demonstrate", "provide", "donate", "coach",
    "review", "judge", "translate", "facilitate", "help",  "train",   "tutor",       "loan",    "supply", "contribute",
    "guide",  "speak", "take",      "volunteer",  "cover", "walk",    "pass",        "lend",    "read",   "loan"};
/// What readiness a verb may hang on: "happy to host".
constexpr std::string_view kReady[]{"happy", "glad",  "willing", "free",      "able",
                                    "ready", "offer", "open",    "delighted", "volunteer"};
/// What somebody wants to do where help is wanted: "would love to see how".
constexpr std::string_view kSeeking[]{"see",  "watch", "observe", "learn", "find", "visit",  "borrow", "hear",
                                      "read", "know",  "get",     "meet",  "talk", "shadow", "sit"};
/// The same behind "needs to": the rest is what they have to do themselves.
constexpr std::string_view kFinding[]{"find", "learn", "borrow", "watch", "observe"};

class WishReader
{
public:
    explicit WishReader(const Reading& reading) : m_in(reading), m_clauses(reading.clauses) {}

    void run()
    {
        readMarks();
        if (m_in.sentence.label == Label::need || m_in.sentence.label == Label::offer) {
            readLabel(m_in.sentence.label == Label::need ? ProposalKind::need : ProposalKind::offer);
            return;
        }
        for (const VerbUse& use : m_clauses.verbs) {
            if (isMarked(use.token) || m_in.isSupposed(use.token) || use.subjectKind == EntityKind::writer ||
                use.subjectKind == EntityKind::unknown)
                continue;
            if (use.subjectKind == EntityKind::reader)
                continue;
            readNeed(use);
            readOffer(use);
        }
        readStuck();
        readReadiness();
        readOpenToAll();
    }

private:
    bool is(std::size_t i, std::string_view word) const { return m_in.is(i, word); }

    bool isMarked(std::size_t token) const { return token >= m_markedFrom && token < m_markedTo; }

    void readMarks()
    {
        for (std::size_t i = m_clauses.first; i < m_clauses.last; ++i) {
            const char mark = m_in.at(i).mark;
            if (mark != '!' && mark != '+')
                continue;
            std::size_t end = i + 1;
            while (end < m_clauses.last && m_in.at(end).mark != '!' && m_in.at(end).mark != '+')
                ++end;
            const bool isNamed = mark == '!' ? is(i, "need") || is(i, "needs") : is(i, "offer") || is(i, "offers");
            // "Ben +Carla" names two people, "+a quiet room" at the beginning of a sentence offers.
            if (mark == '+' && !isNamed && i > m_clauses.first)
                continue;
            m_markedFrom = std::min(m_markedFrom, i);
            m_markedTo = end;
            const std::size_t first = isNamed ? i + 1 : i;
            add(mark == '!' ? ProposalKind::need : ProposalKind::offer, ownerBefore(i), first, end);
        }
    }

    /// Whose mark it is: the last one named before it, else the one called.
    People ownerBefore(std::size_t token) const
    {
        const Entity* owner = nullptr;
        for (const Entity& entity : m_clauses.entities)
            if (entity.last <= token && entity.kind == EntityKind::people && !entity.isObject)
                owner = &entity;
        return owner != nullptr ? owner->people : m_clauses.subjectByDefault;
    }

    void readLabel(ProposalKind kind)
    {
        const People& owners = m_clauses.subjectByDefault;
        add(kind, owners, m_clauses.first, m_clauses.last);
    }

    /// Adds words [first, last), unless they name nothing.
    void add(ProposalKind kind, const People& people, std::size_t first, std::size_t last)
    {
        std::string topic = m_in.takeTag(first, last);
        while (first < last && (m_in.at(first).kind == TokenKind::comma || m_in.at(first).kind == TokenKind::colon))
            ++first;
        if (people.empty() || first >= last || namesNothing(kind, first, last))
            return;
        ItemFound item;
        item.kind = kind;
        item.people = people;
        item.text = m_in.text(first, last);
        if (m_in.at(first).mark != '\0' && item.text.starts_with(m_in.at(first).mark))
            item.text.erase(0, 1);
        item.topic = topic.empty() ? m_in.topicIn(first, last, " on about ") : std::move(topic);
        item.words = m_in.words();
        if (item.text.empty())
            return;
        for (ItemFound& known : m_in.findings.items())
            if (known.kind == kind && known.people == people && known.words == item.words && !isMarked(first)) {
                known.text += ", " + item.text;
                return;
            }
        m_in.findings.addItem(std::move(item));
    }

    /// "nothing", "no help", "help" and no more, "it".
    bool namesNothing(ProposalKind kind, std::size_t first, std::size_t last) const
    {
        std::size_t i = first;
        while (i < last && isA(WordClass::adverb, m_in.at(i).word))
            ++i;
        if (i >= last || m_in.at(i).kind == TokenKind::stop)
            return true;
        const std::string& word = m_in.at(i).word;
        if (word == "no" || word == "nothing" || word == "none" || word == "nobody" || word == "not")
            return true;
        const bool isAlone = i + 1 >= last || m_in.at(i + 1).kind == TokenKind::comma ||
                             m_in.at(i + 1).kind == TokenKind::stop || is(i + 1, "but") || is(i + 1, "right") ||
                             is(i + 1, "now");
        if (kind == ProposalKind::offer)
            return isAlone && isA(WordClass::vague, word);
        if (word == "to")
            return !(i + 1 < last && isOneOf(verbOf(m_in.at(i + 1).word).lemma, kFinding));
        if (word == "help")
            return isAlone;
        const bool isNever = word == "it" || word == "them" || word == "him" || word == "us" || word == "me";
        return isNever || (isAlone && isA(WordClass::vague, word));
    }

    void need(const VerbUse& use, std::size_t first) { readNeedText(use, first, std::max(use.end, first)); }

    void readNeedText(const VerbUse& use, std::size_t first, std::size_t last)
    {
        if (isIntroduction(first) || isPerson(first) || first >= last)
            return;
        m_in.findings.addDoubts(use.subjectDoubts);
        add(ProposalKind::need, use.subject, first, last);
    }

    bool isPerson(std::size_t i) const
    {
        const Entity* entity = m_clauses.entityAt(i);
        return entity != nullptr && entity->kind != EntityKind::unknown && !entity->isPossessive;
    }

    bool isIntroduction(std::size_t i) const
    {
        const std::size_t k = is(i, "a") || is(i, "an") || is(i, "the") ? i + 1 : i;
        return is(k, "intro") || is(k, "introduction");
    }

    void readNeed(const VerbUse& use)
    {
        if (use.isNegated)
            return;
        const std::string_view lemma = use.verb.lemma;
        const std::size_t next = use.token + 1;
        const bool isPast = use.verb.has(VerbForm::past) && !use.isPerfect && !use.isUnreal;
        // "need to find out": a plan of the staff
        if (lemma == "need" && use.isImperative && is(next, "to"))
            return;
        if (lemma == "need" && !isPast && (!use.isUnreal || use.isFuture))
            need(use, next);
        else if ((lemma == "look" || lemma == "search" || lemma == "hunt" || lemma == "seek" || lemma == "wish" ||
                  lemma == "hope") &&
                 (is(next, "for")))
            need(use, next + 1);
        else if (lemma == "seek" || (lemma == "lack" && !isPast))
            need(use, next);
        else if (lemma == "want" && !isPast && m_in.isWord(next) && !is(next, "to") && !is(next, "on") &&
                 !is(next, "in") && !is(next, "at"))
            need(use, next);
        else if (lemma == "use" && use.isUnreal && !use.isFuture && !use.isPerfect && hasCould(use))
            need(use, next);
        else if (lemma == "do" && use.isUnreal && is(next, "with"))
            need(use, next + 1);
        else if ((lemma == "appreciate" || lemma == "welcome" || lemma == "love" || lemma == "like") && use.isUnreal &&
                 !is(next, "to") && !is(next, "one") && !is(next, "that"))
            need(use, next);
        else if (lemma == "benefit" && is(next, "from"))
            need(use, next + 1);
        else if (lemma == "struggle" && (is(next, "with") || is(next, "to")))
            need(use, next + 1);
        else if (lemma == "wish" && m_clauses.entityAt(next) != nullptr)
            need(use, m_clauses.entityAt(next)->last + 1);
        else if (lemma == "ask")
            readAsk(use);
        else if (use.isUnreal && isOneOf(lemma, kSeeking) &&
                 (use.matrix == "want" || use.matrix == "like" || use.matrix == "love" || use.matrix == "hope" ||
                  (use.matrix == "try" && (lemma == "find" || lemma == "get" || lemma == "borrow"))))
            readSeek(use);
        else if (lemma == "be")
            readBeing(use);
    }

    bool hasCould(const VerbUse& use) const
    {
        for (std::size_t i = use.groupFirst; i < use.token; ++i)
            if (is(i, "could"))
                return true;
        return false;
    }

    /// "asked for a copy", "asked whether we know anyone who ..."
    void readAsk(const VerbUse& use)
    {
        const std::size_t next = use.token + 1;
        if (is(next, "for") && !is(next + 1, "advice"))
            readNeedText(use, next + 1, use.end);
        if (!is(next, "whether") && !is(next, "if"))
            return;
        for (std::size_t i = next; i + 1 < m_clauses.last && i < next + 5; ++i)
            if (isA(WordClass::somebody, m_in.at(i).word)) {
                add(ProposalKind::need, use.subject, i, m_clauses.last);
                return;
            }
    }

    /// "would love to see how others do it", "wants to meet someone who runs a farm school"
    void readSeek(const VerbUse& use)
    {
        const std::size_t next = use.token + 1;
        const bool isMeeting = use.verb.lemma == "meet" || use.verb.lemma == "talk" || use.verb.lemma == "know" ||
                               use.verb.lemma == "get" || use.verb.lemma == "visit";
        if (!isMeeting) {
            add(ProposalKind::need, use.subject, use.token, m_clauses.last);
            return;
        }
        for (std::size_t i = next; i < next + 4 && i < m_clauses.last; ++i) {
            if (m_clauses.entityAt(i) != nullptr)
                return;
            if (isA(WordClass::somebody, m_in.at(i).word) || is(i, "a") || is(i, "an")) {
                add(ProposalKind::need, use.subject, use.token, m_clauses.last);
                return;
            }
        }
    }

    /// "is after a set of readers", "would be glad of a reading list", "is in need of"
    void readBeing(const VerbUse& use)
    {
        std::size_t next = use.token + 1;
        while (next < m_clauses.last && isA(WordClass::adverb, m_in.at(next).word))
            ++next;
        if (is(next, "after") && m_in.isWord(next + 1) && isA(WordClass::determiner, m_in.at(next + 1).word))
            need(use, next + 1);
        else if ((is(next, "glad") || is(next, "grateful")) && (is(next + 1, "of") || is(next + 1, "for")) &&
                 use.isUnreal)
            need(use, next + 2);
        else if ((is(next, "desperate") || is(next, "anxious") || is(next, "hungry") || is(next, "keen") ||
                  is(next, "strapped") || is(next, "hoping")) &&
                 is(next + 1, "for"))
            need(use, next + 2);
        else if (is(next, "short") && (is(next + 1, "of") || is(next + 1, "on")))
            need(use, next + 2);
        else if (is(next, "on") && is(next + 1, "the") && is(next + 2, "lookout") && is(next + 3, "for"))
            need(use, next + 4);
        else if (is(next, "in") && is(next + 1, "search") && is(next + 2, "of"))
            need(use, next + 3);
        else if (is(next, "in") && is(next + 1, "need") && is(next + 2, "of"))
            need(use, next + 3);
    }

    /// "would be up for hosting", "open to sharing"; "interested in visiting".
    void readReadiness()
    {
        for (std::size_t i = m_clauses.first; i + 2 < m_clauses.last; ++i) {
            const bool isUp = (is(i, "up") && is(i + 1, "for")) || (is(i, "open") && is(i + 1, "to")) ||
                              (is(i, "not") && is(i + 1, "mind"));
            const bool isKeen = is(i, "interested") && is(i + 1, "in");
            const Verb verb = isUp || isKeen ? verbOf(m_in.at(i + 2).word) : Verb{};
            const bool fits =
                verb.has(VerbForm::ing) && (isUp ? isOneOf(verb.lemma, kGiving) : isOneOf(verb.lemma, kSeeking));
            const bool isPersonMet = isKeen && verb.lemma == "meet" && i + 3 < m_clauses.last && isPerson(i + 3);
            if (!fits || isPersonMet || m_in.isSupposed(i) || (!isUp && (is(i - 1, "not") || is(i - 2, "not"))))
                continue;
            const Entity* owner = nullptr;
            for (std::size_t k = i; k > m_clauses.first && owner == nullptr; --k)
                owner = m_clauses.entityEndingAt(k);
            if (owner != nullptr && (owner->kind != EntityKind::people || owner->isObject || owner->isPossessive))
                continue;
            add(isUp ? ProposalKind::offer : ProposalKind::need,
                owner != nullptr ? owner->people : m_clauses.subjectByDefault, i + 2, m_clauses.last);
        }
    }

    /// "says anyone can use her slides", "others may borrow the kit"
    void readOpenToAll()
    {
        for (std::size_t i = m_clauses.first; i + 3 < m_clauses.last; ++i) {
            const bool isAll = isA(WordClass::somebody, m_in.at(i).word) || is(i, "others") || is(i, "everyone");
            const bool isMay = is(i + 1, "can") || is(i + 1, "may") || is(i + 1, "could");
            const std::string_view lemma = isAll && isMay ? verbOf(m_in.at(i + 2).word).lemma : std::string_view();
            if ((lemma != "use" && lemma != "borrow" && lemma != "copy" && lemma != "have" && lemma != "take") ||
                m_in.isSupposed(i))
                continue;
            const VerbUse* said = nullptr;
            for (const VerbUse& use : m_clauses.verbs)
                if (use.token < i && use.subjectKind == EntityKind::people)
                    said = &use;
            // "has plans that anyone may use" is read by its verb.
            if (said == nullptr || said->verb.lemma == "have" || said->isNegated)
                continue;
            add(ProposalKind::offer, said->subject, i + 2, m_clauses.last);
        }
    }

    /// "stuck on grading", "Gareth's after a set": what needs no verb that is written out.
    void readStuck()
    {
        for (std::size_t i = m_clauses.first; i + 1 < m_clauses.last; ++i) {
            const bool isStuck = is(i, "stuck") && (is(i + 1, "on") || is(i + 1, "with"));
            const bool isAfter = is(i, "'s") && is(i + 1, "after");
            const bool isPast = i > m_clauses.first + 1 && is(i - 1, "been") && is(i - 2, "had");
            if ((!isStuck && !isAfter) || isPast || m_in.isSupposed(i) || is(m_clauses.first, "when") ||
                is(m_clauses.first, "whenever"))
                continue;
            const Entity* owner = nullptr;
            for (std::size_t k = i; k > m_clauses.first && owner == nullptr; --k) {
                owner = m_clauses.entityEndingAt(k);
                if (owner == nullptr && !isA(WordClass::auxiliary, m_in.at(k - 1).word) &&
                    !isA(WordClass::adverb, m_in.at(k - 1).word))
                    break;
            }
            if (owner != nullptr && owner->kind != EntityKind::people)
                continue;
            add(ProposalKind::need, owner != nullptr ? owner->people : m_clauses.subjectByDefault, i + 2,
                m_clauses.last);
        }
    }

    bool isWilling(const VerbUse& use) const
    {
        if (isOneOf(use.matrix, kReady))
            return true;
        if (use.matrix == "like" || use.matrix == "love" || use.matrix == "want")
            return use.verb.lemma == "host" || use.verb.lemma == "share" || use.verb.lemma == "present" ||
                   use.verb.lemma == "mentor" || use.verb.lemma == "donate";
        return use.matrix.empty() && use.isUnreal && !use.isFuture && !hasDoubtfulModal(use);
    }

    bool hasDoubtfulModal(const VerbUse& use) const
    {
        for (std::size_t i = use.groupFirst; i < use.token; ++i)
            if (is(i, "might") || is(i, "may") || is(i, "must") || is(i, "should") || is(i, "have"))
                return true;
        return false;
    }

    void readOffer(const VerbUse& use)
    {
        if (use.isNegated)
            return;
        const std::string_view lemma = use.verb.lemma;
        const std::size_t next = use.token + 1;
        if (lemma == "offer" && !use.isUnreal && !is(next, "to") && !isPerson(next) && next < use.end) {
            add(ProposalKind::offer, use.subject, next, use.end);
            return;
        }
        if (lemma == "have" && !use.isUnreal) {
            readSpare(use);
            return;
        }
        static constexpr std::string_view kNotGiving[]{
            "meet", "come",      "attend", "join", "hear", "see",     "learn",  "know", "get",  "be",    "have",
            "find", "introduce", "leave",  "move", "go",   "connect", "retire", "say",  "know", "watch", "visit"};
        const bool isVolunteered = (use.matrix == "offer" || use.matrix == "volunteer" || use.matrix == "happy" ||
                                    use.matrix == "glad" || use.matrix == "willing" || use.matrix == "delighted") &&
                                   !isOneOf(lemma, kNotGiving) && next < m_clauses.last;
        if ((!isOneOf(lemma, kGiving) && !isVolunteered) || !isWilling(use) || next >= m_clauses.last ||
            m_in.at(next).kind == TokenKind::stop)
            return;
        if (is(use.token - 1, "only") || is(next, "too") || is(next, "without") ||
            (m_clauses.hasCondition && m_clauses.condition > use.token))
            return;
        m_in.findings.addDoubts(use.subjectDoubts);
        add(ProposalKind::offer, use.subject, lemma == "offer" ? next : use.token, use.end); // "could offer her games"
    }

    /// "has 30 old chromebooks to give away", "has two years of plans that anyone may use"
    void readSpare(const VerbUse& use)
    {
        for (std::size_t i = use.token + 1; i + 1 < m_clauses.last; ++i) {
            const std::string_view lemma = verbOf(m_in.at(i + 1).word).lemma;
            const bool isToGive =
                is(i, "to") && (lemma == "give" || lemma == "share" || is(i + 1, "spare") || lemma == "lend" ||
                                lemma == "donate" || lemma == "loan" || lemma == "offer" || lemma == "pass");
            const bool isForAll =
                isA(WordClass::somebody, m_in.at(i).word) && isA(WordClass::modal, m_in.at(i + 1).word);
            const bool isCounted = i == use.token + 2 && (m_in.at(i - 1).kind == TokenKind::number ||
                                                          isA(WordClass::determiner, m_in.at(i - 1).word));
            const bool isSpare =
                (i == use.token + 1 || isCounted) && (is(i, "spare") || is(i, "extra")) && !is(i + 1, "time");
            if (isToGive || isForAll || isSpare) {
                add(ProposalKind::offer, use.subject, use.token + 1, m_clauses.last);
                return;
            }
        }
    }

    const Reading& m_in;
    const Clauses& m_clauses;
    std::size_t m_markedFrom = static_cast<std::size_t>(-1), m_markedTo = 0;
};

} // namespace

void findWishes(const Reading& reading) { WishReader(reading).run(); }

} // namespace weavemap::weaving
