// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/NoteReader.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "core/weaving/BarrierRules.h"
#include "core/weaving/Findings.h"
#include "core/weaving/IntroductionRules.h"
#include "core/weaving/PhraseRules.h"
#include "core/weaving/ProjectRules.h"
#include "core/weaving/PromiseRules.h"
#include "core/weaving/TieRules.h"
#include "core/weaving/WishRules.h"

namespace weavemap::weaving {

namespace {

/// Where the names of known projects stand; the candidates are their numbers in the list.
std::vector<NameInText> projectsIn(const std::vector<Token>& tokens, const std::vector<std::string>& projects)
{
    std::multimap<std::string, std::pair<std::vector<std::string>, Cast::Number>> byFirst;
    for (std::size_t i = 0; i < projects.size(); ++i)
        if (auto words = nameWords(projects[i]); !words.empty())
            byFirst.emplace(words.front(), std::pair(words, static_cast<Cast::Number>(i)));
    std::vector<NameInText> found;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const auto [first, last] = byFirst.equal_range(tokens[at].word);
        for (auto one = first; one != last; ++one) {
            const auto& words = one->second.first;
            bool fits = at + words.size() <= tokens.size();
            for (std::size_t k = 0; fits && k < words.size(); ++k)
                fits = tokens[at + k].word == words[k];
            if (fits)
                found.push_back({at, at + words.size(), {one->second.second}, true, false});
        }
    }
    return found;
}

class NoteReader
{
public:
    NoteReader(const NoteText& note, const NoteContext& context)
        : m_text(note.text.substr(0, kMostNoteBytes)), m_on(note.on), m_tokens(tokensOf(m_text)),
          m_sentences(sentencesOf(m_text, m_tokens)), m_cast(context.people)
    {
        for (const PersonId id : context.with)
            if (const auto place = context.people.placeOf(id); place < context.people.size())
                m_memory.with.push_back(m_cast.known(place));
        m_names = namesIn(m_text, m_tokens, m_sentences, m_memory.with, m_cast);
        for (const SettledName& one : context.settled)
            settle(one, context.people);
        findOnlyNear();
        m_projects = projectsIn(m_tokens, context.projects);
        std::erase_if(m_names, [this](const NameInText& name) { return isInProject(name); });
    }

    NoteReading run()
    {
        const NoteParts note{m_text, m_tokens, m_names, m_cast};
        settleCalledPronoun(note, m_sentences, m_memory);
        Findings findings(note);
        for (Sentence& sentence : m_sentences)
            readSentence(note, sentence, findings);
        std::erase_if(findings.items(),
                      [](const ItemFound& item) { return item.kind == ProposalKind::project && item.people.empty(); });
        addPeople(note, findings);
        addTopics(findings);
        NoteReading reading;
        reading.proposals = findings.proposals();
        reading.unresolved = findings.unresolved();
        reading.mentions = mentions();
        return reading;
    }

private:
    /// Takes the one whom the user chose wherever a name is written so and could mean them.
    void settle(const SettledName& settled, const PeopleIndex& people)
    {
        const auto place = people.placeOf(settled.who);
        if (place >= people.size())
            return;
        const auto words = nameWords(settled.words);
        const Cast::Number chosen = m_cast.known(place);
        for (NameInText& name : m_names) {
            const auto& fit = name.near.empty() ? name.candidates : name.near;
            bool isIt = (fit.size() > 1 || !name.near.empty()) && name.last - name.first == words.size() &&
                        std::find(fit.begin(), fit.end(), chosen) != fit.end();
            for (std::size_t k = 0; isIt && k < words.size(); ++k)
                isIt = m_tokens[name.first + k].word == words[k];
            if (!isIt)
                continue;
            const Cast::Number before = name.candidates.front();
            const bool wasNew = name.isNew;
            name.candidates = {chosen};
            if (!wasNew) {
                name.near.clear();
                name.doubt = Doubt::none;
                for (NameInText& other : m_names)
                    if (other.candidates == name.candidates && m_tokens[other.first].word == words.front())
                        other.doubt = Doubt::none;
            }
            // A new person who was somebody known: by their first name alone, too.
            for (NameInText& other : m_names)
                if (wasNew && (&other == &name || other.candidates == People{before})) {
                    other.candidates = {chosen};
                    other.near.clear();
                    other.isNew = false;
                    other.doubt = Doubt::none;
                }
        }
    }

    void findOnlyNear()
    {
        std::unordered_set<Cast::Number> near;
        for (const NameInText& name : m_names)
            if (!name.isNew && !name.near.empty())
                near.insert(name.candidates.begin(), name.candidates.end());
        for (const NameInText& name : m_names)
            if (name.near.empty() && name.doubt == Doubt::none)
                for (const Cast::Number who : name.candidates)
                    near.erase(who);
        m_cast.setOnlyNear(std::move(near));
    }

    bool isInProject(const NameInText& name) const
    {
        const auto next =
            std::upper_bound(m_projects.begin(), m_projects.end(), name.first,
                             [](std::size_t token, const NameInText& project) { return token < project.first; });
        return next != m_projects.begin() && name.first < std::prev(next)->last &&
               !m_cast.isNew(name.candidates.empty() ? 0 : name.candidates.front());
    }

    /// Who is named in tokens [first, last), in order.
    People namedIn(std::size_t first, std::size_t last) const
    {
        People people;
        auto name = std::lower_bound(m_names.begin(), m_names.end(), first,
                                     [](const NameInText& one, std::size_t token) { return one.first < token; });
        for (; name != m_names.end() && name->first < last; ++name) {
            if (name->candidates.size() == 1) {
                people.push_back(name->candidates.front());
                continue;
            }
            for (const Cast::Number who : name->candidates)
                if (std::find(m_memory.with.begin(), m_memory.with.end(), who) != m_memory.with.end())
                    people.push_back(who);
        }
        return people;
    }

    /// Who says "I": the sender of a letter, whoever stands before the colon; nobody where it is the staff.
    People speakerOf(Sentence& sentence)
    {
        if (sentence.speakerFirst >= sentence.speakerLast)
            return sentence.voice == Voice::letter ? m_memory.with : People();
        if (sentence.speakerFirst < sentence.lead && !sentence.isSpeakerCarried)
            return senderOf(sentence);
        const People named = namedIn(sentence.speakerFirst, sentence.speakerLast);
        bool isSimple = true;
        for (std::size_t i = sentence.speakerFirst; i < sentence.speakerLast; ++i)
            isSimple = isSimple && (!verbOf(m_tokens[i].word) || isSaying(m_tokens[i].word) || isNamed(i));
        if (named.empty() || !isSimple) {
            const bool isMe = m_tokens[sentence.speakerFirst].is("me") || m_tokens[sentence.speakerFirst].is("us");
            if (isMe)
                sentence.isByWriter = true;
            else if (!sentence.isSpeakerCarried)
                sentence.first = sentence.speakerFirst; // no speaker after all
            return {};
        }
        // "Ronnie + Gil: running a chess league"
        bool isOnlyNames = true;
        for (std::size_t i = sentence.speakerFirst; i < sentence.speakerLast; ++i)
            isOnlyNames = isOnlyNames && (isNamed(i) || m_tokens[i].kind == TokenKind::joiner ||
                                          m_tokens[i].is("and") || m_tokens[i].kind == TokenKind::comma);
        return isOnlyNames ? named : People{named.back()};
    }

    static bool isSaying(const std::string& word)
    {
        const std::string_view lemma = verbOf(word).lemma;
        return lemma == "say" || lemma == "quote" || lemma == "tell" || lemma == "write";
    }

    bool isNamed(std::size_t token) const
    {
        const auto next = std::upper_bound(m_names.begin(), m_names.end(), token,
                                           [](std::size_t at, const NameInText& name) { return at < name.first; });
        return next != m_names.begin() && token < std::prev(next)->last;
    }

    People senderOf(const Sentence& sentence)
    {
        std::string phrase;
        People sender;
        for (std::size_t i = sentence.speakerFirst; i < sentence.speakerLast && m_tokens[i].kind == TokenKind::word;
             ++i) {
            phrase.append(phrase.empty() ? "" : " ").append(m_tokens[i].word);
            if (const auto& places = m_cast.people().called(phrase); places.size() == 1)
                sender = {m_cast.known(places.front())};
        }
        return sender.empty() ? m_memory.with : sender;
    }

    void readSentence(const NoteParts& note, Sentence& sentence, Findings& findings)
    {
        const People speaker = speakerOf(sentence);
        const bool isTies = sentence.label == Label::ties || sentence.label == Label::tiesTalked;
        Clauses clauses = clausesOf(note, sentence, speaker, isTies);
        const auto dates = datesIn(m_tokens, sentence.lead, sentence.last, m_on);
        for (const DatePhrase& date : dates)
            if (date.day)
                m_dates.push_back({m_tokens[date.first].span.begin, m_tokens[date.last - 1].span.end});
        const Reading reading{note, sentence, clauses, m_memory, m_on, dates, findings};
        findings.readFrom(&reading);
        if (isTies || sentence.label == Label::heard || sentence.label == Label::relies ||
            sentence.label == Label::goesTo)
            readTies(reading, speaker);
        findTies(reading);
        if (!isTies) {
            findIntroductions(reading);
            findProjects(reading, m_projects);
            findWishes(reading);
            findPromises(reading);
            findBarriers(reading);
            findWishPhrases(reading);
        }
        for (std::size_t i = sentence.lead; i < sentence.last; ++i)
            if (m_tokens[i].kind == TokenKind::topic && !findings.isTopicUsed(i))
                findings.giveTopic(reading.words(), m_tokens[i].word, i);
        findings.readFrom(nullptr);
    }

    Clauses clausesOf(const NoteParts& note, const Sentence& sentence, const People& speaker, bool isTies)
    {
        // "@Shauna Price: turns to her first", a line each
        const bool isListed = speaker.size() == 1 && sentence.startsLine && sentence.voice == Voice::staff &&
                              sentence.speakerFirst < m_tokens.size() && m_tokens[sentence.speakerFirst].mark == '@';
        if ((isTies || isListed) && !speaker.empty() && m_memory.with.size() == 1 && speaker != m_memory.with) {
            // "- Curtis: works with him": under a heading of ties the name is the other one.
            m_memory.lastOther = speaker.front();
            m_memory.lastPair = {m_memory.with.front(), speaker.front()};
            return readClauses(note, sentence, m_memory.with, m_memory);
        }
        return readClauses(note, sentence, speaker, m_memory);
    }

    /// Contacts under a heading, answers to "Whom do you turn to first?".
    void readTies(const Reading& reading, const People& speaker)
    {
        if (m_memory.with.size() != 1)
            return;
        const Label label = reading.sentence.label;
        People others = speaker;
        std::erase(others, m_memory.with.front());
        const bool isBareList = reading.clauses.verbs.empty() && reading.sentence.lead < reading.clauses.first;
        if (others.empty() && (label != Label::ties || isBareList))
            for (const Cast::Number who : namedIn(reading.clauses.first, reading.clauses.last))
                others.push_back(who);
        for (const Cast::Number other : others) {
            TieFound tie;
            tie.a = m_memory.with.front();
            tie.b = other;
            tie.depth = label == Label::relies   ? TieDepth::rely
                        : label == Label::goesTo ? TieDepth::exchange
                        : label == Label::heard  ? TieDepth::aware
                                                 : TieDepth::talked;
            if (tie.depth == TieDepth::talked && saysOnlyHeard(reading))
                continue;
            tie.way = label == Label::relies || label == Label::goesTo ? TieWay::aToB : TieWay::none;
            tie.topic = reading.topicIn(reading.clauses.first, reading.clauses.last, " about on for ");
            tie.words = reading.words();
            reading.findings.addTie(std::move(tie));
        }
    }

    static bool saysOnlyHeard(const Reading& reading)
    {
        return std::any_of(reading.clauses.verbs.begin(), reading.clauses.verbs.end(), [](const VerbUse& use) {
            return use.verb.lemma == "hear" || use.verb.lemma == "know" || use.verb.lemma == "lose" || use.isNegated;
        });
    }

    /// New people, where they are first named.
    void addPeople(const NoteParts& note, Findings& findings)
    {
        std::vector<bool> isAdded(m_cast.size(), false);
        auto sentence = m_sentences.begin();
        for (const NameInText& name : m_names) {
            if (!name.isNew && !name.near.empty())
                findings.addDoubts({{name.first, name.last, name.near}});
            if (!name.isNew || name.candidates.size() != 1 || isAdded[name.candidates.front()])
                continue;
            isAdded[name.candidates.front()] = true;
            while (sentence != m_sentences.end() && sentence->last <= name.first)
                ++sentence;
            ItemFound item;
            item.kind = ProposalKind::person;
            item.people = name.candidates;
            item.doubt = name.doubt;
            if (!name.near.empty()) {
                People maybe = name.near;
                maybe.push_back(name.candidates.front());
                findings.addDoubts({{name.first, name.last, std::move(maybe)}});
            }
            item.words = {m_tokens[name.first].span.begin, m_tokens[name.last - 1].span.end};
            if (sentence != m_sentences.end() && sentence->lead <= name.first)
                item.words = {m_tokens[sentence->lead].span.begin, m_tokens[sentence->last - 1].span.end};
            findings.addItem(std::move(item));
        }
        static_cast<void>(note);
    }

    void addTopics(Findings& findings)
    {
        for (const Sentence& sentence : m_sentences)
            for (std::size_t i = sentence.lead; i < sentence.last; ++i) {
                if (m_tokens[i].kind != TokenKind::topic || findings.isTopicUsed(i))
                    continue;
                ItemFound item;
                item.topic = m_tokens[i].word;
                item.words = {m_tokens[sentence.lead].span.begin, m_tokens[sentence.last - 1].span.end};
                findings.addItem(std::move(item));
            }
    }

    std::vector<Mention> mentions() const
    {
        std::vector<Mention> found;
        for (const NameInText& name : m_names) {
            if (name.candidates.empty())
                continue;
            Mention mention;
            mention.words = {m_tokens[name.first].span.begin, m_tokens[name.last - 1].span.end};
            mention.kind = !name.near.empty() || name.candidates.size() > 1 ? MentionKind::ambiguous
                           : name.isNew                                     ? MentionKind::newPerson
                                                                            : MentionKind::person;
            if (name.candidates.size() == 1)
                mention.who = m_cast.at(name.candidates.front());
            found.push_back(std::move(mention));
        }
        for (const Token& token : m_tokens) {
            const bool isMark = token.mark == '!' || token.mark == '+';
            if (token.kind == TokenKind::topic || isMark)
                found.push_back({token.span, isMark ? MentionKind::mark : MentionKind::topic, std::nullopt});
        }
        for (const TextSpan& date : m_dates)
            found.push_back({date, MentionKind::date, std::nullopt});
        std::stable_sort(found.begin(), found.end(),
                         [](const Mention& one, const Mention& other) { return one.words.begin < other.words.begin; });
        return found;
    }

    std::string_view m_text;
    Date m_on;
    std::vector<Token> m_tokens;
    std::vector<Sentence> m_sentences;
    Cast m_cast;
    Memory m_memory;
    std::vector<NameInText> m_names;
    std::vector<NameInText> m_projects;
    std::vector<TextSpan> m_dates;
};

} // namespace

NoteReading readNote(const NoteText& note, const NoteContext& context) { return NoteReader(note, context).run(); }

} // namespace weavemap::weaving
