// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/VerbUses.h"
#include "core/weaving/OneOf.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace weavemap::weaving {

namespace {

constexpr std::size_t kMostGroup = 24; ///< tokens that a verb group may span

class VerbReader
{
public:
    VerbReader(const NoteParts& note, const Clauses& clauses) : m_note(note), m_clauses(clauses) {}

    std::vector<VerbUse> run()
    {
        for (std::size_t i = m_clauses.first; i < m_clauses.last; ++i)
            if (isVerb(i))
                m_uses.push_back(use(i));
        settleEnds();
        return std::move(m_uses);
    }

private:
    const Token& at(std::size_t i) const { return m_note.tokens[i]; }
    bool is(std::size_t i, std::string_view word) const
    {
        return i >= m_clauses.first && i < m_clauses.last && at(i).is(word);
    }

    bool isInEntity(std::size_t i) const
    {
        const auto found =
            std::upper_bound(m_clauses.entities.begin(), m_clauses.entities.end(), i,
                             [](std::size_t token, const Entity& entity) { return token < entity.first; });
        return found != m_clauses.entities.begin() && i < std::prev(found)->last;
    }

    /// The verb that carries the meaning; not its auxiliaries, and no noun of the same letters.
    bool isVerb(std::size_t i) const
    {
        const Token& token = at(i);
        if (token.kind != TokenKind::word || token.isTail || token.mark == '!' || token.mark == '+' || isInEntity(i))
            return false;
        const Verb verb = verbOf(token.word);
        if (!verb || isNoun(i, verb))
            return false;
        const bool isHelper = verb.lemma == "be" || verb.lemma == "have" || verb.lemma == "do" || verb.lemma == "get" ||
                              verb.lemma == "keep" || verb.lemma == "start" || verb.lemma == "stop" || token.is("used");
        if (!isHelper || (verb.lemma == "do" && verb.has(VerbForm::ing)))
            return true;
        std::size_t next = i + 1;
        while (next < m_clauses.last && at(next).kind == TokenKind::word &&
               (isA(WordClass::adverb, at(next).word) || isA(WordClass::negation, at(next).word)) &&
               !isA(WordClass::determiner, at(next).word))
            ++next;
        if (is(next, "to") && (token.is("used") || verb.lemma == "have" || verb.lemma == "get"))
            return false;
        // "has she met": the subject between.
        if (const Entity* inverted = m_clauses.entityAt(next);
            inverted != nullptr && verb.lemma != "get" && i + 1 == next)
            next = inverted->last;
        if (next >= m_clauses.last || at(next).kind != TokenKind::word || isInEntity(next))
            return true;
        const Verb main = verbOf(at(next).word);
        if (!main || at(next).isTail)
            return true;
        if (verb.lemma == "do")
            return !main.has(VerbForm::base);
        if (verb.lemma == "have")
            return !(main.has(VerbForm::participle) || main.has(VerbForm::past));
        if (verb.lemma == "be")
            return !(main.has(VerbForm::ing) || main.has(VerbForm::participle));
        return !main.has(VerbForm::ing);
    }

    bool isNoun(std::size_t i, const Verb& verb) const
    {
        // "3rd draft"
        if (i > m_clauses.first && at(i - 1).kind == TokenKind::number)
            return verb.has(VerbForm::base) && !verb.has(VerbForm::past);
        if (i == m_clauses.first || at(i - 1).kind != TokenKind::word)
            return false;
        const std::string& before = at(i - 1).word;
        const bool isPlainForm = verb.has(VerbForm::base) || verb.has(VerbForm::third) || verb.has(VerbForm::ing);
        if (at(i - 1).is("her"))
            return m_clauses.entityEndingAt(i) == nullptr;
        if (isA(WordClass::determiner, before) && before != "all" && before != "both" && before != "each" &&
            before != "this" && before != "these" && before != "those")
            return m_clauses.entityEndingAt(i) == nullptr;
        if (!isPlainForm || verb.has(VerbForm::past))
            return false;
        static constexpr std::string_view kBeforeNouns[]{"of",     "for",   "in",   "on",   "at",   "about", "from",
                                                         "with",   "more",  "much", "new",  "good", "great", "long",
                                                         "nice",   "quick", "next", "last", "next", "less",  "by",
                                                         "second", "first", "good", "bad",  "her",  "fresh", "free"};
        if (isOneOf(before, kBeforeNouns))
            return !(before == "first" && verb.has(VerbForm::third));
        const Verb verbBefore = verbOf(before);
        // "needs help", "ask advice", "give talks"
        return verbBefore && verb.has(VerbForm::base) && !verb.has(VerbForm::ing) && verbBefore.lemma != "help" &&
               verbBefore.lemma != "let" && verbBefore.lemma != "have" && verbBefore.lemma != "do" &&
               verbBefore.lemma != "be" && verbBefore.lemma != "make" && !at(i - 1).isTail &&
               m_clauses.entityEndingAt(i) == nullptr;
    }

    struct Walk
    {
        bool hasBe = false;
        bool hasHave = false;
        bool isStopped = false;
    };

    VerbUse use(std::size_t token) const
    {
        VerbUse use;
        use.token = token;
        use.verb = verbOf(at(token).word);
        Walk walk;
        std::size_t i = token;
        const std::size_t least = token > kMostGroup ? std::max(m_clauses.first, token - kMostGroup) : m_clauses.first;
        while (i > least && m_clauses.entityEndingAt(i) == nullptr) {
            const std::size_t before = auxiliaryBefore(i, use, walk);
            if (before == i)
                break;
            i = before;
        }
        use.groupFirst = i;
        use.subjectToken = i;
        if (walk.isStopped)
            (use.isNegated ? use.isNegated : use.isUsedTo) = !use.isNegated;
        use.isPassive = walk.hasBe && use.verb.has(VerbForm::participle) && !use.verb.has(VerbForm::ing);
        use.isProgressive = walk.hasBe && use.verb.has(VerbForm::ing);
        use.isPerfect = walk.hasHave;
        use.isNegated = use.isNegated != (isDeniedBehind(token) || (use.verb.lemma == "be" && is(token + 1, "not")));
        findSubject(use);
        // "Planning a fair with Ben", "Gus + Vic writing a grant": is left out.
        const bool isBare = use.groupFirst == token && use.subjectKind == EntityKind::people && !use.isUnreal;
        use.isProgressive = use.isProgressive || (isBare && use.verb.has(VerbForm::ing));
        return use;
    }

    /// Takes the auxiliary, adverb or matrix verb before token `i` into the group; the new first token, or `i`.
    std::size_t auxiliaryBefore(std::size_t i, VerbUse& use, Walk& walk) const
    {
        const Token& token = at(i - 1);
        if (token.kind != TokenKind::word)
            return i;
        const std::string& word = token.word;
        if (word == "to")
            return matrixBefore(i, use);
        // "Petra in turn picked it up"
        if (i >= m_clauses.first + 2 &&
            ((is(i - 2, "in") && (word == "turn" || word == "fact")) || (is(i - 2, "of") && word == "course") ||
             (is(i - 2, "these") && word == "days") || (is(i - 2, "at") && (word == "times" || word == "first"))))
            return i - 2;
        if (word == "only" && i >= m_clauses.first + 2 && is(i - 2, "not"))
            return i - 2;
        if (word == "longer" && is(i - 2, "no")) {
            use.isNegated = true;
            return i - 2;
        }
        const Verb verb = verbOf(word);
        if (verb.lemma == "stop" && use.verb.has(VerbForm::ing)) {
            walk.isStopped = true;
            return i - 1;
        }
        if ((verb.lemma == "keep" || verb.lemma == "start" || verb.lemma == "begin" || verb.lemma == "continue") &&
            use.verb.has(VerbForm::ing))
            return i - 1;
        if (isA(WordClass::negation, word) && word != "no" && word != "without" && word != "none" && word != "nobody") {
            use.isNegated = true;
            return i - 1;
        }
        const bool isTailAfterName =
            i == use.token && word == "'s" && use.verb.has(VerbForm::base) && !use.verb.has(VerbForm::past);
        if (isTailAfterName)
            return i;
        if (isA(WordClass::modal, word) && word != "wants" && word != "want" && word != "hopes" && word != "plans") {
            const bool isWill = word == "will" || word == "'ll" || word == "shall";
            use.isFuture = use.isFuture || isWill;
            use.isUnreal = true;
            return i - 1;
        }
        if (isA(WordClass::auxiliary, word) && word != "used") {
            walk.hasBe = walk.hasBe || verb.lemma == "be" || word == "'s" || word == "'re" || word == "'m";
            walk.hasHave = walk.hasHave || verb.lemma == "have" || word == "'ve" ||
                           (word == "'s" && (use.verb.has(VerbForm::participle) || walk.hasBe));
            use.isPastPerfect = use.isPastPerfect || word == "had";
            return i - 1;
        }
        return isA(WordClass::adverb, word) || word.ends_with("ly") ? i - 1 : i;
    }

    /// "used to", "wants to", "would like to", "asked us to", "is happy to": what the verb hangs on.
    std::size_t matrixBefore(std::size_t i, VerbUse& use) const
    {
        if (i < m_clauses.first + 2)
            return i;
        if (is(i - 2, "used")) {
            use.isUsedTo = true;
            return i - 2;
        }
        std::size_t matrix = i - 2;
        use.isUnreal = !is(i - 2, "got") && !is(i - 2, "get");
        if (const Entity* between = m_clauses.entityEndingAt(i - 1)) {
            if (between->first == m_clauses.first || !verbOf(at(between->first - 1).word) || !between->isPronoun) {
                use.isFuture = true; // "Kwabena to send us his bio"
                use.matrix = "to";
                return i - 1;
            }
            matrix = between->first - 1;
        }
        if (at(matrix).kind != TokenKind::word)
            return i;
        Verb verb = verbOf(at(matrix).word);
        if (at(matrix).is("'m") || at(matrix).is("'re") || at(matrix).is("'s"))
            verb = verbOf("be");
        static constexpr std::string_view kAdjectives[]{"ought",     "happy", "glad",  "willing", "free",    "able",
                                                        "ready",     "keen",  "eager", "going",   "about",   "supposed",
                                                        "delighted", "open",  "hard",  "due",     "planning"};
        const auto* adjective = std::find(std::begin(kAdjectives), std::end(kAdjectives), at(matrix).word);
        if (adjective != std::end(kAdjectives))
            use.matrix = *adjective;
        else if (verb)
            use.matrix = verb.lemma;
        else
            return i;
        use.isFuture = use.isFuture || use.matrix == "going" || verb.lemma == "be";
        return matrix;
    }

    /// "share nothing", "learned nothing from": denied by what follows.
    bool isDeniedBehind(std::size_t token) const
    {
        return is(token + 1, "nothing") || is(token + 1, "nobody") || is(token + 1, "none");
    }

    void take(VerbUse& use, const Entity& entity) const
    {
        use.subjectKind = entity.kind;
        use.subject = entity.people;
        use.subjectDoubts = entity.doubts;
        use.subjectToken = entity.first;
        if (entity.isPossessive)
            use.subjectKind = EntityKind::unknown;
        // "neither Marcus nor Jerome", "it's not that he doesn't"
        if (is(entity.first - 1, "neither") || at(entity.first).is("neither") || at(entity.first).is("none"))
            use.isNegated = true;
        if (is(entity.first - 1, "that") && is(entity.first - 2, "not"))
            use.isNegated = !use.isNegated;
    }

    void findSubject(VerbUse& use) const
    {
        const std::size_t i = use.groupFirst;
        if (const Entity* entity = m_clauses.entityEndingAt(i)) {
            const bool isBare = use.verb.has(VerbForm::base) && entity->isObject && !use.isUnreal;
            take(use, *entity);
            use.isUnreal = use.isUnreal || isBare;
            return;
        }
        if (i <= m_clauses.first) {
            elide(use, false);
            return;
        }
        const Token& before = at(i - 1);
        if (before.is("nobody") || before.is("noone") || (before.is("one") && is(i - 2, "no"))) {
            use.subjectKind = EntityKind::unknown;
            use.isNegated = !use.isNegated;
            return;
        }
        if (before.is("who") || before.is("that") || before.is("which")) {
            const std::size_t end = i >= 2 && at(i - 2).kind == TokenKind::comma ? i - 2 : i - 1;
            if (const Entity* entity = m_clauses.entityEndingAt(end); entity != nullptr && before.word != "which")
                take(use, *entity);
            else
                use.subjectKind = EntityKind::unknown;
            return;
        }
        if (before.kind == TokenKind::comma) {
            const Entity* entity = m_clauses.entityEndingAt(i - 1);
            if (entity != nullptr && entity->first > m_clauses.first &&
                at(entity->first - 1).kind == TokenKind::comma && !entity->isPronoun && m_uses.empty()) {
                take(use, *entity);
                return;
            }
            // "Denise, he says, knows of Kenji"
            if (i >= m_clauses.first + 4 && (is(i - 2, "says") || is(i - 2, "said") || is(i - 2, "thinks")))
                if (const Entity* teller = m_clauses.entityEndingAt(i - 2);
                    teller != nullptr && teller->first > m_clauses.first &&
                    at(teller->first - 1).kind == TokenKind::comma)
                    if (const Entity* subject = m_clauses.entityEndingAt(teller->first - 1)) {
                        take(use, *subject);
                        return;
                    }
            // "Drew and Grant, according to Tess, have lost touch"
            if (entity != nullptr && entity->first >= m_clauses.first + 4 && is(entity->first - 1, "to") &&
                is(entity->first - 2, "according") && at(entity->first - 3).kind == TokenKind::comma)
                if (const Entity* subject = m_clauses.entityEndingAt(entity->first - 3)) {
                    take(use, *subject);
                    return;
                }
            elide(use, true);
            return;
        }
        const bool isJoint = before.is("and") || before.is("but") || before.is("or") || before.is("then") ||
                             before.is("so") || before.is("&") || before.kind == TokenKind::joiner;
        if (isJoint || before.kind != TokenKind::word) {
            elide(use, isJoint || before.kind == TokenKind::dash || before.kind == TokenKind::topic);
            return;
        }
        if (isA(WordClass::time, before.word) && m_uses.empty()) {
            elide(use, false);
            return;
        }
        // "mentioned working with Hannah": whoever mentioned it did
        static constexpr std::string_view kFactive[]{"mention", "recall",   "remember", "enjoy",
                                                     "report",  "describe", "miss"};
        if (use.verb.has(VerbForm::ing) && !m_uses.empty() && m_uses.back().token + 1 == i &&
            isOneOf(m_uses.back().verb.lemma, kFactive)) {
            use.subjectKind = m_uses.back().subjectKind;
            use.subject = m_uses.back().subject;
            use.subjectDoubts = m_uses.back().subjectDoubts;
            use.subjectToken = m_uses.back().subjectToken;
            use.isProgressive = true;
            return;
        }
        if (const Entity* entity = beforePlace(i)) {
            take(use, *entity);
            return;
        }
        use.subjectKind = EntityKind::unknown;
        if (use.verb.has(VerbForm::ing) || before.is("to"))
            use.isUnreal = true;
    }

    /// "Bashir from the district gave": who stands before a place that ends at `end`.
    const Entity* beforePlace(std::size_t end) const
    {
        constexpr std::size_t kMostWords = 5;
        for (std::size_t i = end; i > m_clauses.first && i + kMostWords > end && at(i - 1).kind == TokenKind::word;
             --i) {
            if (verbOf(at(i - 1).word) && !isA(WordClass::place, at(i - 1).word))
                return nullptr;
            if (is(i - 1, "from") || is(i - 1, "at") || is(i - 1, "of") || is(i - 1, "in")) {
                const std::size_t front = is(i - 2, "over") || is(i - 2, "down") || is(i - 2, "up") ? i - 2 : i - 1;
                const Entity* entity = m_clauses.entityEndingAt(front);
                const bool holds = entity != nullptr && entity->kind == EntityKind::people && !entity->isPronoun &&
                                   !entity->isPossessive;
                // An object stands behind a verb or preposition: "met Bashir at the fair helped".
                const bool isObject = holds && entity->first > m_clauses.first &&
                                      at(entity->first - 1).kind == TokenKind::word &&
                                      !at(entity->first - 1).is("and") && !at(entity->first - 1).is("that") &&
                                      !at(entity->first - 1).is("but");
                return holds && !isObject ? entity : nullptr;
            }
        }
        return nullptr;
    }

    void elide(VerbUse& use, bool goesOn) const
    {
        use.isElided = true;
        // "had never met before and hit it off": of the past, as the verb before it
        const bool isPast = use.verb.has(VerbForm::past) && goesOn && !m_uses.empty() &&
                            (m_uses.back().isPerfect ||
                             (m_uses.back().verb.has(VerbForm::past) && !m_uses.back().verb.has(VerbForm::base)));
        const bool isBare = use.verb.has(VerbForm::base) && !use.verb.has(VerbForm::third) && !use.isUnreal &&
                            !isPast && !use.isNegated && !use.isUsedTo && !use.isPerfect && !use.isProgressive;
        // "asked about the handbook - send it": no member sends.
        const bool isOrder = isBare && !m_uses.empty() && !m_uses.back().isUnreal && !m_uses.back().isImperative &&
                             m_uses.back().subjectKind == EntityKind::people && m_uses.back().subject.size() == 1 &&
                             !m_uses.back().verb.has(VerbForm::base) && !use.verb.has(VerbForm::past);
        if (goesOn && !isOrder && !m_uses.empty() && m_uses.back().subjectKind != EntityKind::unknown) {
            const VerbUse& last = m_uses.back();
            use.subjectKind = last.subjectKind;
            use.subject = last.subject;
            use.subjectDoubts = last.subjectDoubts;
            if (isBare) {
                use.isImperative = last.isImperative;
                use.isFuture = last.isFuture;
                use.isUnreal = last.isUnreal;
                use.matrix = last.matrix;
                use.isNegated = last.isNegated;
            }
            return;
        }
        // "@Clementine Yoder is new, from Bracken, met @Jonah": the one the sentence begins with.
        if (m_clauses.isByWriter) {
            use.subjectKind = EntityKind::writer;
            return;
        }
        use.subject = m_clauses.subjectByDefault;
        if (use.subject.empty())
            use.subjectKind = EntityKind::unknown;
        use.isImperative = isBare && !use.verb.has(VerbForm::past);
    }

    /// A verb's complement ends where the next clause with a verb of its own begins.
    void settleEnds()
    {
        std::size_t end = m_clauses.last;
        for (auto use = m_uses.rbegin(); use != m_uses.rend(); ++use) {
            use->end = end;
            std::size_t begin = std::min(use->subjectToken, use->groupFirst);
            if (begin == m_clauses.first)
                continue;
            const Token& before = at(begin - 1);
            const bool isJoint = before.kind == TokenKind::comma || before.is("and") || before.is("but") ||
                                 before.is("so") || before.kind == TokenKind::joiner || before.kind == TokenKind::dash;
            if (isJoint || before.kind == TokenKind::quote || before.kind == TokenKind::colon)
                end = begin - 1;
        }
    }

    const NoteParts& m_note;
    const Clauses& m_clauses;
    std::vector<VerbUse> m_uses;
};

} // namespace

std::vector<VerbUse> verbUsesOf(const NoteParts& note, const Clauses& clauses)
{
    return VerbReader(note, clauses).run();
}

} // namespace weavemap::weaving
