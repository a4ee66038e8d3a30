// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/Names.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/weaving/Lexicon.h"
#include "core/weaving/OneOf.h"
#include "core/weaving/ShortNames.h"
#include "core/weaving/TokenTests.h"

namespace weavemap::weaving {

Cast::Number Cast::known(PeopleIndex::Place place)
{
    const auto [found, isNew] = m_numbers.emplace(place, static_cast<Number>(m_whos.size()));
    if (isNew)
        m_whos.push_back({m_people.at(place).id, m_people.at(place).name});
    return found->second;
}

Cast::Number Cast::added(std::string name)
{
    m_whos.push_back({PersonId{}, std::move(name)});
    return static_cast<Number>(m_whos.size() - 1);
}

namespace {

bool isParticleWord(const std::string& word)
{
    return word == "de" || word == "la" || word == "del" || word == "van" || word == "von" || word == "da" ||
           word == "dos" || word == "di" || word == "el" || word == "bin" || word == "der" || word == "los" ||
           word == "las" || word == "y";
}

constexpr std::size_t kLeastNear = 4; ///< bytes of a name that is taken for a near one; shorter ones are near to much
constexpr std::size_t kMostNear = 5;  ///< known people whom a new name may have meant
constexpr std::size_t kMostNearLookups = 64; ///< new names of a note that are looked at so; the rest are new

class NameReader
{
public:
    NameReader(std::string_view text, const std::vector<Token>& tokens, const std::vector<Cast::Number>& with,
               Cast& cast)
        : m_text(text), m_tokens(tokens), m_with(with), m_cast(cast)
    {}

    void readSentence(std::size_t first, std::size_t last)
    {
        m_first = first;
        m_last = last;
        for (std::size_t i = first; i < last;)
            i = readAt(i);
    }

    std::vector<NameInText> take()
    {
        settleFirstNames();
        return std::move(m_names);
    }

private:
    const Token& at(std::size_t i) const { return m_tokens[i]; }
    bool isWord(std::size_t i) const
    {
        return i < m_last && at(i).kind == TokenKind::word && !at(i).isTail && !at(i).word.empty();
    }
    bool isBreak(std::size_t i) const
    {
        return i <= m_first || at(i - 1).kind == TokenKind::stop || at(i - 1).kind == TokenKind::colon ||
               at(i - 1).kind == TokenKind::quote || at(i - 1).kind == TokenKind::dash ||
               at(i - 1).kind == TokenKind::open;
    }

    /// The token after the name or word at `i`.
    std::size_t readAt(std::size_t i)
    {
        if (!isWord(i))
            return i + 1;
        if (at(i).mark == '!' || at(i).mark == '+')
            return i + 1;
        const bool isMarked = at(i).mark == '@';
        // "Dr. Patil", "Mrs Brooks"
        std::size_t begin = i;
        bool hasTitle = false;
        if (!isMarked && isA(WordClass::title, at(i).word) && (at(i).isCapital || at(i).word.size() == 2)) {
            const std::size_t name = i + 1 < m_last && at(i + 1).is(".") ? i + 2 : i + 1;
            if (isWord(name) && (at(name).isCapital || m_cast.people().beginsName(at(name).word))) {
                begin = name;
                hasTitle = true;
            }
        }
        std::vector<PeopleIndex::Place> places;
        std::size_t end = longest(begin, places);
        if (const std::size_t next = addOtherForm(i, begin, end); next > i)
            return next;
        if (end > begin && (isMarked || hasTitle || isPlausible(begin, end)))
            return addKnown(i, begin, end, std::move(places), isMarked);
        end = newName(begin, isMarked);
        if (end > begin && (isMarked || end - begin > 1)) {
            addNew(begin, end);
            return end;
        }
        if (at(begin).isCapital && isUnknownPerson(begin)) {
            m_names.push_back({i, begin + 1, {}, false, false});
            return begin + 1;
        }
        return begin + 1;
    }

    /// The longest run of words from `begin` on that calls somebody.
    std::size_t longest(std::size_t begin, std::vector<PeopleIndex::Place>& places) const
    {
        const PeopleIndex& people = m_cast.people();
        if (!people.beginsName(at(begin).word))
            return begin;
        std::string phrase;
        std::size_t end = begin;
        for (std::size_t i = begin; i < begin + PeopleIndex::kMostWords && isWord(i); ++i) {
            if (i > begin && at(i).mark != '\0')
                break;
            phrase.append(phrase.empty() ? "" : " ").append(at(i).word);
            if (const auto& called = people.called(phrase); !called.empty()) {
                places = called;
                end = i + 1;
            }
        }
        return end;
    }

    /// "Liz" and "Liz Tran" for Elizabeth Tran where she alone fits and nobody is called so. The token after it, or
    /// `i`.
    std::size_t addOtherForm(std::size_t i, std::size_t begin, std::size_t calledEnd)
    {
        if (!at(begin).isCapital || otherFormsOf(at(begin).word).empty())
            return i;
        std::vector<std::string> words;
        std::vector<PeopleIndex::Place> places;
        std::size_t end = begin;
        for (std::size_t k = begin; k < begin + PeopleIndex::kMostWords && isWord(k); ++k) {
            if (k > begin && at(k).mark != '\0')
                break;
            words.push_back(at(k).word);
            if (auto fitting = m_cast.people().byOtherForm(words); fitting.size() == 1) {
                places = std::move(fitting);
                end = k + 1;
            }
        }
        const bool isMarked = at(begin).mark == '@';
        if (end <= calledEnd || (!isMarked && !isPlausible(begin, end)))
            return i;
        const std::size_t next = addKnown(i, begin, end, std::move(places), isMarked);
        if (!m_names.back().isNew)
            m_names.back().doubt = Doubt::nameGuessed;
        return next;
    }

    bool isMonthContext(std::size_t i) const
    {
        if (i == m_first)
            return false;
        static constexpr std::string_view kBefore[]{"in",    "by",     "since",  "until", "till", "of",
                                                    "last",  "next",   "this",   "early", "late", "mid",
                                                    "every", "during", "before", "after"};
        const bool afterWord = isOneOf(at(i - 1).word, kBefore);
        return afterWord || at(i - 1).kind == TokenKind::number ||
               (i + 1 < m_last && at(i + 1).kind == TokenKind::number);
    }

    /// Whether words that call somebody do so here.
    bool isPlausible(std::size_t begin, std::size_t end) const
    {
        if (isPlaceName(m_tokens, {m_first, m_last}, {begin, end}))
            return false;
        if (end - begin > 1)
            return true;
        const Token& token = at(begin);
        if (!isA(WordClass::common, token.word) && !verbOf(token.word))
            return token.word.size() > 1;
        // A name that is a word too: as a name where it is capital in the middle of a sentence, or begins one as a
        // subject.
        const bool isMonth = token.is("april") || token.is("may") || token.is("june") || token.is("august");
        if (isMonth && isMonthContext(begin))
            return false;
        if (isBreak(begin)) {
            if (token.isCapital && (isJoinedToName(end) || isInitialThere(begin, end)))
                return true;
            const bool subject = isFiniteVerb(m_tokens, end, m_last) && !(end < m_last && isBase(end));
            return subject && (token.isCapital || isCalled(begin)) && !followsAuxiliary(begin, end);
        }
        return token.isCapital && !(begin > m_first && isA(WordClass::determiner, at(begin - 1).word));
    }

    /// "Will and Carla", "Grace, Tom and"
    bool isJoinedToName(std::size_t end) const
    {
        const bool isAnd = end < m_last && (at(end).is("and") || at(end).kind == TokenKind::joiner);
        if (!isAnd || !isWord(end + 1))
            return false;
        // "Summer and I spoke"
        if (at(end + 1).is("i") || at(end + 1).is("she") || at(end + 1).is("he"))
            return end + 2 < m_last && static_cast<bool>(verbOf(at(end + 2).word));
        if (!at(end + 1).isCapital || !m_cast.people().beginsName(at(end + 1).word))
            return false;
        // "Joy and Will work together": two words, with a verb behind them
        return !isA(WordClass::common, at(end + 1).word) ||
               (end + 2 < m_last && static_cast<bool>(verbOf(at(end + 2).word)));
    }

    /// "Grace L. wants"
    bool isInitialThere(std::size_t begin, std::size_t end) const
    {
        const bool isLetter =
            isWord(end) && at(end).isCapital && at(end).word.size() == 1 && end + 1 < m_last && at(end + 1).is(".");
        return isLetter &&
               !m_cast.people().withInitial(m_cast.people().called(at(begin).word), at(end).word[0]).empty();
    }

    bool isBase(std::size_t i) const
    {
        const Verb verb = verbOf(at(i).word);
        return verb.has(VerbForm::base) && !verb.has(VerbForm::past) && !isA(WordClass::auxiliary, at(i).word) &&
               !isA(WordClass::modal, at(i).word);
    }

    /// "Will need to ..." and "May have met": an auxiliary before a bare verb, no name.
    bool followsAuxiliary(std::size_t begin, std::size_t end) const
    {
        const bool isModal = at(begin).is("will") || at(begin).is("may") || at(begin).is("can") || at(begin).is("must");
        return isModal && end < m_last &&
               (at(end).is("have") || at(end).is("be") || at(end).is("do") || at(end).is("not"));
    }

    bool isCalled(std::size_t i) const
    {
        const auto& places = m_cast.people().called(at(i).word);
        return std::any_of(places.begin(), places.end(), [this](PeopleIndex::Place place) {
            return std::find(m_with.begin(), m_with.end(), m_cast.known(place)) != m_with.end();
        });
    }

    std::size_t addKnown(std::size_t i, std::size_t begin, std::size_t end, std::vector<PeopleIndex::Place> places,
                         bool isMarked)
    {
        bool isWhole = end - begin > 1;
        // "Ana O." among several Anas; also "Ben O." of one.
        if (isWord(end) && at(end).word.size() == 1 && at(end).isCapital && at(end).word[0] >= 'a' &&
            at(end).word[0] <= 'z' && !(at(end).is("i") && !(end + 1 < m_last && at(end + 1).is(".")))) {
            if (auto fitting = m_cast.people().withInitial(places, at(end).word[0]); !fitting.empty()) {
                places = std::move(fitting);
                isWhole = true;
                ++end;
                end += end < m_last && at(end).is(".") && end + 1 < m_last ? 1 : 0;
            }
        } else if (isMarked || (isWhole && at(begin).isCapital)) {
            // "@Ana Petrova" where no Ana is a Petrova: somebody else.
            const std::size_t longer = newName(begin, isMarked);
            if (longer > end && end - begin == 1) {
                addNew(begin, longer);
                return longer;
            }
        }
        if (end - begin == 1 && !isMarked && at(begin).isCapital && i == begin) {
            const std::size_t longer = newName(begin, false);
            if (longer > end) {
                addNew(begin, longer);
                return longer;
            }
        }
        NameInText name{i, end, {}, isWhole, false};
        for (const PeopleIndex::Place place : places)
            name.candidates.push_back(m_cast.known(place));
        const bool isOneWord = end - begin == 1 && !isMarked && i == begin;
        if (isOneWord && isBreak(begin) && (isA(WordClass::common, at(begin).word) || verbOf(at(begin).word)))
            name.doubt = Doubt::nameIsWord;
        m_names.push_back(std::move(name));
        return end;
    }

    bool isNameLike(std::size_t i) const
    {
        return isWord(i) && at(i).isCapital && at(i).mark == '\0' && at(i).word.size() > 1 &&
               !isA(WordClass::common, at(i).word) && !isA(WordClass::place, at(i).word) &&
               !isA(WordClass::time, at(i).word) && !verbOf(at(i).word);
    }

    /// Words that are written as a full name, from `begin` on, whoever that is.
    std::size_t newName(std::size_t begin, bool isMarked) const
    {
        std::size_t end = begin;
        if (isMarked)
            end = begin + 1;
        else if (isNameLike(begin) || isAmbiguousFirst(begin))
            end = begin + 1;
        else
            return begin;
        if (isMarked && !at(begin).isCapital)
            return end;
        while (end - begin < PeopleIndex::kMostWords) {
            std::size_t next = end;
            while (isWord(next) && isParticleWord(at(next).word))
                ++next;
            if (!isNameLike(next))
                break;
            end = next + 1;
        }
        if (isMarked)
            return end;
        // "Things Tom could use": a sentence that begins before a known name
        if (isBreak(begin) && end - begin > 1 && isFirstName(begin + 1))
            return begin;
        if (end - begin < 2 || (isWord(end) && at(end).isCapital && isA(WordClass::place, at(end).word)))
            return begin;
        if (!isBreak(begin) && (!introducesPerson(begin - 1) || isJourney(m_tokens, m_first, begin)))
            return begin;
        // "met Google Classroom people": what a noun follows is a thing.
        return !isBreak(begin) && isNounAt(end) ? begin : end;
    }

    bool isFirstName(std::size_t i) const
    {
        const auto& places = m_cast.people().called(at(i).word);
        return std::any_of(places.begin(), places.end(),
                           [&](PeopleIndex::Place place) { return m_cast.people().firstWordOf(place) == at(i).word; });
    }

    /// A small word of no class: most likely a noun.
    bool isNounAt(std::size_t i) const
    {
        if (!isWord(i) || at(i).isCapital || at(i).mark != '\0' || verbOf(at(i).word) || at(i).word.ends_with("ly"))
            return false;
        for (const WordClass small :
             {WordClass::preposition, WordClass::adverb, WordClass::negation, WordClass::determiner,
              WordClass::auxiliary, WordClass::modal, WordClass::time, WordClass::vague, WordClass::common})
            if (isA(small, at(i).word))
                return at(i).is("people") || at(i).is("teachers") || at(i).is("students") || at(i).is("kids");
        return true;
    }

    /// Whether a name may stand behind a token: "met", "with", "her colleague", "and", a comma.
    bool introducesPerson(std::size_t i) const
    {
        const Token& token = at(i);
        if (token.kind == TokenKind::comma || token.kind == TokenKind::joiner)
            return true;
        static constexpr std::string_view kBefore[]{
            "with",  "from", "to",  "by",  "and",  "or",      "for",  "than", "that", "says", "like", "via", "through",
            "about", "is",   "are", "was", "were", "without", "also", "only", "both", "a",    "an",   "new"};
        if (isOneOf(token.word, kBefore))
            return true;
        if (isA(WordClass::role, token.word) || isA(WordClass::title, token.word))
            return true;
        static constexpr std::string_view kVerbs[]{
            "meet",    "know",   "ask",   "tell", "thank", "call",   "email", "text", "invite", "introduce",
            "contact", "remind", "visit", "help", "coach", "mentor", "phone", "see",  "consult"};
        const std::string_view lemma = verbOf(token.word).lemma;
        return isOneOf(lemma, kVerbs);
    }

    /// "Grace Lindholm": a first name that is a word, before a name that is none.
    bool isAmbiguousFirst(std::size_t begin) const
    {
        return isWord(begin) && at(begin).isCapital && m_cast.people().beginsName(at(begin).word) &&
               isNameLike(begin + 1) && !isBreak(begin);
    }

    void addNew(std::size_t begin, std::size_t end)
    {
        const std::size_t sign = at(begin).mark == '@' ? 1 : 0;
        const std::size_t from = at(begin).span.begin + sign;
        const std::string written(m_text.substr(from, at(end - 1).span.end - from));
        const std::string key = joined(begin, end);
        auto [found, isNew] = m_new.emplace(key, Cast::kNobody);
        if (isNew) {
            found->second = m_cast.added(written);
            if (end - begin > 1)
                m_newFirst.emplace(at(begin).word, found->second);
        }
        NameInText name{begin, end, {found->second}, true, true};
        if (isNew && m_nearLookups < kMostNearLookups) {
            ++m_nearLookups;
            std::vector<std::string> words;
            for (std::size_t i = begin; i < end; ++i)
                words.push_back(at(i).word);
            for (const PeopleIndex::Place place : m_cast.people().near(words, kMostNear))
                name.near.push_back(m_cast.known(place));
            m_near.emplace(found->second, name.near);
        } else if (const auto known = m_near.find(found->second); known != m_near.end()) {
            name.near = known->second;
        }
        name.doubt = name.near.empty() ? Doubt::none : Doubt::nameGuessed;
        // "@Marisol Vegga" where there is one Marisol Vega: most likely her; the user may say otherwise.
        if (at(begin).mark == '@' && name.near.size() == 1 && key.size() >= kLeastNear) {
            name.near.push_back(found->second);
            name.candidates = {name.near.front()};
            name.isNew = false;
            m_taken.emplace(found->second, name.near.front());
        }
        m_names.push_back(std::move(name));
    }

    std::string joined(std::size_t begin, std::size_t end) const
    {
        std::string words;
        for (std::size_t i = begin; i < end; ++i)
            words.append(words.empty() ? "" : " ").append(at(i).word);
        return words;
    }

    /// "Kim" in "her friend Kim": some person, not known.
    bool isUnknownPerson(std::size_t i) const
    {
        for (const WordClass none :
             {WordClass::common, WordClass::time, WordClass::adverb, WordClass::negation, WordClass::determiner,
              WordClass::auxiliary, WordClass::modal, WordClass::preposition, WordClass::vague})
            if (isA(none, at(i).word))
                return false;
        if (at(i).word.size() < 2 || at(i).word.ends_with("ly"))
            return false;
        return !isBreak(i) || m_newFirst.contains(at(i).word) || isFiniteVerb(m_tokens, i + 1, m_last);
    }

    /// "Rowan had already met Clara": the first name of somebody new.
    void settleFirstNames()
    {
        for (NameInText& name : m_names)
            if (name.candidates.empty() && name.last - name.first == 1) {
                const std::string& word = m_tokens[name.first].word;
                if (const auto known = m_new.find(word); known != m_new.end())
                    name.candidates.push_back(known->second);
                else if (m_newFirst.count(word) == 1)
                    name.candidates.push_back(m_newFirst.find(word)->second);
                if (const auto taken = name.candidates.empty() ? m_taken.end() : m_taken.find(name.candidates.front());
                    taken != m_taken.end()) {
                    name.candidates = {taken->second};
                    name.doubt = Doubt::nameGuessed;
                    continue;
                }
                if (const auto near = name.candidates.empty() ? m_near.end() : m_near.find(name.candidates.front());
                    near != m_near.end() && !near->second.empty())
                    name.doubt = Doubt::nameGuessed;
            }
    }

    std::string_view m_text;
    const std::vector<Token>& m_tokens;
    const std::vector<Cast::Number>& m_with;
    Cast& m_cast;
    std::size_t m_first = 0, m_last = 0;
    std::vector<NameInText> m_names;
    std::unordered_map<std::string, Cast::Number> m_new;
    std::unordered_map<Cast::Number, std::vector<Cast::Number>> m_near; ///< of new people
    std::unordered_map<Cast::Number, Cast::Number> m_taken;             ///< new people who most likely are known ones
    std::size_t m_nearLookups = 0;
    std::unordered_multimap<std::string, Cast::Number> m_newFirst;
};

} // namespace

std::vector<NameInText> namesIn(std::string_view text, const std::vector<Token>& tokens,
                                const std::vector<Sentence>& sentences, const std::vector<Cast::Number>& with,
                                Cast& cast)
{
    NameReader reader(text, tokens, with, cast);
    for (const Sentence& sentence : sentences) {
        if (sentence.speakerFirst < sentence.speakerLast && sentence.speakerLast <= sentence.first &&
            sentence.speakerFirst >= sentence.lead)
            reader.readSentence(sentence.speakerFirst, sentence.speakerLast);
        reader.readSentence(sentence.first, sentence.last);
    }
    return reader.take();
}

} // namespace weavemap::weaving
