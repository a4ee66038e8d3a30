// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/weaving/ClauseReader.h"
#include "core/weaving/NoteDates.h"

namespace weavemap::weaving {

/// A tie while the note is being read; the same two people may be spoken of several times.
struct TieFound
{
    Cast::Number a = Cast::kNobody;
    Cast::Number b = Cast::kNobody;
    TieDepth depth = TieDepth::unknown;
    std::optional<Collaboration> collaboration;
    TieWay way = TieWay::none;
    bool isEnded = false;
    std::optional<Cast::Number> heardFrom;
    std::string topic;
    TextSpan words;
    Doubt doubt = Doubt::none;
};

/// Anything else that was found.
struct ItemFound
{
    ProposalKind kind = ProposalKind::topic;
    People people;
    std::string topic;
    std::string text;
    std::optional<Date> due;
    Promiser by = Promiser::us;
    TextSpan words;
    Doubt doubt = Doubt::none;
};

struct Reading;

/// What the rules have found so far. Ties between the same two people become one: the deepest, with the way and topic
/// of the one that has a way.
class Findings
{
public:
    explicit Findings(const NoteParts& note) : m_note(note) {}

    /// The sentence that what is added comes from: it says what of that is doubtful. Outlives what is added.
    void readFrom(const Reading* reading) { m_reading = reading; }
    void addTie(TieFound tie);
    /// "They never worked together": true of a tie that the note also states, and nothing by itself.
    void addNeverWorked(Cast::Number a, Cast::Number b);
    /// Returns where it stands, to be added to.
    ItemFound& addItem(ItemFound item);
    void addDoubts(const std::vector<NameDoubt>& doubts);
    /// A #topic of a sentence that nothing else took is what its ties are about.
    void giveTopic(TextSpan words, const std::string& topic, std::size_t token);
    void useTopic(std::size_t token) { m_topicsUsed.insert(token); }
    bool isTopicUsed(std::size_t token) const { return m_topicsUsed.contains(token); }

    std::vector<ItemFound>& items() { return m_items; }
    const std::vector<TieFound>& ties() const { return m_ties; }

    /// As proposals in the order of the text.
    std::vector<Proposal> proposals() const;
    const std::vector<Unresolved>& unresolved() const { return m_unresolved; }

private:
    const NoteParts& m_note;
    const Reading* m_reading = nullptr;
    std::vector<TieFound> m_ties;
    std::unordered_map<std::uint64_t, std::size_t> m_places; ///< of a pair in m_ties
    std::unordered_set<std::uint64_t> m_never;
    std::vector<ItemFound> m_items;
    std::vector<Unresolved> m_unresolved;
    std::unordered_set<std::string> m_doubted;
    std::unordered_set<std::size_t> m_topicsUsed;
};

/// All that the rules for one sentence look at.
struct Reading
{
    const NoteParts& note;
    const Sentence& sentence;
    const Clauses& clauses;
    const Memory& memory; ///< as it is behind the sentence
    Date on;
    const std::vector<DatePhrase>& dates;
    Findings& findings;

    const Token& at(std::size_t i) const { return note.tokens[i]; }
    bool is(std::size_t i, std::string_view word) const
    {
        return i >= clauses.first && i < clauses.last && at(i).is(word);
    }
    bool isWord(std::size_t i) const { return i < clauses.last && at(i).kind == TokenKind::word; }
    /// Past the last token that is no stop.
    std::size_t textEnd() const;
    /// The sentence without its stop.
    TextSpan words() const;
    TextSpan span(std::size_t first, std::size_t last) const;
    std::string text(std::size_t first, std::size_t last) const;
    /// Whether what is said at a token is only supposed: behind "if", "doubts", in a question.
    bool isSupposed(std::size_t token) const;
    People objectOf(const Entity& entity, const People& subject) const
    {
        return peopleOfObject(clauses, entity, subject, memory, note.tokens);
    }
    /// The last date with a day in tokens [first, last); null: none.
    const DatePhrase* dateIn(std::size_t first, std::size_t last) const;
    /// The #topics of tokens [first, last), taken as used; the first one's text.
    std::string takeTag(std::size_t first, std::size_t last) const;
    /// The noun phrase from `first` on without articles and "anything about": "number talks".
    std::string nounPhrase(std::size_t first, std::size_t last) const;
    /// The thing of a doing: "how he sets up lab groups".
    std::string topicOfDoing(std::size_t first, std::size_t last) const;
    /// The topic behind "about", "on", "for" and the like in tokens [first, last), or a #topic there.
    std::string topicIn(std::size_t first, std::size_t last, std::string_view prepositions) const;
};

} // namespace weavemap::weaving
