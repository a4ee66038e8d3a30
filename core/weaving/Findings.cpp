// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/Findings.h"

#include <algorithm>
#include <utility>

#include "core/weaving/Doubts.h"
#include "core/weaving/OneOf.h"

namespace weavemap::weaving {

namespace {

std::uint64_t pairKey(Cast::Number a, Cast::Number b) { return (std::uint64_t{std::min(a, b)} << 32) | std::max(a, b); }

/// The more telling of two: now, past, never.
std::optional<Collaboration> stronger(std::optional<Collaboration> one, std::optional<Collaboration> other)
{
    if (!one || !other)
        return one ? one : other;
    return std::max(*one, *other);
}

bool endsTopic(const Token& token)
{
    return token.kind == TokenKind::comma || token.kind == TokenKind::stop || token.kind == TokenKind::colon ||
           token.kind == TokenKind::dash || token.kind == TokenKind::open || token.kind == TokenKind::close ||
           token.kind == TokenKind::quote || token.kind == TokenKind::joiner || token.kind == TokenKind::other;
}

/// Words before the thing itself: "anything about", "all things", "everything to do with", "advice on".
bool isFiller(const std::string& word)
{
    static constexpr std::string_view kFillers[]{
        "anything", "everything", "all",       "things",    "thing", "stuff",  "advice", "help", "ideas",
        "tips",     "about",      "on",        "with",      "to",    "do",     "of",     "lot",  "lots",
        "how",      "use",        "questions", "regarding", "re",    "around", "some",   "more", "for",
        "related",  "ton",        "tons",      "heaps",     "loads", "plenty", "bit",    "much"};
    return isOneOf(word, kFillers);
}

bool isLooseTail(const std::string& word)
{
    return word == "questions" || word == "stuff" || word == "issues" || word == "things" || word == "matters" ||
           word == "problems" || word == "topics" || word == "still" || word == "now" || word == "though";
}

} // namespace

void Findings::addTie(TieFound tie)
{
    if (tie.a == tie.b || tie.a == Cast::kNobody || tie.b == Cast::kNobody)
        return;
    if (m_reading != nullptr)
        tie.doubt = doubtOf(*m_reading, {tie.a, tie.b}, tie.heardFrom);
    const std::uint64_t key = pairKey(tie.a, tie.b);
    const auto [place, isNew] = m_places.emplace(key, m_ties.size());
    if (isNew) {
        m_ties.push_back(std::move(tie));
        return;
    }
    TieFound& known = m_ties[place->second];
    const bool takesWay = tie.way != TieWay::none && (known.way == TieWay::none || tie.depth > known.depth);
    const bool isDeeper = tie.depth > known.depth;
    if (takesWay) {
        known.way = tie.way;
        known.a = tie.a;
        known.b = tie.b;
    }
    if (!tie.topic.empty() && (takesWay || known.topic.empty()))
        known.topic = tie.topic;
    // Said again, and once without a guess: that much is sure.
    const bool isAsMuch = tie.depth == known.depth && (tie.way == known.way || known.way == TieWay::none);
    if (isDeeper || takesWay) {
        known.words = tie.words;
        if (tie.doubt == Doubt::none && known.doubt != Doubt::none)
            known.heardFrom = tie.heardFrom;
        known.doubt = tie.doubt;
    } else if (isAsMuch && tie.doubt == Doubt::none && known.doubt != Doubt::none) {
        known.doubt = Doubt::none;
        known.heardFrom = tie.heardFrom; // who told it without a guess
    }
    known.depth = std::max(known.depth, tie.depth);
    known.collaboration = stronger(known.collaboration, tie.collaboration);
    known.isEnded = known.isEnded || tie.isEnded;
    if (!known.heardFrom && (tie.doubt == Doubt::none || known.doubt != Doubt::none))
        known.heardFrom = tie.heardFrom;
}

void Findings::giveTopic(TextSpan words, const std::string& topic, std::size_t token)
{
    for (auto tie = m_ties.rbegin(); tie != m_ties.rend() && tie->words == words; ++tie) {
        if (!tie->topic.empty())
            continue;
        tie->topic = topic;
        m_topicsUsed.insert(token);
    }
}

void Findings::addNeverWorked(Cast::Number a, Cast::Number b) { m_never.insert(pairKey(a, b)); }

ItemFound& Findings::addItem(ItemFound item)
{
    m_items.push_back(std::move(item));
    if (m_reading != nullptr)
        m_items.back().doubt = doubtOf(*m_reading, m_items.back().people, std::nullopt);
    return m_items.back();
}

void Findings::addDoubts(const std::vector<NameDoubt>& doubts)
{
    for (const NameDoubt& doubt : doubts) {
        std::string key;
        for (std::size_t i = doubt.first; i < doubt.last; ++i)
            key += m_note.tokens[i].word + ' ';
        if (!m_doubted.insert(key).second)
            continue;
        Unresolved unresolved;
        const std::size_t sign = m_note.tokens[doubt.first].mark == '@' ? 1 : 0;
        unresolved.words = {m_note.tokens[doubt.first].span.begin + sign, m_note.tokens[doubt.last - 1].span.end};
        for (const Cast::Number who : doubt.candidates)
            unresolved.candidates.push_back(m_note.cast.at(who));
        m_unresolved.push_back(std::move(unresolved));
    }
}

std::vector<Proposal> Findings::proposals() const
{
    std::vector<Proposal> proposals;
    for (const TieFound& tie : m_ties) {
        Proposal proposal;
        proposal.kind = ProposalKind::tie;
        proposal.people = {m_note.cast.at(tie.a), m_note.cast.at(tie.b)};
        proposal.depth = tie.depth;
        proposal.collaboration = tie.collaboration;
        if (!tie.collaboration && m_never.contains(pairKey(tie.a, tie.b)))
            proposal.collaboration = Collaboration::never;
        proposal.way = tie.way;
        proposal.isEnded = tie.isEnded;
        if (tie.heardFrom)
            proposal.heardFrom = m_note.cast.at(*tie.heardFrom);
        proposal.topic = tie.topic;
        proposal.words = tie.words;
        proposal.doubt = tie.doubt;
        proposals.push_back(std::move(proposal));
    }
    for (const ItemFound& item : m_items) {
        Proposal proposal;
        proposal.kind = item.kind;
        for (const Cast::Number who : item.people)
            proposal.people.push_back(m_note.cast.at(who));
        proposal.topic = item.topic;
        proposal.text = item.text;
        proposal.due = item.due;
        proposal.by = item.by;
        proposal.words = item.words;
        proposal.doubt = item.doubt;
        proposals.push_back(std::move(proposal));
    }
    std::stable_sort(proposals.begin(), proposals.end(),
                     [](const Proposal& one, const Proposal& other) { return one.words.begin < other.words.begin; });
    return proposals;
}

std::size_t Reading::textEnd() const
{
    std::size_t end = clauses.last;
    while (end > clauses.first && (at(end - 1).kind == TokenKind::stop || at(end - 1).kind == TokenKind::comma))
        --end;
    return end;
}

TextSpan Reading::words() const
{
    const std::size_t end = textEnd();
    return end > sentence.lead ? span(sentence.lead, end) : span(sentence.lead, clauses.last);
}

TextSpan Reading::span(std::size_t first, std::size_t last) const
{
    return first < last ? TextSpan{at(first).span.begin, at(last - 1).span.end} : TextSpan{};
}

std::string Reading::text(std::size_t first, std::size_t last) const
{
    while (first < last && (at(first).kind == TokenKind::comma || at(first).kind == TokenKind::colon ||
                            at(first).kind == TokenKind::quote || at(first).kind == TokenKind::dash))
        ++first;
    while (last > first &&
           ((endsTopic(at(last - 1)) && at(last - 1).kind != TokenKind::close) || at(last - 1).is("and") ||
            at(last - 1).is("but") || (at(last - 1).kind == TokenKind::topic && last > first + 1)))
        last -=
            at(last - 1).kind == TokenKind::topic && last > first + 2 && isA(WordClass::preposition, at(last - 2).word)
                ? 2
                : 1;
    const TextSpan piece = span(first, last);
    return std::string(note.text.substr(piece.begin, piece.end - piece.begin));
}

bool Reading::isSupposed(std::size_t token) const
{
    const bool isRequest = (is(clauses.first, "can") || is(clauses.first, "could") || is(clauses.first, "would") ||
                            is(clauses.first, "will")) &&
                           is(clauses.first + 1, "you");
    if (sentence.isQuestion && sentence.voice != Voice::chat && !(isRequest && sentence.voice == Voice::letter))
        return true;
    if (clauses.isDenied && token > clauses.denial) {
        for (std::size_t i = clauses.denial; i < token; ++i)
            if (at(i).is("but"))
                return false;
        return true;
    }
    if (!clauses.hasCondition)
        return false;
    const bool opens = clauses.condition == clauses.first ||
                       (clauses.condition == clauses.first + 1 &&
                        (is(clauses.first, "but") || is(clauses.first, "and") || is(clauses.first, "so") ||
                         is(clauses.first, "even") || is(clauses.first, "only")));
    return opens || token > clauses.condition;
}

const DatePhrase* Reading::dateIn(std::size_t first, std::size_t last) const
{
    const DatePhrase* found = nullptr;
    for (const DatePhrase& date : dates)
        if (date.first >= first && date.last <= last && date.day)
            found = &date;
    return found;
}

std::string Reading::takeTag(std::size_t first, std::size_t last) const
{
    std::string topic;
    for (std::size_t i = first; i < last && i < clauses.last; ++i)
        if (at(i).kind == TokenKind::topic) {
            findings.useTopic(i);
            if (topic.empty())
                topic = at(i).word;
        }
    return topic;
}

std::string Reading::nounPhrase(std::size_t first, std::size_t last) const
{
    last = std::min(last, clauses.last);
    const auto isPerson = [this](std::size_t i) {
        const Entity* entity = clauses.entityAt(i);
        return entity != nullptr && entity->kind != EntityKind::unknown;
    };
    while (first < last && at(first).kind == TokenKind::word && !isPerson(first) &&
           (isFiller(at(first).word) || isA(WordClass::determiner, at(first).word)))
        ++first;
    // "7th grade science" is about science.
    if (first + 2 < last && at(first).kind == TokenKind::number && at(first + 1).is("grade"))
        first += 2;
    std::size_t end = first;
    while (end < last && !endsTopic(at(end)) && at(end).kind != TokenKind::topic && !isPerson(end) &&
           !isA(WordClass::determiner, at(end).word) && !at(end).is("ever") &&
           !isA(WordClass::preposition, at(end).word) && !isA(WordClass::auxiliary, at(end).word) &&
           !isA(WordClass::modal, at(end).word))
        ++end;
    while (end > first && isLooseTail(at(end - 1).word))
        --end;
    const bool isDay =
        first + 1 < end && isA(WordClass::time, at(first).word) && at(first + 1).kind == TokenKind::number;
    const bool isTime = isDay || (first < end && isA(WordClass::time, at(end - 1).word) &&
                                  (end - first == 1 || at(first).kind == TokenKind::number || at(end - 1).is("years") ||
                                   at(end - 1).is("weeks")));
    if (first >= end || at(first).is("first") || isA(WordClass::vague, at(first).word) || isTime)
        return {};
    return text(first, end);
}

std::string Reading::topicOfDoing(std::size_t first, std::size_t last) const
{
    // "how he sets up lab groups", "how to use protocols"; directly behind the person "set up her gradebook"
    std::size_t i = first;
    while (i < last && i < first + 4 && !is(i, "how") && clauses.entityAt(i) == nullptr && isWord(i) && !is(i, "about"))
        ++i;
    const bool isHow = is(i, "how");
    if (!isHow)
        i = first;
    else if (const Entity* entity = clauses.entityAt(++i))
        i = entity->last;
    i += is(i, "to") ? 1 : 0;
    if (!isWord(i) || i >= last || !verbOf(at(i).word) || (!isHow && !verbOf(at(i).word).has(VerbForm::base)))
        return {};
    ++i;
    i += is(i, "up") || is(i, "out") ? 1 : 0;
    return isWord(i) ? nounPhrase(i, std::max(last, i)) : std::string();
}

std::string Reading::topicIn(std::size_t first, std::size_t last, std::string_view prepositions) const
{
    if (std::string tag = takeTag(first, last); !tag.empty())
        return tag;

    for (std::size_t i = first; i < last && i < clauses.last; ++i) {
        const std::string& word = at(i).word;
        const std::size_t found =
            at(i).kind == TokenKind::word ? prepositions.find(' ' + word + ' ') : std::string_view::npos;
        if (found == std::string_view::npos || clauses.entityAt(i + 1) != nullptr)
            continue;
        if (std::string topic = nounPhrase(i + 1, last); !topic.empty())
            return topic;
    }
    return {};
}

} // namespace weavemap::weaving
