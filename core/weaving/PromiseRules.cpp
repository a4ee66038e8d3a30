// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/PromiseRules.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace weavemap::weaving {

namespace {

template <std::size_t N>
bool isOneOf(std::string_view word, const std::string_view (&words)[N])
{
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// What staff do for members.
constexpr std::string_view kActions[]{
    "send",  "email",   "text",    "mail",     "call",  "phone",     "ring",     "ask",     "check", "remind",
    "thank", "invite",  "follow",  "get",      "put",   "introduce", "connect",  "hook",    "add",   "find",
    "look",  "try",     "forward", "book",     "write", "post",      "schedule", "set",     "share", "give",
    "bring", "tell",    "meet",    "order",    "print", "prepare",   "arrange",  "talk",    "speak", "let",
    "drop",  "update",  "confirm", "register", "reply", "answer",    "return",   "message", "ping",  "contact",
    "nudge", "chase",   "pass",    "copy",     "loop",  "touch",     "visit",    "help",    "see",   "lend",
    "hand",  "mention", "search",  "sign",     "ship",  "draft",     "cc",       "credit"};
/// What somebody does for the staff, where it is said without "us".
constexpr std::string_view kSendings[]{"send", "email", "mail", "forward"};
/// What staff do where nobody is said to do it.
constexpr std::string_view kOurs[]{"call",   "phone",     "ring",    "check", "ask",   "follow",  "look",
                                   "remind", "introduce", "connect", "put",   "try",   "add",     "find",
                                   "invite", "thank",     "book",    "chase", "nudge", "contact", "reach"};

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
            readVerb(use);
        if (m_found == 0)
            readWithoutVerb();
        readDoIt();
    }

private:
    bool is(std::size_t i, std::string_view word) const { return m_in.is(i, word); }
    bool isLabelled() const { return m_in.sentence.label == Label::todo || m_in.sentence.label == Label::todoTheirs; }

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
                                (isOneOf(lemma, kActions) || lemma == "come" || lemma == "do" || lemma == "deliver"));
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

    const DatePhrase* dateIn(std::size_t first, std::size_t last) const
    {
        const DatePhrase* found = nullptr;
        for (const DatePhrase& date : m_in.dates)
            if (date.first >= first && date.last <= last && date.day)
                found = &date;
        return found;
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
        if (lemma == "owe")
            return !use.verb.has(VerbForm::past) || isStill(use);
        if (lemma == "promise")
            return !use.isUnreal && !hasInfinitive(use);
        if (!isOneOf(lemma, kActions))
            return false;
        if (use.isFuture || hasModal(use, "should") || hasModal(use, "must"))
            return lemma != "see";
        if (use.matrix == "promise" || use.matrix == "need" || use.matrix == "have" || use.matrix == "plan" ||
            use.matrix == "be" || use.matrix == "agree" || use.matrix == "offer" || use.matrix == "going" ||
            use.matrix == "remind")
            return true;
        if (use.isUnreal)
            return saysSo(use.token) && (hasModal(use, "'d") || hasModal(use, "would"));
        return use.verb.has(VerbForm::base) && !use.verb.has(VerbForm::past) &&
               dateIn(rangeFirst(use), rangeLast(use)) != nullptr;
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
            return !isForUs(use) && !hasInfinitive(use) && m_in.isWord(use.token + 1) && !use.isUnreal;
        if (!isOneOf(lemma, kActions))
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
        const bool isFuture = use.isFuture && use.matrix != "to";
        const Entity* object = objectAfter(use);
        return isFuture && !isForUs(use) && (isOneOf(lemma, kOurs) || object != nullptr);
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
        const bool isAction = isOneOf(lemma, kActions);
        bool holds = false;
        if (lemma == "owe")
            holds = isForUsAll;
        else if (lemma == "promise")
            holds = !use.isUnreal && !hasInfinitive(use) && isForUsAll;
        else if (use.matrix == "promise" || use.matrix == "agree")
            holds = true;
        else if (use.isFuture || use.matrix == "going")
            holds = isAction && (isForUsAll || (isOneOf(lemma, kSendings) &&
                                                (use.matrix.empty() || use.matrix == "to") && namesNoOther(use)));
        else if (use.isUnreal)
            holds = use.matrix.empty() && saysSo(use.token) && isAction && isForUsAll &&
                    (hasModal(use, "'d") || hasModal(use, "would"));
        else
            holds = use.verb.has(VerbForm::third) && isForUsAll && isAction &&
                    dateIn(rangeFirst(use), rangeLast(use)) != nullptr;
        if (holds)
            add(use, Promiser::them, use.subject);
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
        if (!other.isElided || !isOneOf(other.verb.lemma, kActions))
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
        item.text = m_in.text(use.token, last);
        item.topic = m_in.takeTag(use.token, last);
        if (const DatePhrase* date = dateIn(first, last))
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
        const bool introduces =
            lemma == "introduce" || lemma == "connect" || lemma == "hook" || (lemma == "put" && hasTouch(use));
        return introduces && dateIn(first, last) == nullptr && !use.isFuture && use.matrix != "promise";
    }

    bool hasTouch(const VerbUse& use) const
    {
        for (std::size_t i = use.token; i < m_clauses.last; ++i)
            if (is(i, "touch"))
                return true;
        return false;
    }

    /// "new promise: names of two coaches, by Monday", "next call in January".
    void readWithoutVerb()
    {
        const std::size_t first = m_clauses.first;
        const bool isNext =
            (is(first, "next") || is(first, "another")) &&
            (is(first + 1, "call") || is(first + 1, "talk") || is(first + 1, "check-in") || is(first + 1, "visit"));
        const bool isLabel = isLabelled() && m_in.sentence.lead < first;
        if ((!isNext && !isLabel) || m_in.memory.with.empty())
            return;
        for (const VerbUse& use : m_clauses.verbs)
            if (use.isNegated || (use.subjectKind == EntityKind::people && !use.isElided))
                return;
        People people;
        for (const Entity& entity : m_clauses.entities)
            if (people.empty() && entity.kind == EntityKind::people && !entity.isPossessive)
                people = m_in.objectOf(entity, {});
        ItemFound item;
        item.kind = ProposalKind::followUp;
        item.people = people.empty() ? m_in.memory.with : people;
        item.by = m_in.sentence.label == Label::todoTheirs ? Promiser::them : Promiser::us;
        item.text = m_in.text(first, m_clauses.last);
        if (const DatePhrase* date = dateIn(m_in.sentence.lead, m_clauses.last))
            item.due = date->day;
        item.words = m_in.words();
        if (!item.text.empty())
            m_in.findings.addItem(std::move(item));
    }

    /// "Do it tomorrow", "will do tonight": the day of the promise before.
    void readDoIt()
    {
        for (const VerbUse& use : m_clauses.verbs) {
            const bool isIt =
                use.verb.lemma == "do" && !use.isNegated &&
                (is(use.token + 1, "it") || is(use.token + 1, "that") || (use.isFuture && startsDate(use.token + 1)));
            if (!isIt)
                continue;
            const DatePhrase* date = dateIn(use.token, m_clauses.last);
            auto& items = m_in.findings.items();
            if (date != nullptr && !items.empty() && items.back().kind == ProposalKind::followUp && !items.back().due)
                items.back().due = date->day;
        }
    }

    bool startsDate(std::size_t token) const
    {
        return std::any_of(m_in.dates.begin(), m_in.dates.end(),
                           [token](const DatePhrase& date) { return date.first == token; });
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
