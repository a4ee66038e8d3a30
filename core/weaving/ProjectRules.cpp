// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/ProjectRules.h"
#include "core/weaving/OneOf.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace weavemap::weaving {

namespace {

bool runsProjects(std::string_view lemma)
{
    static constexpr std::string_view kRunning[]{
        "run",      "start",     "launch",     "plan",     "organize", "organise",  "write",       "build",
        "develop",  "design",    "create",     "make",     "do",       "set",       "put",         "edit",
        "pilot",    "prepare",   "lead",       "co-lead",  "co-run",   "co-write",  "co-host",     "coordinate",
        "work",     "begin",     "paint",      "film",     "record",   "rehearse",  "research",    "redesign",
        "revise",   "publish",   "translate",  "rewrite",  "revamp",   "overhaul",  "draft",       "host",
        "co-teach", "co-design", "co-develop", "co-chair", "co-found", "co-author", "co-organize", "co-facilitate",
        "pull",     "throw",     "hold",       "produce",  "assemble", "compile"};
    return isOneOf(lemma, kRunning);
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
        for (const VerbUse& use : m_clauses.verbs) {
            readUse(use, isKnown);
            readGoing(use, isKnown);
        }
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
        static constexpr std::string_view kBodies[]{"team",    "plc",   "department", "committee", "forum", "class",
                                                    "faculty", "staff", "board",      "school",    "office"};
        if (text.ends_with(" jointly"))
            text.resize(text.size() - 8);
        if (isOneOf(std::string_view(text).substr(text.rfind(' ') == std::string::npos ? 0 : text.rfind(' ') + 1),
                    kBodies))
            return; // what they belong to is nothing that they started
        m_in.takeTag(m_clauses.first, m_clauses.last);
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
            const auto isTelling = [this](std::size_t i) {
                const std::string_view lemma = i < m_clauses.last ? verbOf(m_in.at(i).word).lemma : std::string_view();
                return lemma == "say" || lemma == "tell" || lemma == "mention" || lemma == "think" || lemma == "report";
            };
            const bool tells =
                (entity.first > m_clauses.first && isTelling(entity.first - 1)) || isTelling(entity.last);
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

    /// "have got a podcast going"
    void readGoing(const VerbUse& use, bool isKnown)
    {
        const std::string_view lemma = use.verb.lemma;
        if ((lemma != "have" && lemma != "get") || use.isNegated || use.isUnreal || isKnown ||
            use.subjectKind != EntityKind::people || use.subject.size() < 2 || !is(use.token + 1, "a"))
            return;
        for (std::size_t i = use.token + 2; i < m_clauses.last && m_in.isWord(i); ++i)
            if (is(i, "going") || is(i, "underway") || is(i, "running")) {
                add(use.subject, m_in.text(use.token + 2, i));
                return;
            }
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
        // "Together with Connie she has launched a club"
        const std::size_t front = is(m_clauses.first, "together") ? m_clauses.first + 1 : m_clauses.first;
        if (const Entity* entity = is(front, "with") ? m_clauses.entityAt(front + 1) : nullptr;
            entity != nullptr && others.empty() && !entity->isPossessive && entity->last <= use.subjectToken)
            others = m_in.objectOf(*entity, use.subject);
        std::size_t first = use.token + 1;
        if (lemma == "work") {
            while (first < use.end && !is(first, "on"))
                ++first;
            ++first;
            if (!is(first, "a") && !is(first, "an"))
                return;
        }
        while (is(first, "together") || is(first, "up") || is(first, "on") || is(first, "out"))
            ++first;
        People people = use.subject;
        join(people, others);
        if (people.size() < 2 || first >= m_clauses.last || is(first + 1, "lot"))
            return;
        // "Gus + Vic writing title iv grant", "piloting #mastery grading"
        const bool isTopic = m_in.at(first).kind == TokenKind::topic;
        const bool isOpened = m_in.isWord(first) && isOpening(m_in.at(first).word);
        const bool isNoun = m_in.isWord(first) && use.isProgressive && lemma != "work" && lemma != "make" &&
                            lemma != "begin" && first != with && !isA(WordClass::determiner, m_in.at(first).word) &&
                            !isA(WordClass::adverb, m_in.at(first).word) &&
                            !isA(WordClass::vague, m_in.at(first).word) &&
                            !isA(WordClass::preposition, m_in.at(first).word) && m_clauses.entityAt(first) == nullptr &&
                            m_in.isWord(first + 1) && !isA(WordClass::preposition, m_in.at(first + 1).word);
        if (!isOpened && !isTopic && !isNoun)
            return;
        const std::size_t last = with < m_clauses.last && with > first ? with : std::max(use.end, first + 1);
        if (!isKnown)
            add(people, m_in.text(isOpened ? first + 1 : first, nameEnd(isOpened ? first + 1 : first, last)));
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

void findProjects(const Reading& reading, const std::vector<NameInText>& projects)
{
    ProjectReader(reading).run(projects);
}

} // namespace weavemap::weaving
