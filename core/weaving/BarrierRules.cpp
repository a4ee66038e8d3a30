// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/BarrierRules.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/weaving/OneOf.h"

namespace weavemap::weaving {

namespace {

/// What taking part costs or depends on.
constexpr std::string_view kMatters[]{
    "cost",      "costs",        "fee",        "fees",      "dues",       "price",      "money",     "gas",
    "travel",    "distance",     "drive",      "commute",   "childcare",  "time",       "timing",    "evening",
    "evenings",  "night",        "nights",     "weeknight", "weeknights", "weekend",    "weekends",  "saturday",
    "saturdays", "sundays",      "fridays",    "mondays",   "tuesdays",   "wednesdays", "thursdays", "morning",
    "mornings",  "afternoon",    "afternoons", "safety",    "schedule",   "workload",   "expense",   "transport",
    "parking",   "registration", "sub",        "subs",      "substitute"};
/// How it is in the way.
constexpr std::string_view kHardships[]{"hard",     "problem",   "tough",        "difficult", "stretch", "barrier",
                                        "obstacle", "issue",     "impossible",   "struggle",  "burden",  "prohibitive",
                                        "steep",    "expensive", "unaffordable", "tricky",    "trouble", "snag",
                                        "killing",  "killer",    "dear",         "headache",  "sticking"};
/// "no ...": what is missing.
constexpr std::string_view kMissing[]{"childcare",  "time",      "budget",         "money", "sub",
                                      "subs",       "transport", "transportation", "car",   "funding",
                                      "babysitter", "sitter",    "coverage",       "funds"};
/// What one cannot do where something is in the way.
constexpr std::string_view kTakingPart[]{"come", "attend", "join", "travel", "afford"};

class BarrierReader
{
public:
    explicit BarrierReader(const Reading& reading) : m_in(reading), m_clauses(reading.clauses) {}

    void run()
    {
        if (m_in.sentence.label == Label::barrier) {
            add(m_clauses.subjectByDefault);
            return;
        }
        if (m_in.sentence.isQuestion || m_in.sentence.label != Label::none)
            return;
        if (isDenied())
            return;
        if (!isKept() && !isUnable() && !isHard() && !isMissing() && !isWished())
            return;
        add(m_people.empty() ? owner() : m_people);
    }

private:
    bool is(std::size_t i, std::string_view word) const { return m_in.is(i, word); }

    void add(const People& people)
    {
        if (people.empty())
            return;
        ItemFound item;
        item.kind = ProposalKind::barrier;
        item.people = people;
        item.text = m_in.text(m_clauses.first, m_clauses.last);
        item.topic = m_in.takeTag(m_clauses.first, m_clauses.last);
        item.words = m_in.words();
        if (!item.text.empty())
            m_in.findings.addItem(std::move(item));
    }

    /// "Nothing keeps him", "no trouble with time"
    bool isDenied() const
    {
        for (std::size_t i = m_clauses.first; i < m_clauses.last; ++i) {
            if (is(i, "nothing") &&
                (is(i + 1, "keeps") || is(i + 1, "stops") || is(i + 1, "prevents") || is(i + 1, "in")))
                return true;
            if ((is(i, "no") || is(i, "not")) && (is(i + 1, "trouble") || is(i + 1, "problem") ||
                                                  is(i + 1, "problems") || is(i + 1, "issue") || is(i + 1, "issues")))
                return true;
        }
        return false;
    }

    /// Who is kept: the first person that a verb here has for a subject, else whoever "for her" means, else who was
    /// called.
    People owner() const
    {
        for (const Entity& entity : m_clauses.entities)
            if (entity.kind == EntityKind::people && entity.first > m_clauses.first && is(entity.first - 1, "for"))
                return m_in.objectOf(entity, {});
            else if (entity.kind == EntityKind::unknown && m_in.sentence.voice == Voice::letter &&
                     is(entity.first, "us"))
                return m_clauses.speaker.empty() ? m_in.memory.with : m_clauses.speaker; // "hard for us", they write
        for (const VerbUse& use : m_clauses.verbs)
            if (use.subjectKind == EntityKind::people && !use.subject.empty() && use.verb.lemma != "say")
                return use.subject;
        for (const Entity& entity : m_clauses.entities)
            if (entity.kind == EntityKind::people && !entity.isObject)
                return entity.people;
        return m_clauses.subjectByDefault;
    }

    /// "keeps her from evening events", "what keeps him away", "that's why he stays away"
    bool isKept()
    {
        for (const VerbUse& use : m_clauses.verbs) {
            const std::string_view lemma = use.verb.lemma;
            if (m_in.isSupposed(use.token) || use.isNegated)
                continue;
            if ((lemma == "stay" || lemma == "keep") && is(use.token + 1, "away") &&
                use.subjectKind == EntityKind::people) {
                m_people = use.subject;
                return !m_people.empty();
            }
            const Entity* kept =
                lemma == "keep" || lemma == "prevent" || lemma == "stop" ? m_clauses.entityAt(use.token + 1) : nullptr;
            if (kept != nullptr && (is(kept->last, "from") || is(kept->last, "away"))) {
                m_people = m_in.objectOf(*kept, {});
                return !m_people.empty();
            }
        }
        return false;
    }

    /// "couldn't do the science nights without Tessa" is a tie.
    bool hasWithout() const
    {
        for (std::size_t i = m_clauses.first; i < m_clauses.last; ++i)
            if (is(i, "without"))
                return true;
        return false;
    }

    bool hasEvent() const
    {
        static constexpr std::string_view kEvents[]{"meeting", "meetings",  "session",    "sessions", "event",
                                                    "events",  "convening", "convenings", "workshop", "workshops",
                                                    "drive",   "topics",    "program",    "programs"};
        for (std::size_t i = m_clauses.first; i < m_clauses.last; ++i)
            if (isOneOf(m_in.at(i).word, kEvents))
                return true;
        return false;
    }

    bool hasMatter(std::size_t first, std::size_t last) const
    {
        for (std::size_t i = first; i < last; ++i)
            if (isOneOf(m_in.at(i).word, kMatters))
                return true;
        return false;
    }

    /// "can't come to evening meetings", "cannot do weeknights", "neither of them can do weeknights", "can't afford"
    bool isUnable()
    {
        for (const VerbUse& use : m_clauses.verbs) {
            if (!use.isNegated || !use.isUnreal || use.subjectKind != EntityKind::people || m_in.isSupposed(use.token))
                continue;
            const std::string_view lemma = use.verb.lemma;
            const bool isPart = isOneOf(lemma, kTakingPart);
            const bool isDone =
                (lemma == "do" || lemma == "make" || lemma == "get" || lemma == "leave" || lemma == "find") &&
                hasMatter(use.token, m_clauses.last);
            if ((isPart || isDone) && !hasWithout() && !use.isFuture) {
                m_people = use.subject;
                return !m_people.empty();
            }
        }
        for (std::size_t i = m_clauses.first; i < m_clauses.last; ++i)
            if (is(i, "afford") && i >= m_clauses.first + 1 && (is(i - 1, "not") || is(i - 2, "not")))
                return true;
        return false;
    }

    /// "Saturday events are hard for her", "cost is a real problem", "2 hours each way", "too far", "mornings are out
    /// for him"
    bool isHard() const
    {
        for (std::size_t i = m_clauses.first; i < m_clauses.last; ++i) {
            const std::string& word = m_in.at(i).word;
            if (m_in.isSupposed(i))
                continue;
            const bool isNegated = is(i - 1, "not") || is(i - 1, "no") || is(i - 2, "not") || is(i - 2, "no");
            if (isOneOf(word, kHardships) && !isNegated && hasMatter(m_clauses.first, i) && !is(i + 1, "time"))
                return true;
            const bool isNamed = isOneOf(word, kHardships) && (is(i + 1, "is") || is(i + 1, "'s")) &&
                                 hasMatter(i + 2, std::min(i + 5, m_clauses.last));
            const bool isTooMuch =
                word == "too" &&
                (((is(i + 1, "high") || is(i + 1, "much") || is(i + 1, "steep")) && hasMatter(m_clauses.first, i)) ||
                 (is(i + 1, "busy") && is(i + 2, "for")));
            if ((isNamed || isTooMuch) && !isNegated)
                return true;
            if (word == "each" && is(i + 1, "way"))
                return true;
            if (word == "too" &&
                (is(i + 1, "far") || is(i + 1, "expensive") || is(i + 1, "costly") || is(i + 1, "dear") ||
                 is(i + 1, "pricey")) &&
                !isNegated)
                return true;
            if (word == "too" && is(i + 1, "busy") && !isNegated && (is(i + 2, "until") || is(i + 2, "till")))
                return true;
            // "doesn't feel welcome", "never felt at home"
            const bool isFeeling = verbOf(word).lemma == "feel" && (isNegated || is(i - 1, "never"));
            if (isFeeling && (is(i + 1, "welcome") || is(i + 1, "heard") || (is(i + 1, "at") && is(i + 2, "home"))))
                return true;
            if (word == "out" && (is(i + 1, "for") || is(i - 1, "are") || is(i - 1, "is")) &&
                (hasMatter(m_clauses.first, i) || (is(i + 1, "for") && hasEvent())))
                return true;
            if ((word == "safe" && isNegated) || word == "unsafe")
                return true;
            if (word == "work" && isNegated && is(i + 1, "for") && hasMatter(m_clauses.first, i))
                return true;
            if (((word == "relevant" && isNegated) || word == "irrelevant" ||
                 (word == "too" && (is(i + 1, "long") || is(i + 1, "late")))) &&
                hasEvent())
                return true;
        }
        return false;
    }

    /// "no childcare", "hasn't got the time for", "doesn't have the money"
    bool isMissing() const
    {
        for (std::size_t i = m_clauses.first; i + 1 < m_clauses.last; ++i) {
            if (m_in.isSupposed(i))
                continue;
            std::size_t next = i + 1;
            next += is(i, "no") && (is(next, "free") || is(next, "spare")) && next + 1 < m_clauses.last ? 1 : 0;
            if (next > i + 1 && isOneOf(m_in.at(next).word, kMatters))
                return true;
            if (is(i, "no") && isOneOf(m_in.at(next).word, kMissing) && !is(next + 1, "for"))
                return !is(next + 1, "needed");
            const bool isWithout = is(i, "not") && (is(next, "have") || is(next, "got"));
            if (!isWithout)
                continue;
            ++next;
            while (is(next, "the") || is(next, "any") || is(next, "enough") || is(next, "a") || is(next, "got"))
                ++next;
            if (next < m_clauses.last && isOneOf(m_in.at(next).word, kMissing))
                return true;
        }
        for (std::size_t i = m_clauses.first; i + 1 < m_clauses.last; ++i)
            if (is(i, "childcare") &&
                (is(i + 1, "again") || is(i + 1, "problems") || is(i + 1, "issues") || is(i + 1, "trouble")))
                return true;
        return false;
    }

    /// "If he had the time he'd join": what is wished for is missing.
    bool isWished() const
    {
        for (std::size_t i = m_clauses.first; i + 3 < m_clauses.last; ++i) {
            if (!is(i, "if") || m_clauses.entityAt(i + 1) == nullptr || !is(i + 2, "had"))
                continue;
            std::size_t next = i + 3;
            while (is(next, "the") || is(next, "more") || is(next, "any") || is(next, "a"))
                ++next;
            const bool wouldCome = std::any_of(m_clauses.verbs.begin(), m_clauses.verbs.end(), [](const VerbUse& use) {
                return use.isUnreal && (isOneOf(use.verb.lemma, kTakingPart) || use.verb.lemma == "go");
            });
            if (next < m_clauses.last && isOneOf(m_in.at(next).word, kMissing) && i <= m_clauses.first + 1 && wouldCome)
                return true;
        }
        return false;
    }

    const Reading& m_in;
    const Clauses& m_clauses;
    People m_people;
};

} // namespace

void findBarriers(const Reading& reading) { BarrierReader(reading).run(); }

} // namespace weavemap::weaving
