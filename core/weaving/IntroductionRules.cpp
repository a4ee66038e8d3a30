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
                if (isAskedOfUs(use))
                    readAct(use);
                continue;
            }
            readWish(use);
            readAct(use);
        }
        readNoun();
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
        return verb != m_clauses.verbs.end() && verb->verb.lemma == "ask" && !verb->isNegated;
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
        if (!wishes(use.matrix) && !(use.matrix.empty() && hasShould(use)))
            return;
        const Entity* other = personFrom(use.token + 1);
        if (other == nullptr && lemma == "meet" && use.subject.size() == 2)
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
        if (use.isPassive || (lemma != "introduce" && lemma != "connect" && lemma != "hook" && lemma != "put" &&
                              lemma != "pair" && lemma != "match"))
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
        const bool isDone = !use.isUnreal && !use.isImperative && use.subjectKind != EntityKind::reader &&
                            (use.verb.has(VerbForm::past) || use.isPerfect) && lemma != "hook" &&
                            !(lemma == "put" && (use.subjectKind == EntityKind::unknown ||
                                                 (use.isElided && !use.isPerfect && !saysWhen(use))));
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
                m_in.findings.addTie(std::move(tie));
            }
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

bool runsProjects(std::string_view lemma)
{
    static constexpr std::string_view kRunning[]{
        "run",    "start",   "launch",   "plan",     "organize", "organise",   "write",   "build",    "develop",
        "design", "create",  "make",     "do",       "set",      "put",        "edit",    "pilot",    "prepare",
        "lead",   "co-lead", "co-run",   "co-write", "co-host",  "coordinate", "work",    "begin",    "paint",
        "film",   "record",  "rehearse", "research", "redesign", "revise",     "publish", "translate"};
    return std::find(std::begin(kRunning), std::end(kRunning), lemma) != std::end(kRunning);
}

class ProjectReader
{
public:
    explicit ProjectReader(const Reading& reading) : m_in(reading), m_clauses(reading.clauses) {}

    void run(const std::vector<NameInText>& projects)
    {
        auto name = std::lower_bound(projects.begin(), projects.end(), m_in.sentence.lead,
                                     [](const NameInText& one, std::size_t first) { return one.first < first; });
        bool isKnown = false;
        for (; name != projects.end() && name->last <= m_clauses.last; ++name, isKnown = true)
            readKnown(*name);
        if (m_in.sentence.label == Label::project)
            readLabel();
        else if (!isKnown)
            readPending();
        for (const VerbUse& use : m_clauses.verbs)
            readUse(use, isKnown);
    }

private:
    bool is(std::size_t i, std::string_view word) const { return m_in.is(i, word); }

    static void join(People& people, const People& more)
    {
        for (const Cast::Number who : more)
            if (std::find(people.begin(), people.end(), who) == people.end())
                people.push_back(who);
    }

    void add(People people, std::string text)
    {
        constexpr std::string_view kTogether = " together";
        if (text.ends_with(kTogether))
            text.resize(text.size() - kTogether.size());
        ItemFound item;
        item.kind = ProposalKind::project;
        item.people = std::move(people);
        item.text = std::move(text);
        item.words = m_in.words();
        m_in.findings.addItem(std::move(item));
    }

    bool isOver() const
    {
        for (std::size_t i = m_clauses.first; i < m_clauses.last; ++i)
            if (is(i, "over") || is(i, "ended") || is(i, "finished") || is(i, "dropped") || is(i, "left") ||
                is(i, "quit") || is(i, "not") || is(i, "never") || is(i, "might") || is(i, "may"))
                return true;
        return false;
    }

    /// A known project by its name: whoever is spoken of with it.
    void readKnown(const NameInText& name)
    {
        if (isOver() || m_in.isSupposed(name.first))
            return;
        People people;
        for (const Entity& entity : m_clauses.entities) {
            const bool tells =
                (entity.first > m_clauses.first && (is(entity.first - 1, "says") || is(entity.first - 1, "said"))) ||
                is(entity.last, "says") || is(entity.last, "said");
            if (entity.kind == EntityKind::people && !entity.isObject && !tells && !entity.isPossessive)
                join(people, entity.people);
        }
        for (const VerbUse& use : m_clauses.verbs)
            if (use.isElided && use.subjectKind == EntityKind::people && !use.isImperative && use.verb.lemma != "say")
                join(people, use.subject);
        if (!people.empty())
            add(std::move(people), m_in.text(name.first, name.last));
    }

    /// "New thing under way: a breakfast", and in the next sentence who is in it.
    void readLabel()
    {
        People people;
        for (const Entity& entity : m_clauses.entities)
            if (entity.kind == EntityKind::people && !entity.isObject && !entity.isPossessive)
                join(people, entity.people);
        if (const std::string text = m_in.text(m_clauses.first, m_clauses.last); !text.empty())
            add(std::move(people), text);
    }

    void readPending()
    {
        auto& items = m_in.findings.items();
        if (items.empty() || items.back().kind != ProposalKind::project || !items.back().people.empty())
            return;
        for (std::size_t i = m_clauses.first; i + 1 < m_clauses.last; ++i)
            if ((is(i, "in") && is(i + 1, "it")) || (is(i, "on") && is(i + 1, "board")) || is(i, "involved"))
                for (const Entity& entity : m_clauses.entities)
                    if (entity.kind == EntityKind::people && !entity.isObject)
                        join(items.back().people, entity.people);
    }

    /// Where the name of a project ends: before "since", "in May", "and it ...".
    std::size_t nameEnd(std::size_t first, std::size_t last) const
    {
        for (std::size_t i = first + 1; i < last; ++i) {
            const bool isTime = is(i, "since") || is(i, "this") || is(i, "last") || is(i, "now") || is(i, "every") ||
                                (is(i, "in") && i + 1 < last && isA(WordClass::time, m_in.at(i + 1).word));
            const bool isNext =
                is(i, "and") && (is(i + 1, "it") || is(i + 1, "they") || is(i + 1, "he") || is(i + 1, "she"));
            if (isTime || isNext || m_in.at(i).kind == TokenKind::comma)
                return i;
        }
        return last;
    }

    static bool isOpening(const std::string& word)
    {
        return word == "a" || word == "an" || word == "the" || word == "their" || word == "our";
    }

    /// What several people run, start, write: "Bea and Jonah are writing a grant together".
    void readUse(const VerbUse& use, bool isKnown)
    {
        if (!runsProjects(use.verb.lemma) || use.isNegated || use.isUnreal || use.isUsedTo || use.isPassive ||
            use.isImperative || use.subjectKind != EntityKind::people || use.subject.empty() ||
            use.subject.size() > 12 || m_in.isSupposed(use.token))
            return;
        const std::string_view lemma = use.verb.lemma;
        const bool begins =
            lemma == "start" || lemma == "launch" || lemma == "begin" || lemma == "set" || lemma == "create";
        const bool isPast = use.verb.has(VerbForm::past) && !use.verb.has(VerbForm::base) && !use.isProgressive;
        const bool isGoingOn = use.isProgressive || lemma == "run" || lemma == "lead" || lemma.starts_with("co-");
        if (begins ? false : isPast || !isGoingOn)
            return;
        People others;
        std::size_t with = m_clauses.last;
        for (std::size_t i = use.token + 1; i + 1 < use.end + 1 && i + 1 < m_clauses.last && with == m_clauses.last;
             ++i)
            if (const Entity* entity = is(i, "with") ? m_clauses.entityAt(i + 1) : nullptr;
                entity != nullptr && !entity->isPossessive) {
                others = m_in.objectOf(*entity, use.subject);
                with = i;
            }
        std::size_t first = use.token + 1;
        if (lemma == "work") {
            while (first < use.end && !is(first, "on"))
                ++first;
            ++first;
            if (!is(first, "a") && !is(first, "an"))
                return;
        }
        while (is(first, "together") || is(first, "up"))
            ++first;
        People people = use.subject;
        join(people, others);
        if (people.size() < 2 || first >= m_clauses.last || !m_in.isWord(first) || !isOpening(m_in.at(first).word) ||
            is(first + 1, "lot"))
            return;
        const std::size_t last = with < m_clauses.last && with > first ? with : std::max(use.end, first + 1);
        if (!isKnown)
            add(people, m_in.text(first + 1, nameEnd(first + 1, last)));
        addTies(use.subject, others);
    }

    void addTies(const People& subject, const People& others)
    {
        const auto addTie = [this](Cast::Number a, Cast::Number b) {
            TieFound tie;
            tie.a = a;
            tie.b = b;
            tie.depth = TieDepth::exchange;
            tie.collaboration = Collaboration::now;
            tie.words = m_in.words();
            const People& with = m_in.memory.with;
            const auto isOne = [a, b](Cast::Number who) { return who == a || who == b; };
            if (m_clauses.reporter && !isOne(*m_clauses.reporter))
                tie.heardFrom = m_clauses.reporter;
            else if (with.size() == 1 && !isOne(with.front()))
                tie.heardFrom = with.front();
            m_in.findings.addTie(std::move(tie));
        };
        for (std::size_t i = 0; i < subject.size(); ++i) {
            for (std::size_t k = i + 1; k < subject.size(); ++k)
                addTie(subject[i], subject[k]);
            for (const Cast::Number other : others)
                addTie(subject[i], other);
        }
    }

    const Reading& m_in;
    const Clauses& m_clauses;
};

} // namespace

void findIntroductions(const Reading& reading) { IntroductionReader(reading).run(); }

void findProjects(const Reading& reading, const std::vector<NameInText>& projects)
{
    ProjectReader(reading).run(projects);
}

} // namespace weavemap::weaving
